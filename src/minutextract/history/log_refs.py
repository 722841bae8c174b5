"""References of actions: their own, and those that words name ("see Action 12.3", "Actions 12.2-4, 7 completed")."""

from __future__ import annotations

import re

# What a document that gives none is counted by: its date and a number.
_COUNTED = re.compile(r"(?:\d{4}-\d\d-\d\d|undated)/\d+")
# Long enough that two actions of a series do not have the same by chance.
_REGISTERED = re.compile(r"\d[./-]\d|[A-Z][-/]?\d|\d{3}", re.IGNORECASE)
_ONE = r"#?(?:[A-Z]{1,4}[-/]?)?\d{1,6}(?:[./]\d{1,4}){0,3}"
_NEXT = r"(?:\s*(?:,|&|;|\band\b|,\s*and\b)\s*|\s*[-–]\s*|\s+to\s+)"
_NAMED = re.compile(
    rf"\b(?:actions?(?:\s+(?:points?|items?))?|ap|ai)\s*(?:no\.?\s*|numbers?\s*)?(?P<refs>{_ONE}(?:{_NEXT}{_ONE})*)(?![\w%])",
    re.IGNORECASE,
)
# "CSP/25/31": the register's own letters, which its log may leave out.
_REGISTER = re.compile(r"^[A-Z]{2,6}[/-](?=\d{1,4}[/.-]\d)")
_BARE_OPENING = re.compile(r"[A-Z]{2,6}/\d{1,4}/\d{1,4}(?=[\s.:])")
_PART = re.compile(rf"(?P<ref>{_ONE})|(?P<range>[-–]|\bto\b)", re.IGNORECASE)
_TAIL = re.compile(r"(?P<head>.*(?<!\d))(?P<number>\d+)")
# More are no range of actions but two years, or a slip.
_LONGEST_RANGE = 30


def own_ref(ref: str | None) -> str:
    """The reference that the document itself gives an action, "" if it was only counted."""
    return "" if not ref or _COUNTED.fullmatch(ref) else normal(ref)


def normal(ref: str) -> str:
    """A reference as it is compared: "#12.3." and "AP 12.3" are one."""
    bare = re.sub(r"^\W*(?:(?:actions?|ap|ai|item)\b[\s:]+)?#?", "", ref.strip(), flags=re.IGNORECASE)
    return _REGISTER.sub("", re.sub(r"\s+", "", bare).rstrip(".:;,)").upper())


def is_registered(ref: str) -> bool:
    """Whether a reference by itself tells an action from all others of its series."""
    return bool(_REGISTERED.search(ref))


def named_refs(said: str) -> list[str]:
    """The references that words name, in order, ranges spelled out ("12.2-4, 7": 12.2, 12.3, 12.4, 12.7)."""
    found: dict[str, None] = {}
    for named in _NAMED.finditer(said):
        for ref in _spelled_out(named["refs"]):
            found.setdefault(ref, None)
    return list(found)


def opening_refs(said: str) -> list[str]:
    """The references that words open with, which they are therefore about."""
    bare = said.lstrip(" \t*_-•–—[(#")
    if opening := _BARE_OPENING.match(bare):
        return [normal(opening[0])]
    named = _NAMED.match(bare)
    return list(dict.fromkeys(_spelled_out(named["refs"]))) if named else []


def _spelled_out(refs: str) -> list[str]:
    found: list[str] = []
    through = False
    for part in _PART.finditer(refs):
        if part["range"]:
            through = True
            continue
        ref = _completed(found[-1], normal(part["ref"])) if found else normal(part["ref"])
        found += _between(found[-1], ref) if through and found else []
        found.append(ref)
        through = False
    return found


def _completed(before: str, ref: str) -> str:
    """A bare number behind a reference in parts counts on within it: "12.2, 4" names 12.4."""
    tail = _TAIL.fullmatch(before)
    return tail["head"] + ref if tail and tail["head"].endswith((".", "/")) and ref.isdigit() else ref


def _between(first: str, last: str) -> list[str]:
    one, other = _TAIL.fullmatch(first), _TAIL.fullmatch(last)
    if not one or not other or one["head"] != other["head"]:
        return []
    start, stop = int(one["number"]), int(other["number"])
    return [f"{one['head']}{n}" for n in range(start + 1, stop)] if 0 < stop - start <= _LONGEST_RANGE else []
