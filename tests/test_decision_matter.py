"""What a decision is on, where its own words leave it open."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.findings.lacking import has_no_subject, is_formula, points_back

# Lines, and the texts of the decisions; only the settling words are labelled by rule or by the classifier below.
LACKING: list[tuple[list[str], str]] = [
    (["# Resolution", "The meeting considered the following resolution of the crew:", "To sell the old hut by May.",
      "# Vote", "In favour: 12", "Against: 1", "The resolution was duly passed."],
     "To sell the old hut by May – The resolution was duly passed"),
    (["- See the list of ropes", "  - Result: order from the yard"], "order from the yard"),
    (["- Nets", "  - Decision keep the old ropes"], "Nets – keep the old ropes"),
    (["The board discussed the request by the rowers to use the pier. The board approved the request."],
     "The board discussed the request by the rowers to use the pier – The board approved the request"),
    (["It was proposed that we pay 40 for oars. This was agreed in principle."],
     "It was proposed that we pay 40 for oars – This was agreed in principle"),
    (["FG leaves the panel. CD offered to take her place, and this was unanimously agreed."],
     "FG leaves the panel – CD offered to take her place, and this was unanimously agreed"),
    (["A price was asked for lamps on the pier. The price is $510. Council approved."],
     "A price was asked for lamps on the pier – The price is $510"),
    (["A price was asked for lamps on the pier, $400 to $500. Council approved for $450."],
     "A price was asked for lamps on the pier, $400 to $500 – Council approved for $450"),
    (["The accounts of the hut were shown. All members approved and it was resolved that Kit sign them."],
     "The accounts of the hut were shown – All members approved and it was resolved that Kit sign them"),
    (["- More lamps were talked over. To be revisited when there is money."],
     "More lamps were talked over – To be revisited when there is money"),
    (["- Where to row in May", "  - AB: Let’s revisit after the fair."],
     "Where to row in May – AB: Let’s revisit after the fair"),
    (["- AB: Back to oars.", "  - AB: Proposal: two oars a boat.", "  - CD: Ask them.", "  - No objections, agreed."],
     "AB: Proposal: two oars a boat – No objections, agreed"),
    (["- Paint (blue, red)", "  - AB: Blue is dear. Any objections to red next year?", "  - No objections raised."],
     "Paint (blue, red): Any objections to red next year? – No objections raised"),
    (["- Hut keeper - Ann Baxter (self nomination)", "  - elected"],
     "Hut keeper - Ann Baxter (self nomination) – elected"),
    (["- Harbour day", "  - Will be moved to the 26th"], "Harbour day – Will be moved to the 26th"),
    (["- Oar repair kit", "  - Agreed to include this feature in the spring"],
     "Oar repair kit – Agreed to include this feature in the spring"),
    (["- Ropes [KL]", "  - Dave:", "    - Consensus: order from the yard"], "Ropes [KL] – order from the yard"),
    (["- Lamp at the pier", "  - Result: No one opposed, many positive"],
     "Lamp at the pier – No one opposed, many positive"),
    (["- Lamp at the pier", "> we need more light", "  - Result: Yes, we want to add it"],
     "Lamp at the pier – Yes, we want to add it"),
    (["Can we begin half an hour later?", "Works for all present."],
     "Can we begin half an hour later? – Works for all present"),
    (["# The hut", "## Voting", "The board voted in favour on 3 May."],
     "The hut – The board voted in favour on 3 May"),
    (["2. Rust on the crane", "The panel resolved not to fix this issue."],
     "Rust on the crane – The panel resolved not to fix this issue"),
    (["Proposal: Boat shed at Quay Lane", "NO OBJECTION subject to ratification"],
     "Proposal: Boat shed at Quay Lane – NO OBJECTION subject to ratification"),
    (["Decision: the pier stays open."], "the pier stays open"),
    (["- Pier", "  - Decision: the pier stays open."], "the pier stays open"),
    (["We talked of paint. The board decided to buy a boat."], "The board decided to buy a boat"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "text"), LACKING, ids=[text for _, text in LACKING])
def test_matter(lines: list[str], text: str) -> None:
    assert [one.text for one in minutes(*lines, labels=["decision"]).decisions][-1] == text


def test_a_recommendation_is_told_where_the_meeting_agrees_to_it() -> None:
    record = minutes(
        "The Garden Panel recommended that seven benches of oak are bought for the lower terrace this spring.",
        "It was proposed by KL and seconded by FG that the Society agrees to the recommendation above. All in favour.",
        labels=["decision"],
    )
    [found] = record.decisions
    assert found.text == (
        "The Garden Panel recommended that seven benches of oak are bought for the lower terrace this spring – "
        "that the Society agrees to the recommendation above"
    )


def test_a_vote_after_debate_is_on_the_motion() -> None:
    [*_, found] = minutes(
        "KL requests money for a lamp, motion put to the vote. FG was unsure. Vote results: 2 against, 4 in favour.",
        labels=["decision"],
    ).decisions
    assert found.text == "KL requests money for a lamp, motion put to the vote – 2 against, 4 in favour"


def test_what_stands_twice_is_told_once() -> None:
    line = "It was agreed that the lower terrace is closed until the end of the summer."
    assert len(minutes(line, "We had tea.", line).decisions) == 1


@pytest.mark.parametrize(
    ("words", "formula"),
    [
        ("Works for all present", True),
        ("BSC voted in favour on July 27th", True),
        ("The supervisors approved the request", True),
        ("Result: No one opposed", True),
        ("There was no second and the motion failed", True),
        ("The budget was approved", False),
        ("No objections to the new boat", False),
    ],
)
def test_formulas(words: str, formula: bool) -> None:
    assert is_formula(words) is formula


@pytest.mark.parametrize(
    ("words", "points"),
    [
        ("The panel accepts the recommendation of the Garden Committee", True),
        ("Leave it for later", True),
        ("The board agrees to make the above payments", True),
        ("It was agreed that the hut is sold", False),
        ("The request by the rowers was granted", False),
        ("to approve this meeting’s agenda", False),
        ("The board read the plan and approved it", False),
    ],
)
def test_words_that_point_back(words: str, points: bool) -> None:
    assert points_back(words) is points


@pytest.mark.parametrize(("words", "lacks"), [("Let's keep the hut", True), ("The hut is kept", False)])
def test_words_without_subject(words: str, lacks: bool) -> None:
    assert has_no_subject(words) is lacks


def test_two_decisions_on_one_matter_are_two() -> None:
    lines = (
        "- The club agreed that the new raft will use the same oars as the boat of the year before; same as the canoe",
        "  - Agreed that both rafts will use the same oars as the boat",
    )
    assert len(minutes(*lines, labels=["decision"]).decisions) == 2
