"""Who stands in front of "to" and yet does not act: whoever is asked, spoken to, called or hoped for."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.modals import MODAL, PROMISE_FROM
from minutextract.people.vocabulary import OFFICES, POST_WORDS

_CAPITALISED = r"[A-Z][\w’'&.-]{0,30}"
# Somebody's name, and a list of names.
_ONE = rf"{_CAPITALISED}(?:\s{_CAPITALISED}){{0,2}}"
_SEVERAL = rf"{_CAPITALISED}(?:(?:\s*,\s*|\s+){_CAPITALISED}){{0,5}}"
_OBJECT_BEFORE = re.compile(
    r"\b(?:to|with|for|from|of|by|let|help|allow|enable|via|at|on|if|whether|unless|when|once|until|because|whom|except)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:asked?|asks|requested|instructed|directed|mandated|invited|nominated|tasked|urged|encouraged|reminded)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PROMISED = re.compile(rf"{PROMISE_FROM}(?:the\s+)?$", re.IGNORECASE)
# Whom an imperative asks is not who has the task: that is whoever is to ask ("Ask AB to …", "Hire a builder to …").
_TOLD = re.compile(
    r"(?:^|[.;:]\s+)(?:(?:please|also|then|and|to)\s+)*(?:ask|invite|remind|request|tell|get|hire|contact|encourage|urge|persuade|"
    r"nominate|appoint|email|inform|advise|instruct|engage|retain|recruit|employ|enlist)\s+(?:(?!\b(?:to|will)\b)[^.;:()]){0,60}$",
    re.IGNORECASE,
)
# "… talk to AB and CD to settle it": the second of those spoken to does not settle it alone.
_SPOKEN_TO = re.compile(
    r"\b(?:(?:talk|speak|write|reach\s+out|listen|apply|chat|liaise|meet|work|check|discuss|coordinate)\s+(?:to|with))\s+(?:the\s+)?"
    rf"{_SEVERAL}(?:\s+and\s+|\s*[/&]\s*)(?:the\s+)?$"
)
# "… call Tarn, Firth, and Kit to settle it": the last of a list of those who are called.
_CALLED = re.compile(
    r"\b(?:call|phone|ring|contact|email|e-mail|text|message|visit|invite|ask|approach|notify)\s+(?:the\s+)?"
    rf"{_ONE}(?:\s*,\s*{_ONE}){{1,5}},?\s+and\s+(?:the\s+)?$"
)
# "AB will ping CD to …", "add CD to the list": a verb right in front of a name has it for its object.
_ACTED_ON = re.compile(
    r"(?:\b(?:to|will|shall|should|must|can|could|[Pp]lease)\s+|[’']ll\s+)(?:also\s+|then\s+)?(?!(?:be|have|ask|request|instruct|direct|mandate|require|task|delegate|authorise|urge|nominate|appoint)\b)[a-z]{3,14}\s+(?:the\s+)?(?:[A-Z]\.\s?){0,2}$"
)
# "… set up a meeting with AB and CD to settle it": those who are to meet, whoever calls them.
_MEETING_OF = re.compile(
    r"\b(?:meeting|call|session|chat|discussion|conversation|talk|appointment|catch-?up|interview|workshop)\s+(?:with|between|for)\s+(?:the\s+)?"
    rf"{_SEVERAL}(?:,?\s+and\s+|\s*[/&]\s*)(?:the\s+)?$"
)
# "… inform AB, Chairman of the Club, to …": words that say who the one before is.
_APPOSITION = re.compile(r"(?<![\w’'-])(?>[\w’'-]*?[A-Z])[\w’'-]++(?:\s*\([^()]*\))?,\s+(?:the\s+)?$")
# "Liaise with Tarn and …": the list of those whom a preposition leads to goes on.
_OBJECT_LIST = re.compile(
    r"\b(?:with|from|for|by|(?:committees?|groups|boards|members|chairs|heads|staff|representatives)\s+of)\s+(?:the\s+)?"
    rf"{_SEVERAL}(?:,?\s+and\s+|\s*[/&]\s*)(?:the\s+)?$"
)
# What somebody hopes that another will do is not yet that one's to do.
_HOPED = re.compile(
    r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)(?:[’'](?:m|s|re)|\s+(?:am|is|are|was|were))?\s+(?:hopes?|hoping|hoped)\s+(?:that\s+)?$"
)
# "… to plan for Jo and Lu to meet": the second of those for whom it is done.
_FOR_BOTH = re.compile(r"\b(?:for|between)\s+[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?\s+(?:and|&)\s+$")
# "A meeting to be called for hosts, cooks and …": the list of those for whom it is called.
# "… with Mr. Firth to settle it": the full stop of a title ends no clause.
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr)\.?\s+$")
# "A meeting to include AB to settle it": whom the task brings in.
_BROUGHT = re.compile(r"\b(?:to|will|and)\s+(?:include|involve)\s+(?:the\s+)?$")
_CALLED_FOR = re.compile(
    r"\bto\s+be\s+(?:called|held|arranged|organi[sz]ed|set\s+up|scheduled|convened|booked)\s+for\s+"
    r"(?:the\s+)?[\w’'-]+(?:\s[\w’'-]+){0,2}(?:,\s+[\w’'-]+(?:\s[\w’'-]+){0,2})*(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?$"
)


def is_object(before: str, modal: str) -> bool:
    """Whether what follows is told or spoken to, rather than acting itself."""
    if titled := _TITLE.search(before[-8:]):
        before = before[: len(before) - len(titled[0])]
        if not may_act(before):
            return True
    if _goes_on_a_list(before) or _HOPED.search(before[-40:]):
        return True
    if modal.rsplit(maxsplit=1)[-1] != "to":
        return False
    if _BROUGHT.search(before[-40:]) or _MEETING_OF.search(before[-160:]):
        return True
    if modal.split() == ["to"] and _ACTED_ON.search(before[-40:]):
        return True
    met = _SPOKEN_TO.search(before[-120:]) or _CALLED.search(before[-160:])
    return bool(
        met or _CALLED_FOR.search(before[-160:]) or _TOLD.search(before[-90:]) or _FOR_BOTH.search(before[-80:])
    )


def is_apposition(material: Material, before: str, owner: Span) -> bool:
    """Whether a post behind a name and a comma only says who that is."""
    words = owner.of(material.text)
    last = words.split()[0].strip(",").lower()
    return bool(_APPOSITION.search(before[-60:])) and (last in POST_WORDS | OFFICES) and " of " in f"{words} "


def _goes_on_a_list(before: str) -> bool:
    """Whether what follows belongs to those whom a preposition leads to, nobody having been told to act so far."""
    return bool(_OBJECT_LIST.search(before[-80:])) and not MODAL.search(before)


def may_act(before: str) -> bool:
    """Whether a mention in mid-sentence acts, rather than being what a preposition or verb leads to."""
    if _ASKED.search(before[-40:]) or _PROMISED.search(before[-40:]):
        return True
    return not (_OBJECT_BEFORE.search(before[-40:]) or _OBJECT_LIST.search(before[-80:]))
