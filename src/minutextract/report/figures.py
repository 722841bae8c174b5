"""The figures of an archive: actions by owner and over time, thanks, kinds of points."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from minutextract.history.log_query import LogFilter, LoggedAction, find_actions
from minutextract.questions.filters import Filters
from minutextract.questions.names import names_with
from minutextract.questions.selection import select_findings
from minutextract.render.wording import fold
from minutextract.report.charts import Chart, Series, bars, columns
from minutextract.views.filters import Filter, series_ids
from minutextract.views.people import people_view

# Of all owners or people, so many have a bar, and so many a row in the table.
_MOST_BARS, _MOST_ROWS = 15, 300
_MOST_PERIODS = 24
STATUSES = ("open", "in-progress", "carried", "overdue", "done", "superseded", "dropped")
_SERIES = tuple(Series(status.replace("-", " "), f"s-{status}") for status in STATUSES)
_KINDS = ("figure", "suggestion", "concern", "question")


def actions_of(connection: sqlite3.Connection, limits: Filter, today: date) -> list[LoggedAction]:
    """The actions of the log within the limits, as they stand on a day.

    Raises:
        UsageError: a filter names what is not there.
    """
    wanted = LogFilter(since=_day(limits.since), until=_day(limits.until))
    rows = find_actions(connection, wanted, today=today)
    if limits.series is not None:
        ids = series_ids(connection, limits.series)
        within = {id for id, series in connection.execute("SELECT id, series FROM log_actions") if series in ids}
        rows = [row for row in rows if row.id in within]
    if limits.person is not None:
        names = set(names_with(connection, limits.person))
        rows = [row for row in rows if names.intersection(row.owners)]
    return rows


def _day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def owners_of(connection: sqlite3.Connection) -> Mapping[str, list[str]]:
    """The owners of each action by its id: people under one name whatever the spelling, others as written."""
    owners: dict[str, list[str]] = defaultdict(list)
    for action, name in connection.execute(
        "SELECT o.action, coalesce(p.name, o.name) FROM log_owners o LEFT JOIN persons p ON p.id = o.person "
        "ORDER BY o.action, o.place"
    ):
        owners[action].append(fold(name))
    return owners


def status_of(row: LoggedAction) -> str:
    """How an action stands; what is open beyond its day is overdue."""
    return "overdue" if row.overdue else row.status


def by_owner(rows: Sequence[LoggedAction], owners: Mapping[str, list[str]]) -> Chart:
    """Actions by owner and by how they stand; one with two owners counts for both."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for name in owners.get(row.id) or ["no clear owner"]:
            counts[name][status_of(row)] += 1
    told = _ordered({name: tuple(count[status] for status in STATUSES) for name, count in counts.items()})
    about = "An action with two owners counts for each of them."
    return _chart("actions-by-owner", "Actions by owner and status", about, "Owner", told, _SERIES, bars)


def over_time(connection: sqlite3.Connection, rows: Sequence[LoggedAction]) -> Chart:
    """How many actions had been recorded by the end of each period, and how they stood then."""
    wanted = {row.id for row in rows}
    told: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for action, day, status in connection.execute(
        "SELECT e.action, m.date, e.status FROM log_entries e JOIN meetings m ON m.key = e.meeting "
        "LEFT JOIN series_meetings s ON s.meeting = m.key WHERE e.status IS NOT NULL AND m.date IS NOT NULL "
        "ORDER BY m.date, s.place, e.finding"
    ):
        if action in wanted:
            told[action].append((day, status))
    days = [day for entries in told.values() for day, _ in entries]
    named, ends = _periods([*days, *_last_meeting(connection, wanted)])
    counts = [Counter[str]() for _ in ends]
    for entries in told.values():
        for at, end in enumerate(ends):
            if known := [status for day, status in entries if day <= end]:
                counts[at][known[-1]] += 1
    shown = tuple(
        (name, tuple(count[status] for status in STATUSES)) for name, count in zip(named, counts, strict=True)
    )
    about = "Actions recorded so far, at the end of each period, by how the meetings had left them by then."
    return _chart("status-over-time", "Status of actions over time", about, "Period", shown, _SERIES, columns)


