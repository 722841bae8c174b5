from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from factories import DOE, ROE, Minutes, empty_record, group, harbour, harbour_meeting, owner_of
from minutextract.meeting import Meeting
from minutextract.record import Record
from minutextract.render import SummaryFormat, SummaryOptions, render
from minutextract.render.markdown import escape, escape_line
from minutextract.render.summary import summarize
from minutextract.schema import RECORDS

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title></bdi><svg onload=alert(1)>",
    '" onmouseover="alert(1)',
    "[gulls](javascript:alert(1))",
    "![gulls](http://example.org/x.png)",
    "{{ 7 * 7 }} {% raw %}",
    "| a | b |",
    "`code` *bold* _it_ ~~gone~~ &lt;b&gt; \\",
    "# heading",
    "1. list",
    "=cmd()",
)


def string(record: Record, format: SummaryFormat) -> str:
    rendered = render([record], format)
    assert isinstance(rendered, str)
    return rendered


def word(records: list[Record]) -> Any:
    rendered = render(records, SummaryFormat.DOCX)
    assert isinstance(rendered, bytes)
    return docx.Document(BytesIO(rendered))


def word_text(document: Any) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def hostile(words: str) -> Record:
    """The same words in every place that a summary shows."""
    meeting = replace(harbour_meeting(), body=words, place=words, next_meeting=words)
    minutes = Minutes(meeting, path=f"a/{words.replace('/', '')}.txt", warnings=(words,)).item(words, words).say(words)
    minutes.action(words, group(words)).decision(words).praise([words], [words], words).insight(words)
    return minutes.record()


def said(record: Record) -> list[str]:
    """Every piece of text that a summary holds."""
    summary = summarize(record)
    lines = [line for section in summary.sections for group in section.groups for line in group.lines]
    headings = [group.heading for section in summary.sections for group in section.groups]
    facts = [text for _, text in summary.facts]
    pieces = [summary.title, *facts, *headings, summary.source, summary.remark]
    return [piece for piece in [*pieces, *(line.text for line in lines)] if piece]


def plain(html: str) -> str:
    body = LexborHTMLParser(html).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


@pytest.mark.parametrize("record", [harbour(), empty_record()], ids=["full", "empty"])
def test_all_formats_say_the_same(record: Record) -> None:
    markdown = plain(MarkdownIt("commonmark").enable("table").render(string(record, SummaryFormat.MD)))
    html = plain(string(record, SummaryFormat.HTML))
    document = word_text(word([record]))
    text = " ".join(string(record, SummaryFormat.TEXT).split())
    for piece in said(record):
        assert piece in markdown
        assert piece in html
        assert piece in document
        assert piece in text


def test_what_to_check_goes_round_only_if_asked_for() -> None:
    shown = SummaryOptions(checks=True)
    for format in (SummaryFormat.TEXT, SummaryFormat.MD, SummaryFormat.HTML):
        assert "To check before circulation" not in string(harbour(), format)
        asked = " ".join(str(render([harbour()], format, shown)).split())
        assert "To check before circulation" in asked
        assert "No date is recorded for 2031-03-04/2 and 2031-03-04/4." in asked
    document = render([harbour()], SummaryFormat.DOCX, shown)
    assert isinstance(document, bytes)
    assert "To check before circulation" in word_text(docx.Document(BytesIO(document)))
    assert "To check" not in word_text(word([harbour()]))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_of_the_minutes_never_become_markup(payload: str) -> None:
    record = hostile(payload)
    page = LexborHTMLParser(string(record, SummaryFormat.HTML))
    assert not page.css("script, img, svg, a, iframe, object, link, form, [onerror], [onload], [onmouseover]")
    markdown = string(record, SummaryFormat.MD)
    made = LexborHTMLParser(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))
    assert not made.css("script, img, svg, a, code, s, ol, h3, h4")
    assert len(made.css("h1")) == 1
    assert len(made.css("td")) == 5
    assert " ".join(payload.split()).capitalize()[1:].lower() in plain(string(record, SummaryFormat.HTML)).lower()


def test_the_page_forbids_itself_everything_and_loads_nothing() -> None:
    html = string(harbour(), SummaryFormat.HTML)
    assert (
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        in html
    )
    assert not re.search(r"(?:src|href|url|@import)\s*[=(]", html)
    assert html.startswith("<!DOCTYPE html>\n<html lang=")


