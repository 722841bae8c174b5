"""What hostile and damaged files may cost, and what must be said of them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hostile import encodings, hidden, nesting, packages, pdfs
from minutextract.errors import MinutextractError, MissingFile, OversizedDocument, ReadError
from minutextract.readers import encoding, read, read_data
from minutextract.readers.pdf_plain import document_of_pages
from minutextract.readers.sandbox import Limits, Sandbox
from minutextract.readers.second_opinion import read_again

GIB = 1024 * packages.MIB
LIMITS = Limits(seconds=6, scan_seconds=6, memory=GIB)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(LIMITS) as made:
        yield made


def code(data: bytes, name: str) -> str:
    """The code of the error that reading ends in."""
    with pytest.raises(MinutextractError) as caught:
        read_data(data, name)
    assert caught.value.remedy
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (packages.quick_bomb(GIB), "a.docx", "zip-bomb"),
        (packages.real_bomb(80 * packages.MIB, "content.xml"), "a.odt", "zip-bomb"),
        (packages.declared_bomb(2**31), "a.docx", "zip-bomb"),
        (packages.many_members(5001), "a.docx", "zip-bomb"),
        (packages.overlapping_members(1500, packages.MIB), "a.docx", "zip-bomb"),
        (packages.lying_bomb(64 * packages.MIB, 1000), "a.docx", "corrupt"),
    ],
    ids=["one GiB", "odt", "declared", "members", "overlapping", "lying"],
)
def test_packages_are_refused_before_they_inflate(data: bytes, name: str, expected: str) -> None:
    read_data(b"Ada opened the meeting.", "a.txt")
    since = time.perf_counter()
    assert code(data, name) == expected
    assert time.perf_counter() - since < 0.5


@pytest.mark.parametrize("part_encoding", ["utf-8", "utf-16", "utf-32", "utf-7"])
def test_no_entity_is_resolved(tmp_path: Path, part_encoding: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Quillfeather", encoding="utf-8")
    for doctype in (packages.external_entity(secret.as_uri()), packages.laughs()):
        for name, data in packages.with_doctype(doctype).items():
            part = "word/document.xml" if name.endswith("docx") else "content.xml"
            assert code(packages.recoded(data, part, part_encoding), name) == "dtd"


def test_pages_resolve_no_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Quillfeather", encoding="utf-8")
    for doctype in (packages.external_entity(secret.as_uri()), packages.laughs()):
        page = f"{doctype.replace('x [', 'html [')}<html><body><p>Ada &e; opened.</p></body></html>"
        text = read_data(page.encode(), "a.html").text
        assert "Quillfeather" not in text
        assert len(text) < 1000


def test_a_password_is_asked_for_only_if_one_is_needed(sandbox: Sandbox, tmp_path: Path) -> None:
    assert code(pdfs.encrypted_pdf("secret", "owner"), "a.pdf") == "encrypted"
    path = tmp_path / "owner.pdf"
    path.write_bytes(pdfs.encrypted_pdf("", "owner"))
    assert pdfs.SENTENCES[1] in sandbox.read_all(path)[0].text


def test_a_scan_is_no_empty_document() -> None:
    assert code(pdfs.scanned_pdf(), "a.pdf") == "no-text"


@pytest.mark.parametrize(
    "make",
    [
        lambda: pdfs.double_bomb(GIB),
        lambda: pdfs.circular_forms(2, 30),
        lambda: pdfs.circular_forms(1, 1),
        pdfs.circular_pages,
    ],
    ids=["bomb", "forms", "form in itself", "pages"],
)
def test_endless_pdfs_cost_their_limits_and_never_pass_for_empty(
    sandbox: Sandbox, tmp_path: Path, make: Callable[[], bytes]
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(make())
    since = time.monotonic()
    with pytest.raises(ReadError):
        sandbox.read_all(path)
    assert time.monotonic() - since < 2 * LIMITS.seconds + 5
    good = tmp_path / "good.pdf"
    good.write_bytes(pdfs.good_pdf())
    assert pdfs.SENTENCES[0] in sandbox.read_all(good)[0].text


def test_the_second_opinion_on_an_empty_page_is_no_success(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdfs.circular_forms(1, 1))
    with pytest.raises(ReadError):
        read_again(path)


@pytest.mark.parametrize("name", sorted(nesting.NESTED))
@pytest.mark.parametrize("depth", [100, 3000])
def test_deep_nesting_is_read_or_refused_but_not_lost(name: str, depth: int) -> None:
    since = time.monotonic()
    try:
        text = read_data(nesting.NESTED[name](depth), name).text
    except ReadError as error:
        assert error.code == "too-deep"
    else:
        assert nesting.innermost(name, depth) in text.replace("\n", " ")
    assert time.monotonic() - since < 10


@pytest.mark.parametrize("unit", ["<div>", "<b>", "<ul><li>", "<x>", "<rt>", "<table><tr><td>"])
def test_very_deep_pages_are_refused_at_once(unit: str) -> None:
    since = time.monotonic()
    assert code(f"<html><body>{unit * 200_000}Ada".encode(), "a.html") == "too-deep"
    assert time.monotonic() - since < 1


def test_many_paragraphs_left_open_are_not_deep() -> None:
    assert "Ada" in read_data(f"<html><body>{'<p>Ada opened.' * 6000}".encode(), "a.html").text


def test_names_that_lead_elsewhere(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("Ada opened the meeting.", encoding="utf-8")
    pipe, link, long = tmp_path / "pipe.txt", tmp_path / "link.txt", tmp_path / ("x" * 300)
    os.mkfifo(pipe)
    link.symlink_to(good)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert read(link).text == "Ada opened the meeting."
    since = time.monotonic()
    for path in (pipe, long, Path("/dev/zero"), tmp_path / "loop.txt", tmp_path, Path("nul\x00.txt")):
        with pytest.raises(MissingFile):
            read(path)
    assert time.monotonic() - since < 1


@pytest.mark.parametrize("seed", range(50))
def test_mixed_encodings_keep_their_characters(seed: int) -> None:
    data, expected = encodings.mixed_file(seed)
    text, warnings = encoding.decode(data)
    read_lines = [line for line in text.split("\n") if line]
    right = sum(a == b for line, wanted in zip(read_lines, expected.split("\n"), strict=True)
                for a, b in zip(line, wanted, strict=False))  # fmt: skip
    assert right >= 0.99 * len(expected.replace("\n", ""))
    assert warnings == ("mixed encodings: some lines are UTF-8, others Windows-1252",)


@pytest.mark.parametrize("cut", range(1, 4))
def test_a_cut_character_is_marked(cut: int) -> None:
    text, _ = encoding.decode(("Ada opened. " + "🌊").encode()[:-cut])
    assert text.startswith("Ada opened. ")


def test_unreadable_bytes_are_told() -> None:
    data = b"Ada \x81\x8d\x8f\x90\x9d opened."
    assert any(one.startswith("undecodable") for one in read_data(data, "a.txt").warnings)
    assert not read_data(b"Ada opened." * 200 + b" \x81", "a.txt").warnings


def test_mojibake_is_flagged_and_kept() -> None:
    flagged = [any(one.startswith("mojibake") for one in encoding.decode(encodings.mojibake(seed).encode())[1])
               for seed in range(60)]  # fmt: skip
    assert sum(flagged) >= 0.95 * len(flagged)
    assert encoding.decode(encodings.CLEAN.encode()) == (encodings.CLEAN, ())


def test_direction_overrides_are_told_and_isolates_are_not() -> None:
    warned = read_data("Ada \u202erebmulp eht\u202c called.".encode(), "a.txt")
    assert any(one.startswith("direction overrides") for one in warned.warnings)
    assert all(block.content.of(warned.text) for block in warned.blocks)
    assert not read_data("Ada \u2067שלום\u2069 called.".encode(), "a.txt").warnings


def test_control_characters_are_replaced_one_by_one() -> None:
    text = read_data(b"Ada called. " * 20 + b"Ada\x00\x01\x7f called.", "a.txt").text
    assert text.endswith(" Ada\ufffd\ufffd\ufffd called.")


def test_texts_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoding, "MAX_CHARACTERS", 50)
    for name, data in {"a.txt": b"x" * 51, "a.html": b"<html><p>" + b"x" * 51, "a.pdf": pdfs.good_pdf()}.items():
        with pytest.raises(OversizedDocument, match="characters"):
            read_data(data, name)


def test_plain_pages_of_pdf_keep_the_limit_and_tell_of_directions(monkeypatch: pytest.MonkeyPatch) -> None:
    document = document_of_pages(["Ada \u202erebmulp eht\u202c called."], b"x", "a.pdf", "second reader")
    assert [one.split(":")[0] for one in document.warnings] == ["second reader", "direction overrides"]
    monkeypatch.setattr(encoding, "MAX_CHARACTERS", 50)
    with pytest.raises(OversizedDocument, match="characters"):
        document_of_pages(["x" * 30, "x" * 30], b"x", "a.pdf", "second reader")


@pytest.mark.parametrize(
    "unit",
    [
        b"Ada called the plumber, and Bo did not. ",
        b"x",
        b"Ada to\n",
        b"ada bo\n\n",
        b"a\n",
        b"- a\n",
        b"| a | b |\n",
        b"<!--",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_long_texts_take_time_in_step_with_their_length(name: str, unit: bytes) -> None:
    def seconds(length: int) -> float:
        since = time.process_time()
        read_data(b"Ada opened.\n\n" + unit * (length // len(unit)), name)
        return time.process_time() - since

    seconds(1000)
    assert seconds(100_000) < 10 * seconds(25_000) + 1


@pytest.mark.parametrize("name", sorted(hidden.HIDDEN))
def test_hidden_and_deleted_words_stay_hidden(name: str) -> None:
    text = read_data(hidden.HIDDEN[name], name).text
    assert hidden.SHOWN in text
    assert hidden.SECRET not in text
