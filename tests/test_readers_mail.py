"""E-mail messages: whose words are read, what is attached, and what hostile ones come to."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from factories_docx import make_docx, p
from factories_mail import MINUTES, make_mail, nest, nest_parts
from factories_pdf import make_pdf
from minutextract.document import BlockKind, Document
from minutextract.errors import (
    CorruptDocument,
    EmptyDocument,
    EncryptedDocument,
    NoText,
    OversizedDocument,
    ReadError,
    TooDeep,
    UnsupportedFormat,
)
from minutextract.readers import documents_of, encoding, read, read_all
from minutextract.readers.detect import Format, detect
from minutextract.readers.mail_parts import safe_name
from minutextract.structure.frame import read_frame

DOCX_TYPE = Format.DOCX.value
NOTE = "Dear all, please find the minutes attached. Kind regards, Kit"


def documents(data: bytes) -> tuple[Document, ...]:
    return documents_of(data, "mail.eml", recognise=False)


def lines(data: bytes) -> list[str]:
    """The texts of the blocks of the first document."""
    first = documents(data)[0]
    return [block.span.of(first.text) for block in first.blocks]


def docx(*texts: str) -> bytes:
    return make_docx("".join(map(p, texts)))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (make_mail(MINUTES), "a.eml"),
        (make_mail(MINUTES), "a"),
        (b"Received: from x\nSubject: b\n\nwords", "a"),
        (b"From kit@example.org Wed Mar  6 10:12:00 2030\nSubject: b\n\nwords", "a.mbox"),
        (b"From kit@example.org Wed Mar  6 10:12:00 2030\nSubject: b\n\nwords", "a"),
        (b"From: a\nSubject: b\n\nwords", "a.eml"),
        (b"<html><p>x", "a.eml"),
    ],
)
def test_messages_are_told_by_suffix_or_content(data: bytes, name: str) -> None:
    assert detect(data, name) is Format.MAIL


@pytest.mark.parametrize(
    "data",
    [b"From: the Clerk\nTo: all\n\nMIME-Version: 1.0", b"From the chair 10:12 words", b"Date: 4 March\nPresent: Ann"],
)
def test_text_with_such_words_is_no_message(data: bytes) -> None:
    assert detect(data, "a") is Format.TEXT


def test_the_body_stands_below_the_subject() -> None:
    (document,) = documents(make_mail(MINUTES, subject="Re: FW: Minutes of the Lantern Hill Society"))
    assert document.blocks[0].kind is BlockKind.HEADING
    assert document.text.startswith("Minutes of the Lantern Hill Society\nLantern Hill Society\nPresent:")
    assert document.source.media_type == "message/rfc822"
    assert document.warnings == ()


def test_who_sent_it_when_is_neither_the_day_nor_the_people() -> None:
    meeting = read_frame(documents(make_mail(MINUTES))[0], None).meeting
    assert meeting.date is None
    assert [person.name for person in meeting.people] == ["Ann Baxter", "Colin Dray"]


def test_plain_text_comes_before_html_unless_it_says_nothing() -> None:
    html = "<p>Ann to call the plumber before Friday, and Colin to pay the bill after that.</p>"
    assert "Ann to paint the shed." in lines(make_mail("Ann to paint the shed.\nAnd so on, says Colin.", html=html))
    assert lines(make_mail("See the HTML.", html=html))[1].startswith("Ann to call the plumber")
    assert lines(make_mail(None, html=html))[1].startswith("Ann to call the plumber")


ATTRIBUTION = "On Wed, 6 Mar 2030 at 10:12, Kit Loomis <kit@example.org> wrote:"


@pytest.mark.parametrize(
    "quoted",
    [
        f"{ATTRIBUTION}\n> Colin to mend the gate.\n> And more.",
        "On Wed, 6 Mar 2030 at 10:12, Kit Loomis\n<kit@example.org> wrote:\n\n> Colin to mend the gate.",
        f"{ATTRIBUTION}\n\nColin to mend the gate.",
        "-----Original Message-----\nFrom: Kit\nColin to mend the gate.",
        "From: Kit Loomis\nSent: 6 March 2030\nTo: all\nSubject: minutes\n\nColin to mend the gate.",
    ],
)
def test_what_is_answered_is_left_out_with_a_warning(quoted: str) -> None:
    (document,) = documents(make_mail(f"{MINUTES * 2}\n{quoted}\n"))
    assert "Ann to call the plumber" in document.text
    assert "gate" not in document.text
    assert "wrote" not in document.text
    assert document.warnings[0].startswith("quoted replies were left out")


def test_answers_between_the_quotes_stay() -> None:
    body = f"{ATTRIBUTION}\n> Who calls the plumber?\n\n{MINUTES}\n> And the gate?\n\nColin to mend the gate.\n"
    found = lines(make_mail(body))
    assert "Colin to mend the gate." in found
    assert not [line for line in found if "?" in line]


def test_minutes_that_say_who_wrote_are_whole() -> None:
    assert "The roof leaks." in lines(make_mail("On 4 March the builder wrote:\n\nThe roof leaks.\n"))


def test_minutes_that_are_only_quoted_are_read_with_a_warning() -> None:
    quoted = "".join(f"> {line}\n" for line in (MINUTES * 2).splitlines())
    (document,) = documents(make_mail(f"I agree.\n\n{ATTRIBUTION}\n{quoted}"))
    assert "Ann to call the plumber before Friday." in document.text
    assert document.warnings == ("the message says little itself: what it quotes was read",)


def test_forwarded_minutes_are_kept_without_their_headers() -> None:
    head = "---------- Forwarded message ----------\nFrom: Kit <k@example.org>\nDate: 6 March 2030\nSubject: x\n\n"
    found = lines(make_mail(f"For you.\n\n{head}{MINUTES}"))
    assert "Ann to call the plumber before Friday." in found
    assert not [line for line in found if "2030" in line or "Forwarded" in line]


def test_a_signature_is_dropped_and_a_line_between_parts_is_not() -> None:
    assert "Harbour Street" not in documents(make_mail(f"{MINUTES}\n-- \nKit Loomis\n1 Harbour Street\n"))[0].text
    assert "Ann to call" in documents(make_mail("Minutes\n--\n" + MINUTES * 4))[0].text


@pytest.mark.parametrize(
    "quote",
    [
        "<div class=gmail_quote>On Monday<blockquote>Colin to mend the gate.</blockquote></div>",
        "<blockquote type=cite>Colin<blockquote type=cite>to mend the gate.</blockquote></blockquote>",
        "<div id=appendonsend></div><div id=divRplyFwdMsg>From: Kit</div><p>Colin to mend the gate.</p>",
        "<p>From: Kit</p><p>Sent: 6 March</p><p>To: all</p><p>Subject: x</p><p>Colin to mend the gate.</p>",
    ],
)
def test_quotes_in_html_are_left_out(quote: str) -> None:
    (document,) = documents(make_mail(None, html=f"<p>Ann to call the plumber.</p>{quote}"))
    assert "plumber" in document.text
    assert "gate" not in document.text
    assert document.warnings == ("quoted replies were left out",)


def test_a_forwarded_message_in_html_is_kept() -> None:
    head = "<div class=gmail_attr>--- Forwarded message ---<br>From: Kit</div>"
    html = f"<p>For you</p><div class=gmail_quote>{head}<p>The gate.</p></div>"
    assert lines(make_mail(None, html=html))[1:] == ["For you", "The gate."]


def test_attached_documents_are_documents_of_their_own() -> None:
    data = docx("Ann to call the plumber.")
    mail = make_mail(MINUTES * 2, ("minutes.docx", DOCX_TYPE, data), ("plan.xlsx", "application/x-y", b"PK"))
    body, attached = documents(mail)
    assert attached.source.path == "mail.eml!minutes.docx"
    assert (body.source.name, attached.source.name) == ("mail.eml", "minutes.docx")
    assert attached.source.sha256 == hashlib.sha256(data).hexdigest()
    assert attached.source.media_type == DOCX_TYPE
    assert attached.text == "Ann to call the plumber."
    assert body.source.path == "mail.eml"
    assert body.warnings == ("attachment not read: plan.xlsx: its format is not among those that are read",)


def test_a_covering_note_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(make_mail(NOTE, ("a.docx", DOCX_TYPE, docx("One.")), ("b.txt", "text/plain", b"Two.")))
    assert [document.text for document in read_all(path)] == ["One.", "Two."]
    assert read(path).text == "One."
    assert read(path).warnings == ("the message's own text is a covering note and was left out",)


def test_pictures_and_signatures_are_passed_over_in_silence() -> None:
    mail = make_mail(MINUTES, ("logo.png", "image/png", b"\x89PNG"), ("smime.p7s", "application/pkcs7-signature", b"x"))
    assert documents(mail)[0].warnings == ()


def test_an_attachment_that_cannot_be_read_costs_only_itself() -> None:
    body, good = documents(make_mail(MINUTES, ("bad.docx", DOCX_TYPE, b"PK\x03\x04"), ("a.txt", "text/plain", b"Two.")))
    assert good.text == "Two."
    assert body.warnings[0].startswith("attachment not read: bad.docx: the file begins as a zip package")
    with pytest.raises(CorruptDocument, match=r"^bad\.docx: the file begins"):
        documents(make_mail("", ("bad.docx", DOCX_TYPE, b"PK\x03\x04")))


def test_a_scan_that_is_attached_asks_for_the_other_way_of_reading() -> None:
    mail = make_mail(MINUTES, ("scan.pdf", "application/pdf", make_pdf([[]])))
    with pytest.raises(NoText):
        documents(mail)


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\docs\\minutes.docx", "minutes.docx"),
        (".hidden.txt", "hidden.txt"),
        ("a!b\x1b[31m\u202etxt.exe.docx", "a_b_[31m_txt.exe.docx"),
        ("Größe & Co (1).pdf", "Größe & Co (1).pdf"),
        ("x" * 5000 + ".docx", "x" * 90 + ".docx"),
        ("..", ""),
        ("", ""),
    ],
)
def test_names_are_made_safe(raw: str, safe: str) -> None:
    assert safe_name(raw) == safe


def test_equal_names_are_told_apart() -> None:
    mail = make_mail(NOTE, ("../a.txt", "text/plain", b"One."), ("A.txt", "text/plain", b"Two."))
    assert [one.source.path for one in documents(mail)] == ["mail.eml!a.txt", "mail.eml!A-2.txt"]


def test_a_message_in_a_message() -> None:
    inner = make_mail(NOTE, ("minutes.docx", DOCX_TYPE, docx("One.")))
    assert [one.source.path for one in documents(nest(inner, 1))] == ["mail.eml!message.eml!minutes.docx"]
    with pytest.raises(TooDeep, match="within more than 2 others"):
        documents(nest(inner, 3))


@pytest.mark.parametrize("data", [nest_parts(3000), nest(make_mail("words"), 300), nest_parts(100_000)])
def test_nesting_without_end_is_too_deep(data: bytes) -> None:
    with pytest.raises(TooDeep):
        documents(data)


def test_parts_without_end() -> None:
    part = b"--b\nContent-Type: text/plain\n\nwords\n"
    with pytest.raises(OversizedDocument):
        documents(b"Content-Type: multipart/mixed; boundary=b\n\n" + part * 300 + b"--b--\n")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n", EmptyDocument),
        (b"Content-Type: application/pkcs7-mime; name=smime.p7m\n\nMIAG", EncryptedDocument),
        (2 * b"From a@b Wed Mar  6 10:12:00 2030\nA: b\n\nwords\n\n", UnsupportedFormat),
    ],
)
def test_what_holds_no_minutes(data: bytes, error: type[ReadError]) -> None:
    with pytest.raises(error):
        documents(data)


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: text/plain; charset=no-such",
        "Content-Type: text/plain; charset=base64",
        "Content-Type: text/plain; charset*=''%ff",
        "Content-Type: ;;;;=",
        "Content-Type: multipart/mixed",
        "Content-Type: multipart/mixed; boundary==?x?q?",
        "Content-Transfer-Encoding: base64",
        "Content-Transfer-Encoding: x-uuencode",
        "Content-Disposition: inline; filename*0*=utf-8''%f",
        "Subject: =?no-such?b?AAAA?=",
        "Subject: =?utf-8?q?=ff=fe?= \udcff",
        f"Subject: {'(' * 5000}",
        f"To: {'<' * 50_000}",
        f"Content-Type: text/plain; {'(' * 20_000}",
    ],
)
def test_defects_never_raise(head: str) -> None:
    data = f"MIME-Version: 1.0\n{head}\n\nAnn to call the plumber.\n".encode("utf-8", "surrogateescape")
    assert documents(data)[0].text


def test_an_unknown_charset_is_flagged() -> None:
    data = "Content-Type: text/plain; charset=klingon\n\nAnn thanks Zoë.\n".encode("cp1252")
    (document,) = documents(data)
    assert document.text == "Ann thanks Zoë."
    assert document.warnings == ("unknown charset klingon: some characters may be wrong",)


def test_what_a_message_says_itself_is_checked_as_every_text(monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_mail(MINUTES + "Bo to pay \u202eyub ot oB\u202c.\n")
    assert any(warning.startswith("direction overrides") for warning in documents(data)[0].warnings)
    monkeypatch.setattr(encoding, "MAX_CHARACTERS", 50)
    with pytest.raises(OversizedDocument):
        documents(make_mail(None, html="<p>Bo to pay.</p>" * 20))
