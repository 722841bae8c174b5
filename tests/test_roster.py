"""Entries of attendance lists: every shape that minute-takers give a person."""

from __future__ import annotations

from typing import Any

import pytest

from minutextract.meeting import Attendance
from minutextract.structure.entry import Entry
from minutextract.structure.roster import parse_entry

ONE: list[tuple[str, dict[str, Any]]] = [
    # Names and initials
    ("Ann Baxter", {"name": "Ann Baxter"}),
    ("Ann Baxter (AB)", {"name": "Ann Baxter", "initials": ("AB",)}),
    ("Ann Baxter [AB]", {"name": "Ann Baxter", "initials": ("AB",)}),
    ("Ann Baxter AB", {"name": "Ann Baxter", "initials": ("AB",)}),
    ("Hugo de Jong [HdJ]", {"name": "Hugo de Jong", "initials": ("HdJ",)}),
    ("Paul Whitlock [PWh]", {"name": "Paul Whitlock", "initials": ("PWh",)}),
    ("Maria Canning (MCa)", {"name": "Maria Canning", "initials": ("MCa",)}),
    ("Alice Hopwood (AHop)", {"name": "Alice Hopwood", "initials": ("AHop",)}),
    ("Nina D’Aubrey (ND)", {"name": "Nina D’Aubrey", "initials": ("ND",)}),
    ("Zoë Müller-Krantz (ZMK)", {"name": "Zoë Müller-Krantz", "initials": ("ZMK",)}),
    ("S. T. Orchard", {"name": "S. T. Orchard"}),
    ("Priya van der Velden", {"name": "Priya van der Velden"}),
    # Initials that do not follow from the name are still what the list says, if they stand in square brackets
    ("Tessa Ember [TC]", {"name": "Tessa Ember", "initials": ("TC",)}),
    # Titles and letters
    ("Dr Rosa Quill (RQ)", {"name": "Rosa Quill", "honorifics": ("Dr",), "initials": ("RQ",)}),
    ("Professor Ian Tull", {"name": "Ian Tull", "honorifics": ("Professor",)}),
    ("Cllr Mrs S Larkin-Wells", {"name": "S Larkin-Wells", "honorifics": ("Cllr", "Mrs")}),
    ("The Rt Hon Ewan Firth MP", {"name": "Ewan Firth", "honorifics": ("The Rt Hon", "MP")}),
    ("Ivy Stone CBE", {"name": "Ivy Stone", "honorifics": ("CBE",)}),
    ("Sir Ewan Firth OBE, Patron", {"name": "Ewan Firth", "honorifics": ("Sir", "OBE"), "initials": ()}),
    ("Rev. J. Marsh", {"name": "J. Marsh", "honorifics": ("Rev.",)}),
    ("Sgt Dan Stone", {"name": "Dan Stone", "honorifics": ("Sgt",)}),
    ("Miss E Horn – Head Girl", {"name": "E Horn", "honorifics": ("Miss",), "post": "Head Girl"}),
    ("Chief Constable Gwen Harte", {"name": "Gwen Harte", "honorifics": ("Chief Constable",)}),
    ("Dame Lucy da Costa - Commissioner", {"name": "Lucy da Costa", "honorifics": ("Dame",), "post": "Commissioner"}),
    # Posts and organisations
    ("Colin Dray - Treasurer", {"name": "Colin Dray", "post": "Treasurer", "organisation": None}),
    ("Colin Dray – Treasurer", {"name": "Colin Dray", "post": "Treasurer"}),
    ("Colin Dray (Treasurer) (CD)", {"name": "Colin Dray", "post": "Treasurer", "initials": ("CD",)}),
    ("Colin Dray (CD) (Treasurer)", {"name": "Colin Dray", "post": "Treasurer", "initials": ("CD",)}),
    ("Colin Dray, Treasurer", {"name": "Colin Dray", "post": "Treasurer"}),
    ("Colin Dray (CD), Tern Bay Trust", {"name": "Colin Dray", "initials": ("CD",), "organisation": "Tern Bay Trust"}),
    ("Colin Dray, Tern Bay Trust", {"name": "Colin Dray", "organisation": "Tern Bay Trust", "post": None}),
    ("Colin Dray - Tern Bay Trust (CD)", {"organisation": "Tern Bay Trust", "initials": ("CD",)}),
    (
        "Lena Moss - General Secretary, Guild of Bell Founders [LM]",
        {
            "name": "Lena Moss",
            "post": "General Secretary",
            "organisation": "Guild of Bell Founders",
            "initials": ("LM",),
        },
    ),
    ("Lena Moss [LM] - Office of the Tide Warden", {"organisation": "Office of the Tide Warden", "post": None}),
    ("Lena Moss (LM), Guild of Bell Founders - Secretary", {"post": "Secretary", "initials": ("LM",)}),
    (
        "Lena Moss - Deputy Director, Rivers Division, Ministry of Tides [LM]",
        {"post": "Deputy Director", "organisation": "Rivers Division, Ministry of Tides"},
    ),
    ("Jim Fallow (TBT) JF", {"name": "Jim Fallow", "initials": ("JF",), "organisation": "TBT"}),
    ("Lena Moss: Librarian", {"name": "Lena Moss", "post": "Librarian"}),
    # Deputies
    (
        "Paul Strand - Coordinator, Harbour Police deputising for Cora Rowe [PS]",
        {"post": "Coordinator", "organisation": "Harbour Police", "deputising_for": "Cora Rowe", "initials": ("PS",)},
    ),
    (
        "Phil Arden - Director, Children’s Guild – deputising for Sir Otto Brandreth [PA]",
        {"organisation": "Children’s Guild", "deputising_for": "Otto Brandreth"},
    ),
    ("Kit Loomis (for Ann Baxter)", {"name": "Kit Loomis", "deputising_for": "Ann Baxter"}),
    ("Kit Loomis (substituting for Ann Baxter)", {"deputising_for": "Ann Baxter"}),
    ("Kit Loomis, on behalf of Ann Baxter", {"name": "Kit Loomis", "deputising_for": "Ann Baxter"}),
    # The chair of this meeting, and chairs of other bodies
    ("Ann Baxter (Chair)", {"post": "Chair", "chairs": True}),
    ("Ann Baxter (AB) - Chair", {"chairs": True, "initials": ("AB",)}),
    ("Ann Baxter (Chairman)", {"chairs": True}),
    ("Ann Baxter (Vice Chair)", {"post": "Vice Chair", "chairs": False}),
    ("Ann Baxter (Vice-Chairman)", {"chairs": False}),
    ("Ann Baxter (Past Chair)", {"chairs": False}),
    ("Ann Baxter - Chair, Guild of Bell Founders", {"post": "Chair", "chairs": False}),
    ("Ann Baxter, Convenor", {"chairs": True}),
    ("Ann Baxter (Co-chair)", {"post": "Co-chair", "chairs": True}),
    ("Ann Baxter, Chair of Trustees", {"post": "Chair of Trustees", "chairs": True}),
    # Notes on presence and the like are no organisation, letters after the name no initials
    ("Colin Beale CBE", {"honorifics": ("CBE",), "initials": ()}),
    ("Mary Pool MP", {"honorifics": ("MP",), "initials": ()}),
    ("Ann Baxter (until 3pm)", {"organisation": None}),
    ("Ann Baxter (via Zoom)", {"organisation": None}),
    ("Ann Baxter (AB) (but late)", {"organisation": None}),
    ("Ann Baxter (she/her)", {"organisation": None}),
    ("Ann Baxter (Chair, AB)", {"initials": ("AB",), "chairs": True}),
    ("Ann Baxter (AB) Chair", {"name": "Ann Baxter", "post": "Chair"}),
    ("ANN BAXTER", {"name": "ANN BAXTER"}),
    ("Ken Cole KC", {"name": "Ken Cole", "initials": ("KC",), "honorifics": ()}),
    ("Elena Chaves - Fern (ECH)", {"initials": ("ECH",), "organisation": "Fern"}),
    ("Ann Church", {"name": "Ann Church"}),
    ("CD: Colin Dray (Guild)", {"name": "Colin Dray", "initials": ("CD",), "organisation": "Guild"}),
    ("ZC: Zoë Ćirin", {"name": "Zoë Ćirin", "initials": ("ZC",), "organisation": None}),
    # A post or site in front, or behind without a mark
    ("Acting Treasurer Colin Dray", {"name": "Colin Dray", "post": "Acting Treasurer"}),
    ("Tern School Representative C Dray", {"name": "C Dray", "post": "Tern School Representative"}),
    ("Representative of the Guild: Colin Dray", {"name": "Colin Dray", "post": "Representative of the Guild"}),
    ("TBT – C Dray", {"name": "C Dray", "organisation": "TBT"}),
    ("Colin Dray Vice President", {"name": "Colin Dray", "post": "Vice President"}),
    ("Colin Dray TBT Secretary", {"name": "Colin Dray", "post": "TBT Secretary"}),
    ("Colin Dray (Treasurer) Tern Bay Trust", {"name": "Colin Dray", "organisation": "Tern Bay Trust"}),
    ("Colin Dray / Tern Bay Trust / @cdray", {"name": "Colin Dray", "organisation": "Tern Bay Trust"}),
    ("Colin Dray (@cdray)", {"name": "Colin Dray", "organisation": None}),
    ("“Colin Dray - Tern Bay Trust”", {"name": "Colin Dray", "organisation": "Tern Bay Trust"}),
    ("guest Colin Dray", {"name": "Colin Dray"}),
    # How they stand, where the entry says it
    ("Colin Dray (apologies)", {"standing": Attendance.APOLOGIES, "organisation": None}),
    ("Colin Dray (apologies - will be late)", {"standing": None}),
    ("Colin Dray (absent)", {"standing": Attendance.ABSENT}),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[text for text, _ in ONE])
