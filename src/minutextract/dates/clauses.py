"""Events that a clause describes: "when gathered", "once the lease is signed", "after the audit"."""

from __future__ import annotations

import re

_LONGEST = 160
_WORDS = 14
_STOP = re.compile(
    r"[.!?](?=\s|$|[)\]])|[;:](?=\s|$)|[|)\]\n]|\s[-–—]+\s|\s\(|,"
    r"|\s(?:and|but)\s+(?:then\s+)?(?:also\s+)?(?=(?:[\w’'.-]{1,30}\s+){0,3}(?:to|will|shall|should|would|must)\s)"
)
_NOUN_STOP = re.compile(r"\s(?:to|so|in order|for|if|which|who|because|with|as|unless|whether|via|using)\s")
_PAST = re.compile(r"\b(?:was|were|had|did|came|went|said|took|got|would|could|used)\b", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:check|ask|find\s+out|confirm|know|knows|see|decide|decided|establish|determine|ascertain|clarify|discuss\w*|consider|"
    r"remember|say|tell|state|explain|understand|understood|enquire|inquire|agree|specify|asked|asking|checking|seeing|"
    r"to|about|of|sure|clear|unsure|unclear|(?:ask|tell|asked)\s+(?:[\w’'.-]+\s+){0,3}[\w’'.-]+|"
    r"(?:day|days|time|times|date|dates|occasion|year|period|case|cases|and|or|especially|even|particularly|as|than))\s*$",
    re.IGNORECASE,
)
_WHEN_NOT = re.compile(
    r"\s+(?:\w+ing\b|to\b|and\b|or\b|not\b|in\b|else\b|it\s+comes\b|exactly\b|was\b)|\s*\?", re.IGNORECASE
)
_ONCE_NOT = re.compile(
    r"\s+(?:a|an|per|every|each|again|more|only|for\s+all|and|in\s+a|upon|daily|weekly|monthly|or\s+twice|off)\b|-",
    re.IGNORECASE,
)
_ONCE_BEFORE = re.compile(r"\b(?:at|than|only|just|all|for|or|least)\s*$", re.IGNORECASE)
_OCCASION = re.compile(
    r"\s+(?:(?:the|our|his|her|their|its|this|each|any|a|an|your|my)\s+\S|(?!during|being|morning|evening)[a-z]{2,20}ing\b|[A-Z0-9]|"
    r"(?:it|he|she|they|we|you|i)\s|(?:completion|receipt|approval|publication|closure|closing|launch|release|sign-?off|"
    r"consultation|election|school|work|lunch|gaming|submission|final|next|half[- ]term|easter|christmas)\b)"
)
_SHORT_END = re.compile(
    r"\s+(?!long|now|noon|dark|then|that|and|but|or|when)[a-z]{3,20}(?:\s+[a-z]{3,20}){0,2}\s*(?:[.,;)]|$)"
)
_OCCASION_NOT = re.compile(
    r"\s+(?:the\s+)?(?:(?:committee|council|board|court|members|hours|school|all|consideration|discussion|that|which|him|her|it|them|"
    r"us|me|some|much|many|long|a\s+(?:while|long|short|few|brief|full|lengthy))\s*(?:$|[.,;)]|\s(?:was|were|had|it|the)\b)|"
    r"(?:some|much|a|an|further|considerable|lengthy|long|brief|due|full)\s+(?:\w+\s+)?(?:discussion|debate|consideration|deliberation)|"
    r"fact|last|best|next|time\s+of)\b",
    re.IGNORECASE,
)
_AFTER_BEFORE = re.compile(
    r"\b(?:look|looks|looked|looking|named|soon|ever|one|sought|called|as|never|not\s+long|shortly|day|than|from|or|got|gained|received|learnt|learned|obtained|raised)\s*$",
    re.IGNORECASE,
)
_TASK = re.compile(r"[,:]\s*\S")
_ORDER = re.compile(r"[,:]\s.{0,200}?\b(?:will|to|shall|should|must)\b", re.DOTALL)


def clause_end(text: str, at: int, *, noun: bool = False) -> int | None:
    """Where the clause that goes on from here ends; None if it is too long to be a due phrase.

    Args:
        text: the sentence.
        at: offset in the clause.
        noun: whether only a noun phrase is wanted, which also ends before "to", "so", "for".
    """
    part = text[at : at + _LONGEST]
    found = _STOP.search(part)
    end = found.start() if found else len(part)
    if noun and (stop := _NOUN_STOP.search(part, 0, end)):
        end = stop.start()
    words = len(part[:end].split())
    if (not found and len(text) > at + _LONGEST) or not 1 <= words <= (8 if noun else _WORDS):
        return None
    return at + len(part[:end].rstrip(" ,\"'”’*_"))


def when_end(text: str, start: int, at: int) -> int | None:
    """The end of a clause with "when" between `start` and `at`; None if it is no time at which something is due."""
    if _WHEN_NOT.match(text, at) or _ASKING.search(text, max(0, start - 60), start):
        return None
    return _time_clause(text, start, at)


def once_end(text: str, start: int, at: int) -> int | None:
    """The end of a clause with "once"; None for the adverb ("once a month", "at once")."""
    if _ONCE_NOT.match(text, at) or _ONCE_BEFORE.search(text, max(0, start - 20), start):
        return None
    return _time_clause(text, start, at)


def _time_clause(text: str, start: int, at: int) -> int | None:
    end = clause_end(text, at)
    if end is None or _PAST.search(text, at, end) or text[end : end + 1] == "?":
        return None
    return end if not _opens(text, start) or _TASK.match(text, end) else None


def occasion_end(text: str, start: int, at: int) -> int | None:
    """The end of an occasion after "before", "after", "following" …; None if it is no time to do something."""
    if (
        not _OCCASION.match(text, at)
        or _OCCASION_NOT.match(text, at)
        or _AFTER_BEFORE.search(text, max(0, start - 20), start)
    ):
        return None
    end = clause_end(text, at, noun=True)
    if end is None or _PAST.search(text, at, end):
        return None
    return end if not _opens(text, start) or _ORDER.match(text, end) else None


def _opens(text: str, start: int) -> bool:
    """Whether the clause opens the sentence: then it is a due phrase only if a task follows it."""
    return not text[:start].strip(" \t-–—•*:_()[]\"'“”0123456789.")
