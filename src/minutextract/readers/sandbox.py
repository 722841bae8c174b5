"""Reading in a child process with limits that the parent holds: a file may end the child, never the run.

Parsers of other people's files loop, crash and fill memory. So one child reads one file at a time; the clock is the
parent's, memory is bounded by the kernel, and a child that dies is replaced. That bounds what broken and hostile files
cost; it is no defence against code that a parser's mistake lets run.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from minutextract.document import Document
from minutextract.errors import NoText, ReaderCrashed, ReadError, TimeLimit
from minutextract.readers import read_all
from minutextract.readers.child import Child, Read

_FIRST, _SECOND, _SCAN = range(3)


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
        self._child = Child((first or _read_written, second or _second_opinion, read_all), self._limits.memory)

    def warm_up(self) -> None:
        """Let the child start while the caller does something else."""
        self._child.start()

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
        try:
            return self._child.read(_FIRST, path, self._limits.seconds, sha256)
        except NoText:
            # Recognising takes longer; without tesseract, a message's other documents are read all the same.
            return self._child.read(_SCAN, path, self._limits.scan_seconds, sha256)
        except (TimeLimit, ReaderCrashed) as failure:
            try:
                return self._child.read(_SECOND, path, self._limits.seconds, sha256)
            except ReadError:
                raise failure from None

    def close(self) -> None:
        """End the child."""
        self._child.close(at_once=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _read_written(path: Path, *, sha256: str | None = None) -> tuple[Document, ...]:
    return read_all(path, recognise=False, sha256=sha256)


def _second_opinion(path: Path, *, sha256: str | None = None) -> tuple[Document, ...]:
    from minutextract.readers.second_opinion import read_again

    return (read_again(path, sha256=sha256),)
