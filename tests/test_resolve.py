"""Who is meant: initials, names, surnames, offices, pronouns and units, or nobody where that is not plain."""

from __future__ import annotations

from itertools import pairwise

import pytest

from builders import ROSTER, minutes, names_of
from minutextract.record import Mention, Record

# (words, how, who, flags); who is None where the mention stays open
Found = tuple[str, str, str | None, tuple[str, ...]]


def mentions(*body: str, roster: tuple[str, ...] = ROSTER) -> list[Found]:
    """What is found in the lines below the attendance list."""
    record = minutes(*body, roster=roster)
    return [_shape(record, one) for one in record.mentions]


def _shape(record: Record, one: Mention) -> Found:
    who = names_of(record).get(one.person or one.unit or "")
    return one.span.of(record.document.text), one.how.value, who, tuple(flag.value for flag in one.flags)


LISTED = [
    ("AB noted the cost.", "AB", "Ann Baxter"),
    ("HdJ noted the cost.", "HdJ", "Hugo de Jong"),
    ("The cost was noted (FG).", "FG", "Fay Glover"),
    ("The cost was noted [FG].", "FG", "Fay Glover"),
    ("ACTION: KL to call the plumber.", "KL", "Kit Loomis"),
    ("ACTION KL: call the plumber.", "KL", "Kit Loomis"),
    ("MN’s report was read.", "MN", "Mona Nettle"),
    ("KL’s report was read.", "KL", "Kit Loomis"),
    ("OP: the roof leaks.", "OP", "Olive Pryor"),
    ("KL - the roof leaks.", "KL", "Kit Loomis"),
]


@pytest.mark.parametrize(("text", "words", "name"), LISTED, ids=[case[0] for case in LISTED])
def test_listed_initials(text: str, words: str, name: str) -> None:
    assert mentions(text) == [(words, "roster", name, ())]


@pytest.mark.parametrize(
    "text", ["AB/KL to call.", "AB and KL to call.", "AB, KL to call.", "AB & KL to call.", "AB+KL to call."]
)
def test_joined_initials(text: str) -> None:
    assert [who for _, _, who, _ in mentions(text)] == ["Ann Baxter", "Kit Loomis"]


@pytest.mark.parametrize(
    ("text", "words", "how", "name"),
    [
        ("Kit Loomis noted the cost.", "Kit Loomis", "name", "Kit Loomis"),
        ("Mr Kit Loomis noted the cost.", "Mr Kit Loomis", "name", "Kit Loomis"),
        ("Hugo de Jong noted the cost.", "Hugo de Jong", "name", "Hugo de Jong"),
        ("Mr Loomis noted the cost.", "Mr Loomis", "surname", "Kit Loomis"),
        ("Mrs. Glover noted the cost.", "Mrs. Glover", "surname", "Fay Glover"),
        ("Cllr F Glover noted the cost.", "Cllr F Glover", "surname", "Fay Glover"),
        ("Mr de Jong noted the cost.", "Mr de Jong", "surname", "Hugo de Jong"),
        ("Loomis noted the cost.", "Loomis", "surname", "Kit Loomis"),
        ("Kit noted the cost.", "Kit", "name", "Kit Loomis"),
        ("The cost was noted by Kit.", "Kit", "name", "Kit Loomis"),
        ("Kit’s report was read.", "Kit", "name", "Kit Loomis"),
        ("The Clerk read the letters.", "The Clerk", "roster", "Olive Pryor"),
        ("The Chair opened the meeting.", "The Chair", "roster", "Ann Baxter"),
        ("It was noted by the Treasurer.", "the Treasurer", "roster", "Colin Dray"),
        ("The Chairman opened the meeting.", "The Chairman", "roster", "Ann Baxter"),
    ],
)
def test_names_and_offices(text: str, words: str, how: str, name: str) -> None:
    assert mentions(text) == [(words, how, name, ())]


