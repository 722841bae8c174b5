"""The findings of a record as a page shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from minutextract.document import Block
from minutextract.record import Action, Decision, Due, Finding, Insight, Owner, Party, Praise, Record, Update
from minutextract.render.names import Names
from minutextract.render.wording import fold, long_date, quote_of
from minutextract.report.content import NAMES, Found, Kind


def findings_of(record: Record, meeting: str) -> tuple[Found, ...]:
    """Every finding, in the order of the text.

    Args:
        record: of the meeting.
        meeting: what anchors and items of this meeting begin with.
    """
    every: Sequence[Finding] = (
        *record.actions, *record.updates, *record.decisions, *record.praise, *record.insights
    )  # fmt: skip
    names = Names(record.meeting)
    numbers: Counter[Kind] = Counter()
    anchors: Counter[str] = Counter()
    found: list[Found] = []
    for finding in sorted(every, key=lambda one: (one.span.start, -one.span.end)):
        kind, text, who, people, note = _told(names, finding)
        numbers[kind] += 1
        anchors[finding.id] += 1
        again = f"-{anchors[finding.id]}" if anchors[finding.id] > 1 else ""
        found.append(
            Found(
                anchor=f"{meeting}-{finding.id}{again}",
                tag=f"{NAMES[kind][1]}{numbers[kind]}",
                kind=kind,
                id=finding.id,
                span=finding.span,
                quote=quote_of(record.document.text, finding.span),
                text=fold(text),
                people=tuple(dict.fromkeys(map(fold, people))),
                item=f"{meeting}-{finding.item}" if finding.item else "",
                flags=finding.flags,
                place=place_of(finding, record.document.blocks),
                who=who,
                note=note,
                repeats=finding.repeats if isinstance(finding, Action) else (),
            )
        )
    return tuple(found)


def _told(names: Names, finding: Finding) -> tuple[Kind, str, str, list[str], str]:
    """What a finding is, what it says, of whom, with the names of all concerned, and what else belongs to it."""
    match finding:
        case Action():
            note = "; ".join(filter(None, (finding.status if finding.status != "open" else "", due_words(finding.due))))
            people = [owner.name for owner in (*finding.owners, *finding.with_whom)]
            return Kind.ACTION, finding.text, names.owners(finding.owners, to_tell=False), people, note
        case Update():
            status = finding.status.replace("-", " ")
            return (
                Kind.UPDATE,
                finding.text,
                names.owners(finding.owners, to_tell=False),
                _names(finding.owners),
                status,
            )
        case Decision():
            outcome = finding.outcome.value if finding.outcome else ""
            vote = fold(finding.vote.text) if finding.vote else ""
            people = _names((*finding.moved_by, *finding.seconded_by))
            note = "; ".join(dict.fromkeys(filter(None, (outcome, vote))))
            return Kind.DECISION, finding.text, names.parties(finding.moved_by), people, note
        case Praise():
            to = f"{names.parties(finding.to)}: " if finding.to else ""
            who = f"From {names.parties(finding.by)}" if finding.by else "Giver not named"
            return Kind.PRAISE, f"{to}{finding.reason or ''}", who, _names((*finding.by, *finding.to)), ""
        case Insight():
            kind = finding.kind.value if finding.kind else ""
            return Kind.INSIGHT, finding.text, names.parties(finding.by), _names(finding.by), kind
    raise TypeError(f"{type(finding).__name__} is no kind of finding")


def _names(parties: Sequence[Owner | Party]) -> list[str]:
    return [one.name for one in parties]


def due_words(due: Due) -> str:
    """When an action is due: a day, an event or the words of the minutes; "" if nothing says so."""
    words = long_date(due.date) if due.date else fold((due.event or "").replace("-", " ") or due.text or "")
    return f"due: {words}" if words else ""


def place_of(finding: Finding, blocks: Sequence[Block]) -> str:
    """Where the words stand: the page if there is one, and the characters of the text."""
    page = next((block.page for block in blocks if finding.span.start < block.span.end), None)
    characters = f"characters {finding.span.start} to {finding.span.end}"
    return f"page {page}, {characters}" if page is not None else characters


def people_of(found: Sequence[Found]) -> Iterator[str]:
    """Everybody named in findings, once, by name."""
    yield from sorted({name for one in found for name in one.people if name}, key=str.casefold)


def summed_up(found: Found) -> str:
    """A finding in one line, for where the summary has none."""
    text = found.text if found.text.strip(" :") else found.quote
    if found.kind is not Kind.INSIGHT:
        return f"{found.who}: {text}" if found.who else text
    return f"{text} ({found.who})" if found.who and found.who.casefold() not in text.casefold() else text
