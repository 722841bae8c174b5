"""Whose words of thanks the minutes repeat: a speaker's label, the turn, whoever reports or signs, the heading."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.givers import NOBODY, Given
from minutextract.findings.insights import speaker_flags
from minutextract.findings.material import Material
from minutextract.findings.owners import parties
from minutextract.findings.praise_antecedents import is_plain_name, people_in
from minutextract.findings.turns import bullets_above, continued_turn, label_of, turn_of
from minutextract.people.given_names import GIVEN_NAMES
from minutextract.people.names import looks_like_name
from minutextract.record import Flag, Party, Sentence

# Thanks that somebody speaks, rather than that minutes report.
_SPOKEN = re.compile(
    r"\b(?:thanks|thank\s+you|well\s+done|i|we|you|your|appreciate|good\s+(?:point|question|idea)|congrat(?:ulation)?s)\b",
    re.IGNORECASE,
)
# Words that only a speaker says, in front of which a name and a colon are a label.
_SPEECH = re.compile(
    r"\W{0,6}(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?):\s+(?i:thank\s+you|thanks\s*[,!.]|thanks\s+(?=(?-i:[A-Z]))|well\s+done|congratulations\s*[,!.]|"
    r"(?:great|good|excellent|nice|fantastic)\s+(?:question|point|idea|suggestion|catch)|(?:i|we)\s)"
)
# Thanks in the words of whoever reports, and the line that says whose report it is.
_OWN_WORDS = re.compile(
    r"[\W\d]{0,6}(?:(?:my|our|many|big|huge|special|grateful|sincere)\s+)*(?:thanks|thank\s+you|congratulations|well\s+done)\b",
    re.IGNORECASE,
)
_REPORT_FROM = re.compile(
    r"(?m)^[\W\d]{0,6}(?:[A-Z]?[\w’']+\s+){0,3}?(?:[Ff]rom|[Rr]eport\s+(?:by|of))\s+(?P<who>[^.;:\n]{2,90})"
)
# "Roof (Jo): …": the topic, and in brackets who speaks to it. "[name=Jo] [name=Al] …": several say the same.
_TOPIC_LABEL = re.compile(r"\W{0,6}(?:[A-Z][\w&/\-]*\s+){1,4}\((?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\)\s*:\s")
_SPAN_LABEL = re.compile(r"\s*\[name=(?P<name>[^\[\]\n=]{2,40})\]")
_LAST_LABEL = re.compile(r"(?:^|\n|[.!?]\s)\W{0,20}(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}):\s*$")
# "J Roe – Allotment Group" behind the last full stop of a report signs it.
_SIGNATURE = re.compile(
    r"(?:^|[.!?]\s+)(?P<name>(?:[A-Z]\.?\s?){1,2}[A-Z][a-z][\w’'\-]+|[A-Z][a-z]+(?:\s[A-Z]\.?)?\s[A-Z][a-z][\w’'\-]+)"
    r"\s*[–—-]\s+(?:[A-Z][\w’'&\-]*|of|for|and|the)(?:\s+(?:[A-Z][\w’'&\-]*|of|for|and|the)){0,5}\s*$"
)
# Thanks for what was just said.
_REPLY = re.compile(
    r"(?:(?:yeah|yes|okay|ok|great|cool|perfect|right|alright|oh)\W+)*(?:thanks|thank\s+you)(?:\s+(?:very|so)\s+much|\s+a\s+lot)?"
    r"(?:\s+for\s+(?:that|this|the\s+(?:update|overview|presentation|summary|context|answer|explanation)))?\s*(?:[,.!]|$)",
    re.IGNORECASE,
)
# Thanks to somebody else, in a bullet below the speaker's words.
_THANKS_TO = re.compile(
    r"\W*(?:(?:many|big|huge|special)\s+)?(?:thanks|thank\s+you|kudos)\s+(?:(?:so|very)\s+much\s+)?to\s", re.IGNORECASE
)
_LABEL_BACK = 60


def speaker(material: Material, sentence: Sentence) -> Given:
    """Whose words the sentence reports, by the label before it, or in a transcript by the last label or heading."""
    if (together := _together(material, sentence.span))[0]:
        return together
    label = label_of(material, sentence.span) or _direct_speech(material, sentence.span)
    label = label or continued_turn(material, sentence)
    label = label or (turn_of(material, sentence) if material.is_transcript else None)
    if label:
        return _labelled(material, label)
    if _OWN_WORDS.match(material.text, sentence.span.start, sentence.span.end):
        reported = _report_by(material, sentence)
        reported = reported if reported[0] else _signature(material, sentence)
        if reported[0]:
            return reported
    if not _SPOKEN.search(material.text, sentence.span.start, sentence.span.end):
        return NOBODY
    for earlier in reversed(material.up_to(sentence.span.start, 6)):
        if earlier.item != sentence.item or sentence.block - earlier.block > 1:
            break
        label = label_of(material, earlier.span, timed=earlier.block != sentence.block)
        if label:
            return _labelled(material, label)
    above = _label_above(material, sentence)
    return above if above[0] else _heading_speaker(material, sentence)


def _label_above(material: Material, sentence: Sentence) -> Given:
    """Who speaks in the bullet that thanks to somebody else hang on, near or further up ("AB: I gave a talk")."""
    if not _THANKS_TO.match(material.text, sentence.span.start, sentence.span.end):
        return NOBODY
    for block in bullets_above(material, sentence.block):
        label = label_of(material, block.content)
        own = [one for one in material.mentions_in(label) if one.person] if label else []
        if own:
            thanked = {one.person for one in material.mentions_in(sentence.span)}
            return NOBODY if own[0].person in thanked else (parties(material, own[:1]), (Flag.INHERITED_GIVER,))
    return NOBODY


def _direct_speech(material: Material, span: Span) -> Span | None:
    """A label that no list knows, in front of words that somebody says to somebody ("Quill: well done!")."""
    found = _SPEECH.match(material.text, span.start, span.end) or _LAST_LABEL.search(
        material.text, max(0, span.start - _LABEL_BACK), span.start
    )
    if topic := _TOPIC_LABEL.match(material.text, span.start, span.end):
        named = Span(*topic.span("name"))
        return named if is_plain_name(material, named) else None
    label = Span(*found.span("name")) if found else None
    words = label.of(material.text) if label else ""
    return label if looks_like_name(words, single=True) and material.is_no_word(words) else None


def _report_by(material: Material, sentence: Sentence) -> Given:
    """Whose report the thanks stand in: the words that open the item or its heading say whom it is from."""
    first = material.first_of_item(sentence)
    item = material.item_of(sentence)
    start = item.span.start if item else first.span.start
    for found in _REPORT_FROM.finditer(material.text, start, min(first.span.end, sentence.span.start)):
        named = set(people_in(material, Span(*found.span("who"))).values())
        if len(named) == 1:
            return tuple(named), (Flag.INHERITED_GIVER,)
    return NOBODY


def _labelled(material: Material, label: Span) -> Given:
    own = tuple(material.mentions_in(label))[:1]
    return (parties(material, own), speaker_flags(own)) if own else ((Party(label.of(material.text)),), ())


def _heading_speaker(material: Material, sentence: Sentence) -> Given:
    """In a transcript, the heading that names who speaks below it."""
    item = material.item_of(sentence)
    if item is None or not looks_like_name(item.title.rstrip(": "), single=True):
        return NOBODY
    name = item.title.rstrip(": ")
    start = material.text.find(item.title, item.span.start, item.span.end)
    heading = Span(start, start + len(name)) if start >= 0 else None
    again = sum(one.title.rstrip(": ") == name for one in material.meeting.items) > 2
    if again or name.split()[0].lower() in GIVEN_NAMES or (heading and material.names_person(heading, by_shape=False)):
        return (Party(name),), ()
    return NOBODY


def _together(material: Material, span: Span) -> Given:
    """ "[name=Jo] [name=Al] Thanks for the tea!": all whose marks open the words."""
    at, marks = span.start, list[Span]()
    while found := _SPAN_LABEL.match(material.text, at, span.end):
        marks.append(Span(*found.span("name")))
        at = found.end()
    each = [_labelled(material, mark) for mark in marks]
    given = tuple(party for by, _ in each for party in by), tuple(flag for _, flags in each for flag in flags)
    return given if len(marks) > 1 else NOBODY


def _signature(material: Material, sentence: Sentence) -> Given:
    """Who signs the report that the thanks stand in, behind its last words."""
    block = material.block(sentence).content
    found = _SIGNATURE.search(material.text[sentence.span.end : block.end])
    if not found:
        return NOBODY
    return _labelled(material, Span(sentence.span.end + found.start("name"), sentence.span.end + found.end("name")))


def spoke_before(material: Material, sentence: Sentence) -> tuple[Party, ...]:
    """Whom the thanks that open a speaker's turn mean if they name nobody: whoever spoke right before."""
    own = label_of(material, sentence.span)
    if own is None:
        return ()
    said = Span(own.end, sentence.span.end).of(material.text).lstrip(" :-–—)]0123456789")
    earlier = material.up_to(sentence.span.start, 1)
    if not _REPLY.match(said) or not earlier or sentence.block - earlier[0].block > 1:
        return ()
    before = label_of(material, material.first_of_block(earlier[0]).span)
    if before is None or before.of(material.text) == own.of(material.text):
        return ()
    return _labelled(material, before)[0]
