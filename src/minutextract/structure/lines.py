"""One line of an attendance list: the labels within it, and who stands behind each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutextract.meeting import Attendance
from minutextract.structure.entry import Entry
from minutextract.structure.labels import LATER_LABEL, ROLE_LABELS, TAKERS, TASKS, attendance_label
from minutextract.structure.posts import is_outsider
from minutextract.structure.roster import parse_entry, parts_names

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
    """Somebody in an attendance list, offsets into the document's text.

    Lists that stand together are of one sitting; those far below, perhaps of an earlier meeting, of another.
    A roll ("Members") says who belongs, whether they came or not.
    """

    entry: Entry
    attendance: Attendance
    sitting: int = 0
    roll: bool = False


def as_absent(one: Listed) -> Listed:
    """Somebody whose box is not ticked: not there, unless the list is of others who were not."""
    there = one.attendance in (Attendance.CHAIR, Attendance.PRESENT, Attendance.IN_ATTENDANCE)
    return replace(one, attendance=Attendance.ABSENT) if there else one


def first_sentence(text: str) -> str:
    """The line up to the full stop that ends its list; one between two names only parts them."""
    cut = next((cut for cut in _SENTENCE_END.finditer(text) if not parts_names(text, cut.start(), cut.end())), None)
    return text[: cut.start()] if cut else text


def segments(text: str, kind: Attendance) -> Iterator[Listed]:
    """People of a line that may go on with lists of other kinds ("… Regrets: Jo Roe")."""
    found = list(LATER_LABEL.finditer(text))
    starts = [(0, kind), *((label.end(), _kind_of(label[1], kind)) for label in found)]
    ends = [*(label.start() for label in found), len(text)]
    for (start, own), end in zip(starts, ends, strict=True):
        for one in people_in(text[start:end], own, several=True, lone=True):
            yield Listed(replace(one.entry, start=one.entry.start + start, end=one.entry.end + start), one.attendance)


def open_at_end(text: str, kind: Attendance) -> Attendance | None:
    """The list that a label at the very end of a line opens, for the lines below ("Present: Jo Roe Apologies:")."""
    found = list(LATER_LABEL.finditer(text))
    return _kind_of(found[-1][1], kind) if found and not text[found[-1].end() :].strip() else None


def _kind_of(label: str, before: Attendance) -> Attendance:
    return came_late(before) if label.lower() == "late" else attendance_label(label) or before


def came_late(within: Attendance | None) -> Attendance:
    """Latecomers stand as the list before them, unless that is of those who were not there."""
    return within if within is Attendance.IN_ATTENDANCE else Attendance.PRESENT


def people_in(text: str, kind: Attendance, *, several: bool, lone: bool = False) -> Iterator[Listed]:
    """People of one line, told apart by the offices that label them ("Chair: … Secretary: …")."""
    # Two colons part people as a comma does; of the same length, so that offsets stay.
    text = text.replace("::", ", ")
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
            stands = standing(placed, within)
            takes = number == 0 and (role or "").lower() in TAKERS and stands is Attendance.PRESENT
            yield Listed(placed, Attendance.IN_ATTENDANCE if takes else stands)


def alone(text: str, kind: Attendance) -> list[Listed]:
    """Whom a line names that holds one person."""
    return [Listed(entry, standing(entry, kind)) for entry in parse_entry(text, one=True)]


def took_part(text: str, found: list[Listed], *, inlined: bool) -> list[Listed]:
    """Whom a line below the apologies names by their task or, on a line of its own, by office: they came."""
    role = _ROLES.match(text)
    if not role or not (inlined or role[1].lower() in TASKS):
        return found
    away = (Attendance.APOLOGIES, Attendance.ABSENT)
    came = Attendance.IN_ATTENDANCE if role[1].lower() in TAKERS else Attendance.PRESENT
    return [replace(one, attendance=came, roll=True) if one.attendance in away else one for one in found]


def is_chair(role: str) -> bool:
    """Whether an office's label is the chair's."""
    return attendance_label(role) is Attendance.CHAIR


def standing(entry: Entry, kind: Attendance) -> Attendance:
    """How somebody stands whom a list of this kind holds: what the entry itself says comes first."""
    if entry.standing is not None and kind is not Attendance.CHAIR:
        return entry.standing
    if kind is Attendance.PRESENT and is_outsider(entry.post):
        return Attendance.IN_ATTENDANCE
    if (
        kind is Attendance.CHAIR
        and entry.post
        and not (entry.chairs or attendance_label(entry.post) is Attendance.CHAIR)
    ):
        return Attendance.PRESENT if entry.post.lower() in ROLE_LABELS else kind
    return Attendance.CHAIR if entry.chairs and kind is Attendance.PRESENT else kind