def _last_meeting(connection: sqlite3.Connection, actions: Collection[str]) -> list[str]:
    """The day of the last meeting of the bodies that have these actions: nothing new was said of them until then."""
    [day] = connection.execute(
        "SELECT max(m.date) FROM meetings m JOIN series_meetings sm ON sm.meeting = m.key WHERE sm.series IN "
        "(SELECT a.series FROM json_each(?) AS w JOIN log_actions a ON a.id = w.value)",
        (json.dumps(sorted(actions)),),
    ).fetchone()
    return [day] if day else []


def _periods(days: Sequence[str]) -> tuple[list[str], list[str]]:
    """Months, quarters or years from the first day to the last: their names, and a text above all of their days."""
    if not days:
        return [], []
    first, last = min(days), max(days)
    months = [f"{year}-{month:02}" for year in range(int(first[:4]), int(last[:4]) + 1) for month in range(1, 13)]
    months = [month for month in months if first[:7] <= month <= last[:7]]
    if len(months) <= _MOST_PERIODS:
        return months, [f"{month}~" for month in months]
    quarters = {f"{month[:4]} Q{(int(month[5:]) + 2) // 3}": month for month in months}
    if len(quarters) <= _MOST_PERIODS:
        return [*quarters], [f"{month}~" for month in quarters.values()]
    years = {month[:4]: month for month in months}
    return [*years], [f"{month}~" for month in years.values()]


def recognition(connection: sqlite3.Connection, limits: Filter) -> Chart:
    """Thanks received and given, by person."""
    view = people_view(connection, limits)
    counts = {fold(row["name"]): (row["thanks_received"], row["thanks_given"]) for row in view.rows}
    thanked = {name: values for name, values in counts.items() if any(values)}
    told = tuple(sorted(thanked.items(), key=lambda one: (-one[1][0], -one[1][1], one[0].casefold())))
    series = (Series("received", "s-received"), Series("given", "s-given"))
    about = "People of the attendance lists; groups such as “members” are left out."
    return _chart("recognition", "Thanks and recognition by person", about, "Person", told, series, bars)


def insight_kinds(connection: sqlite3.Connection, filters: Filters) -> Chart:
    """Key points by what their wording says they are."""
    keys = json.dumps(select_findings(connection, ["insight"], filters, None))
    counted = dict(
        connection.execute(
            "SELECT coalesce(json_extract(f.detail, '$.kind'), ''), count(*) FROM json_each(?) AS k "
            "JOIN findings f ON f.key = k.value GROUP BY 1",
            (keys,),
        ).fetchall()
    )
    told = [(kind, (counted.get(kind, 0),)) for kind in _KINDS]
    told.append(("none of these", (sum(counted.values()) - sum(values[0] for _, values in told),)))
    about = "A kind is given only where the wording says it."
    shown = tuple(row for row in told if row[1][0])
    return _chart(
        "insight-kinds", "Key points by kind", about, "Kind", shown, (Series("key points", "s-points"),), bars
    )


def _ordered(counts: Mapping[str, tuple[int, ...]]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The greatest first."""
    return tuple(sorted(counts.items(), key=lambda one: (-sum(one[1]), one[0].casefold())))


def _chart(
    anchor: str,
    title: str,
    about: str,
    label: str,
    rows: Sequence[tuple[str, tuple[int, ...]]],
    series: Sequence[Series],
    draw: Callable[[Sequence[tuple[str, tuple[int, ...]]], Sequence[Series]], Markup],
) -> Chart:
    """A chart without the series that have no values; of many bars the longest are drawn, and the table has more."""
    if draw is bars and len(rows) > _MOST_BARS:
        about = f"{about} Drawn are {_MOST_BARS} of {len(rows)}; the table has the others."
    used = [at for at in range(len(series)) if any(values[at] for _, values in rows)]
    kept = tuple(series[at] for at in used)
    shown = tuple((name, tuple(values[at] for at in used)) for name, values in rows)
    drawn = draw(shown[:_MOST_BARS] if draw is bars else shown, kept)
    return Chart(anchor, title, about, kept, label, shown[:_MOST_ROWS], drawn)
