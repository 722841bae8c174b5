"""A process that reads one file at a time, and the clock that its parent holds over it."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from minutextract.document import Document
from minutextract.errors import MemoryLimit, ReaderCrashed, ReadError, TimeLimit
from minutextract.readers.wire import pack, unpack

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

# Called with a path, and with `sha256` where the caller goes by the file's bytes.
Read = Callable[..., tuple[Document, ...]]

_DAMAGED = "It may be damaged or hostile: open it with care, save it under a new name and try that."
_READY = b"ready"
_TAKEN = b"taken"
_START_SECONDS = 60.0
# From the first to the last byte of an answer.
_ANSWER_SECONDS = 30.0
# What the process is given beyond its parent's clock before it ends itself.
_ORPHAN_SECONDS = 10.0
# The time that a process has to be gone which has hung up, or is told to end with the programs that it runs.
_GRACE = 0.5
# Allocations between two looks for garbage: a long PDF is a million small objects that all stay, and at Python's usual
# 700 looking through them takes a third of the time.
_GARBAGE = 100_000
# Bytes. The parent has no limit of memory, so what it is handed has one.
_LONGEST_ANSWER = 256 * 1024 * 1024
_TOO_BIG = MemoryLimit("reading the file takes more memory than it may", "Split it.")


class Child:
    """One process, started when it is needed and again after each end.

    It is started anew ("spawn"), so that it is small whatever the parent has loaded.
    """

    def __init__(self, readers: tuple[Read, ...], memory: int) -> None:
        """Nothing is started yet.

        Args:
            readers: functions that the process can import, for `read` to choose from.
            memory: address space of the process in bytes.
        """
        self._readers = readers
        self._memory = memory
        self._running: tuple[SpawnProcess, Connection] | None = None
        self._ready = False

    def start(self) -> tuple[SpawnProcess, Connection]:
        """The process and the parent's end of the pipe to it; a new process if none runs."""
        if self._running is None:
            context = multiprocessing.get_context("spawn")
            here, there = context.Pipe()
            process = context.Process(target=_serve, args=(there, self._readers, self._memory), daemon=True)
            process.start()
            # With the only other end gone, the child's death is the end of the pipe.
            there.close()
            self._running, self._ready = (process, here), False
        return self._running

    def read(self, reader: int, path: Path, seconds: float, sha256: str | None = None) -> tuple[Document, ...]:
        """Let one of the readers read a file.

        Args:
            reader: its place in `readers`.
            path: the file.
            seconds: by the clock, once the process is ready.
            sha256: what the file's bytes must have, if not None.

        Raises:
            TimeLimit: the reader took longer, and was ended.
            MemoryLimit: it took more memory than it has.
            ReaderCrashed: it ended the process, or raised what is no error of ours.
            ReadError: what it raised.
        """
        request = pickle.dumps((reader, path, sha256, seconds + _ORPHAN_SECONDS))
        try:
            if self._running is None or not self._hand_over(request):
                # What ended a process before it took the file is not the file.
                self.close()
                if not self._hand_over(request):
                    raise EOFError
            answer = _receive(*self.start(), seconds)
        except (EOFError, OSError) as error:
            code = self.close()
            raise ReaderCrashed(f"reading ended the reader's process (exit code {code})", _DAMAGED) from error
        except BaseException:
            # Too late, or the user's interrupt: an answer still on its way would be taken for the next file's.
            self.close(at_once=True)
            raise
        try:
            return unpack(answer)
        except ValueError as error:
            self.close(at_once=True)
            raise ReaderCrashed("the reader's process gave no answer that can be read", _DAMAGED) from error

    def _hand_over(self, request: bytes) -> bool:
        """Whether the process has taken the file; False if it was dead, or died, before."""
        process, pipe = self.start()
        try:
            self._ready = self._ready or _receive(process, pipe, _START_SECONDS) == _READY
            pipe.send_bytes(request)
            return _receive(process, pipe, _START_SECONDS) == _TAKEN
        except (EOFError, OSError):
            return False

    def close(self, *, at_once: bool = False) -> int | None:
        """End the process if it runs; its exit code. `at_once` does not wait for it to end by itself."""
        if self._running is None:
            return None
        process, pipe = self._running
        self._running = None
        pipe.close()
        if at_once:
            process.terminate()
        process.join(_GRACE)
        process.kill()
        process.join()
        code = process.exitcode
        process.close()
        return code


def _receive(process: SpawnProcess, pipe: Connection, seconds: float) -> bytes:
    late = TimeLimit(
        f"reading took more than {seconds:g} seconds", "Open it in its program, save it under a new name and try that."
    )
    if not pipe.poll(seconds):
        raise late
    # An answer that has begun may stop half way.
    alarm = threading.Timer(_ANSWER_SECONDS, process.kill)
    alarm.start()
    try:
        return pipe.recv_bytes(_LONGEST_ANSWER)
    except (EOFError, OSError) as error:
        if alarm.finished.is_set():
            raise late from error
        raise
    finally:
        alarm.cancel()


def _serve(pipe: Connection, readers: tuple[Read, ...], memory: int) -> None:
    """The child's life: a file, an answer, until the parent hangs up."""
    _confine(memory)
    gc.set_threshold(_GARBAGE)
    pipe.send_bytes(_READY)
    while True:
        try:
            asked = pipe.recv_bytes()
        except (EOFError, OSError):
            return
        pipe.send_bytes(_TAKEN)
        # What the parent asks is its own; what the child answers is not trusted with a pickle.
        place, path, sha256, seconds = pickle.loads(asked)
        with _alarm(seconds):
            answer = _answer(readers[place], path, sha256)
        pipe.send_bytes(answer)


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """End this process after so long: a parent that was killed holds no clock any more."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _answer(reader: Read, path: Path, sha256: str | None) -> bytes:
    try:
        answer = pack(reader(path) if sha256 is None else reader(path, sha256=sha256))
        return answer if len(answer) <= _LONGEST_ANSWER else pack(_TOO_BIG)
    except ReadError as error:
        return pack(error)
    except MemoryError:
        return pack(_TOO_BIG)
    except Exception as error:
        return pack(
            ReaderCrashed(f"reading ended in an error of the reader: {type(error).__name__}: {error}", _DAMAGED)
        )


def _end(_number: int, _frame: object) -> None:
    """Leave by way of all that is open: programs that were started are ended, and their folders removed."""
    raise SystemExit(1)


def _confine(memory: int) -> None:
    """Bound the process: memory, no core dumps, no keyboard interrupts, and nothing of its own on stdout."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        import resource
    except ImportError:  # not on Windows; the clock is held all the same
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # The soft limit alone: LibreOffice, which a reader may start, needs more.
    resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
