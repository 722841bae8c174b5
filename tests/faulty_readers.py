"""Readers that fail in the ways in which parsers do; a child process imports them by name."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from minutextract.document import Document
from minutextract.readers import read, read_data


def by_name(path: Path) -> Document:
    """Hang, die, fill memory or print, as the file's name says; else read it."""
    match path.stem:
        case "hangs":
            time.sleep(600)
        case "dies":
            os._exit(77)
        case "aborts":
            os.abort()
        case "eats":
            return read_data(b"x" * (8 * 1024**3), path.name)
        case "prints":
            print("noise on stdout", flush=True)
            os.write(1, b"more noise")
        case "exits":
            sys.exit(3)
    return read(path)


def always_dies(path: Path) -> Document:  # noqa: ARG001
    """The second reader of a file that ends both."""
    os._exit(78)
