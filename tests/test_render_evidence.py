"""Every line of a summary points to the words in the source that it is made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from builders import Always
from minutextract.pipeline import Pipeline
from minutextract.record import Record
from minutextract.render import Attribution, Length, SummaryFormat, SummaryOptions, render
from minutextract.render.agreed import agreed_actions
from minutextract.render.fitting import LEAST, SHARES, source_words
from minutextract.render.summary import summarize
from minutextract.render.wording import count_words, fold
from minutextract.schema import RECORDS

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
# One document of each body in the formats that are quick to read, and one of each other format.
_TEXTS, _DATED = (".md", ".rst", ".txt", ".html"), sorted(CORPUS.glob("*-20*.*"))
FILES = sorted(
    {path.name.rsplit("-", 3)[0] if path.suffix in _TEXTS else path.suffix: path for path in _DATED}.values()
)


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def record(request: pytest.FixtureRequest) -> Record:
    pipeline = Pipeline(Always("action", "decision", "praise", "insight"))
    found: Record = pipeline.process(request.param)
    return found


def parsed(record: Record, options: SummaryOptions) -> dict[str, Any]:
    [whole] = json.loads(str(render([record], SummaryFormat.JSON, options)))
    RECORDS.validate_python([whole])
    return dict(whole)


@pytest.mark.parametrize("length", list(Length))
def test_every_line_slices_the_source_to_its_quote(record: Record, length: Length) -> None:
    whole = parsed(record, SummaryOptions(length=length))
    lines = [line for part in whole["summary"]["sections"] for group in part["groups"] for line in group["lines"]]
    ids = {one["id"] for kind in ("actions", "updates", "decisions", "praise", "insights") for one in whole[kind]}
    assert lines
    for line in lines:
        assert line["finding"] in ids
        for place in filter(None, (line, line["context"])):
            assert " ".join(whole["text"][place["start"] : place["end"]].split()) == place["quote"] != ""


@pytest.mark.parametrize("length", list(Length))
def test_every_line_of_the_page_has_the_place_of_its_words(record: Record, length: Length) -> None:
    options = SummaryOptions(length=length)
    page = LexborHTMLParser(str(render([record], SummaryFormat.HTML, options)))
    lines = [line for section in summarize(record, options).sections for line in section.lines]
    nodes = page.css("section li, tbody tr")
    assert len(nodes) == len(lines)
    for node, line in zip(nodes, lines, strict=True):
        start, end = int(str(node.attributes["data-start"])), int(str(node.attributes["data-end"]))
        assert node.attributes["data-finding"] == line.finding
        assert fold(record.document.text[start:end]) == line.quote != ""


@pytest.mark.parametrize("length", list(Length))
def test_every_action_and_decision_stays_and_the_share_is_kept_or_told(record: Record, length: Length) -> None:
    summary = summarize(record, SummaryOptions(length=length))
    shown = {line.finding for section in summary.sections for line in section.lines}
    agreed = agreed_actions(record)
    assert {agreed.get(one.id, one.id) for one in (*record.actions, *record.decisions)} <= shown
    if length is Length.FULL:
        return
    words = count_words(str(render([record], SummaryFormat.TEXT, SummaryOptions(length=length))))
    minutes = source_words(record)
    assert words <= max(SHARES[length] * minutes, LEAST[length]) or summary.remark


@pytest.mark.parametrize("attribution", [Attribution.ROLE, Attribution.NONE])
def test_no_name_of_the_list_stands_where_nobody_is_to_be_named(record: Record, attribution: Attribution) -> None:
    text = " ".join(str(render([record], SummaryFormat.TEXT, SummaryOptions(attribution=attribution))).split())
    assert not [one.name for one in record.meeting.people if " " in one.name and one.name in text]
