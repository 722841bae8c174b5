"""Where results go: stdout, one file, or a file each in a directory; a file is there whole or not at all."""

from __future__ import annotations

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from uuid import uuid4

from minutextract.errors import OutputError, UsageError
from minutextract.file_content import as_bytes
from minutextract.file_names import slug


def write_result(content: str | bytes, output: Path | None) -> None:
    """Write to stdout, or to a file by way of a temporary one beside it.

    Raises:
        OutputError: the file cannot be written; what was there before is untouched.
    """
    data = as_bytes(content, output.name if output else None)
    if output is None:
        _write_to_stdout(data)
        return
    part = output.with_name(f".{uuid4().hex}.part")
    try:
        _write_through(part, data)
        part.replace(output)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OutputError(f"{output} cannot be written: {error.strerror}", "Check the folder and the disk.") from error


def _write_to_stdout(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        drop_stdout()
        raise
    except OSError as error:
        drop_stdout()
        raise OutputError(f"stdout cannot be written: {error.strerror}", "Check the disk.") from error


def drop_stdout() -> None:
    """Forget what is still buffered: it must not raise a second time when Python closes the stream."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def refuse_overwriting(output: Path | None, sources: Iterable[Path]) -> None:
    """Check that no result would replace a document.

    Raises:
        UsageError: the output is one of the sources.
    """
    if output is not None and output.resolve() in {source.resolve() for source in sources}:
        raise UsageError(f"{output} is one of the documents to read", "Give another --output.")


def file_names(paths: Sequence[Path], suffix: str) -> dict[Path, str]:
    """A name for each document's result: a slug, and where two would be the same a hash of each one's path.

    The order of the paths makes no difference.
    """
    unique = dict.fromkeys(paths)
    stems = Counter(slug(path.stem) for path in unique)
    return {path: f"{_stem(path, alone=stems[slug(path.stem)] == 1)}{suffix}" for path in unique}


def _stem(path: Path, *, alone: bool) -> str:
    digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
    return slug(path.stem) if alone else f"{slug(path.stem)}-{digest}"
