"""The files of an archive: regular ones with names that readers know, below the paths given."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from minutextract.readers.detect import SUFFIXES

# What office programs lay beside a file that is open in them.
_LOCKS = ("~$", ".~lock.")


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that is there, as it was listed."""

    path: str
    size: int
    modified_ns: int


@dataclass
class Survey:
    """What was met on the way, beside the files.

    Attributes:
        left_out: files that no reader knows, by the end of their name; links, hidden and special files.
        closed: directories and files that could not be looked into, with the reason.
    """

    left_out: Counter[str] = field(default_factory=Counter)
    closed: dict[str, str] = field(default_factory=dict)


def files_below(root: Path, survey: Survey, *, never: frozenset[str] = frozenset()) -> Iterator[Listed]:
    """The files at or below a path, in the order of their names.

    A file that is named itself is listed whatever its name; a link that is named is followed, one further down is not.

    Args:
        root: an absolute path; nothing is listed if there is nothing.
        survey: filled in.
        never: absolute paths to leave out.
    """
    if not root.is_dir():
        yield from _listed(str(root), survey, never, follow=True)
        return
    waiting = [str(root)]
    while waiting:
        directory = waiting.pop()
        below: list[str] = []
        for entry in _entries(directory, survey):
            if entry.name.startswith((".", *_LOCKS)):
                survey.left_out["hidden"] += 1
            elif entry.is_symlink():
                survey.left_out["link"] += 1
            elif entry.is_dir(follow_symlinks=False):
                below.append(entry.path)
            elif entry.path in never:
                # The store itself, lying in the archive, is nothing that was left out of it.
                continue
            elif PurePath(entry.name).suffix.lower() in SUFFIXES:
                yield from _listed(entry.path, survey, never, follow=False)
            else:
                survey.left_out[PurePath(entry.name).suffix.lower() or "no suffix"] += 1
        waiting.extend(reversed(below))


def look(path: str) -> Listed | None:
    """The file at a path, None if there is none."""
    found = list(_listed(path, Survey(), frozenset(), follow=False))
    return found[0] if found else None


def _entries(directory: str, survey: Survey) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(directory) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        survey.closed[directory] = error.strerror or str(error)
        return []


def _listed(path: str, survey: Survey, never: frozenset[str], *, follow: bool) -> Iterator[Listed]:
    try:
        status = Path(path).stat(follow_symlinks=follow)
    except FileNotFoundError:
        return
    except OSError as error:
        survey.closed[path] = error.strerror or str(error)
        return
    if path in never:
        survey.left_out["store"] += 1
    elif not stat.S_ISREG(status.st_mode):
        survey.left_out["special"] += 1
    else:
        yield Listed(path, status.st_size, status.st_mtime_ns)
