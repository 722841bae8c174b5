"""Action tables: a row an action, with columns for the task, its owner, its date and its reference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import takewhile

from minutextract.document import Block, BlockKind, Document, Span
from minutextract.people.names import is_initials, looks_like_name

_COLUMNS = {
    "task": (
        "action, actions, description, task, tasks, action point, action item, action items, item, what, "
        "action required, details, detail, agreed action, action agreed, to do, todo, next steps, next step, steps, "
        "follow-up, follow up"
    ),
    "owner": (
        "owner, owners, assigned, assigned to, assignee, assignees, who, by whom, responsible, responsibility, "
        "lead, person, person responsible, action by, for, whom, name, action owner, action for, responsible person, "
        "allocated to, by who, res, resp, resp., initials"
    ),
    "due": (
        "due, due date, deadline, by when, when, date due, target date, date, timescale, timeline, by date, target, "
        "completion date"
    ),
    "ref": "ref, ref., no, no., number, #, id, item, action no, action no., action id, minute, item no, meeting",
    "status": "status, progress, update, outcome, state, result, completed, done, comments, comment, notes, "
    "state of play, current status, rag",
}
_HEADS = {column: frozenset(heads.split(", ")) for column, heads in _COLUMNS.items()}
# In a longer head, one of these words says what the column holds ("Report & new status", "Owner(s)").
_WORDS = {
    "owner": re.compile(r"\b(?:owner|assignee|responsible|whom)\b"),
    "due": re.compile(r"\b(?:due|deadline|timescale)\b"),
    "status": re.compile(r"\b(?:status|progress)\b"),
    "task": re.compile(r"\b(?:actions?|tasks?)\b"),
}
# Footnote marks and the like behind a head: "Res**(1)**", "Owner(s)".
_DECORATION = re.compile(r"[*`_:]|\([^()]{0,3}\)")
_REF = re.compile(r"#?\d{1,4}(?:[.\-/]\d{1,4}){0,2}\.?|[A-Z]{1,4}-?\d{1,4}")


@dataclass(frozen=True, slots=True)
class ActionRow:
    """The cells of a row of an action table; None where the table has no such column."""

    task: Span
    owner: Span | None
    due: Span | None
    ref: Span | None
    status: Span | None
    note: Span | None = None


def action_rows(document: Document) -> dict[int, ActionRow | None]:
    """The rows of action tables by index of their block; None for the row of column heads.

    A table is one of actions if a column is headed as the task and another as its owner.
    """
    found: dict[int, ActionRow | None] = {}
    columns: Mapping[str, int] = {}
    table: int | None = None
    for index, block in enumerate(document.blocks):
        if block.kind is not BlockKind.ROW:
            continue
        if block.table != table:
            table, columns = block.table, {}
        if not columns:
            columns = _by_cells(document, index, _columns(document, block))
            if columns:
                found[index] = None
            elif row := _headless(document, block):
                found[index] = row
            continue
        found[index] = _row(block, columns)
    return _without_shared_refs(document, found)


def _without_shared_refs(document: Document, rows: dict[int, ActionRow | None]) -> dict[int, ActionRow | None]:
    """The rows, without references that several tasks of one table have: those tell a meeting, and no task."""

    def key(index: int, row: ActionRow) -> tuple[int | None, str]:
        return document.blocks[index].table, row.ref.of(document.text).strip() if row.ref else ""

    counts = Counter(key(index, row) for index, row in rows.items() if row and row.ref)
    return {
        index: replace(row, ref=None) if row and row.ref and counts[key(index, row)] > 1 else row
        for index, row in rows.items()
    }


def _headless(document: Document, block: Block) -> ActionRow | None:
    """A row that shows what its columns are: a reference number, a task of several words, initials."""
    cells = [cell for cell in block.cells if len(cell)]
    if len(cells) != 3 or not _REF.fullmatch(cells[0].of(document.text)):
        return None
    owners = re.split(r"\s*(?:,|/|&|\band\b)\s*", cells[2].of(document.text))
    task = cells[1].of(document.text)
    if len(task.split()) < 3 or not all(
        is_initials(owner) or owner.lower() == "all" or looks_like_name(owner) for owner in owners
    ):
        return None
    return ActionRow(cells[1], cells[2], None, cells[0], None)


def _columns(document: Document, head: Block) -> Mapping[str, int]:
    words = [" ".join(_DECORATION.sub("", cell.of(document.text)).lower().split()) for cell in head.cells]
    columns: dict[str, int] = {}
    for column in ("owner", "due", "status", "task", "ref"):
        for at, word in enumerate(words):
            if word in _HEADS[column] and at not in columns.values() and column not in columns:
                columns[column] = at
    if "status" in words and columns.get("status") != words.index("status"):
        # Of a column of news and one of statuses, each says what its head says.
        columns |= {"note": columns["status"], "status": words.index("status")} if "status" in columns else {}
    for column, pattern in _WORDS.items():
        for at, word in enumerate(words):
            if column not in columns and at not in columns.values() and pattern.search(word) and len(word.split()) <= 5:
                columns[column] = at
    if "task" in columns and words[columns["task"]] == "item" and "ref" not in columns:
        # "Item | Description | Assigned": the item is the reference where another column describes the task.
        other = next((at for at, word in enumerate(words) if word in _HEADS["task"] and word != "item"), None)
        if other is not None:
            columns |= {"ref": columns["task"], "task": other}
    if "task" not in columns:
        return {}
    if "owner" not in columns and {"due", "status"} <= set(columns):
        # Of a table with tasks, dates and statuses, the one column that nothing names holds the owners.
        left = [at for at in range(len(words)) if at not in columns.values() and words[at]]
        return columns | {"owner": left[0]} if len(left) == 1 else {}
    return columns if "owner" in columns else {}


def _by_cells(document: Document, head: int, columns: Mapping[str, int]) -> Mapping[str, int]:
    """The columns, with owner and task changed over where every row below has a full name for a task alone."""
    if not {"owner", "task"} <= columns.keys():
        return columns
    owner, task = columns["owner"], columns["task"]
    rows = list(
        takewhile(
            lambda one: one.kind is BlockKind.ROW and one.table == document.blocks[head].table,
            document.blocks[head + 1 :],
        )
    )
    cells = [
        (row.cells[owner].of(document.text), row.cells[task].of(document.text))
        for row in rows
        if len(row.cells) > max(owner, task)
    ]
    told = [pair for pair in cells if all(pair)]
    misled = len(told) > 1 and all(looks_like_name(second) and not looks_like_name(first) for first, second in told)
    return {**columns, "owner": task, "task": owner} if misled else columns


def _row(block: Block, columns: Mapping[str, int]) -> ActionRow | None:
    def cell(column: str) -> Span | None:
        at = columns.get(column)
        return block.cells[at] if at is not None and at < len(block.cells) and len(block.cells[at]) else None

    task = cell("task")
    return ActionRow(task, cell("owner"), cell("due"), cell("ref"), cell("status"), cell("note")) if task else None
