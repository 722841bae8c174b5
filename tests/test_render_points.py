"""Which key points a summary shows, and how."""

from __future__ import annotations

import pytest

from builders import minutes
from factories import DOE, Minutes, harbour_meeting
from minutextract.record import InsightKind
from minutextract.render import SummaryFormat, render
from minutextract.render.points import key_points
from minutextract.render.selection import MOST
from minutextract.render.summary import summarize


def shown(*lines: str) -> list[str]:
    return [line.text for _, line in key_points(minutes(*lines, labels=["insight"]), [], 0).lines]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["- Control ropes [Ann] 10min", "  - Still required for the winter"],
            "Control ropes: Still required for the winter",
        ),
        (["The roof may leak. This would harm the beams below."], "The roof may leak. This would harm the beams below"),
        (["KL: The roof leaks badly. The beams are old and wet."], "Kit Loomis: The beams are old and wet"),
        (["KL: The roof of the hall leaks badly."], "Kit Loomis: The roof of the hall leaks badly"),
        (["Kit: The roof of the hall leaks badly."], "Kit Loomis: The roof of the hall leaks badly"),
        (["(KL) said the roof of the hall leaks."], "Kit Loomis said the roof of the hall leaks"),
        (["Kit (Marlow) said the roof of the hall leaks."], "Kit (Marlow) said the roof of the hall leaks"),
        (["roof.plans are kept with the old tide tables"], "roof.plans are kept with the old tide tables"),
    ],
)
def test_a_point_is_shown_with_what_it_leans_on_and_its_speaker(lines: list[str], expected: str) -> None:
    assert shown(*lines)[-1].startswith(expected)


@pytest.mark.parametrize("line", ["It drips on everything.", "- Still required", "- Smooth work with little noise,"])
def test_what_leans_on_nothing_or_is_torn_is_left_out(line: str) -> None:
    assert shown(line) == []


def test_a_sentence_is_not_shown_again_as_what_another_leans_on() -> None:
    assert shown("Tar lasts longer than paint in winter. This saves 40 pounds a year for the hall.") == [
        "Tar lasts longer than paint in winter. This saves 40 pounds a year for the hall"
    ]


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
    given.say("Filler " * 9000)
    points = key_points(given.record(), [], 0)
    assert len(points.shown) == 35
    assert {round(one.score, 2) for one in points.shown} == {0.83, 0.84, 0.85, 0.86, 0.87, 0.88, 0.89}
    assert points.left_out == 65


def test_there_are_never_more_than_a_summary_bears() -> None:
    given = _long_meeting(12, 9)
    given.say("Filler " * 9000)
    assert len(key_points(given.record(), [], 0).shown) == MOST


def test_points_stay_below_the_share_of_the_minutes_that_is_left() -> None:
    record = _long_meeting(12, 9).record()
    total = len(record.document.text.split())
    for taken in (0, total // 5, total):
        words = sum(len(one.text.split()) for one in key_points(record, [], taken).shown)
        assert words <= max(0.4 * total - taken, 0.2 * total)


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
    assert [one.kind for one in key_points(given.record(), [], 0).shown] == [None]
