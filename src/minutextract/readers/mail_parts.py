"""The parts of an e-mail message: parsing that never raises on defects, what each part is, and safe names for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32, default
from mimetypes import guess_extension

from minutextract.errors import OversizedDocument, TooDeep, UnsupportedFormat
from minutextract.readers.assemble import fold
from minutextract.readers.encoding import decode

MAX_PARTS = 200
# Containers in containers; the parser recurses once for each, and mails that people send have a handful.
_MOST_CONTAINERS = 60
_CONTAINER = re.compile(rb"^content-type:\s{0,9}(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_MBOX_FROM = re.compile(rb"(?:\A|\n\r?\n)From \S{1,300} [^\n]{0,40}\d\d:\d\d[^\n]{0,40}\n(?=[\w-]+:)")
_UNSAFE = re.compile("[^\\w .,;()\\[\\]&+=@#'’–-]")
_LONGEST_NAME = 100
_LONGEST_HEADER = 2_000
# All that parsing a value of a header raises on values that nobody foresaw.
_HEADER_ERRORS = (MessageError, ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError)


@dataclass(frozen=True, slots=True)
class MailPart:
    """A part that holds no others, or a message in a message.

    Attributes:
        media_type: as declared, in lower case.
        name: safe for a path and for print; empty if the part has none.
        data: its bytes without their transfer encoding.
        text: of a text part, its words.
        attached: it is declared an attachment.
        unknown_charset: its charset is declared, but there is none of that name.
    """

    media_type: str
    name: str
    data: bytes
    text: str = ""
    attached: bool = False
    unknown_charset: str = ""


def parse(data: bytes) -> Message:
    """The message of an .eml file, or the only one of an .mbox file.

    Raises:
        TooDeep: containers in containers without end.
        UnsupportedFormat: a mailbox with several messages.
    """
    starts = [found.end() for found in _MBOX_FROM.finditer(data)]
    if starts and data.startswith(b"From "):
        if len(starts) > 1:
            raise UnsupportedFormat(f"the file is a mailbox of {len(starts)} messages", "Save each as .eml.")
        data = data[starts[0] :].replace(b"\n>From ", b"\nFrom ")
    if sum(1 for _ in _CONTAINER.finditer(data)) > _MOST_CONTAINERS:
        raise TooDeep(
            f"the message has more than {_MOST_CONTAINERS} parts that hold others",
            "Save the minutes from it as a file of their own.",
        )
    try:
        # Headers are parsed while the parts are cut, and by this policy some odd ones raise.
        return message_from_bytes(data, policy=default)
    except _HEADER_ERRORS:
        return message_from_bytes(data, policy=compat32)


def header(message: Message, name: str) -> str:
    """A header's words on one line; nothing if there is none."""
    try:
        value = message.get(name, "")
        text = str(make_header(decode_header(value))) if message.policy is compat32 else str(value)
    except _HEADER_ERRORS:
        text = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    return fold(text.encode("utf-8", "replace").decode("utf-8")[:_LONGEST_HEADER])


def leaves(message: Message) -> Iterator[MailPart]:
    """The parts in their order.

    Raises:
        OversizedDocument: more than 200 of them.
    """
    waiting: list[Message] = [message]
    seen = 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > MAX_PARTS:
            raise OversizedDocument(f"the message has more than {MAX_PARTS} parts", "Save the minutes from it.")
        media_type = _media_type(part)
        inner = part.get_payload()
        if isinstance(inner, list) and media_type != "message/rfc822":
            waiting += [one for one in reversed(inner) if isinstance(one, Message)]
        else:
            yield _leaf(part, media_type, inner)


def _leaf(part: Message, media_type: str, inner: object) -> MailPart:
    data = _message_bytes(part, inner) if isinstance(inner, list) else _payload(part)
    name = _name(part, media_type)
    attached = _disposition(part) == "attachment"
    if not media_type.startswith("text/"):
        return MailPart(media_type, name, data, attached=attached)
    text, unknown = _text(part, data)
    return MailPart(media_type, name, data, text, attached, unknown)


def _media_type(part: Message) -> str:
    try:
        declared = part.get_content_type()
    except _HEADER_ERRORS:
        return "text/plain"
    # A container without the line that parts its parts is all text.
    return "text/plain" if declared.startswith("multipart/") and not part.is_multipart() else declared


def _disposition(part: Message) -> str:
    try:
        return part.get_content_disposition() or ""
    except _HEADER_ERRORS:
        return ""


def _payload(part: Message) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (*_HEADER_ERRORS, OSError):
        data = None
    if isinstance(data, bytes):
        return data
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _message_bytes(part: Message, inner: list[object]) -> bytes:
    """A message in a message as bytes of its own; some programs put it in base64, which the standard forbids."""
    first = inner[0] if inner else None
    if not isinstance(first, Message):
        return b""
    if header(part, "Content-Transfer-Encoding").lower() == "base64" and not first.keys():
        first["Content-Transfer-Encoding"] = "base64"
        return _payload(first)
    try:
        return first.as_bytes(policy=compat32)
    except (*_HEADER_ERRORS, OSError):
        return b""


def _text(part: Message, data: bytes) -> tuple[str, str]:
    """The words of a text part, and its charset if that is unknown."""
    try:
        charset = str(part.get_content_charset() or "")
    except _HEADER_ERRORS:
        charset = ""
    if charset in ("", "utf-8", "us-ascii", "ascii", "unknown-8bit"):
        return decode(data)[0], ""
    try:
        return decode(data.decode(charset, "replace").encode("utf-8", "replace"))[0], ""
    except (LookupError, ValueError):
        return decode(data)[0], fold(charset)[:40]


def _name(part: Message, media_type: str) -> str:
    try:
        raw = part.get_filename() or ""
        if "=?" in raw:
            raw = str(make_header(decode_header(raw)))
    except _HEADER_ERRORS:
        raw = ""
    name = safe_name(raw)
    suffix = ".eml" if isinstance(part.get_payload(), list) else guess_extension(media_type) or ""
    if suffix == ".eml" and not name.lower().endswith(suffix):
        return f"{name or 'message'}{suffix}"
    if not name and _disposition(part) == "attachment":
        return f"attachment{suffix}"
    return name if "." in name or not name else f"{name}{suffix}"


def safe_name(raw: str) -> str:
    """The last component of an attachment's name, without what a path, a terminal or our own scheme takes amiss."""
    last = re.split(r"[/\\]", raw.encode("utf-8", "replace").decode("utf-8")[-1000:])[-1]
    name = fold(_UNSAFE.sub("_", fold(last))).lstrip(". -")
    stem, dot, suffix = name.rpartition(".")
    if dot and len(suffix) <= 9:
        return f"{stem[: _LONGEST_NAME - 10]}.{suffix}"
    return name[:_LONGEST_NAME]