@pytest.mark.parametrize(
    "text",
    [
        "Kit Marlowe was quoted.",
        "The Loomis Foundation gave a grant.",
        "The Vice Chair spoke.",
        "The Chair of the Guild spoke.",
        "The kit was lost.",
        "Kitson noted the cost.",
        "The Secretary spoke.",
        "Nothing was said.",
        "The NHS and the BBC were named.",
        "Papers went by PDF.",
        "VAT is due.",
        "The QVX scheme was closed.",
        "BiN figures were read.",
        "See https://example.org/AB for the list.",
        "ann.baxter@example.org was given as the address.",
    ],
)
def test_nobody_is_meant(text: str) -> None:
    assert [found for found in mentions(text) if found[2]] == []


@pytest.mark.parametrize(
    ("text", "words", "how", "name", "flags"),
    [
        ("MK to call the plumber.", "MK", "unknown", None, ("unknown-initials",)),
        ("QV to call the plumber.", "QV", "unknown", None, ("unknown-initials",)),
        ("QV noted the cost.", "QV", "unknown", None, ("unknown-initials",)),
        ("HJ to call the plumber.", "HJ", "derived", "Hugo de Jong", ("derived-initials",)),
        ("HDJ to call the plumber.", "HDJ", "derived", "Hugo de Jong", ("derived-initials",)),
    ],
)
def test_unlisted_initials_are_flagged(
    text: str, words: str, how: str, name: str | None, flags: tuple[str, ...]
) -> None:
    assert mentions(text) == [(words, how, name, flags)]


ACRONYMS = ("Present:", "- Ivor Trent (IT)", "- Paula Stirling (PS)", "- Mark Croft (MC)", "# 1. Garden")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("IT to write to the council.", ["Ivor Trent"]),
        ("IT noted the cost.", ["Ivor Trent"]),
        ("MC and IT for their work.", ["Mark Croft", "Ivor Trent"]),
        ("The letter was sent (IT).", ["Ivor Trent"]),
        ("Action: IT", ["Ivor Trent"]),
        ("The IT budget is spent.", []),
        ("New IT equipment was bought.", []),
        ("Costs of IT rose.", []),
        ("PS to facilitate the talks.", ["Paula Stirling"]),
        ("PS: the roof leaks.", ["Paula Stirling"]),
    ],
)
def test_acronyms_are_people_by_grammar_only(text: str, who: list[str]) -> None:
    assert [name for _, _, name, _ in mentions(text, roster=ACRONYMS)] == who


SHARED = ("Present:", "- Jill Horne (JH)", "- Joe Hart (JH)", "- Tess Ember [TC]", "- Tim Crane [TC]", "# 1. Garden")


def test_initials_of_two_people_stay_open() -> None:
    assert mentions("JH noted the cost.", roster=SHARED) == [("JH", "unknown", None, ("ambiguous-initials",))]


def test_initials_that_fit_only_one_of_two_are_flagged() -> None:
    assert mentions("TC noted the cost.", roster=SHARED) == [("TC", "roster", "Tim Crane", ("ambiguous-initials",))]


def test_longer_forms_solve_a_collision() -> None:
    roster = ("Present:", "- Alice Hopwood (AHop)", "- Alan Holt (AHol)", "# 1. Garden")
    assert [who for _, _, who, _ in mentions("AHop and AHol to call.", roster=roster)] == ["Alice Hopwood", "Alan Holt"]


@pytest.mark.parametrize(
    "words",
    [
        "AHOP",
        "Ahop",
    ],
)
def test_another_case_of_listed_initials_is_flagged(words: str) -> None:
    roster = ("Present:", "- Alice Hopwood (AHop)", "- Alan Holt (AHol)", "# 1. Garden")
    found = mentions(f"{words} to call.", roster=roster)
    assert found == [(words, "fuzzy", "Alice Hopwood", ("derived-initials",))]


def test_derived_initials_of_two_people_stay_open() -> None:
    roster = ("Present:", "- Jill Horne", "- Joe Hart", "# 1. Garden")
    assert mentions("JH to call.", roster=roster) == [("JH", "unknown", None, ("ambiguous-initials",))]


def test_a_listed_tag_that_does_not_fit_the_name() -> None:
    roster = ("Present:", "- Tess Ember [TC]", "# 1. Garden")
    assert mentions("TC spoke to the plan. TE noted the cost.", roster=roster)[-1] == (
        "TE",
        "derived",
        "Tess Ember",
        ("derived-initials",),
    )


