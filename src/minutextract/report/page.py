"""The page itself: one file that loads nothing, and forbids itself to.

Its policy names the digests of the page's own style and script: nothing else is applied or run, whatever the words of
the minutes are. Every word is escaped and kept apart from the direction of the words around it.
"""

from __future__ import annotations

import base64
import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from minutextract.record import Flag, Record
from minutextract.render.wording import fold, joined
from minutextract.report.archive import ArchivePart, Bounds, archive_part
from minutextract.report.content import NAMES, Kind, MeetingPart
from minutextract.report.findings import people_of
from minutextract.report.flag_meanings import MEANINGS
from minutextract.report.meetings import meeting_part
from minutextract.views.filters import Filter, series_ids

# So many have room in a title.
_FEW_BODIES = 3
_FOLDER = Path(__file__).with_name("templates")
# Several files are named one by one: most of them fit.
OF_FILES = Bounds(texts=60, characters=3_000_000)


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2")


@cache
def _own(name: str) -> tuple[Markup, str]:
    """A file that goes into the page as it is, and its digest for the policy."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), f"'sha256-{digest}'"


def meetings_page(records: Sequence[Record], bounds: Bounds = OF_FILES) -> str:
    """The evidence page of some meetings; where there is no room for all texts, the last ones go without."""
    parts: list[MeetingPart] = []
    room = bounds.characters
    for number, record in enumerate(records, start=1):
        room -= len(record.document.extent)
        parts.append(meeting_part(record, number, with_text=number <= bounds.texts and room >= 0))
    without = sum(not part.paragraphs for part in parts)
    notices = [f"There is no room for the text of {without} of {len(parts)} meetings; quotes stand in its place."]
    title = parts[0].title if len(parts) == 1 else f"Evidence for {len(parts)} meetings"
    return _rendered(title, parts, notices=notices if without else [])


def archive_page(connection: sqlite3.Connection, limits: Filter, bounds: Bounds, today: date) -> str:
    """The evidence page of a store, within the limits, as it stands on a day.

    Raises:
        UsageError: a filter names what is not there.
    """
    part = archive_part(connection, limits, bounds, today)
    whose = _bodies(connection, limits) or fold(limits.person or "") or "an archive"
    title = f"Findings of {whose}, as of {today.day} {today:%B %Y}"
    return _rendered(title, part.meetings, archive=part, notices=part.notices)


def _bodies(connection: sqlite3.Connection, limits: Filter) -> str:
    """The bodies that the page is limited to, by their full names if they are few."""
    if limits.series is None:
        return ""
    ids = series_ids(connection, limits.series)
    names = sorted(fold(name) for id, name in connection.execute("SELECT id, name FROM series") if id in ids)
    return joined(names) if len(names) <= _FEW_BODIES else fold(limits.series)


def _rendered(
    title: str, parts: Sequence[MeetingPart], *, notices: Iterable[str], archive: ArchivePart | None = None
) -> str:
    found = [one for part in parts for one in part.found]
    people = {*people_of(found)}
    flags: set[Flag] = {flag for one in found for flag in one.flags}
    if archive is not None:
        rows = [row for table in archive.tables for row in table.rows]
        people |= {name for row in rows for name in row.people}
        people |= {name for action in archive.open_actions for name in action.owners}
        flags |= {flag for row in rows for flag in row.flags}
    ordered = sorted(people, key=lambda name: (name.casefold(), name))
    (style, style_digest), (script, script_digest) = _own("report.css"), _own("report.js")
    page = _template().render(
        title=title,
        style=style,
        script=script,
        policy=f"default-src 'none'; style-src {style_digest}; script-src {script_digest}; base-uri 'none'; "
        "form-action 'none'",
        notices=list(notices),
        archive=archive,
        meetings=parts,
        numbers={name: number for number, name in enumerate(ordered)},
        kinds=[(kind, *NAMES[kind]) for kind in Kind],
        meanings={flag: MEANINGS[flag] for flag in Flag if flag in flags},
    )
    return page + "\n"
