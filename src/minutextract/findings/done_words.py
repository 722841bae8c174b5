"""Notes that tell a task done by taking up its verb: "Book a room" – "The loft is booked"."""

from __future__ import annotations

import re

_IRREGULAR = {
    "buy": "bought", "bring": "brought", "build": "built", "find": "found", "get": "got", "give": "given",
    "hold": "held", "make": "made", "pay": "paid", "put": "put", "read": "read", "send": "sent", "set": "set",
    "tell": "told", "write": "written", "take": "taken", "draw": "drawn", "do": "done",
}  # fmt: skip
# Verbs that open a task or follow "and" in it.
_VERB = re.compile(r"(?:^|^[^:]{1,60}:\s+|\b(?:to|will|and)\s+)(?P<verb>[a-z]{3,})\b", re.IGNORECASE)
# What is only partly so, or not yet.
_NOT_YET = re.compile(
    r"(?<![de]d\s)(?<![entl]t\s)(?<!en\s)\bto\b|\b(?:will|would|should|must|needs?|not|no|never|n[’']t|yet|still|once|when|if|partly|partially|half|some|most|first|only|"
    r"being|except|but|(?:has|have|had)(?!\s+(?:\w+\s+)?been\b)|draft(?:ed)?|ready|waiting|pending|almost|nearly)\b|\?",
    re.IGNORECASE,
)
_LONGEST = 16


def tells_done(task: str, note: str) -> bool:
    """Whether a short note behind a task says that what the task asks for has been done, in the task's own verb."""
    words = note.split()
    if not 2 <= len(words) <= _LONGEST or _NOT_YET.search(note):
        return False
    verbs = {found["verb"].lower() for found in _VERB.finditer(task.strip())}
    said = {word.strip(".,;:!()*_").lower() for word in words}
    return any(_participles(verb) & said for verb in verbs)


def _participles(verb: str) -> set[str]:
    if verb in _IRREGULAR:
        return {_IRREGULAR[verb]}
    stem = verb[:-1] if verb.endswith("e") else verb[:-1] + "i" if re.search(r"[^aeiou]y$", verb) else verb
    return {stem + "ed", verb + verb[-1] + "ed"}
