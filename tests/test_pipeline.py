"""The whole way from a document to a record: everything in its place, every quote in the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import Keywords, document, minutes
from minutextract.document import Span
from minutextract.errors import ExitCode, NoMinutes
from minutextract.pipeline import Pipeline
from minutextract.record import Record
from minutextract.schema import RECORDS, json_schema
from minutextract.serialize import record_json

LINES = (
    "# Minutes of the Lantern Hill Society held on 4 March 2024",
    "Present: Ann Baxter (AB) (Chair), Colin Dray (CD), Kit Loomis (KL)",
    "Apologies: Mona Nettle (MN)",
    "# 1. Garden",
    "AB thanked KL for the cakes. She noted that the roof leaks.",
    "- KL to call the plumber by 18 March 2024, and CD to pay the bill.",
    "| Action | Owner |",
    "| Ask the guild | MN |",
    "# 2. Shed",
    "It was agreed that the shed stays. QV noted the cost.",
)
FINDINGS = ("actions", "decisions", "praise", "insights")


@pytest.fixture
def record(pipeline: Pipeline) -> Record:
    return pipeline.analyse(document(*LINES))


@pytest.fixture
def form(record: Record) -> dict[str, Any]:
    """The record's JSON."""
    return dict(record_json(record))


def test_the_meeting(record: Record) -> None:
    meeting = record.meeting
    assert (meeting.body, str(meeting.date)) == ("Lantern Hill Society", "2024-03-04")
    assert [(item.number, item.title) for item in meeting.items] == [("1", "Garden"), ("2", "Shed")]
    assert [(one.name, one.attendance.value) for one in meeting.people] == [
        ("Ann Baxter", "chair"),
        ("Colin Dray", "present"),
        ("Kit Loomis", "present"),
        ("Mona Nettle", "apologies"),
    ]


def test_the_findings(record: Record) -> None:
    assert [(one.text, [owner.name for owner in one.owners]) for one in record.actions] == [
        ("call the plumber by 18 March 2024", ["Kit Loomis"]),
        ("pay the bill", ["Colin Dray"]),
        ("Ask the guild", ["Mona Nettle"]),
    ]
    assert [str(one.due.date) for one in record.actions] == ["2024-03-18", "None", "None"]
    assert [one.text for one in record.decisions] == ["It was agreed that the shed stays"]
    assert [(one.by[0].name, one.to[0].name, one.reason) for one in record.praise] == [
        ("Ann Baxter", "Kit Loomis", "the cakes")
    ]
    # "She" could be either of the two before
    assert [[by.name for by in one.by] for one in record.insights] == [[], ["QV"]]


def test_findings_stand_under_their_item(record: Record) -> None:
    assert [one.item for one in (*record.actions, *record.decisions)] == ["i1", "i1", "i1", "i2"]


def test_the_classifier_sees_the_context() -> None:
    seen = []

    class Spy(Keywords):
        def scores(self, units):  # type: ignore[no-untyped-def]
            seen.extend(units)
            return super().scores(units)

    Pipeline(Spy()).analyse(document(*LINES))
    assert (seen[1].heading, seen[1].before) == ("1. Garden", "AB thanked KL for the cakes.")
    assert seen[0].before is None
    assert seen[-1].after is None


def test_every_quote_is_in_the_text(form: dict[str, Any]) -> None:
    text = form["text"]
    for finding in (one for kind in FINDINGS for one in form[kind]):
        assert finding["quote"] == text[finding["start"] : finding["end"]] != ""
    for spanned in (*form["mentions"], *form["sentences"], *form["entities"]):
        assert spanned["text"] == text[spanned["start"] : spanned["end"]] != ""


def test_every_reference_leads_somewhere(form: dict[str, Any]) -> None:
    sentences, items = {one["id"] for one in form["sentences"]}, {one["id"] for one in form["meeting"]["items"]}
    people = {one["id"] for one in form["meeting"]["people"]} | {None}
    for finding in (one for kind in FINDINGS for one in form[kind]):
        assert finding["sentence"] in sentences
        assert finding["item"] in items
    assert {one["person"] for one in form["mentions"]} <= people
    assert {owner["person"] for action in form["actions"] for owner in action["owners"]} <= people


def test_the_record_follows_its_schema(form: dict[str, Any]) -> None:
    assert RECORDS.validate_python([form], strict=True) == [form]
    assert json_schema()["type"] == "array"


def test_a_second_run_gives_the_same(pipeline: Pipeline, form: dict[str, Any]) -> None:
    assert record_json(pipeline.analyse(document(*LINES))) == form


def test_ids_are_unique(form: dict[str, Any]) -> None:
    ids = [one["id"] for kind in FINDINGS for one in form[kind]]
    assert len(set(ids)) == len(ids)


def test_ids_depend_on_the_bytes(pipeline: Pipeline, record: Record) -> None:
    other = pipeline.analyse(document(*LINES, "It rains."))
    assert {one.id for one in other.actions}.isdisjoint({one.id for one in record.actions})


def test_warnings() -> None:
    record = minutes("The shed leaks.", roster=())
    assert set(record.warnings) == {"no attendance list was found", "no meeting date was found"}
    assert minutes("The shed leaks.").warnings == ()


