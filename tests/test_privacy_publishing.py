"""Public versions: who is named, what is left out, and that nothing of it is left in any format."""

from __future__ import annotations

import io
import json
import re
import time
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from builders import Always, document, minutes
from factories import harbour
from minutextract.errors import UsageError
from minutextract.meeting import Attendance, Person
from minutextract.people.names import split_titles
from minutextract.pipeline import Pipeline
from minutextract.privacy.contacts import contact_details
from minutextract.privacy.policy import Policy, holds_office
from minutextract.privacy.publishing import publish, without_checks
from minutextract.privacy.redactions import redactions_json
from minutextract.readers import read_all
from minutextract.record import Record
from minutextract.render import SummaryFormat, render
from minutextract.templating.catalog import shipped
from minutextract.templating.rendering import render_template

ROOT = Path(__file__).resolve().parent.parent
CORPUS = sorted(path for path in (ROOT / "corpus").iterdir() if path.suffix in (".txt", ".md", ".html", ".docx"))


def public(record: Record, *named: str, **more: tuple[str, ...]) -> str:
    policy = Policy(named or ("chair", "office-holders"), **more)
    text = render([publish(record, policy).record], SummaryFormat.TEXT, finish=without_checks)
    assert isinstance(text, str)
    return " ".join(text.split())


def everything(record: Record) -> str:
    """What a public summary says in all formats together."""
    texts = [render([record], format, finish=without_checks) for format in ("text", "md", "html", "docx")]  # type: ignore[arg-type]
    word = word_text(texts.pop())  # type: ignore[arg-type]
    page = re.sub(r"<style>.*?</style>|<[^>]*>", " ", str(texts.pop()), flags=re.DOTALL)
    return "\n".join((*map(str, texts), page, word))


def word_text(content: bytes) -> str:
    word = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join((*(one.text for one in word.paragraphs), *cells))


@pytest.mark.parametrize(
    ("named", "shown", "hidden"),
    [
        ((), ["Jane Roe"], ["John Doe", "Piers Low", "Mary Major", "Tamsin Poe"]),
        (("members",), ["John Doe", "Mary Major", "Tamsin Poe"], ["Piers Low", "Jane Roe"]),
        (("Piers Low",), ["Piers Low"], ["John Doe", "Jane Roe", "Mary Major"]),
        (("nobody",), [], ["Jane Roe", "John Doe", "Piers Low", "Mary Major", "Tamsin Poe"]),
    ],
)
def test_only_the_named_set_is_named(named: tuple[str, ...], shown: list[str], hidden: list[str]) -> None:
    text = public(harbour(), *named)
    assert [name for name in shown if name not in text] == []
    assert [name for name in hidden if name in text] == []


def test_members_attendees_and_officials_are_told_apart_and_numbered() -> None:
    text = public(harbour())
    assert "[member 2] (Quayside Forum)" in text
    assert "[attendee 1] (Tide Office)" in text
    assert "[member 1] observed that gulls nest earlier" in text
    assert "Estates team official" in text


@pytest.mark.parametrize(
    ("honorifics", "post", "office"),
    [
        (("Cllr",), None, True), (("Rt Hon",), None, True), (("MP",), None, True), (("MS",), None, True),
        (("Lord",), None, True), ((), "Minister for Fish", True), ((), "Mayor of Quay", True),
        (("Ms",), None, False), (("Dr", "CBE"), None, False), ((), "Private Secretary to the Minister", False),
    ],
)  # fmt: skip
def test_who_holds_public_office(honorifics: tuple[str, ...], post: str | None, office: bool) -> None:
    somebody = replace(harbour().meeting.people[1], honorifics=honorifics, post=post)
    assert holds_office(somebody) is office


def test_spans_of_the_public_record_cover_what_they_covered() -> None:
    record, masked = harbour(), publish(harbour()).record
    for before, after in zip(record.sentences, masked.sentences, strict=True):
        words = after.span.of(masked.document.text)
        assert words.split()[-1] == before.span.of(record.document.text).split()[-1]
    assert [one.id for one in masked.actions] == [one.id for one in record.actions]
    for decision in masked.decisions:
        assert decision.text in decision.span.of(masked.document.text)


