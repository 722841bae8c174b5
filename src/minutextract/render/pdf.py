"""The page of a summary as PDF; WeasyPrint lays it out, and nothing is loaded from anywhere."""

from __future__ import annotations

import logging

from minutextract.errors import MissingProgram

_PAGE = """
@page { size: A4; margin: 18mm 16mm 20mm;
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8.5pt sans-serif; color: #555; } }
"""


def is_available() -> bool:
    """Whether a PDF can be made here."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        return False
    return True


def pdf_of(page: str) -> bytes:
    """The bytes of a tagged PDF file on A4: the same for the same page.

    Args:
        page: HTML that holds all that it shows.

    Raises:
        MissingProgram: WeasyPrint, or the library Pango below it, is not installed.
    """
    try:
        import weasyprint
    except ImportError as error:
        raise MissingProgram(
            "PDF needs WeasyPrint, which is not installed",
            "Run `pip install 'minutextract[pdf]'`, or write html and print that from a browser.",
        ) from error
    except OSError as error:
        raise MissingProgram(
            "PDF needs the library Pango, which is not installed",
            "Install it (Debian, Ubuntu: apt install libpango-1.0-0 libpangoft2-1.0-0), or print html from a browser.",
        ) from error
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.ERROR)
    # What stands in the page itself may be shown; nothing is asked of a network or the disk.
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    document = weasyprint.HTML(string=page, url_fetcher=fetcher)
    content: bytes = document.write_pdf(stylesheets=[weasyprint.CSS(string=_PAGE)], pdf_variant="pdf/ua-1")
    return content
