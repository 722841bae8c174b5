"""The log of some meetings, from their records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from minutextract.actionlog.row import ActionLog, LogOwner, LogRow, LogSource, place_in, status_on, told_at
from minutextract.document import Span
from minutextract.meeting import Item, Meeting
from minutextract.people.names import is_initials
from minutextract.record import Action, Due, Finding, Owner, Record, Update
from minutextract.render.heading import body_name
from minutextract.render.names import is_clear, person_of, unit_of
from minutextract.render.wording import capitalised, clip, fold, quote_of


def log_of_records(records: Sequence[Record]) -> ActionLog:
    """Every action of some meetings, and what they say of earlier ones; overdue is asked of the last meeting's day."""
    sources = tuple(map(source_of, records))
    day = max((source.date for source in sources if source.date), default=None)
    rows = [row for record, source in zip(records, sources, strict=True) for row in _rows(record, source, day)]
    return ActionLog(tuple(rows), tuple(dict.fromkeys(sources)), day)


def source_of(record: Record) -> LogSource:
    """The file of a record, without its folder, and the meeting."""
    source = record.document.source
    return LogSource(fold(source.name), source.sha256, body_name(record), record.meeting.date)


def _rows(record: Record, source: LogSource, day: date | None) -> Iterator[LogRow]:
    told = {update.action: update for update in record.updates if update.action}
    for action in record.actions:
        yield _of_action(record, source, action, told.get(action.id), day)
    for update in record.updates:
        if update.action is None:
            yield _of_update(record, source, update, day)


def _of_action(record: Record, source: LogSource, action: Action, update: Update | None, day: date | None) -> LogRow:
    said = update.status if update else action.status
    note = _note(record, update, action.span) if update else ""
    at = _place(record, update.span) if update else ""
    due = action.due.date
    return _row(record, source, action, action.ref, action.text, action.owners, said, due, day, action.with_whom,
                due_as_written=_due_words(action.due), note=note, at=at)  # fmt: skip


def _of_update(record: Record, source: LogSource, update: Update, day: date | None) -> LogRow:
    return _row(record, source, update, update.ref, update.text, update.owners, update.status, None, day,
                note=fold(update.note), at=_place(record, update.span))  # fmt: skip


def _row(
    record: Record,
    source: LogSource,
    finding: Finding,
    ref: str,
    text: str,
    owners: Sequence[Owner],
    said: str,
    due: date | None,
    day: date | None,
    with_whom: Sequence[Owner] = (),
    *,
    due_as_written: str = "",
    note: str,
    at: str,
) -> LogRow:
    item = next((item for item in record.meeting.items if item.id == finding.item), None)
    return LogRow(
        id=finding.id,
        ref=fold(ref),
        source=source,
        item=_item_label(item),
        action=capitalised(fold(text)),
        owners=tuple(_owner(record.meeting, owner) for owner in owners),
        with_whom=tuple(fold(owner.name) for owner in with_whom),
        due=due,
        due_as_written=due_as_written,
        revised_due=None,
        status=status_on(said, due, day),
        update=note,
        update_source=told_at(source.date, source.file, at) if note else "",
        place=_place(record, finding.span),
        quote=quote_of(record.document.text, finding.span),
        start=finding.span.start,
        end=finding.span.end,
        confidence=round(finding.score, 3),
        flags=tuple(flag.value for flag in finding.flags),
    )


def _note(record: Record, update: Update, span: Span) -> str:
    """What is said of an action that is still open: the sentence, or within what lists the action the words for it."""
    apart = update.span.end <= span.start or span.end <= update.span.start
    return quote_of(record.document.text, update.span) if apart else fold(update.note)


def _place(record: Record, span: Span) -> str:
    page = next((block.page for block in record.document.blocks if span.start < block.span.end), None)
    return place_in(record.document.text, span.start, page)


def _due_words(due: Due) -> str:
    return fold(due.text or (due.event or "").replace("-", " "))


def _item_label(item: Item | None) -> str:
    return item_label(item.number, item.title) if item else ""


def item_label(number: str | None, title: str) -> str:
    """An agenda item as a cell has it: "3. Finance"."""
    return clip(fold(". ".join(filter(None, (number, title)))), 60)


def _owner(meeting: Meeting, owner: Owner) -> LogOwner:
    person, unit = person_of(meeting, owner.person), unit_of(meeting, owner.unit)
    known = person or unit
    name = known.name if known else full_name(owner.name, owner.kind)
    return LogOwner(
        fold(owner.text), fold(name), fold((person.organisation if person else None) or ""), is_clear(owner)
    )


def full_name(name: str, kind: str) -> str:
    """The name of an owner whom no list has: none if the words name nobody, or are mere initials."""
    return "" if kind == "unknown" or len(name) < 2 or is_initials(name) else name