@pytest.mark.parametrize("lines", [(), ("",), ("# Heading",), ("Present:",), ("Action:",), ("| | |",), ("AB",), ("-",)])
def test_documents_with_nothing_in_them(pipeline: Pipeline, lines: tuple[str, ...]) -> None:
    record = pipeline.analyse(document(*lines))
    assert RECORDS.validate_python([record_json(record)])


def test_a_file(pipeline: Pipeline, tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text("Minutes\n\nPresent: Ann Baxter (AB)\n\n1. Garden\n\nAB to call the plumber.\n", encoding="utf-8")
    record = pipeline.process(path)
    assert [owner.name for action in record.actions for owner in action.owners] == ["Ann Baxter"]


MARKS = (
    "# |## |- |- [ ] |- [x] |1. |a) || |**|Owner: |Action: |ACTION |Action |RESOLVED |TODO |including:|Done|. |...|: "
)
LISTS = (
    "Present: |Apologies: |In attendance: |Ann Baxter|(AB)|[AB]|AB |KL|QV|Mr |Cllr |de |Jong|Kit Loomis| and | & |/|, "
)
WORDS = "The Chair |the Clerk|Members |All |She |They |thanked |was thanked |thanks to |for |by |to |will |agreed "
ODD = "; |’s | - |with |noted |next meeting |4 March 2024|by Friday|\u200b|\u00a0|é|名|\U0001f600|\x00|İ|ß|(|)|[|]|x@y.z|https://a.b/AB"
PARTS = st.sampled_from([part for group in (MARKS, LISTS, WORDS, ODD) for part in group.split("|")])
LINE = st.one_of(st.lists(PARTS, max_size=12).map("".join), st.text(max_size=60))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LINE, max_size=12))
def test_anything_can_be_read(lines: list[str]) -> None:
    made = document(*lines)
    record = Pipeline(Keywords()).analyse(made)
    form = record_json(record)
    assert RECORDS.validate_python([form])
    whole = Span(0, len(made.text))
    findings = (*record.actions, *record.decisions, *record.praise, *record.insights)
    spans = [
        *(one.span for one in findings),
        *(one.span for one in record.mentions),
        *(one.span for one in record.sentences),
        *(one.span for one in record.meeting.people),
        *(one.span for one in record.meeting.units),
    ]
    for span in spans:
        assert span.within(whole)
        assert len(span) > 0
    ids = [one.id for one in findings]
    assert len(set(ids)) == len(ids)
    for sentence in record.sentences:
        assert sentence.span.within(made.blocks[sentence.block].span)


def test_a_paper_without_a_word_of_a_meeting_is_refused(pipeline: Pipeline, tmp_path: Path) -> None:
    line = "Smoked trout with pears and the bread of the house, for two, will be agreed to with the cook.\n\n"
    path = tmp_path / "2024-05-21-menu.txt"
    path.write_text("Starters\n\n" + 4 * line, encoding="utf-8")
    with pytest.raises(NoMinutes):
        pipeline.process_all(path)
    path.write_text("Starters\n\n" + 4 * line + "The committee dined.\n", encoding="utf-8")
    assert len(pipeline.process_all(path)) == 1


def test_a_form_that_was_filled_in_is_refused(pipeline: Pipeline, tmp_path: Path) -> None:
    asked = "What does the shed need from the guild?\n\nThe members need a roof and the notes of the next team.\n\n"
    path = tmp_path / "2024-05-21-proposal.txt"
    path.write_text("Proposal\n\n" + 9 * asked, encoding="utf-8")
    with pytest.raises(NoMinutes):
        pipeline.process_all(path)
    path.write_text("Proposal\n\n" + 9 * asked + "The meeting discussed it.\n", encoding="utf-8")
    assert len(pipeline.process_all(path)) == 1


def test_a_file_that_holds_no_minutes_is_refused(pipeline: Pipeline, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Hello, world.\n", encoding="utf-8")
    with pytest.raises(NoMinutes, match="no minutes were found") as caught:
        pipeline.process(path)
    assert caught.value.exit_code is ExitCode.QUARANTINED


def test_a_meeting_at_which_nothing_happened_is_one(pipeline: Pipeline, tmp_path: Path) -> None:
    path = tmp_path / "quiet.txt"
    path.write_text("Minutes of the Harbour Committee, 4 March 2031\n\nPresent: Jane Roe, Al Poe\n", encoding="utf-8")
    assert pipeline.process(path).actions == ()


@pytest.mark.parametrize(
    ("lines", "name", "warning"),
    [
        (
            ("# Minutes of 4 May 2022", "Present: Ann Baxter"),
            "2022-05-05.md",
            "another day than the minutes: 2022-05-05",
        ),
        (("# Board, 6 May 2022", "Date: 4 May 2022"), "2022-05-04.md", "gives another day as well: 2022-05-06"),
        (
            (
                "| date | 2022-05-04 |",
                "The monthly meeting of the Tide Club was called to order at 7 pm on 4 March 2022.",
            ),
            "2022-05-04.md",
            "gives another day as well: 2022-03-04",
        ),
        (("# Board retreat, May 2022", "The roof leaks."), "notes.md", "only the month of the meeting: May 2022"),
        (("# Board", "The roof leaks."), "04-05-22.md", "may give the day of the meeting: 04-05-22"),
    ],
)
def test_doubts_about_the_day_are_told(pipeline: Pipeline, lines: tuple[str, ...], name: str, warning: str) -> None:
    assert any(one.endswith(warning) for one in pipeline.analyse(document(*lines, name=name)).warnings)
