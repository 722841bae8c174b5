"""Names: titles parted from them, their shape told from noise, surnames, initials."""

from __future__ import annotations

import pytest

from minutextract.people.names import derive_initials, fold_name, is_initials, looks_like_name, split_titles


@pytest.mark.parametrize(
    ("text", "full", "honorifics"),
    [
        ("Ann Baxter", "Ann Baxter", ()),
        ("Mr Colin Dray", "Colin Dray", ("Mr",)),
        ("Mr. Colin Dray", "Colin Dray", ("Mr.",)),
        ("Cllr Mrs S Larkin", "S Larkin", ("Cllr", "Mrs")),
        ("The Rt Hon Ewan Firth MP", "Ewan Firth", ("The Rt Hon", "MP")),
        ("Rt Hon Lord Ferris", "Ferris", ("Rt Hon", "Lord")),
        ("Dr Rosa Quill PhD", "Rosa Quill", ("Dr", "PhD")),
        ("Ivy Stone CBE FRS", "Ivy Stone", ("CBE", "FRS")),
        ("Community Councillor Jo Pike", "Jo Pike", ("Community Councillor",)),
        ("Chief Constable Gwen Harte", "Gwen Harte", ("Chief Constable",)),
        ("Minister Hadley", "Hadley", ("Minister",)),
        ("  Ann Baxter, ", "Ann Baxter", ()),
        ("Mr", "Mr", ()),
        ("", "", ()),
        # A first or last name that only looks like a title or letters stays
        ("Dean Marsh", "Dean Marsh", ()),
        ("Major", "Major", ()),
        ("Sam Ma", "Sam Ma", ()),
    ],
)
def test_split_titles(text: str, full: str, honorifics: tuple[str, ...]) -> None:
    name = split_titles(text)
    assert (name.full, name.honorifics) == (full, honorifics)


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("Ann Baxter", "Baxter"),
        ("Hugo de Jong", "de Jong"),
        ("Priya van der Velden", "van der Velden"),
        ("Lucy da Costa", "da Costa"),
        ("Nina D’Aubrey", "D’Aubrey"),
        ("Zoë Müller-Krantz", "Müller-Krantz"),
        ("Dr Rosa Ines Quill", "Quill"),
        ("Hadley", "Hadley"),
        ("de Jong", "Jong"),
    ],
)
def test_surname(text: str, surname: str) -> None:
    assert split_titles(text).surname == surname


@pytest.mark.parametrize(
    "text",
    [
        "Ann Baxter",
        "Ann B. Baxter",
        "A. Baxter",
        "A Baxter",
        "A B Baxter",
        "Hugo de Jong",
        "Nina D’Aubrey",
        "Nina D'Aubrey",
        "Zoë Müller-Krantz",
        "Jean-Luc Ménard",
        "Ewan McTavish",
        "Mr Dray",
        "Minister Hadley",
        "Dr Rosa Quill",
        "Ann BAXTER",
        "Lucy da Costa",
        "Jo Ng",
    ],
)
def test_names(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ann",
        "the committee",
        "Finance Committee",
        "Tern Bay Council",
        "All members",
        "Parish Clerk",
        "Next Meeting",
        "Minutes Approved",
        "Monday Evening",
        "March Report",
        "Village Hall",
        "High Street",
        "Project Update",
        "Any Other Business Item",
        "wrote a letter",
        "Ann wrote to Colin about the new bench",
        "12 Harbour Lane",
        "Room 4B",
        "10:30 Start",
        "AOB",
        "HTTP API",
        "£200 Budget",
        "ann@example.org",
        "https://example.org",
        "A B",
        "Present Online",
        "Treasurer Report",
    ],
)
def test_noise(text: str) -> None:
    assert not looks_like_name(text)


@pytest.mark.parametrize("text", ["Matters Arising", "Tree Works", "Fence Repairs", "Any Other Business"])
@pytest.mark.xfail(strict=True, reason="capitalised words of agendas that no list of words holds pass for a name")
def test_agenda_words_are_no_names(text: str) -> None:
    assert not looks_like_name(text)


@pytest.mark.parametrize("text", ["Ann", "Baxter", "Zoë", "D’Aubrey"])
def test_one_word_only_where_it_will_do(text: str) -> None:
    assert looks_like_name(text, single=True)
    assert not looks_like_name(text)


@pytest.mark.parametrize(
    ("name", "includes"),
    [
        ("Ann Baxter", {"AB"}),
        ("Ann Clara Baxter", {"ACB", "AB"}),
        ("Hugo de Jong", {"HdJ", "HJ", "HDJ"}),
        ("Priya van der Velden", {"PvdV", "PVDV", "PV"}),
        ("Zoë Müller-Krantz", {"ZM", "ZMK"}),
        ("Nina D’Aubrey", {"ND"}),
        ("A. Baxter", {"AB"}),
    ],
)
def test_derive_initials(name: str, includes: set[str]) -> None:
    assert includes <= derive_initials(name)


@pytest.mark.parametrize("name", ["", "Ann", "Hadley", "-", "1 2"])
def test_no_initials_of_one_word(name: str) -> None:
    assert derive_initials(name) == frozenset()


@pytest.mark.parametrize("text", ["AB", "PWh", "RdS", "MCa", "AHop", "MvN", "ABC", "ABCDE", "RGib"])
def test_initials(text: str) -> None:
    assert is_initials(text)


@pytest.mark.parametrize(
    "text", ["", "A", "Ab", "ab", "aB", "Abc", "ABCDEF", "A1", "A.B.", "A B", "AB ", "Ann", "ABc D"]
)
def test_no_initials(text: str) -> None:
    assert not is_initials(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nina D’Aubrey", "nina d'aubrey"),
        ("Zoë Müller", "Zoe Muller"),
        ("Ann  Baxter", "Ann Baxter"),
        ("Ménard", "Menard"),
    ],
)
def test_spellings_that_are_equal(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_other_names_stay_apart() -> None:
    assert fold_name("Ann Baxter") != fold_name("Anne Baxter")


@pytest.mark.parametrize(
    ("words", "is_name"),
    [
        ("Ann Church", True),
        ("Victoria Hall", False),
        ("Tern Church", False),
        ("Ann Baxter Tern Bay Ferry", False),
        ("Ana Maria de Sousa Prado", True),
        ("Spouse", False),
    ],
)
def test_surnames_that_are_words_too(words: str, *, is_name: bool) -> None:
    assert looks_like_name(words, single=True) is is_name
