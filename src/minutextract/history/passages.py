"""What a meeting's minutes say of earlier actions outside of findings: points of reviews, and sentences that tell."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutextract.history.log_refs import normal
from minutextract.history.told_status import told_status
from minutextract.history.wording import telling_words

# Headings of what looks back on actions: "Matters arising", "Action log", "What we said we would do".
_LOOKS_BACK = re.compile(
    r"\bmatters\s+(?:arising|outstanding)\b|\baction\s+(?:log|register|review|tracker|points?\s+review)\b|"
    r"\b(?:old|open|earlier|previous|outstanding|past|last)\s+action(?:s|\s+(?:points?|items?))\b|"
    r"\bactions?\s+(?:points?\s+|items?\s+)?(?:outstanding|from|of\s+(?:the\s+)?(?:last|previous))\b|"
    r"\b(?:review|follow[\s-]?up|status|recap|progress|reports?)\s+(?:of|on)\s+(?:the\s+)?(?:\w+\s+){0,3}(?:actions?|tasks)\b|"
    r"\bwhat\s+happened\s+to\b|\bwhat\s+we\s+(?:said|promised)\b|\bpromises\s+from\b|\bearlier\s+tasks\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 12
_NUMBERED = re.compile(r"\W{0,3}(?P<number>\d{1,3})(?P<mark>[.):]|/\d+)?\s+\S")
_REF = r"(?:[A-Z]{1,6}[-/])?\d{1,4}(?:[./-]\d{1,4}){1,2}"
_LEADING_REF = re.compile(rf"\W{{0,3}}(?:(?:Actions?|AP|AI|Item)\s*#?)?(?P<ref>{_REF})\b(?!\s*(?:%|am\b|pm\b))[.:)]?")
_NAMED_REF = re.compile(rf"\((?:(?:see|AP|Actions?)\s+)?(?P<ref>{_REF})\)")
# Points that run on in one line begin with a reference of their own, or with a matter and its owner.
_NEXT_POINT = re.compile(
    r"(?<=[.!?\w])\s+(?=[A-Z]{2,6}/\d{1,3}/\d{1,3}\s+[A-Z])|"
    r"(?<=[.!?])\s+(?=[A-Z][^.:()]{3,60}\([A-Z][^()]{1,30}\)\s*[-–:]\s)"
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z])|;\s+")
# "(b) Roof void. …", "Keys (JLP): …", "JLP, signing certificate: …", "Cells | of a row".
_HEAD = re.compile(
    r"\W{0,3}(?:[a-z]\)\s*)?(?P<head>(?:[^.:|]|\.(?=\d)){2,90}?(?:\([^()]{1,40}\))?)\s*(?:[.:|]|\s[-–—])(?:\s|$)"
)
_FEW_WORDS = 9
_VERB = re.compile(
    r"\b(?:will|has|have|had|was|were|is|are|said|confirmed|reported|gave)\b|\bto\s+(?!(?:the|an?|our|its|their)\b)"
)
_PREDICATE = re.compile(r",?\s+(?:will|has|have|had|was|were|is|are|promised|appeared|turned)\b")
_SUBJECT = re.compile(r"\W{0,3}(?:The|An?|All|[A-Z][\w’'-]*[’']s)\s+\S+(?:\s+\S+){0,8}$")
# What takes the place of a task is told beside what is to be done instead.
_INSTEAD = re.compile(r"\b(?:takes?\s+the\s+place\s+of|(?:this|which)\s+replaces)\s+(?P<matter>[^.;]{5,150})")
# Those who did it are thanked for it.
_THANKED = re.compile(
    r"\bthank(?:ed|s)\b[^.]{0,30}\b(?:all|those|everyone|everybody)\s+who\s+(?:had\s+|have\s+)?(?P<matter>[^,.;]{5,150})",
    re.IGNORECASE,
)
_BEFORE = 200
_LONGEST_POINT = 1_500


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the minutes that may tell of one earlier action.

    Attributes:
        start, end: offsets into the document's text.
        head: the words for the matter; those of all of it where none are set off.
        said: what is told of it.
        ref: the reference that it names, "" if none.
        reviewed: whether it stands where the minutes look back.
        headed: whether the words for the matter are set off.
        beside: whether it may stand in the words of a finding of its own.
    """

    start: int
    end: int
    text: str
    head: str
    said: str
    ref: str
    reviewed: bool
    headed: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Minuted:
    """The text of a meeting's minutes with its sentences and the titles of its items."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    titles: frozenset[str]


def read_minuted(connection: sqlite3.Connection, meeting: int) -> Minuted:
    """The text of a meeting, from the store."""
    [text] = connection.execute(
        "SELECT t.text FROM meetings m JOIN texts t ON t.key = m.text WHERE m.key = ?", (meeting,)
    ).fetchone()
    spans = connection.execute('SELECT "start", "end" FROM sentences WHERE meeting = ? ORDER BY "start"', (meeting,))
    titles = connection.execute("SELECT title FROM items WHERE meeting = ?", (meeting,))
    return Minuted(text, tuple((start, end) for start, end in spans), frozenset(" ".join(t.split()) for (t,) in titles))


def passages_of(minuted: Minuted) -> list[Passage]:
    """The points of the parts that look back, and all other sentences one by one."""
    if not minuted.sentences:
        return []
    found: list[Passage] = []
    covered: list[tuple[int, int]] = []
    first, last = minuted.sentences[0][0], max(end for _, end in minuted.sentences)
    for start, end in _sections(minuted, first, last):
        covered.append((start, end))
        found += _points(minuted.text, start, end)
    for start, end in minuted.sentences:
        if not any(a <= start < b for a, b in covered):
            said = minuted.text[start:end]
            if instead := _INSTEAD.search(said):
                matter = instead["matter"]
                found.append(Passage(start, end, said, matter, "superseded", _named(said), True, True, beside=True))
                continue
            found.append(Passage(start, end, said, said, said, _named(said), reviewed=False))
    return sorted(found, key=lambda one: one.start)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if text[at:stop].strip():
            yield at, stop
        at = stop + 1


def _sections(minuted: Minuted, first: int, last: int) -> Iterator[tuple[int, int]]:
    """From the line behind a heading that looks back to the next heading."""
    text = minuted.text
    begun: tuple[int, str] | None = None
    # The heading of the first item stands before the first sentence.
    for start, end in _lines(text, text.rfind("\n", 0, max(0, first - _BEFORE)) + 1, last):
        line = " ".join(text[start:end].split())
        if begun and _is_next_heading(minuted, line, begun[1]):
            yield begun[0], start
            begun = None
        if begun is None and _is_heading(line):
            begun = (end + 1, line)
    if begun:
        yield begun[0], last


def _is_heading(line: str) -> bool:
    return len(line.split()) <= _LONGEST_HEADING and "|" not in line and bool(_LOOKS_BACK.search(line))


def _is_next_heading(minuted: Minuted, line: str, opening: str) -> bool:
    own, other = _NUMBERED.match(opening), _NUMBERED.match(line)
    if own:
        if not other or "|" in line or (own["mark"] or "")[:1] != (other["mark"] or "")[:1]:
            return False
        if (own["mark"] or "").startswith("/"):
            return own["number"] == other["number"] and int((other["mark"] or "/0")[1:]) == int(own["mark"][1:]) + 1
        return int(other["number"]) == int(own["number"]) + 1
    bare = re.sub(r"^\W{0,3}\d[\d./]*[.):]?\s+", "", line)
    return line in minuted.titles or bare in minuted.titles


def _points(text: str, start: int, end: int) -> Iterator[Passage]:
    for at, stop in _lines(text, start, end):
        cuts = [at, *(found.end() for found in _NEXT_POINT.finditer(text, at, stop)), stop]
        for one, other in pairwise(cuts):
            yield from _point(text, one, other)


def _point(text: str, start: int, end: int) -> Iterator[Passage]:
    """A point with its head; a paragraph without one goes sentence by sentence."""
    whole = text[start:end].rstrip()
    if not whole.strip() or len(whole) > _LONGEST_POINT:
        return
    ref = _LEADING_REF.match(whole)
    behind = ref.end() if ref else 0
    head = _HEAD.match(whole[behind:])
    row = " | " in whole
    if ref or row or (head and _is_matter(head["head"])):
        if row:
            cells = [cell.strip() for cell in whole[behind:].strip(" |").split("|")]
            words, said = cells[0], " | ".join(cells[1:])
        else:
            words, said = (head["head"], whole[behind + head.end() :]) if head else (whole[behind:],) * 2
        yield Passage(
            start, start + len(whole), whole, words, said, normal(ref["ref"]) if ref else _named(whole), True, True
        )
        return
    cuts = [0, *(found.end() for found in _SENTENCE.finditer(whole)), len(whole)]
    for one, other in pairwise(cuts):
        said = whole[one:other].strip(" ;")
        if not said or said.endswith(":"):
            continue
        # A sentence that tells nothing of how it stands may leave that to the next one.
        told = said if told_status(said) else whole[one:].strip()
        matter = _matter(said)
        yield Passage(
            start + one, start + one + len(said), said, matter, told, _named(said), True, headed=matter is not said
        )


def _matter(said: str) -> str:
    """Of a sentence, what it is about: the words before a colon, or before its verb; of thanks, what was done."""
    if thanked := _THANKED.search(said):
        return thanked["matter"]
    colon = said.rfind(": ")
    if 0 < colon < len(said) - 2:
        return said[:colon]
    verb = _PREDICATE.search(said)
    subject = said[: verb.start()] if verb else said
    return subject if _SUBJECT.match(subject) and len(telling_words(subject)) > 1 else said


def _is_matter(words: str) -> bool:
    bare = words.partition("(")[0]
    return len(bare.split()) <= _FEW_WORDS and not _VERB.search(bare)


def _named(said: str) -> str:
    found = _NAMED_REF.search(said)
    return normal(found["ref"]) if found else ""


def passage_at(passages: Sequence[Passage], start: int, end: int) -> Passage | None:
    """The first passage of a review that a stretch lies in or meets."""
    return next(
        (one for one in passages if one.reviewed and not one.beside and one.start < end and start < one.end), None
    )
