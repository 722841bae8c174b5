"""Readers that fail in the ways in which parsers do; a child process imports them by name."""

from __future__ import annotations

import gc
import os
import struct
import sys
import time
from multiprocessing.connection import Connection
from pathlib import Path

from minutextract.document import Document
from minutextract.readers import documents_of, read_all


def by_name(path: Path) -> tuple[Document, ...]:
    """Hang, die, fill memory or print, as the file's name says; else read it."""
    match path.stem:
        case "hangs":
            time.sleep(600)
        case "dies":
            os._exit(77)
        case "aborts":
            os.abort()
        case "eats":
            return documents_of(b"x" * (8 * 1024**3), path.name, recognise=False)
        case "prints":
            print("noise on stdout", flush=True)
            os.write(1, b"more noise")
        case "fails":
            raise LookupError("a mistake of the reader")
        case "talks":
            _hang_up_or_talk(b"no answer")
        case "hangs up":
            _hang_up_or_talk(None)
        case "stalls":
            _stall()
        case "exits":
            sys.exit(3)
    return read_all(path)


def _hang_up_or_talk(said: bytes | None) -> None:
    """What a child might do that is not itself any more: end the pipe to its parent, or send what is no answer."""
    for pipe in [one for one in gc.get_objects() if isinstance(one, Connection)]:
        if said is None:
            pipe.close()
        else:
            pipe.send_bytes(said)
    time.sleep(600)


def _stall() -> None:
    """Announce an answer of a hundred bytes, send four, and fall silent."""
    for pipe in [one for one in gc.get_objects() if isinstance(one, Connection)]:
        os.write(pipe.fileno(), struct.pack("!i", 100) + b"half")
    time.sleep(600)


def always_dies(path: Path) -> tuple[Document, ...]:  # noqa: ARG001
    """The second reader of a file that ends both."""
    os._exit(78)
