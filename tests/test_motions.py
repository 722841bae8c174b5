"""Motions: who makes, seconds and ends them, as minutes tell them in lines and in running text; nominations."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.record import Outcome

# Lines, the motion's text, mover, seconder, outcome; no sentence has a label, so that the structure alone decides.
MOTIONS: list[tuple[list[str], str, list[str], list[str], str | None]] = [
    (["The plan was approved with KL making the motion, FG second, with HdJ making it unanimous."],
     "The plan was approved", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["The waivers were approved with KL making the motion to approve, FG second, with HdJ making it unanimous."],
     "The waivers were approved", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["After a prayer, the minutes were read and approved. KL made the motion to approve. FG second, with HdJ making it"
      " unanimous."],
     "After a prayer, the minutes were read and approved", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["KL put a motion to paint the hut. The motion was seconded by FG and, after no debate, it was carried."],
     "to paint the hut", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["KL proposed Zed Quill for Bursar. The proposal was seconded by FG after all others had withdrawn from it."
      " Carried."],
     "Zed Quill for Bursar", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["Motion from KL to split the post of Clerk/Bursar was seconded by FG and presented for vote. Ayes carry and we"
      " will have two of them."],
     "to split the post of Clerk/Bursar", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["Motion from KL to set a goal of $500 for oars. FG seconded the motion and it was put to a vote. Ayes carry."],
     "to set a goal of $500 for oars", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["Motion from KL to buy small bottles of water. There was no second and the motion failed."],
     "to buy small bottles of water", ["Kit Loomis"], [], "rejected"),
    (["Motion: to buy a boat.", "Moved KL, seconded FG", "CARRIED"],
     "to buy a boat", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["KL moved that a boat be bought. FG seconded. Carried."],
     "that a boat be bought", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["Moved by KL, seconded by FG, that a boat be bought. The motion was carried."],
     "that a boat be bought", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["It was proposed by KL and seconded by FG to buy a boat.", "All in favour."],
     "to buy a boat", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["A motion to buy a boat was made by KL and seconded by FG, passed unanimously."],
     "to buy a boat", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["KL proposed the purchase of a boat, seconded FG. All agreed."],
     "the purchase of a boat", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["- Motion: I move to buy a boat", "  - Maker: KL; Second: FG; Voting: motion passed (7 yes, 0 no, 1 abstained)"],
     "to buy a boat", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["| Motion: to buy a boat | Moved: KL | Seconded: FG | CARRIED |"],
     "to buy a boat", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["KL made a motion to buy a boat, seconded by FG.", "No further discussion.", "The motion failed."],
     "to buy a boat", ["Kit Loomis"], ["Fay Glover"], "rejected"),
    (["Motion: to buy a boat.", "Proposed and seconded by KL and FG.", "Tabled."],
     "to buy a boat", ["Kit Loomis"], ["Fay Glover"], "deferred"),
    (["Motion: to buy a boat.", "Unanimously passed."], "to buy a boat", [], [], "carried"),
    (["Moved by KL that a boat be bought. Seconded by Zed Quill. Carried."],
     "that a boat be bought", ["Kit Loomis"], ["Zed Quill"], "carried"),
    (["The pier plan was agreed. KL made the motion, FG second, with HdJ making it unanimous."],
     "The pier plan was agreed", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["Proposed by KL, seconded by FG", "Passed without dissent"], "Garden", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["Moved by the Treasurer, KL that the report be adopted; seconded by FG. Motion was carried."],
     "that the report be adopted", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["Motion to buy a boat by Kit Loomis, seconded by FG. Motion passed."],
     "to buy a boat", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["Motion to pay for the boat by March, seconded by FG. Motion passed."],
     "to pay for the boat by March", [], ["Fay Glover"], "carried"),
    (["KL moved and FG seconded that a boat be bought. The council was unanimous in its agreement."],
     "that a boat be bought", ["Kit Loomis"], ["Fay Glover"], "carried"),
    (["Hut by the pier. Supported."], "Hut by the pier", [], [], "carried"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "text", "mover", "seconder", "outcome"), MOTIONS, ids=[one[0][0] for one in MOTIONS])
def test_motions(lines: list[str], text: str, mover: list[str], seconder: list[str], outcome: str | None) -> None:
    [found] = minutes(*lines).decisions
    moved, seconded = ([party.name for party in who] for who in (found.moved_by, found.seconded_by))
    assert (found.text, moved, seconded, found.outcome, found.flags) == (text, mover, seconder, outcome, ())


def test_motions_with_no_full_stop_between() -> None:
    first, second = minutes(
        "The council voted on asking for the ABC Grant Kit Loomis made the motion, FG second, with HdJ making it"
        " unanimous. KL made the motion for the Resolution 2025-5, FG second, with HdJ making unanimous."
    ).decisions
    assert (first.text, second.text) == ("The council voted on asking for the ABC Grant", "the Resolution 2025-5")
    assert [one.name for one in (*first.moved_by, *second.moved_by)] == ["Kit Loomis", "Kit Loomis"]
    assert second.vote
    assert second.vote.unanimous


def test_nominations_without_a_rival() -> None:
    lines = (
        "Kit said he would stand. FG nominated Kit for Bursar and HdJ seconded the motion. Kit accepts and there were"
        " no further nominations for Bursar.",
        "FG nominated Ann for Porter and HdJ seconded the motion. Ann accepts and there were no further nominations for"
        " Porter.",
    )
    assert [one.text.split(" and ")[0] for one in minutes(*lines).decisions] == [
        "FG nominated Kit for Bursar",
        "FG nominated Ann for Porter",
    ]


def test_who_signed_the_minutes_is_no_decision() -> None:
    assert not minutes("Approved by: Kit Loomis", labels=["decision"]).decisions


@pytest.mark.parametrize(
    "said",
    ["Bursar: To be approved offline", "Provisional, to be confirmed by all", "On hold till the porter is back"],
)
def test_what_waits_is_no_decision(said: str) -> None:
    assert not minutes("# The lamps", f"- {said}", labels=["decision"]).decisions


def test_counts_one_a_line_and_the_end_below_them_are_one_vote() -> None:
    [found] = minutes("## Raft", "In Favour: 4", "Against: 0", "The resolution was duly passed.").decisions
    assert (found.vote and found.vote.in_favour, found.outcome) == (4, Outcome.CARRIED)


def test_the_end_of_a_vote_may_tell_what_follows_from_it() -> None:
    [found] = minutes(
        "Kit moved to approve the plan, Hugo seconds. Unanimous consent, the motion carries, plan as published."
    ).decisions
    assert (found.text, found.outcome) == ("to approve the plan", Outcome.CARRIED)


def test_an_article_is_no_part_of_a_name() -> None:
    [found] = minutes("After a talk, the Kitt Loomis moved to buy a raft. Seconded by Hugo. Carried.").decisions
    assert found.moved_by[0].name == "Kitt Loomis"
