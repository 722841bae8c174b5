"""The evidence page: every finding has its words and its line, and the words are those of the minutes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from builders import document
from factories import Minutes, empty_record, harbour, harbour_meeting
from minutextract.document import Block, BlockKind, Span
from minutextract.record import Finding, Flag, Record
from minutextract.report.archive import Bounds
from minutextract.report.flag_meanings import MEANINGS
from minutextract.report.page import meetings_page

ROOT = Path(__file__).resolve().parent.parent


def squeezed(text: str) -> str:
    return "".join(text.split())


def findings(record: Record) -> list[Finding]:
    return [*record.actions, *record.updates, *record.decisions, *record.praise, *record.insights]


def ids(page: LexborHTMLParser) -> list[str]:
    return [node.attributes["id"] or "" for node in page.css("[id]")]


def marked(page: LexborHTMLParser) -> dict[str, str]:
    """The words that are marked for each finding, without tags and explanations."""
    for extra in page.css(".tip, .chip"):
        extra.decompose()
    words: dict[str, str] = {}
    for mark in page.css("mark[data-f]"):
        for anchor in (mark.attributes["data-f"] or "").split():
            words[anchor] = words.get(anchor, "") + squeezed(mark.text())
    return words


def shown(record: Record) -> LexborHTMLParser:
    return LexborHTMLParser(meetings_page([record]))


def assert_linked(page: LexborHTMLParser) -> None:
    """Every link within the page has one target, and no id is given twice."""
    known = ids(page)
    assert len(known) == len(set(known))
    links = [link.attributes["href"] or "" for link in page.css("a[href]")]
    assert links
    assert {link[1:] for link in links} <= set(known)
    assert all(link.startswith("#") for link in links)


def test_every_finding_has_its_words_and_its_line() -> None:
    record = harbour()
    page = shown(record)
    assert_linked(page)
    known = set(ids(page))
    for finding in findings(record):
        assert {f"t-m1-{finding.id}", f"s-m1-{finding.id}"} <= known
    words = marked(page)
    assert len(words) == len(findings(record))
    for finding in findings(record):
        assert words[f"m1-{finding.id}"] == squeezed(finding.span.of(record.document.text))


def test_two_findings_with_the_same_words_share_them_but_not_their_lines() -> None:
    minutes = Minutes(harbour_meeting()).item("1", "Gate").say("The gate is to be painted and closed.")
    minutes.action("paint the gate").action("close the gate")
    page = shown(minutes.record())
    assert_linked(page)
    assert len(page.css("[data-kind=action]")) == 2
    assert set(marked(page).values()) == {squeezed("The gate is to be painted and closed.")}


def test_kinds_that_overlap_are_cut_apart() -> None:
    minutes = Minutes(harbour_meeting()).item("1", "Gate").say("one two three four five")
    minutes.action("act", span=Span(0, 13)).insight(span=Span(8, 23)).decision("settle", span=Span(4, 18))
    page = shown(minutes.record())
    pieces = [(mark.attributes["class"] or "", mark.text()) for mark in page.css("mark")]
    assert [text.strip() for _, text in pieces] == ["one", "two", "three", "four", "five"]
    assert pieces[2][0].split() == ["k-action", "also-decision", "also-insight"]
    assert sorted(marked(page).values()) == ["onetwothree", "threefourfive", "twothreefour"]


def test_words_between_blocks_are_shown_if_a_finding_covers_them() -> None:
    minutes = Minutes(harbour_meeting()).item("1", "Gate").say("First.").say("Between.").say("Last.")
    minutes.insight(span=Span(0, 21))
    record = minutes.record()
    blocks = (record.document.blocks[0], record.document.blocks[2])
    page = shown(replace(record, document=replace(record.document, blocks=blocks)))
    assert list(marked(page).values()) == ["First.Between.Last."]


def test_rows_keep_their_words_across_cells() -> None:
    read = document("| task | owner |", "| mend the gate | AB |")
    minutes = Minutes(harbour_meeting()).say(read.text)
    row = read.blocks[1].span
    minutes.action("mend the gate", span=row)
    record = minutes.record()
    page = shown(replace(record, document=replace(record.document, blocks=read.blocks)))
    assert [cell.text(strip=True) for cell in page.css(".text td bdi")][:2] == ["task|", "owner"]
    assert list(marked(page).values()) == ["mendthegate|AB"]


@st.composite
def minutes_of_any_shape(draw: st.DrawFn) -> Record:
    """Lines of odd words, with findings wherever they fall: nested, crossing, over several lines."""
    words = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), min_size=1, max_size=12)
    lines = draw(st.lists(st.lists(words, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=6))
    minutes = Minutes(harbour_meeting()).item("1", "Any")
    for line in lines:
        minutes.say(line)
    whole = len(minutes.text)
    for kind in draw(st.lists(st.sampled_from(["action", "decision", "insight", "praise"]), max_size=8)):
        start = draw(st.integers(0, whole - 1))
        span = Span(start, draw(st.integers(start + 1, whole)))
        if not span.of(minutes.text).strip():
            continue
        match kind:
            case "action":
                minutes.action("act", span=span)
            case "decision":
                minutes.decision("settle", span=span)
            case "praise":
                minutes.praise([], [], "work", span=span)
            case _:
                minutes.insight(span=span)
    record = minutes.record()
    blocks = tuple(
        replace(block, kind=draw(st.sampled_from([BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.HEADING])))
        for block in record.document.blocks
    )
    return replace(record, document=replace(record.document, blocks=blocks))


@settings(max_examples=60, deadline=None)
@given(minutes_of_any_shape())
def test_whatever_stands_in_the_minutes_the_marks_are_the_quotes(record: Record) -> None:
    page = shown(record)
    assert_linked(page)
    known = set(ids(page))
    words = marked(page)
    harmless = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")
    for finding in findings(record):
        assert {f"t-m1-{finding.id}", f"s-m1-{finding.id}"} <= known
        assert words[f"m1-{finding.id}"] == squeezed(
            harmless.sub("\ufffd", squeezed(finding.span.of(record.document.text)))
        )


def test_initials_tell_whom_they_stand_for_and_how_that_is_known() -> None:
    page = shown(harbour())
    initials = {node.text(): node for node in page.css(".who")}
    assert {"TP", "ET"} <= set(initials)
    explained = page.css_first(f"#{initials['TP'].attributes['aria-describedby']}")
    assert explained is not None
    assert "Tamsin Poe" in explained.text()
    assert "not in the attendance list" in explained.text()
    assert initials["TP"].attributes["tabindex"] == "0"
    assert "doubtful" in (initials["TP"].attributes["class"] or "")


def test_flags_come_with_their_meaning() -> None:
    page = shown(harbour())
    told = [node.text() for node in page.css("details.flags")]
    assert any("No words say by when the action is due." in one for one in told)
    assert page.css_first("#flag-no-due-date") is not None
    assert page.css_first("#flag-fuzzy-name") is None


def test_the_meanings_are_those_of_the_documentation() -> None:
    rows = re.findall(
        r"^\| `([a-z-]+)` \| .*? \| (.*?) \| (.*?) \|$", (ROOT / "docs/flags.md").read_text(encoding="utf-8"), re.M
    )
    assert {Flag(name): (meaning.replace("`", ""), todo.replace("`", "")) for name, meaning, todo in rows} == MEANINGS
    assert set(MEANINGS) == set(Flag)


def test_lines_can_be_filtered_by_kind_person_and_item() -> None:
    page = shown(harbour())
    people = {node.text(): node.attributes["value"] for node in page.css("#filter-person option")}
    items = {node.text(): node.attributes["value"] for node in page.css("#filter-item option")}

    def lines(**wanted: str) -> list[LexborNode]:
        return [
            node
            for node in page.css("[data-kind]")
            if all(value in (node.attributes[f"data-{name}"] or "").split() for name, value in wanted.items())
        ]

    assert len(lines(people=people["Jane Roe"] or "", kind="praise")) == 2
    assert {node.attributes["data-kind"] for node in lines(item=items["1. Welcome"] or "")} == {"praise"}
    assert len(lines(flagged="1")) == 4


def test_nothing_found_is_said() -> None:
    page = shown(empty_record())
    assert "Nothing was found in these minutes" in page.text()
    assert not page.css("mark")


def test_texts_beyond_the_bounds_give_way_to_quotes() -> None:
    record = harbour()
    bounds = Bounds(texts=1, characters=10**6)
    page = LexborHTMLParser(meetings_page([record, record], bounds))
    assert_linked(page)
    assert len(page.css(".text")) == 1
    assert "There is no room for the text of 1 of 2 meetings" in page.text()
    assert "“JR congratulated members on a calm winter.”" in (page.css_first("#m2") or page).text()


def test_an_agenda_item_is_a_heading_whatever_the_format_had() -> None:
    record = harbour()
    title = Block(BlockKind.ITEM, record.document.blocks[0].span, record.document.blocks[0].content, number="1.")
    page = shown(replace(record, document=replace(record.document, blocks=(title, *record.document.blocks[1:]))))
    assert "Jane Roe thanked" in "".join(node.text() for node in page.css(".text h3"))


@pytest.mark.parametrize("part", ["style", "script"])
def test_the_policy_names_the_digest_of_what_the_page_carries(part: str) -> None:
    import base64
    import hashlib

    page = shown(harbour())
    policy = page.css_first("meta[http-equiv]")
    element = page.css_first(part)
    assert policy is not None
    assert element is not None
    digest = base64.b64encode(hashlib.sha256(element.text().encode()).digest()).decode()
    content = policy.attributes["content"] or ""
    assert f"{part}-src 'sha256-{digest}'" in content
    assert "default-src 'none'" in content
    assert not page.css("[style], [onclick], link, img, iframe")


def test_a_place_that_says_an_action_again_leads_to_the_same_line() -> None:
    minutes = Minutes(harbour_meeting()).item("1", "Gate").say("JD to paint the gate.").say("Paint the gate: JD.")
    minutes.action("paint the gate", span=Span(0, 21), repeats=(Span(22, 36),))
    page = shown(minutes.record())
    assert_linked(page)
    assert [chip.attributes["href"] for chip in page.css(".text .chip")] == [f"#{page.css('ul.lines > li')[0].id}"] * 2
    assert sorted(marked(page).values()) == ["JDtopaintthegate.", "Paintthegate"]
