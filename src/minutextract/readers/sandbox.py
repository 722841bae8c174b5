"""Reading in a child process with limits that the parent holds: a file may end the child, never the run.

Parsers of other people's files loop, crash and fill memory. So one child reads one file at a time; the clock is the
parent's, memory is bounded by the kernel, and a child that dies is replaced. That bounds what broken and hostile files
cost; it is no defence against code that a parser's mistake lets run.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import TimeoutError as TakesTooLong
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from minutextract.document import Document
from minutextract.errors import MemoryLimit, NoText, ReaderCrashed, ReadError, TimeLimit
from minutextract.readers import read_all

# Called with a path, and with `sha256` where the caller goes by the file's bytes.
Read = Callable[..., tuple[Document, ...]]
# What the child is given beyond the parent's clock before it ends itself: the parent may be gone.
_GRACE_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost.

    Attributes:
        seconds: by the clock.
        scan_seconds: by the clock, for recognising the text of a scan.
        memory: address space of the child in bytes.
    """

    seconds: float = 60.0
    scan_seconds: float = 1800.0
    memory: int = 1024 * 1024 * 1024


class Sandbox:
    """A reader in a child process; use it as a context manager, or `close` it.

    The child is started anew ("spawn"), so that it is small whatever the parent has loaded: scripts that use this need
    the usual guard, `if __name__ == "__main__":`.
    """

    def __init__(self, limits: Limits | None = None, first: Read | None = None, second: Read | None = None) -> None:
        """Start the child.

        Args:
            limits: for each attempt at a file.
            first: the reader, a function that the child can import; `minutextract.read_all` if None.
            second: the reader that has a second opinion if the first one dies or takes too long; for PDF files pypdf
                if None.
        """
        self._limits = limits or Limits()
        self._first = first or _read_written
        self._second = second or _second_opinion
        self._pool = ProcessPool(
            max_workers=1,
            context=multiprocessing.get_context("spawn"),
            initializer=_confine,
            initargs=(self._limits.memory,),
        )

    def warm_up(self) -> None:
        """Let the child start while the caller does something else."""
        self._pool.schedule(os.getpid)

    def read_all(self, path: Path, *, sha256: str | None = None) -> tuple[Document, ...]:
        """Read every document of a file as `minutextract.read_all` does.

        Args:
            path: the file.
            sha256: what its bytes must have, if not None.

        Raises:
            FileChanged: the bytes are others.
            TimeLimit: neither reader came to an end in time.
            MemoryLimit: reading takes more memory than the child has.
            ReaderCrashed: reading ended the child, twice where there is a second reader.
            ReadError: as `minutextract.read_all`.
        """
        options = {} if sha256 is None else {"sha256": sha256}
        try:
            return self._attempt(self._first, path, options, self._limits.seconds)
        except NoText:
            # Recognising takes longer; without tesseract, a message's other documents are read all the same.
            return self._attempt(read_all, path, options, self._limits.scan_seconds)
        except (TimeLimit, ReaderCrashed) as failure:
            try:
                return self._attempt(self._second, path, options, self._limits.seconds)
            except ReadError:
                raise failure from None

    def _attempt(self, reader: Read, path: Path, options: dict[str, str], seconds: float) -> tuple[Document, ...]:
        task = self._pool.schedule(
            _on_the_clock, args=(reader, path, options, seconds + _GRACE_SECONDS), timeout=seconds
        )
        try:
            documents: tuple[Document, ...] = task.result()
        except TakesTooLong as error:
            raise TimeLimit(
                f"reading took more than {seconds:g} seconds",
                "Open it in its program, save it under a new name and try that.",
            ) from error
        except MemoryError as error:
            raise MemoryLimit("reading the file takes more memory than it may", "Split it.") from error
        except (ProcessExpired, SystemExit) as error:
            code = error.exitcode if isinstance(error, ProcessExpired) else error.code
            raise ReaderCrashed(
                f"reading ended the reader's process (exit code {code})",
                "It may be damaged or hostile: open it with care, save it under a new name and try that.",
            ) from error
        return documents

    def close(self) -> None:
        """End the child."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _read_written(path: Path, *, sha256: str | None = None) -> tuple[Document, ...]:
    return read_all(path, recognise=False, sha256=sha256)


def _second_opinion(path: Path, *, sha256: str | None = None) -> tuple[Document, ...]:
    from minutextract.readers.second_opinion import read_again

    return (read_again(path, sha256=sha256),)


def _on_the_clock(reader: Read, path: Path, options: dict[str, str], seconds: float) -> tuple[Document, ...]:
    """Read, or be ended by the kernel: a parent that was killed holds no clock any more."""
    if not hasattr(signal, "setitimer"):
        return reader(path, **options)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return reader(path, **options)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _confine(memory: int) -> None:
    """Bound the child: memory, no core dumps, no keyboard interrupts, and nothing of its own on stdout."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        import resource
    except ImportError:  # not on Windows; the clock is held all the same
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # The soft limit alone: LibreOffice, which a reader may start, needs more.
    resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
