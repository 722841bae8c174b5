"""Settled stores of an invented society that meets once a month."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from builders import Keywords, document
from minutextract.history.log import rebuild_log
from minutextract.history.log_query import LogFilter, LoggedAction, find_actions
from minutextract.pipeline import Pipeline
from minutextract.store import open_store
from minutextract.store.connection import transaction
from minutextract.store.ledger import Found, finish, register

PEOPLE = (
    "Present:",
    "- Ann Baxter (AB) - Chair",
    "- Colin Dray (CD) - Treasurer",
    "- Fay Glover (FG)",
    "- Kit Loomis (KL)",
    "# 1. Garden",
)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")

REVIEW = "# Actions from the last meeting"
MEETINGS = (
    ["Action: AB to ask the plumber about the broken pump by 1 February 2024.", "Action: KL to sweep the yard | path."],
    [REVIEW, "- AB to ask the plumber about the broken pump - ongoing", "- CD to count the chairs - done"],
)


@contextmanager
def archive(
    folder: Path, meetings: Sequence[Sequence[str]], *, backwards: bool = False
) -> Iterator[sqlite3.Connection]:
    """A settled store with a series of one meeting a month."""
    with open_store(folder / "log.db", create=True) as store:
        numbered = list(enumerate(meetings, start=1))
        for place, lines in reversed(numbered) if backwards else numbered:
            title = f"# Minutes of the Lantern Hill Society held on 4 {_MONTHS[place - 1]} 2024"
            records = Pipeline(Keywords()).analyse_all(document(title, *PEOPLE, *lines))
            register(store, [Found(f"{place}.md", f"{place:02}", 1, 1)], made_by="v1")
            finish(store, f"{place:02}", records, made_by="v1")
        with transaction(store):
            store.execute("INSERT INTO series (id, name) VALUES ('s', 'Lantern Hill Society')")
            store.execute(
                "INSERT INTO series_meetings (meeting, series, place, how) "
                "SELECT key, 's', CAST(document AS INTEGER), 'given' FROM meetings"
            )
            rebuild_log(store)
        yield store


def log_of(folder: Path, *meetings: Sequence[str]) -> list[LoggedAction]:
    """Every action of the log of these meetings, with its history."""
    with archive(folder, meetings) as store:
        return find_actions(store, LogFilter(), history=True)
