"""Owners that may not be the ones, or not the only ones: offers, "he and …", names in brackets behind topics."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.raisers import is_noun_topic, is_told_to
from minutextract.findings.remarks import is_need
from minutextract.record import Sentence

# "AB offered to show the lamp, if asked": nothing to be done so far.
_OFFER = re.compile(
    r"\b(?:offer(?:s|ed)|happy|glad|willing|can|could|may|might)\b[^;]{3,200}?\bif\s+(?:it\s+is\s+)?"
    r"(?:needed|required|requested|necessary|wanted|desired|asked)\W*$"
)
# "Want to learn more? AB happy to help": what AB would do for whoever asks.
_FOR_WHOEVER_ASKS = re.compile(
    r"\b(?:want|need|interested|questions?|problems?|stuck|help)\b[^.?!\n]{0,60}\?\s+$", re.IGNORECASE
)
_HAPPY_TO = re.compile(r"\b(?:happy|glad|willing)\s+to\b")
_QUESTION_WITHIN = 90
# "He and " before "Jo will …": somebody who is named elsewhere.
_PRONOUN_BEFORE = re.compile(
    r"\b(?:he|she|they|I|we)\s*(?:and|&|/)\s+(?:the\s+)?(?:(?:Mrs?|Ms|Miss|Dr|Cllrs?|Councillors?)\.?\s+)?$",
    re.IGNORECASE,
)
_PRONOUN_WITHIN = 40
# "Set up a call with Ann and her pupils and Hugo to settle it": whom the owner meets, though what follows is a verb.
_MET = re.compile(r"\b(?:with|between)\s(?:(?!\b(?:will|to)\b)[^.;:\n]){1,80}?\band\s+$")
_MET_WITHIN = 100
# "Jo - Ann is looking into it": who speaks, and who acts.
_OTHER_ACTS = re.compile(r"\s*[-–—:]\s+@?(?P<other>[A-Z][\w’'.-]*)(?:\s[A-Z][\w’'.-]*)?\s+(?:will|is|has|can|to)\s")
_DASH = re.compile(r"\s[-–—]\s")
# "Write to the mill (Jo) and the pier (Ann)": of several in brackets the last is told.
_BRACKET = re.compile(r"[(\[](?P<name>[A-Z][\w’'.-]*)[)\]]")
_LABEL_ENDS = re.compile(r"\s*(?::|[-–—])\s+")
# "A list, for the Board to settle (AB)": others are to do it than the name in brackets.
_FOR_OTHERS = re.compile(r"\bfor\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3}\s+to\s+[a-z]")
_HELPS = re.compile(r"\s+(?:\w+\s+){0,2}(?:offer|volunteer)(?:s|ed)\s+(?:\w+\s+)?(?:assistance|help|support)\b")


def only_helps(material: Material, owner: Span) -> bool:
    """Whether those named only offer help with what is to be done."""
    return _HELPS.match(material.text, owner.end) is not None


def _others_named(material: Material, clause: Span, owner: Span) -> bool:
    """Whether somebody else acts behind a label, or stands in brackets behind a part of the task or the whole."""
    text = material.text
    if _DASH.search(text, owner.start, owner.end):
        return True
    other = _OTHER_ACTS.match(text, owner.end, clause.end)
    if other and any(one.person for one in material.mentions_in(Span(*other.span("other")))):
        return True
    behind = [Span(*found.span("name")) for found in _BRACKET.finditer(text, clause.start, clause.end)]
    return text.startswith(("(", "["), max(0, owner.start - 1)) and any(
        one.end < owner.start - 1 and any(mention.person for mention in material.mentions_in(one)) for one in behind
    )


def is_in_doubt(material: Material, sentence: Sentence, clause: Span, owner: Span, *, marked: bool) -> bool:
    """Whether the words that name an owner leave it open whether that one has the task, or has it alone.

    Args:
        material: the meeting.
        sentence: that of the task.
        clause: that of the task within it.
        owner: the words.
        marked: whether a mark says that it is a task.
    """
    text = material.text
    if _OFFER.search(text[clause.start : clause.end]):
        return True
    if _HAPPY_TO.search(text, owner.end, clause.end) and _FOR_WHOEVER_ASKS.search(
        text[max(0, clause.start - _QUESTION_WITHIN) : clause.start]
    ):
        return True
    if _PRONOUN_BEFORE.search(text[max(0, owner.start - _PRONOUN_WITHIN) : owner.start]):
        return True
    if _MET.search(text[max(0, owner.start - _MET_WITHIN) : owner.start]) and text.startswith(" to ", owner.end):
        return True
    if _others_named(material, clause, owner):
        return True
    label = _LABEL_ENDS.match(text, owner.end, clause.end)
    if label and not marked and sentence.block not in material.sections:
        rest = Span(label.end(), clause.end)
        if is_need(text, rest) or is_noun_topic(rest.of(text)):
            return True
    if not text.startswith(("(", "["), max(0, owner.start - 1)):
        return False
    said = text[clause.start : owner.start]
    return sentence.block in material.raised or (_FOR_OTHERS.search(said) is not None and not is_told_to(said))
