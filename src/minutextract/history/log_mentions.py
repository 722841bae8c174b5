"""What the minutes of a series say of actions, in order of time: each mention with the findings that tell of it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from minutextract.findings.owner_words import NOBODY_IN_PARTICULAR
from minutextract.findings.task_matter import OPENING, own_words
from minutextract.history.log_refs import opening_refs, own_ref
from minutextract.history.told_status import told_status
from minutextract.history.wording import plain, telling_words
from minutextract.structure.status import cell_status


@dataclass(frozen=True, slots=True)
class Party:
    """An owner: the person over time, None if no attendance list has them, and the name."""

    person: str | None
    name: str

    @property
    def key(self) -> str:
        """What two mentions of the same owner have in common."""
        return self.person or self.name.casefold()


@dataclass(frozen=True, slots=True)
class Mention:
    """One task as one meeting's minutes have it.

    Attributes:
        findings: keys of the findings that tell of it, the one that says most first.
        finding: the content-derived id of that one.
        meeting, meeting_id, day, place: where; `place` counts the meetings of the series.
        ref: the reference that the document gives it, "" if none.
        about: the references that its words open with.
        status: what is said of how it stands; None if nothing is.
        reviewed: whether the minutes look back on it.
        owner_keys: the owners, as they are compared; "all" is nobody in particular.
        start, end: where its finding stands in the text.
        title: of the item that it stands under.
        leans: whether its words stand for something that they do not name ("put this on the agenda").
    """

    findings: tuple[int, ...]
    finding: str
    meeting: int
    meeting_id: str
    day: str | None
    place: int
    text: str
    quote: str
    ref: str
    about: tuple[str, ...]
    status: str | None
    reviewed: bool
    leans: bool
    due_text: str | None
    due_date: str | None
    owners: tuple[Party, ...]
    owner_keys: frozenset[str]
    words: frozenset[str]
    wording: str
    start: int = 0
    end: int = 0
    title: str = ""


_LEANS = re.compile(r"\b(?:this|that|it|these|those|them|him)\b(?!\s+(?:year|month|week|meeting)\b)", re.IGNORECASE)
# What a log rests on besides what stands in the documents themselves.
FINDINGS = (
    "SELECT s.series, s.place, f.key, f.id, f.kind, f.meeting, f.text, f.quote, f.ref, f.status, f.due_text, "
    'f.due_date, f.detail, f."start", f."end", coalesce(i.title, \'\') AS title, m.id AS meeting_id, m.date '
    "FROM {meetings} CROSS JOIN findings f ON f.meeting = m.key AND f.kind IN ('action', 'update') "
    "LEFT JOIN items i ON i.meeting = f.meeting AND i.local = f.item {where} "
    'ORDER BY s.series, s.place, m.id, f."start", f.kind, f.id'
)
OWNERS = (
    "SELECT s.series, p.finding, p.name, pa.person FROM {meetings} "
    "CROSS JOIN findings f ON f.meeting = m.key AND f.kind IN ('action', 'update') "
    "CROSS JOIN parties p ON p.finding = f.key AND p.role = 'owner' "
    "LEFT JOIN attendees a ON a.meeting = f.meeting AND a.local = p.attendee "
    "LEFT JOIN person_attendees pa ON pa.attendee = a.key AND pa.certain {where} "
    "ORDER BY s.series, s.place, p.finding, p.place"
)
IN_SERIES = "series_meetings s CROSS JOIN meetings m ON m.key = s.meeting"
_IN_NONE = "meetings m LEFT JOIN series_meetings s ON s.meeting = m.key"


def read_mentions(connection: sqlite3.Connection, series: str | None) -> list[list[Mention]]:
    """The meetings of a series in order, each as its mentions; of None those of no series."""
    given: tuple[str, ...] = () if series is None else (series,)
    several, where = (_IN_NONE, "WHERE s.series IS NULL") if series is None else (IN_SERIES, "WHERE s.series = ?")
    owners: dict[int, list[Party]] = defaultdict(list)
    for row in connection.execute(OWNERS.format(meetings=several, where=where), given):
        owners[row["finding"]].append(Party(row["person"], row["name"]))
    rows = connection.execute(FINDINGS.format(meetings=several, where=where), given)
    return [_mentions(list(held), owners) for _, held in groupby(rows, key=lambda row: row["meeting"])]


def _mentions(rows: Sequence[sqlite3.Row], owners: dict[int, list[Party]]) -> list[Mention]:
    """The mentions of one meeting: an update that is still open is one with its action."""
    told: dict[str, sqlite3.Row] = {}
    for row in rows:
        if row["kind"] == "update" and (action := json.loads(row["detail"]).get("action")):
            told.setdefault(action, row)
    taken = {row["key"] for row in told.values()}
    found = []
    for row in rows:
        if row["kind"] == "action":
            found.append(_mention(row, told.get(row["id"]), owners))
        elif row["key"] not in taken:
            found.append(_mention(row, None, owners))
    return found


def _mention(row: sqlite3.Row, update: sqlite3.Row | None, owners: dict[int, list[Party]]) -> Mention:
    text, alone = own_words(row["text"]), row["text"].partition(OPENING)[0]
    about = tuple(opening_refs(row["quote"]) or opening_refs(row["text"]))
    ref = own_ref(row["ref"]) or (about[0] if len(about) == 1 else "")
    owned = tuple(owners[row["key"]] or (owners[update["key"]] if update else ()))
    return Mention(
        findings=(row["key"], *((update["key"],) if update else ())),
        finding=row["id"],
        meeting=row["meeting"],
        meeting_id=row["meeting_id"],
        day=row["date"],
        place=row["place"] or 1,
        text=row["text"],
        quote=row["quote"],
        ref=ref,
        about=about,
        status=_status(row, update),
        reviewed=row["kind"] == "update" or update is not None or row["status"] == "carried",
        leans=bool(_LEANS.search(alone)),
        due_text=row["due_text"],
        due_date=row["due_date"],
        owners=owned,
        owner_keys=frozenset(owner.key for owner in owned if owner.key not in NOBODY_IN_PARTICULAR),
        words=telling_words(text),
        wording=plain(alone if len(telling_words(alone)) > 1 else row["text"]),
        start=row["start"],
        end=row["end"],
        title=row["title"],
    )


def _status(row: sqlite3.Row, update: sqlite3.Row | None) -> str | None:
    """What the findings say of how the task stands; "open" of an action says no more than that it is listed."""
    told = update or row
    note = json.loads(told["detail"]).get("note") or ""
    if told["status"] == "dropped" and told_status(f"{note}. {told['quote']}") == "superseded":
        return "superseded"
    if told["status"] == "done" and note and told_status(note) == "in-progress":
        return "in-progress"
    if told["kind"] == "update" or told["status"] == "carried":
        return str(told["status"])
    said = cell_status(row["text"])
    return said.value if said else None
