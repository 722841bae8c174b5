"""Under which names a person stands in the findings."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator

# One look-up a name, whatever the number of findings; DISTINCT would read the whole index.
_DISTINCT = (
    "WITH RECURSIVE spelt (name) AS (SELECT min({column}) FROM {table} UNION ALL "
    "SELECT (SELECT min({column}) FROM {table} WHERE {column} > spelt.name) FROM spelt WHERE spelt.name IS NOT NULL) "
    "SELECT name FROM spelt WHERE name IS NOT NULL"
)


def names_with(connection: sqlite3.Connection, words: str) -> list[str]:
    """The names that have all of the words, and every other spelling of the persons who bear one of them."""
    wanted = set(folded_words(words))
    spelt = {name for name in _all_names(connection) if wanted <= set(folded_words(name))}
    others = connection.execute(
        "SELECT DISTINCT other.name FROM attendees a JOIN person_attendees pa ON pa.attendee = a.key "
        "JOIN person_attendees po ON po.person = pa.person JOIN attendees other ON other.key = po.attendee "
        f"WHERE pa.certain AND po.certain AND a.name IN ({marks(spelt)})",
        tuple(spelt),
    )
    return sorted(spelt.union(name for (name,) in others))


def folded_words(text: str) -> list[str]:
    """The words of a name without case, accents and punctuation."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in bare.casefold()).split()


def marks(values: object) -> str:
    """As many question marks as there are values."""
    return ", ".join("?" * len(values))  # type: ignore[arg-type]


def _all_names(connection: sqlite3.Connection) -> Iterator[str]:
    for table in ("parties", "attendees"):
        for (name,) in connection.execute(_DISTINCT.format(table=table, column="name")):
            yield name
