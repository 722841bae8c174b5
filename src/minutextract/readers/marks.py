"""Marks that authors type: emphasis, links, bullets, list numbers, check boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STRONG = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]+)(?<=\S)\1(?![\w*])")
_UNDERSCORE = re.compile(r"(?<![\w_])(_{1,3})(?=[^\s_])([^_\n]+)(?<=\S)\1(?![\w_])")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]+~~[ \t]?")
_RST_LINK = re.compile(r"`([^`<>\n]*[^`<>\s]|[^\S\n])\s*<[^<>`\s]*>`__?")
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_IMAGE = re.compile(r"!\[[^\[\]\n]*\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\((?:https?:|mailto:|/|\.|#)[^()\s]*(?:\s\"[^\"\n]*\")?\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ORDINAL = re.compile(r"(?<=\d)\^\(?(st|nd|rd|th)\)?\^?", re.IGNORECASE)

_BULLET = re.compile(r"([-*+•●◦▪▫■□‣⁃∙·○➢➤✓✔\uf0b7\uf0a7\uf0d8\uf02d–—]|o(?=\s+[A-Z(\d]))\s+(?=\S)|[•●▪\uf0b7](?=\S)")
_NUMBER = re.compile(
    r"(\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})[.)]{1,2})(?:\s+(?=\S)|$)"
    r"|(\d{1,2}(?:\.\d{1,3}){1,4}:?)\s+(?=[A-Z\[(“\"'‘])"
    r"|(\d{1,4}/\d{1,4}[.:]?)\s+(?=[A-Z])"
    r"|(\d{1,2})(?:\s{2,}|\t\s*)(?=[A-Z])"
    r"|(\d{1,2}[.)])(?=[A-Z][a-z])"
)
_TIME = re.compile(r"\d{1,2}\.[0-5]\d\s*(?:[ap]\.?m\b|hrs|hours|[-–])", re.IGNORECASE)
_SHORT_DATE = re.compile(r"\d{2}\.\d{2}\.\d{2}\s")
_MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_BOX = re.compile(r"\[([ xX✓✔]?)\]\s+(?=\S)|([☐☑☒✅])\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Mark:
    """What stood at the head of a line: a bullet, a list number or a check box, and the text after it."""

    text: str
    bullet: bool = False
    number: str | None = None
    checked: bool | None = None


def split_mark(text: str, *, bullets: bool = True) -> Mark:
    """Take a bullet, a list number and a check box off the head of a line.

    A capital with a full stop is left ("J. Smith" is a name), and so are times and dates ("7.30 pm", "21.05.24").
    """
    bullet = _BULLET.match(text) if bullets else None
    rest = text[bullet.end() :] if bullet else text
    number = None if bullet else split_number(text)
    if number:
        rest = number[1]
    box = _BOX.match(rest)
    if not box:
        return Mark(rest, bullet is not None, number[0] if number else None)
    checked = box[2] != "☐" if box[2] else bool(box[1].strip())
    return Mark(rest[box.end() :], bullet is not None, number[0] if number else None, checked)


def split_number(text: str) -> tuple[str, str] | None:
    """A list number at the head of a line and the text after it, or None."""
    found = _NUMBER.match(text)
    if not found or _TIME.match(text) or _SHORT_DATE.match(text):
        return None
    number = found[found.lastindex or 1]
    rest = text[found.end() :]
    if not rest and not number[:1].isdigit():
        return None
    if len(number) == 2 and number[0].isupper() and number[1] == ".":
        return None
    if found[3] and _could_be_date(number.strip(".:"), rest):
        return None
    return number, rest


def _could_be_date(number: str, rest: str) -> bool:
    first, second = (int(part) for part in number.split("/"))
    return first <= 31 and (second <= 12 or (second <= 31 and rest[:3].lower() in _MONTHS))


@dataclass(frozen=True, slots=True)
class Plain:
    """A line without its inline marks; `bold` if strong emphasis covered all of it."""

    text: str
    bold: bool = False


def strip_inline(text: str) -> Plain:
    """Drop emphasis, struck-out words, link targets, images, code marks and escapes on one line."""
    bold = _all_strong(text)
    text = _RST_LINK.sub(r"\1", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    for _ in range(2):
        text = _UNDERSCORE.sub(r"\2", _STRONG.sub(r"\2", text))
    text = _CODE.sub(r"\1", _STRUCK.sub("", text))
    return Plain(plain_ordinals(_ESCAPE.sub(r"\1", text)), bold)


def plain_ordinals(text: str) -> str:
    """Superscript endings written with carets as plain ones: "29^th^" becomes "29th"."""
    return _ORDINAL.sub(r"\1", text)


def _all_strong(text: str) -> bool:
    core = text.strip().rstrip(":").rstrip()
    for mark in ("**", "__"):
        if core.startswith(mark) and core.endswith(mark) and len(core) > 4:
            return mark not in core[2:-2]
    return False


def is_capitals(text: str) -> bool:
    """Whether a short line is set in capitals as headings are; a few initials or a lone acronym are none."""
    if not text.isupper():
        return False
    words = text.split()
    return (
        len(words) <= 10
        and sum(map(str.isalpha, text)) >= 6
        and not text.endswith((".", ",", ";"))
        and any(len(word.strip(":()&,")) >= 4 for word in words)
        and words[0].rstrip("S:") not in ("ACTION", "DECISION")
        and not text.startswith(("RESOLVED", "AGREED"))
    )
