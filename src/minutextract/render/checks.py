"""What the secretary should look at before circulation: a record's flags and warnings as sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutextract.meeting import Attendance
from minutextract.record import Action, Decision, Finding, Flag, Insight, Praise, Record
from minutextract.render.doubts import flagged_mentions, mention_checks
from minutextract.render.names import is_clear, person_of
from minutextract.render.wording import first_of, fold, joined, quote_of, quoted, sentence

_KINDS = {
    Action: ("action", "actions"),
    Decision: ("decision", "decisions"),
    Praise: ("thanks", "thanks"),
    Insight: ("key point", "key points"),
}
_FEW = 5
_TELLING = {
    Attendance.APOLOGIES: "sent apologies",
    Attendance.ABSENT: "was absent",
    Attendance.IN_ATTENDANCE: "attended but is not listed as a member",
    Attendance.MENTIONED: "is not in the attendance list",
}


def checks(record: Record, points: Sequence[Insight] | None = None) -> list[str]:
    """Sentences to check, the gravest kinds first; empty if nothing was flagged.

    Args:
        record: the record of the meeting.
        points: those of its insights that the summary shows, if not all; the others are not asked about.
    """
    points = record.insights if points is None else points
    findings = [*record.actions, *record.decisions, *record.praise, *points]
    kinds = (_owners(record), _to_tell(record), _due(record.actions), mention_checks(record, findings),
             _motions(record), _givers(record), _speakers(record, points), _thanked(record),
             _uncertain(record, findings))  # fmt: skip
    lines = [line for kind in kinds for line in first_of(list(kind))]
    return [*lines, *(sentence(fold(warning)) for warning in (*record.document.warnings, *record.warnings))]


def _where(record: Record, finding: Finding) -> str:
    item = next((item for item in record.meeting.items if item.id == finding.item), None)
    return f" (item {fold(item.number)})" if item and item.number else ""


def _quote(record: Record, finding: Finding) -> str:
    return quoted(quote_of(record.document.text, finding.span))


def _owners(record: Record) -> Iterator[str]:
    """Actions that nobody owns, or whose owner's words name nobody."""
    unowned = [action for action in record.actions if not action.owners]
    if len(unowned) > _FEW:
        yield f"{len(unowned)} of {len(record.actions)} actions have no clear owner; they are listed last."
    elif unowned:
        yield f"Owner not clear: {'; '.join(f'{one.ref}, {_quote(record, one)}' for one in unowned)}."
    for action in record.actions:
        unclear = [fold(owner.text) for owner in action.owners if not is_clear(owner)]
        if Flag.DOUBTFUL_OWNER in action.flags:
            yield f"Owner in doubt: {action.ref}, {_quote(record, action)}."
        elif unclear and not flagged_mentions(record, action):
            yield f"Owner not clear: {action.ref}, written {joined(map(quoted, unclear))}."


def _to_tell(record: Record) -> Iterator[str]:
    """Owners who were not there, or are no members, and so do not know of their action."""
    found: dict[str, list[str]] = {}
    for action in record.actions:
        if Flag.OWNER_ABSENT not in action.flags and Flag.OWNER_NOT_MEMBER not in action.flags:
            continue
        for owner in action.owners:
            person = person_of(record.meeting, owner.person)
            attendance = person.attendance if person else Attendance.MENTIONED
            if attendance in _TELLING and (person or owner.kind == "person"):
                found.setdefault(f"{fold(owner.name)} {_TELLING[attendance]}", []).append(action.ref)
    for who, refs in found.items():
        yield f"{who}: needs telling of {joined(refs)}."


def _due(actions: Sequence[Action]) -> Iterator[str]:
    undated = [action.ref for action in actions if Flag.NO_DUE_DATE in action.flags]
    if actions and not any(action.due.date or action.due.event for action in actions):
        yield "No action has a date."
    elif len(undated) > _FEW:
        yield f"{len(undated)} of {len(actions)} actions have no date."
    elif undated:
        yield f"No date is recorded for {joined(undated)}."
    for action in actions:
        if Flag.AMBIGUOUS_DATE in action.flags and action.due.text:
            yield f"The due date of {action.ref} can be read in two ways: {quoted(fold(action.due.text))}."
        elif Flag.UNCLEAR_DUE_DATE in action.flags and action.due.text:
            yield f"The due date of {action.ref} is not clear: {quoted(fold(action.due.text))}."


def _givers(record: Record) -> Iterator[str]:
    inherited = [praise for praise in record.praise if Flag.INHERITED_GIVER in praise.flags]
    if inherited:
        lines = "A line of thanks takes its" if len(inherited) == 1 else f"{len(inherited)} lines of thanks take their"
        yield f"{lines} giver from the sentence above the list."
    for flag, asked in ((Flag.UNKNOWN_GIVER, "who gave thanks"), (Flag.UNKNOWN_RECEIVER, "who was thanked")):
        yield from _together(
            record, f"It is not clear {asked}", [praise for praise in record.praise if flag in praise.flags]
        )


def _motions(record: Record) -> Iterator[str]:
    yield from _together(
        record,
        "The minutes do not say how the vote went",
        [decision for decision in record.decisions if Flag.NO_OUTCOME in decision.flags],
    )


def _speakers(record: Record, points: Sequence[Insight]) -> Iterator[str]:
    doubtful = [
        finding
        for finding in (*record.praise, *points)
        if Flag.UNKNOWN_SPEAKER in finding.flags and not flagged_mentions(record, finding)
    ]
    yield from _together(record, "Speaker not clear", doubtful)


def _together(record: Record, lead: str, findings: Sequence[Finding]) -> Iterator[str]:
    """One sentence for all findings with the same doubt, the first few of them quoted."""
    quotes = [f"{_quote(record, finding)}{_where(record, finding)}" for finding in findings[:_FEW]]
    more = [f"and {len(findings) - _FEW} more"] if len(findings) > _FEW else []
    if quotes:
        yield f"{lead}: {'; '.join([*quotes, *more])}."


def _thanked(record: Record) -> Iterator[str]:
    people = (person_of(record.meeting, party.person) for praise in record.praise for party in praise.to)
    away = (p for p in people if p and p.attendance in (Attendance.APOLOGIES, Attendance.ABSENT))
    names = dict.fromkeys(fold(person.name) for person in away)
    if names:
        yield f"Thanked but not at the meeting, so perhaps to be told: {joined(names)}."


def _uncertain(record: Record, findings: Sequence[Finding]) -> Iterator[str]:
    """Labels in doubt, one sentence a kind, the least sure first."""
    for kind, (one, several) in _KINDS.items():
        doubtful = [finding for finding in findings if type(finding) is kind and Flag.UNCERTAIN_LABEL in finding.flags]
        doubtful.sort(key=lambda finding: finding.score)
        if len(doubtful) == 1:
            yield from _together(record, f"Uncertain ({one}, score {doubtful[0].score:.2f})", doubtful)
        elif doubtful:
            scores = f"scores {doubtful[0].score:.2f} to {doubtful[-1].score:.2f}"
            yield from _together(record, f"Uncertain ({len(doubtful)} {several}, {scores})", doubtful)
