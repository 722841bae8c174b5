"""E-mail messages: the sender's own words below the subject, and each attached document as a document of its own."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from minutextract.document import BlockKind, Document, Source
from minutextract.errors import EmptyDocument, EncryptedDocument, NoText, ReadError, TooDeep
from minutextract.readers import documents_of
from minutextract.readers.assemble import Piece, assemble
from minutextract.readers.detect import Format
from minutextract.readers.encoding import bidi_warnings, refuse_long
from minutextract.readers.html import html_pieces
from minutextract.readers.mail_parts import MailPart, header, leaves, parse
from minutextract.readers.mail_quotes import own_html, own_text, quote_start, unquoted
from minutextract.readers.text import read_text

# What parts a path from a name of its own in `Source.path`.
WITHIN = "!"
_DEEPEST = 3
_DOCUMENTS = frozenset(
    ".docx .doc .odt .rtf .pdf .html .htm .xhtml .md .markdown .qmd .txt .text .rst .eml .mbox".split()
)
_NO_DOCUMENTS = ("image/", "audio/", "video/", "text/calendar", "text/vcard", "application/pkcs7-signature",
                 "application/pgp-signature", "application/x-pkcs7-signature")  # fmt: skip
_ENCRYPTED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})
_ANSWER = re.compile(r"(?:(?:re|fw|fwd|aw|wg)\s{0,3}(?:\[\d+\])?:\s{0,3}){1,20}", re.IGNORECASE)
_ATTACHED = re.compile(r"\battach(?:ed|ment)|\benclos(?:ed|ure)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
# So few words beside a document are a covering note, and more if they speak of what is attached.
_FEW_WORDS = 12
_COVERING_WORDS = 120
_ANSWER_WORDS = 20


@dataclass(frozen=True, slots=True)
class _Body:
    pieces: list[Piece]
    words: int
    says_attached: bool
    warnings: tuple[str, ...]


@dataclass(slots=True)
class _Attachments:
    documents: list[Document] = field(default_factory=list)
    failures: list[tuple[str, ReadError]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    @property
    def warnings(self) -> tuple[str, ...]:
        """A warning for each part that was not read."""
        return (
            *(f"attachment not read: {name}: {error.cause}" for name, error in self.failures),
            *(f"attachment not read: {name}: its format is not among those that are read" for name in self.unread),
        )


def read_mail(data: bytes, name: str, *, recognise: bool, depth: int = 1) -> tuple[Document, ...]:
    """The documents of a message: its own text, unless that is a covering note, then the attached ones.

    Args:
        data: the file's bytes.
        name: its path, which those of the attachments begin with ("mail.eml!minutes.docx").
        recognise: let tesseract recognise scans.
        depth: how many messages this one is in, itself included.

    Raises:
        NoText: an attachment is a scan, and `recognise` is not set.
        EncryptedDocument: all of the message is encrypted.
        OversizedDocument: it says more than 20 million characters.
        EmptyDocument: there are no words, and no document that can be read.
        ReadError: as the only attachment, if there are no words.
    """
    if depth > _DEEPEST:
        raise TooDeep(f"a message within more than {_DEEPEST - 1} others", "Save it as a file of its own.")
    message = parse(data)
    parts = list(leaves(message))
    attachments = _read_attachments(_attached(parts), name, recognise, depth)
    body = _read_body(parts, attached=bool(attachments.documents))
    warnings = (*body.warnings, *attachments.warnings)
    if attachments.documents and _is_covering_note(body):
        first, *others = attachments.documents
        note = ("the message's own text is a covering note and was left out",) if body.words else ()
        return replace(first, warnings=(*first.warnings, *note, *warnings)), *others
    if not body.words:
        raise _nothing_read(parts, attachments)
    subject = _ANSWER.sub("", header(message, "Subject"), count=1)
    text, blocks = assemble([Piece(BlockKind.HEADING, subject, level=1), *body.pieces])
    refuse_long(text)
    source = Source(name, hashlib.sha256(data).hexdigest(), Format.MAIL.value, len(data))
    return Document(source, text, blocks, (*warnings, *bidi_warnings(text))), *attachments.documents


def _nothing_read(parts: Sequence[MailPart], attachments: _Attachments) -> ReadError:
    if any(part.media_type in _ENCRYPTED for part in parts):
        return EncryptedDocument("the message is encrypted", "Save the minutes from it in your mail program.")
    if len(attachments.failures) == 1:
        (name, error) = attachments.failures[0]
        return type(error)(f"{name}: {error.cause}", error.remedy)
    return EmptyDocument("the message holds no text and no document", "Check that it is the right one.")


def _attached(parts: Sequence[MailPart]) -> Iterator[MailPart]:
    """The parts that are files, with names that differ."""
    taken: set[str] = set()
    for part in parts:
        if not part.name or part.media_type.startswith(_NO_DOCUMENTS):
            continue
        path, number, name = PurePath(part.name), 1, part.name
        while name.lower() in taken:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        taken.add(name.lower())
        yield replace(part, name=name)


def _read_attachments(parts: Iterator[MailPart], within: str, recognise: bool, depth: int) -> _Attachments:
    found = _Attachments()
    for part in parts:
        if PurePath(part.name).suffix.lower() not in _DOCUMENTS:
            found.unread.append(part.name)
            continue
        try:
            found.documents += documents_of(
                part.data, f"{within}{WITHIN}{part.name}", recognise=recognise, depth=depth + 1
            )
        except NoText as error:
            if not recognise:
                raise
            found.failures.append((part.name, error))
        except ReadError as error:
            found.failures.append((part.name, error))
    return found


def _read_body(parts: Sequence[MailPart], *, attached: bool) -> _Body:
    own = [part for part in parts if not part.attached and not part.name]
    plain = "\n\n".join(part.text for part in own if part.media_type == "text/plain")
    markup = "\n".join(part.text for part in own if part.media_type == "text/html")
    charsets = sorted({part.unknown_charset for part in own if part.unknown_charset})
    warnings = [f"unknown charset {name}: some characters may be wrong" for name in charsets]
    # A plain part that says much less is a footer, or tells to use another program.
    if markup and 2 * len(plain.split()) < len(_TAG.sub(" ", markup).split()):
        pieces, quotes = _of_html(markup)
    else:
        pieces, quotes = _of_text(plain, attached=attached)
    texts = [" ".join((piece.text, *piece.cells)) for piece in pieces]
    words = sum(len(text.split()) for text in texts)
    return _Body(pieces, words, any(map(_ATTACHED.search, texts)), (*quotes, *warnings))


def _of_text(text: str, *, attached: bool) -> tuple[list[Piece], tuple[str, ...]]:
    own, left_out = own_text(text)
    if left_out and not attached and len(own.split()) < _ANSWER_WORDS < len(text.split()) // 2:
        return read_text(unquoted(text)), ("the message says little itself: what it quotes was read",)
    return read_text(own), (f"quoted replies were left out: {left_out} lines",) if left_out else ()


def _of_html(markup: str) -> tuple[list[Piece], tuple[str, ...]]:
    own, quoted = own_html(markup)
    pieces = html_pieces(own)
    end = quote_start([piece.text for piece in pieces])
    left_out = quoted or end < len(pieces)
    return pieces[:end], ("quoted replies were left out",) if left_out else ()


def _is_covering_note(body: _Body) -> bool:
    return body.words <= (_COVERING_WORDS if body.says_attached else _FEW_WORDS)
