"""Table rows from cells that hold blocks: a row of cells where it reads as one, else the blocks one after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece, fold
from minutextract.readers.linebreaks import has_end
from minutextract.readers.paragraphs import with_text

_MANY = 3
_SHORT = 60
_BARE_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|\d{1,4}/\d{1,4})[.):]*$")
_OWNER_HEAD = re.compile(
    r"(?:actions?|owners?|who|by whom|lead|responsib\w+|assigned|assignee|actioned)\b", re.IGNORECASE
)
_DUE_HEAD = re.compile(r"(?:due|deadline|target|by when|when|date|status|progress|timescale)\b", re.IGNORECASE)
_LIST_HEAD = re.compile(
    r"(?:(?:members|board|officers|governors|trustees|also|those|others|staff) )?(?:present|in attendance|attending|"
    r"apologies(?: for absence)?|regrets|absent|observers|guests)\s?:?",
    re.IGNORECASE,
)
_MANY_COLUMNS = 3
# What a cell says that only ticks who came.
_TICK = re.compile(r"(?:x|y|yes|p|present|✓|✔|✅|☑|☒|\[x\])", re.IGNORECASE)
_FEWEST_TICKS = 2


@dataclass(slots=True)
class TableRows:
    """Rows of one table, gathered until it ends: what one row is depends on the others."""

    table: int
    rows: list[list[list[Piece]]] = field(default_factory=list)

    def add(self, cells: Sequence[Sequence[Piece]]) -> None:
        """Take one row; each cell is the list of its blocks."""
        self.rows.append([[piece for piece in cell if _text(piece)] for cell in cells])

    def is_layout(self) -> bool:
        """Whether some row holds running text rather than values."""
        return any(_is_layout_row(row) for row in self.rows if row)

    def is_register(self) -> bool:
        """Whether its heads name who acts, and by when or how it stands: each row is then one action, lists and all."""
        heads = [cell[0] for cell in self.rows[0] if cell] if self.rows else []
        if len(heads) < _MANY_COLUMNS or not all(map(_is_short, ([head] for head in heads))):
            return False
        names = [_text(head) for head in heads]
        return any(map(_OWNER_HEAD.match, names)) and any(map(_DUE_HEAD.match, names))

    def lists_people(self) -> bool:
        """Whether its heads are lists of who was there, and its cells hold nothing but short lines below them."""
        if not self.rows or len(self.rows[0]) < 2 or not all(len(cell) == 1 for cell in self.rows[0]):
            return False
        lines = [piece for row in self.rows[1:] for cell in row for piece in cell]
        heads = all(_LIST_HEAD.fullmatch(_text(cell[0])) for cell in self.rows[0])
        return heads and all(not piece.cells and len(_text(piece)) <= _SHORT for piece in lines)

    def is_grid(self) -> bool:
        """Whether three cells or more of some row hold something, and no row begins with an agenda's number."""
        widest = max((sum(map(bool, row)) for row in self.rows), default=0)
        return widest >= _MANY_COLUMNS and not any(_leading_number(row) for row in _trimmed(self.rows) if row)

    def holds_values(self) -> bool:
        """Whether most rows hold values rather than running text."""
        return sum(_is_layout_row(row) for row in self.rows if row) * 2 < len(self.rows)

    def pieces(self, *, values: bool | None = None) -> list[Piece]:
        """The pieces of the whole table.

        Rows of a table that lays out an agenda (a number, then blocks) are all unrolled, short ones included.

        Args:
            values: no row lays out running text, whatever is in its cells; by default only a register's,
                or that of attendance lists.
        """
        values = (self.is_register() or self.lists_people()) if values is None else values
        rows = [row for row in _trimmed(self.rows) if any(row)]
        agenda = any(_leading_number(row) and _is_layout_row(row) for row in rows)
        owners_last = bool(rows) and bool(rows[0][-1]) and _OWNER_HEAD.match(_text(rows[0][-1][0])) is not None
        ticked = _is_ticked(rows)
        pieces: list[Piece] = []
        for row in rows:
            filled = [cell for cell in row if cell]
            if len(filled) == 1 and ticked and row[0] and _is_short(row[0]):
                pieces.append(self._as_row([row[0], []]))
            elif len(filled) == 1 and (len(row) == 1 or not _is_short(filled[0]) or row[0]):
                pieces += filled[0]
            elif columns := _parallel(row):
                pieces += [self._as_row([[piece] for piece in column]) for column in columns]
            elif not values and (_is_layout_row(row) or (agenda and _leading_number(row))):
                pieces += _unroll(row, owners_last=owners_last)
            else:
                pieces.append(self._as_row(row))
        return pieces

    def _as_row(self, cells: Sequence[Sequence[Piece]]) -> Piece:
        return Piece(BlockKind.ROW, cells=tuple(_cell_text(cell) for cell in cells), table=self.table)


