"""One line of an attendance list: the labels within it, and who stands behind each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutextract.meeting import Attendance
from minutextract.structure.entry import Entry
from minutextract.structure.labels import LATER_LABEL, ROLE_LABELS, attendance_label
from minutextract.structure.roster import parse_entry

_ROLES = re.compile(
    r"(?:^|[\s,;:.])("
    + "|".join(re.escape(role) for role in sorted(ROLE_LABELS, key=len, reverse=True))
    + r")\s*[:–]\s*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?<=[a-z)\]]{2})(?<!Cllr)(?<!Cllrs)(?<!Mrs)(?<!Rev)(?<!Revd)(?<!Prof)(?<!Hon)(?<!Capt)(?<!Sgt)\.\s+(?=[A-Z])"
    r"(?!(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Rev)\b)"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody in an attendance list, offsets into the document's text."""

    entry: Entry
    attendance: Attendance


def first_sentence(text: str) -> str:
    """The line up to the full stop that ends its list."""
    cut = _SENTENCE_END.search(text)
    return text[: cut.start()] if cut else text


def segments(text: str, kind: Attendance) -> Iterator[Listed]:
    """People of a line that may go on with lists of other kinds ("… Regrets: Jo Roe")."""
    found = list(LATER_LABEL.finditer(text))
    own_kinds = [
        came_late(kind) if label[1].lower() == "late" else attendance_label(label[1]) or kind for label in found
    ]
    starts = [(0, kind), *zip((label.end() for label in found), own_kinds, strict=True)]
    ends = [*(label.start() for label in found), len(text)]
    for (start, own), end in zip(starts, ends, strict=True):
        for one in people_in(text[start:end], own, several=True, lone=True):
            yield Listed(replace(one.entry, start=one.entry.start + start, end=one.entry.end + start), one.attendance)


def came_late(within: Attendance | None) -> Attendance:
    """Latecomers stand as the list before them, unless that is of those who were not there."""
    return within if within is Attendance.IN_ATTENDANCE else Attendance.PRESENT


def people_in(text: str, kind: Attendance, *, several: bool, lone: bool = False) -> Iterator[Listed]:
    """People of one line, told apart by the offices that label them ("Chair: … Secretary: …")."""
    roles = list(_ROLES.finditer(text))
    starts = [(0, None), *((match.end(), match[1]) for match in roles)]
    ends = [*(match.start() for match in roles), len(text)]
    for (start, role), end in zip(starts, ends, strict=True):
        within = Attendance.PRESENT if role and kind is Attendance.CHAIR and not is_chair(role) else kind
        for number, entry in enumerate(
            parse_entry(
                text[start:end].rstrip(" :" if roles else None),
                several=several or bool(roles),
                lone=lone or role is not None,
            )
        ):
            placed = replace(entry, start=entry.start + start, end=entry.end + start)
            if role and number == 0:
                placed = replace(placed, post=placed.post or role, chairs=is_chair(role))
            yield Listed(placed, standing(placed, within))


def is_chair(role: str) -> bool:
    """Whether an office's label is the chair's."""
    return attendance_label(role) is Attendance.CHAIR


def standing(entry: Entry, kind: Attendance) -> Attendance:
    """How somebody stands whom a list of this kind holds: what the entry itself says comes first."""
    if entry.standing is not None and kind is not Attendance.CHAIR:
        return entry.standing
    if (
        kind is Attendance.CHAIR
        and entry.post
        and not (entry.chairs or attendance_label(entry.post) is Attendance.CHAIR)
    ):
        return Attendance.PRESENT if entry.post.lower() in ROLE_LABELS else kind
    return Attendance.CHAIR if entry.chairs and kind is Attendance.PRESENT else kind
