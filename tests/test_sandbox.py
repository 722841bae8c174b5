"""The reader's child process: what a file can do to it, and what the parent makes of that."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

import faulty_readers
from factories_docx import make_docx, p
from factories_pdf import Put, make_pdf
from minutextract.errors import CorruptDocument, MemoryLimit, MissingFile, ReaderCrashed, ReadError, TimeLimit
from minutextract.readers import child, read
from minutextract.readers.sandbox import Limits, Sandbox
from minutextract.readers.second_opinion import WARNING, read_again

LIMITS = Limits(seconds=1.5, memory=512 * 1024**2)


@pytest.fixture(scope="module")
def faulty() -> Iterator[Sandbox]:
    with Sandbox(LIMITS, first=faulty_readers.by_name, second=faulty_readers.by_name) as sandbox:
        yield sandbox


def minutes(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("Quay Trust\n\nAda to call the plumber.\n", encoding="utf-8")
    return path


def test_half_an_answer_does_not_hold_the_parent_up(
    tmp_path: Path, faulty: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "_ANSWER_SECONDS", 0.5)
    began = time.monotonic()
    with pytest.raises((TimeLimit, ReaderCrashed)):
        faulty.read_all(minutes(tmp_path, "stalls.txt"))
    assert time.monotonic() - began < 60


def test_a_document_comes_back_as_it_was_read(tmp_path: Path, faulty: Sandbox) -> None:
    path = tmp_path / "minutes.docx"
    path.write_bytes(make_docx(p("Ada to call the plumber.")))
    assert faulty.read_all(path) == (read(path),)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("hangs", TimeLimit),
        ("dies", ReaderCrashed),
        ("aborts", ReaderCrashed),
        ("exits", ReaderCrashed),
        ("fails", ReaderCrashed),
        ("talks", ReaderCrashed),
        ("hangs up", ReaderCrashed),
        ("eats", MemoryLimit),
    ],
)
def test_a_bad_file_costs_its_limits_and_the_next_one_is_read(
    tmp_path: Path, faulty: Sandbox, name: str, error: type[ReadError]
) -> None:
    since = time.monotonic()
    with pytest.raises(error) as caught:
        faulty.read_all(minutes(tmp_path, f"{name}.txt"))
    assert time.monotonic() - since < 30
    assert caught.value.remedy
    assert "plumber" in faulty.read_all(minutes(tmp_path, "good.txt"))[0].text


def test_cause_and_remedy_survive_the_way(tmp_path: Path, faulty: Sandbox) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(CorruptDocument) as there:
        faulty.read_all(broken)
    with pytest.raises(CorruptDocument) as here:
        read(broken)
    assert (there.value.cause, there.value.remedy) == (here.value.cause, here.value.remedy)
    with pytest.raises(MissingFile):
        faulty.read_all(tmp_path / "none.txt")


def test_what_a_reader_prints_goes_nowhere(tmp_path: Path, faulty: Sandbox, capfd: pytest.CaptureFixture[str]) -> None:
    assert "plumber" in faulty.read_all(minutes(tmp_path, "prints.txt"))[0].text
    assert capfd.readouterr().out == ""


def test_a_second_reader_is_asked_when_the_first_dies(tmp_path: Path) -> None:
    path = tmp_path / "dies.pdf"
    path.write_bytes(make_pdf([[Put(72, 700, "Ada to call the plumber before Friday.")]]))
    with Sandbox(LIMITS, first=faulty_readers.by_name) as sandbox:
        (document,) = sandbox.read_all(path)
        assert "Ada to call the plumber before Friday." in document.text
        assert document.warnings == (WARNING,)
        assert document.blocks[0].page == 1
        with pytest.raises(ReaderCrashed):
            sandbox.read_all(minutes(tmp_path, "dies.txt"))
    with Sandbox(LIMITS, first=faulty_readers.by_name, second=faulty_readers.always_dies) as sandbox:
        with pytest.raises(ReaderCrashed):
            sandbox.read_all(path)
        assert "plumber" in sandbox.read_all(minutes(tmp_path, "good.txt"))[0].text


def test_the_second_reader_refuses_what_it_cannot_read(tmp_path: Path) -> None:
    with pytest.raises(CorruptDocument, match="no second reader"):
        read_again(minutes(tmp_path, "a.txt"))
    broken = tmp_path / "a.pdf"
    broken.write_bytes(b"%PDF-1.4 nonsense")
    with pytest.raises(ReadError):
        read_again(broken)


def test_a_child_that_dies_between_files_is_replaced(tmp_path: Path) -> None:
    before = _children()
    with Sandbox(LIMITS) as sandbox:
        path = minutes(tmp_path, "good.txt")
        sandbox.read_all(path)
        for wait in (0.0, 0.0005, 0.002, 0.1):
            (pid,) = (pid for pid in _children() - before if _reads(pid))
            os.kill(pid, signal.SIGKILL)
            # Soon after its death a process still looks alive to its parent.
            time.sleep(wait)
            assert "plumber" in sandbox.read_all(path)[0].text


def test_the_child_ends_if_its_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import os, sys\nfrom pathlib import Path\nfrom minutextract.readers.sandbox import Sandbox\n"
        "if __name__ == '__main__':\n"
        "    sandbox = Sandbox()\n    sandbox.read_all(Path(sys.argv[1]))\n"
        "    print(Path(f'/proc/self/task/{os.getpid()}/children').read_text(), flush=True)\n"
        "    os.kill(os.getpid(), 9)\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, script, minutes(tmp_path, "good.txt")], capture_output=True, text=True, check=False, timeout=60
    )
    pids = [int(pid) for pid in done.stdout.split()]
    assert pids
    until = time.monotonic() + 5
    while any(map(_reads, pids)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_reads, pids))


def test_an_interrupt_leaves_no_answer_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = minutes(tmp_path, "good.txt"), tmp_path / "other.txt"
    second.write_text("Ada opened the meeting.\n", encoding="utf-8")
    with Sandbox(LIMITS) as sandbox:
        sandbox.read_all(first)
        with monkeypatch.context() as patch:
            patch.setattr(child, "_receive", _interrupted)
            with pytest.raises(KeyboardInterrupt):
                sandbox.read_all(first)
        assert sandbox.read_all(second)[0].text == "Ada opened the meeting."


def _interrupted(_process: object, _pipe: Connection, _seconds: float) -> bytes:
    raise KeyboardInterrupt


def test_the_child_ends_with_its_parent(tmp_path: Path) -> None:
    before = _children()
    sandbox = Sandbox(LIMITS, first=faulty_readers.by_name)
    sandbox.read_all(minutes(tmp_path, "good.txt"))
    children = _children() - before
    assert any(map(_reads, children))
    sandbox.close()
    assert not any(map(_reads, children))


def _children() -> set[int]:
    return {int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()}


def _reads(pid: int) -> bool:
    """Whether a process is a spawned child that still runs."""
    try:
        return b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
