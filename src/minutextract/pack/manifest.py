"""The manifest of a pack: what was made from what, and the digest of every file."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from minutextract.errors import UsageError

NAME = "manifest.json"
_LARGEST = 50_000_000


def _inside(path: str) -> str:
    """A path that leads to nothing outside the folder on any system."""
    parts = path.split("/")
    if PureWindowsPath(path).drive or "\\" in path or any(part in ("", ".", "..") for part in parts):
        raise ValueError("a path of a pack lies within its folder")
    return path


_Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Path = Annotated[str, AfterValidator(_inside)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Program(_Part):
    """What made the pack."""

    name: Literal["minutextract"] = Field(default="minutextract", description="always minutextract")
    version: str = Field(description="of the program")
    made_by: str = Field(description="a digest of the program's version, the classifier and the spaCy pipeline")


class Options(_Part):
    """What was asked for."""

    length: str = Field(description="of the summary that goes round")
    attribution: str = Field(description="how summaries name people")
    formats: tuple[str, ...] = Field(description="the formats that were to be written")
    house: _Digest | None = Field(description="SHA-256 of what the house file says, null without one")
    templates: tuple[str, ...] = Field(description="which templates were the body's own")


class Meeting(_Part):
    """A meeting, and the file it was read from."""

    folder: str = Field(description='where its files are, "" for the pack itself')
    title: str = Field(description="which meeting")
    date: str | None = Field(description="its day, as 2024-05-21, or null")
    file: str = Field(description="the name of the source file")
    sha256: _Digest = Field(description="of the source file")
    media_type: str = Field(description="of the source file")
    size: int = Field(description="of the source file, in bytes")


class File(_Part):
    """A file of the pack."""

    path: _Path = Field(description="from the pack's folder, with `/`")
    sha256: _Digest = Field(description="of its bytes")
    size: int = Field(description="in bytes")
    document: str = Field(description="what it is, such as `chair`, `summary` or `slip`")
    audience: Literal["chair", "members", "owner", "public", "secretary"] = Field(description="for whom it is")
    needs_telling: bool = Field(default=False, description="of a slip: whether the owner may not know of the action")


class Failure(_Part):
    """A document that could not be made."""

    path: _Path = Field(description="the file that is not there")
    cause: str = Field(description="why")
    remedy: str = Field(description="what to do about it")


class Manifest(_Part):
    """`manifest.json`, whole."""

    format: Literal["minutextract-pack/1"] = Field(default="minutextract-pack/1", description="what this file is")
    program: Program = Field(description="what made the pack")
    options: Options = Field(description="what was asked for")
    meetings: tuple[Meeting, ...] = Field(description="what it was made of")
    files: tuple[File, ...] = Field(description="every file but this one, by path")
    failed: tuple[Failure, ...] = Field(description="what could not be made")

    def as_json(self) -> str:
        """The text of the file: the same for the same pack."""
        return json.dumps(self.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in a folder; None if there is none.

    Raises:
        UsageError: the file of that name is no manifest of a pack.
    """
    path = folder / NAME
    try:
        if path.is_symlink() or path.stat().st_size > _LARGEST:
            raise ValueError
        return Manifest.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        fault = "no longer whole" if isinstance(error, ValidationError) else "no file that can be read"
        raise UsageError(f"{path} is {fault}, or of something else", "Pack into another folder.") from error


def paths_of(manifest: Manifest) -> set[PurePosixPath]:
    """Every file of the pack, the manifest among them, and the folders in which they are."""
    files = {PurePosixPath(one.path) for one in manifest.files} | {PurePosixPath(NAME)}
    return files | {parent for file in files for parent in file.parents}
