"""What stands in the programme of the meeting itself: who will speak there about what is no task."""

from __future__ import annotations

import re

from minutextract.findings.material import Material
from minutextract.months import MONTH
from minutextract.record import Sentence

_TITLE = re.compile(
    r"\W*(?:(?:today[’']s|tonight[’']s|this\s+(?:week|month)[’']s|main|invited|guest|lightning|featured)\s+)?"
    r"(?:presentations?|talks?|speakers?|demos?|programme|lectures?|show\s+and\s+tell)\W*",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\bwill\s+(?:talk\s+about|speak\s+(?:on|about|to\s+us)|present|demo|demonstrate|show\s+(?:us|off)|give\s+(?:an?|the|his|her|us)\s|"
    r"lead\s+(?:an?|the)\s+(?:discussion|session|talk))\b"
)
_OTHER_TIME = re.compile(
    rf"\b(?:next|upcoming|future|by|before|until|tomorrow|{MONTH}|\d{{1,2}}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)


def is_programme(material: Material, sentence: Sentence) -> bool:
    """Whether a line under "Presentations" or the like tells who speaks at this meeting, and of no other day."""
    said = sentence.span.of(material.text)
    if not _SPEAKS.search(said) or _OTHER_TIME.search(said):
        return False
    above = next(iter(material.titles_above(sentence.block)), None)
    return above is not None and _TITLE.fullmatch(above.content.of(material.text).strip()) is not None
