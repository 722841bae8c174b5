"""Words by which minute-takers mark actions and decisions: "Action:", "ACTION AB:", "[ ]", "RESOLVED:"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutextract.document import Block, Document, Span
from minutextract.people.names import looks_like_name

_MARK = (
    r"^(?:(?:new\s+)?action(?:\s+(?:points?|items?|required|by|for|on))?s?|ap|ai|todo)\b\s*"
    r"(?P<ref>#?\d[\w./\-]{0,10})?\s*"
)
# A colon right behind the mark; who is meant may follow in brackets.
_ACTION = re.compile(_MARK + r":\s*(?:[(\[](?P<owner>[^()\[\]]{1,60})[)\]]\s*:?\s*)?", re.IGNORECASE)
# Who is meant stands between the mark and the colon, a dash or a closing bracket.
_OWNED_ACTION = re.compile(
    _MARK + r"[-–—]?\s*[(\[@]?(?P<owner>[^:()\[\]]{1,60}?)[)\]]?\s*(?::\s*|(?<=[)\]])\s*(?:[-–—]\s+)?|\s[-–—]\s+)",
    re.IGNORECASE,
)
# As before, but a dash may stand between owners: "Action - AB - Tarn Office: …".
_OWNERS_ACTION = re.compile(
    r"^(?:ACTIONS?|Actions?|AP|AI|TODO)\b(?P<ref>)\s*[-–—]\s+"
    r"(?P<owner>[A-Z][\w’'&./-]*(?:\s[A-Z][\w’'&./-]*){0,3}(?:\s[-–—]\s[A-Z][\w’'&./-]*){1,3})\s*:\s*",
)
_DIGITS = r"\d{1,4}(?:[./\-]\d{1,4}){0,3}"
_TAKES = (
    r"(?:(?:is|are)\s+to|to(?!\s+(?:the|an?|our|its|their|all)\b)|will|shall|agreed|agrees|offered|volunteered|"
    r"(?:is\s+|was\s+)?(?:asked\s+to|tasked\s+(?:to|with)))\s"
)
# "ACTION ND to …", "Action 3.1 KL will …": no colon, the owner leads the task.
_BARE = re.compile(
    rf"^[*_]{{0,3}}(?:ACTIONS?|Action|AP|TODO)(?:\s*#?(?P<ref>{_DIGITS}))?[*_]{{0,3}}\s+(?:[-–—]\s+)?"
    rf"(?=(?:(?:[A-Z@][\w’'/&,.]*|and|&)\s+){{1,5}}{_TAKES}|(?:All|Each|Every)\s+[a-z]+\s+{_TAKES})"
)
# "Action point Need to …": no colon, as where the mark is in bold.
_POINT = re.compile(
    r"^[*_]{0,3}(?:ACTION|Action)\s+(?i:point|item)[*_]{0,3}\s+(?P<ref>)(?=(?:We\s+)?(?:[Nn]eeds?\s+to|[Ww]ill|[Ss]hould|[Mm]ust)\s+[a-z])"
)
# "TBC/24/3 ND and KLo to …": a register's number, and initials that lead the task.
_REGISTERED = re.compile(
    r"^[*_\[]{0,3}(?P<ref>[A-Z]{1,6}[/\-]?\d{1,4}(?:[/.\-]\d{1,4}){1,3})[*_\]]{0,3}\s{0,4}(?:[:–—\-]\s{0,4})?"
    r"(?=(?:(?>[A-Z]{2,4}[a-z]{0,2}|[A-Z][a-z]?[A-Z][a-z]{0,2}|and|&|/|,)[\s,]{1,4}+){1,5}(?:to|will|shall)\s[a-z]|"
    r"(?:All|Each|Every)\s{1,4}[a-z]{1,30}\s{1,4}to\s[a-z])"
)
_DECISION = re.compile(
    r"^(?:de[cs]++(?:i[cs]++|(?<=[cs][cs]))i?ons?|resolved|resolution(?:\s+#?\d{1,4})?|agreed|agreement|approved|consensus|carried)\b\s*[:\-–—]\s*|^RESOLVED\b",
    re.IGNORECASE,
)
# What an action is part of, or a thing called so: "Action plan", "Action item table".
_NO_MARK = re.compile(
    r"^(?:actions?|ai|ap)\s+(?:items?\s+|points?\s+)?(?:plans?|groups?|teams?|tables?|lists?|logs?|trackers?|registers?|summary|"
    r"summaries|reviews?|notes?|research|days?|weeks?|alliance|committee|programmes?)\b",
    re.IGNORECASE,
)
# A reference that leads a task in a list: "102.2 - …", "AP3: …", "#12 …".
_LEADING_REF = re.compile(
    r"\W{0,3}(?:(?:actions?|ap|ai|item)\s*)?#?(?P<ref>\d{1,4}(?:[./\-]\d{1,4}){1,3}|[A-Z]{1,4}[-/]?\d{1,4}(?:[\-/]\d{1,4}){0,2})"
    r"(?:\s*[:)–—-]\s*|\.\s+|\s+)(?=\S)"
)
# A line that holds the mark alone marks the block below it.
_ALONE = re.compile(r"\s*(?:new\s+)?actions?(?:\s+(?:points?|items?|required))?\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """A marked sentence: the label, the owner that the mark names, and where what is marked begins."""

    label: str
    content: int
    owner: Span | None = None
    ref: str | None = None


def read_cue(document: Document, block: Block, sentence: Span) -> Cue | None:
    """The mark that a sentence opens with, if any; offsets are into the document's text."""
    said = sentence.of(document.text)
    if sentence.start == block.content.start and _under_mark(document, block):
        return Cue("action", sentence.start)
    if block.checked is False and sentence.start == block.content.start and not _is_entry(said):
        numbered = _REGISTERED.match(said) or _BARE.match(said)
        return Cue("action", sentence.start + (numbered.end() if numbered else 0), ref=numbered and numbered["ref"])
    if _NO_MARK.match(said):
        return None
    if bare := _BARE.match(said) or _REGISTERED.match(said) or _POINT.match(said):
        return Cue("action", sentence.start + bare.end(), ref=bare["ref"] or None)
    if found := _ACTION.match(said) or _OWNERS_ACTION.match(said) or _OWNED_ACTION.match(said):
        if not said[found.end() :].strip():
            return None
        owner = (
            Span(sentence.start + found.start("owner"), sentence.start + found.end("owner")) if found["owner"] else None
        )
        if owner and not _may_own(owner.of(document.text)):
            return None
        return Cue("action", sentence.start + found.end(), owner, found["ref"])
    if found := _DECISION.match(said):
        return Cue("decision", sentence.start + found.end())
    return None


