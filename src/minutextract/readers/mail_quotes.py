"""What of a message's text its sender wrote: without quoted replies, headers of forwarded mail and signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

_QUOTED = re.compile(r"\s{0,3}>")
# "On Tue, 4 Mar 2031 at 10:12, A <a@b> wrote:" may be broken over three lines.
_WROTE = re.compile(r"On\s[^\n]{0,300}(?:@|\d[:.]\d\d)[^\n]{0,300}\swrote:\s*$")
_ORIGINAL = re.compile(r"-{2,}\s*Original (?:Message|Appointment)\s*-{2,}\s*$", re.IGNORECASE)
_FORWARDED = re.compile(r"(?:-{2,}\s*)?(?:Begin )?Forwarded message\b[^\n]{0,60}$", re.IGNORECASE)
_FORWARD_HEADER = re.compile(r"[*\s]{0,4}(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance|Attachments):")
_SENT = re.compile(r"\b(?:Sent|Date):")
_SIGNATURE = re.compile(r"--\s?$")
_LONGEST_SIGNATURE = 15
_HEADER_LINES = 8
_WROTE_LINES = 3
_QUOTES_CSS = (
    "blockquote[type=cite], blockquote.gmail_quote, div.gmail_quote, .moz-cite-prefix, .yahoo_quoted, "
    ".protonmail_quote, #divRplyFwdMsg ~ *, #divRplyFwdMsg, #appendonsend"
)
# Signatures, and who forwarded what when.
_FRAME_CSS = ".gmail_attr, .gmail_signature, .moz-signature, #Signature, #ms-outlook-mobile-signature"


def own_text(text: str) -> tuple[str, int]:
    """The sender's own words in a plain text, and how many lines of quoted replies were left out.

    A forwarded message is kept, without the headers on top of it.
    """
    lines = text.split("\n")
    end = quote_start(lines)
    kept = [line for line in _without_attributions(lines[:end]) if not _QUOTED.match(line)]
    out = _filled(lines) - _filled(kept)
    return "\n".join(_without_forward_header(_without_signature(kept))), out


def unquoted(text: str) -> str:
    """A text whose quoted lines are what it says, without the marks in front of them."""
    return "\n".join(_without_forward_header([re.sub(r"^\s{0,3}(?:> ?){1,20}", "", line) for line in text.split("\n")]))


def quote_start(lines: Sequence[str]) -> int:
    """Where the message that this one answers begins, if it follows unquoted; else the number of lines."""
    for at, line in enumerate(lines):
        if _ORIGINAL.match(line.strip()):
            return at
        if _FORWARDED.match(line.strip()):
            return len(lines)
        if (length := _attribution(lines, at)) and not _QUOTED.match(_next_filled(lines, at + length)):
            return at
        if at and line.lstrip("* ").startswith("From:") and _is_outlook_header(lines[at : at + _HEADER_LINES]):
            return at
    return len(lines)


def _without_forward_header(lines: Sequence[str]) -> list[str]:
    """The lines without the sender, recipients and day of a message that was forwarded."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        if not _FORWARDED.match(lines[at].strip()):
            kept.append(lines[at])
            at += 1
            continue
        at += 1
        left = _HEADER_LINES
        while at < len(lines) and left and (_FORWARD_HEADER.match(lines[at]) or not lines[at].strip()):
            at, left = at + 1, left - 1
    return kept


def own_html(markup: str) -> tuple[str, bool]:
    """The markup without quoted replies and signatures, and whether there were quotes."""
    parser = LexborHTMLParser(markup)
    quotes = [node for node in parser.css(_QUOTES_CSS) if "orwarded message" not in node.text()[:200]]
    for node in (*quotes, *parser.css(_FRAME_CSS)):
        # What is in it alone: to take nodes out whose parents are out already is not safe.
        node.inner_html = ""
    return parser.html or "", bool(quotes)


def _filled(lines: Sequence[str]) -> int:
    return sum(1 for line in lines if line.strip())


def _attribution(lines: Sequence[str], at: int) -> int:
    """Over how many lines "On …, … wrote:" goes from here on; 0 if it does not."""
    if not lines[at].lstrip("> ").startswith("On "):
        return 0
    for length in range(1, _WROTE_LINES + 1):
        joined = " ".join(line.strip() for line in lines[at : at + length])
        if joined.endswith("wrote:") and _WROTE.match(joined):
            return length
    return 0


def _without_attributions(lines: Sequence[str]) -> list[str]:
    kept: list[str] = []
    skip = 0
    for at, line in enumerate(lines):
        skip = max(skip - 1, _attribution(lines, at))
        if not skip:
            kept.append(line)
    return kept


def _next_filled(lines: Sequence[str], at: int) -> str:
    return next((line for line in lines[at : at + 5] if line.strip()), "")


def _is_outlook_header(lines: Sequence[str]) -> bool:
    joined = " ".join(lines)
    return bool(_SENT.search(joined)) and "To:" in joined and "Subject:" in joined


def _without_signature(lines: list[str]) -> list[str]:
    """Without what follows the last "-- ", if that is short; minutes may have such a line between two parts."""
    at = next((at for at in range(len(lines) - 1, -1, -1) if _SIGNATURE.match(lines[at])), None)
    return lines if at is None or _filled(lines[at + 1 :]) > _LONGEST_SIGNATURE else lines[:at]
