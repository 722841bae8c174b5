"""What points of reviews and prose tell of earlier actions: which, how they stand, and what is only proposed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from archives import archive, log_of
from minutextract.history.log_query import LogFilter, LoggedAction, LogStatus, find_actions
from minutextract.history.log_state import LogAction
from minutextract.history.passages import Passage
from minutextract.history.retelling import Retold
from minutextract.history.telling import Names, Teller
from minutextract.history.told_status import told_status
from minutextract.history.wording import Rarity

ARISING = "# 2. Matters arising"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Fay has sent the letter.", "done"),
        ("placed on 3 May, two answers, done", "done"),
        ("The plumber came on Friday, so this is complete.", "done"),
        ("Done for the hall; shed in progress", "in-progress"),
        ("Four of six neighbours done", "in-progress"),
        ("Hall completed; shed outstanding. Kit promised it for June.", "in-progress"),
        ("five of six are back", "in-progress"),
        ("Two firms were asked and no answer came; to be brought in May. Carried forward.", "carried"),
        ("Deferred to the next meeting", "carried"),
        ("Kit will now bring it in May.", "carried"),
        ("passed to Fay, who will see to it", "carried"),
        ("still open, no news", "open"),
        ("still missing", "open"),
        ("not to be pursued", "dropped"),
        ("dropped, overtaken by the sale", "dropped"),
        ("No further action for the society. CLOSED", "dropped"),
        ("SUPERSEDED by 24/7", "superseded"),
        ("This takes the place of the old list.", "superseded"),
        ("the old pump", None),
    ],
)
def test_how_it_stands(said: str, status: str | None) -> None:
    assert told_status(said) == status


def _told(folder: Path, action: str, *lines: str) -> LoggedAction:
    return log_of(folder, [f"Action: {action}"], [ARISING, *lines, "# 3. Finance", "Nothing was said."])[0]


@pytest.mark.parametrize(
    ("action", "line", "status", "due"),
    [
        ("AB to ask the plumber about the broken pump.", "Broken pump. The plumber has mended it.", "done", None),
        ("AB to clean the address list.", "Address list (AB): half finished, AB hopes to be through by 1 April 2024.",
         "in-progress", "2024-04-01"),
        ("KL to obtain prices for ladders.", "Ladder prices: carried forward to May.", "carried", None),
        ("FG to find a room.", "Room (FG): still open.", "open", None),
        ("CD to count the chairs.", "Chairs: dropped.", "dropped", None),
    ],
)  # fmt: skip
def test_a_point_of_a_review(tmp_path: Path, action: str, line: str, status: str, due: str | None) -> None:
    row = _told(tmp_path, action, line)
    assert (row.status, row.due, row.history[-1].sentence) == (status, due, line)
    assert row.heard_of == "2024-02-04"


def test_a_reference_without_the_register_s_letters(tmp_path: Path) -> None:
    [row] = log_of(
        tmp_path,
        ["Action LH/24/03 (AB): to ask the plumber about the broken pump."],
        ["# Action log", "| Ref | Matter | State |", "| 24/03 | Pump | Mended on Friday. Closed |"],
    )
    assert row.status == "done"


def test_two_that_a_point_fits_equally_are_only_proposed(tmp_path: Path) -> None:
    rows = log_of(
        tmp_path,
        ["Action: AB to paint the north gate.", "Action: AB to oil the south gate."],
        [ARISING, "Gate. The sexton has finished it.", "# 3. Finance", "Nothing was said."],
    )
    assert [row.status for row in rows] == ["open", "open"]
    assert any("equally" in one.reason for row in rows for one in row.proposals)


def test_prose_outside_of_reviews_is_only_proposed(tmp_path: Path) -> None:
    [row] = log_of(
        tmp_path,
        ["Action: AB to draft the parking scheme."],
        ["# 2. Roads", "Ann Baxter has sent round the parking scheme draft."],
    )
    assert (row.status, [one.reason for one in row.proposals]) == ("open", ["tells of it elsewhere in the minutes"])


@pytest.mark.parametrize(
    ("action", "line", "status"),
    [
        ("AB to draft the parking scheme.", "Ann Baxter presented the parking scheme: two rows and a hedge.", "done"),
        ("AB to draft the parking scheme.", "AB tabled the parking scheme that she had drawn.", "done"),
        # Of another one, of a part, of a word only, and while it is being written.
        ("AB to draft the parking scheme.", "Kit Loomis presented the parking scheme.", "open"),
        ("AB to draft the parking scheme.", "AB presented the first half of the parking scheme.", "open"),
        ("AB to draft the parking scheme.", "AB presented the scheme.", "open"),
        ("AB to draft the parking scheme.", "AB will present the parking scheme.", "open"),
        ("FG to lend the society a trolley.", "FG's trolley has arrived.", "done"),
        ("FG to lend the society a trolley.", "KL's trolley has arrived.", "open"),
        ("AB to pass the seed lists to Kit.", "CD has taken over the seed lists from Kit.", "done"),
        ("AB to pass the seed lists to Kit.", "CD has taken over the seed lists from Fay.", "open"),
        ("All members to choose a weeding day.", "Guests who have not chosen a weeding day to do so.", "open"),
    ],
)  # fmt: skip
def test_sentences_of_a_form_of_their_own(tmp_path: Path, action: str, line: str, status: str) -> None:
    row = log_of(tmp_path, [f"Action: {action}"], ["# 2. Roads", line])[0]
    assert row.status == status


def test_what_two_tasks_may_have_brought_is_not_decided(tmp_path: Path) -> None:
    actions = ["Action: AB to draft the parking scheme.", "Action: AB to print the parking scheme of the council."]
    rows = log_of(tmp_path, actions, ["# 2. Roads", "AB presented the parking scheme."])
    assert [row.status for row in rows] == ["open", "open"]


def test_thanks_to_those_who_did_it(tmp_path: Path) -> None:
    line = "AB thanked all who had sent names for the garden panel, thirty in all."
    assert _told(tmp_path, "Members to send names for the garden panel by 1 February 2024.", line).status == "done"


def test_corrections_to_the_minutes_are_no_task(tmp_path: Path) -> None:
    said = ["AB asked for corrections to the January minutes. There were none, and they were adopted."]
    assert _told(tmp_path, "AB to print the January minutes.", *said).status == "open"


def test_so_many_of_so_many_is_of_what_several_were_to_do(tmp_path: Path) -> None:
    rows = log_of(
        tmp_path,
        ["Action: AB to send the tools form to all members.", "Action: Members to return the tools form."],
        [ARISING, "Tools form: five of six are back.", "# 3. Finance", "Nothing was said."],
    )
    assert [row.status for row in rows] == ["open", "in-progress"]


def test_the_owner_in_brackets_is_no_part_of_the_matter(tmp_path: Path) -> None:
    rows = log_of(
        tmp_path,
        ["Action: KL to count the pots.", "Action: AB to give the ledger and the pots to Kit."],
        [ARISING, "Pots (Kit): done.", "# 3. Finance", "Nothing was said."],
    )
    assert [row.status for row in rows] == ["done", "open"]


def test_every_state_can_be_asked_for(tmp_path: Path) -> None:
    first = [
        "Action: AB to ask the plumber about the pump by 1 February 2024.",
        "Action: KL to sweep the yard.",
        "Action: FG to buy summer seed.",
        "Action: CD to count the chairs.",
        "Action: KL to clean the gutters.",
        "Action: FG to write the newsletter.",
    ]
    review = [
        "# Actions from the last meeting",
        "- KL to sweep the yard - done",
        "- FG to buy summer seed - ongoing",
        "- CD to count the chairs - carried forward",
        "- KL to clean the gutters - superseded by the repairs",
        "- FG to write the newsletter - no longer needed",
    ]
    with archive(tmp_path, [first, review, ["Action: CD to count the chairs."], ["Nothing was said."]]) as store:

        def found(wanted: LogFilter) -> list[str]:
            return [row.text.split()[-1] for row in find_actions(store, wanted)]

        by_status = {status: found(LogFilter(status=(status,))) for status in LogStatus}
        silent = found(LogFilter(silent_for=3))
        [chairs] = find_actions(store, LogFilter(owner="Dray"), history=True)
    assert {status.value: texts for status, texts in by_status.items()} == {
        "open": ["2024"], "in-progress": ["seed"], "carried": ["chairs"], "done": ["yard"], "superseded": ["gutters"],
        "dropped": ["newsletter"], "overdue": ["2024"],
    }  # fmt: skip
    assert silent == ["2024"]
    # Recorded three times, and one action: each mention says why.
    assert [one.reason for one in chairs.history if one.how != "with"] == [
        "recorded for the first time", "the same words", "the same words",
    ]  # fmt: skip


def test_an_action_without_a_word_is_told_of_by_what_stands_around_it() -> None:
    with sqlite3.connect(":memory:") as nothing:
        opening = Retold(nothing, 1, "m", None, 1, Names()).mention(Passage(0, 1, "—", "—", "—", "", False), None)
        action = LogAction.opened_by(opening, "recorded for the first time")
        point = Passage(0, 35, "Broken pump: Kit has mended it.", "Broken pump", "Kit has mended it.", "", True, True)
        rarity = Rarity()
        rarity.add({"broken", "pump"})
        [told] = Teller(rarity, Names(), {id(action): frozenset({"broken", "pump"})}).tell([point], [action], 2)
        assert (told.status, told.action, told.certain) == ("done", action, True)
