"""The action log: which later mention belongs to which action, how it stands then, and what is only proposed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archives import MEETINGS, REVIEW, archive, log_of
from minutextract.history.log import rebuild_log
from minutextract.history.log_query import LogFilter, LoggedAction, LogStatus, find_actions
from minutextract.store.connection import transaction


def states(row: LoggedAction) -> list[tuple[str | None, str]]:
    """What each mention says, and how it is linked."""
    return [(one.status, one.how) for one in row.history if one.how != "with"]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("- AB to ask the plumber about the broken pump - done", "done"),
        ("- AB to ask the plumber about the broken pump - ongoing", "in-progress"),
        ("- AB to ask the plumber about the broken pump - carried forward", "carried"),
        ("- AB to ask the plumber about the broken pump - no longer needed", "dropped"),
        ("- AB to ask the plumber about the broken pump - superseded", "superseded"),
    ],
)
def test_what_a_review_says(tmp_path: Path, said: str, status: str) -> None:
    [row] = log_of(tmp_path, ["Action: AB to ask the plumber about the broken pump."], [REVIEW, said])
    assert (row.status, row.opened, row.heard_of) == (status, "2024-01-04", "2024-02-04")
    assert states(row) == [("open", "first"), (status, "wording")]
    assert row.history[1].sentence.startswith("AB to ask")
    assert row.owners == ("Ann Baxter",)


def test_recorded_again_with_another_date(tmp_path: Path) -> None:
    [row] = log_of(
        tmp_path,
        ["Action: AB to ask the plumber about the broken pump by 1 February 2024."],
        ["Action: AB to ask the plumber about the broken pump by 1 March 2024."],
    )
    assert (row.status, row.due, [one.due for one in row.history]) == (
        "carried",
        "2024-03-01",
        ["2024-02-01", "2024-03-01"],
    )


def test_a_register_links_by_reference_alone(tmp_path: Path) -> None:
    rows = log_of(
        tmp_path,
        ["# Actions", "| Ref | Action | Owner |", "| 12.3 | Look for a hall | AB |", "| 12.4 | Sweep the yard | KL |"],
        [REVIEW, "- Action 12.3: nothing suitable yet - ongoing", "- Action 12.4: done"],
    )
    assert [(row.ref, row.status, states(row)[-1][1][:3]) for row in rows] == [
        ("LHS 12.3", "in-progress", "ref"),
        ("LHS 12.4", "done", "ref"),
    ]


def test_a_series_that_counts_anew_each_time_has_no_references_to_go_by(tmp_path: Path) -> None:
    rows = log_of(
        tmp_path,
        ["# Actions", "| Ref | Action | Owner |", "| 1 | Look for a hall | AB |"],
        ["# Actions", "| Ref | Action | Owner |", "| 1 | Buy a ladder | KL |"],
    )
    assert [row.ref for row in rows] == ["LHS 2024-01-04/1", "LHS 2024-02-04/1"]


def test_two_that_fit_equally_are_proposed_and_nothing_changes(tmp_path: Path) -> None:
    rows = log_of(
        tmp_path,
        ["Action: AB to write to the north allotment tenants.", "Action: AB to write to the south allotment tenants."],
        [REVIEW, "- AB to write to the allotment tenants - done"],
    )
    assert [row.status for row in rows] == ["open", "open", "done"]
    assert ["equally" in row.proposals[0].reason for row in rows[:2]] == [True, True]
    assert rows[2].history[0].reason == "may be an earlier one: see the proposals"


def test_vague_agreement_is_only_proposed(tmp_path: Path) -> None:
    first, second = log_of(
        tmp_path,
        ["Action: AB to ask the plumber about the broken pump and the boiler in the old hall."],
        ["Action: AB to order paint for the boiler room of the old hall."],
    )
    assert first.status == "open"
    assert [one.reason for one in first.proposals] in ([], ["only some of the words agree"])
    assert len(second.history) == 1


def test_the_same_words_of_another_owner(tmp_path: Path) -> None:
    first, second = log_of(tmp_path, ["Action: AB to buy paint."], ["Action: KL to buy paint."])
    assert (first.status, second.owners) == ("open", ("Kit Loomis",))
    assert [one.reason for one in first.proposals] == ["the same words, but other owners"]


@pytest.mark.parametrize(
    ("behind", "count"), [("instead of her", 1), ("in Ann's place", 1), ("instead of the old one", 2), ("again", 2)]
)
def test_a_task_that_another_one_takes_over(tmp_path: Path, behind: str, count: int) -> None:
    task = "count the pots in week three of the sale"
    rows = log_of(tmp_path, [f"Action: AB to {task}, early."], [f"Action: KL will {task} {behind}."])
    assert len(rows) == count
    if count == 1:
        assert (rows[0].owners, rows[0].status) == (("Kit Loomis",), "carried")


def test_words_that_stand_for_something_else_link_only_if_they_are_the_same(tmp_path: Path) -> None:
    rows = log_of(
        tmp_path,
        ["Action: AB to put this on the spring agenda for discussion."],
        ["Action: AB to put this on the autumn agenda for discussion."],
    )
    assert len(rows) == 2


def test_done_and_open_again(tmp_path: Path) -> None:
    [row] = log_of(
        tmp_path,
        ["Action: AB to ask the plumber about the broken pump."],
        [REVIEW, "- AB to ask the plumber about the broken pump - done"],
        [REVIEW, "- AB to ask the plumber about the broken pump - ongoing"],
    )
    assert (row.status, row.reopened) == ("in-progress", 1)
    assert row.history[-1].reason.endswith("open again after it was done")


def test_a_done_task_taken_on_anew_is_another_one(tmp_path: Path) -> None:
    first, second = log_of(
        tmp_path,
        ["Action: AB to order the summer seed."],
        [REVIEW, "- AB to order the summer seed - done"],
        ["Action: AB to order the summer seed."],
    )
    assert (first.status, first.reopened, second.status) == ("done", 0, "open")
    assert [one.reason for one in first.proposals] == ["the words agree, but that action was done"]


def test_wording_alone_does_not_reach_back_for_ever(tmp_path: Path) -> None:
    nothing = ["Nothing was said."]
    rows = log_of(
        tmp_path,
        ["Action: AB to ask the plumber about the broken pump."],
        *[nothing] * 7,
        ["Action: AB to ask the plumber about the broken pump."],
    )
    assert [row.silent_for for row in rows] == [8, 0]


def test_one_sentence_about_several(tmp_path: Path) -> None:
    rows = log_of(
        tmp_path,
        [
            "# Actions",
            "| Ref | Action | Owner |",
            "| 12.2 | Look for a hall | AB |",
            "| 12.3 | Sweep the yard | KL |",
            "| 12.4 | Buy seed | FG |",
        ],
        [REVIEW, "- Actions 12.2-3 have been completed - done"],
    )
    assert [(row.ref, row.status) for row in rows] == [
        ("LHS 12.2", "done"),
        ("LHS 12.3", "done"),
        ("LHS 12.4", "open"),
    ]


def test_the_order_of_arrival_makes_no_difference(tmp_path: Path) -> None:
    meetings = [
        ["Action: AB to ask the plumber about the broken pump.", "Action: KL to sweep the yard."],
        [REVIEW, "- AB to ask the plumber about the broken pump - ongoing", "- KL to sweep the yard - done"],
        ["Action: AB to ask the plumber about the broken pump."],
    ]
    found = []
    for name, backwards in (("one", False), ("other", True)):
        (tmp_path / name).mkdir()
        with archive(tmp_path / name, meetings, backwards=backwards) as store:
            found.append(find_actions(store, LogFilter(), history=True))
            with transaction(store):
                rebuild_log(store)
            assert find_actions(store, LogFilter(), history=True) == found[-1]
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("wanted", "texts"),
    [
        (LogFilter(), ["ask the plumber", "sweep the yard", "buy seed"]),
        (LogFilter(owner="loomis"), ["sweep the yard"]),
        (LogFilter(owner="%"), []),
        (LogFilter(series="lantern"), ["ask the plumber", "sweep the yard", "buy seed"]),
        (LogFilter(series="other"), []),
        (LogFilter(status=(LogStatus.DONE,)), ["sweep the yard"]),
        (LogFilter(status=(LogStatus.OPEN, LogStatus.DONE)), ["ask the plumber", "sweep the yard", "buy seed"]),
        (LogFilter(status=(LogStatus.OVERDUE,), at=date(2024, 3, 1)), ["ask the plumber"]),
        (LogFilter(at=date(2024, 2, 1)), []),
        (LogFilter(due_before=date(2024, 3, 1)), ["ask the plumber"]),
        (LogFilter(silent_for=1), ["ask the plumber"]),
        (LogFilter(since=date(2024, 2, 1)), ["buy seed"]),
        (LogFilter(until=date(2024, 1, 31)), ["ask the plumber", "sweep the yard"]),
    ],
)
def test_views(tmp_path: Path, wanted: LogFilter, texts: list[str]) -> None:
    meetings = [
        ["Action: AB to ask the plumber by 1 February 2024.", "Action: KL to sweep the yard."],
        [REVIEW, "- KL to sweep the yard - done", "# New", "Action: FG to buy seed."],
    ]
    with archive(tmp_path, meetings) as store:
        rows = find_actions(store, wanted, today=date(2024, 3, 1))
    assert [row.text.partition(" by ")[0] for row in rows] == texts
    assert all(row.history == () for row in rows)


def test_every_action_and_update_is_an_entry(tmp_path: Path) -> None:
    with archive(tmp_path, MEETINGS) as store:
        left = store.execute(
            "SELECT count(*) FROM findings WHERE kind IN ('action', 'update') "
            "AND key NOT IN (SELECT finding FROM log_entries)"
        ).fetchone()[0]
        unknown = find_actions(store, LogFilter(owner="Colin"), history=True)
    assert left == 0
    assert [one.history[0].reason for one in unknown] == ["looked back on, but recorded by no earlier meeting"]
