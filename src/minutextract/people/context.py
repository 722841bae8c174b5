"""Whether the grammar around some capitals makes them a person: "JH to write", "(TD/JR)", "MC and IT for …"."""

from __future__ import annotations

import re

from minutextract.document import CELL_SEPARATOR, Span

MODALS = "to|will|would|shall|should|must|can|could|may|might|is|was|are|were|has|had|have|does|did|agreed|needs|need"
_REPORTING = (
    "noted|reported|said|says|asked|asks|stated|explained|advised|informed|confirmed|suggested|suggests|proposed|proposes|"
    "seconded|raised|gave|gives|presented|presents|updated|updates|outlined|highlighted|emphasi[sz]ed|thanked|thanks|"
    "praised|congratulated|welcomed|discussed|shared|mentioned|commented|queried|questioned|expressed|requested|offered|"
    "volunteered|undertook|felt|thought|attended|chaired|opened|closed|introduced|recommended|circulated|"
    "reminded|added|pointed|read|sent|met|spoke|took|takes|wrote|joined|left|declared|moved|reiterated|echoed|"
    "stressed|summari[sz]ed|described|acknowledged|clarified|announced|observed|encouraged|reports|notes|mentions|"
    "attending|apologi[sz]ed|responded|replied|provided|provides|brought|showed|agrees|promised|"
    "doubted|doubts|wished|wishes|supported|posted|paid|handed|objected|"
    "actioned|led|wondered|warned|argued|called|invited|checked|contacted|arranged|organised|also|then|still|already|not"
)
# Verbs by which somebody voices an opinion; what others they are subject of, they did.
SAYS = re.compile(
    r"(?:\s+(?:also|then|both|all))?\s*(?::|,?\s+(?:noted|reported|said|says|stated|commented|felt|feels|thought|thinks|expressed|"
    r"mentioned|added|praised|agreed|agrees|likes|liked|loved|loves|enjoyed|appreciated|echoed|welcomed|remarked|observed|"
    r"acknowledged|highlighted|thanked|emphasi[sz]ed|gives|gave|offered|recorded|conveyed)\b)"
)
# Behind a name that leads its sentence.
MODAL_BEHIND = re.compile(r"\s+(?:to|will|has|is\s+to|agreed\s+to|offered\s+to)\s+[a-z]")
VERB = re.compile(rf"\s*(?:,?\s*(?:and|&|/|\+|,)\s*[A-Z][\w/]{{1,9}}){{0,12}},?\s+(?:{MODALS}|{_REPORTING})\b")
_BEFORE = re.compile(
    r"(?:\b(?:[Aa]ctions?|ACTIONS?|[Oo]wners?|[Ll]ead)\s*(?:\([^)]*\))?\s*[:\-–]?\s*|\b(?:by|thanked|thank|asked|complimented|congratulated|praised|commended|from|with|to|for)\s+|"
    r"\b(?:AP|AI|TODO)\s*[:\-–]\s*)$"
)
# "It was agreed that this be JR."
_IS_BEFORE = re.compile(r"\bthat (?:this|it|the \w+) (?:should )?be\s+$")
# "(proposed SQ, seconded IT)": a motion has people for these.
_MOVING_BEFORE = re.compile(r"\b(?:[Pp]roposed|[Mm]oved|[Ss]econded|PROPOSED|MOVED|SECONDED)(?:\s*:)?\s+$")
_MOVING_AFTER = re.compile(r"\s*(?:[),;.]|$)")
_JOINED_BEFORE = re.compile(r"([A-Z][A-Za-z]{1,4})\s*(?:,?\s+(?:and|&)\s+|\s*[/,+&]\s*)$")
_JOINED_AFTER = re.compile(r"^\s*(?:,?\s+(?:and|&)\s+|\s*[/,+&]\s*)([A-Z][A-Za-z]{1,4})\b")
_CELL_END = re.compile(rf"[\s.,]*(?:$|{re.escape(CELL_SEPARATOR.strip())})")
_BRACKET_BEFORE = re.compile(r"[(\[](?:[A-Z][A-Za-z]{1,4}\s*[/,&+]\s*){0,5}$")
_BRACKET_AFTER = re.compile(r"^(?:\s*[/,&+]\s*[A-Z][A-Za-z]{1,4}){0,5}\s*[)\]]")
# What numbers a task in a register, at the head of a line or sentence: "AP 1/2", "Action 3", "TBC/24/3", "4.1".
_TASK_NUMBER = re.compile(
    r"(?:^|[.!?:]\s+|\n)[\W_]{0,4}(?:(?:actions?|ap|ai|item)\s*#?\d{1,4}(?:[./\-]\d{1,4}){0,3}|"
    r"(?:[A-Z]{1,6}[/\-]?)?\d{1,4}(?:[./\-]\d{1,4}){1,3})$",
    re.IGNORECASE,
)


def acts_like_person(text: str, span: Span, within: Span, known: frozenset[str]) -> bool:
    """Whether capitals stand where only somebody who acts can stand.

    Args:
        text: the document's text.
        span: the capitals.
        within: the block that they stand in.
        known: initials that the attendance list gives, to judge joined ones ("MC and IT").
    """
    before, after = text[within.start : span.start][-80:], text[span.end : within.end][:120]
    if VERB.match(after) and (not before.strip() or not re.search(r"\b(?:the|a|an|our|of|in|on)\s+$", before.lower())):
        return True
    if not before.strip() and after.startswith(":") and span.of(text) in known:
        return True
    if _BRACKET_BEFORE.search(before) and _BRACKET_AFTER.match(after):
        return True
    if (not before.strip() or before.rstrip().endswith(CELL_SEPARATOR.strip())) and _CELL_END.match(after):
        return True
    for joined in (_JOINED_BEFORE.search(before), _JOINED_AFTER.match(after)):
        if joined and joined[1] in known:
            return True
    if _MOVING_BEFORE.search(before) and _MOVING_AFTER.match(after):
        return True
    if _IS_BEFORE.search(before) and re.match(r"[.;,)]|$", after):
        return True
    return bool(_BEFORE.search(before)) and bool(re.match(r"\s*(?:[.,;:)\]]|$|[-–—]\s|and\b|to\b|for\b|on\b)", after))


def opens_clause(text: str, span: Span, within: Span) -> bool:
    """Whether the capitals open a sentence or clause and a verb of acting or saying follows ("PM agreed to …")."""
    before = text[within.start : span.start].rstrip()
    return (not before or before[-1] in ".:;,") and bool(VERB.match(text, span.end, within.end))


def after_number(text: str, span: Span, floor: int) -> bool:
    """Whether the capitals are a unit behind a number ("10 AM"), not who has a numbered task ("AP 1/2 AB")."""
    before = text[floor : span.start].rstrip()
    if not before[-1:].isdigit():
        return False
    return text[span.start : span.end] in ("AM", "PM") or _TASK_NUMBER.search(before[-40:]) is None


def in_address(text: str, start: int, floor: int) -> bool:
    """Whether the place lies within a web or mail address."""
    word = text[max(floor, text.rfind(" ", floor, start) + 1) : start].lstrip("@")
    return "://" in word or "www." in word or "@" in word
