"""How long each question takes in a large store of invented findings, and how large it is.

    python benchmarks/million_findings.py --findings 1000000 --store /tmp/million.db

Makes the store by plain inserts (one that is there is used as it is), with an action log and people over time as
`settle` would leave them, and prints the quickest of five runs of every question, in milliseconds of wall clock and of
processor time.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import random
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from minutextract.history.log_query import LogFilter, LogStatus, find_actions
from minutextract.people.names import fold_name
from minutextract.questions.audit import audit, audit_lines, count_open
from minutextract.questions.filters import Filters
from minutextract.questions.findings import decisions, insights, praise
from minutextract.questions.names import collect_names
from minutextract.questions.search import search
from minutextract.store import open_store
from minutextract.store.connection import transaction
from minutextract.views.filters import Filter
from minutextract.views.meetings import meetings_view
from minutextract.views.people import count_people, people_view
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
        # By body, the actions that a later meeting may come back to; of all, the rows of the log.
        self._in_hand: dict[int, list[list[object]]] = defaultdict(list)
        self.log: list[list[object]] = []
        self._weights = list(itertools.accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        self.names = [
            f"{first.title()} {last.title()}"
            for first, last in zip(self._words[:20000], self._words[9000:29000], strict=True)
        ]

    def meeting(self, number: int) -> Iterator[tuple[str, tuple[object, ...]]]:
        """The rows of one meeting, each with its table, in the order in which they have to be written."""
        chance, document = self._chance, hashlib.sha256(str(number).encode()).hexdigest()
        sentences = [" ".join(chance.choices(self._words, cum_weights=self._weights, k=14)) for _ in range(_SENTENCES)]
        text, body, past = "\n".join(sentences), number % 200, number // 200
        day = f"{1985 + past // 6}-{1 + 2 * (past % 6):02}-{1 + body % 28:02}"
        yield "documents", (document, "text/plain", len(text), "done", None, None, None, 0, None, None, "v1")
        yield "files", (f"/archive/body {body}/{number}.txt", document, len(text), 1, 0)
        yield "texts", (number, document, "", hashlib.sha256(text.encode()).hexdigest(), text)
        yield "meetings", (number, document[:12], document, number, f"Body {body}", "Minutes", day, None, None, None,
                           None if number % 3 else "2025-01-01", None, "[]")  # fmt: skip
        yield "series_meetings", (number, f"s{body}", 1 + past, "name")
        members = [(body * 97 + n * 13 + past // 24) % len(self.names) for n in range(_PEOPLE)]
        for n, member in enumerate(members):
            key = number * _PEOPLE + n
            yield (
                "attendees",
                (key, number, f"p{n}", self.names[member], "[]", "[]", None, None, "present", None, 0, 5),
            )
            yield "person_attendees", (key, f"n{member}", "name", 1)
        for n in range(_ITEMS):
            title = " ".join(chance.choices(self._words, cum_weights=self._weights, k=2)).title()
            yield "items", (number, f"i{n}", str(n + 1), title)
        yield from self._said(number, document, sentences, members, day)

    def _said(
        self, number: int, document: str, sentences: list[str], members: list[int], day: str
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
                name = self.names[members[who]]
                yield "parties", (key, role, 0, name, name, "person", "roster", f"p{who}", None)
                if role == "owner":
                    yield from self._logged(number, day, key, f"{document[:9]}{n:03}", kind, sentence, members[who])
            start = end + 1

    def _logged(
        self, number: int, day: str, key: int, finding: str, kind: str, sentence: str, member: int
    ) -> Iterator[tuple[str, tuple[object, ...]]]:
        """An action is new, or an earlier one of the body again; three of five updates close one."""
        chance, body = self._chance, number % 200
        known = self._in_hand[body]
        if known and chance.random() < (0.3 if kind == "action" else 0.9):
            action, how = known[chance.randrange(len(known))], "wording"
            status = (
                "carried" if kind == "action" else chance.choice(("done", "done", "done", "in-progress", "carried"))
            )
            action[5], action[9], action[10] = status, number, number // 200
            if status == "done":
                known.remove(action)
        else:
            how, status = "first", "open"
            due = (
                f"{int(day[:4]) + chance.randrange(2)}-{chance.randrange(1, 13):02}-15"
                if chance.random() < 0.5
                else None
            )
            ref = f"B{body} {day}/{key}"
            action = [
                f"a{key}",
                ref,
                f"s{body}",
                finding,
                sentence,
                status,
                due,
                due,
                number,
                number,
                number // 200,
                0,
                day,
                0,
            ]
            self.log.append(action)
            known.append(action)
            del known[:-60]
            yield "log_owners", (action[0], 0, f"n{member}", self.names[member])
        if chance.random() < 0.02:
            yield "log_proposals", (key, known[0][0] if known else action[0], 0.5, "only some of the words agree")
        yield "log_entries", (action[0], key, number, status, None, how, 1, "the wordings agree")


def make(path: Path, findings: int) -> None:
    """Write a store of so many findings."""
    invention, meetings = Invention(), findings // _FINDINGS
    with open_store(path, create=True) as store:
        # What refers to something else may come before it.
        store.execute("PRAGMA foreign_keys = OFF")
        with transaction(store):
            store.executemany("INSERT INTO series VALUES (?, ?)", [(f"s{n}", f"Body {n}") for n in range(200)])
            names = list(enumerate(invention.names))
            store.executemany("INSERT INTO persons VALUES (?, ?)", [(f"n{n}", name) for n, name in names])
            spelt = [(f"n{n}", name, fold_name(name)) for n, name in names]
            store.executemany("INSERT INTO person_names VALUES (?, ?, ?)", spelt)
        for first in range(1, meetings + 1, 500):
            rows: dict[str, list[tuple[object, ...]]] = defaultdict(list)
            for number in range(first, min(first + 500, meetings + 1)):
                for table, values in invention.meeting(number):
                    rows[table].append(values)
            with transaction(store):
                for table, several in rows.items():
                    _insert(store, table, several)
        for action in invention.log:
            # So many meetings of its body since.
            action[10] = (meetings - int(str(action[8])) % 200) // 200 - int(str(action[10]))
        with transaction(store):
            _insert(store, "log_actions", invention.log)
            count_people(store)
            count_open(store)
            collect_names(store)
            store.execute("DELETE FROM unsettled")


def _insert(store: sqlite3.Connection, table: str, rows: Sequence[Sequence[object]]) -> None:
    store.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)


def questions(store: sqlite3.Connection) -> dict[str, Callable[[], View]]:
    """Every question as a command asks it, with a page of answers."""
    [name] = store.execute("SELECT name FROM parties WHERE finding = (SELECT max(key) FROM findings)").fetchone()
    common, rare, none = "babababa", "norotpelrus", Filters()

    def actions(*, history: bool = False, offset: int = 0, **wanted: Any) -> View:
        found = find_actions(store, LogFilter(**wanted), history=history, limit=100, offset=offset)
        return View((), (), [{"ref": one.ref} for one in found])

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
        "search one letter*": lambda: search(store, "b*", none, 50),
        "search a common beginning": lambda: search(store, f"{common}*", none, 50),
        "search a long beginning": lambda: search(store, "babab*", none, 50),
        "search a rare beginning": lambda: search(store, "norotpel*", none, 50),
        "search word and letter*": lambda: search(store, f"{common} c*", none, 50),
        "search letter* of a body": lambda: search(store, "b*", Filters(series="Body 17"), 50),
        "search decisions, letter*": lambda: search(store, "b*", none, 50, kind="decision"),
        "search, 1,000 on": lambda: search(store, common, none, 50, 1_000),
        "search in a body": lambda: search(store, common, Filters(series="Body 17"), 50),
        "search decisions": lambda: search(store, common, none, 50, kind="decision"),
        "audit": lambda: audit(store, none, 100),
        "audit, 10,000 on": lambda: audit(store, none, 100, 10_000),
        "audit of a body": lambda: audit(store, Filters(series="Body 17"), 100),
        "audit lines": lambda: audit_lines(store, "decision-without-mover", none, 100),
        "audit lines, 10,000 on": lambda: audit_lines(store, "action-without-date", none, 100, 10_000),
        "decisions, 10,000 on": lambda: decisions(store, none, 100, 10_000),
        "meetings": lambda: meetings_view(store, Filter(), 100),
        "meetings, 10,000 on": lambda: meetings_view(store, Filter(), 100, 10_000),
        "meetings of a body": lambda: meetings_view(store, Filter(series="Body 17"), 100),
        "all meetings of a body": lambda: meetings_view(store, Filter(series="s17")),
        "meetings of a person": lambda: meetings_view(store, Filter(person=name), 100),
        "meetings of an old year": lambda: meetings_view(store, Filter(since="1985-01-01", until="1985-12-31"), 100),
        "people": lambda: people_view(store, Filter(), 100),
        "people, 10,000 on": lambda: people_view(store, Filter(), 100, 10_000),
        "people of a body": lambda: people_view(store, Filter(series="Body 17"), 100),
        "people of an old year": lambda: people_view(store, Filter(since="1985-01-01", until="1985-12-31"), 100),
        "people of many years": lambda: people_view(store, Filter(since="1990-01-01"), 100),
        "a person": lambda: people_view(store, Filter(person=name), 100),
        "actions": actions,
        "actions with history": lambda: actions(history=True),
        "actions, 10,000 on": lambda: actions(offset=10_000),
        "actions of an owner": lambda: actions(owner=name),
        "actions of a body": lambda: actions(series="Body 17"),
        "open actions": lambda: actions(status=(LogStatus.OPEN,)),
        "actions in progress": lambda: actions(status=(LogStatus.IN_PROGRESS,)),
        "overdue actions": lambda: actions(status=(LogStatus.OVERDUE,)),
        "actions overdue in 1990": lambda: actions(at=date(1990, 1, 1)),
        "actions due before 1986": lambda: actions(due_before=date(1986, 1, 1)),
        "actions due before 2020": lambda: actions(due_before=date(2020, 1, 1)),
        "silent for 3 meetings": lambda: actions(silent_for=3),
        "silent for 249 meetings": lambda: actions(silent_for=249),
        "actions of an old year": lambda: actions(since=date(1985, 1, 1), until=date(1985, 12, 31)),
        "actions of a late month": lambda: actions(since=date(2026, 5, 1)),
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