def test_one_person(text: str, expected: dict[str, Any]) -> None:
    [entry] = parse_entry(text)
    assert {field: getattr(entry, field) for field in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Officials from Rivers Division and the Tide Office",
        "12 members of the public",
        "Members of the press",
        "All trustees",
        "None",
        "n/a",
        "Apologies",
        "Staff",
        "",
        "---",
        "14:00",
        "https://example.org/minutes",
    ],
)
def test_groups_and_noise_are_nobody(text: str) -> None:
    assert parse_entry(text) == []
    assert parse_entry(text, several=True) == []


LISTS: list[tuple[str, list[str]]] = [
    ("Ann Baxter, Colin Dray and Fay Glover", ["Ann Baxter", "Colin Dray", "Fay Glover"]),
    ("Ann Baxter; Colin Dray; Fay Glover", ["Ann Baxter", "Colin Dray", "Fay Glover"]),
    ("Ann Baxter & Colin Dray", ["Ann Baxter", "Colin Dray"]),
    ("Ann Baxter (AB), Colin Dray (CD)", ["Ann Baxter", "Colin Dray"]),
    # Written small among full names
    (
        "Ann Baxter, Colin dray, Fay Glover, anna loomis, Una Pell",
        ["Ann Baxter", "Colin Dray", "Fay Glover", "Anna Loomis", "Una Pell"],
    ),
    ("Ann Baxter (Guild), zarek tullo, Fay Glover, Una Pell", ["Ann Baxter", "Zarek Tullo", "Fay Glover", "Una Pell"]),
    ("Ann Baxter, Colin Dray, Fay Glover, several others", ["Ann Baxter", "Colin Dray", "Fay Glover"]),
    ("Ann Baxter, Colin Dray, Fay Glover, Ann absent", ["Ann Baxter", "Colin Dray", "Fay Glover"]),
    ("Ann, Colin, Fay", ["Ann", "Colin", "Fay"]),
    ("Granger, Peel, Lowe", ["Granger", "Peel", "Lowe"]),
    ("Ann Baxter (Chair), Colin Dray (Treasurer, CD)", ["Ann Baxter", "Colin Dray"]),
    ("Ann Baxter, Treasurer, Colin Dray, Clerk", ["Ann Baxter", "Colin Dray"]),
    ("Mr D Grange, Mrs P Lowe", ["D Grange", "P Lowe"]),
    ("Ann Baxter, Colin Dray, Ann Church", ["Ann Baxter", "Colin Dray", "Ann Church"]),
    ("P Lowe and D Grange Clerk J Connor", ["P Lowe", "D Grange", "J Connor"]),
    ("Clerk J Connor TBT – A Stone", ["J Connor", "A Stone"]),
    ("Colin Dray Ann Baxter", ["Colin Dray", "Ann Baxter"]),
    ("Cllr Hurst. Cllr Gwen Peel", ["Hurst", "Gwen Peel"]),
    ("TBT - Granger, Peel, Lowe", ["Granger", "Peel", "Lowe"]),
    ("Tide core: Ann Baxter, Colin Dray", ["Ann Baxter", "Colin Dray"]),
    ("Baxter, Ann; Dray, Colin; Quell, Ixo", ["Ann Baxter", "Colin Dray", "Ixo Quell"]),
    ("Ann Baxter, Colin Dray, Jr., Fay Glover", ["Ann Baxter", "Colin Dray", "Fay Glover"]),
    ("Ann, Colin + new members Kit, Fay", ["Ann", "Colin", "Kit", "Fay"]),
    ("@annb @cdray @kitl", ["annb", "cdray", "kitl"]),
    ("Colin Dray (representing Dr Stone MP), Fay Glover", ["Colin Dray", "Fay Glover"]),
    ("Ann Baxter Cllrs Hurst, Peel", ["Ann Baxter", "Hurst", "Peel"]),
    ("trademarks and licences", []),
    ("Addendum: Report of the Chair and Subcommittees, Part 2", []),
    ("Tide core:", []),
]


