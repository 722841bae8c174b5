"""Excel workbooks whose cells are text, numbers or dates, never formulas or links; the same content, the same bytes."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from minutextract.errors import MissingProgram
from minutextract.views.table import View, cell

# What a cell may hold, and how wide a column of a view may be.
_LONGEST, _WIDEST = 32_000, 70
# Heights in points are set, as not every program finds those of wrapped text.
_LINE, _HIGHEST = 15, 405
# Excel counts days from here on.
_FIRST_YEAR = 1900
# Papers by Excel's numbers.
A3, A4 = 8, 9
_HEAD = {"bold": True, "bg_color": "#DCE6F1", "bottom": 1, "text_wrap": True, "valign": "top"}
_CELL = {"text_wrap": True, "valign": "top", "bottom": 4, "bottom_color": "#B0B0B0"}
_LOOKS: dict[str, dict[str, Any]] = {
    "cell": _CELL,
    "overdue": {**_CELL, "bold": True, "font_color": "#9C0006"},
    "finished": {**_CELL, "font_color": "#595959"},
    "plain": {"text_wrap": True, "valign": "top"},
    "strong": {"bold": True, "valign": "top"},
    "group": {"bold": True, "valign": "top", "bg_color": "#F0F0F0", "bottom": 1},
}
_DATE = "d mmm yyyy"


class Sheet:
    """A sheet that is filled row by row, below a header that stays in sight."""

    def __init__(self, book: Any, name: str, columns: Sequence[tuple[str, float]]) -> None:
        self._sheet = book.add_worksheet(name)
        self._book = book
        self._looks: dict[tuple[str, bool], Any] = {}
        self._columns = columns
        self._next = 1
        head = book.add_format(_HEAD)
        for number, (heading, width) in enumerate(columns):
            self._sheet.write_string(0, number, heading, head)
            self._sheet.set_column(number, number, width)
        self._sheet.set_row(0, 2 * _LINE)
        self._sheet.freeze_panes(1, 0)

    def row(self, values: Sequence[object], looks: Sequence[str] | None = None) -> None:
        """Write a row: dates as dates, numbers as numbers, all else as text whatever it begins with."""
        lines = 1
        for number, value in enumerate(values):
            text = self._write(number, value, looks[number] if looks else "cell")
            lines = max(lines, _lines(text, int(self._columns[number][1])))
        self._sheet.set_row(self._next, min(lines * _LINE, _HIGHEST))
        self._next += 1

    def heading(self, text: str) -> None:
        """Write a line that heads those below it."""
        self._sheet.write_string(self._next, 0, text[:_LONGEST], self._look("group"))
        for number in range(1, len(self._columns)):
            self._sheet.write_blank(self._next, number, None, self._look("group"))
        self._sheet.set_row(self._next, _LINE)
        self._next += 1

    def as_table(self, name: str, printed: int, paper: int) -> None:
        """Make a table of all rows, to sort and to filter; for the rest as `done`."""
        if self._next > 1:
            headings = [{"header": heading} for heading, _ in self._columns]
            style = {"name": name, "columns": headings, "style": "Table Style Light 1", "banded_rows": False}
            self._sheet.add_table(0, 0, self._next - 1, len(self._columns) - 1, style)
            head = self._book.add_format(_HEAD)
            for number, (heading, _) in enumerate(self._columns):
                self._sheet.write_string(0, number, heading, head)
        self.done(printed, paper)

    def done(self, printed: int, paper: int = A4) -> None:
        """Set how the first columns are printed: across the page, with the header on each."""
        self._sheet.set_landscape()
        self._sheet.set_paper(paper)
        self._sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        self._sheet.print_area(0, 0, self._next - 1, printed - 1)
        self._sheet.set_footer("&L&A&RPage &P of &N")

    def filtered(self) -> None:
        """Offer filters in the header."""
        if self._next > 1:
            self._sheet.autofilter(0, 0, self._next - 1, len(self._columns) - 1)

    def _write(self, number: int, value: object, look: str) -> str:
        """Write a cell, and return its text."""
        if isinstance(value, date) and value.year >= _FIRST_YEAR:
            self._sheet.write_datetime(self._next, number, value, self._look(look, day=True))
            return value.isoformat()
        if isinstance(value, int | float) and not isinstance(value, bool):
            self._sheet.write_number(self._next, number, value, self._look(look))
            return str(value)
        text = (value.isoformat() if isinstance(value, date) else cell(value))[:_LONGEST]
        if text:
            self._sheet.write_string(self._next, number, text, self._look(look))
        else:
            self._sheet.write_blank(self._next, number, None, self._look(look))
        return text

    def _look(self, name: str, *, day: bool = False) -> Any:
        if (name, day) not in self._looks:
            dated = {"num_format": _DATE, "align": "left"} if day else {}
            self._looks[name, day] = self._book.add_format({**_LOOKS[name], **dated})
        return self._looks[name, day]


def _lines(text: str, width: int) -> int:
    """How many lines a cell takes, about."""
    if len(text) <= width:
        return 1
    return len(textwrap.wrap(text, width)) if len(text) < 40 * width else _HIGHEST


class Book:
    """A workbook in the making."""

    def __init__(self, book: Any) -> None:
        self._book = book

    def sheet(self, name: str, columns: Sequence[tuple[str, float]]) -> Sheet:
        """A new sheet with the headings and widths of its columns."""
        return Sheet(self._book, name, columns)


def workbook_bytes(fill: Callable[[Book], None], *, title: str, day: date | None = None) -> bytes:
    """The bytes of an .xlsx file.

    Args:
        fill: adds the sheets.
        title: of the file's properties.
        day: on which its content was so; the file's properties give no other time.

    Raises:
        MissingProgram: XlsxWriter is not installed.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingProgram(
            "Excel files need XlsxWriter, which is not installed", "Run `pip install xlsxwriter`."
        ) from error
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(stream, options) as book:
        made = datetime(day.year, day.month, day.day) if day else datetime(2000, 1, 1)
        book.set_properties({"title": title, "author": "minutextract", "created": made})
        fill(Book(book))
    return stream.getvalue()


def workbook(view: View) -> bytes:
    """A view as a workbook with one sheet, every column in it.

    Raises:
        MissingProgram: XlsxWriter is not installed.
    """

    def fill(book: Book) -> None:
        sheet = book.sheet("minutextract", [(name, _width(view, name)) for name in view.columns])
        for row in view.rows:
            sheet.row([row[name] for name in view.columns])
        sheet.filtered()

    return workbook_bytes(fill, title="minutextract")


def _width(view: View, name: str) -> int:
    longest = max((len(cell(row[name])) for row in view.rows), default=0)
    return max(len(name), min(longest, _WIDEST)) + 1
