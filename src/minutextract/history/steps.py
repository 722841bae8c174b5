"""Writing series and people into the store: made anew from what the documents give and the alias file."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence

from minutextract.history.aliases import NO_ALIASES, Aliases, read_aliases
from minutextract.history.clusters import Attendee
from minutextract.history.judged import person_key, refused_pairs, with_judged_people
from minutextract.history.persons import Home, Person, find_persons
from minutextract.history.places import place_of, places_of
from minutextract.history.series import Held, find_series
from minutextract.people.names import fold_name


def link_series(connection: sqlite3.Connection) -> None:
    """Make the tables `series` and `series_meetings` anew; call it in a transaction."""
    connection.execute("DELETE FROM series_meetings")
    # Those of people point to attendees, not to series, and may stay until their own step.
    connection.execute("DELETE FROM series")
    for series in find_series(_held(connection), stored_aliases(connection)):
        connection.execute("INSERT INTO series (id, name) VALUES (?, ?)", (series.id, series.name))
        connection.executemany(
            "INSERT INTO series_meetings (meeting, series, place, how) VALUES (?, ?, ?, ?)",
            ((one.key, series.id, place, how) for place, (one, how) in enumerate(series.meetings, start=1)),
        )


def link_people(connection: sqlite3.Connection) -> None:
    """Make the tables of persons anew, by the series in the store; call it in a transaction."""
    for table in ("person_proposals", "person_counts", "person_names", "person_attendees", "persons"):
        connection.execute(f"DELETE FROM {table}")
    attendees = _attendees(connection)
    aliases = with_judged_people(connection, stored_aliases(connection))
    homes = _homes(connection)
    persons, proposals = find_persons(attendees, homes, aliases)
    refused = refused_pairs(connection)
    keys = _keys(connection, persons, homes) if refused else {}
    proposals = [one for one in proposals if frozenset((keys.get(one.person), keys.get(one.other))) not in refused]
    connection.executemany("INSERT INTO persons (id, name) VALUES (?, ?)", ((one.id, one.name) for one in persons))
    connection.executemany(
        "INSERT INTO person_attendees (attendee, person, how, certain) VALUES (?, ?, ?, ?)",
        ((key, one.id, how, certain) for one in persons for key, how, certain in one.attendees),
    )
    spelt = {one.key: one.name for one in attendees}
    connection.executemany(
        "INSERT INTO person_names (person, name, folded) VALUES (?, ?, ?)",
        (
            (one.id, name, fold_name(name))
            for one in persons
            for name in sorted({one.name, *(spelt[key] for key, _, _ in one.attendees)})
        ),
    )
    connection.executemany(
        "INSERT INTO person_proposals (person, other, reason) VALUES (?, ?, ?)",
        ((one.person, one.other, one.reason) for one in proposals),
    )


def _keys(connection: sqlite3.Connection, persons: Sequence[Person], homes: Mapping[str, Home]) -> dict[str, str]:
    """What people are judged by: the name, and the body of the first entry."""
    series = dict(
        connection.execute(
            "SELECT a.key, sm.series FROM attendees a JOIN series_meetings sm ON sm.meeting = a.meeting"
        ).fetchall()
    )
    return {one.id: person_key(one.name, homes[series[one.attendees[0][0]]].name) for one in persons}


def stored_aliases(connection: sqlite3.Connection) -> Aliases:
    """The alias file as the store has it."""
    row = connection.execute("SELECT path, content FROM alias_file").fetchone()
    return read_aliases(row["content"], row["path"]) if row else NO_ALIASES


# Of several files with the same bytes the first path counts, one that is still there before one that is not.
_PATH = "(SELECT path FROM files WHERE files.document = m.document ORDER BY missing, path LIMIT 1)"


def _held(connection: sqlite3.Connection) -> list[Held]:
    rows = connection.execute(
        f"SELECT m.key, {_PATH} AS path, m.body, m.title, m.date, m.id FROM meetings m ORDER BY m.id"
    )
    several = [(row, row["path"] or "") for row in rows]
    places = places_of(path for _, path in several)
    people: dict[int, set[str]] = defaultdict(set)
    for meeting, name in connection.execute("SELECT meeting, name FROM attendees"):
        people[meeting].add(fold_name(name))
    return [
        Held(
            row["key"], path, places[path], row["body"], row["title"], row["date"],
            frozenset(people.get(row["key"], ())),
        )
        for row, path in several
    ]  # fmt: skip


def _homes(connection: sqlite3.Connection) -> dict[str, Home]:
    folders: dict[str, set[tuple[tuple[str, ...], ...]]] = {}
    names: dict[str, str] = {}
    for row in connection.execute(
        f"SELECT s.id, s.name, {_PATH} AS path FROM series s JOIN series_meetings sm ON sm.series = s.id "
        "JOIN meetings m ON m.key = sm.meeting"
    ):
        names[row["id"]] = row["name"]
        folders.setdefault(row["id"], set()).add(place_of(row["path"] or "").folder)
    return {id: Home(name, frozenset(folders[id])) for id, name in names.items()}


def _attendees(connection: sqlite3.Connection) -> list[Attendee]:
    rows = connection.execute(
        "SELECT a.key, a.meeting, sm.series, sm.place, a.name, a.initials, a.organisation, m.date, a.honorifics "
        "FROM attendees a JOIN meetings m ON m.key = a.meeting JOIN series_meetings sm ON sm.meeting = m.key "
        "ORDER BY m.id, a.local"
    )
    return [
        Attendee(
            row["key"], row["meeting"], row["series"], row["place"], row["name"], tuple(json.loads(row["initials"])),
            row["organisation"], row["date"], bool(json.loads(row["honorifics"])),
        )
        for row in rows
    ]  # fmt: skip
