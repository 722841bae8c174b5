"""The body that met."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutextract.months import MONTH, SHORT_MONTH
from minutextract.people.vocabulary import ACRONYMS, BODY_WORDS

_END = (
    r"held|on|at|dated|which|took|taking|was|were|called|convened|in the|"
    rf"for(?!\s+(?-i:[A-Z]))|for(?=\s+(?:the\s+)?(?:{MONTH})\b)"
)
_MINUTES_OF = re.compile(
    r"\b(?:minutes?|notes?|record|summary)\s+(?:of|from|for)\s+(?:the\s+|a\s+|an\s+)?(.+?)"
    rf"(?=\s+(?:meeting|{_END})\b|[,.:;(]|\s[-–—]\s|\s\d|$)",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    rf"\bmeeting\s+of\s+(?:the\s+)?(.+?)(?=\s+(?:{_END})\b|[,.:;(]|\s[-–—]\s|\s\d|$)",
    re.IGNORECASE,
)
_NOT_A_BODY = re.compile(
    r"^(?:(?:ordinary|first|second|inaugural|council|regular|monthly|annual|general|special|extraordinary|committee|last|previous|board|full|virtual|"
    r"online|q[1-4]|the|a)\s*)*(?:meetings?|minutes|agm|egm)?$",
    re.IGNORECASE,
)
_TITLE_END = re.compile(
    r"\s+(?:(?:draft|meeting|board|ordinary|annual|general)\s+){0,9}(?:minutes?|meetings?|notes)\b.*$", re.IGNORECASE
)
_DATE_FIRST = re.compile(r"^\d{4}-\d{2}-\d{2}\W+")
_DATE_LAST = re.compile(r"(?<![\s,(])[\s,(]+\d{4}-\d{2}-\d{2}\W*$")
_MINUTES_FIRST = re.compile(r"^minutes\s+(?=[A-Z])(?!of\b|from\b|for\b)", re.IGNORECASE)
_MONTH = re.compile(rf"(?:{MONTH}|{SHORT_MONTH})\.?", re.IGNORECASE)
_TITLE_ALONE = re.compile(r"(?:\w+\s+){0,2}(?:meeting|minutes|notes)", re.IGNORECASE)
_OTHER_MEETING = re.compile(r"(?:previous|last|next|preceding)\b", re.IGNORECASE)
# "The minutes of the club are below": a sentence, not a name.
_SENTENCE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|be|below|attached)\b|[<>]", re.IGNORECASE)
_NOT_IN_NAMES = frozenset({"held", "present", "from"})
_MORE_BODIES = frozenset({"committee", "councils", "alliance", "collective", "assembly", "steering", "trustees"})
# A body in capitals in front of the kind of text: "OBU Summary 2012-01-25".
_ACRONYM = re.compile(
    r"(?!(?:AGM|EGM|SGM|TODO|MEETING|MINUTES|NOTES|DRAFT|FINAL|AGENDA)\b)([A-Z][A-Z&]{1,7})\s+"
    r"(?:[Mm]eeting|[Ss]ummary|[Mm]inutes|[Nn]otes|SUMMARY|MINUTES|NOTES|MEETING)\b"
)
# Which of its meetings it was: no part of the name.
_WHICH = re.compile(
    r"\s+(?:working|monthly|weekly|bi-?weekly|quarterly|regular|special|annual(?: general)?|agenda|agm|egm)$",
    re.IGNORECASE,
)


def read_body(lines: Sequence[str]) -> str | None:
    """The body that the lines at the top name, in words such as "meeting of the …", or in the title."""
    for pattern in (_MEETING_OF, _MINUTES_OF):
        for line in lines:
            found = pattern.search(line)
            if (
                found
                and not _NOT_A_BODY.match(found[1].strip())
                and len(found[1].split()) <= 12
                and found[1][:1].isalpha()
                and any(letter.isupper() for letter in found[1])
                and not _MONTH.fullmatch(found[1].strip())
                and not _SENTENCE.search(found[1])
                and not _OTHER_MEETING.match(found[1])
            ):
                return _tidy_body(found[1])
    return _body_in_title(lines[:2])


def _tidy_body(words: str) -> str | None:
    bare = re.sub(r"^minutes?\s+(?:of\s+)?", "", words.strip(), flags=re.IGNORECASE)
    bare = re.sub(r"\s+(?:committee )?meetings?$", "", bare, flags=re.IGNORECASE)
    return _named(bare)


def _named(words: str) -> str | None:
    """The words without which meeting it was; nothing if what is left belongs to the meeting ("Directors' ")."""
    name = _WHICH.sub("", _DATE_LAST.sub("", words)).strip()
    return None if name.endswith(("'", "’")) else name or None


def _in_title_case(name: str, lines: Sequence[str]) -> str:
    """A name in capitals in small letters, but for words without a vowel or in capitals in other lines too."""
    mixed = {word for line in lines if not line.isupper() for word in re.findall(r"\b[A-Z]{2,6}\b", line)}
    words = [
        word
        if word in mixed or word in ACRONYMS or (len(word) > 1 and not re.search(r"[AEIOUY]", word))
        else word.title()
        for word in name.split()
    ]
    return " ".join(words)


def _body_in_title(lines: Sequence[str]) -> str | None:
    """A body that the title names ("Oakham Parish Council: minutes, 3 May", "Minutes: Oak Club Meeting 2")."""
    for line in lines:
        title = _DATE_FIRST.sub("", line.split("|")[-1].strip())
        pieces = re.split(r"\s*[:,–—]\s*|\s-\s", title)
        # Behind "Weekly minutes:" stands whose they are; behind other words, where or what.
        for piece in pieces if _TITLE_ALONE.fullmatch(pieces[0]) else pieces[:1]:
            name = _WHICH.sub("", _TITLE_END.sub("", _MINUTES_FIRST.sub("", piece.strip())).strip())
            words = [word.lower().strip(".,’'s") for word in name.split()]
            if 2 <= len(words) <= 8 and set(words) & (BODY_WORDS | _MORE_BODIES) and not set(words) & _NOT_IN_NAMES:
                return _named(_in_title_case(name, lines) if name.isupper() else name)
        if found := _ACRONYM.match(title):
            return found[1]
    return None
