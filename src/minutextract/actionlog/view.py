"""The log of an archive for reading, as a table with what is said of each action, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import zip_longest
from typing import Any

from minutextract.actionlog.row import ActionLog, LogRow
from minutextract.history.log_query import LoggedAction
from minutextract.render.markdown import escape
from minutextract.render.wording import fold
from minutextract.views.filters import iso
from minutextract.views.table import View, ViewFormat, written

_SHOWN = "ref status owners due opened heard_of text".split()


def log_table(actions: Sequence[LoggedAction], log: ActionLog, format: ViewFormat) -> str:
    """The log for a terminal or as Markdown.

    Args:
        actions: as `find_actions` gives them; with their history, that is shown too.
        log: their rows, in the same order.
        format: `table` or `md`.
    """
    rows = [_shown(action, row) for action, row in zip(actions, log.rows, strict=True)]
    table = str(written(View(_SHOWN, _SHOWN, rows, wide=("text",)), format)).splitlines()
    if format is ViewFormat.MD:
        return "".join(f"{line}\n" for line in [*table, *_chapters(actions)])
    if not rows:
        return "No actions.\n"
    lines = [table[0]]
    for line, action in zip_longest(table[1:], actions):
        lines += [line, *(f"    {said}" for said in _said(action))]
    return "".join(f"{line}\n" for line in lines)


def log_json(actions: Sequence[LoggedAction], log: ActionLog) -> str:
    """One JSON array: for each action what the archive knows of it, and the columns of the log."""
    rows = [{**asdict(action), **_row(row)} for action, row in zip(actions, log.rows, strict=True)]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _shown(action: LoggedAction, row: LogRow) -> dict[str, Any]:
    return {
        "ref": action.ref,
        "status": row.status.value,
        "owners": action.owners,
        "due": action.due or action.due_text,
        "opened": action.opened,
        "heard_of": action.heard_of,
        "text": action.text,
    }


def _row(row: LogRow) -> dict[str, Any]:
    """The columns of the log that the action itself does not have."""
    return {
        "standing": row.status.value,
        "meeting": row.source.meeting,
        "item": row.item,
        "owned_by": [asdict(owner) for owner in row.owners],
        "with": row.with_whom,
        "first_due": iso(row.due),
        "revised_due": iso(row.revised_due),
        "update": row.update,
        "update_source": row.update_source,
        "source_file": row.source.file,
        "sha256": row.source.sha256,
        "place": row.place,
        "quote": row.quote,
        "start": row.start,
        "end": row.end,
        "confidence": row.confidence,
        "flags": row.flags,
    }


def _chapters(actions: Sequence[LoggedAction]) -> Iterator[str]:
    for action in actions:
        if said := list(_said(action)):
            yield from ("", f"**{escape(fold(action.ref))}**", "", *(f"- {escape(line)}" for line in said))


def _said(action: LoggedAction) -> Iterator[str]:
    """A line for each mention, and for each link that waits to be confirmed."""
    for one in action.history:
        if one.how != "with":
            yield f"{one.date or 'undated'}  {one.status or 'mentioned'}: {fold(one.sentence)} ({one.reason})"
    for link in action.proposals:
        yield f"{link.date or 'undated'}  to confirm: {fold(link.sentence)} ({link.reason})"
