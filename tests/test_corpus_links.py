"""The series and the action log of the invented bodies: whose each meeting is, which actions later mentions tell of."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from action_links import invented_runs, measure_invented
from link_scoring import Outcome
from minutextract.history.steps import link_series
from minutextract.record import Record
from minutextract.store import open_store
from minutextract.store.ledger import Found, finish, register
from minutextract.store.settle import settle

# Every one of them.
FOUND = 175


@pytest.fixture(scope="module")
def outcomes(invented: dict[str, Record]) -> list[Outcome]:
    return measure_invented({name: [invented[name]] for run in invented_runs().values() for name in run})


def test_links_of_the_invented_bodies(outcomes: list[Outcome]) -> None:
    kinds = Counter(one.kind for one in outcomes)
    assert kinds["found"] == FOUND
    assert kinds["wrong"] == 0


def test_every_status_of_a_link_is_right(outcomes: list[Outcome]) -> None:
    assert [one for one in outcomes if one.kind == "found" and one.status[0] != one.status[1]] == []


def test_the_invented_corpus_is_twelve_bodies_of_three_meetings(invented: dict[str, Record], tmp_path: Path) -> None:
    with open_store(tmp_path / "invented.db", create=True) as store:
        for name, record in invented.items():
            register(store, [Found(f"corpus/{name}", name, 1, 1)], made_by="test")
            finish(store, name, [record], made_by="test")
        settle(store, [link_series])
        rows = store.execute(
            "SELECT s.series, m.document FROM series_meetings s JOIN meetings m ON m.key = s.meeting ORDER BY s.place"
        ).fetchall()
    series: dict[str, list[str]] = {}
    for id, name in rows:
        series.setdefault(id, []).append(name)
    bodies = {name: name.partition("-20")[0] for name in invented}
    by_body = {body: sorted(name for name in invented if bodies[name] == body) for body in bodies.values()}
    assert sorted(series.values()) == sorted(by_body.values())
    assert {len(names) for names in series.values()} == {3}
    assert len(series) == 12
