from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factories import (
    DOE,
    LOW,
    MAJOR,
    POE,
    ROE,
    Minutes,
    empty_record,
    group,
    harbour,
    harbour_meeting,
    owner_of,
    person,
    unknown,
)
from minutextract.document import Span
from minutextract.meeting import Attendance, Person
from minutextract.record import Due, Flag, How
from minutextract.render.checks import checks


def minutes() -> Minutes:
    return Minutes(harbour_meeting()).item("2", "Repairs")


def test_all_checks_of_a_meeting_the_gravest_first() -> None:
    assert checks(harbour()) == [
        "Owner not clear: 2031-03-04/4, “The old winch to be sold”.",
        "Piers Low attended but is not listed as a member: needs telling of 2031-03-04/3.",
        "No date is recorded for 2031-03-04/2 and 2031-03-04/4.",
        "The due date of 2031-03-04/3 is not clear: “when they are in”.",
        "TP (item 2) is not in the attendance list; taken as Tamsin Poe, whom the list calls TO.",
        "Thanked but not at the meeting, so perhaps to be told: Mary Major.",
        "Uncertain (key point, score 0.52): “TP observed that gulls nest earlier after a mild winter” (item 2).",
        "One table could not be read.",
    ]


def test_nothing_flagged_nothing_to_check() -> None:
    assert checks(empty_record()) == []


def test_an_owner_who_was_away_is_named_once_with_all_refs() -> None:
    given = minutes().say("MM to paint and to sweep. Ann Other to count.")
    for task in ("paint", "sweep"):
        given.action(task, owner_of(MAJOR, "MM"), due=Due("soon", None, "soon"), flags=(Flag.OWNER_ABSENT,))
    stranger = replace(owner_of(MAJOR, "Ann Other"), person=None, name="Ann Other")
    given.action("count", stranger, group("members"), flags=(Flag.OWNER_NOT_MEMBER,))
    assert checks(given.record()) == [
        "Mary Major sent apologies: needs telling of 2031-03-04/1 and 2031-03-04/2.",
        "Ann Other is not in the attendance list: needs telling of 2031-03-04/3.",
    ]


def test_no_action_has_a_date_is_said_once() -> None:
    given = minutes().say("JD to paint and sweep.")
    for task in ("paint", "sweep"):
        given.action(task, owner_of(DOE, "JD"), flags=(Flag.NO_DUE_DATE,))
    assert checks(given.record()) == ["No action has a date."]


def test_many_actions_without_date_or_owner_are_counted() -> None:
    given = minutes().say("To do.").action("close", owner_of(DOE, "JD"), due=Due("at dusk", None, "dusk"))
    for number in range(7):
        given.action(f"step {number}", flags=(Flag.NO_OWNER, Flag.NO_DUE_DATE))
    assert checks(given.record()) == [
        "7 of 8 actions have no clear owner; they are listed last.",
        "7 of 8 actions have no date.",
    ]


def test_an_owner_in_doubt_is_told_with_the_candidates_or_as_written() -> None:
    given = minutes().say("JR to paint.").action("paint", unknown("JR"), flags=(Flag.AMBIGUOUS_OWNER,))
    given.mention("JR", How.UNKNOWN, candidates=("p1", "p3"), flags=(Flag.AMBIGUOUS_INITIALS,))
    given.say("Bosun to sweep.").action("sweep", unknown("Bosun"), flags=(Flag.UNKNOWN_OWNER,), due=Due("x", None, "x"))
    assert checks(given.record()) == [
        "Owner not clear: 2031-03-04/2, written “Bosun”.",
        "JR (item 2) could be Jane Roe or Tamsin Poe; left open.",
    ]


@pytest.mark.parametrize(
    ("how", "who", "candidates", "flag", "expected"),
    [
        (How.ROSTER, ROE, ("p1", "p3"), Flag.AMBIGUOUS_INITIALS, "could be Jane Roe or Tamsin Poe; taken as Jane Roe."),
        (How.UNKNOWN, None, ("p1", "u1"), Flag.AMBIGUOUS_NAME,
         "could be Jane Roe or Estates team official; left open."),
        (How.UNKNOWN, None, (), Flag.UNKNOWN_INITIALS, "fits nobody in the attendance list."),
        (How.FUZZY, POE, ("p3",), Flag.FUZZY_NAME, "is not spelt as in the attendance list; taken as Tamsin Poe."),
    ],
)  # fmt: skip
def test_a_name_in_doubt_says_who_it_was_taken_for(
    how: How, who: Person | None, candidates: tuple[str, ...], flag: Flag, expected: str
) -> None:
    given = minutes().say("QX saw seals.").insight().mention("QX", how, who, candidates=candidates, flags=(flag,))
    assert checks(given.record()) == [f"QX (item 2) {expected}"]


