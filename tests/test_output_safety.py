"""Words of the minutes in names, headings and text do no harm in any format."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path

import docx
import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from factories import Minutes, group
from minutextract.cli.output import file_names
from minutextract.meeting import Meeting
from minutextract.record import Record
from minutextract.render import SummaryFormat, render
from minutextract.render.findings import records_csv, records_json, records_jsonl, records_markdown

MARKUP = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<iframe src=//x.example>",
    "</bdi></td></table><script>x</script>", "</title><script>x</script>", "</style><script>x</script>",
    '" onmouseover="alert(1)', "' onfocus='alert(1)' autofocus='", "<a href=javascript:alert(1)>go</a>",
    "<base href=//x.example>", "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=//x.example>",
    "<object data=x>", "<embed src=x>", "<form action=//x.example><input name=q>", "<math><mi xlink:href=x>",
    "<!--", "-->", "<![CDATA[<script>x</script>]]>", "<?php x ?>", "&lt;script&gt;x", "&#60;script&#62;",
    "[go](javascript:alert(1))", "![x](http://x.example/x.png)", "<http://x.example>", "[x]: javascript:alert(1)",
    "{{ 7 * 7 }}", "{% include '/etc/hostname' %}", "${7*7}",
)  # fmt: skip
FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", '=HYPERLINK("http://x.example")', "=cmd|' /C x'!A0")
CONTROLS = ("a\x00b", "a\x1b[31mb", "a\u202eb", "a\u202db", "a\ud800b", "\ufeffa\u2066b")
PAYLOADS = (*MARKUP, *FORMULAS, *CONTROLS)
BAD = "script, img, svg, iframe, a, base, object, embed, form, input, math, link, [onerror], [onload], [onfocus]"


def hostile(words: str) -> Record:
    minutes = Minutes(Meeting(body=words, place=words), path="a/x.txt", warnings=(words,)).item(words, words)
    minutes.say(words)
    minutes.action(words, group(words)).decision(words).praise([words], [words], words).insight(words)
    return minutes.record()


@pytest.mark.parametrize("words", PAYLOADS)
def test_summaries_hold_no_markup_of_others(words: str) -> None:
    page = render([hostile(words)], SummaryFormat.HTML)
    markdown = render([hostile(words)], SummaryFormat.MD)
    text = render([hostile(words)], SummaryFormat.TEXT)
    assert isinstance(page, str)
    assert isinstance(markdown, str)
    assert isinstance(text, str)
    parsed = LexborHTMLParser(page)
    assert not parsed.css(BAD)
    assert len(parsed.css("meta")) == 4
    assert not LexborHTMLParser(MarkdownIt("commonmark").enable("table").render(markdown)).css(BAD)
    for rendered in (page, markdown, text):
        assert not {"\x00", "\x1b", "\u202e", "\u202d"} & set(rendered)
        rendered.encode("utf-8")


@pytest.mark.parametrize("words", PAYLOADS)
def test_every_other_format_bears_them(words: str) -> None:
    record = hostile(words)
    document = render([record], SummaryFormat.DOCX)
    assert isinstance(document, bytes)
    assert docx.Document(BytesIO(document)).paragraphs
    assert json.loads(records_json([record])) == [json.loads(records_jsonl([record]))]
    for row in list(csv.reader(StringIO(records_csv([record]))))[1:]:
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert not LexborHTMLParser(MarkdownIt("commonmark").enable("table").render(records_markdown([record]))).css(BAD)


def test_words_of_others_are_isolated_in_the_page() -> None:
    page = render([hostile("\u05e9\u05dc\u05d5\u05dd Ada")], SummaryFormat.HTML)
    assert isinstance(page, str)
    parsed = LexborHTMLParser(page)
    for element in parsed.css("bdi, title"):
        element.decompose()
    assert "\u05e9" not in (parsed.html or "")


def test_names_of_results_stay_in_the_folder_whatever_the_source_is_called() -> None:
    stems = [
        "..",
        "../../x",
        "CON",
        "nul.tar",
        "a" * 300,
        "\u202egpj",
        "a\nb",
        "-rf",
        "~",
        "$(x)",
        "é",
        "名",
        " ",
        "%2e%2e",
    ]
    paths = [Path(f"{folder}/{stem}.md") for folder in range(15) for stem in stems]
    names = file_names(paths, ".html")
    assert len({name.casefold() for name in names.values()}) == len(paths) >= 200
    for name in names.values():
        assert Path(name).name == name
        assert len(name) <= 110
        assert name[0].isalnum()


def test_names_do_not_depend_on_the_order_of_the_paths() -> None:
    paths = [Path("a/minutes.md"), Path("b/minutes.md"), Path("c/agenda.md")]
    assert file_names(paths, ".txt") == file_names(paths[::-1], ".txt")
    assert file_names(paths, ".txt")[paths[2]] == "agenda.txt"
