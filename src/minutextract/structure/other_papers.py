"""Papers that are no minutes: menus, price lists, abstracts."""

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
# Whether there are English sentences at all: of another language nothing is known.
_ENGLISH = re.compile(r"\b(?:the|and|of|to|with|for|are|will)\b", re.IGNORECASE)
_ENGLISH_WORDS = 20


def is_other_paper(document: Document) -> bool:
    """Whether a text in English is long enough for minutes and has no word that speaks of a meeting."""
    if _OF_A_MEETING.search(document.text):
        return False
    return sum(1 for _ in _ENGLISH.finditer(document.text)) >= _ENGLISH_WORDS
