"""Lines that look like a decision of the meeting and are none: its end, an earlier year's, another body's."""

from __future__ import annotations

import re
from datetime import date

from minutextract.findings.material import Material
from minutextract.findings.turns import hung_on
from minutextract.record import Sentence

_BUSINESS = (
    r"(?!\s+(?:(?:the|this|that|further)\s+)?"
    r"(?:decision|discussion|item|matter|debate|vote|application|hearing|election|case)s?\b)"
)
_ENDS = re.compile(
    r"\b(?:motions?|motioned|moved?|moves|proposed|proposes)\b(?:(?!\bto\b)[^.;]){0,80}?\b(?:to|for)\s+"
    rf"(?:adjourn(?:ment)?\b{_BUSINESS}|(?:close|end|conclude)\s+(?:the|this)\s+(?:\w+\s+){{0,3}}meeting\b)|"
    r"\bthat\s+(?:the|this)\s+(?:\w+\s+){0,2}meeting\s+(?:be\s+)?(?:adjourn|close|conclude)|"
    r"^\W*(?:the\s+)?(?:\w+\s+){0,2}meeting\s+(?:(?:was|is|then|be|duly)\s+){0,2}(?:adjourned|closed|ended|concluded)\b|"
    rf"^\W*adjourn(?:ed|ment)?\b{_BUSINESS}(?!\s+to\s+committee)",
    re.IGNORECASE,
)
_OTHER_YEAR = re.compile(
    r"\bat\s+(?:the|our|its|their)\s+(?P<year>(?:19|20)\d\d)\s+(?:\w+\s+){0,3}(?:meeting|agm|conference|assembly)\b|"
    r"^\W*(?:back\s+)?in\s+(?P<opening>(?:19|20)\d\d)\s*,?\s+[^.;]*\b(?:was|were|had|agreed|decided|approved|resolved|voted)\b",
    re.IGNORECASE,
)
# "Noted from the March Board meeting that it was agreed …", and the list that such words lead in.
_REPORTED = re.compile(
    r"^\W*(?:it\s+was\s+)?noted\s+(?:from\s+[^.;:]{3,60}?\bmeeting\b|that\s+(?:the\s+)?(?:[\w’'-]+\s+){1,4}"
    r"(?:council|board|committee|authority|government|department|parliament|trust)\s+(?:has|have|had)\s+\w+)",
    re.IGNORECASE,
)


def ends_meeting(said: str) -> bool:
    """Whether a sentence moves or tells that the meeting itself is over."""
    return bool(_ENDS.search(said))


def is_told(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence tells what was settled in an earlier year or by another body."""
    said = sentence.span.of(material.text)
    above = hung_on(material, sentence)
    lead = above.content.of(material.text).rstrip() if above else ""
    reported = _REPORTED.match(said) or (lead.endswith(":") and _REPORTED.match(lead))
    return bool(reported) or _is_earlier(said, material.meeting.date)


def _is_earlier(said: str, day: date | None) -> bool:
    found = _OTHER_YEAR.search(said)
    return found is not None and day is not None and int(found["year"] or found["opening"]) < day.year
