"""Shapes of minutes that nobody had read: joined names, asides of speakers, parts that are done, odd heads."""

from __future__ import annotations

from datetime import date

import pytest

from builders import document, minutes
from minutextract.structure.frame import read_frame


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The stall ends by May; Lex and Kit will count the cups.", ["Lex", "Kit Loomis"]),
        ("FG met Lex and Kit will count the cups.", ["Kit Loomis"]),
        ("Kit will invite Maintainer lead, Jose Murl, to help with the tea.", ["Kit Loomis"]),
        ("Hold more fairs online (members to find places).", ["members"]),
    ],
)
def test_who_acts(text: str, owners: list[str]) -> None:
    [found] = minutes(text, labels=["action"]).actions
    assert [one.name for one in found.owners] == owners


def test_a_word_that_opens_the_sentence_is_no_name() -> None:
    [found] = minutes("However, KL will count the cups.", labels=["action"]).actions
    assert [one.name for one in found.owners] == ["Kit Loomis"]


def test_a_task_in_brackets_leaves_no_bracket_open() -> None:
    record = minutes("KL will mend the gate and hold fairs (members to find places).", labels=["action"])
    assert [one.text for one in record.actions] == ["mend the gate and hold fairs", "find places"]


def test_two_who_are_told_in_a_row_stay_two() -> None:
    record = minutes("KL will ask the plumber, FG to call the smith.", labels=["action"])
    assert [one.owners[0].name for one in record.actions] == ["Kit Loomis", "Fay Glover"]


def test_what_a_speaker_would_have_all_do_is_not_the_speakers() -> None:
    [found] = minutes("- Kit: we should write down the weekly report", labels=["action"]).actions
    assert found.owners == ()


@pytest.mark.parametrize(
    "text",
    [
        "Please add agenda items by opening a note prior to the meeting.",
        "I’m hoping Kit will help me with the chairs.",
        "KL: Yeah, I can take that one",
        "I will get more into that later.",
        "So I support looking into this further.",
    ],
)
def test_no_task_of_a_speaker(text: str) -> None:
    assert minutes(text, labels=["action"]).actions == ()


@pytest.mark.parametrize(
    "text",
    ["KL: No objections, +1 to merge", "Carry on", "same time next week", "KL: Okay, let's continue this offline."],
)
def test_one_voice_settles_nothing(text: str) -> None:
    assert minutes(text, labels=["decision"]).decisions == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The tea is not sold by May; KL will count the cups by 1 April.", "by 1 April"),
        ("By 1 April KL will count the cups.", "By 1 April"),
        ("Group will add it to the annual meeting plans.", None),
        ("KL will bring it to the annual meeting.", "to the annual meeting"),
    ],
)
def test_when_a_task_is_due(text: str, due: str | None) -> None:
    [found] = minutes(text, labels=["action"]).actions
    assert found.due.text == due


def test_parts_that_are_done_leave_the_task_in_progress() -> None:
    record = minutes("# 2. Bank", "- ACTION KL: Update addresses", "  - done: Bank.", "  - the map shows the old one")
    assert [one.status for one in record.updates] == ["in-progress"]
    whole = minutes("# 2. Bank", "- ACTION KL: Update addresses", "  - done")
    assert [one.status for one in whole.updates] == ["done"]


def test_first_names_on_two_lines_and_unbreakable_hyphens() -> None:
    lines = ("Attending: Petr, Josh, Seb, Dom, Wilma, Melissa", "Andreas, Will (notes), Chris", "Start: 2 pm")
    names = [one.name for one in read_frame(document(*lines)).meeting.people]
    assert names == ["Petr", "Josh", "Seb", "Dom", "Wilma", "Melissa", "Andreas", "Will", "Chris"]
    odd = ("Attending: Ann Baxter, Lena Seleka\u2011Golan, Colin Dray", "# 1. Shed")
    assert len(read_frame(document(*odd)).meeting.people) == 3


def test_turns_in_small_letters_are_paragraphs_of_their_own() -> None:
    found = document("kit : we may want a gate", "ann : yes we do")
    assert [block.content.of(found.text) for block in found.blocks] == ["kit : we may want a gate", "ann : yes we do"]
    joined = document("we may want a gate", "and a door")
    assert len(joined.blocks) == 1


def test_what_opens_the_business_is_no_title_and_a_half_sentence_no_next_meeting() -> None:
    lines = ("1. Call Meeting to Order", "2. Fair (ideas for the next meeting that were not named today, by Monday)")
    meeting = read_frame(document(*lines, name="2017-10-20.md")).meeting
    assert (meeting.title, meeting.next_meeting, meeting.date) == (None, None, date(2017, 10, 20))


def test_an_event_on_a_day_gives_the_meeting_no_date() -> None:
    event = document("Guild Meeting October 2023", "1. Welcome", "Quiz night on Friday October 6th at 6pm")
    assert read_frame(event).meeting.date is None
    own = document("Guild Meeting 2023", "Friday October 6th", "1. Welcome")
    assert read_frame(own).meeting.date == date(2023, 10, 6)
