from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutextract.cli.messages import report
from minutextract.cli.output import file_names, write_result
from minutextract.errors import MinutextractError, OutputError
from minutextract.file_names import slug


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Minutes 4 March", "minutes-4-march"),
        ("../../etc/passwd", "etc-passwd"),
        ("", "minutes"),
        ("...", "minutes"),
        ("NUL", "nul-minutes"),
        ("x" * 300, "x" * 80),
        ("Café", "cafe"),
    ],
)
def test_slugs_are_plain_and_short(stem: str, expected: str) -> None:
    assert slug(stem) == expected


@given(st.lists(st.text(max_size=12), max_size=8))
def test_every_document_has_a_name_of_its_own(stems: list[str]) -> None:
    paths = [Path(f"{number}") / f"{stem.replace('/', '').replace(chr(0), '')}.md" for number, stem in enumerate(stems)]
    names = file_names(paths, ".txt")
    assert len(set(names.values())) == len(paths)
    assert all(name.endswith(".txt") and "/" not in name and not name.startswith(".") for name in names.values())


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("before", encoding="utf-8")
    write_result("after", path)
    assert path.read_text(encoding="utf-8") == "after"
    assert list(tmp_path.iterdir()) == [path]


def test_a_directory_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        write_result(b"x", tmp_path / "no" / "x.txt")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_stdout_is_three() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "minutextract", "schema"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr == "minutextract: stdout cannot be written: No space left on device. Check the disk.\n"


@pytest.mark.parametrize(
    ("path", "cause", "remedy", "expected"),
    [
        (None, "it failed", "", "minutextract: it failed.\n"),
        ("a.txt", "it failed.", "try again", "minutextract: a.txt: it failed. Try again.\n"),
        ("a.txt", "a.txt is\nlocked", "Unlock it.", "minutextract: a.txt is locked. Unlock it.\n"),
        ("x", "the text failed", "", "minutextract: x: the text failed.\n"),
        ("a\x1b[2J.txt", "it failed", "", "minutextract: a\ufffd[2J.txt: it failed.\n"),
    ],
)
def test_an_error_is_one_line(
    capsys: pytest.CaptureFixture[str], path: str | None, cause: str, remedy: str, expected: str
) -> None:
    report(Path(path) if path else None, MinutextractError(cause, remedy))
    assert capsys.readouterr().err == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("log.csv", b"\xef\xbb\xbfcaf\xc3\xa9\n"),
        ("LOG.CSV", b"\xef\xbb\xbfcaf\xc3\xa9\n"),
        ("log.md", b"caf\xc3\xa9\n"),
    ],
)
def test_a_csv_file_tells_spreadsheets_its_encoding(tmp_path: Path, name: str, expected: bytes) -> None:
    write_result("café\n", tmp_path / name)
    assert (tmp_path / name).read_bytes() == expected


def test_other_programs_get_no_mark(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_result("café\n", None)
    assert capfdbinary.readouterr().out == b"caf\xc3\xa9\n"
