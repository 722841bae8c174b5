"""Lines that look like a decision of the meeting and are none: its end, an earlier year's, another body's."""

from __future__ import annotations

import re
from datetime import date

from minutextract.findings.material import Material
from minutextract.findings.settling import settles
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
# The list of what is new in something that was announced.
_NEWS = re.compile(
    r"\b(?:changes|highlights|features|additions|improvements)\s+(?:since\s+[^.;:]{2,40}\s+)?"
    r"(?:included?|are|were)\s*:$",
    re.IGNORECASE,
)
# Agreed with somebody in another place, and what a funder or an editor makes of what was sent in.
_AWAY = re.compile(r"\b[Aa]greed\s+with\s+(?:[A-Z][\w’'-]*\s+){1,3}(?:in|at)\s+(?:the\s+)?[A-Z]\w")
_PROVISIONAL = re.compile(
    r"\b(?:(?:grant|funding)\s+application|proposal|grant|bid|abstract|manuscript|paper|submission)s?\s+"
    r"(?:was|were|is|has\s+been|have\s+been|got)\s+(?:(?:tentatively|provisionally|conditionally)\s+)?"
    r"(?:accepted|approved|funded|awarded|rejected|declined)\b",
    re.IGNORECASE,
)
_SENT_IN = re.compile(
    r"\b(?:we|I)\s+(?:\w+ly\s+)?(?:wrote|submitted|sent\s+in|applied|resubmitted)\b|\b(?:grants?|funders?|fellowships?|call\s+for\s+(?:papers|proposals))\b",
    re.IGNORECASE,
)
# A line that says how the decision before it came about, or that there is one now.
_COMMENTS = re.compile(
    r"\W*(?:this|that|these|it|all\s+of\s+this)\s+(?:was|were)\s+(?:all\s+)?(?:decided|agreed)\s+"
    r"(?:based|because|on\s+the\s+basis|by|after|since|as|so\s+that|in\s+order)\b",
    re.IGNORECASE,
)
_COUNTS_AS = re.compile(
    r"\W*(?:[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?:\s*)?(?i:(?:(?:ok(?:ay)?|so|well|then)\W+){0,2}(?:let[’']?s|we\s+can|we[’']ll)\s+"
    r"(?:count|call|take|record)\s+(?:that|this|it)\s+as\s+(?:a\s+|the\s+)?(?:resolution|resolved|decision|decided|agreed))\W*"
)
# What some by name think of it is no word of the meeting's.
_SOME_IN_FAVOUR = re.compile(
    r"\W*(?!(?:The|All|Both|Members|Everyone|Everybody|Most|Council|Board|Committee|Trustees|Councillors)\b)"
    r"(?:(?:[A-Z][\w.’'-]*|and|&|the)[\s,]+){1,8}(?:was|were)\s+(?:\w+ly\s+)?in\s+favou?r\b"
)
_COLLECTIVE = re.compile(
    r"\b(?:council|board|committee|meeting|members|all|trustees|everyone|everybody|group|executive|exec|assembly|senate)\b",
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
    led = lead.endswith(":") and (_REPORTED.match(lead) or (_NEWS.search(lead) and settles(said) is None))
    reported = _REPORTED.match(said) or led or _AWAY.search(said)
    return bool(reported) or _is_earlier(said, material.meeting.date) or _is_judged(material, sentence, said)


def is_remark(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence only says why or that something was decided, or that some by name favour it."""
    said = sentence.span.of(material.text)
    if _COUNTS_AS.fullmatch(said) or (_COMMENTS.match(said) and material.before(sentence)):
        return True
    found = _SOME_IN_FAVOUR.match(said)
    return found is not None and not _COLLECTIVE.search(found[0])


def _is_judged(material: Material, sentence: Sentence, said: str) -> bool:
    """Whether somebody else accepts what was sent in to them, as the sentence before says."""
    before = material.before(sentence)
    sent_in = before is not None and _SENT_IN.search(before.span.of(material.text))
    return bool(sent_in and _PROVISIONAL.search(said))


def _is_earlier(said: str, day: date | None) -> bool:
    found = _OTHER_YEAR.search(said)
    return found is not None and day is not None and int(found["year"] or found["opening"]) < day.year
