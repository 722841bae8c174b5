"""A list that begins on its label's own line: what of the line is the list, and how far it goes on below."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutextract.document import BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.people.names import fits_name, is_initials, looks_like_name
from minutextract.structure.brackets import split_list, take_brackets
from minutextract.structure.labels import attendance_label, split_attendance_label
from minutextract.structure.lines import first_sentence

# Words that a list of names does not hold: the line is a sentence.
PROSE = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|should|reported|noted|agreed|asked|thanked|welcomed|opened|gave|"
    r"discussed|explained|resolved|received|that|because|action|which|approved|minutes of|can|could|to be)\b"
)
# Why somebody chairs whom the list does not name first: "Chair: Jo Roe, as Al was away".
_REASON = re.compile(r",? (?:as|because|since|while|in the absence of)\s.*$", re.DOTALL)


def listed_words(text: str, label: tuple[Attendance, int]) -> str:
    """What a label's own line lists; why somebody chairs in another's place is no part of it."""
    rest = first_sentence(text[label[1] :])
    return _REASON.sub("", rest) if label[0] is Attendance.CHAIR else rest


def list_extent(document: Document, index: int, text: str) -> int:
    """The last block of a list that lines break: each goes on from one that ends within a list."""
    last = index
    for block in document.blocks[index + 1 : index + 8]:
        below = block.span.of(document.text)
        within = text.rstrip().endswith((",", ";", " and", "&")) or ("," in text and "," in below)
        open_end = within and not text.rstrip().endswith(".")
        if block.kind is not BlockKind.PARAGRAPH or not open_end or PROSE.search(take_brackets(below)[0]):
            break
        if attendance_label(below) or split_attendance_label(below) or ":" in below:
            break
        text, last = below, last + 1
    return last


def one_a_line(lines: Sequence[str]) -> bool:
    """Whether each of several lines gives one name with initials, and then only what is said of that person."""
    fitting = [_fits(line) for line in lines]
    return len(lines) > 1 and None not in fitting and 2 * sum(map(bool, fitting)) > len(lines)


def _fits(line: str) -> bool | None:
    """Whether the initials behind a line's only name follow from it; None if it is no such line."""
    parts = [part for _, part in split_list(line)]
    bracketed = [[one for one in take_brackets(part)[1] if is_initials(one)] for part in parts]
    if not parts or not bracketed[0] or any(bracketed[1:]) or line.rstrip().endswith((",", ";", "&", " and")):
        return None
    name = take_brackets(parts[0])[0].split(" - ")[0]
    return fits_name(bracketed[0][0], name) if looks_like_name(name) else None
