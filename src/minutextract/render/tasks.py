"""The actions of a summary: what is to be done by whom, and how earlier meetings' actions stand."""

from __future__ import annotations

import re
from dataclasses import replace

from minutextract.people.names import is_initials
from minutextract.record import Action, Due, Record, Update
from minutextract.render.content import NO_DATE, Line, Section, grouped, located
from minutextract.render.heading import item_label
from minutextract.render.names import NOT_CLEAR, owners_label
from minutextract.render.wording import capitalised, fold, long_date


def open_actions(record: Record) -> Section:
    """What is to be done, by owner; what nobody clearly owns comes last."""
    lines = (
        (owners_label(record.meeting, action.owners), _action(record, action))
        for action in record.actions
        if action.status == "open"
    )
    groups = sorted(grouped(lines), key=lambda group: group.heading.startswith(NOT_CLEAR))
    return Section("Actions", tuple(groups), "none recorded", key="actions")


def earlier_actions(record: Record) -> Section | None:
    """How earlier meetings' actions stand, by owner, the open ones first; None if the minutes tell of none."""
    told = {update.action: update for update in record.updates if update.action}
    lines = [
        (owners_label(record.meeting, action.owners), _still_open(record, action, told.get(action.id)))
        for action in record.actions
        if action.status != "open"
    ]
    lines += [
        (owners_label(record.meeting, update.owners), _update(record, update))
        for update in record.updates
        if update.action is None
    ]
    groups = sorted(grouped(lines), key=lambda group: group.heading.startswith(NOT_CLEAR))
    return Section("Earlier actions", tuple(groups), "none recorded", key="earlier") if groups else None


def _still_open(record: Record, action: Action, update: Update | None) -> Line:
    moving = update is not None and update.status == "in-progress"
    return replace(_action(record, action), status="in progress" if moving else action.status)


def _update(record: Record, update: Update) -> Line:
    text = capitalised(fold(update.text))
    where = item_label(record.meeting, update.item)
    line = Line(text, *where, fold(update.ref), status=update.status.replace("-", " "))
    return located(line, record.document, update)


def _action(record: Record, action: Action) -> Line:
    meeting, text = record.meeting, fold(action.text)
    others = [
        owner
        for owner in action.with_whom
        if not _has_words(text, owner.name) and (is_initials(owner.text) or not _has_words(text, owner.text))
    ]
    if others:
        text = f"{text} (with {owners_label(meeting, others)})"
    line = Line(capitalised(text), *item_label(meeting, action.item), fold(action.ref), _due(action.due))
    return located(line, record.document, action)


def _has_words(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", text, re.IGNORECASE) is not None


def _due(due: Due) -> str:
    words = fold(due.text or "")
    if due.date is None:
        return words or fold((due.event or NO_DATE).replace("-", " "))
    written = words and not any(character.isdigit() for character in words)
    return f"{long_date(due.date)}, “{words}”" if written else long_date(due.date)
