"""From records to a pack: every document that can be made, the manifest, and what could not be made."""

from __future__ import annotations

import hashlib
import json
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from minutextract import __version__
from minutextract.errors import MinutextractError
from minutextract.file_content import as_bytes
from minutextract.file_names import slug
from minutextract.house.model import House
from minutextract.pack.contents import TEMPLATES, Contents, Entry, own_template
from minutextract.pack.manifest import NAME, Failure, File, Manifest, Meeting, Options, Program
from minutextract.pack.options import PackOptions
from minutextract.record import Record
from minutextract.render.heading import body_name, title

log = logging.getLogger("minutextract")


@dataclass(frozen=True, slots=True)
class Pack:
    """The files of a pack by path, the manifest among them, and what that says."""

    files: dict[str, bytes]
    manifest: Manifest


def make_pack(records: Sequence[Record], options: PackOptions, made_by: str) -> Pack:
    """The pack of some meetings: of several, a folder each.

    Args:
        records: of the meetings, at least one.
        options: what is to be in it, and how.
        made_by: a digest of all that finds (`batch.version.made_by`).
    """
    contents: dict[str, bytes] = {}
    files: list[File] = []
    failed: list[Failure] = []
    folders = _folders(records)
    for record, folder in zip(records, folders, strict=True):
        for entry in Contents(record, options).entries():
            path = f"{folder}/{entry.path}" if folder else entry.path
            try:
                contents[path] = as_bytes(entry.write(), path)
            except Exception as error:
                failed.append(_failure(path, error))
            else:
                files.append(_file(path, entry, contents[path]))
    manifest = Manifest(
        program=Program(version=__version__, made_by=made_by),
        options=_options(options),
        meetings=tuple(map(_meeting, records, folders)),
        files=tuple(sorted(files, key=lambda file: file.path)),
        failed=tuple(failed),
    )
    return Pack({**contents, NAME: manifest.as_json().encode()}, manifest)


def _file(path: str, entry: Entry, data: bytes) -> File:
    return File(
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        document=entry.document,
        audience=entry.audience,
        needs_telling=entry.needs_telling,
    )


def _failure(path: str, error: Exception) -> Failure:
    if isinstance(error, MinutextractError):
        return Failure(path=path, cause=error.cause, remedy=error.remedy)
    log.debug("%s", path, exc_info=error)
    cause = f"internal error: {type(error).__name__}: {error}"
    return Failure(path=path, cause=cause, remedy="Run again with --verbose and report what it prints.")


def _folders(records: Sequence[Record]) -> list[str]:
    """A folder for each meeting, by its day and body; of one meeting the pack itself."""
    if len(records) == 1:
        return [""]
    names = [slug(" ".join(filter(None, (str(one.meeting.date or ""), body_name(one))))) for one in records]
    counts, seen = Counter(names), Counter[str]()
    for at, name in enumerate(names):
        if counts[name] > 1:
            seen[name] += 1
            names[at] = f"{name}-{records[at].document.source.sha256[:8]}-{seen[name]}"
    return names


def _meeting(record: Record, folder: str) -> Meeting:
    source, day = record.document.source, record.meeting.date
    return Meeting(
        folder=folder,
        title=title(record),
        date=day.isoformat() if day else None,
        file=source.name,
        sha256=source.sha256,
        media_type=source.media_type,
        size=source.size,
    )


def _options(options: PackOptions) -> Options:
    said = json.dumps(options.house.model_dump(mode="json", exclude_defaults=True), sort_keys=True).encode()
    return Options(
        length=options.length.value,
        attribution=options.attribution.value,
        formats=tuple(one.value for one in options.formats),
        house=None if options.house == House() else hashlib.sha256(said).hexdigest(),
        templates=tuple(name for name in TEMPLATES if own_template(options.templates, name)),
    )
