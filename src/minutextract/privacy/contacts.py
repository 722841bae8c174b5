"""Shapes of contact details and of what lets strangers into a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MEETING_HOSTS = (
    r"zoom\.us|zoomgov\.com|zoom\.com|teams\.microsoft\.com|teams\.live\.com|meet\.google\.com|webex\.com|"
    r"gotomeet\.me|gotomeeting\.com|global\.gotomeeting\.com|bluejeans\.com|whereby\.com|meet\.jit\.si|chime\.aws|"
    r"join\.skype\.com|bbb\.[\w.-]{1,40}|dial\.in"
)
_SEPARATED = r"[\d() .-]"


@dataclass(frozen=True, slots=True)
class Found:
    """Words to mask: where, of which kind, and what stands in their place; an empty `label` keeps them."""

    start: int
    end: int
    kind: str
    label: str

    def overlaps(self, other: Found) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


# In the order in which they are looked for: what one has taken, the later ones leave alone.
_KINDS = (
    ("link", r"\b[a-z][a-z0-9+.-]{1,15}://[^\s/@:<>\"]{1,64}(?::[^\s/@<>\"]{0,64})?@[^\s<>\")\]]{1,500}"),
    ("link", rf"(?:\bhttps?://)?(?:\b[\w-]{{1,40}}\.){{0,3}}\b(?:{_MEETING_HOSTS})(?:/[^\s<>\")\]]{{0,500}})?"),
    (
        "link",
        r"\bhttps?://[^\s<>\")\]?]{1,300}\?[^\s<>\")\]]{0,300}"
        r"(?:pwd|passw|passcode|token|access_key|apikey|api_key|secret|sig)[\w-]{0,20}=[^\s<>\")\]]{1,300}",
    ),
    (
        "e-mail address",
        r"(?<![\w.+%-])[\w.+%'’-]{1,64}(?:@|\s?[\[(]\s?at\s?[\])]\s?)[\w-]{1,63}"
        r"(?:(?:\.|\s?[\[(]\s?dot\s?[\])]\s?)[\w-]{1,63}){1,5}",
    ),
    (
        "meeting id",
        r"\b(?:meeting|conference|webinar|access|participant|dial-in)\s(?:id|number|no\.?|code|pin)\b\s?"
        r"(?:is\b|[:#=–-])?\s?\#?\d[\d -]{3,16}\d\#?",
    ),
    ("passcode", r"\b(?:pass ?code|pass ?word|pin(?: number)?)\b\s?(?:is\b|[:=–-])\s?[^\s,;]{3,40}"),
    (
        "phone number",
        rf"\b(?:tel|telephone|phone|mobile|mob|fax|ring|call|text|whatsapp)\b[.: ]{{0,3}}(?:no\.?|number|on|is|us on)?"
        rf"[.: ]{{0,2}}[+(]{{0,2}}\d{_SEPARATED}{{4,18}}\d",
    ),
    (
        "phone number",
        rf"(?<![\w./-])(?!\d{{1,2}}[-/. ]\d{{1,2}}[-/. ]\d{{2,4}}\b)(?:\+\d{{1,3}}[ .-]?|\(?0)"
        rf"{_SEPARATED}{{0,2}}(?:\d[() .-]{{0,2}}){{8,12}}(?<=\d)(?!\d)",
    ),
    ("phone number", r"(?<![\w.-])\(?\b\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b"),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _KINDS)
_POSTCODE = re.compile(r"(?<![^\W_])[A-Z]{1,2}\d[A-Z\d]?\s?\d[ABD-HJLNP-UW-Z]{2}(?![^\W_])")
_DIGITS = re.compile(r"\d")


def contact_details(text: str) -> Iterator[Found]:
    """Every contact detail in a text, kind after kind; what one has taken, the later ones leave alone."""
    taken: list[Found] = []
    for kind, pattern in (*_PATTERNS, ("postcode", _POSTCODE)):
        for match in pattern.finditer(text):
            # A full stop behind a link ends the sentence.
            words = match[0].rstrip(".,;:!?'’")
            found = Found(match.start(), match.start() + len(words), kind, f"[{kind}]")
            enough = kind != "phone number" or len(_DIGITS.findall(words)) >= 6
            if enough and not any(map(found.overlaps, taken)):
                taken.append(found)
                yield found