@pytest.mark.parametrize(
    ("text", "words", "flags"),
    [
        ("Smart noted the cost.", "Smart", ("ambiguous-name",)),
        ("Mr Smart noted the cost.", "Mr Smart", ("ambiguous-name",)),
    ],
)
def test_a_surname_of_two_people_stays_open(text: str, words: str, flags: tuple[str, ...]) -> None:
    roster = ("Present:", "- Jill Smart", "- Joe Smart", "# 1. Garden")
    assert mentions(text, roster=roster) == [(words, "unknown", None, flags)]


def test_a_first_letter_tells_two_surnames_apart() -> None:
    roster = ("Present:", "- Ann Smart", "- Joe Smart", "# 1. Garden")
    assert mentions("Mr J Smart noted the cost.", roster=roster) == [("Mr J Smart", "surname", "Joe Smart", ())]


def test_a_straight_apostrophe_is_the_same_name() -> None:
    roster = ("Present:", "- Nina D’Aubrey", "# 1. Garden")
    assert mentions("Nina D'Aubrey spoke.", roster=roster)[0][2] == "Nina D’Aubrey"


# Pronouns


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("AB noted the cost. She asked for more.", "Ann Baxter"),
        ("KL noted the cost. He asked for more.", "Kit Loomis"),
        ("Kit Loomis noted the cost. He asked for more.", "Kit Loomis"),
    ],
)
def test_a_pronoun_with_one_meaning(text: str, who: str) -> None:
    assert mentions(text)[-1][1:] == ("pronoun", who, ())


@pytest.mark.parametrize(
    "text",
    [
        "AB thanked KL for the tea. She asked for more.",
        "AB and KL noted the cost. They asked for more.",
        "The cost was noted. She asked for more.",
        "QV noted the cost. She asked for more.",
        "It was noted by AB. She asked for more.",
        "Members noted the cost. They asked for more.",
        "KL noted that the shops were slow. They asked for more.",
    ],
)
def test_a_pronoun_that_could_mean_another(text: str) -> None:
    assert [found for found in mentions(text) if found[1] == "pronoun"] == []


def test_a_pronoun_does_not_reach_over_paragraphs() -> None:
    assert [found[1] for found in mentions("AB noted the cost.", "She asked for more.")] == ["roster"]


def test_a_pronoun_keeps_the_doubt() -> None:
    assert mentions("HJ noted the cost. He asked for more.")[-1] == (
        "He",
        "pronoun",
        "Hugo de Jong",
        ("derived-initials",),
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Grant to ask Jo about the roof.", "Grant Slater"),
        ("Grant will also write to the council.", "Grant Slater"),
        ("Grant to cover the roof.", None),
        ("Grant will be paid in May.", None),
    ],
)
def test_a_first_name_that_is_a_word_opens_a_line(text: str, who: str | None) -> None:
    roster = ("# Minutes of the Lantern Hill Society", "Present:", "- Grant Slater", "- Kit Loomis", "# 1. Roof")
    assert next((found[2] for found in mentions(text, roster=roster)), None) == who


def test_units() -> None:
    found = mentions("Owner: Tide Office official [TO]", "TO noted the cost. They asked for more.")
    assert found[-2:] == [("TO", "roster", "Tide Office official", ()), ("They", "pronoun", "Tide Office official", ())]


def test_things_that_the_text_defines_are_nobody() -> None:
    assert mentions("The New Homes Bonus (NHB) was paid.", "NHB will be paid in May.") == []


def test_mentions_are_in_order_and_apart() -> None:
    record = minutes("Mr Kit Loomis, KL and the Clerk met Ann. FG (AB/KL) and QV will call Olive Pryor.")
    spans = [one.span for one in record.mentions]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mark: the roof leaks.", "Mark Quill"),
        ("Mark asked for more.", "Mark Quill"),
        ("Mark the path with chalk.", None),
        ("Grant: applied for in June.", None),
        ("Matt, Olga and Tim will look.", "Matthew"),
    ],
)
def test_first_names_that_are_words_or_short(text: str, name: str | None) -> None:
    roster = ("Present: Mark Quill, Grant Zander, Matthew, Olga, Tim",)
    assert (
        name in [who for _, _, who, _ in mentions(text, roster=roster)] if name else not mentions(text, roster=roster)
    )
