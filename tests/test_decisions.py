"""Decisions: the words, motions over several lines, who moved and seconded, how the vote went."""

from __future__ import annotations

import pytest

from builders import document, minutes
from minutextract.findings.elections import appointments
from minutextract.findings.praise_cues import praises
from minutextract.findings.settling import settles
from minutextract.findings.votes import vote_in
from minutextract.record import Decision, Flag, Outcome, Vote


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The budget was approved.", "The budget was approved"),
        ("RESOLVED: that the budget be approved.", "that the budget be approved"),
        ("RESOLVED that the budget be approved.", "that the budget be approved"),
        ("Decision: the shed is painted blue.", "the shed is painted blue"),
        ("DECISION - the shed is painted blue.", "the shed is painted blue"),
        ("Agreed: the shed is painted blue.", "the shed is painted blue"),
        ("Approved: the budget.", "the budget"),
        ("It was agreed that the shed is painted blue.", "It was agreed that the shed is painted blue"),
        ("Agreed budgets are kept.", "Agreed budgets are kept"),
    ],
)
def test_decisions(text: str, words: str) -> None:
    record = minutes(text, labels=["decision"])
    [found] = record.decisions
    assert (found.text, found.span.of(record.document.text), found.flags) == (words, text, ())


def test_a_motion_quotes_all_its_lines() -> None:
    record = minutes("Motion: to buy a boat.", "Moved KL, seconded FG", "CARRIED")
    assert record.decisions[0].span.of(record.document.text).split("\n") == [
        "Motion: to buy a boat.",
        "Moved KL, seconded FG",
        "CARRIED",
    ]


def test_a_motion_without_an_outcome_is_flagged() -> None:
    [found] = minutes("KL moved to buy a boat, FG seconded.").decisions
    assert (found.outcome, found.flags) == (None, ("no-outcome",))


def test_a_motion_may_tell_its_outcome_itself() -> None:
    [found] = minutes("The minutes of May were approved. Proposed by KL seconded FG").decisions
    assert (found.outcome, found.flags) == ("carried", ())


@pytest.mark.parametrize(
    "text",
    [
        "Motion: to buy a boat.",
        "KL proposed to buy a boat.",
        "The meeting moved to the next item.",
        "FG seconded that view.",
        "Paint for the boat? No objections.",
        "The hut was carried out to sea.",
        "KL nominated FG.",
    ],
)
def test_nothing_is_settled(text: str) -> None:
    assert minutes(text).decisions == ()


def test_a_line_that_repeats_its_motion_is_joined_with_it() -> None:
    [found] = minutes(
        "- It was agreed that the blue boat be bought at once",
        "  - Motion: to buy the blue boat at once",
        "  - Proposed by KL, seconded by FG. Carried.",
    ).decisions
    assert ([one.name for one in found.moved_by], found.outcome) == (["Kit Loomis"], "carried")


def test_counts_one_a_line_are_one_vote() -> None:
    [found] = minutes("# The hut", "## Voting", "33 for 0 against", "4 abstain", labels=["decision"]).decisions
    assert (found.text, found.vote, found.flags) == ("The hut", Vote("33 for 0 against 4 abstain", 33, 0, 4), ())


def test_what_leads_a_list_in_may_settle_something() -> None:
    lead, item = "It was agreed that we paint the old shed:", "- two coats"
    assert [one.text for one in minutes(lead, item).decisions] == ["It was agreed that we paint the old shed"]
    assert [one.text for one in minutes("The Council agreed to the following:", item).decisions] == [
        "The Council agreed to the following: two coats"
    ]


def test_what_a_motion_wants_is_not_what_became_of_it() -> None:
    lead = "It was proposed by AB and seconded by KL that the fair should be postponed."
    [found] = minutes(lead + " The Council was in full agreement.").decisions
    assert (found.outcome, found.flags) == ("carried", ())
    [open_one] = minutes(lead).decisions
    assert open_one.outcome is None


def test_all_second_and_one_in_brackets() -> None:
    [found] = minutes("- AB moves to sell the hut", "  - All second, unanimous consent.").decisions
    assert ([one.name for one in found.moved_by], found.seconded_by, found.outcome) == (["Ann Baxter"], (), "carried")
    [added] = minutes("AB moves to sell the hut, KL (and FG) second. Approved.").decisions
    assert len(added.seconded_by) == 2


def test_a_slot_of_the_hour_is_no_word_of_a_decision() -> None:
    [found] = minutes(":03 - :05 Old minutes approved.").decisions
    assert found.text == "Old minutes approved"


def test_two_motions_stay_two() -> None:
    found = minutes("Motion: to buy a boat.", "Carried.", "Motion: to sell the hut.", "Defeated.").decisions
    assert [(one.text, one.outcome) for one in found] == [("to buy a boat", "carried"), ("to sell the hut", "rejected")]


