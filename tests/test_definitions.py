"""Initials that the text defines: of people, of units, of things."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.people.definitions import Kind, find_definitions


@pytest.mark.parametrize(
    ("text", "kind", "name", "initials"),
    [
        ("The meeting was chaired by Ann Baxter (AB).", Kind.PERSON, "Ann Baxter", "AB"),
        ("Apologies from Hugo de Jong (HdJ) were noted.", Kind.PERSON, "Hugo de Jong", "HdJ"),
        ("Ann Baxter [AB] opened the meeting.", Kind.PERSON, "Ann Baxter", "AB"),
        ("Dr Rosa Quill (RQ) spoke.", Kind.PERSON, "Rosa Quill", "RQ"),
        ("Thanks to Zoë Müller-Krantz (ZMK).", Kind.PERSON, "Zoë Müller-Krantz", "ZMK"),
        ("Owner: Tide Office official [TO]", Kind.UNIT, "Tide Office official", "TO"),
        ("The Harbour Works Team (HWT) reported.", Kind.UNIT, "Harbour Works Team", "HWT"),
        ("Owner: Strategic Nets official [SN]", Kind.UNIT, "Strategic Nets official", "SN"),
        ("The New Homes Bonus (NHB) was paid.", Kind.ABBREVIATION, "New Homes Bonus", "NHB"),
        ("A Common Tide Layer (CTL) was drawn.", Kind.ABBREVIATION, "Common Tide Layer", "CTL"),
        ("It asks for Tidal Conservation (TC) funds.", Kind.ABBREVIATION, "Tidal Conservation", "TC"),
        ("Ixo Quell (IQ) spoke.", Kind.PERSON, "Ixo Quell", "IQ"),
        ("Presenter: Colin Dray (CDY)", Kind.PERSON, "Colin Dray", "CDY"),
        ("Boats in Need (BiN) were counted.", Kind.ABBREVIATION, "Boats in Need", "BiN"),
    ],
)
def test_definitions(text: str, kind: Kind, name: str, initials: str) -> None:
    minutes = document(text)
    [found] = find_definitions(minutes)
    assert (found.kind, found.name, found.initials) == (kind, name, initials)
    assert found.span.of(minutes.text).endswith((f"({initials})", f"[{initials}]"))


@pytest.mark.parametrize(
    "text",
    [
        "The cost was shared (AB).",
        "The cost was (as ever) high.",
        "See the annex (2024).",
        "It was done quickly (JB/CD).",
        "(AB) opened the meeting.",
        "Nothing is defined here.",
        "Order Ramrod Tide [DONE]",
        "",
    ],
)
def test_nothing_defined(text: str) -> None:
    assert find_definitions(document(text)) == []


def test_two_units_joined_by_and() -> None:
    found = find_definitions(document("Owner: Nets and Ropes official [NRO] and Tide Office official [TO]"))
    assert [(one.kind, one.initials) for one in found] == [(Kind.UNIT, "NRO"), (Kind.UNIT, "TO")]
    assert found[1].name == "Tide Office official"


def test_a_name_does_not_reach_over_a_comma() -> None:
    [found] = find_definitions(document("Present were Kit Loomis, Ann Baxter (AB)"))
    assert found.name == "Ann Baxter"


def test_initials_of_somebody_else_define_nobody() -> None:
    assert all(one.kind is not Kind.PERSON for one in find_definitions(document("Ann Baxter met Colin Dray (QV).")))
