from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from factories import (
    DOE,
    ESTATES,
    LOW,
    POE,
    ROE,
    Minutes,
    empty_record,
    group,
    harbour,
    harbour_meeting,
    owner_of,
    unknown,
)
from minutextract.meeting import Meeting
from minutextract.record import Due, Flag, How, Owner, Party, Record
from minutextract.render import Attribution, SummaryFormat, SummaryOptions, render
from minutextract.render.text import WIDTH


def text_of(*records: Record) -> str:
    rendered = render(records, SummaryFormat.TEXT)
    assert isinstance(rendered, str)
    return rendered


def section(text: str, title: str) -> list[str]:
    """The lines under a heading, up to the next empty line that a heading follows."""
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith(title)) + 2
    rules = [number for number, line in enumerate(lines) if number > start and line and set(line) == {"-"}]
    return lines[start : rules[0] - 1]


EXPECTED_HEAD = """\
Harbour Trust Committee: summary of the meeting of 4 March 2031
===============================================================
Date:              4 March 2031, 14:00 to 15:30
Place:             Old Customs House
Chair:             Jane Roe (Harbour Trust)
Present:           3
Deputies:          John Doe for Mary Major
Apologies (1):     Mary Major
In attendance (1): Piers Low (Tide Office)
Next meeting:      not recorded

Actions (4)
-----------
John Doe (Quayside Forum)
  2031-03-04/1  Send the crane survey to the insurers by Friday (due: 7 March 2031, “by
                Friday”; item 2)

Members
  2031-03-04/2  Read it (no date recorded; item 2)

Piers Low (Tide Office; not a member: needs telling)
  2031-03-04/3  Report the tide readings when they are in (due: when they are in;
                item 2)

Owner not clear
  2031-03-04/4  The old winch to be sold (no date recorded; item 2)

Decisions (1)
-------------
2. Repairs
  - The north gate closes at dusk

Thanks and recognition (2)
--------------------------
From Jane Roe
  - Mary Major (absent: tell them): for her patient work on the slipway
  - Members: on a calm winter

Key points (2)
--------------
2. Repairs
  - Tamsin Poe observed that gulls nest earlier after a mild winter
  - Estates team official explained that salt has reached the lower beams
"""


def test_a_whole_summary_reads_as_a_letter() -> None:
    assert text_of(harbour()).startswith(EXPECTED_HEAD)


def test_the_last_line_names_the_source_and_says_what_it_is_not() -> None:
    record = harbour()
    last = " ".join(text_of(record).split("-" * WIDTH)[-1].split())
    assert last == (
        f"Extracted from harbour-2031-03-04.txt (sha256 {record.document.source.sha256[:12]}); not a "
        "substitute for the approved minutes. Corrections: reply to whoever sent this."
    )


def test_no_line_is_longer_than_a_mail_wants_nor_carries_colours_or_boxes() -> None:
    text = text_of(harbour(), empty_record())
    assert max(map(len, text.split("\n"))) <= WIDTH
    assert not any(ord(character) < 32 and character != "\n" for character in text)
    assert not set(text) & set("│─╭╰•")


def test_a_document_with_nothing_found_says_so_plainly() -> None:
    text = text_of(empty_record())
    assert "Nothing was found in these minutes" in text
    assert "Present:      no attendance list was found" in text
    assert "Actions" not in text


def test_sections_without_content_take_one_line() -> None:
    record = Minutes(harbour_meeting()).say("AGREED: open the gate.").decision("open the gate").record()
    text = text_of(record)
    assert "\nActions: none recorded.\n" in text
    assert "\nKey points: none recorded.\n" in text


@pytest.mark.parametrize(
    ("body", "title", "path", "expected"),
    [
        ("Pier Board", None, "x.txt", "Pier Board: summary of the meeting of 4 March 2031"),
        (None, "Notes of the Pier Board", "x.txt", "Notes of the Pier Board: summary of the meeting of 4 March 2031"),
        (None, "Pier Board, 4 March 2031", "x.txt", "Pier Board, 4 March 2031: summary"),
        (None, None, "a/pier-board_2031-03-04.docx", "Pier Board: summary of the meeting of 4 March 2031"),
        (None, None, "friends-of-the-pier.md", "Friends of the Pier: summary of the meeting of 4 March 2031"),
        (None, None, "2031-03-04.md", "Minutes: summary of the meeting of 4 March 2031"),
        (None, "2031-03-04", "003_pier_4_3_2031.md", "Pier: summary of the meeting of 4 March 2031"),
        ("Pier Board", "4 March 2031", "x.txt", "Pier Board: summary of the meeting of 4 March 2031"),
    ],
)
def test_the_title_is_the_body_or_else_the_title_or_else_the_file(
    body: str | None, title: str | None, path: str, expected: str
) -> None:
    meeting = Meeting(body=body, title=title, date=date(2031, 3, 4))
    assert text_of(Minutes(meeting, path).say("Nothing.").record()).split("\n")[0] == expected


