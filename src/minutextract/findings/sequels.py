"""How a point takes up what was said just before it: by going on, turning it round, or asking of it."""

from __future__ import annotations

import re

from minutextract.findings.point_shapes import without_label

# A bullet that goes on from the one beside it.
_ON_FROM_BESIDE = re.compile(r"(?:And|Or|But|Then|Also|Plus|So|Among\s+(?:them|these|those))\b")
_TURNS_ROUND = re.compile(r"\W*(?:However|Nevertheless|Nonetheless|Unfortunately|But)\b(?!\s+(?:also|then)\b)")
# "A draft was made. The draft …": the noun of the subject, and what comes before where it was first spoken of.
_DEFINITE = re.compile(r"The\s+(?P<noun>[a-z]{3,})\s+(?!that\b|who\b|which\b|of\b)")
# What only those present saw.
_SHOWN = re.compile(r"\b(?:in|on|from)\s+(?:the|this|that)\s+(?:graph|figure|chart|slide|diagram|plot|screenshot)s?\b")
# How a talk ended, of which the sentence before tells the matter.
_AFTER_TALK = re.compile(
    r"After\s+(?:some|much|further|a\s+(?:brief|short|long|lengthy|lively))\s+(?:back\s+and\s+forth|discussions?|debate|deliberations?|talk|consideration)\b"
)
_FIRST_TIME = r"\b(?:[Aa]n?|two|three|several|some)\s+(?:[\w’-]+\s+){0,3}?"
# "Is this wise?": what is, stands before.
_ASKS_OF_THIS = re.compile(
    r"(?:Is|Was|Does|Do|Did|Are|Were|Would|Will|Can|Could|Has|Have)\s+(?:this|that|these|those)\s+"
    r"(?!(?:year|month|week|time|term|season|summer|autumn|winter|spring|quarter|meeting)s?\b|(?:who|that|with|in|of)\b)",
    re.IGNORECASE,
)


def turns_round(said: str) -> bool:
    """Whether a sentence takes back or limits what the one before it says ("However, the offer has gone")."""
    return _TURNS_ROUND.match(said) is not None


def is_of_picture(said: str) -> bool:
    """Whether a point speaks of a graph or slide that those who were not there never saw."""
    return _SHOWN.search(said) is not None


def goes_on(said: str) -> bool:
    """Whether a bullet goes on from the one beside it ("And then …", "Among them is …")."""
    return _ON_FROM_BESIDE.match(without_label(said)) is not None


def resumes(said: str, earlier: str) -> bool:
    """Whether a point goes on from the sentence before it, its subject spoken of there first ("a bid", "The bid …")."""
    if _AFTER_TALK.match(said):
        return True
    subject = _DEFINITE.match(without_label(said))
    # A pattern for each noun: only where the noun stands there at all.
    return (
        subject is not None
        and subject["noun"] in earlier
        and re.search(rf"{_FIRST_TIME}{subject['noun']}\b", earlier) is not None
    )


def asks_of_this(said: str) -> bool:
    """Whether a point asks of what was spoken of before ("Is this wise?")."""
    return _ASKS_OF_THIS.match(without_label(said).lstrip("…-. ")) is not None