def test_a_name_in_doubt_in_two_items_is_one_line() -> None:
    given = minutes().say("QX saw seals.").insight().mention("QX", How.UNKNOWN, flags=(Flag.UNKNOWN_INITIALS,))
    given.item("3", "Tides").say("QX saw gulls.").insight().mention("QX", How.UNKNOWN, flags=(Flag.UNKNOWN_INITIALS,))
    assert checks(given.record()) == ["QX (items 2 and 3) fits nobody in the attendance list."]


def test_doubts_outside_the_findings_are_left_to_the_record() -> None:
    given = minutes().say("QX nodded.").mention("QX", How.UNKNOWN, flags=(Flag.UNKNOWN_INITIALS,))
    given.say("He saw seals.").insight(flags=(Flag.DERIVED_INITIALS,))
    given.mention("He", How.PRONOUN, POE, flags=(Flag.DERIVED_INITIALS,))
    assert checks(given.record()) == []


def test_givers_and_speakers_not_known() -> None:
    given = minutes().say("Thanks were given to John Doe.").praise([], [DOE], None, flags=(Flag.UNKNOWN_GIVER,))
    given.say("LC for the lamps.").praise([ROE], [DOE], "the lamps", flags=(Flag.INHERITED_GIVER,))
    given.say("Somebody saw seals.").insight(flags=(Flag.UNKNOWN_SPEAKER,))
    assert checks(given.record()) == [
        "A line of thanks takes its giver from the sentence above the list.",
        "It is not clear who gave thanks: “Thanks were given to John Doe” (item 2).",
        "Speaker not clear: “Somebody saw seals” (item 2).",
    ]


def test_uncertain_labels_are_one_line_a_kind_the_worst_first_and_five_quoted() -> None:
    given = minutes()
    for score in range(60, 48, -1):
        given.say(f"Seal number {score}.").decision("x", score=score / 100, flags=(Flag.UNCERTAIN_LABEL,))
    [line] = checks(given.record())
    assert line.startswith("Uncertain (12 decisions, scores 0.49 to 0.60): “Seal number 49” (item 2); “Seal number 50”")
    assert line.endswith("“Seal number 53” (item 2); and 7 more.")


def test_a_point_that_the_summary_leaves_out_is_not_asked_about() -> None:
    given = minutes().say("Seals sleep.").insight(flags=(Flag.UNCERTAIN_LABEL, Flag.UNKNOWN_SPEAKER), score=0.5)
    assert checks(given.record(), points=[]) == []


def test_several_initials_that_fit_nobody_are_one_line() -> None:
    given = minutes().say("QX and ZY saw seals.").insight()
    for initials in ("QX", "ZY"):
        given.mention(initials, How.UNKNOWN, flags=(Flag.UNKNOWN_INITIALS,))
    assert checks(given.record()) == ["QX (item 2) and ZY (item 2) fit nobody in the attendance list."]


def test_without_a_list_no_initials_are_said_to_be_missing_from_it() -> None:
    given = Minutes(replace(harbour_meeting(), people=())).say("QX saw seals.").insight()
    given.mention("QX", How.UNKNOWN, flags=(Flag.UNKNOWN_INITIALS,))
    assert checks(given.record()) == []


def test_somebody_thanked_who_was_there_needs_no_telling() -> None:
    there = person(9, "Ann Other", Attendance.PRESENT)
    meeting = replace(harbour_meeting(), people=(ROE, there, LOW))
    given = Minutes(meeting).say("Jane Roe thanked Ann Other.").praise([ROE], [there, LOW], None)
    assert checks(given.record()) == []


def test_a_mention_elsewhere_with_the_same_letters_does_not_count() -> None:
    given = minutes().say("QX and seals.").insight(span=Span(7, 12))
    given.mention("QX", How.UNKNOWN, flags=(Flag.UNKNOWN_INITIALS,))
    assert checks(given.record()) == []


def test_every_flag_is_documented() -> None:
    lines = (Path(__file__).parent.parent / "docs" / "flags.md").read_text(encoding="utf-8").splitlines()
    documented = [line.split("`")[1] for line in lines if line.startswith("| `")]
    assert documented == [flag.value for flag in Flag]
