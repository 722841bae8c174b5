"""Words that leave no doubt whether a sentence settles something, whatever a classifier makes of it."""

from __future__ import annotations

import re

_NOTHING = r"(?!\s*(?:none|nil|n/?a|tbc|tbd|\?|$))"
_SETTLED = re.compile(
    # "It was agreed that …", "it was unanimously RESOLVED to …"
    r"^\W*(?:(?:after|following)\s+[^,.;]{3,60},\s+|(?:subsequently|therefore|so|and)\s*,?\s+)?it\s+(?:was|is)\s+(?:then|also|further|therefore|unanimously|generally|\s){0,5}"
    r"(?:agreed|resolved|decided)\s*,?\s+(?:that|to|not|by)\b|"
    # A mark: "RESOLVED: …", then what was settled
    rf"^\W*(?:decisions?|resolved|agreed|decided)\s*(?:\d[\w.]*\s*)?:{_NOTHING}|"
    # "The Council resolved to …", "Members unanimously agreed that …"
    r"^\W*(?:the\s+|all\s+)?(?:[\w’']+\s+){0,2}(?:board|council|committee|trustees|meeting|members|directors|governors|"
    r"councillors|executive|exec|panel|present)\s+(?:then|also|therefore|unanimously|all|have|has|\s){0,3}"
    r"(?:agreed|resolved|voted|decided)\s+(?:to|that|not|unanimously)\b|\bresolution\s+agreed\s+to\b",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"^\W*(?:it\s+was\s+)?(?:RESOLVED|AGREED|DECIDED|APPROVED)\b(?=\s+[a-z])")
# A field of a form, and what had been settled before the meeting.
_NOT_HERE = re.compile(
    r"^\W*(?:(?:document|minutes?|meeting|action|approval)\s+)?status\s*:|"
    r"^\W*(?:it|this|that)\s+had\s+(?:already\s+|previously\s+)?been\s+(?:agreed|decided|approved|resolved)\b|"
    r"\bha(?:d|s|ve)\s+(?:already|previously)\s+(?:been\s+)?(?:agreed|decided|approved|resolved)\b",
    re.IGNORECASE,
)


def settles(said: str) -> bool | None:
    """Whether a sentence settles something: True or False where its words leave no doubt, else None."""
    if _NOT_HERE.search(said):
        return False
    return True if _SETTLED.search(said) or _SHOUTED.match(said) else None
