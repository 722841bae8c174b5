"""Insights: the words, the speakers, the kinds, the doubts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from builders import document, minutes
from minutextract.corpus import LABELS, Unit
from minutextract.pipeline import Pipeline

SPEAKERS: list[tuple[str, list[str], list[str]]] = [
    ("AB noted that the roof leaks.", ["Ann Baxter"], []),
    ("AB and KL noted that the roof leaks.", ["Ann Baxter", "Kit Loomis"], []),
    ("AB: the roof leaks.", ["Ann Baxter"], []),
    ("AB - the roof leaks.", ["Ann Baxter"], []),
    ("Kit Loomis reported a leak.", ["Kit Loomis"], []),
    ("Mr Loomis reported a leak.", ["Kit Loomis"], []),
    ("Kit reported a leak.", ["Kit Loomis"], []),
    ("The Treasurer reported a surplus.", ["Colin Dray"], []),
    ("A leak was reported by KL.", ["Kit Loomis"], []),
    ("A leak was reported by the Clerk.", ["Olive Pryor"], []),
    ("KL emphasised the role of tea.", ["Kit Loomis"], []),
    ("In response KL named a price.", ["Kit Loomis"], []),
    ("HJ noted that the roof leaks.", ["Hugo de Jong"], ["derived-initials"]),
    ("QV noted that the roof leaks.", ["QV"], ["unknown-initials", "unknown-speaker"]),
    ("The roof leaks.", [], []),
    ("The roof above KL leaks.", [], []),
    ("Members noted that the roof leaks.", [], []),
]


@pytest.mark.parametrize(("text", "by", "flags"), SPEAKERS, ids=[case[0] for case in SPEAKERS])
def test_speakers(text: str, by: list[str], flags: list[str]) -> None:
    [found] = minutes(text, labels=["insight"]).insights
    assert ([one.name for one in found.by], list(map(str, found.flags))) == (by, flags)
    assert found.text == text


def test_a_speaker_behind_in_response() -> None:
    [found] = minutes("In response, KL named a price.", labels=["insight"]).insights
    assert [one.name for one in found.by] == ["Kit Loomis"]


def test_a_pronoun_speaks() -> None:
    *_, found = minutes("KL noted the leak. He named a price.", labels=["insight"]).insights
    assert [one.name for one in found.by] == ["Kit Loomis"]


def test_a_unit_speaks() -> None:
    [found] = minutes("Owner: Tide Office official [TO]", "TO noted the tide.", labels=["insight"]).insights
    assert [(one.name, one.unit) for one in found.by] == [("TO", "u1")]


class _Near:
    """Scores close to the threshold."""

    thresholds = dict.fromkeys(LABELS, 0.5)

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        return [dict.fromkeys(LABELS, 0.55) for _ in units]


def test_a_score_near_the_threshold_is_flagged() -> None:
    record = Pipeline(_Near()).analyse(document("Present: Ann Baxter (AB)", "# 1. Garden", "AB should mend the leak."))
    for [found] in (record.actions, record.decisions, record.praise, record.insights):
        assert "uncertain-label" in found.flags
        assert found.score == 0.55


KINDS = [
    ("AB asked why the roof leaks?", "question"),
    ("AB raised concerns about the roof.", "concern"),
    ("KL was worried that the roof leaks.", "concern"),
    ("KL suggested a new roof.", "suggestion"),
    ("It was recommended that the roof be tarred.", "suggestion"),
    ("The proposed roof is blue.", None),
    ("KL was not concerned about the roof.", None),
    ("Rents rose by 4%.", "figure"),
    ("The balance stands at £310.", "figure"),
    ("The roof leaks in the east wind.", None),
]


@pytest.mark.parametrize(("text", "kind"), KINDS, ids=[case[0] for case in KINDS])
def test_the_kind_that_the_wording_gives_away(text: str, kind: str | None) -> None:
    found = minutes(text, labels=["insight"]).insights[-1]
    assert found.kind == kind


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("AB gave an update on the roof.", False),
        ("Members discussed the budget.", False),
        ("A report on the boats was received.", False),
        ("Conclusion about the middle of august.", False),
        ("Discussion of the old hall with the tide tables in May", False),
        ("Update on the roof is that it leaks.", True),
        ("AB gave an update on the roof: it leaks.", True),
        ("Members discussed that the budget is too small.", True),
    ],
)
def test_a_topic_alone_is_no_insight(text: str, kept: bool) -> None:
    assert bool(minutes(text, labels=["insight"]).insights) == kept


CONTEXTS: list[tuple[list[str], str | None, bool]] = [
    (["The roof may leak soon. This is the cause of the damp."], "The roof may leak soon.", True),
    (["The roof leaks. It drips. That harms the beams below."], "The roof leaks. It drips.", True),
    (["It drips on everything. That harms the beams below."], None, False),
    (
        ["The harbour has asked for a new roof. After some back and forth, Kit proposed slate."],
        "The harbour has asked for a new roof.",
        True,
    ),
    ([f"The roof {'of the old hall by the sea ' * 12}leaks. This harms the beams."], None, False),
    (["- Control ropes", "  - Still required"], "Control ropes", True),
    (["- Plans for the roof", "  - Tar lasts longer than paint in winter"], "Plans for the roof", True),
    (["- Tar lasts longer than paint in winter"], None, True),
    (["- Still required"], None, False),
    (["The fair went well:", "- 40 boats moored"], "The fair went well:", True),
    (["Tar lasts longer than paint.", "This saves money in winter."], "Tar lasts longer than paint.", True),
    (["- Smooth work with little noise,"], None, False),
    (["Does the roof leak? The beams have been wet since May."], "Does the roof leak?", True),
    (["A bid for the beams came in. The bid asks for £400."], "A bid for the beams came in.", True),
    (["- Does the roof leak?", "  - The beams have been wet since May"], "Does the roof leak?", True),
    (["- Control ropes", "  - Kit tars them now", "  - And then he paints the old hull"], None, False),
    (["I have ordered tar for the old hall."], None, False),
    (
        ["The club by the sea has a secretary. Remit is to help all boats."],
        "The club by the sea has a secretary.",
        True,
    ),
    (["Colin read the report. I do not think these leak. But the beams are wet."], "I do not think these leak.", False),
    (
        ["- Plans for the roof", "  - The old tar comes from the north", "  - This harms the beams below the roof"],
        "The old tar comes from the north",
        True,
    ),
    (
        ["- Plans for the roof", "  - It drips on all of the beams", "  - They harm the wall below the roof"],
        "Plans for the roof",
        True,
    ),
    (
        ["- Plans for the roof", "  - It drips on all of the beams", "  - This harms the wall below the roof"],
        None,
        False,
    ),
    (
        ["- Plans for the roof", "  - https://example.org/roof", "  - This harms the wall below the roof"],
        "Plans for the roof",
        True,
    ),
    (["- The old tar comes from the north", "- This harms the beams"], "The old tar comes from the north", True),
    (["Ideas from the neighbours", "- Tar lasts longer than paint in winter"], "Ideas from the neighbours", True),
    (["The neighbours have come to see us", "- Tar lasts longer than paint in winter"], None, True),
    (["def tar():", "- Tar lasts longer than paint in winter"], None, True),
    (
        ["- The society offers a grant for the hall", "  - Limited to two years with the option of a third"],
        "The society offers a grant for the hall",
        True,
    ),
    (
        [
            "- The old winch of the hall came from the north in May with two ropes of hemp and one of nylon, and it "
            "was tarred by the rowers of the harbour for all of the boats. Views below:",
            "  - Kit thinks that this saves the society a new winch",
        ],
        "The old winch of the hall came from the north in May with two ropes of hemp and one of nylon, and it "
        "was tarred by the rowers of the harbour for all of the boats.",
        True,
    ),
    (
        ["- [all] Tar for the hall (see the list of prices)", "  - [Kit] Leaving the crew of the old winch"],
        None,
        True,
    ),
    (
        [
            "- The hall goes on well, and Kit has by now used this much of the tar:",
            "  - Nine tins in all of the forty ordered in May",
        ],
        "The hall goes on well, and Kit has by now used this much of the tar:",
        True,
    ),
    (
        [
            "- We discussed whether new members should have a key to the old hall",
            "  - Earlier thefts are to be kept in mind by the crew",
        ],
        "We discussed whether new members should have a key to the old hall",
        True,
    ),
    (
        ["- The crew should decide", "  - if the hall can be tarred in May", "  - they could wait for the summer"],
        None,
        False,
    ),
    (
        ["- Kit and the crew of the winch see the following options:", "  - Tar the roof of the hall before winter"],
        "Kit and the crew of the winch see the following options:",
        True,
    ),
    (
        ["Reasons for refusal:", "The old beams are dry. The roof of the hall keeps tar from the rain."],
        "Reasons for refusal:",
        True,
    ),
    (["| Planned for May | Tar for all of the beams of the hall |"], "Planned for May", True),
    (["| Notes | Tar for all of the beams of the hall |"], None, True),
    (["| 4 | Tar for all of the beams of the hall |"], None, True),
    (["# The old winch", "- is not ready for the winter, as the rope is too short"], None, True),
    (["Tar for Phase I was ordered in May."], None, True),
    (["The crew said “I have tar for the hall”."], None, True),
]


@pytest.mark.parametrize(("lines", "context", "complete"), CONTEXTS, ids=[case[0][-1] for case in CONTEXTS])
def test_a_point_has_what_it_leans_on(lines: list[str], context: str | None, complete: bool) -> None:
    record = minutes(*lines, labels=["insight"])
    found = record.insights[-1]
    assert (found.context.of(record.document.text) if found.context else None, found.complete) == (context, complete)


TURNS: list[tuple[list[str], list[str]]] = [
    (["KL: The roof leaks. The beams are old."], ["Kit Loomis"]),
    (["KL: The roof leaks. AB: I know of it. The beams are old."], ["Ann Baxter"]),
    (["KL: The roof leaks. Wave: I know of it. The beams are old."], []),
    (["KL: Does the roof leak? The beams are old."], []),
    (["KL noted that the roof leaks. The beams are old."], []),
    (["- Kit Loomis:", "  - The beams are old."], ["Kit Loomis"]),
    (["- Kit Loomis: the roof leaks", "  - The beams are old."], []),
    (["Kit Loomis has decades of knowledge of tar."], []),
    (["KL: The roof leaks.", "… and drips. The beams are old."], ["Kit Loomis"]),
    (["Treasurer's Report 2024 – Colin Dray", "I have paid for the beams of the hall."], ["Colin Dray"]),
    (["Treasurer's Report 2024", "I have paid for the beams of the hall."], []),
    (["Treasurer's Report 2024 – Colin Dray", "The beams of the hall are paid for."], []),
    (["Kit Loomis has noted that the beams are old."], ["Kit Loomis"]),
]


@pytest.mark.parametrize(("lines", "by"), TURNS, ids=[case[0][-1] for case in TURNS])
def test_whose_turn_it_is(lines: list[str], by: list[str]) -> None:
    assert [one.name for one in minutes(*lines, labels=["insight"]).insights[-1].by] == by


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["Roles:", "- Keeps the books of the hall in order"], []),
        (["- The following is a draft:", "1. Boats are moored before noon on weekdays"], []),
        (
            ["We are due 150 from the fund.", "UPDATE: The fund has paid the hall."],
            ["UPDATE: The fund has paid the hall."],
        ),
        (["Please add your name and your boat below:", "- Option: the first two letters of the boat"], []),
        (["# Agenda", "- The old winch needs new ropes before winter", "# Notes"], []),
        (["# Agenda", "- The old winch was sold in May.", "# Notes"], ["The old winch was sold in May."]),
        (
            ["# Agenda", "- The old winch needs new ropes before winter", "# Moorings"],
            ["The old winch needs new ropes before winter"],
        ),
        (["Other matters (not discussed):", "- The old winch needs new ropes before winter"], []),
        (["We are on 38 boats now.", "Boats are actually on 44 today."], ["Boats are actually on 44 today."]),
        (["The old roof leaks again.", "The old roof leaks again."], ["The old roof leaks again."]),
    ],
)
def test_duties_drafts_corrected_and_repeated_lines_are_no_insights(lines: list[str], kept: list[str]) -> None:
    assert [one.text for one in minutes(*lines, labels=["insight"]).insights] == kept


def test_a_turn_of_somebody_unknown_keeps_its_label() -> None:
    lines = [f"{name}: the beams of the hall are wet." for name in ("Wren", "Finch", "Robin") for _ in range(4)]
    record = minutes(*lines, "Wren: The roof leaks. The winch is older than the hall.", labels=["insight"])
    found = record.insights[-1]
    assert found.context
    assert found.context.of(record.document.text).strip() == "Wren:"
    assert found.complete


def test_a_paragraph_between_two_items_goes_on_from_the_first() -> None:
    lines = ["- Wet beams in the hall of the harbour", "In particular the east side is bad.", "- Ropes for all boats"]
    record = minutes(*lines, labels=["insight"])
    [found] = [one for one in record.insights if one.text.startswith("In particular")]
    assert found.context
    assert found.context.of(record.document.text) == "Wet beams in the hall of the harbour"
