"""Open check boxes that hold no task: events to come, calls for volunteers, cheers, items of an agenda."""

from __future__ import annotations

import re

from minutextract.findings.material import Material
from minutextract.findings.task_lists import VERBS
from minutextract.record import Sentence

_EVENTS = r"(?:events?|deadlines?|conferences?|calendar|diary|dates|meetups?|happenings)"
_EVENT_TITLE = re.compile(
    rf"\W{{0,20}}(?:(?:upcoming|coming|future|forthcoming|next|other|important|key|community)\s+){{0,2}}{_EVENTS}"
    rf"(?:\s*(?:,|&|/|and)\s*(?:other\s+)?{_EVENTS}){{0,3}}\W{{0,20}}",
    re.IGNORECASE,
)
# "(Norway) Harbour Days - Friday 2031-06-27".
_DAY = (
    r"(?:[A-Z][a-z]{2,8},?\s+)?(?:\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?|"
    r"[A-Z][a-z]{2,8}\.?\s+\d{1,2})"
)
_EVENT = re.compile(rf"\W*\([A-Z][\w .,’'-]{{1,30}}\)\s+[A-Z0-9][^:;]{{2,80}}?\s[-–—]\s+{_DAY}\b")
_ASKS = re.compile(r"\b(?:needs?|must|should|will|please|to\s+be|has\s+to|have\s+to|todo)\b|[’']ll\b", re.IGNORECASE)
_LED = re.compile(
    r"\W*(?:@[\w-]+(?:\s*(?:,|and|&|\+)\s*@?[\w-]+)*\s*(?:[:–—-]\s+|to\s+)|[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2}\s+to\s+)?"
)
_NOTHING_TO_DO = re.compile(
    r"\W{0,20}(?:@\w[\w-]{0,60}+\s*(?:[:–—-]\s+)?)?(?:"
    # Cheers and jokes
    r"(?:(?:what\s+a|very|really|such\s+a)\s+)?(?:good|great|nice|excellent|brilliant)\s+(?:idea|point|work|stuff|job|news)\W*$|"
    r"whatever\s+else\b.*$|"
    # Calls for somebody, with nothing said that is to be done
    r"\((?:more\s+)?(?:volunteers?|help|people|contributors?)\b[^()]{0,90}\)\W*(?:this\s+is\s+\w+\W*)?$|"
    r"(?:others?|anyone\s+else|anybody\s+else|more)\s*\?\s*(?:\([^()]{0,60}\))?\W*$|"
    r"\(\?[^()]{0,60}\)\W*$|"
    # How something stands
    r"(?:(?!\b(?:will|to|needs?)\b)[^.;:]){3,60}\bin\s+the\s+(?:works|making|pipeline)\b\W*(?:https?:\S+\W*)?$)",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\(\s*~?\d{1,3}\s*(?:min(?:ute)?s?|m)\.?\s*\)\W*$", re.IGNORECASE)
_AGENDA = re.compile(r"\W{0,20}(?:(?:meeting|today[’']s|proposed|draft)\s+)?agenda\W{0,20}", re.IGNORECASE)


def holds_no_task(material: Material, sentence: Sentence) -> bool:
    """Whether a line tells of an event, calls for volunteers, cheers or is an item of an agenda with its minutes."""
    said = sentence.span.of(material.text)
    if _NOTHING_TO_DO.match(said) or _is_word(material, sentence, said):
        return True
    if _MINUTES.search(said) and _stands_under(material, sentence, _AGENDA):
        return True
    if _tells_to_do(said):
        return False
    return bool(_EVENT.match(said)) or _stands_under(material, sentence, _EVENT_TITLE)


def _is_word(material: Material, sentence: Sentence, said: str) -> bool:
    """Whether one word is all that stands behind a box outside lists of actions: a name, a blank to be filled in."""
    if material.block(sentence).checked is None or sentence.block in material.sections:
        return False
    return len(said.split()) == 1 and said.lower().strip(" .:!*_") not in VERBS


def _tells_to_do(said: str) -> bool:
    led = _LED.match(said)
    rest = said[led.end() :] if led else said
    first = next(iter(rest.split()), "")
    if led and led[0].rstrip().endswith(" to") and not first.startswith("be"):
        return True
    return bool(_ASKS.search(said)) or first.lower().strip(",:") in VERBS


def _stands_under(material: Material, sentence: Sentence, title: re.Pattern[str]) -> bool:
    above = next(iter(material.titles_above(sentence.block)), None)
    return above is not None and bool(title.fullmatch(above.content.of(material.text).strip()))