def _is_ticked(rows: Sequence[Sequence[Sequence[Piece]]]) -> bool:
    """Whether a column beside names says nothing but "Yes" or a tick: where it is empty, somebody was not there."""
    if any(len(row) > 2 or any(len(cell) > 1 for cell in row) for row in rows):
        return False
    said = [_text(row[1][0]).strip(" *") for row in rows if len(row) > 1 and row[1]]
    return len(said) >= _FEWEST_TICKS and all(map(_TICK.fullmatch, said))


def _trimmed(rows: Sequence[list[list[Piece]]]) -> list[list[list[Piece]]]:
    """The rows without the columns that are empty all the way down."""
    widest = max(map(len, rows), default=0)
    filled = [any(at < len(row) and row[at] for row in rows) for at in range(widest)]
    return [[cell for at, cell in enumerate(row) if filled[at]] for row in rows]


def _unroll(cells: Sequence[Sequence[Piece]], *, owners_last: bool) -> list[Piece]:
    """Blocks of a layout row: a number cell belongs to the first block, a short last cell names who leads or acts.

    Under a heading such as "Action" the short cell follows what the row says; else it stands beside the row's title.
    """
    number, rest = _leading_number(cells), [list(cell) for cell in cells if cell]
    if number is not None:
        rest = rest[1:]
    last = rest.pop() if len(rest) > 1 and _is_short(rest[-1]) else []
    pieces = [piece for cell in rest for piece in cell]
    if number is None:
        return [*pieces, *last]
    pieces[0] = _numbered(pieces[0], number)
    return [*pieces, *last] if owners_last else [pieces[0], *last, *pieces[1:]]


def _leading_number(cells: Sequence[Sequence[Piece]]) -> str | None:
    """The number in the first cell, if that holds nothing else and other cells hold something."""
    first = cells[0]
    if len(first) != 1 or not any(cells[1:]):
        return None
    return _text(first[0]) if _BARE_NUMBER.match(_text(first[0])) else None


def _is_layout_row(cells: Sequence[Sequence[Piece]]) -> bool:
    return any(map(_is_layout, cells))


def _text(piece: Piece) -> str:
    """The words of a piece, its number in front."""
    text = " | ".join(fold(cell) for cell in piece.cells if fold(cell)) if piece.cells else fold(piece.text)
    return f"{piece.number} {text}".strip() if piece.number else text


def _is_short(cell: Sequence[Piece]) -> bool:
    return sum(len(_text(piece)) for piece in cell) <= _SHORT


def _is_layout(cell: Sequence[Piece]) -> bool:
    if any(piece.cells or piece.kind is BlockKind.HEADING for piece in cell) and len(cell) > 1:
        return True
    items = sum(piece.kind is BlockKind.ITEM and (piece.number is None or len(cell) > 1) for piece in cell)
    return len(cell) >= _MANY or (items >= 1 and len(cell) >= 2)


def _parallel(cells: Sequence[Sequence[Piece]]) -> list[tuple[Piece, ...]]:
    """Lines of a row whose cells all have the same number of short lines: names beside initials, one pair a line."""
    lengths = {len(cell) for cell in cells}
    if len(cells) < 2 or len(lengths) != 1 or lengths.pop() < 2:
        return []
    if any(len(_text(piece)) > _SHORT or piece.cells for cell in cells for piece in cell):
        return []
    return list(zip(*cells, strict=True))


def _cell_text(cell: Sequence[Piece]) -> str:
    """A cell's blocks in one line; what stood on lines of its own is parted by semicolons, but not within brackets."""
    whole = ""
    for text in map(_text, cell):
        goes_on = has_end(whole) or whole.endswith(",") or whole.count("(") > whole.count(")") or text.startswith("(")
        whole = f"{whole}{' ' if goes_on else '; '}{text}" if whole else text
    return whole


def _numbered(piece: Piece, number: str) -> Piece:
    if piece.number is not None or piece.cells:
        return piece
    kind = BlockKind.HEADING if piece.kind is BlockKind.HEADING else BlockKind.ITEM
    return with_text(replace(piece, kind=kind, number=number), piece.text, bold=piece.bold)
