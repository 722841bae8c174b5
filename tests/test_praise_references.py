"""Praise whose parties stand in other words, lines or turns: pronouns, speakers, signatures, lists."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.record import Praise


def praise(*body: str) -> tuple[Praise, ...]:
    """All praise in these lines."""
    return minutes(*body, labels=["praise"]).praise


def test_a_pronoun_gives() -> None:
    found = praise("AB noted the cost. She thanked KL for the cakes.")[-1]
    assert ([one.name for one in found.by], [one.name for one in found.to]) == (["Ann Baxter"], ["Kit Loomis"])


def test_him_is_the_one_person_of_the_sentence_before() -> None:
    found = praise("KL had repaired the roof. AB thanked him for the work.")[-1]
    assert [one.name for one in found.to] == ["Kit Loomis"]
    found = praise("KL and HdJ had repaired the roof. AB thanked him for the work.")[-1]
    assert ([one.name for one in found.to], "unknown-receiver" in found.flags) == (["him"], True)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("KL had repaired the roof. He had painted it too. AB thanked him for the work.", ["Kit Loomis"]),
        ("AB and KL had met. AB thanked him for the work.", ["Kit Loomis"]),
        ("QV had repaired the roof. AB thanked her for the work.", ["QV"]),
        ("Mr Zed Quill had met FG. AB thanked her for the work.", ["her"]),
        ("KL and FG had repaired the roof. AB thanked both for the work.", ["Kit Loomis", "Fay Glover"]),
        ("KL and FG had repaired the roof. The committee commends these two.", ["Kit Loomis", "Fay Glover"]),
        ("AB asked KL and FG to paint it (thanks to both for the work).", ["Kit Loomis", "Fay Glover"]),
        ("KL, FG and CD had repaired the roof. AB thanked both for the work.", ["both"]),
    ],
)
def test_pronouns_stand_for_as_many_as_the_words_before_name(text: str, to: list[str]) -> None:
    assert [one.name for one in praise(text)[-1].to] == to


def test_a_pronoun_gives_for_the_one_named_in_its_sentence() -> None:
    [found] = praise("Cllr Quill advised that the roof was done and he was very grateful to KL.")
    assert ([one.name for one in found.by], [one.name for one in found.to]) == (["Cllr Quill"], ["Kit Loomis"])


def test_a_pronoun_that_may_mean_several_gives_as_it_is_written() -> None:
    found = praise("AB and FG noted the cost. She thanked KL for the cakes.")[-1]
    assert [(one.name, one.person) for one in found.by] == [("She", None)]
    assert "unknown-speaker" in found.flags


def test_somebody_absent_who_is_thanked_is_flagged() -> None:
    [found] = praise("AB thanked MN for the cakes.")
    assert "receiver-absent" in found.flags


def test_the_speaker_of_a_log_gives_what_follows() -> None:
    *_, last = praise("Zed Quill 10:14: Right. Thank you for the slides.")
    assert [one.name for one in last.by] == ["Zed Quill"]


@pytest.mark.parametrize(
    ("lines", "by", "to"),
    [
        (["KL brought cakes (AB/FG). Big thanks from all."], ["all"], ["Kit Loomis"]),
        (["KL and FG brought cakes. Well done."], [], []),
        (["KL brought cakes. Thanks for coming."], [], []),
        (["KL brought cakes. Great turnout at the fair."], [], []),
        (["Quill: Well done!"], ["Quill"], []),
        (["There were many cakes.", "Cakes: Well done!"], [], []),
        (["Raffle: thanks to KL for the cakes."], [], ["Kit Loomis"]),
        (
            ["## Update", "From the warden, Mr Loomis (KL since May).", "Thanks to FG for the tea."],
            ["Kit Loomis"],
            ["Fay Glover"],
        ),
        (["## Update", "From KL and AB.", "Thanks to FG for the tea."], [], ["Fay Glover"]),
        (["## Update", "From the warden, KL.", "FG was thanked for the tea."], [], ["Fay Glover"]),
    ],
)
def test_what_few_words_leave_out(lines: list[str], by: list[str], to: list[str]) -> None:
    found = praise(*lines)[-1]
    assert ([one.name for one in found.by], [one.name for one in found.to]) == (by, to)


def test_i_is_whoever_speaks() -> None:
    talk = ["ZQ: the pump is old.", "KL: it is, and it leaks."] * 6
    praise = minutes(*talk, "ZQ: It works. I really appreciate you asking the plumber.", labels=["praise"]).praise[-1]
    assert [party.name for party in praise.by] == ["ZQ"]
    assert praise.reason is None


def test_thanks_in_passing_are_told_once() -> None:
    found = minutes(
        "Thank you.", "Okay, thank you.", "Thank you.", "Thank you, KL.", "Thank you.", labels=["praise"]
    ).praise
    assert [(one.span.start, [party.name for party in one.to]) for one in found] == [
        (found[0].span.start, []),
        (found[1].span.start, []),
        (found[2].span.start, ["Kit Loomis"]),
    ]


def test_whoever_signs_a_report_gives_its_thanks() -> None:
    body = "I asked KL to sweep the hall. My thanks to KL. The hall is open again. Q Zander – Hall Group"
    [found] = [one for one in praise(body) if one.span.of(minutes(body).document.text).startswith("My")]
    assert ([one.name for one in found.by], [one.name for one in found.to]) == (["Q Zander"], ["Kit Loomis"])


def test_her_work_is_whose_the_sentence_before_is_about() -> None:
    found = praise("KL looks after the slides.", "We are very grateful to have her skills.")[-1]
    assert ([one.name for one in found.by], [one.name for one in found.to]) == (["We"], ["Kit Loomis"])


def test_thanks_that_answer_a_turn_are_for_whoever_spoke() -> None:
    found = praise("Zed 1:10: The slides are ready.", "Tim 1:11: Okay, thank you.")[-1]
    assert ([one.name for one in found.by], [one.name for one in found.to]) == (["Tim"], ["Zed"])


def test_a_scribe_goes_on_with_the_speaker_of_the_line_above() -> None:
    [found] = praise("Kit Loomis: two more of them", "… we close both.", "… Well done Ann, for the heroic work.")[-1:]
    assert [one.name for one in found.by] == ["Kit Loomis"]


def test_a_letter_that_is_quoted_thanks_nobody_of_the_meeting() -> None:
    assert not praise("“Your plea was declined. We appreciate the time you’ve put into it.”")
    assert praise("“Thank you for all you do, Kit.”")


def test_why_somebody_does_something_is_no_thanks() -> None:
    assert not praise("Here are the notes I took, since Zed was kind enough to host.")
