"""The thanks of a summary: who gave them to whom, and for what."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.record import Praise
from minutextract.render.content import Line, Section, grouped, located
from minutextract.render.heading import item_label
from minutextract.render.options import Attribution
from minutextract.render.outcomes import uncapitalised, without_opener
from minutextract.render.rewording import Rewording
from minutextract.render.wording import capitalised

# Fewer words than these say no more than that somebody was thanked.
_TELLS = 7

_WORD = re.compile(r"[^\W\d_]{2,}")
_POLITE = re.compile(
    r"\b(?:thanks?|thank\s+you|you|very|so|much|many|all|everyone|everybody|okay|ok|yeah|that|was|were|is|very|really|again|for|"
    r"attending|coming|joining|and|best|thing|ever|great|good|nice|awesome|helpful|super|the|to)\b|[’'](?:s|re)\b",
    re.IGNORECASE,
)
_LEAST_SAID = 2

# Whoever such a word stands for, nobody who was not there knows.
_PRONOUNS = frozenset("he she they we i it".split())


def recognition(words: Rewording) -> Section:
    """Who was thanked for what, by giver."""
    telling = [praise for praise in words.record.praise if not _is_empty(words, praise)]
    lines = ((_giver(words, praise), _line(words, praise)) for praise in telling)
    return Section("thanks", "Thanks and recognition", grouped(lines))


def _is_empty(words: Rewording, praise: Praise) -> bool:
    """Whether somebody only says thank you: to nobody by name, and for nothing."""
    named = any(one.person or one.unit for one in praise.to)
    said = praise.reason or words.words(praise.span)
    return not named and len(_WORD.findall(_POLITE.sub(" ", said))) < _LEAST_SAID


def _giver(words: Rewording, praise: Praise) -> str:
    if words.names.attribution is Attribution.NONE:
        return ""
    named = [one for one in praise.by if one.person or one.unit or one.name.lower() not in _PRONOUNS]
    if not named:
        return "Giver not clear" if praise.by else "Giver not named"
    return f"From {uncapitalised(words.names.parties(named))}"


def _line(words: Rewording, praise: Praise) -> Line:
    line = Line(_thanks(words, praise), *item_label(words, praise.item))
    return located(line, words.record.document, praise)


def _thanks(words: Rewording, praise: Praise) -> str:
    """ "Jane Roe: for her work"; the whole quotation where receiver and reason are not both plain."""
    if not praise.to:
        return capitalised(_what_was_praised(words, praise))
    quote = without_opener(words.words(praise.span).removesuffix("."))
    reason = words.text(praise.reason, praise.span) if praise.reason else ""
    receivers = words.names.parties(praise.to, to_tell=True)
    if not reason and len(quote.split()) < _TELLS:
        return receivers
    if not reason:
        told = all(party.name in quote for party in praise.to)
        return capitalised(quote.rstrip(" :,")) if told else f"{receivers}: “{quote}”"
    before = quote[: quote.find(reason)].split()[-1:] if reason in quote else []
    preposition = f"{before[0].lower()} " if before and before[0].lower() in ("for", "on") else ""
    return f"{receivers}: {preposition}{reason}"


def _what_was_praised(words: Rewording, praise: Praise) -> str:
    """ "Jane Roe praised the new lamps": "The new lamps" alone would not say that they were praised."""
    span, text = praise.span, words.record.document.text
    if not praise.reason:
        return without_opener(words.words(span).removesuffix("."))
    at = text.find(praise.reason, span.start, span.end)
    if at < 0 or len(text[span.start : at].split()) > _TELLS:
        return words.text(praise.reason, span)
    return words.words(Span(span.start, at + len(praise.reason)))
