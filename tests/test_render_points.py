"""Which key points a summary shows, and how."""

from __future__ import annotations

import pytest

from builders import minutes
from factories import DOE, Minutes, harbour_meeting
from minutextract.record import InsightKind, Party, Record
from minutextract.render import SummaryFormat, render
from minutextract.render.names import Names
from minutextract.render.options import Length
from minutextract.render.points import key_points
from minutextract.render.rewording import Rewording
from minutextract.render.selection import MOST
from minutextract.render.summary import summarize

ROOM = 10_000


def words_of(record: Record) -> Rewording:
    return Rewording(record, Names(record.meeting))


def shown(*lines: str) -> list[str]:
    return [line.text for _, line in key_points(words_of(minutes(*lines, labels=["insight"])), [], ROOM).lines]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["- Control ropes [Ann] 10min", "  - Still required for the winter"],
            "Control ropes: Still required for the winter",
        ),
        (["The roof may leak. This would harm the beams below."], "The roof may leak. This would harm the beams below"),
        (["Decision Whether the roof of the hall is tarred makes no odds"], "Whether the roof of the hall is tarred"),
        (
            ["- The winch of the hall - Kit not present", "  - It drips on the old ropes"],
            "The winch of the hall: It drips",
        ),
        (["Moreover, the roof of the hall leaks badly."], "The roof of the hall leaks badly"),
        (["KL: The roof leaks badly. The beams are old and wet."], "Kit Loomis: The beams are old and wet"),
        (["KL: The roof of the hall leaks badly."], "Kit Loomis: The roof of the hall leaks badly"),
        (["Kit: The roof of the hall leaks badly."], "Kit Loomis: The roof of the hall leaks badly"),
        (["(KL) said the roof of the hall leaks."], "Kit Loomis said the roof of the hall leaks"),
        (["Kit (Marlow) said the roof of the hall leaks."], "Kit (Marlow) said the roof of the hall leaks"),
        (
            ["- The old tar can be had from the north", "- This would harm the beams below"],
            "The old tar can be had from the north. This would harm the beams below",
        ),
        (["eRope for the roof is kept in the old hall"], "eRope for the roof is kept"),
        (["- Plans for it as follows", "  - The roof of the hall is of tar"], "The roof of the hall is of tar"),
        (["roof.plans are kept with the old tide tables"], "roof.plans are kept with the old tide tables"),
    ],
)
def test_a_point_is_shown_with_what_it_leans_on_and_its_speaker(lines: list[str], expected: str) -> None:
    assert shown(*lines)[-1].startswith(expected)


@pytest.mark.parametrize(
    "line",
    [
        "It drips on everything.",
        "- Still required",
        "- Smooth work with little noise,",
        "The red rise in the graph comes from the old tar.",
    ],
)
def test_what_leans_on_nothing_or_is_torn_is_left_out(line: str) -> None:
    assert shown(line) == []


def test_a_sentence_is_not_shown_again_as_what_another_leans_on() -> None:
    assert shown("Tar lasts longer than paint in winter. This saves 40 pounds a year for the hall.") == [
        "Tar lasts longer than paint in winter. This saves 40 pounds a year for the hall"
    ]


def test_what_is_taken_back_is_shown_with_what_takes_it_back() -> None:
    lines = "The harbour has not mended the roof of the hall. However, the beams are dry by now."
    assert shown(lines) == [lines.removesuffix(".")]
    record = minutes(lines, labels=["insight"])
    brief = key_points(words_of(record), [], ROOM, Length.BRIEF).lines
    assert [line.text for _, line in brief] == ["The harbour has not mended the roof of the hall"]


def test_a_point_does_not_say_its_heading_again() -> None:
    title, other = "20-23rd of April in the old hall", "The beams of the hall are wet and old"
    assert shown(f"# {title}", f"{title}.", f"{other}.") == [other]
    assert shown(f"# {title}", f"{title}.") == [title]


def test_nearly_the_same_words_are_shown_once() -> None:
    lines = ["The old crane of the north pier is rusty.", "The old crane of the north pier is very rusty."]
    assert len(shown(*lines)) == 1


