"""Who is who over many meetings; everybody here is invented."""

from __future__ import annotations

from itertools import count

import pytest

from minutextract.history.aliases import Aliases, read_aliases
from minutextract.history.clusters import Attendee
from minutextract.history.persons import Home, Person, Proposal, find_persons
from minutextract.history.spelling import Kind, spelling_of
from minutextract.people.names import one_slip

OAK = Home("Oakham Council", frozenset({(("oak",),)}))
ELM = Home("Elmton Club", frozenset({(("elm",),)}))
NONE = Aliases()


def people(
    *lists: str | tuple[str, str], homes: dict[str, Home] | None = None, aliases: Aliases = NONE
) -> tuple[list[Person], list[Proposal], dict[int, str]]:
    """The people of lists like "2020-05: Ann Baxter (AB), Cole"; before it the series if it is not "s"."""
    keys = count(1)
    attendees: list[Attendee] = []
    for place, one in enumerate(lists, start=1):
        series, text = one if isinstance(one, tuple) else ("s", one)
        month, _, names = text.partition(": ")
        for name in names.split("; "):
            bare, _, initials = name.rstrip(")").partition(" (")
            titled = bare.startswith("Cllr ")
            attendees.append(
                Attendee(
                    next(keys), place, series, place, bare.removeprefix("Cllr "), (initials,) if initials else (),
                    None, f"{month}-01", titled,
                )
            )  # fmt: skip
    persons, proposals = find_persons(attendees, homes or {"s": OAK}, aliases)
    return persons, proposals, {one.key: one.name for one in attendees}


def spellings(found: tuple[list[Person], list[Proposal], dict[int, str]]) -> list[list[str]]:
    """The spellings of each person, one list a person."""
    persons, _, names = found
    return sorted(sorted({names[key] for key, _, _ in one.attendees}) for one in persons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann Baxter", "ANN BAXTER"),
        ("Zoë Müller", "Zoe Muller"),
        ("Søren Łuk", "Soren Luk"),
        ("Ann Baxter", "Dr Ann Baxter"),
        ("Ann Baxter", "Baxter, Ann"),
        ("Anne-Marie Cole", "Anne Marie Cole"),
        ("Ann Baxter", "Ann J. Baxter"),
        ("Ann Baxter", "Ann Jane Baxter"),
        ("Ann J Baxter", "Ann Jane Baxter"),
        ("Ann O’Dray", "Ann O'Dray"),
        ("Mona Nettleton", "Mona Netleton"),
        ("Nathaniel Dray", "Nathanial Dray"),
        ("Josh Glover", "Joshua Glover"),
        ("Eva Loomis-Pryor", "Eva Loomis"),
        ("Cole Hugo", "Hugo Cole"),
        ("A. Baxter", "Ann Baxter"),
        ("Ann B", "Ann Baxter"),
        ("Ann", "Ann Baxter"),
        ("Cllr Baxter", "Ann Baxter"),
        ("Baxter", "A. Baxter"),
        ("AB", "Ann Baxter"),
    ],
)
def test_spellings_of_one_person(one: str, other: str) -> None:
    for lists in ((f"2020-01: {one}; Kit Fay", f"2020-02: {other}"), (f"2020-01: {other}", f"2020-02: {one}")):
        assert (
            len(spellings(people(*lists)))
            == len({"Kit Fay"} & set("; ".join(lists).replace(": ", "; ").split("; "))) + 1
        )


@pytest.mark.parametrize(
    ("one", "other", "proposed"),
    [
        ("Ann J Baxter", "Ann K Baxter", False),
        ("Chris Cole", "Christine Cole", True),
        ("Maria Cole", "Marie Cole", True),
        ("Tom Lang", "Tom Land", True),
        ("Ann Baxter", "Ann Dray", False),
        ("Carl Hill", "Carl Hillerman", False),
        ("Ann", "Baxter", False),
        ("Cllr Ann", "Ann Baxter", False),
    ],
)
def test_names_of_two_people(one: str, other: str, proposed: bool) -> None:
    persons, proposals, _ = people(f"2020-01: {one}", f"2020-02: {other}")
    assert (len(persons), bool(proposals)) == (2, proposed)


def test_two_of_one_meeting_are_two() -> None:
    assert len(people("2020-01: Mona Nettleton; Mona Netleton", "2020-02: Mona Netleton")[0]) == 2
    persons, _, _ = people("2020-01: Ann; Ann Baxter", "2020-02: Ann")
    assert sorted(len(one.attendees) for one in persons) == [1, 2]


def test_a_first_name_of_two_people_is_an_open_question() -> None:
    found = people("2020-01: Ann Baxter", "2020-02: Ann Cole", "2020-03: Ann")
    persons, proposals, _ = found
    assert spellings(found) == [["Ann"], ["Ann Baxter"], ["Ann Cole"]]
    [open_one] = [one for one in persons if one.name == "Ann"]
    assert open_one.attendees == [(3, "single name: fits Ann Baxter, Ann Cole", False)]
    assert len(proposals) == 2


def test_letters_of_which_one_has_more_are_proposed() -> None:
    found = people("2020-05: C. Baxter", "2020-06: C. E. Baxter", "2020-07: E. Baxter", "2020-08: C. Dray")
    assert spellings(found) == [["C. Baxter"], ["C. Dray"], ["C. E. Baxter"], ["E. Baxter"]]
    assert [one.reason for one in found[1]] == ["letters and the same surname"]
    assert not people("2020-05: C. Baxter; C. E. Baxter")[1]


