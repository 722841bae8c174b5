"""What the minutes leave open: counted for each body and year, or line by line."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

from minutextract.errors import UsageError
from minutextract.questions.evidence import MEETING_COLUMNS, evidence
from minutextract.questions.filters import Filters, meeting_conditions
from minutextract.questions.names import marks
from minutextract.views.filters import series_ids
from minutextract.views.table import View

# A body whose decisions name a mover this often, and in so many cases, records movers.
_RECORDING_SHARE, _RECORDING_CASES = 0.25, 3
_OPEN = "f.kind = 'action' AND f.status NOT IN ('done', 'superseded')"
_MOVED = "EXISTS (SELECT 1 FROM parties p WHERE p.finding = f.key AND p.role = 'mover')"
_RECORDING = (
    "SELECT coalesce(rb.body, '') FROM findings f JOIN meeting_bodies rb ON rb.meeting = f.meeting "
    f"WHERE f.kind = 'decision' GROUP BY 1 HAVING sum({_MOVED}) >= {_RECORDING_CASES} "
    f"AND avg({_MOVED}) >= {_RECORDING_SHARE}"
)


@dataclass(frozen=True, slots=True)
class Check:
    """What may be open, in SQL over findings `f` or meetings `m`, with the body in `b`.

    Attributes:
        about: what is checked.
        among: which of all findings are; "" where meetings are checked.
        opens: whether one is open.
    """

    about: str
    among: str
    opens: str


def _flagged(*flags: str) -> str:
    names = ", ".join(f"'{flag}'" for flag in flags)
    return f"EXISTS (SELECT 1 FROM finding_flags x WHERE x.finding = f.key AND x.flag IN ({names}))"


CHECKS = {
    "action-without-owner": Check(
        "actions", _OPEN, "NOT EXISTS (SELECT 1 FROM parties p WHERE p.finding = f.key AND p.role = 'owner')"
    ),
    "action-without-date": Check("actions", _OPEN, "f.due_date IS NULL AND f.due_event IS NULL"),
    "owner-unknown": Check("actions", _OPEN, _flagged("unknown-owner", "ambiguous-owner")),
    "owner-absent": Check("actions", _OPEN, _flagged("owner-absent")),
    "owner-not-member": Check("actions", _OPEN, _flagged("owner-not-member")),
    "unknown-initials": Check("findings", "1", _flagged("unknown-initials")),
    "decision-without-mover": Check(
        "decisions", f"f.kind = 'decision' AND coalesce(b.body, '') IN ({_RECORDING})", f"NOT {_MOVED}"
    ),
    "decision-without-outcome": Check("decisions", "f.kind = 'decision'", _flagged("no-outcome")),
    "meeting-without-date": Check("meetings", "", "m.date IS NULL"),
    "meeting-without-next": Check("meetings", "", "m.next_meeting IS NULL"),
    "meeting-without-attendance": Check(
        "meetings", "", "NOT EXISTS (SELECT 1 FROM attendees a WHERE a.meeting = m.key AND a.attendance <> 'mentioned')"
    ),
}
# The check that is made of some bodies only.
_BY_BODY = "decision-without-mover"
COUNTED = ("body", "year", "kind", "n", "of")
LISTED = ("date", "body", "text", "quote", "file", "page", "start", "end", "id", "meeting")
_OF_FINDINGS = ("id", "text", "quote")
_YEAR = "coalesce(substr(m.date, 1, 4), '')"


def count_open(connection: sqlite3.Connection) -> None:
    """Count anew; a step of `settle`."""
    connection.execute("DELETE FROM audit_counts")
    connection.execute(f'INSERT INTO audit_counts (kind, body, year, n, "of") {_counts()}')


def audit(connection: sqlite3.Connection, filters: Filters, limit: int | None = None, offset: int = 0) -> View:
    """How often something is open, for each body and year; where nothing is, there is no row.

    Args:
        connection: of the store.
        filters: series, since and until count, the latter by the year.
        limit: the most rows that are given; None for all.
        offset: how many are passed over before.
    """
    source = "audit_counts" if _is_settled(connection) else f"({_counts()})"
    conditions: list[str] = ["n > 0"]
    values: list[object] = []
    if filters.series:
        named = sorted(_series_names(connection, filters.series))
        conditions.append(f"body IN ({marks(named)})")
        values += named
    if filters.since is not None:
        conditions.append("year >= ?")
        values.append(filters.since[:4])
    if filters.until is not None:
        conditions.append("year BETWEEN '0' AND ?")
        values.append(filters.until[:4])
    rows = connection.execute(
        f'SELECT body, year, kind, n, "of" FROM {source} WHERE {" AND ".join(conditions)} '
        "ORDER BY body, year, kind LIMIT ? OFFSET ?",
        [*values, -1 if limit is None else limit, offset],
    )
    found = [{**dict(row), "body": row["body"] or None, "year": row["year"] or None} for row in rows]
    return View(COUNTED, COUNTED, found)


def audit_lines(
    connection: sqlite3.Connection, kind: str, filters: Filters, limit: int | None = None, offset: int = 0
) -> View:
    """What one check finds, newest meeting first.

    Raises:
        UsageError: there is no such check.
    """
    if kind not in CHECKS:
        raise UsageError(f"there is no check {kind}", f"Use one of {', '.join(CHECKS)}.")
    check = CHECKS[kind]
    conditions, values = meeting_conditions(connection, filters)
    if _is_settled(connection):
        # Only bodies of which there is something to list; which of them record movers was counted too.
        bodies = "SELECT body FROM audit_counts WHERE kind = ? GROUP BY body HAVING sum(n) > 0"
        found = [body for (body,) in connection.execute(bodies, (kind,))]
        if not found:
            return View(LISTED, ("date", "body", "text", "source"), [], ["text"])
        if kind == _BY_BODY:
            check = replace(check, among="f.kind = 'decision'")
            conditions.append(f"coalesce(b.body, '') IN ({marks(found)})")
            values += found
    conditions += [check.opens, *([check.among] if check.among else ())]
    finding = (
        'f.id, f.text, f.quote, f.page, f."start", f."end" '
        if check.among
        else 'NULL AS id, m.title AS text, NULL AS quote, NULL AS page, NULL AS "start", NULL AS "end" '
    )
    joined = "CROSS JOIN findings f ON f.meeting = m.key" if check.among else ""
    rows = connection.execute(
        f"SELECT {finding}, {MEETING_COLUMNS} FROM meetings m JOIN meeting_bodies b ON b.meeting = m.key "
        f"JOIN texts t ON t.key = m.text {joined} WHERE {' AND '.join(conditions)} "
        f"ORDER BY m.date DESC, m.id{', f.start, f.id' if check.among else ''} LIMIT ? OFFSET ?",
        [*values, -1 if limit is None else limit, offset],
    )
    lines = [
        {"date": row["date"], "body": row["body"], **{name: row[name] for name in _OF_FINDINGS}, **evidence(row),
         "meeting": row["meeting"]}
        for row in rows
    ]  # fmt: skip
    return View(LISTED, ("date", "body", "text", "source"), lines, ["text"])


def _is_settled(connection: sqlite3.Connection) -> bool:
    """Whether everything was counted anew: a batch that was killed has not done so."""
    return connection.execute("SELECT 1 FROM unsettled LIMIT 1").fetchone() is None


def _series_names(connection: sqlite3.Connection, wanted: str) -> set[str]:
    ids = sorted(series_ids(connection, wanted))
    return {name for (name,) in connection.execute(f"SELECT name FROM series WHERE id IN ({marks(ids)})", ids)}


def _counts() -> str:
    return " UNION ALL ".join(
        f"SELECT '{kind}' AS kind, coalesce(b.body, '') AS body, {_YEAR} AS year, sum({check.opens}) AS n, "
        f'count(*) AS "of" FROM meetings m JOIN meeting_bodies b ON b.meeting = m.key '
        f"{'JOIN findings f ON f.meeting = m.key' if check.among else ''} "
        f"{f'WHERE {check.among}' if check.among else ''} GROUP BY 2, 3"
        for kind, check in CHECKS.items()
    )
