"""The audit: what minutes leave open, counted and listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutextract.cli.main import app
from minutextract.errors import UsageError
from minutextract.questions.audit import CHECKS, audit, audit_lines
from minutextract.questions.filters import Filters
from minutextract.store.settle import settle
from stores import MARCH, put, society

ROOT = Path(__file__).resolve().parent.parent


def test_counts_for_body_and_year(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        found = {row["kind"]: (row["n"], row["of"]) for row in audit(store, Filters()).rows}
        assert found == {
            "action-without-date": (2, 3),
            "meeting-without-next": (2, 2),
            "owner-absent": (1, 3),
            "owner-unknown": (1, 3),
            "unknown-initials": (1, 7),
        }
        assert {(row["body"], row["year"]) for row in audit(store, Filters()).rows} == {
            ("Lantern Hill Society", "2024")
        }
        assert audit(store, Filters(series="lantern", since="2024-06")).rows
        assert not audit(store, Filters(until="2023")).rows


def test_counts_are_of_now_whether_settled_or_not(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        put(store, "/minutes/march.md", "# 1. Garden", "AB to mend the gate by 1 May 2024.")
        unsettled = audit(store, Filters()).rows
        settle(store)
        assert audit(store, Filters()).rows == unsettled
        assert {row["kind"] for row in unsettled} == {"meeting-without-next"}


@pytest.mark.parametrize("kind", CHECKS)
def test_as_many_lines_as_counted(tmp_path: Path, kind: str) -> None:
    with society(tmp_path) as store:
        counted = {row["kind"]: row["n"] for row in audit(store, Filters()).rows}
        assert len(audit_lines(store, kind, Filters()).rows) == counted.get(kind, 0)


def test_movers_are_missed_only_where_a_body_records_them(tmp_path: Path) -> None:
    moved = [f"It was agreed that fee {n} stays. Moved by Ann Baxter, seconded by Colin Dray." for n in range(3)]
    with society(tmp_path, ["# 1. Fees", "It was agreed that the gate is shut."]) as store:
        assert not audit_lines(store, "decision-without-mover", Filters()).rows
        put(store, "/minutes/may.md", "# 1. Fees", *moved, day="6 May 2024")
        [row] = audit_lines(store, "decision-without-mover", Filters()).rows
    assert row["quote"] == "It was agreed that the gate is shut."


def test_meetings_without_a_list(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        store.execute("DELETE FROM attendees WHERE meeting = 1")
        store.execute("INSERT INTO unsettled (document) VALUES ('by hand')")
        [row] = audit_lines(store, "meeting-without-attendance", Filters()).rows
    assert (row["file"], row["id"]) == ("/minutes/march.md", None)


def test_no_such_check(tmp_path: Path) -> None:
    with society(tmp_path, MARCH) as store, pytest.raises(UsageError, match="there is no check"):
        audit_lines(store, "nonsense", Filters())


def test_the_command(tmp_path: Path) -> None:
    with society(tmp_path):
        pass
    command = ["audit", "--store", str(tmp_path / "a.db"), "--format", "json"]
    assert len(json.loads(CliRunner().invoke(app, command).stdout)) == 5
    [row] = json.loads(CliRunner().invoke(app, [*command, "--list", "owner-absent"]).stdout)
    assert row["text"] == "re-open the north gate"


@pytest.mark.parametrize("kind", CHECKS)
def test_each_check_is_explained(kind: str) -> None:
    assert f"`{kind}`" in (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
