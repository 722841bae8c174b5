"""The folder of a pack: there whole or not at all, and nothing of anybody else's is lost."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from uuid import uuid4

from minutextract.errors import OutputError, UsageError
from minutextract.pack.manifest import NAME, Manifest, paths_of, read_manifest


def check_folder(folder: Path, sources: Sequence[Path], *, replace: bool) -> None:
    """Check, before anything is read, that a pack may be written there.

    Raises:
        UsageError: it is no folder, holds something that is not to be replaced, or the minutes are of the old pack.
    """
    if not folder.resolve().parent.is_dir():
        raise UsageError(f"there is no folder {folder.parent}", "Make it first.")
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file", "Name a folder with --output.")
    if not folder.is_dir() or not any(folder.iterdir()):
        return
    if not replace:
        raise UsageError(f"{folder} is not empty", "Name another folder, or add --replace.")
    manifest = read_manifest(folder)
    old = {(folder / file.path).resolve() for file in manifest.files} if manifest else set()
    if read := [source for source in sources if source.resolve() in old]:
        raise UsageError(f"{read[0]} is a file of the pack that it would replace", "Give the minutes themselves.")


def write_folder(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Put files into a folder that is new, empty, or an earlier pack, in one move.

    Of an earlier pack, the files of its manifest are replaced or removed. One that was changed since is kept under
    another name; whatever else is there stays.

    Args:
        folder: where to.
        files: their bytes by path from the folder, with "/".

    Returns:
        What was changed since and is kept: "summary.docx, kept as summary.changed-0a1b2c3d.docx".

    Raises:
        UsageError: a file that is of no pack has the name of one of these.
        OutputError: the folder cannot be written; what was there before is untouched.
    """
    folder = folder.resolve()
    token = uuid4().hex[:12]
    new, old = (folder.with_name(f".{folder.name}.{token}.{what}") for what in ("part", "old"))
    try:
        new.mkdir()
        kept = _keep_others(folder, new) if folder.is_dir() else []
        for path, data in files.items():
            _write(new / path, data)
        _swap(folder, new, old)
    except FileExistsError as error:
        name = Path(str(error.filename)).relative_to(new) if error.filename else folder
        raise UsageError(
            f"{folder / name} is there and of no earlier pack", "Move it, or name another folder."
        ) from error
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error.strerror}", "Check the folder and the disk.") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    return kept


def _keep_others(folder: Path, new: Path) -> list[str]:
    """Copy what is not of the earlier pack, and what was changed in it, into the new folder."""
    manifest = read_manifest(folder)
    digests = {PurePosixPath(file.path): file.sha256 for file in manifest.files} if manifest else {}
    own = paths_of(manifest) if manifest else {PurePosixPath(".")}
    shutil.copystat(folder, new)
    kept = []
    for path in sorted(folder.rglob("*")):
        relative = PurePosixPath(path.relative_to(folder).as_posix())
        if path.is_dir() and not path.is_symlink():
            if relative not in own:
                (new / relative).mkdir(parents=True, exist_ok=True)
        elif relative not in own:
            _copy(path, new / relative)
        elif not path.is_symlink() and relative in digests and (found := digest_of(path)) != digests[relative]:
            changed = relative.with_name(f"{relative.stem}.changed-{found[:8]}{relative.suffix}")
            _copy(path, new / changed)
            kept.append(f"{relative}, kept as {changed.name}")
    return kept


def _copy(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(path, to, follow_symlinks=False)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _swap(folder: Path, new: Path, old: Path) -> None:
    """Put the new folder in the place of the one that is there; that one comes back if it cannot be."""
    there = folder.is_dir()
    if there:
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        if there:
            old.rename(folder)
        raise


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def faults_of(folder: Path) -> tuple[Manifest, list[str]]:
    """The manifest of a pack, and what is not as it says: files that are missing or were changed.

    Raises:
        UsageError: there is no pack in the folder.
    """
    manifest = read_manifest(folder)
    if manifest is None:
        raise UsageError(f"{folder} holds no pack: it has no {NAME}", "Name the folder that `pack --output` wrote.")
    faults = []
    for file in manifest.files:
        path = folder / file.path
        if not path.is_file():
            faults.append(f"{file.path} is missing")
        elif digest_of(path) != file.sha256:
            faults.append(f"{file.path} was changed")
    return manifest, faults