def test_two_owners_share_a_heading_and_nobody_is_listed_last() -> None:
    minutes = Minutes(harbour_meeting()).say("??, JD, members and XY to sweep the pier.")
    minutes.action("sweep the pier")
    minutes.action("oil the crane", unknown("XY"))
    minutes.action("mend the rail", owner_of(DOE, "JD"), group("members"))
    minutes.action("paint the rail", owner_of(DOE, "JD"), unknown("XY"))
    minutes.action("count the gulls", Owner("ET", "ET", "unit", How.ROSTER, unit=ESTATES.id))
    minutes.action("count them again", Owner("the Clerk", "Clerk", "role", How.UNKNOWN))
    headings = [line for line in section(text_of(minutes.record()), "Actions") if line and line[0] != " "]
    assert headings[:6] == [
        "John Doe (Quayside Forum) and members",
        "John Doe (Quayside Forum) and “XY” (not clear)",
        "Estates team official (ET)",
        "Clerk",
        "Owner not clear",
        "Owner not clear (written “XY”)",
    ]


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (Due(), "no date recorded"),
        (Due("by 9 March", date(2031, 3, 9)), "due: 9 March 2031"),
        (Due("by Friday", date(2031, 3, 7)), "due: 7 March 2031, “by Friday”"),
        (Due("before the next meeting", None, "next-meeting"), "due: before the next meeting"),
        (Due(None, None, "next-meeting"), "due: next meeting"),
        (Due("soon"), "due: soon"),
    ],
)
def test_a_due_date_is_a_date_or_the_words_or_not_recorded(due: Due, expected: str) -> None:
    record = Minutes(harbour_meeting()).say("JD to sweep.").action("sweep", owner_of(DOE, "JD"), due=due).record()
    assert f"2031-03-04/1  Sweep ({expected})" in text_of(record)


def test_those_to_act_with_are_named_unless_the_task_does() -> None:
    minutes = Minutes(harbour_meeting()).say("JD to work with PL on the tides.")
    minutes.action("work with PL on the tides", owner_of(DOE, "JD"), with_whom=(owner_of(LOW, "PL"),))
    minutes.action("talk with officials", owner_of(DOE, "JD"), with_whom=(group("officials"),), status="carried")
    text = text_of(minutes.record())
    lines = section(text, "Actions")
    assert "  2031-03-04/1  Work with PL on the tides (with Piers Low (Tide Office)) (no date" in lines
    assert "  2031-03-04/2  Talk with officials (carried; no date recorded)" in section(
        text, "Progress on earlier actions"
    )


def test_a_helper_whose_name_is_part_of_another_word_is_named() -> None:
    minutes = Minutes(harbour_meeting()).say("JD to write on America with Eric.")
    minutes.action("write on America", owner_of(DOE, "JD"), with_whom=(group("Eric"),))
    assert "Write on America (with Eric)" in text_of(minutes.record())


def test_an_item_without_a_number_is_named() -> None:
    minutes = Minutes(harbour_meeting()).item(None, "Any other business").say("AGREED: to close.").decision("to close")
    assert "Any other business\n  - To close\n" in text_of(minutes.record())


def test_thanks_without_receivers_or_reason_are_quoted() -> None:
    minutes = Minutes(harbour_meeting()).say("Jane Roe praised the new lamps.")
    minutes.praise([ROE], [], "the new lamps")
    minutes.say("John Doe was thanked.").praise([], [DOE], None)
    lines = section(text_of(minutes.record()), "Thanks")
    assert lines[:5] == [
        "From Jane Roe",
        "  - Jane Roe praised the new lamps",
        "",
        "Giver not named",
        "  - John Doe",
    ]


