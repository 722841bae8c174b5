"""What a file holds: the bytes of a text, as the programs that open it expect them."""

from __future__ import annotations

from codecs import BOM_UTF8


def as_bytes(content: str | bytes, name: str | None = None) -> bytes:
    """UTF-8, in a .csv file after a byte order mark: spreadsheets take it for an older encoding without one.

    Args:
        content: bytes stay as they are. A path that is no Unicode comes as lone surrogates; escaped they are valid in
            JSON and harmless elsewhere.
        name: of the file; None if it goes to another program, which wants no mark.
    """
    if isinstance(content, bytes):
        return content
    mark = BOM_UTF8 if name is not None and name.lower().endswith(".csv") else b""
    return mark + content.encode("utf-8", "backslashreplace")
