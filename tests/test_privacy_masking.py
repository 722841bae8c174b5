"""Shapes that the public should not read: contact details, and names in all the ways in which they are written."""

from __future__ import annotations

import pytest

from minutextract.privacy.contacts import contact_details
from minutextract.privacy.forms import Named
from minutextract.privacy.masking import Masker, Shift, shortened
from minutextract.privacy.redactions import Redaction, Redactions, redactions_json, redactions_markdown

PEOPLE = (
    Named("Jane Roe", "[member 1]", ("JR",)),
    Named("Dr Anaïs O’Dell", "[member 2]", ("AOD",)),
    Named("Rafael de Jong", "[member 3]"),
    Named("Mary Young", "[member 4]", ("MY",)),
    Named("Jane Smith", ""),
    Named("Will Marsh", "[member 5]"),
    Named("Kit", "[member 6]"),
)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Jane Roe will write", "[member 1] will write"),
        ("JANE ROE will write", "[member 1] will write"),
        ("jane roe will write", "[member 1] will write"),
        ("Jane\nRoe", "[member 1]"),
        ("Jane A. Roe and Roe, Jane", "[member 1] and [member 1]"),
        ("J Roe, J. Roe and J. A. Roe", "[member 1], [member 1] and [member 1]"),
        ("Ms Roe asked Mrs J. Roe", "[member 1] asked [member 1]"),
        ("Prof Jane Roe CBE spoke", "[member 1] spoke"),
        ("Roe’s note, JR's note", "[member 1]’s note, [member 1]'s note"),
        ("(JR) J.R. [JR]", "([member 1]) [member 1] [[member 1]]"),
        ("Thanks to Jane for it", "Thanks to [member 1] for it"),
        ("Jane Smith spoke to Jane Roe", "Jane Smith spoke to [member 1]"),
        ("Ms Smith stays, Jane Smith too", "Ms Smith stays, Jane Smith too"),
        ("Roebuck, Tyroe and roes", "Roebuck, Tyroe and roes"),
        ("Anais O'Dell or O’DELL", "[member 2] or [member 2]"),
        ("de Jong; De Jong; Rafael", "[member 3]; [member 3]; [member 3]"),
        ("Young people and Young Farmers", "Young people and Young Farmers"),
        ("Mrs Young and Mary Young", "[member 4] and [member 4]"),
        ("Will the marsh flood in May? Will Marsh asked", "Will the marsh flood in May? [member 5] asked"),
        ("Kit and kit", "[member 6] and kit"),
        ("Jane Road is no person", "Jane Road is no person"),
        ("Mr Banks of the mill, Cllr Toft", "[a person] of the mill, Cllr Toft"),
        ("Major Projects and the Minister for Fish", "Major Projects and the Minister for Fish"),
        ("nobody is here", "nobody is here"),
    ],
)
def test_names_go_in_all_their_forms(text: str, masked: str) -> None:
    assert Masker(PEOPLE).mask(text) == masked


def test_titles_of_office_go_where_the_policy_says_so() -> None:
    assert Masker((), officers=False).mask("Cllr Toft spoke") == "[a person] spoke"


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("jane-roe_minutes.docx", "[member 1]_minutes.docx"),
        ("minutes-roe.txt", "minutes-[member 1].txt"),
        ("minutes_JR_2031.md", "minutes_[member 1]_2031.md"),
        ("harbour-2031-03-04.txt", "harbour-2031-03-04.txt"),
    ],
)
def test_names_go_from_file_names(name: str, masked: str) -> None:
    assert Masker(PEOPLE).mask_file_name(name) == masked


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("jane.roe+x@quay.example", "e-mail address"),
        ("jane.roe [at] quay [dot] example", "e-mail address"),
        ("0161 496 0000", "phone number"),
        ("(020) 7946 0000", "phone number"),
        ("+44 (0)20 7946 0000", "phone number"),
        ("+33 1 99 00 12 34", "phone number"),
        ("07700 900123", "phone number"),
        ("07700900123", "phone number"),
        ("555-010-0199", "phone number"),
        ("tel: 496 0000", "phone number"),
        ("QX1 9ZZ", "postcode"),
        ("QX19 9ZZ", "postcode"),
        ("https://zoom.us/j/123456789?pwd=abc", "link"),
        ("https://quay.zoom.us/j/123456789", "link"),
        ("teams.microsoft.com/l/meetup-join/19%3a", "link"),
        ("https://meet.google.com/abc-defg-hij", "link"),
        ("https://user:secret@files.quay.example/x", "link"),
        ("https://files.quay.example/x?id=3&token=f00", "link"),
        ("Meeting ID: 812 3456 7890", "meeting id"),
        ("Passcode: h4rb0ur", "passcode"),
    ],
)
def test_contact_details_are_found_whole(text: str, kind: str) -> None:
    assert {one.kind for one in contact_details(f"See {text}, please")} == {kind}
    assert Masker(()).mask(f"See {text}, please") == f"See [{kind}], please"


@pytest.mark.parametrize(
    "text",
    [
        "2031-03-04 at 14:00", "04/03/2031", "04-03-2031 10:30", "4.3.2031", "£1,250,000.00", "ref 2031/0012345",
        "between 2029 and 2031", "10 000 000 visits", "https://quay.example/minutes?year=2031", "12% of 4,500",
        "1 2 3 4 5 6 7 8 9 10 11", "room AB12", "the @ sign", "a@b", "version 10.11.12.13", "call 3 people",
        "ISO 27001",
        "pin the notice up", "0.5 to 0.75", "items 01 02 03", "09:00 - 10:00", "2,000-3,000",
    ],
)  # fmt: skip
def test_figures_and_dates_are_no_contact_details(text: str) -> None:
    assert list(contact_details(text)) == []


def test_three_in_a_row_are_counted() -> None:
    assert shortened("[a member], [a member] and [a member]") == "[3 members]"
    assert shortened("[a person] and [a person]") == "[2 people]"
    assert shortened("[a member] and [a person]") == "[a member] and [a person]"
    assert shortened("[a member] (Quay) and [a member]") == "[a member] (Quay) and [a member]"


def test_places_move_with_what_stands_before_them() -> None:
    text = "Jane Roe met JR, and Kit."
    masker = Masker(PEOPLE)
    shift, new = Shift(masker.find(text)), masker.mask(text)
    at = text.index("met")
    assert new[shift.start(at) : shift.end(at + 3)] == "met"
    assert new[shift.start(0) : shift.end(8)] == "[member 1]"
    assert new[shift.start(5) : shift.end(8)] == "[member 1]"
    assert new[shift.start(0) : shift.end(len(text))] == new


def test_the_report_has_no_words_unless_they_are_asked_for() -> None:
    report = [Redactions("ab" * 32, (Redaction("name", 2, "item 3", 9, 9, "[a member]", "Jane | Roe"),))]
    for write in (redactions_json, redactions_markdown):
        assert "Roe" not in write(report)
        assert "Roe" in write(report, words=True)
    assert r"| name | 2 | item 3 | 9 | \[a member\] |" in redactions_markdown(report)
    assert "Nothing was masked" in redactions_markdown([Redactions("ab" * 32, ())])
