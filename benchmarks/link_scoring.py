"""Comparing the links of an action log with links made by hand: by place, by status and by date."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from minutextract.history.log import rebuild_log
from minutextract.history.steps import link_people
from minutextract.record import Record
from minutextract.store import open_store
from minutextract.store.connection import transaction
from minutextract.store.ledger import Found, finish, register

Place = tuple[str, int, int]
AS_IT_WAS = "as it was"


@dataclass(frozen=True)
class GoldLink:
    """What a later document says of an earlier action; `certain` is false for links that count neither way."""

    series: str
    earlier: frozenset[Place]
    later: frozenset[Place]
    status: str
    revised_due: str | None
    by: str
    certain: bool = True


@dataclass(frozen=True)
class Told:
    """A finding of an action of the log: where it stands, how the action stands by it, and the new day."""

    place: Place
    status: str | None
    due: str | None


@dataclass
class Logged:
    """An action of the log, and the places that the log only proposes for it."""

    told: list[Told] = field(default_factory=list)
    proposed: list[Place] = field(default_factory=list)

    @property
    def places(self) -> list[Place]:
        """All its places, in order of time."""
        return [one.place for one in self.told]

    def status_in(self, document: str) -> str:
        """How it stands by a document, if that says so."""
        said = [one.status for one in self.told if one.place[0] == document and one.status]
        return said[-1] if said else AS_IT_WAS

    def due_in(self, document: str) -> str | None:
        """The day that a document gives it."""
        said = [one.due for one in self.told if one.place[0] == document and one.due]
        return said[-1] if said else None


@dataclass(frozen=True)
class Outcome:
    """A link that was made or wanted, and what became of it; of one that was found also how the log has it."""

    series: str
    kind: str
    text: str
    status: tuple[str, str] = ("", "")
    due: tuple[str | None, str | None] = (None, None)


def log_of(records: Mapping[str, Sequence[Record]], runs: Mapping[str, Sequence[str]]) -> list[Logged]:
    """The action log of series that are given, with their people told apart.

    Args:
        records: what was found in each document.
        runs: the documents of each series, in order of time.
    """
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "runs.db", create=True) as store:
        of = {name: run for run, names in runs.items() for name in names}
        for name, found in records.items():
            register(store, [Found(f"{of[name]}/{name}", name, 1, 1)], made_by="benchmark")
            finish(store, name, found, made_by="benchmark")
        with transaction(store):
            for run, names in runs.items():
                _put_series(store, run, names)
            link_people(store)
            rebuild_log(store)
        return list(_logged(store))


def _put_series(store: sqlite3.Connection, run: str, names: Sequence[str]) -> None:
    store.execute("INSERT INTO series (id, name) VALUES (?, ?)", (run, run))
    for place, name in enumerate(names, start=1):
        store.execute(
            "INSERT INTO series_meetings (meeting, series, place, how) "
            "SELECT key, ?, ?, 'given' FROM meetings WHERE document = ?",
            (run, place, name),
        )


def _logged(store: sqlite3.Connection) -> Iterator[Logged]:
    actions: dict[str, Logged] = defaultdict(Logged)
    for row in store.execute(
        'SELECT e.action, m.document, f."start", f."end", f.detail, e.status, e.due_date FROM log_entries e '
        "JOIN findings f ON f.key = e.finding JOIN meetings m ON m.key = e.meeting "
        'JOIN series_meetings s ON s.meeting = m.key ORDER BY e.action, s.place, f."start"'
    ):
        repeats = [(one["start"], one["end"]) for one in json.loads(row["detail"]).get("repeats") or []]
        actions[row["action"]].told += [
            Told((row["document"], *span), row["status"], row["due_date"])
            for span in [(row["start"], row["end"]), *repeats]
        ]
    for row in store.execute(
        "SELECT l.*, m.document FROM log_told l JOIN meetings m ON m.key = l.meeting "
        "JOIN series_meetings s ON s.meeting = m.key ORDER BY s.place"
    ):
        place = (row["document"], row["start"], row["end"])
        if row["certain"]:
            actions[row["action"]].told.append(Told(place, row["status"], row["due_date"]))
        else:
            actions[row["action"]].proposed.append(place)
    for row in store.execute(
        'SELECT p.action, m.document, f."start", f."end" FROM log_proposals p JOIN findings f ON f.key = p.finding '
        "JOIN meetings m ON m.key = f.meeting"
    ):
        actions[row["action"]].proposed.append((row["document"], row["start"], row["end"]))
    order = {row["document"]: row["place"] for row in store.execute(
        "SELECT m.document, s.place FROM series_meetings s JOIN meetings m ON m.key = s.meeting"
    )}  # fmt: skip
    for action in actions.values():
        action.told.sort(key=lambda one: (order[one.place[0]], one.place[1]))
    yield from actions.values()


def compared(links: Sequence[GoldLink], log: Sequence[Logged]) -> list[Outcome]:
    """What is right and wrong in a log, and which links it has, lacks or proposes."""
    chains = _chains(links)
    return [*_made(links, chains, log), *_wanted(links, chains, log)]


def meet(some: Iterable[Place], others: Iterable[Place]) -> bool:
    """Whether a place of the one overlaps a place of the other."""
    known = list(others)
    return any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in some for b in known)


def _chains(links: Sequence[GoldLink]) -> list[set[Place]]:
    """All places of each action of the gold: links that share a place of the action are of one."""
    chains: list[set[Place]] = []
    for link in links:
        own = set(link.earlier | link.later)
        for one in [one for one in chains if one & link.earlier]:
            chains.remove(one)
            own |= one
        chains.append(own)
    return chains


def _made(links: Sequence[GoldLink], chains: Sequence[set[Place]], log: Sequence[Logged]) -> Iterator[Outcome]:
    """Each later document of an action of the log is one link: to its earlier places."""
    series = {place[0]: link.series for link in links for place in link.earlier | link.later}
    doubts = [link.later for link in links if not link.certain]
    for action in log:
        docs = list(dict.fromkeys(doc for doc, _, _ in action.places))
        for n, doc in enumerate(docs[1:], start=1):
            later = [place for place in action.places if place[0] == doc]
            earlier = [place for place in action.places if place[0] in docs[:n]]
            right = any(meet(one, later) and meet(one, earlier) for one in chains)
            doubtful = any(meet(one, later) for one in doubts)
            kind = "right" if right else "doubtful" if doubtful else "wrong"
            yield Outcome(series.get(doc, doc), kind, f"{earlier[0]} -> {later}")


def _wanted(links: Sequence[GoldLink], chains: Sequence[set[Place]], log: Sequence[Logged]) -> Iterator[Outcome]:
    everywhere = [place for action in log for place in action.places]
    for link in links:
        if not link.certain:
            continue
        [doc] = {place[0] for place in link.later}
        whole = next(one for one in chains if link.later <= one and link.earlier <= one)
        before = {place for place in whole if place[0] < doc}
        text = f"{link.by} {min(link.earlier)} -> {min(link.later)}"
        linked = [one for one in log if meet(one.places, link.later) and meet(one.places, before)]
        if linked:
            status, due = linked[0].status_in(doc), linked[0].due_in(doc)
            yield Outcome(link.series, "found", text, (link.status, status), (link.revised_due, due))
            continue
        proposed = any(meet(one.proposed, link.later) and meet(one.places, before) for one in log)
        if proposed:
            kind = "proposed"
        elif not meet(everywhere, link.later):
            kind = "no finding at the later place"
        elif not meet(everywhere, before):
            kind = "no finding at an earlier place"
        else:
            kind = "not linked"
        yield Outcome(link.series, f"missing: {kind}", text)


def figures(outcomes: Sequence[Outcome]) -> dict[str, float | int | None]:
    """Precision, recall and counts."""
    counts = Counter(one.kind for one in outcomes)
    missing = {kind: count for kind, count in sorted(counts.items()) if kind.startswith("missing")}
    gold = counts["found"] + sum(missing.values())
    made = counts["right"] + counts["wrong"]
    return {
        "precision": round(counts["right"] / made, 3) if made else None,
        "links made": made,
        "recall": round(counts["found"] / gold, 3) if gold else None,
        "links of the gold": gold,
        **missing,
    }


def by_status(outcomes: Sequence[Outcome]) -> dict[str, dict[str, int]]:
    """Of the links that were found, by the status of the gold: how often the log has which."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in outcomes:
        if one.kind == "found":
            counts[one.status[0]][one.status[1]] += 1
    return {status: dict(found.most_common()) for status, found in sorted(counts.items())}