def test_a_first_name_beside_its_bearer_in_one_list_is_proposed() -> None:
    lists = ["2020-05: Ann; Ann Baxter", "2020-06: Ann", "2020-07: Ann", "2020-08: Ann Baxter"]
    found = people(*lists)
    assert spellings(found) == [["Ann"], ["Ann Baxter"]]
    assert [one.reason for one in found[1]] == ["single name, beside that person in some lists only"]
    assert len(people(*lists[:2])[1]) == 1
    # More often beside her than not, it is somebody else.
    assert not people(lists[0], "2020-06: Ann; Ann Baxter", "2020-07: Ann")[1]


def test_a_first_name_goes_to_the_one_about_at_that_time() -> None:
    found = people("2005-01: Ann Baxter", "2005-02: Ann", "2019-01: Ann Cole", "2019-02: Ann")
    assert spellings(found) == [["Ann", "Ann Baxter"], ["Ann", "Ann Cole"]]


def test_somebody_known_only_at_another_time_is_proposed() -> None:
    persons, proposals, _ = people("2005-01: Ann", "2019-01: Ann Cole")
    assert (len(persons), len(proposals)) == (2, 1)
    assert any("not known of at that time" in how for one in persons for _, how, _ in one.attendees)


def test_a_name_used_on_and_on_leads_to_its_bearer() -> None:
    months = [f"{year}-0{month}: Ann" for year in (2015, 2016, 2017) for month in (2, 8)]
    assert len(people(*months, "2018-01: Ann Cole")[0]) == 1


def test_initials_that_change_hands() -> None:
    found = people(
        "2005-01: Ann Baxter (AB)", "2005-02: AB", "2019-01: Alan Brook (AB)", "2019-02: AB", "2019-03: Amy Bell (AX)"
    )
    assert spellings(found) == [["AB", "Alan Brook"], ["AB", "Ann Baxter"], ["Amy Bell"]]


def test_misspelt_names_far_apart_in_time_are_proposed() -> None:
    persons, proposals, _ = people("2001-01: Mona Nettleton", "2019-01: Mona Netleton")
    assert (len(persons), [one.reason for one in proposals]) == (2, ["a letter of the surname"])


def test_one_name_in_two_series() -> None:
    lists = (("a", "2020-01: Ann Baxter; Ann"), ("b", "2020-01: Ann Baxter"))
    same = {"a": OAK, "b": Home("Oakham Garden Panel", frozenset({(("z",),)}))}
    assert len(people(*lists, homes=same)[0]) == 2
    folder = {"a": OAK, "b": Home("Garden Panel", OAK.folders)}
    assert len(people(*lists, homes=folder)[0]) == 2
    persons, proposals, _ = people(*lists, homes={"a": OAK, "b": ELM})
    assert len(persons) == 3
    assert [one.reason for one in proposals] == ["the same name in another series"]


def test_single_names_never_join_across_series() -> None:
    assert len(people(("a", "2020-01: Ann"), ("b", "2020-01: Ann"), homes={"a": OAK, "b": OAK})[0]) == 2


def test_the_alias_file_wins() -> None:
    aliases = read_aliases(
        'not_people = ["Zoom Room"]\n'
        '[[person]]\nname = "Ann Baxter"\nalso = ["Annie B-D", "AB"]\n'
        '[[person]]\nname = "Kit Fay"\nuntil = 2010-12-31\n',
        "aliases.toml",
    )
    found = people("2005-01: Annie B-D; Kit Fay; Zoom Room", "2019-01: AB; Kit Fay", aliases=aliases)
    assert spellings(found) == [["AB", "Annie B-D"], ["Kit Fay"], ["Kit Fay"]]
    assert "Ann Baxter" in {one.name for one in found[0]}


def test_ids_do_not_depend_on_the_order() -> None:
    attendees = [
        Attendee(n, n, "s", n, name, day=f"2020-0{n}-01")
        for n, name in enumerate(("Ann Baxter", "Ann J Baxter", "Ann K Baxter", "Ann", "A. Baxter"), start=1)
    ]
    assert find_persons(attendees, {"s": OAK}) == find_persons(attendees[::-1], {"s": OAK})
    persons, _ = find_persons(attendees, {"s": OAK})
    assert len({one.id for one in persons}) == len(persons)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ann Baxter", Kind.FULL),
        ("A.J. Baxter", Kind.LETTER_FIRST),
        ("Ann B.", Kind.LETTER_LAST),
        ("Baxter", Kind.SINGLE),
        ("AB", Kind.INITIALS),
        ("Hugo de Jong", Kind.FULL),
    ],
)
def test_kinds_of_names(name: str, kind: Kind) -> None:
    assert spelling_of(name).kind is kind


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("nettle", "netle", True),
        ("graeme", "greame", True),
        ("hill", "hills", True),
        ("hill", "hillerman", False),
        ("hillerman", "hill", False),
        ("hill", "hull", True),
        ("hill", "ball", False),
    ],
)
def test_slips_of_one_letter(one: str, other: str, slip: bool) -> None:
    assert one_slip(one, other) is slip
