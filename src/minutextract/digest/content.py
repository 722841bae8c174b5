"""A digest as a summary, so that every format of summaries serves."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from minutextract.digest import findings, tasks
from minutextract.digest.meetings import Met, bodies_of, meetings_of, undated
from minutextract.digest.people import called
from minutextract.errors import UsageError
from minutextract.questions.filters import Filters
from minutextract.questions.findings import decisions, insights, praise
from minutextract.render.content import Summary
from minutextract.render.options import DEFAULT, SummaryOptions
from minutextract.render.wording import joined, long_date

_MOST_NAMED = 12


def digest(connection: sqlite3.Connection, store: Path, filters: Filters, options: SummaryOptions = DEFAULT) -> Summary:
    """What the meetings of a store say that filters let through.

    Args:
        connection: of the settled store.
        store: its path, for the line that says where the digest comes from.
        filters: the series and the period.
        options: how long it is to be.

    Raises:
        UsageError: there is no such body, or no meeting in the period.
    """
    meetings = meetings_of(connection, filters)
    if not meetings:
        raise UsageError("no meeting of the store is in that period", "`minutextract meetings` lists them all.")
    several = len(bodies_of(meetings)) > 1
    # Open actions may be older than the period, and so may be those who promised them.
    ever = meetings_of(connection, Filters(filters.series, until=filters.until))
    people = called(connection, ever, options.attribution)
    sections = (
        findings.decided(decisions(connection, filters).rows, meetings, people, with_body=several),
        tasks.open_actions(connection, filters, people),
        tasks.ended_actions(connection, filters, people),
        findings.thanked(praise(connection, filters).rows, meetings, people, with_body=several),
        findings.said(insights(connection, filters).rows, meetings, people, options.length, with_body=several),
    )
    return Summary(
        _title(meetings),
        tuple(_facts(meetings)),
        "",
        sections,
        tuple(_checks(connection, filters)),
        _source(meetings, store),
        options,
    )


def _title(meetings: Sequence[Met]) -> str:
    bodies = bodies_of(meetings)
    who = bodies[0] if len(bodies) == 1 else f"{len(bodies)} bodies"
    count = "1 meeting" if len(meetings) == 1 else f"{len(meetings)} meetings"
    days = [met.day for met in meetings if met.day]
    if not days:
        return f"{who}: digest of {count}"
    first, last = long_date(min(days)), long_date(max(days))
    return f"{who}: digest of {count}, {first if first == last else f'{first} to {last}'}"


def _facts(meetings: Sequence[Met]) -> list[tuple[str, str]]:
    counts = Counter(met.body for met in meetings)
    if len(counts) > 1:
        named = [f"{body} ({counts[body]})" for body in sorted(counts, key=str.casefold)]
        return [("Bodies", _some(named))]
    return [("Meetings", _some([met.heading(with_body=False) for met in meetings]))]


def _some(names: Sequence[str]) -> str:
    rest = len(names) - _MOST_NAMED
    return joined(names) if rest <= 0 else f"{', '.join(names[:_MOST_NAMED])} and {rest} more"


def _checks(connection: sqlite3.Connection, filters: Filters) -> list[str]:
    found = []
    if left_out := undated(connection, filters):
        found.append(f"Meetings without a known day, which no period holds: {left_out}.")
    (waiting,) = connection.execute("SELECT count(*) FROM log_proposals").fetchone()
    if waiting:
        found.append(
            f"Mentions of earlier actions in the whole store that wait to be confirmed: {waiting} "
            "(`minutextract review export`)."
        )
    return found


def _source(meetings: Sequence[Met], store: Path) -> str:
    files = len({met.file for met in meetings})
    return (
        f"Extracted from {files} {'file' if files == 1 else 'files'} of the archive {store.name}, which has the words "
        "behind every line; actions stand as the latest minutes in it have them. Not a substitute for the approved "
        "minutes."
    )
