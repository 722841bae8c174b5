"""A slip for each owner: what is theirs to do, and nobody else's."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutextract.file_names import slug
from minutextract.meeting import Attendance, Meeting
from minutextract.record import Action, Flag, How, Owner, Record
from minutextract.render.content import Group, Line, Section, Summary
from minutextract.render.heading import body_name
from minutextract.render.names import NOT_CLEAR, Names, is_clear, person_of
from minutextract.render.options import Length, SummaryOptions
from minutextract.render.rewording import Rewording
from minutextract.render.summary import summarize
from minutextract.render.tasks import earlier_actions, open_actions
from minutextract.render.wording import fold, joined, long_date

# What an owner needs to know of the meeting itself.
_FACTS = ("Date", "Next meeting")
_UNFINISHED = ("open", "carried")
_TO_TELL = {
    Attendance.APOLOGIES: "the minutes list you among the apologies",
    Attendance.ABSENT: "the minutes list you as absent",
    Attendance.IN_ATTENDANCE: "the minutes do not list you as a member",
    Attendance.MENTIONED: "the minutes do not list you among those at the meeting",
}
# Somebody who was there may be in the list by another name.
_NO_SUCH_NAME = "the minutes' list of those at the meeting does not have this name"


@dataclass(frozen=True, slots=True)
class Slip:
    """What one owner is to do.

    Attributes:
        name: of the file, without its ending.
        owner: who it is for.
        to_tell: why the owner may not know of it, "" for those who were there as members.
        summary: of one section with one group, the owner's.
    """

    name: str
    owner: str
    to_tell: str
    summary: Summary


def slips(record: Record) -> tuple[Slip, ...]:
    """A slip for each owner whom the minutes name beyond doubt, in the order of their first actions.

    Where several own an action each has it, "with" the others.
    """
    theirs: dict[tuple[str, ...], list[tuple[Owner, Action]]] = {}
    for action in _unfinished(record):
        for owner in action.owners:
            if _is_known(owner) and Flag.DOUBTFUL_OWNER not in action.flags:
                own = theirs.setdefault(_key(owner), [])
                if all(one.id != action.id for _, one in own):
                    own.append((owner, action))
    found = [_slip(record, own) for own in theirs.values()]
    return tuple(_named(found, list(theirs)))


def unclear_slip(record: Record) -> Summary | None:
    """The one slip of actions whose owner is not clear or in doubt, for the secretary; None if there are none."""
    unclear = [
        action
        for action in _unfinished(record)
        if Flag.DOUBTFUL_OWNER in action.flags or not action.owners or not all(map(_is_known, action.owners))
    ]
    lines = [replace(line, text=f"{line.text} ({_written(one)})") for one in unclear for line in _lines(record, [one])]
    if not lines:
        return None
    summary = _summary(record, f"{NOT_CLEAR}: for the secretary to settle", lines)
    return replace(summary, remark="Not for circulation: for the secretary only.")


def _unfinished(record: Record) -> list[Action]:
    return [action for action in record.actions if action.status in _UNFINISHED]


def _is_known(owner: Owner) -> bool:
    """Whether it is plain who is meant: initials that the list does not settle name a person, but not whom."""
    unsettled = owner.kind == "person" and owner.person is None and owner.how is How.UNKNOWN
    return is_clear(owner) and not unsettled


def _key(owner: Owner) -> tuple[str, ...]:
    if owner.person or owner.unit:
        return ("listed", owner.person or owner.unit or "")
    return (owner.kind, fold(owner.name).casefold())


def _written(action: Action) -> str:
    owners = joined(f"“{fold(owner.text)}”" for owner in action.owners)
    if not owners:
        return "no owner was found"
    return f"owner in doubt: {owners}" if Flag.DOUBTFUL_OWNER in action.flags else f"the minutes write {owners}"


def _slip(record: Record, own: Sequence[tuple[Owner, Action]]) -> Slip:
    names = Names(record.meeting)
    owner = own[0][0]
    alone = [_of_one(action, one) for one, action in own]
    heading = names.owners([owner], to_tell=False).removeprefix("The ")
    to_tell = next(filter(None, (_to_tell(record.meeting, one, action) for one, action in own)), "")
    summary = _summary(record, heading, _lines(record, alone))
    remark = f"Needs telling: {to_tell}, so this may be new to you." if to_tell else ""
    person = person_of(record.meeting, owner.person)
    return Slip(fold(person.name) if person else heading, heading, to_tell, replace(summary, remark=remark))


def _of_one(action: Action, owner: Owner) -> Action:
    """The action as one owner has it: with the others."""
    others = tuple(one for one in action.owners if one != owner)
    return replace(action, owners=(owner,), with_whom=(*others, *action.with_whom))


def _to_tell(meeting: Meeting, owner: Owner, action: Action) -> str:
    if all(person.attendance is Attendance.MENTIONED for person in meeting.people):
        return ""
    person = person_of(meeting, owner.person)
    if person:
        return _TO_TELL.get(person.attendance, "")
    unlisted = owner.kind == "person" and Flag.OWNER_NOT_MEMBER in action.flags
    return _NO_SUCH_NAME if unlisted else ""


def _lines(record: Record, actions: Sequence[Action]) -> list[Line]:
    """The actions as lines: those of this meeting, then those that it still waits for."""
    told = tuple(one for one in record.updates if one.action in {action.id for action in actions})
    words = Rewording(replace(record, actions=tuple(actions), updates=told), Names(record.meeting))
    earlier = earlier_actions(words)
    return [*open_actions(words).lines, *(earlier.lines if earlier else ())]


def _summary(record: Record, heading: str, lines: Sequence[Line]) -> Summary:
    whole, day = summarize(record, SummaryOptions(length=Length.BRIEF)), record.meeting.date
    of = f"the meeting of {long_date(day)}" if day else "the meeting"
    return replace(
        whole,
        title=f"{body_name(record)}: actions from {of}",
        facts=tuple(fact for fact in whole.facts if fact[0] in _FACTS),
        remark="",
        sections=(Section("actions", "Actions", (Group(heading, tuple(lines)),)),),
        checks=(),
    )


def _named(found: Sequence[Slip], keys: Sequence[tuple[str, ...]]) -> Iterator[Slip]:
    """The slips with names for files; those that would have the same are told apart by whom they are for."""
    stems = [slug(slip.name) for slip in found]
    counts = Counter(stems)
    for slip, stem, key in zip(found, stems, keys, strict=True):
        own = f"-{hashlib.sha256(chr(0).join(key).encode()).hexdigest()[:8]}" if counts[stem] > 1 else ""
        yield replace(slip, name=f"{stem}{own}{'-needs-telling' if slip.to_tell else ''}")
