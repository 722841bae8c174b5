"""The actions of a summary: what is to be done by whom, and how earlier meetings' actions stand."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from minutextract.findings.bare_tasks import AGREED
from minutextract.people.names import is_initials
from minutextract.record import Action, Due, Flag, Update
from minutextract.render.content import NO_DATE, Group, Line, Section, grouped, located
from minutextract.render.heading import item_label
from minutextract.render.names import NOT_CLEAR
from minutextract.render.outcomes import without_opener
from minutextract.render.rewording import Rewording
from minutextract.render.wording import capitalised, fold, long_date

# Who goes by such an owner may have been meant, or not.
_UNSURE = frozenset({Flag.DOUBTFUL_OWNER, Flag.AMBIGUOUS_OWNER})


def open_actions(words: Rewording, agreed: Collection[str] = ()) -> Section:
    """What is to be done, by owner; what nobody clearly owns comes last.

    Args:
        words: the record's words as this summary has them.
        agreed: the ids of those that stand for a decision as well.
    """
    lines = (
        (
            words.names.owners(action.owners),
            replace(
                _action(words, action),
                status=_standing(action, agreed=action.id in agreed or _opens_agreed(words, action)),
            ),
        )
        for action in words.record.actions
        if action.status == "open"
    )
    return Section("actions", "Actions", _unowned_last(grouped(lines)))


def _opens_agreed(words: Rewording, action: Action) -> bool:
    """Whether the minutes say first that the meeting agreed a task ("It was agreed to …"); its text does not."""
    return AGREED.match(action.span.of(words.record.document.text)) is not None and not AGREED.match(action.text)


def _standing(action: Action, *, agreed: bool) -> str:
    """What receivers have to know of an action: that the meeting agreed it, and that its owner is not sure."""
    said = ["agreed"] if agreed else []
    return "; ".join([*said, "owner to be confirmed"] if _UNSURE.intersection(action.flags) else said)


def earlier_actions(words: Rewording) -> Section | None:
    """How earlier meetings' actions stand, by owner, the open ones first; None if the minutes tell of none."""
    record, names = words.record, words.names
    told = {update.action: update for update in record.updates if update.action}
    lines = [
        (names.owners(action.owners), _still_open(words, action, told.get(action.id)))
        for action in record.actions
        if action.status != "open"
    ]
    lines += [
        (names.owners(update.owners, to_tell=False), _update(words, update))
        for update in record.updates
        if update.action is None
    ]
    groups = _unowned_last(grouped(lines))
    return Section("earlier", "Progress on earlier actions", groups) if groups else None


def _unowned_last(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    return tuple(sorted(groups, key=lambda group: group.heading.startswith(NOT_CLEAR)))


def _still_open(words: Rewording, action: Action, update: Update | None) -> Line:
    moving = update is not None and update.status == "in-progress"
    return replace(_action(words, action), status="in progress" if moving else action.status)


def _update(words: Rewording, update: Update) -> Line:
    text = capitalised(words.text(update.text, update.span))
    where = item_label(words, update.item)
    line = Line(text, *where, fold(update.ref), status=update.status.replace("-", " "))
    return located(line, words.record.document, update)


def _action(words: Rewording, action: Action) -> Line:
    written, text = fold(action.text), without_opener(words.text(action.text, action.span))
    others = [
        owner
        for owner in action.with_whom
        if not _has_words(written, owner.name) and (is_initials(owner.text) or not _has_words(written, owner.text))
    ]
    if others:
        text = f"{text} (with {words.names.owners(others, to_tell=False)})"
    due = _due(action.due, words)
    line = Line(capitalised(text), *item_label(words, action.item), fold(action.ref), due)
    return located(line, words.record.document, action)


def _has_words(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(words))}(?!\w)", text, re.IGNORECASE) is not None


def _due(due: Due, words: Rewording) -> str:
    written = words.plain(due.text or "")
    if due.date is None:
        return written or fold((due.event or NO_DATE).replace("-", " "))
    quoted = written and not any(character.isdigit() for character in written)
    return f"{long_date(due.date)}, “{written}”" if quoted else long_date(due.date)