def test_the_page_holds_each_meeting_as_an_article() -> None:
    rendered = render([harbour(), empty_record()], SummaryFormat.HTML)
    assert isinstance(rendered, str)
    assert len(LexborHTMLParser(rendered).css("article")) == 2
    assert "<title>Summaries of 2 meetings</title>" in rendered


def test_several_meetings_in_markdown_are_parted_by_a_rule() -> None:
    rendered = render([harbour(), empty_record()], SummaryFormat.MD)
    assert isinstance(rendered, str)
    assert rendered.count("\n---\n") == 1
    assert rendered.count("\n# ") + rendered.startswith("# ") == 2


def test_the_word_document_has_headings_and_a_table_of_actions() -> None:
    document = word([harbour()])
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings[:2] == ["Harbour Trust Committee: summary of the meeting of 4 March 2031", "Actions (4)"]
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0] == ["Ref", "Owner", "Action", "Due", "Item"]
    assert rows[2] == ["2031-03-04/2", "Members", "Read it", "no date recorded", "2"]
    assert len(rows) == 5


def test_several_meetings_go_into_one_word_document() -> None:
    document = word([harbour(), empty_record()])
    titles = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert titles == ["Harbour Trust Committee: summary of the meeting of 4 March 2031", "Notes of A.meeting: summary"]


@pytest.mark.parametrize("words", ["a\x00b", "a\x01b", "a\ud800b", "a\ufffeb\uffff", "\x1b[31m", "a\x7fb"])
def test_characters_that_xml_forbids_are_replaced(words: str) -> None:
    document = word([hostile(words)])
    assert "\ufffd" in word_text(document)
    for format in (SummaryFormat.TEXT, SummaryFormat.MD, SummaryFormat.HTML):
        string(hostile(words), format).encode("utf-8")


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_no_text_breaks_any_format(words: str) -> None:
    record = hostile(words.replace("\n", " ") or "x")
    for format in SummaryFormat:
        render([record], format)


def test_json_is_the_array_of_the_full_records() -> None:
    rendered = render([harbour(), empty_record()], SummaryFormat.JSON)
    records = json.loads(rendered)
    RECORDS.validate_python(records)
    assert [len(record["actions"]) for record in records] == [4, 0]


def test_a_page_with_no_action_has_no_table() -> None:
    record = Minutes(Meeting()).say("Jane Roe thanked John Doe.").praise([ROE], [DOE], None).record()
    assert "<table>" not in string(record, SummaryFormat.HTML)
    assert not word([record]).tables
    assert "|" not in string(record, SummaryFormat.MD)


def test_a_status_other_than_open_is_shown() -> None:
    record = (
        Minutes(harbour_meeting()).say("JD to sweep.").action("sweep", owner_of(DOE, "JD"), status="carried").record()
    )
    assert "| no date recorded; carried |" in string(record, SummaryFormat.MD)
    assert "no date recorded; carried" in string(record, SummaryFormat.HTML)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a*b", "a\\*b"),
        ("# gulls", "\\# gulls"),
        ("12) gulls", "12\\) gulls"),
        ("12.50 gulls", "12.50 gulls"),
        ("- gulls", "\\- gulls"),
        ("gulls - 2.", "gulls - 2."),
        ("a | b", "a \\| b"),
    ],
)
def test_markdown_escapes_only_what_would_be_markup(text: str, expected: str) -> None:
    assert escape_line(text) == expected


def test_marks_of_a_line_are_harmless_within_one() -> None:
    assert escape("1. gulls") == "1. gulls"


def test_a_long_table_of_actions_has_its_header_on_every_page() -> None:
    [table] = word([harbour()]).tables
    marked = [row._tr.trPr is not None and "w:tblHeader" in row._tr.trPr.xml for row in table.rows]
    assert marked == [True, *[False] * 4]


def test_the_page_names_its_language_and_says_which_cells_are_headers() -> None:
    page = LexborHTMLParser(string(harbour(), SummaryFormat.HTML))
    assert [one.attributes.get("lang") for one in page.css("html")] == ["en-GB"]
    assert {one.attributes.get("scope") for one in page.css("th")} == {"col", "row"}
    assert len(page.css("main")) == len(page.css("h1")) == 1
    levels = [int((one.tag or "h0")[1]) for one in page.css("h1, h2, h3")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
