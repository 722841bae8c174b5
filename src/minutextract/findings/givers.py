"""Who gives thanks: the subject of the verb, a name behind "by", a speaker's label, or the sign behind the words."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.clauses import names_somebody, phrase_before
from minutextract.findings.commitments import trailing_owner
from minutextract.findings.insights import speaker_flags
from minutextract.findings.material import Material
from minutextract.findings.owners import kind_of, parties
from minutextract.findings.praise_antecedents import people_in
from minutextract.findings.praise_patterns import RECEIVED_FROM
from minutextract.findings.turns import LABEL, label_of, turn_of
from minutextract.people.given_names import GIVEN_NAMES
from minutextract.people.names import looks_like_name
from minutextract.people.subjects import subject
from minutextract.record import Flag, Mention, Party, Sentence

Given = tuple[tuple[Party, ...], tuple[Flag, ...]]
NOBODY: Given = ((), ())

# Thanks that somebody speaks, rather than that minutes report.
_SPOKEN = re.compile(
    r"\b(?:thanks|thank\s+you|well\s+done|i|we|you|your|appreciate|congrat(?:ulation)?s)\b", re.IGNORECASE
)
_FROM = re.compile(
    r"(?:\+1|\b(?:thanks?|congrat\w+|well\s+done)\b(?:\s+[^\s.]+){0,8}?)\s+from\s+(?P<names>[A-Z]{2,4}(?:\s*(?:,|and|&)\s*[A-Z]{2,4})*)\W*$"
)
_BY_GROUP = re.compile(r"\s+by\s+((?:\w+\s+){0,3}?\w+)(?=\s+(?:for|on|at)\b|[.,;]|$)")
# So near its beginning a name is what a sentence is about.
_OPENS = 5
_SAYS = re.compile(
    r"\s(?:said|says|stated|commented|noted|announced|reported|replied|remarked|advised|felt|agreed|explained|highlighted|mentioned|observed|"
    r"thought|added|shared|pointed\s+out)\b(?:\s+(?:that|how)\b|\s*[,:\"“]|\s(?=the\s|it\s|he\s|she\s|this\s))"
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
_PRONOUN = re.compile(r"(?:he|she|they)$", re.IGNORECASE)
_ON_BEHALF = re.compile(
    r"\bon\s+behalf\s+of\s+(?P<who>[^,.;]{3,60}?)(?=,|\s+(?:I|we|thanked|expressed|congratulated)\b)", re.IGNORECASE
)


def named_giver(material: Material, span: Span, at: int) -> Given:
    """Who stands before a verb of thanks at an offset, within a sentence."""
    if group := _ON_BEHALF.search(material.text, span.start, at):
        return (Party(group["who"]),), ()
    before = Span(span.start, at)
    leading = subject(material.text, before, material.mentions_in(before))
    if leading and not material.text[leading.end : at].strip(" ,"):
        return parties(material, leading.mentions), speaker_flags(leading.mentions)
    phrase = phrase_before(material, span.start, at)
    if phrase is None:
        return NOBODY
    return _phrase(material, span.start, phrase)


def _phrase(material: Material, floor: int, phrase: Span) -> Given:
    words = phrase.of(material.text)
    own = tuple(material.mentions_in(phrase))
    if _PRONOUN.match(words) and not own:
        # Who is meant stays open: the pronoun as it is written, for a reader to look up.
        meant = _antecedent(material, floor, phrase, words)
        return meant if meant[0] else ((Party(words),), (Flag.UNKNOWN_SPEAKER,))
    if len(own) == 1 and (own[0].span.end == phrase.end or own[0].person):
        return parties(material, own), speaker_flags(own)
    if not own:
        return tuple(Party(part) for part in _parts(words)), ()
    covered = sum(len(one.span) for one in own)
    if covered >= len(phrase) - 8 * len(own):
        return parties(material, own), speaker_flags(own)
    return tuple(Party(part) for part in _parts(words)), ()


def _parts(words: str) -> list[str]:
    pieces = [piece for piece in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", words) if piece]
    return [piece for piece in pieces if piece not in ("We", "we")] if len(pieces) > 2 else _pair(words, pieces)


def _pair(words: str, pieces: list[str]) -> list[str]:
    both = all(looks_like_name(piece, single=True) or kind_of(piece) != "unknown" for piece in pieces)
    return pieces if both else [words]


def _antecedent(material: Material, floor: int, phrase: Span, pronoun: str) -> Given:
    """ "He" or "she": the one person named before in the sentence, else the subject of the sentence before.

    The sentence before must be about one person and name no other.
    """
    if pronoun.lower() == "they":
        return NOBODY
    if here := set(people_in(material, Span(floor, phrase.start)).values()):
        return (tuple(here), ()) if len(here) == 1 else NOBODY
    before = _before(material, phrase.start)
    named = people_in(material, before.span) if before else {}
    if before is None or len(set(named.values())) != 1:
        return NOBODY
    place, party = next(iter(named.items()))
    leading = subject(material.text, before.span, material.mentions_in(before.span))
    opens = place.end <= leading.end if leading else place.start - before.span.start < _OPENS
    return ((party,), speaker_flags(tuple(material.mentions_in(place)))) if opens else NOBODY


def _before(material: Material, at: int) -> Sentence | None:
    """The sentence before the one that an offset lies in."""
    earlier = [one for one in material.sentences if one.span.start <= at][-2:]
    return earlier[0] if len(earlier) == 2 and earlier[0].item == earlier[1].item else None


def giver_behind(material: Material, span: Span) -> Given:
    """ "… was thanked by AB": a mention or a group behind "by"."""
    by = tuple(
        m
        for m in material.mentions_in(span)
        if re.search(r"\bby\s+(?:the\s+)?$", material.text[span.start : m.span.start])
    )
    if by:
        return parties(material, by), speaker_flags(by)
    found = _BY_GROUP.match(material.text, span.start, span.end)
    if not found:
        return NOBODY
    group = Span(*found.span(1))
    return ((Party(found[1]),), ()) if names_somebody(material, group) else NOBODY


def signed(material: Material, span: Span) -> Given:
    """ "Big thanks to the village (AB)", "thanks for coming, from AB": who says so stands behind it."""
    trailing = trailing_owner(material, span)
    said_by: tuple[Mention, ...] = tuple(material.mentions_in(trailing)) if trailing else ()
    if not said_by and (found := _FROM.search(material.text, span.start, span.end)):
        names = re.findall(r"[A-Z]{2,4}", found["names"])
        said_by = tuple(material.mentions_in(Span(*found.span("names"))))
        if len(said_by) < len(names):
            return tuple(Party(name) for name in names), ()
    return parties(material, said_by), speaker_flags(said_by)


def reporter(material: Material, span: Span) -> Given:
    """ "AB said that the talk was splendid": who says so."""
    found = _SAYS.search(material.text, span.start, span.end)
    return named_giver(material, span, found.start()) if found else NOBODY


def received_from(material: Material, span: Span) -> Given:
    """ "A letter of thanks was received from the school": the school."""
    found = RECEIVED_FROM.search(material.text, span.start, span.end)
    if not found:
        return NOBODY
    stop = re.compile(r"\s+(?:for|to|on|at|in|who|thanking)\s|[,.;(]|$").search(material.text, found.end(), span.end)
    phrase = Span(found.end(), stop.start() if stop else span.end)
    return _phrase(material, span.start, phrase) if len(phrase.of(material.text).split()) <= 6 else NOBODY


def spoken_part(material: Material, span: Span) -> Span:
    """What a speaker says, without the label in front of it."""
    if label_of(material, span) and (found := LABEL.match(span.of(material.text))):
        return Span(span.start + found.end(), span.end)
    return span


def speaker(material: Material, sentence: Sentence) -> Given:
    """Whose words the sentence reports, by the label before it, or in a transcript by the last label or heading."""
    label = label_of(material, sentence.span) or _direct_speech(material, sentence.span)
    label = label or (turn_of(material, sentence) if material.is_transcript else None)
    if label:
        return _labelled(material, label)
    if _OWN_WORDS.match(material.text, sentence.span.start, sentence.span.end):
        reported = _report_by(material, sentence)
        if reported[0]:
            return reported
    if not _SPOKEN.search(material.text, sentence.span.start, sentence.span.end):
        return NOBODY
    for earlier in reversed([one for one in material.sentences if one.span.start < sentence.span.start][-6:]):
        if earlier.item != sentence.item or sentence.block - earlier.block > 1:
            break
        label = label_of(material, earlier.span, timed=earlier.block != sentence.block)
        if label:
            return _labelled(material, label)
    return _heading_speaker(material, sentence)


def _direct_speech(material: Material, span: Span) -> Span | None:
    """A label that no list knows, in front of words that somebody says to somebody ("Quill: well done!")."""
    found = _SPEECH.match(material.text, span.start, span.end)
    label = Span(*found.span("name")) if found else None
    words = label.of(material.text) if label else ""
    return label if looks_like_name(words, single=True) and material.is_no_word(words) else None


def _report_by(material: Material, sentence: Sentence) -> Given:
    """Whose report the thanks stand in: the words that open the item or its heading say whom it is from."""
    first = next((one for one in material.sentences if one.item == sentence.item), sentence)
    item = next((one for one in material.meeting.items if one.id == sentence.item), None)
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
    item = next((one for one in material.meeting.items if one.id == sentence.item), None)
    if item is None or not looks_like_name(item.title.rstrip(": "), single=True):
        return NOBODY
    name = item.title.rstrip(": ")
    start = material.text.find(item.title, item.span.start, item.span.end)
    heading = Span(start, start + len(name)) if start >= 0 else None
    again = sum(one.title.rstrip(": ") == name for one in material.meeting.items) > 2
    if again or name.split()[0].lower() in GIVEN_NAMES or (heading and material.names_person(heading, by_shape=False)):
        return (Party(name),), ()
    return NOBODY