@pytest.mark.parametrize(("text", "names"), LISTS, ids=[text for text, _ in LISTS])
def test_several_people(text: str, names: list[str]) -> None:
    assert [entry.name for entry in parse_entry(text, several=True)] == names


def test_a_shared_title_goes_to_all() -> None:
    entries = parse_entry("Councillors P Yardley, Mrs S Chase and R Hurst", several=True)
    assert [(entry.name, entry.honorifics) for entry in entries] == [
        ("P Yardley", ("Cllr",)),
        ("S Chase", ("Mrs",)),
        ("R Hurst", ("Cllr",)),
    ]


def test_what_follows_a_name_belongs_to_it() -> None:
    first, second = parse_entry("Ann Baxter, Treasurer, Colin Dray, Tern Bay Trust", several=True)
    assert first.post == "Treasurer"
    assert second.organisation == "Tern Bay Trust"


def test_brackets_after_a_comma_stay_with_the_name_before() -> None:
    first, second = parse_entry("Ann Baxter (AB, Tern Bay Trust), Colin Dray (CD)", several=True)
    assert (first.initials, first.organisation) == (("AB",), "Tern Bay Trust")
    assert second.initials == ("CD",)


@pytest.mark.parametrize("text", [text for text, _ in ONE])
def test_offsets_lie_within_the_entry(text: str) -> None:
    for entry in parse_entry(text, several=True):
        assert 0 <= entry.start < entry.end <= len(text)


