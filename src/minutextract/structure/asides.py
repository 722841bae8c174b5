"""People whom lines beside the lists name: who apologised in a sentence, who led the meeting or wrote it down."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import replace

from minutextract.document import Block, BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.people.names import fold_name, is_given_name, looks_like_name
from minutextract.structure.lines import Listed
from minutextract.structure.roster import parse_entry

_TOP = 40
_SENTENCE = re.compile(r"[A-Z](?:[^.;\n]|\.(?!\s|$)|(?<=\b[A-Z])\.)*")
_APOLOGISED = re.compile(
    r"([A-Z][^.;:\n]{2,120}?),? (?:(?:have|has|had|both|all|also) ){0,3}"
    r"(?:apologi[sz]ed (?:for|about) (?:(?:his|her|their|being|not being) )?"
    r"(?:absences?|absent|non-attendance|unable|able)\b"
    r"|(?:sent|gave|given|tendered|offered|submitted|conveyed) (?:(?:his|her|their) )?(?:apolog(?:y|ies)|regrets)\b)"
    r"(?![^.;\n]*\b(?:last|previous|late|lateness|delay)\b)"
)
_ROLE = re.compile(
    r"(facilitator|moderator|scribe|minutes|minute[ -]taker|note[ -]?taker|(?:minutes|notes) (?:taken )?by|notes|"
    r"recorder|author|host)s?\s?(?::|(?<=taken by)|(?<=Taken by))\s+(\S.{1,80})",
    re.IGNORECASE,
)
# What stands behind these words is more often no person.
_WEAK = frozenset({"minutes", "notes", "author", "host"})


def read_asides(document: Document, taken: Set[int], listed: list[Listed]) -> Iterator[Listed]:
    """People named in lines near the top that are no part of a list.

    Args:
        document: the minutes.
        taken: the blocks of the attendance lists.
        listed: everybody in them.
    """
    known = {fold_name(one.entry.name) for one in listed}
    for index, block in enumerate(document.blocks[:_TOP]):
        if index in taken or block.kind is BlockKind.ROW:
            continue
        yield from _absences(document, block)
        yield from _roles(document, index, known)


def _absences(document: Document, block: Block) -> Iterator[Listed]:
    """Those who "apologised for their absence", each sentence on its own."""
    text = block.content.of(document.text)
    for sentence in _SENTENCE.finditer(text):
        found = _APOLOGISED.match(sentence[0])
        if not found:
            continue
        for entry in parse_entry(found[1], several=True, lone=True):
            if len(entry.name.split()) > 1 or entry.honorifics or is_given_name(entry.name):
                start = block.content.start + sentence.start()
                placed = replace(entry, start=entry.start + start, end=entry.end + start)
                yield Listed(placed, Attendance.APOLOGIES)


def _roles(document: Document, index: int, known: Set[str]) -> Iterator[Listed]:
    """Who led the meeting or wrote it down, where a line of its own says it."""
    block = document.blocks[index]
    text = block.content.of(document.text)
    found = _ROLE.fullmatch(text)
    if not found:
        return
    sure = found[1].lower() not in _WEAK or any(
        _ROLE.fullmatch(other.content.of(document.text))
        for other in document.blocks[max(0, index - 1) : index + 2]
        if other is not block
    )
    for entry in parse_entry(found[2], several=True, lone=True):
        full = looks_like_name(entry.name) and (sure or is_given_name(entry.name.split()[0]))
        if full or fold_name(entry.name) in known:
            start = block.content.start + found.start(2)
            placed = replace(entry, start=entry.start + start, end=entry.end + start, post=entry.post or found[1])
            yield Listed(
                placed,
                Attendance.IN_ATTENDANCE if found[1].lower().startswith(("minute", "author")) else Attendance.PRESENT,
            )
