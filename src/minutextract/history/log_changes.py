"""Which series have a log that still stands: nothing that it was derived from has changed."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Mapping

import minutextract
from minutextract.history.judged import Judged
from minutextract.history.log_mentions import FINDINGS, IN_SERIES, OWNERS

# The texts, sentences, items and lists of a meeting are written with it and never changed; once it is taken out, a
# trigger forgets the digest of its series.
_INPUTS = (
    "SELECT s.series, s.place, m.key, m.id, m.date FROM series_meetings s JOIN meetings m ON m.key = s.meeting "
    "ORDER BY s.series, s.place",
    FINDINGS.format(meetings=IN_SERIES, where=""),
    OWNERS.format(meetings=IN_SERIES, where=""),
    "SELECT s.series, a.key, pa.person FROM series_meetings s CROSS JOIN attendees a ON a.meeting = s.meeting "
    "JOIN person_attendees pa ON pa.attendee = a.key AND pa.certain ORDER BY s.series, s.place, a.key",
)


def digests(connection: sqlite3.Connection, names: Mapping[str, str], judged: Judged) -> dict[str, str]:
    """For each series a digest of all that its log is derived from.

    Args:
        connection: with the series of meetings and the persons of attendees already derived.
        names: the short form of each series.
        judged: the links that were confirmed or refused.
    """
    found = {series: hashlib.sha256(f"{minutextract.__version__} {name}".encode()) for series, name in names.items()}
    for question in _INPUTS:
        for row in connection.execute(question):
            found[row["series"]].update(repr(tuple(row)).encode())
    for series, days in _days(connection).items():
        said = sorted((at, sorted(of.items())) for at, of in judged.verdicts.items() if at.partition(".")[0] in days)
        found[series].update(repr(said).encode())
    return {series: digest.hexdigest() for series, digest in found.items()}


def clear(connection: sqlite3.Connection, standing: Collection[str]) -> None:
    """Take the log of all series out but those that stand."""
    if not standing:
        for table in ("log_told", "log_proposals", "log_entries", "log_owners", "log_actions", "log_series"):
            connection.execute(f"DELETE FROM {table}")
        return
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS standing (series TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute("DELETE FROM standing")
    connection.executemany("INSERT INTO standing VALUES (?)", ((series,) for series in standing))
    for table in ("log_actions", "log_series"):
        connection.execute(f"DELETE FROM {table} WHERE series IS NULL OR series NOT IN (SELECT series FROM standing)")


def _days(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """The days of the meetings of each series, as places that were judged begin with them."""
    days: dict[str, set[str]] = defaultdict(set)
    for series, day in connection.execute(
        "SELECT s.series, m.date FROM series_meetings s JOIN meetings m ON m.key = s.meeting"
    ):
        days[series].add(day or "undated")
    return days
