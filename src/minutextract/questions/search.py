"""Full-text search over every sentence, newest meeting first."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from minutextract.questions.evidence import MEETING_COLUMNS, MEETING_TABLES, evidence, item_of
from minutextract.questions.filters import Filters, meeting_conditions
from minutextract.questions.words import Term, around, has_all, mark_hits, match_query, read_terms
from minutextract.views.table import View

COLUMNS = ("date", "body", "item", "sentence", "found", "text", "file", "page", "start", "end", "meeting")
SHOWN = ("date", "body", "item", "snippet", "found", "source")
# What stands around a hit.
OPENING, CLOSING = "«", "»"
_RARE = 3_000
# Words that begin so this often are looked for in the sentences themselves, of which one in a few has one.
_COMMON = 50_000
# Behind every letter.
_LAST = "\U0010ffff"
# How many first letters the index has entries of: see the store's `sentences_words`.
_INDEXED = range(2, 5)
# The sentences of a meeting were written together: a range of keys is nearly theirs alone.
_WALK = (
    "FROM meetings m JOIN meeting_bodies b ON b.meeting = m.key CROSS JOIN sentences_words w "
    "ON w.rowid BETWEEN (SELECT min(key) FROM sentences WHERE meeting = m.key) "
    "AND (SELECT max(key) FROM sentences WHERE meeting = m.key) CROSS JOIN sentences s "
    "ON s.key = w.rowid AND s.meeting = m.key"
)
_LOOK_UP = (
    "FROM sentences_words w CROSS JOIN sentences s ON s.key = w.rowid CROSS JOIN meetings m ON m.key = s.meeting "
    "JOIN meeting_bodies b ON b.meeting = m.key"
)
_UNASKED = "FROM meetings m JOIN meeting_bodies b ON b.meeting = m.key CROSS JOIN sentences s ON s.meeting = m.key"
_ORDER = 'ORDER BY m.date DESC, m.id, s."start", s.key'
_OF_KIND = "EXISTS (SELECT 1 FROM findings f WHERE f.kind = ? AND f.meeting = s.meeting AND f.sentence = s.local)"
_ROWS = (
    's.text, s."start", s."end", i.number AS item_number, i.title AS item_title, '
    "(SELECT min(page) FROM findings f WHERE f.meeting = s.meeting AND f.sentence = s.local) AS page, "
    f"{MEETING_COLUMNS} "
    f"FROM sentences s {MEETING_TABLES.format(meeting='s.meeting')} "
    "LEFT JOIN items i ON i.meeting = s.meeting AND i.local = s.item"
)


def search(
    connection: sqlite3.Connection,
    typed: str,
    filters: Filters,
    limit: int | None = None,
    offset: int = 0,
    *,
    kind: str | None = None,
) -> View:
    """The sentences that have all the words, with the hits marked.

    Args:
        connection: of the store.
        typed: words; several in quotation marks stand together, and `word*` is how a word begins.
        filters: those of the meeting count: series, since and until.
        limit: the most that are given; None for all.
        offset: how many are passed over before.
        kind: only sentences with a finding of this kind.

    Raises:
        UsageError: there is nothing to look for.
    """
    terms = read_terms(typed)
    keys = _hits(connection, terms, filters, (limit, offset), kind)
    return View(COLUMNS, SHOWN, [_row(connection, key, terms) for key in keys], ["snippet"])


def _hits(
    connection: sqlite3.Connection,
    terms: Sequence[Term],
    filters: Filters,
    page: tuple[int | None, int],
    kind: str | None,
) -> list[int]:
    limit, offset = page
    conditions, values = meeting_conditions(connection, filters)
    if kind is not None:
        conditions.append(_OF_KIND)
        values.append(kind)
    gathered = [term for term in terms if _gathers(term)]
    if limit is not None and (common := [term for term in gathered if _is_common(connection, term)]):
        rest = [term for term in terms if term not in common]
        return list(islice(_read(connection, rest, common, (conditions, values)), offset, offset + limit))
    query = match_query(terms)
    few = _are_few(connection, query)
    if limit is not None and not few and gathered:
        return list(islice(_walk(connection, query, (conditions, values), kind), offset, offset + limit))
    source = _LOOK_UP if limit is None or few else _WALK
    found = connection.execute(
        f"SELECT s.key {source} WHERE {' AND '.join(['w.text MATCH ?', *conditions])} {_ORDER} LIMIT ? OFFSET ?",
        [query, *values, -1 if limit is None else limit, offset],
    )
    return [key for (key,) in found]


def _are_few(connection: sqlite3.Connection, query: str) -> bool:
    counted = f"SELECT count(*) FROM (SELECT 1 FROM sentences_words w WHERE w.text MATCH ? LIMIT {_RARE + 1})"
    [count] = connection.execute(counted, (query,)).fetchone()
    return int(count) <= _RARE


def _gathers(term: Term) -> bool:
    """Whether the index gathers all words that begin so each time that it is asked; it has those of some lengths."""
    return term.begins and len(term.words[-1]) not in _INDEXED


def _is_common(connection: sqlite3.Connection, term: Term) -> bool:
    """Whether so many words of the archive begin so that reading sentences finds them sooner than gathering all."""
    connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.spoken USING fts5vocab ('main', 'sentences_words', 'instance')"
    )
    counted = f"SELECT count(*) FROM (SELECT 1 FROM temp.spoken WHERE term >= ? AND term < ? LIMIT {_COMMON + 1})"
    [count] = connection.execute(counted, (term.words[-1], f"{term.words[-1]}{_LAST}")).fetchone()
    return int(count) > _COMMON


def _read(
    connection: sqlite3.Connection,
    rest: Sequence[Term],
    common: Sequence[Term],
    where: tuple[list[str], list[object]],
) -> Iterator[int]:
    """The sentences with the rest of the terms, from the newest meeting on, in which the common ones are found."""
    conditions, values = where
    source = _UNASKED
    if rest:
        query = match_query(rest)
        source = _LOOK_UP if _are_few(connection, query) else _WALK
        conditions, values = ["w.text MATCH ?", *conditions], [query, *values]
    found = connection.execute(
        f"SELECT s.key, s.text {source} WHERE {' AND '.join(conditions) or '1'} {_ORDER}", values
    )
    return (key for key, text in found if has_all(text, common))


def _walk(
    connection: sqlite3.Connection, query: str, where: tuple[list[str], list[object]], kind: str | None
) -> Iterator[int]:
    """The hits, meeting by meeting from the newest on.

    The index is asked once.
    """
    hits = array("q", (key for (key,) in connection.execute(
        "SELECT w.rowid FROM sentences_words w WHERE w.text MATCH ? ORDER BY w.rowid", (query,)
    )))  # fmt: skip
    # A kind is asked of sentences, below.
    conditions, values = (where[0][:-1], where[1][:-1]) if kind else where
    meetings = connection.execute(
        "SELECT m.key, (SELECT min(key) FROM sentences WHERE meeting = m.key), "
        "(SELECT max(key) FROM sentences WHERE meeting = m.key) "
        "FROM meetings m JOIN meeting_bodies b ON b.meeting = m.key "
        f"WHERE {' AND '.join(conditions) or '1'} ORDER BY m.date DESC, m.id",
        values,
    )
    theirs = f"SELECT 1 FROM sentences s WHERE s.key = ? AND s.meeting = ? {f'AND {_OF_KIND}' if kind else ''}"
    for meeting, first, last in meetings:
        if first is None:
            continue
        for key in hits[bisect_left(hits, first) : bisect_right(hits, last)]:
            if connection.execute(theirs, [key, meeting, *([kind] if kind else ())]).fetchone() is not None:
                yield key


def _row(connection: sqlite3.Connection, key: int, terms: Sequence[Term]) -> dict[str, Any]:
    row = connection.execute(f"SELECT s.meeting AS meeting_key, s.local, {_ROWS} WHERE s.key = ?", (key,)).fetchone()
    marked = mark_hits(row["text"], terms, OPENING, CLOSING)
    kinds = connection.execute(
        "SELECT DISTINCT kind FROM findings WHERE meeting = ? AND sentence = ? ORDER BY kind",
        (row["meeting_key"], row["local"]),
    )
    return {
        "date": row["date"],
        "body": row["body"],
        "item": item_of(row),
        "sentence": marked,
        "snippet": around(marked, OPENING),
        "found": [found for (found,) in kinds],
        **evidence(row),
        "text": row["text"],
        "meeting": row["meeting"],
    }
