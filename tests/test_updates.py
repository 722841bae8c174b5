"""Actions of earlier meetings: what is done is no action, what is open is carried, and the summary tells both apart."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.record import Record
from minutextract.render import SummaryFormat, render


def told(record: Record) -> list[tuple[str, str, str, list[str]]]:
    """The reference, status, wording and owners of each update."""
    return [(one.ref, one.status, one.text, [owner.name for owner in one.owners]) for one in record.updates]


def test_a_review_with_statuses() -> None:
    record = minutes(
        "# Actions from last meeting",
        "- Action 1: AB to call the plumber - DONE (see the log)",
        "- Action 2: KL to paint the shed - IN PROGRESS",
        "- Action 3: FG to buy seed - no longer needed",
    )
    assert told(record) == [
        ("1", "done", "call the plumber", ["Ann Baxter"]),
        ("2", "in-progress", "paint the shed", ["Kit Loomis"]),
        ("3", "dropped", "buy seed", ["Fay Glover"]),
    ]
    assert [(one.ref, one.status, one.text) for one in record.actions] == [("2", "carried", "paint the shed")]
    assert record.updates[1].action == record.actions[0].id
    assert (record.updates[0].note, record.updates[0].action) == ("DONE (see the log", None)


def test_a_list_that_repeats_what_the_review_calls_done() -> None:
    record = minutes(
        "# Actions from last meeting",
        "- Action 1: AB to call the plumber about it - DONE",
        "- Action 2: KL to paint the shed - IN PROGRESS",
        "# New and ongoing actions",
        "- Action 1: AB to call the plumber about it",
        "- Action 2: KL to paint the shed",
        "- Action 3: AB to call the plumber about it",
    )
    assert [one.ref for one in record.actions] == ["2", "3"]


def test_a_review_that_says_more_behind_the_status() -> None:
    record = minutes(
        "# Actions from last meeting",
        "- Call the plumber: done, on 3 May.",
        "- Paint the shed: in progress, KL expects to finish soon.",
        "- Text for the leaflet: no news, remains open.",
        "- Report on the pond: it is green, and done for.",
    )
    assert [(status, text) for _, status, text, _ in told(record)] == [
        ("done", "Call the plumber"),
        ("in-progress", "Paint the shed"),
        ("carried", "Text for the leaflet"),
    ]


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("# Review of open action items", "carried"),
        ("# Matters from the minutes: outstanding actions", "carried"),
        ("# Actions from the meeting of 3 May", "carried"),
        ("# Old action items", "carried"),
        ("# New action items", "open"),
        ("# Summary of remaining actions", "open"),
        ("# Actions", "open"),
        ("# Garden", "open"),
        ("# GitHub actions update", "open"),
    ],
)
def test_what_a_heading_says_of_the_actions_below_it(heading: str, status: str) -> None:
    record = minutes(heading, "- Action: AB to call the plumber.")
    assert [one.status for one in record.actions] == [status]


def test_a_review_ends_where_the_next_heading_stands() -> None:
    record = minutes("# Previous actions", "- Action: AB to call.", "# Garden", "Action: KL to sweep.")
    assert [one.status for one in record.actions] == ["carried", "open"]


def test_a_lead_in_reviews_the_list_below_it() -> None:
    record = minutes("Actions from last meeting:", "- Action: AB to call.", "Then the lights.", "Action: KL to sweep.")
    assert [one.status for one in record.actions] == ["carried", "open"]


def test_a_status_line_below_its_action() -> None:
    record = minutes(
        "- Action AB: call the plumber", "- Action carried forward", "- Action KL: sweep", "- Action complete"
    )
    assert [(one.text, one.status) for one in record.actions] == [("call the plumber", "carried")]
    assert [(one.status, one.text) for one in record.updates] == [("carried", "call the plumber"), ("done", "sweep")]


def test_what_follows_up_an_earlier_action_is_new() -> None:
    record = minutes(
        "# Review of actions",
        "- Action: AB to call the plumber",
        "  - Unchanged: no answer",
        "  - Follow up: KL to write",
        labels=["action"],
    )
    assert [(one.text, one.status) for one in record.actions] == [("call the plumber", "carried"), ("write", "open")]


def test_a_list_of_completed_actions() -> None:
    record = minutes("# Completed actions", "- AB to call the plumber", "- KL to sweep the yard", labels=["action"])
    assert record.actions == ()
    assert [one.status for one in record.updates] == ["done", "done"]


def test_a_register_with_a_column_for_the_status() -> None:
    record = minutes(
        "| ID | Owner(s) | Action | Report & new status |",
        "| 7.1 | AB | Call the plumber | Done in May |",
        "| 7.2 | KL | Sweep the yard | Ongoing |",
        "| 7.3 | FG | Buy seed for spring | |",
    )
    assert [(one.ref, one.status) for one in record.updates] == [("7.1", "done"), ("7.2", "in-progress")]
    assert [(one.ref, one.status) for one in record.actions] == [("7.2", "carried"), ("7.3", "open")]


def test_a_repeated_update_counts_once() -> None:
    lines = ("- Action 2: KL to paint the shed - IN PROGRESS",)
    record = minutes("# Actions from last meeting", *lines, "# New and pending action items", *lines)
    assert len(record.updates) == len(record.actions) == 1


def test_the_summary_keeps_earlier_actions_apart() -> None:
    record = minutes(
        "# Actions from last meeting",
        "- Action: AB to call the plumber - DONE",
        "- Action: KL to paint the shed",
        "# Garden",
        "Action: FG to sweep.",
    )
    text = str(render([record], SummaryFormat.TEXT))
    new, earlier = text.split("Progress on earlier actions (2)")
    assert "Sweep" in new and "Paint the shed" not in new and "Call the plumber" not in new
    assert "Paint the shed (carried" in earlier and "Call the plumber (done" in earlier


def test_minutes_without_earlier_actions_have_no_such_section() -> None:
    assert "earlier actions" not in str(render([minutes("Action: AB to call.")], SummaryFormat.TEXT))


def test_a_review_of_lettered_points_that_nothing_indents() -> None:
    record = minutes(
        "4. Review of open action items {5 min}",
        "a) Ann to call the plumber about the pump",
        "Continued.",
        "b) Kit to sweep the yard",
        "Completed[3].",
        "5. Roof",
        "The roof is sound.",
    )
    assert [(one.status, one.text) for one in record.updates] == [
        ("carried", "call the plumber about the pump"),
        ("done", "sweep the yard"),
    ]
    assert [item.title for item in record.meeting.items][-1] == "Roof"


def test_a_request_below_a_marked_action_is_part_of_it() -> None:
    lines = ("# Action items", "Action: All: look at the drafts.", "If you can, please begin with the oldest.")
    [action] = minutes(*lines, "Please be seated.", labels=["action"]).actions[:1]
    assert action.text.startswith("look at the drafts")
    assert "oldest" not in " ".join(one.text for one in minutes(*lines, labels=["action"]).actions)