def _long_meeting(items: int, points: int) -> Minutes:
    given = Minutes(harbour_meeting())
    for item in range(items):
        given.item(str(item + 1), f"Pier {item}")
        for point in range(points):
            words = " ".join(f"w{item}x{point}y{word}" for word in range(9))
            given.say(f"Report {words}.").insight(score=0.7 + point / 100)
    return given


def test_each_item_has_its_best_points_and_none_more_than_a_few() -> None:
    given = _long_meeting(5, 20)
    points = key_points(words_of(given.record()), [], ROOM)
    assert len(points.shown) == 35
    assert {round(one.score, 2) for one in points.shown} == {0.83, 0.84, 0.85, 0.86, 0.87, 0.88, 0.89}
    assert points.left_out == 65


def test_there_are_never_more_than_a_summary_bears() -> None:
    given = _long_meeting(12, 9)
    assert len(key_points(words_of(given.record()), [], ROOM).shown) == MOST


def test_points_and_their_headings_take_no_more_than_the_room_that_is_left() -> None:
    words = words_of(_long_meeting(12, 9).record())
    for room in (0, 50, 200):
        lines = key_points(words, [], room).lines
        headings = dict.fromkeys(heading for heading, _ in lines)
        taken = sum(len(text.split()) for text in (*headings, *(line.text for _, line in lines)))
        assert room - 12 <= taken <= room or not room


def test_a_brief_summary_has_the_very_best_and_a_full_one_all() -> None:
    words = words_of(_long_meeting(5, 20).record())
    brief = key_points(words, [], ROOM, Length.BRIEF).shown
    assert [round(one.score, 2) for one in brief] == [0.88, 0.89] * 3 + [0.89] * 2
    assert len(key_points(words, [], ROOM, Length.FULL).shown) == 100


def test_how_many_only_the_record_has_is_told_in_every_format() -> None:
    record = _long_meeting(3, 30).record()
    section = summarize(record).sections[-1]
    assert section.heading == f"Key points ({section.count}; {90 - section.count} more in the record)"
    for style in (SummaryFormat.TEXT, SummaryFormat.MD, SummaryFormat.HTML):
        assert section.heading in str(render([record], style))


def test_nothing_that_stands_alone_is_told_as_such() -> None:
    section = summarize(Minutes(harbour_meeting()).say("It drips.").insight(complete=False).record()).sections[-1]
    assert (section.count, section.empty) == (0, "none that stands alone; 1 in the record")


def test_what_is_plain_goes_before_a_question() -> None:
    given = Minutes(harbour_meeting()).say("Does the crane of the north pier creak?")
    given.insight(kind=InsightKind.QUESTION, score=0.6)
    given.say("The crane of the south pier lifts 40 boats a day.").insight(DOE)
    assert [one.kind for one in key_points(words_of(given.record()), [], ROOM).shown] == [None]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("This saves money in winter.", []),
        ("The beams are old and wet, and the paint comes off.", ["The beams are old and wet, and the paint comes off"]),
    ],
)
def test_what_a_point_leans_on_is_not_said_again(said: str, expected: list[str]) -> None:
    made = Minutes(harbour_meeting())
    made.say("Tar the hull of the old boat.").decision("tar the hull of the old boat")
    context = made.record().decisions[0].span
    made.say(said).insight(context=context)
    assert [line.text for _, line in key_points(words_of(made.record()), [], ROOM).lines] == expected


@pytest.mark.parametrize(
    ("speaker", "text", "named"),
    [
        ("Edgar Roe", "Ed has seen the boat", ""),
        ("Raewyn Roe", "Raewyn has seen the boat", ""),
        ("Theo Roe", "The boat leaks", "Theo Roe"),
        ("Anna Bell", "An offer came in", "Anna Bell"),
        ("Anna Bell", "Ed/Anna: an offer came in", ""),
        ("Anna Bell", "Ed and Anna will run again", ""),
    ],
)
def test_a_speaker_whom_the_words_open_with_is_not_named_again(speaker: str, text: str, named: str) -> None:
    assert Names(harbour_meeting()).speakers([Party(speaker)], text) == named
