"""How much of the minutes a summary may take up: what must stay, what is cut short, what is left out."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from minutextract.record import Record
from minutextract.render.content import NO_DATE, Group, Line, Section
from minutextract.render.cutting import clauses, clipper, without_context
from minutextract.render.heading import NO_ITEM
from minutextract.render.names import NOT_CLEAR
from minutextract.render.options import Length
from minutextract.render.wording import count_words

# Of the minutes' words: the sentences that the summary takes from them, under their owners, givers and items. What
# frames these (facts of the meeting, references, dues, the foot) is none of what was said.
SHARES = {Length.BRIEF: 0.25, Length.STANDARD: 0.4}
# Minutes of fewer words than these are a page themselves: their summaries may have so many words, whatever the share.
SHORT = 400
LEAST = {Length.BRIEF: 140, Length.STANDARD: 280}
NO_ROOM = "left out of this short summary"
# Texts are cut to the first of these that lets what must stay fit; a brief summary's, where a clause ends, further.
_CUTS = (400, 300, 220, 160, 120)
_LONGEST_CLAUSE = 80
_LONGEST_IN_BRIEF = 120


def source_words(record: Record) -> int:
    """How many words the minutes of this meeting have; of a file that holds several, this meeting's own."""
    return sum(count_words(span.of(record.document.text)) for span in record.document.stretches)


def limit(record: Record, length: Length) -> float:
    """How many words a summary of this length may have in all; no more than the share, unless the minutes are short."""
    if length is Length.FULL:
        return math.inf
    words = source_words(record)
    return SHARES[length] * words if words >= SHORT else max(SHARES[length] * words, LEAST[length])


def section_words(section: Section) -> int:
    """How many words of the minutes a section takes up."""
    return sum(_heading_words(group) + sum(map(_line_words, group.lines)) for group in section.groups)


def _heading_words(group: Group) -> int:
    return 0 if group.heading in (NOT_CLEAR, NO_ITEM) else count_words(group.heading)


def _line_words(line: Line) -> int:
    return count_words(line.text)


def cut_short(sections: Sequence[Section], room: float, length: Length) -> tuple[list[Section], bool]:
    """The sections with every line, texts clipped if they would not fit otherwise; and whether any was."""
    if sum(map(section_words, sections)) <= room:
        return list(sections), False
    # Where an item has no number, its title is the first to go.
    cut = [_with_lines(section, _without_title) for section in sections]
    if sum(map(section_words, cut)) <= room:
        return cut, False
    bare = cut
    for most in _CUTS:
        cut = [_with_lines(section, clipper(most)) for section in bare]
        if sum(map(section_words, cut)) <= room:
            return cut, cut != bare
    for shorter in (without_context, clauses(_LONGEST_CLAUSE)) if length is Length.BRIEF else ():
        cut = [_with_lines(section, shorter) for section in cut]
        if sum(map(section_words, cut)) <= room:
            break
    return cut, cut != bare


def shortened(section: Section) -> Section:
    """The section with long texts clipped, as a brief summary has them."""
    return _with_lines(_with_lines(section, _without_title), clipper(_LONGEST_IN_BRIEF))


def without_items(section: Section) -> Section:
    """The section without the agenda items of its lines."""
    return _with_lines(section, lambda line: replace(line, item=""))


def undated(section: Section) -> Section:
    """The section with nothing said where no date is recorded."""
    return _with_lines(section, lambda line: replace(line, due="" if line.due == NO_DATE else line.due))


def kept(section: Section, must: Iterable[str], room: float) -> Section:
    """The section with as many lines as there is room for, in their order, and those that must stay whatever it costs.

    Args:
        section: the section.
        must: ids of findings whose lines stay.
        room: how many words it may take.
    """
    must = frozenset(must)
    left = room
    groups: list[Group] = []
    for group in section.groups:
        lines: list[Line] = []
        for line in group.lines:
            size = _line_words(line) + (0 if lines else _heading_words(group))
            if line.finding in must or size <= left:
                lines.append(line)
                left -= size
        if lines:
            groups.append(Group(group.heading, tuple(lines)))
    left_out = section.count - sum(len(group.lines) for group in groups)
    empty = section.empty if groups or not left_out else f"{NO_ROOM}; {left_out} in the record"
    return replace(section, groups=tuple(groups), empty=empty, left_out=section.left_out + left_out)


def _without_title(line: Line) -> Line:
    return line if line.numbered else replace(line, item="")


def _with_lines(section: Section, change: Callable[[Line], Line]) -> Section:
    groups = tuple(Group(group.heading, tuple(map(change, group.lines))) for group in section.groups)
    return replace(section, groups=groups)
