"""Which findings a question is about, newest meeting first.

A rare condition leads: its findings are looked up and sorted. Otherwise meetings are walked through from the newest
until enough is found, so that the first page takes as long in a large store as in a small one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutextract.questions.filters import Filters, meeting_conditions
from minutextract.questions.names import marks, names_with
from minutextract.views.filters import containing

# Up to how many findings are looked up and sorted.
_RARE = 5_000
_WALK = "FROM meetings m JOIN meeting_bodies b ON b.meeting = m.key CROSS JOIN findings f ON f.meeting = m.key"
_LOOK_UP = (
    "FROM json_each(?) AS leading CROSS JOIN findings f ON f.key = leading.value "
    "CROSS JOIN meetings m ON m.key = f.meeting JOIN meeting_bodies b ON b.meeting = m.key"
)


@dataclass(frozen=True, slots=True)
class _Condition:
    """A condition on findings `f`, and a query for the keys of all those that meet it, as `finding`."""

    holds: str
    keys: str
    values: Sequence[object]


def select_findings(
    connection: sqlite3.Connection, kinds: Sequence[str], filters: Filters, limit: int | None, offset: int = 0
) -> list[int]:
    """The keys of the findings of these kinds, newest meeting first and as they stand within each; undated ones last.

    Args:
        connection: of the store.
        kinds: one at least.
        filters: what has to hold.
        limit: the most that are given; None for all.
        offset: how many are passed over before.
    """
    conditions = list(_conditions(connection, filters))
    leading, keys = _leading(connection, conditions)
    wheres, values = meeting_conditions(connection, filters)
    wheres.append(f"f.kind IN ({marks(kinds)})")
    values += kinds
    if filters.min_score is not None:
        wheres.append("f.score >= ?")
        values.append(filters.min_score)
    for one in conditions:
        if one is not leading:
            wheres.append(one.holds)
            values += one.values
    source = _LOOK_UP if leading else _WALK
    order = 'ORDER BY m.date DESC, m.id, f."start", f.id LIMIT ? OFFSET ?'
    query = f"SELECT f.key {source} WHERE {' AND '.join(wheres)} {order}"
    given = [*([json.dumps(keys)] if leading else ()), *values, -1 if limit is None else limit, offset]
    return [key for (key,) in connection.execute(query, given)]


def _conditions(connection: sqlite3.Connection, filters: Filters) -> Iterator[_Condition]:
    if filters.person is not None:
        names = names_with(connection, filters.person)
        among = f"name IN ({marks(names)})"
        yield _Condition(
            f"EXISTS (SELECT 1 FROM parties p WHERE p.finding = f.key AND p.{among})",
            f"SELECT DISTINCT finding FROM parties WHERE {among}",
            names,
        )
    if filters.flag is not None:
        yield _Condition(
            "EXISTS (SELECT 1 FROM finding_flags x WHERE x.flag = ? AND x.finding = f.key)",
            "SELECT finding FROM finding_flags WHERE flag = ?",
            [filters.flag],
        )
    if filters.item is not None:
        words = filters.item.split()
        titled = " AND ".join(["i.title LIKE ? ESCAPE '\\'"] * len(words)) or "1"
        yield _Condition(
            f"EXISTS (SELECT 1 FROM items i WHERE i.meeting = f.meeting AND i.local = f.item AND {titled})",
            "SELECT g.key AS finding FROM items i CROSS JOIN findings g ON g.meeting = i.meeting AND g.item = i.local "
            f"WHERE {titled}",
            [containing(word) for word in words],
        )


def _leading(
    connection: sqlite3.Connection, conditions: Sequence[_Condition]
) -> tuple[_Condition | None, Sequence[int]]:
    """The first rare condition, with the keys of all findings that meet it."""
    for one in conditions:
        query = f"SELECT finding FROM ({one.keys}) LIMIT {_RARE + 1}"
        keys = [key for (key,) in connection.execute(query, one.values)]
        if len(keys) <= _RARE:
            return one, keys
    return None, ()