def test_offsets_of_a_list_cover_each_name() -> None:
    text = "  Ann Baxter (AB), Colin Dray; Fay Glover"
    entries = parse_entry(text, several=True)
    assert [text[entry.start : entry.end] for entry in entries] == ["Ann Baxter (AB)", "Colin Dray", "Fay Glover"]


def test_a_list_item_may_hold_a_list() -> None:
    assert [entry.name for entry in parse_entry("Ann Baxter, Colin Dray")] == ["Ann Baxter", "Colin Dray"]


def test_an_entry_is_a_value() -> None:
    assert parse_entry("Ann Baxter") == [Entry("Ann Baxter", 0, 10)]


def test_the_chair_of_another_body_in_a_list() -> None:
    first, _ = parse_entry("Ann Baxter - Chair, Guild of Bell Founders; Colin Dray", several=True)
    assert (first.organisation, first.chairs) == ("Guild of Bell Founders", False)


def test_a_missing_comma_behind_a_bracket() -> None:
    assert [entry.name for entry in parse_entry("D Rigby (Chair) R Healy, M Dixey", several=True)][-1] == "M Dixey"
    assert "D Rigby R Healy" not in [entry.name for entry in parse_entry("D Rigby (Chair) R Healy", several=True)]


@pytest.mark.parametrize(
    ("text", "initials"), [("Ann Baxter (ACME)", ()), ("Tess Ember (TBT)", ()), ("Ann Baxter (AB) (ACME)", ("AB",))]
)
def test_an_organisation_in_capitals_is_no_initials(text: str, initials: tuple[str, ...]) -> None:
    [entry] = parse_entry(text)
    assert entry.initials == initials
    assert entry.organisation is not None


def test_people_share_the_body_behind_the_last() -> None:
    entries = parse_entry("Ann Baxter (Vice Chair) & Colin Dray (Tern Bay Trust)")
    assert [(entry.name, entry.organisation) for entry in entries] == [
        ("Ann Baxter", "Tern Bay Trust"),
        ("Colin Dray", "Tern Bay Trust"),
    ]


def test_a_site_is_everybodys_organisation() -> None:
    assert {entry.organisation for entry in parse_entry("TBT - Granger, Peel", several=True)} == {"TBT"}