@pytest.mark.parametrize(
    ("said", "vote"),
    [
        ("Motion passed (7 yes, 0 no, 1 abstained)", (7, 0, 1, False)),
        ("In favour: 8, against: 2", (8, 2, None, False)),
        ("For: 4 Against: 1 Abstained: 0 The motion was passed.", (4, 1, 0, False)),
        ("The motion passed 5-2.", (5, 2, None, False)),
        ("Approved by 6 votes to 3.", (6, 3, None, False)),
        ("Three for, two against.", (3, 2, None, False)),
        ("Unanimously approved.", (None, None, None, True)),
        ("Passed without dissent.", (None, None, None, True)),
        ("Agreed with one abstention.", (None, None, 1, False)),
    ],
)
def test_votes(said: str, vote: tuple[int | None, int | None, int | None, bool]) -> None:
    found = vote_in(said)
    assert found is not None
    assert (found.in_favour, found.against, found.abstained, found.unanimous) == vote
    assert found.text in said


@pytest.mark.parametrize("said", ["The boat costs 5-6 pounds.", "There were 2 for tea.", "Approved on 5-2-2024."])
def test_no_vote(said: str) -> None:
    assert vote_in(said) is None


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("It was agreed that the shed is painted.", True),
        ("It was then unanimously RESOLVED to paint the shed.", True),
        ("Decision: paint the shed.", True),
        ("The Council resolved to paint the shed.", True),
        ("AGREED to paint the shed.", True),
        ("Decisions: none", None),
        ("AB agreed that the shed is old.", None),
        ("Status: approved", False),
        ("It had been agreed that the shed be painted.", False),
        ("A date had already been agreed.", False),
        ("Decison: paint the shed.", True),
        ("The Board approved the plan for the shed.", True),
        ("The minutes of the May meeting were approved with one correction.", True),
        ("May minutes approved by council as amended.", True),
        ("Should we drop the old list? Yes", True),
        ("Plan of the shed - moved to next meeting", True),
        ("The panel came to this resolution: paint the shed.", True),
        ("The minutes are to be approved in June.", None),
        ("The Tarn District Council approved the plan.", None),
        ("The pier committee have agreed that we may use it.", None),
        ("All: consensus to paint the shed.", None),
        ("Decision: paint it red or blue?", False),
        ("We seem to have half consensus on red.", False),
        ("The board will decide on red or blue in June.", False),
        ("However, there has been an objection since.", False),
        ("AB abstained as she owns the shed.", False),
        ("AB speaks against the motion.", False),
        ("AB reported that the paint had been approved.", False),
        ("We agreed last year to paint the shed.", False),
        ("CD: I don't want to paint the shed.", False),
        ("We agree with the colour.", False),
        ("“The shed should be painted by June.", False),
        ("Applicant: Jo Roe, Shed House, Quay Lane", False),
        ("Resolved through https://example.org/pull/3", False),
    ],
)
def test_words_that_settle(said: str, sure: bool | None) -> None:
    assert settles(said) is sure


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("AB thanked KL for the cakes.", True),
        ("Thanks were expressed to all.", True),
        ("A vote of thanks was proposed.", True),
        ("Congratulations to KL.", True),
        ("A letter of thanks to be sent to KL.", False),
        ("AB to write to KL thanking him for the cakes.", False),
        ("Thanks in advance.", False),
        ("Gifts are gratefully received.", False),
        ("AB welcomed everyone to the meeting.", False),
        ("AB welcomed KL as a new member.", False),
        ("AB welcomed KL to the meeting and thanked him.", True),
        ("AB welcomed the report.", None),
        ("AB echoed the positive comments.", True),
        ("AB echoed KL's thanks.", True),
        ("AB echoed the concern.", None),
        ("The cakes were good.", None),
    ],
)
def test_words_that_thank(said: str, sure: bool | None) -> None:
    assert praises(said) is sure


def test_a_vote_in_the_record() -> None:
    [found] = minutes("Motion: to buy a boat.", "Carried (4 yes, 1 no).").decisions
    assert isinstance(found, Decision)
    assert found.vote == Vote("4 yes, 1 no", 4, 1, None)


def test_posts_below_officers_are_appointments() -> None:
    lines = [
        "Minutes",
        "- Officers",
        "  - President/Chair: Kit",
        "  - Treasurer: Zed Quill",
        "  - Keys: in the hut",
        "- Paint",
    ]
    assert appointments(document(*lines)) == {2, 3}
    assert appointments(document("Minutes", "- Treasurer: Zed Quill", "- Secretary: Kit")) == frozenset()


@pytest.mark.parametrize(
    ("said", "outcome", "flags"),
    [
        ("Voted on a call for boats, but there was not unanimous support.", None, (Flag.NO_OUTCOME,)),
        ("Voted on the call for boats; it was approved unanimously.", Outcome.CARRIED, ()),
        ("No objection to repair the jetty next.", None, ()),
        ("We all agreed that this jetty will hold.", None, ()),
        ("The plan for the jetty was adopted without objection.", Outcome.CARRIED, ()),
        ("The rota was rejected unanimously.", Outcome.REJECTED, ()),
        ("The rota was agreed by consensus.", Outcome.CARRIED, ()),
    ],
)
def test_an_outcome_only_from_words_that_state_it(said: str, outcome: Outcome | None, flags: tuple[Flag, ...]) -> None:
    (one,) = minutes(said, labels=("decision",)).decisions
    assert (one.outcome, one.flags) == (outcome, flags)
