"""The text of the meetings of a series, for what it tells of earlier actions."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from minutextract.dates.due import find_due
from minutextract.history.log_mentions import Mention
from minutextract.history.log_state import CLOSED
from minutextract.history.passages import Minuted, Passage, passages_of, read_minuted
from minutextract.history.telling import Names
from minutextract.history.wording import plain, telling_words
from minutextract.record import Due

_AROUND = 400
_BEHIND = 300
# A line that begins something else: a heading, another action, a bullet with an owner.
_NEXT = re.compile(r"\n\s*(?:#|\W{0,4}(?:Actions?|ACTIONS?|AP|AI)\b|\d+[.)]\s|\W{0,4}[a-z][.:)]\s)|\n\s*\n")


@dataclass
class Retold:
    """A meeting as it may tell of earlier actions; its text is read once it is asked for."""

    connection: sqlite3.Connection
    key: int
    id: str
    day: str | None
    place: int
    names: Names
    _minuted: Minuted | None = None
    _passages: list[Passage] | None = None

    @property
    def minuted(self) -> Minuted:
        """The text with its sentences."""
        if self._minuted is None:
            self._minuted = read_minuted(self.connection, self.key)
        return self._minuted

    @property
    def passages(self) -> list[Passage]:
        """All that may tell of an action, in order."""
        if self._passages is None:
            self._passages = passages_of(self.minuted)
        return self._passages

    def around(self, mention: Mention) -> frozenset[str]:
        """The words around a mention: of its item's title, of the sentence that it stands in, and of the one before."""
        spans = [
            (start, end)
            for start, end in self.minuted.sentences
            if start <= mention.end and end > mention.start - _AROUND
        ]
        own = [span for span in spans if span[1] > mention.start]
        before = [span for span in spans if span[1] <= mention.start][-2:]
        said = (telling_words(self.minuted.text[start:end]) for start, end in [*before, *own])
        return telling_words(mention.title).union(*said)

    def behind(self, mention: Mention, stop: int | None) -> str:
        """What stands right behind a mention, up to what begins something else."""
        text = self.minuted.text
        end = min(mention.end + _BEHIND, stop if stop is not None else len(text))
        said = text[mention.end : end]
        cut = _NEXT.search(said)
        return said[: cut.start()] if cut else said

    def dated(self, mention: Mention, passage: Passage) -> Mention:
        """A mention with the new day that its point gives, if it has none itself."""
        if mention.due_date or mention.status in CLOSED or (due := self._due(passage)) is None or due.date is None:
            return mention
        return replace(mention, due_text=due.text, due_date=due.date.isoformat())

    def _due(self, passage: Passage) -> Due | None:
        """The last day in a passage by which something is to be done."""
        day = date.fromisoformat(self.day) if self.day else None
        for said in reversed(re.split(r"(?<=[.;|])\s+", passage.said)):
            due = find_due(said, day, day_first=None)
            if due and due.date and (day is None or due.date > day):
                return due
        return None

    def mention(self, passage: Passage, status: str | None) -> Mention:
        """A passage as a mention of an action; it has no finding."""
        due = self._due(passage) if status in ("carried", "in-progress") else None
        words = telling_words(passage.head) if passage.reviewed else telling_words(passage.text)
        return Mention(
            findings=(),
            finding="",
            meeting=self.key,
            meeting_id=self.id,
            day=self.day,
            place=self.place,
            text=passage.head,
            quote=passage.text,
            ref=passage.ref,
            about=(),
            status=status,
            reviewed=True,
            leans=False,
            due_text=due.text if due else None,
            due_date=due.date.isoformat() if due and due.date else None,
            owners=(),
            owner_keys=frozenset(),
            words=words,
            wording=plain(passage.head) if passage.reviewed and len(words) > 1 else "",
            start=passage.start,
            end=passage.end,
        )


def read_retold(connection: sqlite3.Connection, series: str) -> dict[int, Retold]:
    """The meetings of a series by their places."""
    names = _names(connection, series)
    rows = connection.execute(
        "SELECT m.key, m.id, m.date, s.place FROM series_meetings s JOIN meetings m ON m.key = s.meeting "
        "WHERE s.series = ? ORDER BY s.place",
        (series,),
    )
    return {row["place"]: Retold(connection, row["key"], row["id"], row["date"], row["place"], names) for row in rows}


def _names(connection: sqlite3.Connection, series: str) -> Names:
    by_word: dict[str, set[str]] = defaultdict(set)
    for row in connection.execute(
        "SELECT a.name, a.initials, pa.person FROM series_meetings s JOIN attendees a ON a.meeting = s.meeting "
        "LEFT JOIN person_attendees pa ON pa.attendee = a.key AND pa.certain WHERE s.series = ?",
        (series,),
    ):
        key = row["person"] or row["name"].casefold()
        parts = row["name"].split()
        for word in [*json.loads(row["initials"]), *(parts[:1] if len(parts) > 1 else []), *parts[-1:]]:
            if len(word) > 1:
                by_word[word].add(key)
    return Names({word: frozenset(keys) for word, keys in by_word.items()})
