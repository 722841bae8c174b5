"""Praise: who gave it, to whom, for what."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from builders import ROSTER, Always, document, minutes
from minutextract.corpus import Unit
from minutextract.findings.praise_cues import praises
from minutextract.pipeline import Pipeline
from minutextract.record import Praise

CASES: list[tuple[str, list[str], list[str], str | None]] = [
    # Active
    ("AB thanked KL for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("AB thanked KL and FG for the cakes.", ["Ann Baxter"], ["Kit Loomis", "Fay Glover"], "the cakes"),
    ("AB and FG thanked KL for the cakes.", ["Ann Baxter", "Fay Glover"], ["Kit Loomis"], "the cakes"),
    (
        "AB thanked KL, FG and the Clerk for the cakes.",
        ["Ann Baxter"],
        ["Kit Loomis", "Fay Glover", "Olive Pryor"],
        "the cakes",
    ),
    ("AB thanked KL.", ["Ann Baxter"], ["Kit Loomis"], None),
    ("Thanked KL for the cakes, and made the menu public.", [], ["Kit Loomis"], "the cakes"),
    ("AB thanked KL for the cakes and we do hope for more.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("AB expressed thanks on behalf of the Club to KL for the cakes.", ["the Club"], ["Kit Loomis"], "the cakes"),
    ("The fair was run very well by the Guides with few hands.", [], ["Guides"], None),
    ("Two leaks were handled well by the wardens on duty.", [], ["wardens on duty"], None),
    ("The Chair thanked Kit Loomis for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("Mrs Glover congratulated Mr Loomis on his prize.", ["Fay Glover"], ["Kit Loomis"], "his prize"),
    ("AB praised KL for his patience.", ["Ann Baxter"], ["Kit Loomis"], "his patience"),
    ("AB commended KL for his patience.", ["Ann Baxter"], ["Kit Loomis"], "his patience"),
    ("AB would like to thank KL for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("AB paid tribute to KL for his patience.", ["Ann Baxter"], ["Kit Loomis"], "his patience"),
    ("AB expressed her thanks to KL for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("AB thanked everyone for coming.", ["Ann Baxter"], ["everyone"], "coming"),
    ("AB thanked members for their ideas.", ["Ann Baxter"], ["members"], "their ideas"),
    ("AB thanked all the volunteers for their help.", ["Ann Baxter"], ["all the volunteers"], "their help"),
    ("AB thanked KL, who made the cakes.", ["Ann Baxter"], ["Kit Loomis"], None),
    ("AB thanked Wanda Xavier for the song.", ["Ann Baxter"], ["Wanda Xavier"], "the song"),
    ("AB thanked KL for the cakes and asked for more.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("AB thanked KL for the cakes and he left the meeting.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("AB welcomed FG as warden, and thanked KL for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("AB asked the Clerk to thank KL for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("AB asked FG to pass on thanks to KL for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("AB asked FG to tell KL of the date and to thank him for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("KL was congratulated and she, in turn, thanked FG for the tea.", [], ["Kit Loomis", "Fay Glover"], "the tea"),
    ("A thank you card was received from a neighbour.", ["a neighbour"], [], None),
    ("A letter was read from a neighbour thanking us for the cakes.", ["a neighbour"], ["us"], "the cakes"),
    # Groups that give
    ("Members thanked KL for the cakes.", ["Members"], ["Kit Loomis"], "the cakes"),
    ("The committee thanked KL for the cakes.", ["The committee"], ["Kit Loomis"], "the cakes"),
    # Passive
    ("KL was thanked for the cakes.", [], ["Kit Loomis"], "the cakes"),
    ("KL was thanked by AB for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("KL and FG were thanked for the cakes.", [], ["Kit Loomis", "Fay Glover"], "the cakes"),
    ("Mr Loomis was congratulated on the prize.", [], ["Kit Loomis"], "the prize"),
    ("Volunteers were warmly thanked for their help.", [], ["Volunteers"], "their help"),
    # As a noun
    ("Thanks to KL for the cakes.", [], ["Kit Loomis"], "the cakes"),
    ("Many thanks to KL and FG for the cakes.", [], ["Kit Loomis", "Fay Glover"], "the cakes"),
    ("Thanks were expressed to KL for the cakes.", [], ["Kit Loomis"], "the cakes"),
    ("Congratulations to KL on the prize.", [], ["Kit Loomis"], "the prize"),
    ("Thanks were given by AB to KL for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("A vote of thanks was given to KL and to FG for the cakes.", [], ["Kit Loomis", "Fay Glover"], "the cakes"),
    (
        "Thanks to KL for the cakes and to Zed Quill for the tea.",
        [],
        ["Kit Loomis", "Zed Quill"],
        "the cakes and to Zed Quill for the tea",
    ),
    ("AB asked that thanks be sent to KL for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("Thanks were received from the school for the cakes.", ["the school"], [], "the cakes"),
    ("Thanks were given to our helpers: KL and FG.", [], ["Kit Loomis", "Fay Glover"], None),
    # Givers by their place in the clause
    ("The new helpers thanked KL for the cakes.", ["The new helpers"], ["Kit Loomis"], "the cakes"),
    ("At the end of the evening, AB thanked KL for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("On behalf of the society, AB thanked KL.", ["the society"], ["Kit Loomis"], None),
    ("AB opened the meeting by thanking KL for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("The hall was full and AB thanked KL for the cakes.", ["Ann Baxter"], ["Kit Loomis"], "the cakes"),
    ("KL had baked the cakes and was thanked for them.", [], ["Kit Loomis"], "them"),
    ("AB reported that KL did a great job.", ["Ann Baxter"], ["Kit Loomis"], None),
    ("AB was very impressed with the work of KL.", ["Ann Baxter"], ["Kit Loomis"], None),
    # Speakers' labels
    ("Tim: thanks to KL for the cakes.", ["Tim"], ["Kit Loomis"], "the cakes"),
    ("Raffle: thanks to KL for the cakes.", [], ["Kit Loomis"], "the cakes"),
    ("@wx: thanks to KL for the cakes.", ["@wx"], ["Kit Loomis"], "the cakes"),
    # Receivers called by name, of whom good is said, in relative clauses, behind their role
    ("Well done KL and FG!", [], ["Kit Loomis", "Fay Glover"], None),
    ("Thanks, Zed!", [], ["Zed"], None),
    ("Great work everyone.", [], ["everyone"], None),
    ("KL did a great job.", [], ["Kit Loomis"], None),
    ("The young helpers have been wonderful.", [], ["young helpers"], None),
    ("AB thanked everyone who helped with the fair.", ["Ann Baxter"], ["everyone who helped with the fair"], None),
    ("AB thanked our warden, Zed Quill, for the key.", ["Ann Baxter"], ["Zed Quill"], "the key"),
    ("AB thanked Zed Quill, a former warden, for the key.", ["Ann Baxter"], ["Zed Quill"], "the key"),
    ("The roof was done by KL (many thanks!).", [], ["Kit Loomis"], None),
    ("Thank you for coming.", [], [], "coming"),
    ("The fair shows the dedication of KL and FG.", [], ["Kit Loomis", "Fay Glover"], None),
    ("The hall is a testament to KL, who made the cakes.", [], ["Kit Loomis"], None),
    ("There was good collaboration between the two clubs.", [], ["two clubs"], None),
    ("Zed Quill and KL should be proud of the hall.", [], ["Zed Quill", "Kit Loomis"], None),
    ("Zed Quill is an amazing speaker.", [], ["Zed Quill"], None),
    ("The cakes came from a shop, a success of the spring fair.", [], [], None),
    ("Positive comments were heard on Zed's talk.", [], ["Zed"], "Zed's talk"),
    ("They saw Zed's excellent slides.", [], ["Zed"], None),
    # Letters from outside, thanks that somebody is to pass on, misspelt thanks
    (
        "KL was complimented in a letter from a family who had come to the fair.",
        ["a family who had come to the fair"],
        ["Kit Loomis"],
        None,
    ),
    (
        "FG would write to Zed Quill expressing the club's thanks for her slides.",
        ["the club"],
        ["Zed Quill"],
        "her slides",
    ),
    ("Feedback from the school was excellent.", ["the school"], [], None),
    ("The Clerk was asked to thank KL for the cakes.", [], ["Kit Loomis"], "the cakes"),
    ("Congratulions to KL for the cakes.", [], ["Kit Loomis"], "the cakes"),
    ("AB thanked sincerely KL and FG for the cakes.", ["Ann Baxter"], ["Kit Loomis", "Fay Glover"], "the cakes"),
    ("Thanks for all those who came.", [], ["all those who came"], None),
    ("Thanks to Zed Quill this fault has been mended.", [], ["Zed Quill"], None),
    ("Last month the club presented a clock to KL in recognition of her slides.", ["the club"], ["Kit Loomis"], None),
    ("The hall will be swept as needed The owner thanked KL.", ["The owner"], ["Kit Loomis"], None),
    ("KL offered to sweep the hall and this was welcomed.", [], ["Kit Loomis"], None),
    ("AB stressed that the warden of the hall was very helpful.", ["Ann Baxter"], [], None),
    ("The club was very positive about the hall.", ["The club"], [], "the hall"),
    ("Thanks to FG and Ann Baxter (AB).", [], ["Fay Glover", "Ann Baxter"], None),
    ("Roof (Tim): very pleased with the slates.", ["Tim"], [], None),
    ("[name=Zed] [name=Tim] Thanks for the tea", ["Zed", "Tim"], [], "the tea"),
    ("KL asked that the night watch be thanked for the lamps.", ["Kit Loomis"], ["night watch"], "the lamps"),
    ("FG proposed that KL be warmly thanked.", ["Fay Glover"], ["Kit Loomis"], None),
    ("FG thanked KL warmly.", ["Fay Glover"], ["Kit Loomis"], None),
    # In other words
    ("AB said that the tea was splendid.", ["Ann Baxter"], [], None),
    ("The tea was splendid.", [], [], None),
    ("The guide Home Baking: Enriching the Tables of Communities is a great read.", [], [], None),
]


def praise(*body: str) -> tuple[Praise, ...]:
    """All praise in these lines."""
    return minutes(*body, labels=["praise"]).praise


@pytest.mark.parametrize(("text", "by", "to", "reason"), CASES, ids=[case[0] for case in CASES])
def test_parts(text: str, by: list[str], to: list[str], reason: str | None) -> None:
    [found] = praise(text)
    assert ([one.name for one in found.by], [one.name for one in found.to], found.reason) == (by, to, reason)
    assert ("unknown-giver" in found.flags) == (not by)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("AB thanked KL for the cakes, as well as FG and Zed Quill.", ["Kit Loomis", "Fay Glover", "Zed Quill"]),
        ("AB thanked KL for the cakes as well as the slides.", ["Kit Loomis"]),
        ("AB thanked KL for the trip to Oban, Mallaig and Arran.", ["Kit Loomis"]),
        (
            "AB thanked KL for the cakes, the Guides who swept the hall, FG for the tea and Susan Quill for the keys.",
            ["Kit Loomis", "the Guides who swept the hall", "Fay Glover", "Susan Quill"],
        ),
        ("AB thanked those who helped, such as Susan Quill on the door.", ["those who helped", "Susan Quill"]),
    ],
)
def test_receivers_behind_the_first(text: str, to: list[str]) -> None:
    assert [one.name for one in praise(text)[0].to] == to


def test_a_giver_whose_name_ends_like_a_verb() -> None:
    [found] = praise("Mr Loomis congratulated Mrs Glover on her prize.")
    assert ([one.name for one in found.by], [one.name for one in found.to]) == (["Kit Loomis"], ["Fay Glover"])


def test_people_are_linked() -> None:
    [found] = praise("AB thanked KL and the volunteers for the cakes.")
    assert [one.person for one in (*found.by, *found.to)] == ["p1", "p5", None]


LEAD = "AB thanked members for their work, including:"


def test_items_of_a_list_inherit_the_giver() -> None:
    lead, first, second = praise(LEAD, "- KL for the cakes.", "- FG and CD for sweeping.")
    assert [one.name for one in lead.to] == ["members"]
    assert [one.name for found in (first, second) for one in found.by] == ["Ann Baxter", "Ann Baxter"]
    assert [one.name for one in first.to] == ["Kit Loomis"]
    assert [one.name for one in second.to] == ["Fay Glover", "Colin Dray"]
    assert (first.reason, second.reason) == ("the cakes", "sweeping")
    assert "inherited-giver" in first.flags
    assert "inherited-giver" not in lead.flags


def test_an_item_with_a_giver_of_its_own() -> None:
    _, item = praise(LEAD, "- CD thanked KL for the cakes.")
    assert ([one.name for one in item.by], [one.name for one in item.to]) == (["Colin Dray"], ["Kit Loomis"])
    assert "inherited-giver" not in item.flags


def test_a_paragraph_behind_the_list_inherits_nothing() -> None:
    *_, last = praise(LEAD, "- KL for the cakes.", "Thanks to FG for sweeping.")
    assert (last.by, "inherited-giver" in last.flags) == ((), False)


def test_derived_initials_of_the_giver_are_flagged() -> None:
    [found] = praise("HJ thanked KL for the cakes.")
    assert [one.name for one in found.by] == ["Hugo de Jong"]
    assert "derived-initials" in found.flags


def test_an_unknown_giver_is_named_as_written() -> None:
    [found] = praise("QV thanked KL for the cakes.")
    assert [(one.name, one.person) for one in found.by] == [("QV", None)]
    assert "unknown-speaker" in found.flags


def test_what_somebody_has_is_not_thanked() -> None:
    found = praise("KL is moving to the coast. FG paid tribute to his good humour and to his reading of the rules.")
    assert [([one.name for one in each.by], [one.name for one in each.to]) for each in found[-1:]] == [
        (["Fay Glover"], ["Kit Loomis"])
    ]


def test_people_of_somebody_are_thanked() -> None:
    assert "Kit Loomis" in [one.name for one in praise("AB thanked KL and her helpers.")[0].to]


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("AB: I like the blue one.", False),
        ("Kit: Likes the blue one.", False),
        ("AB: I like how KL paints.", None),
        ("AB likes Kit's paint.", None),
        ("Thanks to this, the hut is dry.", False),
        ("Thanks to these helpers, the hut is dry.", True),
        ("After the applause for AB the following topics were discussed.", False),
        ("AB thanked KL.", True),
        ("Congratulated AB and welcomed KL as our new trustee.", True),
        ("Welcomed KL as our new trustee.", False),
    ],
)
def test_words_that_praise(said: str, sure: bool | None) -> None:
    assert praises(said) is sure


class Doubtful(Always):
    """A scorer that is not sure of the labels that it gives."""

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        """0.55 for each label given."""
        return [{label: 0.55 * score for label, score in one.items()} for one in super().scores(units)]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Two swims were held with a helpful crowd!", 0),
        ("AB: great idea.", 0),
        ("AB: great work!", 1),
        ("The crew did a great job.", 1),
        ("Well done.", 1),
    ],
)
def test_what_may_be_praise_needs_somebody_or_a_word_of_thanks(said: str, kept: int) -> None:
    assert len(Pipeline(Doubtful("praise")).analyse(document(*ROSTER, said)).praise) == kept
