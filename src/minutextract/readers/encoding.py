"""Bytes to text by a fixed ladder: byte order mark, UTF-16 by its zero bytes, UTF-8, then line by line."""

from __future__ import annotations

import codecs
import re

from minutextract.errors import OversizedDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_BREAKS = re.compile("\r\n?|[\x0b\x85\u2028]")
_PARAGRAPH_BREAKS = re.compile("[\x0c\u2029]")
# UTF-8 that was once read as cp1252: "Ã©" for é, "â€™" for a curly apostrophe.
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf€‚„…†‡‰‹‘’“”•–—™›]|â€[\u0080-\u00bf™œ˜“”¦]")
_BIDI_OVERRIDES = re.compile("[\u202d\u202e]")
_SAMPLE = 4096
MAX_CHARACTERS = 20_000_000


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file, its line breaks as "\\n" and control characters as U+FFFD, and warnings about it.

    Raises:
        OversizedDocument: more than 20 million characters.
    """
    text, warnings = _decode(data)
    refuse_long(text)
    text = _CONTROLS.sub("\ufffd", _PARAGRAPH_BREAKS.sub("\n\n", _BREAKS.sub("\n", text)))
    if text.count("\ufffd") > len(text) / 200:
        warnings = (*warnings, "undecodable characters: parts of the text are unreadable")
    if len(_MOJIBAKE.findall(text)) > 1:
        warnings = (*warnings, "mojibake: the text was once decoded wrongly and is read as it stands")
    return text, warnings


def refuse_long(text: str) -> None:
    """Check that a text is within the limit: no minutes are as long as a hundred novels.

    Raises:
        OversizedDocument: more than 20 million characters.
    """
    if len(text) > MAX_CHARACTERS:
        raise OversizedDocument(
            f"the document holds {len(text):,} characters; the limit is {MAX_CHARACTERS:,}", "Split it."
        )


def bidi_warnings(text: str) -> tuple[str, ...]:
    """What to say of a text with characters that make the words behind them show in another order."""
    if _BIDI_OVERRIDES.search(text) is None:
        return ()
    return ("direction overrides: some words show in another order than they are written in",)


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ()
    if utf16 := utf16_by_zeros(data):
        return data.decode(utf16, errors="replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _line_by_line(data)


def utf16_by_zeros(data: bytes) -> str | None:
    """The UTF-16 flavour of text without a byte order mark, told by where its zero bytes stand."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.1:
        return "utf-16-be"
    return None


def _line_by_line(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Files pasted together from two encodings keep both: each line is UTF-8 if it can be, else cp1252."""
    lines, multibyte = [], 0
    for line in data.split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
            multibyte += not line.isascii()
        except UnicodeDecodeError:
            lines.append(_cp1252(line))
    warnings = ("mixed encodings: some lines are UTF-8, others Windows-1252",) if multibyte else ()
    return "\n".join(lines), warnings


def _cp1252(line: bytes) -> str:
    # Five byte values mean nothing in cp1252.
    return line.decode("cp1252", errors="replace")
