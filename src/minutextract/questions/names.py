"""Under which names a person stands in the findings."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Collection, Iterator

from minutextract.errors import UsageError

# One look-up a name, whatever the number of findings; DISTINCT would read the whole index.
_DISTINCT = (
    "WITH RECURSIVE spelt (name) AS (SELECT min({column}) FROM {table} UNION ALL "
    "SELECT (SELECT min({column}) FROM {table} WHERE {column} > spelt.name) FROM spelt WHERE spelt.name IS NOT NULL) "
    "SELECT name FROM spelt WHERE name IS NOT NULL"
)


def names_with(connection: sqlite3.Connection, wanted: str) -> list[str]:
    """The names that have all of the words, and every other spelling of the persons who bear one of them.

    Args:
        connection: of the store.
        wanted: words of a name in any spelling, or a person's id.

    Raises:
        UsageError: there is nobody.
    """
    words = set(folded_words(wanted))
    spelt = {name for name in _names_like(connection, words) if words and words <= set(folded_words(name))}
    others = connection.execute(
        "SELECT DISTINCT other.name FROM (SELECT pa.person FROM attendees a JOIN person_attendees pa "
        f"ON pa.attendee = a.key WHERE pa.certain AND a.name IN ({marks(spelt)}) UNION SELECT ?) AS bearer "
        "JOIN person_attendees po ON po.person = bearer.person AND po.certain JOIN attendees other "
        "ON other.key = po.attendee",
        (*spelt, wanted),
    )
    if not (names := spelt.union(name for (name,) in others)):
        raise UsageError(f"there is nobody called “{wanted}” in the store", "`minutextract people` lists everybody.")
    return sorted(names)


def collect_names(connection: sqlite3.Connection) -> None:
    """Gather every name anew; a step of `settle`."""
    connection.execute("DELETE FROM all_names")
    connection.executemany(
        "INSERT OR IGNORE INTO all_names (name, words) VALUES (?, ?)",
        ((name, " ".join(folded_words(name))) for name in list(_all_names(connection))),
    )


def _names_like(connection: sqlite3.Connection, words: Collection[str]) -> Iterator[str]:
    """Names in which the words occur at least as parts."""
    if connection.execute("SELECT 1 FROM unsettled LIMIT 1").fetchone() is not None:
        # A batch that was killed has not gathered them anew.
        yield from _all_names(connection)
        return
    like = " AND ".join(["instr(words, ?)"] * len(words)) or "1"
    for (name,) in connection.execute(f"SELECT name FROM all_names WHERE {like}", [*words]):
        yield name


def folded_words(text: str) -> list[str]:
    """The words of a name without case, accents and punctuation."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in bare.casefold()).split()


def marks(values: Collection[object]) -> str:
    """As many question marks as there are values."""
    return ", ".join("?" * len(values))


def _all_names(connection: sqlite3.Connection) -> Iterator[str]:
    for table in ("parties", "attendees"):
        for (name,) in connection.execute(_DISTINCT.format(table=table, column="name")):
            yield name
