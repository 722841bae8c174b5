"""Mutants of good files: each is read or refused with an error of ours, soon, and ends no process.

MINUTEXTRACT_MUTANTS sets how many a format; docs/reliability.md has the figures of 500.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from factories_docx import listed, make_docx, p, table
from factories_mail import make_mail
from factories_odt import make_odt
from hostile.pdfs import good_pdf
from minutextract.errors import MinutextractError, ReaderCrashed
from minutextract.readers import legacy
from minutextract.readers.sandbox import Limits, Sandbox

MUTANTS = int(os.environ.get("MINUTEXTRACT_MUTANTS", "40"))
SEED = 20_310_304
LINES = (
    "Minutes of the Quay Trust",
    "Present: Ada Byte (AB), Kit Loomis (KL)",
    "1. Repairs",
    "KL to call the plumber.",
)
_MARKUP = "".join(f"<p>{line}</p>" for line in LINES) + "<table><tr><td>AB</td><td>Pay</td></tr></table>"
_RST = "\n\n".join(("Minutes\n=======", *LINES, "- AB to pay\n- KL to ask", "+---+---+\n| a | b |\n+---+---+"))
_WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
_MD = "# Minutes\n\n" + "\n\n".join(LINES) + "\n\n- [ ] AB to **pay**\n  - KL\n\n| a | b |\n|---|---|\n| c | d |\n"
_DOCX = make_docx("".join(map(p, LINES)) + listed("AB to pay", 1) + table((p("AB"), p("Pay"))))
_RTF = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}" + "".join(rf"\pard {line}\par " for line in LINES) + "}"
GOOD: dict[str, bytes] = {
    "docx": _DOCX,
    "eml": make_mail("\n\n".join(LINES * 4), ("minutes.docx", f"application/{_WORD}", _DOCX), html=_MARKUP * 4),
    "rtf": _RTF.encode(),
    "odt": make_odt("".join(f"<text:p>{line}</text:p>" for line in LINES)),
    "pdf": good_pdf(),
    "html": f"<!DOCTYPE html><html><head><title>x</title></head><body>{_MARKUP}</body></html>".encode(),
    "md": _MD.encode(),
    "rst": _RST.encode(),
    "txt": "\n\n".join(LINES).encode(),
}


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Some bytes changed."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        made[chance.randrange(len(made))] = chance.randrange(256)
    return bytes(made)


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end missing, or a stretch from within."""
    at, to = sorted(chance.choices(range(len(data)), k=2))
    return data[:to] if chance.random() < 0.5 else data[:at] + data[to:]


def doubled(data: bytes, chance: random.Random) -> bytes:
    """A stretch once, or a hundred times more."""
    at, to = sorted(chance.choices(range(len(data)), k=2))
    return data[:to] + data[at : min(to, at + 50)] * chance.choice((1, 100)) + data[to:]


def within(data: bytes, chance: random.Random) -> bytes:
    """A package whose parts are mutants themselves, with sound checksums; other files as `flipped`."""
    if not data.startswith(b"PK"):
        return flipped(data, chance)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, chance.choice((cut, doubled, flipped))(old.read(name), chance))
    return buffer.getvalue()


MUTATIONS: tuple[Callable[[bytes, random.Random], bytes], ...] = (flipped, cut, doubled, within)


# LibreOffice takes a second a file, and its cost is not ours.
_THROUGH_OFFICE = {"rtf": 20}


def processor_seconds() -> float:
    """What the reader's process has used, and the programs that it ran and saw end; 0 where that cannot be asked."""
    used = 0.0
    for process in multiprocessing.active_children():
        stat = Path(f"/proc/{process.pid}/stat")
        if stat.is_file():
            used += sum(map(int, stat.read_text().rpartition(")")[2].split()[11:15])) / os.sysconf("SC_CLK_TCK")
    return used


@pytest.mark.parametrize("kind", sorted(GOOD))
def test_mutants_are_read_or_refused(kind: str, tmp_path: Path) -> None:
    if kind in _THROUGH_OFFICE and legacy.soffice() is None:
        pytest.skip("LibreOffice is not installed")
    chance = random.Random(f"{SEED}{kind}")
    path = tmp_path / f"a.{kind}"
    counts: dict[str, int] = {}
    slowest = hardest = 0.0
    many = MUTANTS // _THROUGH_OFFICE.get(kind, 1)
    with Sandbox(Limits(seconds=30 if kind in _THROUGH_OFFICE else 10)) as sandbox:
        path.write_bytes(GOOD[kind])
        assert sandbox.read_all(path)[0].text
        for _ in range(many):
            path.write_bytes(chance.choice(MUTATIONS)(GOOD[kind], chance))
            since, used = time.monotonic(), processor_seconds()
            try:
                sandbox.read_all(path)
                outcome = "ok"
            except MinutextractError as error:
                assert not isinstance(error, ReaderCrashed)
                outcome = error.code
            slowest = max(slowest, time.monotonic() - since)
            hardest = max(hardest, processor_seconds() - used)
            counts[outcome] = counts.get(outcome, 0) + 1
    # Shown by pytest -s.
    print(f"{kind}: {dict(sorted(counts.items()))}, worst {slowest:.2f} s, {hardest:.2f} s of processor")
    assert sum(counts.values()) == many
    if kind not in _THROUGH_OFFICE:
        assert slowest < 5
        assert hardest <= 1
