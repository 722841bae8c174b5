"""A view as an Excel workbook: every cell is text or a number, never a formula."""

from __future__ import annotations

from io import BytesIO

from minutextract.errors import MissingProgram
from minutextract.views.table import View, cell

# What a cell may hold, and how wide a column may be.
_LONGEST, _WIDEST = 32_000, 70


def workbook(view: View) -> bytes:
    """The bytes of an .xlsx file with one sheet, every column in it.

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
    with xlsxwriter.Workbook(
        stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        sheet = book.add_worksheet("minutextract")
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        widths = [len(name) for name in view.columns]
        for column, name in enumerate(view.columns):
            sheet.write_string(0, column, name, bold)
        for number, row in enumerate(view.rows, start=1):
            for column, name in enumerate(view.columns):
                value = row[name]
                if isinstance(value, int | float) and not isinstance(value, bool):
                    sheet.write_number(number, column, value, wrapped)
                    continue
                text = cell(value)[:_LONGEST]
                sheet.write_string(number, column, text, wrapped)
                widths[column] = max(widths[column], min(len(text), _WIDEST))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width + 1)
        sheet.freeze_panes(1, 0)
        if view.rows:
            sheet.autofilter(0, 0, len(view.rows), len(view.columns) - 1)
    return stream.getvalue()