@dataclass(frozen=True, slots=True)
class LeadingRef:
    """A reference in front of a task, and where the task begins."""

    ref: str
    content: int


def leading_ref(document: Document, task: Span) -> LeadingRef | None:
    """The reference that a task in a list of actions opens with, if any."""
    found = _LEADING_REF.match(document.text, task.start, task.end)
    return LeadingRef(found["ref"], found.end()) if found else None


def _under_mark(document: Document, block: Block) -> bool:
    """Whether the line above holds nothing but "Action:"."""
    line = document.text.rfind("\n", 0, max(0, block.span.start - 1)) + 1
    above = document.text[line : max(0, block.span.start - 1)]
    return bool(above) and above.rstrip().endswith(":") and is_mark_alone(above)


def _is_entry(said: str) -> bool:
    """Whether what stands behind a check box is somebody of an attendance list ("Jane Roe - Tarn Water Ltd")."""
    return looks_like_name(re.split(r"\s+[-–—]\s+|\s*[,(\[|]", said, maxsplit=1)[0])


def is_mark_alone(said: str) -> bool:
    """Whether the words are only a mark ("Action:") and say no task themselves."""
    return bool(_ALONE.fullmatch(said))


def _may_own(words: str) -> bool:
    """Whether the words between "Action" and the colon can name somebody ("Action for this meeting:" cannot)."""
    if len(words.split()) > 6 or re.search(r"\b(?:to|will|is|are|was|were)\b", words):
        return False
    return words[:1].isupper() or words[:1] == "@" or words.lower() in ("all", "everyone", "members") or "?" in words
