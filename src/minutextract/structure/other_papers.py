"""Papers that are no minutes: menus, price lists, abstracts, forms that were filled in."""

from __future__ import annotations

import re

from minutextract.document import Document

# Nearly all minutes have several of these words.
_OF_A_MEETING = re.compile(
    r"\b(?:minutes|meetings?|met|agenda|attend\w*|present|apolog\w+|regrets|absent|chair\w*|committee|council|actions?|"
    r"to-?do|discuss\w*|vot(?:e|ed|es|ing)|motion\w*|propos\w+|deci(?:de\w*|sions?)|updates?|reported|notes|members?|"
    r"team|call|sprint|group|project|tasks?|issues?|next|welcome\w*|mentioned|suggest\w*|thank\w*)\b",
    re.IGNORECASE,
)
# What minutes say of a meeting, and a form at most of something else ("Discussion forum: …").
_OF_MINUTES = re.compile(
    r"\b(?:minutes|meetings?|met|agenda|attend(?:ed|ees|ance|ing)|present|apolog\w+|regrets|absent|chair\w*|"
    r"discuss(?:ed|ions?|ing)|voted|motions?|agreed|decided|decisions?|resolved|actions?|reported|noted|next steps)\b",
    re.IGNORECASE,
)
_FEWEST_QUESTIONS = 8
_LEAST_OF_QUESTIONS = 0.15
_SHORTEST_QUESTION = 20
# Whether there are English sentences at all: of another language nothing is known.
_ENGLISH = re.compile(r"\b(?:the|and|of|to|with|for|are|will)\b", re.IGNORECASE)
_ENGLISH_WORDS = 20


def is_other_paper(document: Document) -> bool:
    """Whether a text in English is long enough for minutes and has no word that speaks of a meeting, or is a form."""
    if _is_form(document):
        return True
    if _OF_A_MEETING.search(document.text):
        return False
    return sum(1 for _ in _ENGLISH.finditer(document.text)) >= _ENGLISH_WORDS


def _is_form(document: Document) -> bool:
    """Whether a paper is made up of questions and what somebody filled in below them, and tells of no meeting."""
    texts = [block.content.of(document.text).rstrip() for block in document.blocks]
    asked = sum(text.endswith("?") and len(text) >= _SHORTEST_QUESTION for text in texts)
    of_questions = asked >= max(_FEWEST_QUESTIONS, _LEAST_OF_QUESTIONS * len(texts))
    return of_questions and sum(1 for _ in _OF_MINUTES.finditer(document.text)) <= 1
