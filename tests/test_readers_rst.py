"""reStructuredText."""

from __future__ import annotations

from pathlib import Path

from minutextract.document import Block, Document
from minutextract.readers import read, read_data

MINUTES = b"""\
Harbour Trust
=============

:Date: 3 March 2026
:Place: Mill Hall

Present
-------

* Ada Bell (AB)
* Kai Lund,
  who came late

.. a comment that nobody sees

Business
--------

a) The roof leaks,
   says :doc:`the survey <survey>`.

   Ada showed pictures.

b) Agreed: **Kai** to call.

   1. a plumber
   2. a roofer

.. unknown-thing:: Dry rot

   Is in the loft.

========  =====  ========
Action    Who    When
========  =====  ========
Call him  KL     1 April
========  =====  ========

.. include:: /etc/passwd

.. raw:: html

   <script>alert(1)</script>
"""


def blocks(document: Document) -> list[tuple[str, int, str | None, str]]:
    def one(block: Block) -> tuple[str, int, str | None, str]:
        return block.kind.value, block.level, block.number, block.content.of(document.text)

    return [one(block) for block in document.blocks]


def test_structure() -> None:
    document = read_data(MINUTES, "minutes.rst")
    assert document.source.media_type == "text/x-rst"
    assert blocks(document) == [
        ("heading", 1, None, "Harbour Trust"),
        ("paragraph", 0, None, "Date: 3 March 2026"),
        ("paragraph", 0, None, "Place: Mill Hall"),
        ("heading", 2, None, "Present"),
        ("item", 0, None, "Ada Bell (AB)"),
        ("item", 0, None, "Kai Lund, who came late"),
        ("heading", 2, None, "Business"),
        ("item", 0, "a)", "The roof leaks, says the survey."),
        ("paragraph", 0, None, "Ada showed pictures."),
        ("item", 0, "b)", "Agreed: Kai to call."),
        ("item", 1, "1.", "a plumber"),
        ("item", 1, "2.", "a roofer"),
        ("paragraph", 0, None, "Dry rot"),
        ("paragraph", 0, None, "Is in the loft."),
        ("row", 0, None, "Action | Who | When"),
        ("row", 0, None, "Call him | KL | 1 April"),
    ]


def test_nothing_is_fetched_or_passed_through() -> None:
    text = read_data(MINUTES, "minutes.rst").text
    assert "root:" not in text
    assert "script" not in text
    assert "nobody sees" not in text


def test_a_broken_document_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    path = tmp_path / "broken.rst"
    path.write_text("Title\n==\n\n`unclosed and *open\n\n1. one\n3. three\n\n|missing| :odd:`role`\n", encoding="utf-8")
    text = read(path).text
    for words in ("Title", "unclosed", "one", "three", "missing", "role"):
        assert words in text
