"""What the minutes of a series say of actions, in order of time: each mention with the findings that tell of it."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutextract.findings.owners import NOBODY_IN_PARTICULAR
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
_FINDINGS = (
    "SELECT f.key, f.id, f.kind, f.meeting, f.text, f.quote, f.ref, f.status, f.due_text, f.due_date, f.detail, "
    'f."start", f."end", coalesce(i.title, \'\') AS title, '
    "m.id AS meeting_id, m.date, s.series, s.place FROM findings f JOIN meetings m ON m.key = f.meeting "
    "LEFT JOIN items i ON i.meeting = f.meeting AND i.local = f.item "
    "LEFT JOIN series_meetings s ON s.meeting = m.key WHERE f.kind IN ('action', 'update') "
    'ORDER BY s.series, s.place, m.id, f."start", f.kind, f.id'
)
_OWNERS = (
    "SELECT p.finding, p.name, pa.person FROM parties p JOIN findings f ON f.key = p.finding "
    "LEFT JOIN attendees a ON a.meeting = f.meeting AND a.local = p.attendee "
    "LEFT JOIN person_attendees pa ON pa.attendee = a.key AND pa.certain "
    "WHERE p.role = 'owner' ORDER BY p.finding, p.place"
)


def read_mentions(connection: sqlite3.Connection) -> Iterator[tuple[str | None, list[list[Mention]]]]:
    """Every series with its meetings in order, each as its mentions; meetings of no series come one by one, as None."""
    owners: dict[int, list[Party]] = defaultdict(list)
    for key, name, person in connection.execute(_OWNERS):
        owners[key].append(Party(person, name))
    series: str | None = None
    meetings: list[list[sqlite3.Row]] = []
    for row in connection.execute(_FINDINGS):
        begins = not meetings or meetings[-1][0]["meeting"] != row["meeting"]
        if begins and meetings and (row["series"] is None or row["series"] != series):
            yield series, [_mentions(rows, owners) for rows in meetings]
            meetings = []
        if begins:
            meetings.append([])
        series = row["series"]
        meetings[-1].append(row)
    if meetings:
        yield series, [_mentions(rows, owners) for rows in meetings]


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
