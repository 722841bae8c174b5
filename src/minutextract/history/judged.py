"""What the secretary has judged: which mentions are of one action, and which names are of one person."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field

from minutextract.history.aliases import Aliases, PersonAlias
from minutextract.history.log_state import LogAction

# The kinds of such corrections; they are no findings, and nothing is laid over any.
LINK, PERSON = "link", "person"


def place_key(day: str | None, quote: str) -> str:
    """What tells a place of the minutes from all others and stays when its file is read anew: the day and the words."""
    words = " ".join(quote.split())
    return f"{day or 'undated'}.{hashlib.sha256(words.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def person_key(name: str, series: str | None) -> str:
    """A name within a body."""
    return json.dumps([name, series], ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Judged:
    """For each place, the actions (by the place of their first record) that it is about, and those that it is not."""

    verdicts: dict[str, dict[str, bool]] = field(default_factory=dict)

    def same(self, place: str) -> set[str]:
        """The actions that a place was judged to be about."""
        return {action for action, same in self.verdicts.get(place, {}).items() if same}

    def other(self, place: str) -> set[str]:
        """The actions that a place was judged not to be about."""
        return {action for action, same in self.verdicts.get(place, {}).items() if not same}

    def of(self, day: str | None, quote: str, action: LogAction) -> bool | None:
        """Whether a place is about an action; None if nobody has said."""
        if not self.verdicts:
            return None
        return self.verdicts.get(place_key(day, quote), {}).get(place_key(action.first.day, action.first.quote))


def judged_links(connection: sqlite3.Connection) -> Judged:
    """The links that were confirmed or refused."""
    verdicts: dict[str, dict[str, bool]] = defaultdict(dict)
    for row in connection.execute("SELECT finding, field, value FROM corrections WHERE kind = ?", (LINK,)):
        verdicts[row["finding"]][row["field"].removeprefix("link:")] = json.loads(row["value"])
    return Judged(dict(verdicts))


def with_judged_people(connection: sqlite3.Connection, aliases: Aliases) -> Aliases:
    """The alias file, and behind it the names that were judged to be of one person."""
    more = []
    for row in connection.execute(
        "SELECT finding, field, value FROM corrections WHERE kind = ? ORDER BY finding, field", (PERSON,)
    ):
        if json.loads(row["value"]):
            (name, series), (other, others) = json.loads(row["finding"]), json.loads(row["field"].removeprefix("same:"))
            more.append(PersonAlias(name, (other,), series if series == others else None))
    return Aliases((*aliases.persons, *more), aliases.series, aliases.not_people) if more else aliases


def refused_pairs(connection: sqlite3.Connection) -> set[frozenset[str]]:
    """The pairs of names within bodies that were judged to be two people."""
    return {
        frozenset((row["finding"], row["field"].removeprefix("same:")))
        for row in connection.execute("SELECT finding, field, value FROM corrections WHERE kind = ?", (PERSON,))
        if not json.loads(row["value"])
    }
