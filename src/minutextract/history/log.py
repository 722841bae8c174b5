"""The living action log of an archive: made anew from the findings of all meetings, whatever order they came in."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from minutextract.history.following import Following
from minutextract.history.judged import Judged, judged_links
from minutextract.history.linking import Linker, refs_are_kept
from minutextract.history.log_changes import clear, digests
from minutextract.history.log_mentions import Mention, read_mentions
from minutextract.history.log_refs import is_registered
from minutextract.history.log_state import LogAction
from minutextract.history.retelling import Retold, read_retold


def rebuild_log(connection: sqlite3.Connection) -> None:
    """Derive the action log; a step of `settle`, inside its transaction.

    The log of a series that rests on what it rested on before stays: it would be the same.

    Args:
        connection: with the series of meetings and the persons of attendees already derived.
    """
    names = _short_forms(connection)
    judged = judged_links(connection)
    now = digests(connection, names, judged)
    before = dict(connection.execute("SELECT series, digest FROM log_series").fetchall())
    clear(connection, [series for series, digest in now.items() if before.get(series) == digest])
    lengths = dict(connection.execute("SELECT series, max(place) FROM series_meetings GROUP BY series").fetchall())
    for series, digest in sorted(now.items()):
        if before.get(series) != digest:
            found = follow(read_mentions(connection, series), read_retold(connection, series), judged)
            _save(connection, series, lengths[series], found, list(_refs(found.actions, names[series], set())))
            connection.execute("INSERT INTO log_series (series, digest) VALUES (?, ?)", (series, digest))
    taken: set[str] = set()
    for mentions in read_mentions(connection, None):
        found = follow([mentions], None, judged)
        _save(connection, None, None, found, list(_refs(found.actions, "", taken)))


def follow(
    meetings: Sequence[Sequence[Mention]], told: Mapping[int, Retold] | None = None, judged: Judged | None = None
) -> Following:
    """The actions of one series, and the links that remain to be confirmed.

    Args:
        meetings: the mentions of each meeting, in order of time.
        told: the text of each meeting, by its place in the series.
        judged: the links that were confirmed or refused.
    """
    told = told or {}
    following = Following(Linker(refs_trusted=refs_are_kept(meetings)), judged=judged or Judged())
    by_place = {mentions[0].place: mentions for mentions in meetings}
    for place in sorted({*by_place, *told}):
        following.meeting(by_place.get(place, ()), told.get(place), place)
    return following


def action_id(mention: Mention) -> str:
    """The id of the action that a mention opens: the same in every store that holds the document."""
    return hashlib.sha256(f"{mention.meeting_id}:{mention.finding}".encode()).hexdigest()[:12]


def _short_forms(connection: sqlite3.Connection) -> dict[str, str]:
    """A short form for each series: its initials, or its name if that is one word; with its id where two are alike."""
    alike: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute("SELECT id, name FROM series ORDER BY id"):
        alike[_short_form(row["name"])].append(row["id"])
    names: dict[str, str] = {}
    for form, several in alike.items():
        marks = [hashlib.sha256(series.encode()).hexdigest() for series in several]
        # No two series may have the same form, or an action's reference would depend on what the other has.
        size = next(n for n in range(4, 65) if len({mark[:n] for mark in marks}) == len(marks))
        names |= {
            series: form if len(several) == 1 else f"{form}~{mark[:size]}"
            for series, mark in zip(several, marks, strict=True)
        }
    return names


def _short_form(name: str) -> str:
    words = re.findall(r"\w+", name)
    telling = [word for word in words if word[:1].isupper() or word[:1].isdigit()] or words
    if len(telling) < 2:
        return "".join(telling)[:12] or "log"
    return "".join(word if word.isupper() and len(word) < 5 else word[0].upper() for word in telling)[:10]


def _refs(actions: Sequence[LogAction], short: str, taken: set[str]) -> Iterator[str]:
    """A readable reference for each action: its own if no other has it, else the meeting's date and a number."""
    own = Counter(action.first.ref for action in actions)
    numbers: Counter[int] = Counter()
    for action in actions:
        first = action.first
        numbers[first.meeting] += 1
        if first.ref and is_registered(first.ref) and own[first.ref] == 1:
            ref = first.ref
        else:
            ref = f"{first.day or 'undated'}/{numbers[first.meeting]}"
        ref = f"{short} {ref}".strip()
        if ref in taken:
            # Two meetings on one day, or of no series.
            ref = f"{ref}~{action_id(first)[:6]}"
        taken.add(ref)
        yield ref


def _save(
    connection: sqlite3.Connection,
    series: str | None,
    length: int | None,
    found: Following,
    refs: Sequence[str],
) -> None:
    actions, proposals = found.actions, found.proposals
    ids = {id(action): action_id(action.first) for action in actions}
    connection.executemany(
        "INSERT INTO log_actions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "(SELECT start FROM findings WHERE key = ?))",
        (_row(ids[id(action)], ref, series, length, action) for action, ref in zip(actions, refs, strict=True)),
    )
    connection.executemany(
        "INSERT INTO log_owners VALUES (?, ?, ?, ?)",
        ((ids[id(action)], n, owner.person, owner.name) for action in actions for n, owner in enumerate(action.owners)),
    )
    connection.executemany("INSERT OR IGNORE INTO log_entries VALUES (?, ?, ?, ?, ?, ?, 1, ?)", _entries(ids, actions))
    connection.executemany(
        "INSERT OR IGNORE INTO log_proposals VALUES (?, ?, ?, ?)",
        (
            (proposal.mention.findings[0], ids[id(proposal.link.action)], proposal.link.score, proposal.link.reason)
            for proposal in proposals
        ),
    )

    connection.executemany(
        "INSERT OR REPLACE INTO log_told VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _told(ids, found)
    )


def _told(ids: dict[int, str], found: Following) -> Iterator[tuple[object, ...]]:
    for retold, telling in found.told_proposals:
        mention = retold.mention(telling.passage, telling.status)
        yield (*_place(ids[id(telling.action)], mention), telling.how, 0, telling.score, telling.reason)
    for action in found.actions:
        for entry in action.entries:
            if not entry.mention.findings:
                yield (*_place(ids[id(action)], entry.mention, entry.status), entry.how, 1, 1.0, entry.reason)


def _place(key: str, mention: Mention, status: str | None = None) -> tuple[object, ...]:
    return (key, mention.meeting, mention.start, mention.end, mention.quote, status or mention.status, mention.due_date)


def _row(key: str, ref: str, series: str | None, length: int | None, action: LogAction) -> tuple[object, ...]:
    first, last = action.first, action.entries[-1].mention
    return (
        key,
        ref,
        series,
        first.finding,
        first.text,
        action.status,
        action.due_text,
        action.due_date,
        first.meeting,
        last.meeting,
        (length or last.place) - last.place,
        action.reopened,
        first.day,
        first.findings[0],
    )


def _entries(ids: dict[int, str], actions: Sequence[LogAction]) -> Iterator[tuple[object, ...]]:
    for action in actions:
        for entry in action.entries:
            mention = entry.mention
            for n, finding in enumerate(mention.findings):
                how = entry.how if n == 0 else "with"
                yield (
                    ids[id(action)],
                    finding,
                    mention.meeting,
                    entry.status,
                    mention.due_date,
                    how,
                    entry.reason,
                )