CLOSED = (
    "# 2. Staffing (confidential)",
    "The old rota was agreed by all of the trustees.",
    "# 3. Roof",
    "The new slates were agreed by all of the trustees.",
)


def test_a_confidential_item_is_left_out_whole() -> None:
    record = minutes(*CLOSED, labels=["decision", "insight"])
    publication = publish(record)
    text = everything(publication.record)
    assert "slates" in text
    assert "rota" not in text
    assert "Staffing" not in text
    assert "rota" not in publication.record.document.text
    [entry] = [one for one in publication.redactions.entries if one.kind == "confidential"][:1]
    assert (entry.item, entry.count) == ("item 2", len(record.decisions) // 2 + len(record.insights) // 2)


@pytest.mark.parametrize("listed", ["3", "3.", "Roof", "roof"])
def test_the_house_names_further_items_by_number_or_title(listed: str) -> None:
    text = public(minutes(*CLOSED, labels=["decision"]), confidential=(listed,))
    assert "slates" not in text


@pytest.mark.parametrize(
    ("heading", "closed"),
    [
        ("Staffing (confidential)", True), ("Confidential items", True), ("Closed session", True), ("Part II", True),
        ("Exempt items", True), ("Land sale [exempt]", True), ("In camera", True), ("Reserved business", True),
        ("Private session", True), ("Not for publication", True), ("Exclusion of the press and public", True),
        ("Non-confidential matters", False), ("Confidential items: none", False), ("Confidentiality policy", False),
        ("No confidential business", False), ("Tax exempt status", False), ("Part III", False), ("Part I", False),
        ("Camera club", False), ("Private hire", False), ("Close of session", False),
    ],
)  # fmt: skip
def test_which_headings_close_what_is_below(heading: str, closed: bool) -> None:
    record = minutes(f"# 2. {heading}", "The old rota was agreed by all of the trustees.", labels=["decision"])
    assert ("rota" not in public(record)) is closed


def test_a_closed_session_goes_on_until_the_meeting_opens_again() -> None:
    record = minutes(
        "# 2. Part II",
        "The old rota was agreed by all of the trustees.",
        "# 3. Grievance",
        "The large grievance was agreed by all of the trustees.",
        "# 4. Return to public session",
        "The new slates were agreed by all of the trustees.",
        labels=["decision"],
    )
    text = public(record)
    assert "slates" in text
    assert "rota" not in text
    assert "rievance" not in text


def test_excluding_the_public_closes_what_follows() -> None:
    body = (
        "The old rota was agreed by all of the trustees.",
        "It was resolved to exclude the press and public from the meeting.",
        "The large grievance was agreed by all of the trustees.",
        "The meeting returned to open session at nine in the evening.",
        "The new slates were agreed by all of the trustees.",
    )
    text = public(minutes(*body, labels=["decision"]))
    assert "rota" in text
    assert "slates" in text
    assert "grievance" not in text


def test_parts_of_a_confidential_item_go_with_it() -> None:
    headings = ("# 7 Pay", "# 7.1 Bonus", "# 70 Garden")
    sums = (f"A {number} sum was agreed by the trustees." for number in ("first", "second", "third"))
    body = [line for pair in zip(headings, sums, strict=True) for line in pair]
    text = public(minutes(*body, labels=["decision"]), confidential=("7",))
    assert "first sum" not in text
    assert "second sum" not in text
    assert "third sum" in text


def test_contact_details_and_patterns_go_from_text_place_and_heading() -> None:
    record = minutes(
        "CD agreed to ring the roofer on 0161 496 0000 or write to hugo@quay.example about CASE-0042.",
        labels=["action", "insight", "decision"],
    )
    record = replace(record, meeting=replace(record.meeting, place="The Mill, QX1 9ZZ, https://zoom.us/j/1234567"))
    publication = publish(record, Policy(patterns=("CASE-[0-9]{4}",)))
    text = everything(publication.record)
    assert not re.search(r"496|hugo|quay\.example|9ZZ|zoom\.us|0042", text)
    counts = publication.redactions.counts
    assert counts["phone number"] == counts["e-mail address"] == counts["pattern"] == 1


def test_a_file_that_is_called_after_somebody() -> None:
    record = minutes("KL agreed to mow.", labels=["decision"])
    source = replace(record.document.source, path="/home/kit/kit-loomis appraisal.docx")
    record = replace(record, document=replace(record.document, source=source))
    text = public(record)
    assert "Extracted from [member 1] appraisal.docx" in text
    assert "/home" not in publish(record).record.document.source.path


def test_unlisted_initials_and_people_who_only_the_text_names() -> None:
    record = minutes("ZQ agreed to mow, Mrs Tarn to rake, and Susan Thwaite to plant.", labels=["decision"])
    assert not re.search("ZQ|Tarn|Thwaite", public(record))
    assert "Chair: Ann Baxter" in public(minutes("Ann Baxter agreed to mow.", labels=["decision"]))


def test_the_report_tells_places_and_no_words() -> None:
    record = minutes("CD agreed to call 0161 496 0000.", labels=["decision"])
    redactions = publish(record).redactions
    [told] = json.loads(redactions_json([redactions]))
    [phone] = [one for one in told["redactions"] if one["kind"] == "phone number"]
    lines = record.document.text.splitlines()
    assert "0161" in lines[phone["line"] - 1]
    assert phone["item"] == "item 1"
    assert "496" not in redactions_json([redactions])
    assert told["counts"]["name"] >= 1


def test_a_pattern_that_is_none_is_told() -> None:
    with pytest.raises(UsageError, match="no regular expression"):
        publish(harbour(), Policy(patterns=("(",)))


def masked_forms(people: tuple[Person, ...], policy: Policy) -> list[str]:
    hidden = [person for person in people if not policy.names(person)]
    open_names = " ".join(person.name for person in people if policy.names(person))
    forms = [form for one in hidden for form in (one.name, split_titles(one.name).surname, *one.initials)]
    return [form for form in forms if form not in open_names]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_nothing_of_the_masked_is_left_of_the_invented_corpus(path: Path, pipeline: Pipeline) -> None:
    for read in read_all(path):
        for record in pipeline.analyse_all(read):
            publication = publish(record)
            text = everything(publication.record)
            forms = masked_forms(record.meeting.people, Policy())
            left = [form for form in forms if re.search(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])", text)]
            assert left == []
            assert not [text[one.start : one.end] for one in contact_details(text)]


def test_nothing_of_the_masked_is_left_in_what_templates_write() -> None:
    from minutextract.render.summary import summarize

    record = harbour()
    forms = masked_forms(record.meeting.people, Policy())
    summary = without_checks(summarize(publish(record).record))
    assert any(person.attendance is Attendance.PRESENT for person in record.meeting.people)
    for template in shipped():
        if template.path.suffix == ".j2":
            text = re.sub(r"<style>.*?</style>", "", render_template([summary], template.path), flags=re.DOTALL)
            assert [form for form in forms if re.search(rf"\b{form}\b", text)] == []


def test_words_of_one_document_are_masked_in_little_time() -> None:
    letters = [f"{one}{other}" for one in "abcdefghij" for other in "abcdefghijklmno"]
    people = [f"- Per{two} Sur{two}x" for two in letters]
    lines = [f"Surabx agreed to call plumber {number} about it, and the roof leaks." for number in range(300)]
    read = document("# Minutes of the Mill held on 4 March 2031", "Present:", *people, "# 1. Roof", *lines)
    record = Pipeline(Always("decision")).analyse(read)
    begin = time.process_time()
    assert len(publish(record).redactions.entries) > 300
    assert time.process_time() - begin < 10
