"""How well the action log links what later meetings say of actions: the real extraction against links made by hand.

python benchmarks/action_links.py MANIFEST [--model FOLDER] [--explain] [--format text|json]

MANIFEST names the file of each document of `corpus/standoff/link_runs.json`, as `minutextract corpus rebuild` takes it.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from minutextract.corpus.files import read_rows
from minutextract.history.log import rebuild_log
from minutextract.pipeline import Pipeline
from minutextract.record import Record
from minutextract.store import open_store
from minutextract.store.connection import transaction
from minutextract.store.ledger import Found, finish, register

_GOLD = Path(__file__).parent.parent / "corpus" / "standoff"
# Whose words were not looked at while the rules were written.
UNSEEN = ("mantid-pmb",)

Place = tuple[str, int, int]


@dataclass(frozen=True)
class Outcome:
    """One predicted or wanted link, and what became of it."""

    series: str
    kind: str
    text: str


def main(
    manifest: Path,
    model: Annotated[Path | None, typer.Option(help="A model folder other than the usual one.")] = None,
    explain: Annotated[bool, typer.Option(help="Print every link that is wrong or missing.")] = False,
    format: Annotated[str, typer.Option(help="text or json")] = "text",
) -> None:
    """Print precision and recall by series, and why links are missing."""
    files = {row["id"]: manifest.parent / row["file"] for _, row in read_rows(manifest)}
    pipeline = Pipeline.load(model=model)
    outcomes = measure({name: pipeline.process_all(files[name]) for run in runs().values() for name in run})
    print(json.dumps(figures(outcomes), indent=1) if format == "json" else table(outcomes))
    if explain:
        for one in outcomes:
            if one.kind not in ("right", "found", "doubtful"):
                print(f"{one.series}: {one.kind}: {one.text}")


def runs() -> dict[str, list[str]]:
    """The documents of each run, in order, by a name for the run."""
    series = json.loads((_GOLD / "link_runs.json").read_text(encoding="utf-8"))["series"]
    return {f"{name} {n}": run for name, one in series.items() for n, run in enumerate(one["runs"])}


def measure(records: Mapping[str, Sequence[Record]]) -> list[Outcome]:
    """Settle the runs in a store of their own, and compare the log with the gold."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "runs.db", create=True) as store:
        for name, found in records.items():
            register(store, [Found(name, name, 1, 1)], made_by="benchmark")
            finish(store, name, found, made_by="benchmark")
        with transaction(store):
            for run, names in runs().items():
                _put_series(store, run, names)
            rebuild_log(store)
        logs = list(_logs(store))
    return [*_precision(logs), *_recall(logs)]


def _put_series(store: sqlite3.Connection, run: str, names: Sequence[str]) -> None:
    store.execute("INSERT INTO series (id, name) VALUES (?, ?)", (run, run))
    for place, name in enumerate(names, start=1):
        store.execute(
            "INSERT INTO series_meetings (meeting, series, place, how) "
            "SELECT key, ?, ?, 'given' FROM meetings WHERE document = ?",
            (run, place, name),
        )


def _logs(store: sqlite3.Connection) -> Iterator[list[Place]]:
    """The places of each action of the log, in order of time."""
    query = (
        'SELECT e.action, m.document, f."start", f."end", f.detail FROM log_entries e '
        "JOIN findings f ON f.key = e.finding JOIN meetings m ON m.key = e.meeting "
        'JOIN series_meetings s ON s.meeting = m.key ORDER BY e.action, s.place, f."start"'
    )
    places: dict[str, list[Place]] = defaultdict(list)
    for row in store.execute(query):
        repeats = json.loads(row["detail"]).get("repeats") or []
        places[row["action"]] += [
            (row["document"], start, end)
            for start, end in [(row["start"], row["end"]), *((one["start"], one["end"]) for one in repeats)]
        ]
    yield from places.values()


def _gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_GOLD / "links.jsonl").read_text(encoding="utf-8").splitlines()]


