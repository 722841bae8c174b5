"""How long each question takes in a large store of invented findings, and how large it is.

    python benchmarks/million_findings.py --findings 1000000 --store /tmp/million.db

Makes the store by plain inserts (one that is there is used as it is), and prints the quickest of five runs of every
question, in milliseconds of wall clock and of processor time.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from minutextract.questions.audit import audit, audit_lines, count_open
from minutextract.questions.filters import Filters
from minutextract.questions.findings import decisions, insights, praise
from minutextract.questions.search import search
from minutextract.store import open_store
from minutextract.store.connection import transaction
from minutextract.views.filters import Filter
from minutextract.views.meetings import meetings_view
from minutextract.views.people import people_view
from minutextract.views.table import View

_FINDINGS, _SENTENCES, _PEOPLE, _ITEMS = 20, 25, 10, 8
_KINDS = ("action", "action", "action", "decision", "decision", "insight", "insight", "praise", "update")
_FLAGS = ("no-due-date", "no-due-date", "no-owner", "owner-absent", "uncertain-label", "unknown-initials")
_SYLLABLES = (
    "ba",
    "cor",
    "dun",
    "el",
    "fir",
    "gan",
    "hol",
    "is",
    "jar",
    "kel",
    "lom",
    "mer",
    "nor",
    "ot",
    "pel",
    "rus",
)
_RUNS = 5


class Invention:
    """Meetings of 200 bodies over 40 years, with words as unevenly frequent as those of a language."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._words = ["".join(parts) for parts in itertools.product(_SYLLABLES, repeat=4)][:30_000]
        self._weights = list(itertools.accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        self._names = [
            f"{first.title()} {last.title()}"
            for first, last in zip(self._words[:20000], self._words[9000:29000], strict=True)
        ]

    def meeting(self, number: int) -> Iterator[tuple[str, tuple[object, ...]]]:
        """The rows of one meeting, each with its table, in the order in which they have to be written."""
        chance, document = self._chance, hashlib.sha256(str(number).encode()).hexdigest()
        sentences = [" ".join(chance.choices(self._words, cum_weights=self._weights, k=14)) for _ in range(_SENTENCES)]
        text, body = "\n".join(sentences), number % 200
        day = f"{1985 + number % 40}-{1 + number // 40 % 12:02}-{1 + number // 480 % 28:02}"
        yield "documents", (document, "text/plain", len(text), "done", None, None, None, 0, None, None, "v1")
        yield "files", (f"/archive/body {body}/{number}.txt", document, len(text), 1, 0)
        yield "texts", (number, document, "", hashlib.sha256(text.encode()).hexdigest(), text)
        yield "meetings", (number, document[:12], document, number, f"Body {body}", "Minutes", day, None, None, None,
                           None if number % 3 else "2025-01-01", None, "[]")  # fmt: skip
        yield "series_meetings", (number, f"s{body}", 1 + number // 200, "name")
        members = [(body * 37 + n * n + number % 5) % len(self._names) for n in range(_PEOPLE)]
        for n, member in enumerate(members):
            key = number * _PEOPLE + n
            yield (
                "attendees",
                (key, number, f"p{n}", self._names[member], "[]", "[]", None, None, "present", None, 0, 5),
            )
            yield "person_attendees", (key, f"n{member}", "name", 1)
        for n in range(_ITEMS):
            title = " ".join(chance.choices(self._words, cum_weights=self._weights, k=2)).title()
            yield "items", (number, f"i{n}", str(n + 1), title)
        yield from self._said(number, document, sentences, members)

    def _said(
        self, number: int, document: str, sentences: list[str], members: list[int]
    ) -> Iterator[tuple[str, tuple[object, ...]]]:
        chance, start = self._chance, 0
        for n, sentence in enumerate(sentences):
            end, item = start + len(sentence), f"i{n * _ITEMS // _SENTENCES}"
            yield "sentences", (number * _SENTENCES + n, number, f"s{n}", item, start, end, sentence, "[]")
            if n < _FINDINGS:
                key, kind = number * _FINDINGS + n, chance.choice(_KINDS)
                flags = json.dumps([chance.choice(_FLAGS)] if chance.random() < 0.6 else [])
                due = f"20{10 + n}-05-01" if chance.random() < 0.3 else None
                yield "findings", (key, f"{document[:9]}{n:03}", kind, number, f"s{n}", item, sentence, sentence, start,
                                   end, 1, round(chance.random(), 3), flags, None, "open", None, due, None, "{}",
                                   "[]")  # fmt: skip
                role = {"action": "owner", "update": "owner", "decision": "mover"}.get(kind, "by")
                who = chance.randrange(_PEOPLE)
                name = self._names[members[who]]
                yield "parties", (key, role, 0, name, name, "person", "roster", f"p{who}", None)
            start = end + 1


def make(path: Path, findings: int) -> None:
    """Write a store of so many findings."""
    invention = Invention()
    with open_store(path, create=True) as store:
        meetings = findings // _FINDINGS
        with transaction(store):
            store.executemany("INSERT INTO series VALUES (?, ?)", [(f"s{n}", f"Body {n}") for n in range(200)])
            names = enumerate(invention._names)
            store.executemany("INSERT INTO persons VALUES (?, ?)", [(f"n{n}", name) for n, name in names])
        for first in range(1, meetings + 1, 500):
            with transaction(store):
                for number in range(first, min(first + 500, meetings + 1)):
                    for table, values in invention.meeting(number):
                        store.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)
        with transaction(store):
            store.execute("DELETE FROM unsettled")
            count_open(store)


def questions(store: sqlite3.Connection) -> dict[str, Callable[[], View]]:
    """Every question as a command asks it, with a page of answers."""
    [name] = store.execute("SELECT name FROM parties WHERE finding = (SELECT max(key) FROM findings)").fetchone()
    common, rare, none = "babababa", "norotpelrus", Filters()
    return {
        "decisions": lambda: decisions(store, none, 100),
        "praise": lambda: praise(store, none, 100),
        "insights": lambda: insights(store, none, 100),
        "decisions of a body": lambda: decisions(store, Filters(series="Body 17"), 100),
        "decisions of a series": lambda: decisions(store, Filters(series="s17"), 100),
        "decisions of a person": lambda: decisions(store, Filters(person=name), 100),
        "decisions of an old year": lambda: decisions(store, Filters(since="1985", until="1985"), 100),
        "insights on a common item": lambda: insights(store, Filters(item=common), 100),
        "insights on a rare item": lambda: insights(store, Filters(item=rare), 100),
        "praise with a flag": lambda: praise(store, Filters(flag="uncertain-label"), 100),
        "praise with a score": lambda: praise(store, Filters(min_score=0.99), 100),
        "search a common word": lambda: search(store, common, none, 50),
        "search a rare word": lambda: search(store, rare, none, 50),
        "search two common words": lambda: search(store, f"{common} bababacor", none, 50),
        "search a phrase": lambda: search(store, f'"{common} bababacor"', none, 50),
        "search a beginning": lambda: search(store, "bab*", none, 50),
        "search in a body": lambda: search(store, common, Filters(series="Body 17"), 50),
        "search decisions": lambda: search(store, common, none, 50, kind="decision"),
        "audit": lambda: audit(store, none),
        "audit of a body": lambda: audit(store, Filters(series="Body 17")),
        "meetings of a body": lambda: meetings_view(store, Filter(series="Body 17")),
        "a person": lambda: people_view(store, Filter(person=name)),
        "audit lines": lambda: audit_lines(store, "decision-without-mover", none, 100),
    }


def measure(path: Path) -> None:
    """Print how long each question takes."""
    with open_store(path) as store:
        for name, ask in questions(store).items():
            walls, cpus, answers = [], [], 0
            for _ in range(_RUNS):
                wall, cpu = time.perf_counter(), time.process_time()
                answers = len(ask().rows)
                walls.append(time.perf_counter() - wall)
                cpus.append(time.process_time() - cpu)
            print(f"{name:28}{1000 * min(walls):9.1f} ms{1000 * min(cpus):9.1f} ms of processor{answers:7} rows")


def main() -> None:
    """Make the store if it is not there, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, default=1_000_000)
    parser.add_argument("--store", type=Path, required=True)
    given = parser.parse_args()
    if not given.store.exists():
        begun, spent = time.perf_counter(), time.process_time()
        make(given.store, given.findings)
        print(f"made in {time.perf_counter() - begun:.0f} s, {time.process_time() - spent:.0f} s of processor")
    print(f"{given.findings:,} findings, {given.store.stat().st_size / 1e6:.0f} MB")
    measure(given.store)


if __name__ == "__main__":
    main()
