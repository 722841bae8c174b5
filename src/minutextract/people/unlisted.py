"""Whether capitals that no list explains stand for somebody: the grammar of people, which things do not share."""

from __future__ import annotations

import re
from collections import Counter

from minutextract.document import Span

# What people do and feel, and bodies or systems hardly.
_DEEDS = (
    "doubts|doubted|wants|wanted|wishes|wished|hopes|hoped|posted|handed|emailed|e-mailed|rang|phoned|bought|thinks|"
    "thought|feels|felt|asked|asks|thanked|thanks|wondered|wonders|apologi[sz]ed|volunteered|volunteers|promised|"
    "promises|offered|offers|spoke|said|says|went|attended|resigned|retired|chased|met|objected|supported|seconded|"
    "replied|remembered|kept|lent|paid\\s+tribute"
)
_MODALS = "will|would|has|had|is\\s+to|agreed|asked|wants|said|says|offered"
_OPENS = re.compile(r"(?:^|[.;:!?)\n]\s+|\s[-–—]\s+|,\s+(?:and|but|as|since|while|which)\s+|\b(?:that|but|as)\s+)$")
_DOES = re.compile(rf"(?:\s+(?:also|then|still|already|both|kindly))?\s+(?:{_DEEDS})\b")
_COMES_FROM = re.compile(rf"\s+(?:from|of)\s+(?:the\s+)?(?:[A-Z]?[a-z]+\s+){{1,4}}(?:{_MODALS})\b")
_MET = re.compile(r"\b(?:ask|asked|thank|thanked|thanks\s+to|remind|invite|invited|congratulate)\s+$")
_MET_AFTER = re.compile(r"\s*(?:[.,;)]|$|(?:for|to|about|whether|if|and|on|at)\b)")
# What somebody has and no body: "JR's keys".
_OWNS = re.compile(
    r"['’]s\s+(?:(?:own|new|old|kind)\s+)?(?:request|suggestion|question|idea|offer|absence|resignation|retirement|departure|successor|"
    r"predecessor|illness|house|home|car|van|bike|phone|laptop|keys?|ladder|garden|shed|garage|holiday|leave|birthday|"
    r"behalf|place|e-?mail|good\s+humour|hard\s+work|husband|wife|son|daughter)\b"
)
_COMMON_NOUN = (
    "meetings?|groups?|board|office|officers?|website|web|sites?|team|committee|funding|grants?|projects?|policy|"
    "reports?|systems?|servers?|accounts?|staff|members?|data|code|pages?|standards?|process|users?|server|area|"
    "community|events?|foundation|training|budget|link|list|number"
)


_CAPITALS = "[A-Z]{2,3}"
_AS_THING = (
    re.compile(
        r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Oo]ur|[Ee]ach|[Ee]very|under|via|within|into)\s+"
        rf"(?=(?:({_CAPITALS})\b)?)(?=(?:[A-Z]\w+\s+({_CAPITALS})\b)?)"
    ),
    re.compile(rf"\b(?=({_CAPITALS})s?\s+(?:{_COMMON_NOUN})\b)"),
    re.compile(rf"[/.@](?=({_CAPITALS})\b)"),
    re.compile(rf"\b(?=({_CAPITALS})[/.@]\w)"),
)


def things(text: str) -> frozenset[str]:
    """The two or three capitals of which a document speaks as of a body or thing: "the ABC", "ABC website"."""
    found = (match.groups() for pattern in _AS_THING for match in pattern.finditer(text))
    return frozenset(token for tokens in found for token in tokens if token)


_AS_NOUN = re.compile(
    rf"\b({_CAPITALS})(?:s\b|\s#?\d{{2,}}\b)|\b(?:[Aa]n?|[Aa]nother|[Tt]his|[Ee]ach|[Nn]ew|[Bb]ig|[Nn]ext)\s+({_CAPITALS})\b"
)


def common_nouns(text: str) -> frozenset[str]:
    """The two or three capitals that a document uses as a noun more than once: "PRs", "PR 12", "a PR", "this PR"."""
    found = Counter(match[1] or match[2] for match in _AS_NOUN.finditer(text))
    return frozenset(token for token, times in found.items() if times > 1)


def acts_unlisted(text: str, span: Span, within: Span) -> bool:
    """Whether capitals stand where only a person can: what they do, where they come from, what is theirs.

    Args:
        text: the document's text.
        span: the capitals.
        within: the block that they stand in.
    """
    before, after = text[within.start : span.start][-40:], text[span.end : within.end][:120]
    if (not before.strip() or _OPENS.search(before)) and (_DOES.match(after) or _COMES_FROM.match(after)):
        return True
    return bool(_OWNS.match(after) or (_MET.search(before) and _MET_AFTER.match(after)))