def _earlier(link: Mapping[str, Any]) -> set[Place]:
    doc = link["action"]["doc"]
    return {(doc, one["start"], one["end"]) for one in (link["action"], *link.get("action_also", ()))}


def _later(link: Mapping[str, Any]) -> set[Place]:
    doc = link["later"]["doc"]
    return {(doc, one["start"], one["end"]) for one in (link["later"], *link["also"])}


def _sets() -> list[tuple[set[Place], set[Place]]]:
    """For each action of the gold all its places, and those of them that are doubtful."""
    sets: dict[Place, tuple[set[Place], set[Place]]] = {}
    for link in _gold():
        doc, start, end = link["action"]["doc"], link["action"]["start"], link["action"]["end"]
        places, doubtful = sets.setdefault((doc, start, end), (set(), set()))
        places |= _earlier(link) | _later(link)
        if not link["certain"]:
            doubtful |= _later(link)
    return list(sets.values())


def _meet(some: Sequence[Place] | set[Place], others: Sequence[Place] | set[Place]) -> bool:
    return any(a[0] == b[0] and a[1] < b[2] and b[1] < a[2] for a in some for b in others)


def _precision(logs: Sequence[Sequence[Place]]) -> Iterator[Outcome]:
    """Each later document of an action of the log is one link: to its earlier places."""
    sets = _sets()
    for places in logs:
        docs = list(dict.fromkeys(doc for doc, _, _ in places))
        for n, doc in enumerate(docs[1:], start=1):
            later = [place for place in places if place[0] == doc]
            earlier = [place for place in places if place[0] in docs[:n]]
            tied = [one for one in sets if _meet(one[0], later) and _meet(one[0], earlier)]
            doubtful = any(_meet(doubts, later) for _, doubts in sets)
            kind = "right" if tied else "doubtful" if doubtful else "wrong"
            yield Outcome(doc.split(":")[0], kind, f"{earlier[0]} -> {later}")


def _recall(logs: Sequence[Sequence[Place]]) -> Iterator[Outcome]:
    everywhere = [place for places in logs for place in places]
    by_action = {min(places): places for places, _ in _sets()}
    for link in _gold():
        if not link["certain"]:
            continue
        later = _later(link)
        whole = next(places for places in by_action.values() if _earlier(link) <= places and later <= places)
        before = {place for place in whole if place[0] < link["later"]["doc"]}
        if any(_meet(places, later) and _meet(places, before) for places in logs):
            kind = "found"
        elif not _meet(everywhere, later):
            kind = "missing: no finding at the later place"
        elif not _meet(everywhere, before):
            kind = "missing: no finding at an earlier place"
        elif any(
            _meet(places, later) and len({doc for doc, _, _ in places if doc < link["later"]["doc"]}) for places in logs
        ):
            kind = "missing: linked wrongly"
        else:
            kind = "missing: not linked"
        yield Outcome(link["series"], kind, f"{link['by']} {sorted(_earlier(link))[0]} -> {sorted(later)[0]}")


def figures(outcomes: Sequence[Outcome]) -> dict[str, dict[str, float | int | None]]:
    """Precision, recall and counts by series, of those whose words were seen, of those not, and of all."""
    series = list(dict.fromkeys(one.series for one in outcomes))
    groups = {name: {name} for name in series}
    groups |= {"seen": set(series) - set(UNSEEN), "unseen": set(UNSEEN), "all": set(series)}
    return {name: _figures([one for one in outcomes if one.series in group]) for name, group in groups.items()}


def _figures(outcomes: Sequence[Outcome]) -> dict[str, float | int | None]:
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


def table(outcomes: Sequence[Outcome]) -> str:
    """The figures as lines."""
    return "\n".join(
        f"{name:14}" + "  ".join(f"{key} {value}" for key, value in one.items())
        for name, one in figures(outcomes).items()
    )


if __name__ == "__main__":
    typer.run(main)
