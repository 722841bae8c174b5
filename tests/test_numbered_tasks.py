"""Tasks that a register numbers: their owners, and how they stand when the minutes look back on them."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.record import Record

BOTH = ["Ann Baxter", "Colin Dray"]


def owned(record: Record) -> list[tuple[str, list[str]]]:
    """The reference and the owners of each action."""
    return [(one.ref, [owner.name for owner in one.owners]) for one in record.actions]


@pytest.mark.parametrize(
    ("line", "ref", "owners"),
    [
        ("AP 1/1 AB to mend the gate.", "1/1", ["Ann Baxter"]),
        ("AP 1/2 AB and CD to mend the gate.", "1/2", BOTH),
        ("Action 16.2 AB to mend the gate.", "16.2", ["Ann Baxter"]),
        ("Action 16.2 - AB to mend the gate.", "16.2", ["Ann Baxter"]),
        ("LHS/25/31 HdJ to mend the gate.", "LHS/25/31", ["Hugo de Jong"]),
        ("- [ ] LHS/25/31 AB and CD to mend the gate.", "LHS/25/31", BOTH),
        ("AP 1/3 All members to read the plan.", "1/3", ["All members"]),
        ("The gate is loose. AP 1/4 AB to mend it.", "1/4", ["Ann Baxter"]),
    ],
)
def test_a_number_in_front_leaves_every_owner(line: str, ref: str, owners: list[str]) -> None:
    assert (ref, owners) in owned(minutes(line))


def test_what_a_task_moves_is_no_owner() -> None:
    record = minutes("Action 3.2 Move Tarn Archive to the barn.", labels=["action"])
    assert not any("Move" in name for _, owners in owned(record) for name in owners)


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("- AP 1/4 (gate to the yard): done. It took an hour.", "done"),
        ("- Action 15.1 (second team). Closed. At work since May.", "done"),
        ("- AP 2/5 (Sunday lettings): dropped, since nobody asked.", "dropped"),
        ("- Action 15.5 (letter to the owner). Superseded by Action 16.4, as he calls.", "dropped"),
        ("- AP 2/1 (lunchtime games): trial under way and extended.", "in-progress"),
        ("LHS/25/33 Fixed camera. It would cost too much. SUPERSEDED by LHS/26/02", "dropped"),
    ],
)
def test_reviews_of_numbered_tasks(line: str, status: str) -> None:
    record = minutes(line, labels=["decision"])
    assert [one.status for one in record.updates] == [status]
    assert not record.updates[0].owners
    assert len(record.actions) == (status not in ("done", "dropped"))


def test_what_is_left_of_a_numbered_task_is_its_owners() -> None:
    record = minutes("- AP 2/3 (meeting): carried forward. AB to hold it on 17 May instead.")
    [action] = record.actions
    assert (action.ref, [one.name for one in action.owners], action.status) == ("2/3", ["Ann Baxter"], "carried")
    assert str(action.due.date) == "2024-05-17"
    assert not record.decisions


TABLE = ("| Ref | Action | Owner | Update | Status |",)


@pytest.mark.parametrize(
    ("row", "owners", "due"),
    [
        (
            "| 1/1 | Forms | All | All but one. FG to send hers by 9 May. | Open |",
            ["Fay Glover"],
            "2024-05-09",
        ),
        ("| 1/2 | Roof prices | KL | Two are in. Now due 29 May 2024. | In progress |", ["Kit Loomis"], "2024-05-29"),
        ("| 1/3 | Roof prices | KL | Half done. New date 16 May 2024. | Open |", ["Kit Loomis"], "2024-05-16"),
    ],
)
def test_news_in_a_row_gives_new_hands_and_days(row: str, owners: list[str], due: str) -> None:
    [action] = minutes(*TABLE, row).actions
    assert ([one.name for one in action.owners], str(action.due.date)) == (owners, due)


def test_a_status_column_counts_before_one_of_news() -> None:
    record = minutes(*TABLE, "| 1/4 | Gate | AB | Mended in May. | 🟢 Closed |")
    assert not record.actions


def test_somebody_else_in_the_news_is_doubtful() -> None:
    [action] = minutes(*TABLE, "| 1/5 | Gate | AB | CD to ask again. | Open |").actions
    assert "doubtful-owner" in [flag.value for flag in action.flags]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("AB to send the letter to all parents on 23 May.", "2024-05-23"),
        ("AB to bring options for the roof to the committee on 7 May.", "2024-05-07"),
        ("AB and CD to draft a joint policy for 11 May", "2024-05-11"),
        ("AB to send invitations for the fair on 5 May.", "None"),
    ],
)
def test_days_on_which_a_deed_is_due(line: str, day: str) -> None:
    assert str(minutes(line, labels=["action"]).actions[0].due.date) == day


TITLED = (
    "# Minutes of the Lantern Hill Society held on 4 March 2024",
    "Present: Mr Baxter (in the chair), Miss Dray, Mr Glover",
    "# 1. Garden",
)


def test_a_pronoun_goes_to_nobody_of_the_other_title() -> None:
    body = "Miss Dray will leave in May. The Chairman spoke of her years. She will hand over the books."
    last = minutes(body, labels=["action"], roster=TITLED).actions[-1]
    assert [owner.name for owner in last.owners] in (["Dray"], [])


def test_whoever_is_asked_and_not_who_asks() -> None:
    record = minutes("AB agreed with the plan and asked him to find out who owns it.", labels=["action"])
    assert not record.actions[0].owners


def test_dotted_initials_that_fit_nobody_are_flagged() -> None:
    [action] = minutes("V.R. is to bring his lamps.", labels=["action"]).actions
    assert [owner.name for owner in action.owners] == ["V.R."]
    assert "unknown-initials" in [flag.value for flag in action.flags]
