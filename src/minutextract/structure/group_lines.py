"""Lines that list a group's members by name, beside the apologies ("OC: Jo Roe, Al Poe") or the list of those afar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutextract.document import BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.people.names import MONTHS_TOO, is_given_name, looks_like_name
from minutextract.structure.brackets import split_list, take_brackets
from minutextract.structure.labels import ROLE_LABELS, attendance_label, is_group, split_attendance_label

_LINE = re.compile(r"([^:|]{2,40}?)\s*:\s+(?=\S)")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_AWAY = (Attendance.APOLOGIES, Attendance.ABSENT)
# How many lines may stand between the group's and the apologies.
_NEAR = 3
# "Oakham: Jo, Al" above "Remote: Bo", with at most a line that goes on with the names between.
_AFAR = re.compile(
    r"(?:remote(?:ly)?|on-?line|virtual(?:ly)?|zoom|teams|(?:by\s+)?(?:tele)?phone|dial-?in)\s*:\s+\S", re.IGNORECASE
)
_NEAR_SITE = 2
_LONGEST_SITE = 3


def group_line(document: Document, index: int) -> int | None:
    """Where the names of those present begin in a line "GROUP: names", or None if the block is no such line.

    The label is a site beside "Remote: …", and names follow. Or it is a word for a group ("Core team") or the initials
    of a body named further up; full names follow and nothing else; the apologies stand a few lines below, with no list
    of those present between.
    """
    block = document.blocks[index]
    text = block.content.of(document.text)
    found = _LINE.match(text) if block.kind is BlockKind.PARAGRAPH else None
    if not found:
        return None
    if _is_site(document, index, found[1]) and _are_names(text[found.end() :]):
        return found.end()
    names = [take_brackets(part)[0] for _, part in split_list(text[found.end() :])]
    if len(names) < 2 or not all(map(looks_like_name, names)):
        return None
    kind = next(filter(None, map(_label, _below(document, index))), None)
    # Last what looks through all that stands above.
    if kind not in _AWAY or not (is_group(found[1]) or _is_body(document, index, found[1])):
        return None
    return found.end()


def names_group(text: str) -> bool:
    """Whether a line of a list gives a group and who of it came, in full ("Oak Trust: Jo Roe, Al Poe")."""
    found = _LINE.match(text)
    if not found or found[1].lower() in ROLE_LABELS or is_given_name(found[1].split()[0]):
        return False
    names = [take_brackets(part)[0] for _, part in split_list(text[found.end() :])]
    return bool(names) and all(map(looks_like_name, names))


def _is_site(document: Document, index: int, label: str) -> bool:
    """Whether a capitalised label stands next to the list of those who came from afar: where the others met."""
    words = label.split()
    if len(words) > _LONGEST_SITE or not all(word[:1].isupper() for word in words) or attendance_label(label):
        return False
    if label.lower() in ROLE_LABELS:
        return False
    near = document.blocks[max(0, index - 1) : index + 1 + _NEAR_SITE]
    return any(_AFAR.match(block.content.of(document.text)) for block in near if block.kind is BlockKind.PARAGRAPH)


def _are_names(text: str) -> bool:
    names = [take_brackets(part)[0].strip(" .") for _, part in split_list(text) if part.strip()]
    known = sum(is_given_name(name.split()[0]) or looks_like_name(name) for name in names if name)
    fitting = sum(looks_like_name(name, single=True) or name in MONTHS_TOO for name in names)
    return 3 * known >= len(names) > 1 and fitting >= 0.7 * len(names)


def _is_body(document: Document, index: int, label: str) -> bool:
    """Whether the capitals are the initials of words above ("OC" below "Orchard Council")."""
    if not _ACRONYM.fullmatch(label):
        return False
    words = re.compile(r"\b" + r"\w{1,30}\s".join(label) + r"\w")
    return any(words.search(block.content.of(document.text)) for block in document.blocks[:index])


def _below(document: Document, index: int) -> Iterator[str]:
    """The paragraphs that follow directly."""
    for block in document.blocks[index + 1 : index + 1 + _NEAR]:
        if block.kind is not BlockKind.PARAGRAPH:
            return
        yield block.content.of(document.text)


def _label(text: str) -> Attendance | None:
    found = split_attendance_label(text)
    return found[0] if found else attendance_label(text)