def test_a_giver_whom_only_a_pronoun_names_is_not_named() -> None:
    minutes = Minutes(harbour_meeting()).say("She thanked John Doe.")
    minutes.praise(["She"], [DOE], None)
    assert section(text_of(minutes.record()), "Thanks")[0] == "Giver not clear"


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        ("Jane Roe saw seals.", Party("Jane Roe", "p1"), "Jane Roe saw seals"),
        ("Chair Roe saw seals.", Party("Jane Roe", "p1"), "Chair Roe saw seals"),
        ("JR saw seals.", Party("Jane Roe", "p1"), "JR saw seals (Jane Roe)"),
        ("JR saw seals, etc.", Party("Jane Roe", "p1"), "JR saw seals, etc. (Jane Roe)"),
        ("seals were seen", None, "Seals were seen"),
    ],
)
def test_a_point_names_its_speaker_once(words: str, by: Party | None, expected: str) -> None:
    minutes = Minutes(harbour_meeting()).say(words).insight(*([by] if by else []))
    assert f"  - {expected}\n" in text_of(minutes.record())


def test_points_up_to_three_hundred_characters_are_whole_and_longer_ones_end_at_a_word() -> None:
    shorter, longer = "gulls " * 49 + "rest", "terns " * 90 + "rest"
    records = [Minutes(harbour_meeting()).say(words).insight().record() for words in (shorter, longer)]
    points = " ".join(text_of(*records).split())
    assert shorter.capitalize() in points
    assert "terns …" in points
    assert longer.capitalize() not in points


def test_white_space_is_folded_and_what_terminals_obey_is_taken_out() -> None:
    minutes = (
        Minutes(replace(harbour_meeting(), place="Pier\n\x1b[31mhead")).say("seals\t\x1b]0;x\x07 \u202edna").insight()
    )
    text = text_of(minutes.record())
    assert "Pier \ufffd[31mhead" in text
    assert "Seals \ufffd]0;x\ufffd \ufffddna" in text


def test_several_meetings_are_clearly_apart() -> None:
    text = text_of(harbour(), empty_record())
    assert f"\n\n{'=' * WIDTH}\n\nNotes of A.meeting: summary\n" in text


def test_a_flagged_action_keeps_its_words() -> None:
    minutes = Minutes(harbour_meeting()).say("Sweep.").action("sweep", flags=(Flag.NO_OWNER,))
    assert "2031-03-04/1  Sweep (no date recorded)" in text_of(minutes.record())


def test_a_title_that_is_the_bodys_name_in_capitals_is_not_said_again() -> None:
    meeting = replace(harbour().meeting, title="HARBOUR TRUST  COMMITTEE")
    assert "Title:" not in str(render([replace(harbour(), meeting=meeting)], SummaryFormat.TEXT))


@pytest.mark.parametrize(
    ("organisation", "shown"),
    [
        ("Harbour Trust", "Harbour Trust"),
        ("Confederation of Harbour Trusts and Northern Regional Steering Group", "Confederation of Harbour Trusts …"),
        (
            "Gulls and the Confederation of Northern Harbour Trusts of the Coast",
            "Gulls and the Confederation of Northern Harbour …",
        ),
    ],
)
def test_a_long_organisation_ends_before_what_and_joins_to_it(organisation: str, shown: str) -> None:
    people = tuple(replace(one, organisation=organisation) for one in harbour_meeting().people)
    minutes = Minutes(replace(harbour_meeting(), people=people)).say("John Doe to count gulls.")
    minutes.action("Count gulls", owner_of(DOE, "John Doe"))
    assert f"John Doe ({shown})" in " ".join(text_of(minutes.record()).split())


def test_two_who_are_not_named_are_two() -> None:
    minutes = Minutes(harbour_meeting()).say("John Doe and Tamsin Poe were thanked for their lamps.")
    record = minutes.praise([], [DOE, POE], "their lamps").record()
    text = render([record], SummaryFormat.TEXT, SummaryOptions(attribution=Attribution.NONE))
    assert "2 members: for their lamps" in str(text)


def test_initials_that_the_list_does_not_have_are_spelled_out_too() -> None:
    minutes = Minutes(harbour_meeting()).say("JQ noted the gulls.")
    minutes.mention("JQ", How.DERIVED, DOE).insight(DOE)
    text = render([minutes.record()], SummaryFormat.TEXT, SummaryOptions(attribution=Attribution.INITIALS))
    assert "JQ John Doe" in " ".join(str(text).split())
