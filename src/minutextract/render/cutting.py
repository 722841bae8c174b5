"""One line's words made shorter: what they lean on goes first, then what stands behind the end of a clause."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from minutextract.findings.pointers import points_back, says_little
from minutextract.findings.task_matter import own_words
from minutextract.render.content import LEAD, Line
from minutextract.render.wording import capitalised, clip

_SHORT_LEAD, _TELLS_LITTLE = 30, 40
_SHORT_CONTEXT = 60
_CONTEXT = re.compile(r"\s*\(“([^“”]*)”\)(?=\s*(?:\(|$))")
# Who moved it and how the vote went, or with whom: this stays, however long the rest is.
_NOTE = re.compile(
    r"\s\((?:(?:moved|seconded)\sby\s|with\s(?=[A-Z])|(?:carried|rejected|defeated|deferred|withdrawn|unanimous\w*)\b|\d{1,3}\s?[–-]\s?\d)[^“”]{0,400}\)$"
)
# Where words may end; behind some joints they would say the contrary of what was meant.
_CLAUSE_END = re.compile(
    r"(?:[.,;:]?\s+(?:[–—-]\s|(?:which|because|so\s+that|in\s+order\s+to|as\s+well\s+as|i\.\s?e\.|e\.\s?g\.)\s)|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bMrs)(?<!\bCllr)[.;]\s(?=\S*\w)|"
    r",\s+(?=(?:and|so|with|including|such|following|depending|as|since|who|where|when|to)\s))"
)
_UPTURN = re.compile(
    r"(?:but|except|unless|only|however|though|although|not|provided|if|until|subject)\b", re.IGNORECASE
)
_LEAST_KEPT = 0.6


def clipper(most: int) -> Callable[[Line], Line]:
    """What cuts a line to about so many characters."""
    return lambda line: replace(line, text=_clipped(line, most))


def clauses(most: int) -> Callable[[Line], Line]:
    """What cuts a line to about so many characters, but only where a clause ends."""
    return lambda line: replace(line, text=_noted(line.text, lambda text: _at_clause(text, most) or text))


def without_context(line: Line) -> Line:
    """The line without words that it repeats from elsewhere, where it stands alone."""
    return replace(line, text=_noted(line.text, lambda text: _without_context(text, len(own_words(text)))))


def _noted(text: str, change: Callable[[str], str]) -> str:
    """The text changed in front of the note that stays behind it."""
    note = _NOTE.search(text)
    return f"{change(text[: note.start()])}{note[0]}" if note else change(text)


def _clipped(line: Line, most: int) -> str:
    # For a few words more nothing is torn.
    if len(line.text) <= most + most // 4:
        return line.text
    return _noted(line.text, lambda text: _shorter(line, text, most))


def _shorter(line: Line, text: str, most: int) -> str:
    """The words cut: first what they lean on, behind them in brackets or in front of a dash, then their own end."""
    if len(text) <= most + most // 4:
        return text
    text = _without_context(text, most)
    lead, dash, rest = text.partition(LEAD)
    if len(text) > most + most // 4 and line.headed and dash and rest and lead.casefold() not in line.quote.casefold():
        left = most - len(rest) - len(LEAD)
        least = _SHORT_LEAD if len(rest) < _TELLS_LITTLE else 0
        text = f"{clip(lead, max(left, least))}{LEAD}{rest}" if max(left, least) >= _SHORT_LEAD else capitalised(rest)
    return text if len(own_words(text)) <= most + most // 4 else _cut(text, most)


def _cut(text: str, most: int) -> str:
    """The words clipped behind the last clause that fits, unless that is much less."""
    return _at_clause(text, most) or clip(text, most)


def _at_clause(text: str, most: int) -> str | None:
    """The words up to the last end of a clause that fits; None if none does or little would be left."""
    if len(text) <= most + most // 4:
        return None
    ends = [end for end in _clause_ends(text) if _LEAST_KEPT * most < end <= most + most // 4]
    return f"{text[: ends[-1]].rstrip(' ,;:')} …" if ends else None


def _clause_ends(text: str) -> list[int]:
    """Where the words may end: outside brackets and quotation marks, and not before what turns their sense."""
    return [
        found.start()
        for found in _CLAUSE_END.finditer(text)
        if _is_closed(text[: found.start()]) and not _UPTURN.match(text[found.end() :])
    ]


def _is_closed(text: str) -> bool:
    return text.count("(") <= text.count(")") and text.count("“") <= text.count("”")


def _without_context(text: str, most: int) -> str:
    """The words without what they lean on; those that say nothing alone keep its beginning."""
    context, own = _CONTEXT.search(text), _CONTEXT.sub("", text)
    if context is None or not (says_little(own) or points_back(own)):
        return own
    return _CONTEXT.sub(lambda found: f" (“{clip(found[1], max(most - len(own), _SHORT_CONTEXT))}”)", text)
