"""Names and initials that stand side by side on a line of a PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutextract.readers.pdf_lines import Segment

_LABEL = re.compile(r"[A-Z][A-Z &/]{4,}:?$|[A-Z][a-z]+(?: \w+){0,2}:$")
_LABELS = frozenset(
    ("present", "apologies", "absent", "attendees", "attending", "in attendance", "members", "officers")
)
_PARTICLES = frozenset("de da di del den der la le van von of al".split())
_JOINTS = re.compile(r"[\s/,;&+]+")


def is_initials(text: str) -> bool:
    """Whether a word looks like a person's initials: short, all letters, two or more of them capitals."""
    return 2 <= len(text) <= 5 and text.isalpha() and text[0].isupper() and sum(map(str.isupper, text)) >= 2


def is_owner_note(segment: Segment) -> bool:
    """Whether words set apart at the right say who acts: initials, "All", or an action label."""
    if len(segment.words) > 6:
        return False
    parts = [part for part in _JOINTS.split(segment.text.strip(" .:()[]")) if part]
    if not parts:
        return False
    if parts[0].rstrip(":").lower() in ("action", "actions"):
        return True
    return all(is_initials(part) or part in ("All", "ALL", "and") for part in parts)


def people(segments: Sequence[Segment]) -> list[str]:
    """Entries of an attendance list that stand side by side: names, each with the initials that follow it.

    Nothing if the segments are not all names, initials or one label in front.
    """
    entries: list[str] = []
    names = 0
    for at, segment in enumerate(segments):
        text = segment.text
        if at == 0 and (_LABEL.match(text) or text.lower().rstrip(" :") in _LABELS):
            entries.append(text)
        elif len(segment.words) == 1 and names and is_initials(text.strip("()[]")):
            entries[-1] += f" {text}"
        elif _is_name(segment):
            entries.append(text)
            names += 1
        else:
            return []
    return entries if names and len(segments) > 1 else []


def _is_name(segment: Segment) -> bool:
    words = [word.text for word in segment.words]
    return 2 <= len(words) <= 5 and words[0][0].isupper() and all(map(_is_name_word, words))


def _is_name_word(word: str) -> bool:
    return word in _PARTICLES or (word.strip("().,")[:1].isupper() and not any(map(str.isdigit, word)))
