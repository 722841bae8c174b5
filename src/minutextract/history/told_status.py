"""How a task stands by what the minutes tell of it: in a word for it, or in prose ("Ann has circulated the list")."""

from __future__ import annotations

import re

from minutextract.structure.status import Progress, is_status, status_in, status_opening

# Clauses say one thing each; a full stop within a number or an abbreviation ends none.
_CLAUSE = re.compile(r"(?:[.;:!?]+(?=\s|$)|\s[-–—]+\s|[()\[\]|]|,\s+(?=(?:so|and|but)\s))")
_SUPERSEDED = re.compile(
    r"\bsupersed|\breplaced?\s+by\b|\breplacement\s+by\b|\btakes?\s+the\s+place\s+of\b|\bovertaken\b|"
    r"\babandoned\s+in\s+favou?r\b",
    re.IGNORECASE,
)
_DROPPED = re.compile(
    r"\bdropped\b|\babandoned\b|\bcancell?ed\b|\bwithdrawn\b|\bcalled\s+off\s+for\s+good\b|\bindefinite?ly\b|"
    r"\bno\s+longer\b|\bnot\s+(?:to\s+be|being)\s+(?:pursued|kept|taken\s+further)\b|"
    r"\bnothing\s+(?:further|more)\s+is\s+needed\b|\bno\s+further\s+action\b",
    re.IGNORECASE,
)
NUMBER = (
    r"(?:\d[\d,.]{0,14}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|half|some|most|"
    r"many)"
)
_PARTIAL = re.compile(
    rf"\b{NUMBER}\s+(?:\w+\s+)?(?:out\s+)?of\s+(?:the\s+|its\s+|his\s+|her\s+)?{NUMBER}\b(?!\s+(?:\w+\s+)?(?:agreed|voted))|"
    r"\b(?:about\s+)?half\s+(?:done|finished|complete)|\b(?:sort\s+of|partly|partially|in\s+part|nearly|almost)\s+"
    r"(?:done|completed?|finished)\b|\ball\b[^.;]{0,25}\bbut\b|\bonly\s+(?:one|two|three|four|five|\d+)\b|"
    r"\bpart\s+of\b|\bsome\s+work\b|\bwork\s+(?:has\s+been|was)\s+done\s+on\b|\bhas\s+a\s+draft\b|\btwo\s+in\b|\bdraft\s+is\s+with\b|\bpapers\s+with\b",
    re.IGNORECASE,
)
_MOVING = re.compile(
    r"\b(?:is|are|still|now)\s+(?:\w+\s+)?(?:working|seeing|drafting|writing|preparing|collecting|looking|talking)\b|"
    r"\b(?:is|was|are)\s+imminent\b|\bcoming\s+together\b|\binvestigation\b[^.]{0,200}\bon-?going\b|"
    r"\bhopes?\s+to\b|\bexpects?\s+to\b|\bunder\s?way\b|"
    r"\b(?:has|have)\s+taken\s+(?:this|it)\s+(?:on|over)\b[^.]{0,200}\bwill\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\bnot\s+(?:yet|ready|on\s+\d)|\bno\s+(?:answer|reply|news|progress|update)\b|\bwithout\s+an?\s+(?:answer|reply)\b|"
    r"\bstill\s+(?:missing|to|open|waiting|out)\b|\b(?:has|have|had|did|was|were|could)\s*n[o’']t\b|"
    r"\bnobody\s+(?:was\s+able|knew|could)\b|\bremains?\s+(?:open|to)\b|\bdeferred\b|\bpostponed\b|\boverdue\b|"
    r"\binstead\b|\bcalled\s+off\b|\bneither\b",
    re.IGNORECASE,
)
_HANDED = re.compile(
    r"\b(?:handed|passed)\s+(?:(?:this|it|her\s+part|his\s+part)\s+)?to\b|\btakes?\s+(?:this|it)?\s*over\b|"
    r"\b(?:has|have)\s+taken\s+(?:this|it)\s+(?:on|over)\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(r"\b(?:deferred|postponed|overdue|instead|carried|called\s+off|again)\b", re.IGNORECASE)
_LATER = re.compile(
    r"\bwill\s+(?:now\s+)?(?!be\s+held)[a-z]|\b[A-Z]\w+\s+to\s+[a-z]|\b[Nn]ow\s+due\b|\b(?:[Nn]ew|[Rr]evised)\s+date\b|"
    r"\bfollows?\s+by\b|\bpromised\s+(?:it|his|hers|theirs|to)\b|\bhas\s+to\b|\bto\s+be\s+[a-z]+ed\b|\bto\s+finish\b"
)
_PARTICIPLE = (
    r"(?:[a-z]{2,}ed|set|sent|met|made|held|put|read|run|written|given|taken|found|brought|bought|built|begun|done|had|"
    r"shown|seen|spoken|told|paid|gone|got|heard|drawn|chosen|led|left|sold|won|come)"
)
_DONE = re.compile(
    rf"\b(?:has|have|had|having)\s+(?:now\s+|also\s+|already\s+|since\s+|all\s+|both\s+)?(?:been\s+)?{_PARTICIPLE}\b|"
    rf"\b(?:was|were|is|are)\s+(?:now\s+|duly\s+|all\s+)?(?!agreed|asked|noted|told|thought|suggested|proposed|planned|needed|"
    rf"expected|required|supposed|mandated|had|found|discussed|reported|thanked|mentioned|delayed|missed|stuck){_PARTICIPLE}\b|"
    r"^\W*+(?:[\w’']+\s+){0,4}?(?!Agreed|Moved|Asked|Needed|Noted|Based|Related|Expected|Proposed|Suggested|Planned|Delayed)"
    r"(?:[A-Z]?[a-z]{3,}ed|[Ss]ent|[Hh]eld|[Mm]et|[Ww]rote|[Mm]ade|[Ss]et|[Bb]ought|[Bb]rought|[Gg]ave|[Pp]aid|[Ww]ritten|[Hh]eard|[Tt]ook)\b|"
    r"\ball\s+(?:are\s+)?in\b|\bis\s+(?:in\s+force|gone|here|out|ready|on\s+the|live)\b|\bwent\s+(?:in|out|to)\b|"
    r"\b(?:was|were)\s+in\b|\bhappened\b|\bhad\s+tried\s+out\b|\bhad\s+asked\b|\bobviously\b|\bsent\b|\b[Ww]ork\s+(?:is\s+|was\s+)?done\b|\battending\b",
)
_LAST = re.compile(
    r"\b(?:is|are|was|were|now|all|so)\s+((?:now\s+)?(?:complete|completed|closed|finished))$|^(?:\w+\s+)?(still\s+open|done|completed?|closed|outstanding)$",
    re.IGNORECASE,
)
_LONGEST_CLAUSE = 12
_DONE_FOR = re.compile(r"\W*(?:done|completed?)\s+(?:for|in)\s+\w+", re.IGNORECASE)
_SOME_DONE = re.compile(rf"\b{NUMBER}\s+of\s+(?:the\s+)?{NUMBER}\b[^.;]{{0,100}}\b(?:done|complete)", re.IGNORECASE)
_BARE_OPEN = re.compile(r"\W*(?:still\s+(?:open|missing|outstanding)|open|no\s+news|remains\s+open)\b", re.IGNORECASE)


def told_status(said: str) -> str | None:
    """The status that a passage about one task tells, as the log has it; None if it tells none."""
    clauses = [clause.strip() for clause in _CLAUSE.split(said) if clause and clause.strip()]
    stated = [progress for clause in clauses if (progress := _stated(clause))]
    if not stated and (found := status_in(said)):
        stated = [found.progress]
    if Progress.DROPPED in stated or _DROPPED.search(said):
        # "Dropped, overtaken by …" is dropped; what takes its place has to be named.
        in_a_word = re.search(r"\b(?:dropped|withdrawn|cancell?ed)\b", said, re.IGNORECASE)
        replaced = _SUPERSEDED.search(said)
        return "superseded" if replaced and not (in_a_word and replaced[0].lower() == "overtaken") else "dropped"
    if _SUPERSEDED.search(said):
        return "superseded"
    return _weighed(stated, said) if stated else _in_prose(said)


def _stated(clause: str) -> Progress | None:
    """What a clause states in a word for it: alone, first, or last ("so this is complete")."""
    if opening := status_opening(clause):
        return opening
    if is_status(clause):
        found = status_in(clause)
        return found.progress if found else None
    last = _LAST.search(clause)
    if last is None or len(clause.split()) > _LONGEST_CLAUSE or _PARTIAL.search(clause):
        return None
    return status_opening(last[1] or last[2])


def _weighed(stated: list[Progress], said: str) -> str:
    """One part done and another not is in progress; else the last word counts."""
    unfinished = {Progress.CARRIED, Progress.IN_PROGRESS} & set(stated)
    if Progress.DONE in stated and (unfinished or _leaves_some(said)):
        return "in-progress"
    if stated[-1] is Progress.CARRIED and not _PUT_OFF.search(said) and (_MOVING.search(said) or _PARTIAL.search(said)):
        return "in-progress"
    if stated[-1] is Progress.CARRIED and _BARE_OPEN.match(said) and not _LATER.search(said):
        return "open"
    return stated[-1].value


def _leaves_some(said: str) -> bool:
    return bool(_DONE_FOR.match(said) or _SOME_DONE.search(said))


def _in_prose(said: str) -> str | None:
    if _PARTIAL.search(said) or _MOVING.search(said):
        return "in-progress"
    done, later = bool(_DONE.search(said)), bool(_LATER.search(said))
    if _NOT.search(said):
        return "carried" if later or _PUT_OFF.search(said) or _HANDED.search(said) else "open"
    if _HANDED.search(said):
        return "carried"
    if done and later:
        return "in-progress"
    return "done" if done else "carried" if later else None
