"""Who gives thanks: the subject of the verb, a name behind "by", a speaker's label, or the sign behind the words."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.clauses import names_somebody, phrase_before
from minutextract.findings.insights import speaker_flags
from minutextract.findings.material import Material
from minutextract.findings.owners import kind_of, parties
from minutextract.findings.praise_antecedents import people_in
from minutextract.findings.praise_patterns import RECEIVED_FROM, THANKS_OF
from minutextract.findings.trailing import trailing_owner
from minutextract.findings.turns import LABEL, label_of
from minutextract.people.names import derive_initials, looks_like_name
from minutextract.people.subjects import subject
from minutextract.record import Flag, Mention, Party, Sentence

Given = tuple[tuple[Party, ...], tuple[Flag, ...]]
NOBODY: Given = ((), ())

_FROM = re.compile(
    r"(?:\+1|\b(?:thanks?|congrat\w+|well\s+done)\b(?:\s+[^\s.]+){0,8}?)\s+from\s+(?P<names>[A-Z]{2,4}(?:\s*(?:,|and|&)\s*[A-Z]{2,4})*)\W*$"
)
_BY_GROUP = re.compile(r"\s+by\s+((?:\w+\s+){0,3}?\w+)(?=\s+(?:for|on|at)\b|[.,;]|$)")
# So near its beginning a name is what a sentence is about.
_OPENS = 5
_SAYS = re.compile(
    r"\s(?:said|says|stated|commented|noted|announced|reported|replied|remarked|advised|felt|agreed|explained|highlighted|mentioned|observed|"
    r"thought|added|shared|stressed|emphasi[sz]ed|reports|notes|mentions|adds|pointed\s+out)\b(?:\s+(?:that|how)\b|\s*[,:\"“]|\s(?=the\s|it\s|he\s|she\s|this\s))"
)
_SOMEBODY = re.compile(r"(?:an?|some|two|several)\s+[a-z]")
_NAME_BEFORE = re.compile(r"(?<![\w’'\-])(?>[\w’'\-]*?(?=[A-Z]))([A-Z][\w’'\-]++\s[A-Z][\w’'\-]++)\s*[(\[]$")
_PRONOUN = re.compile(r"(?:he|she|they)$", re.IGNORECASE)
_FOR = re.compile(r"\bon\s+behalf\s+of\s+(?P<who>[^,.;]{3,40}?)\s+to\s*$", re.IGNORECASE)
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


def for_whom(verb: str) -> Given:
    """ "expressed thanks on behalf of the club to": the club, whoever speaks."""
    found = _FOR.search(verb)
    return ((Party(found["who"]),), ()) if found else NOBODY


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
    earlier = material.up_to(at + 1, 2)
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
    if trailing and _of_name_before(material, trailing):
        return NOBODY
    said_by: tuple[Mention, ...] = tuple(material.mentions_in(trailing)) if trailing else ()
    if not said_by and (found := _FROM.search(material.text, span.start, span.end)):
        names = re.findall(r"[A-Z]{2,4}", found["names"])
        said_by = tuple(material.mentions_in(Span(*found.span("names"))))
        if len(said_by) < len(names):
            return tuple(Party(name) for name in names), ()
    return parties(material, said_by), speaker_flags(said_by)


def _of_name_before(material: Material, trailing: Span) -> bool:
    """Whether letters in brackets belong to the name in front of them ("Thanks to Jo Roe (JR).")."""
    before = _NAME_BEFORE.search(material.text[max(0, trailing.start - 60) : trailing.start])
    return before is not None and trailing.of(material.text) in derive_initials(before[1])


def reporter(material: Material, span: Span) -> Given:
    """ "AB said that the talk was splendid": who says so."""
    found = _SAYS.search(material.text, span.start, span.end)
    return named_giver(material, span, found.start()) if found else NOBODY


def whose_thanks(material: Material, span: Span) -> Given:
    """ "AB will write to CD expressing the club's thanks": the club, whoever writes."""
    found = THANKS_OF.search(material.text, span.start, span.end)
    return _phrase(material, span.start, Span(*found.span("by"))) if found else NOBODY


def received_from(material: Material, span: Span) -> Given:
    """ "A letter of thanks was received from the school": the school."""
    found = RECEIVED_FROM.search(material.text, span.start, span.end)
    if not found:
        return NOBODY
    stop = re.compile(r"\s+(?:for|to|on|at|in|who|thanking|was|were|is|are|has|had|about)\s|[,.;(]|$").search(
        material.text, found.end(), span.end
    )
    if (
        stop
        and stop[0].strip() == "who"
        and " in a" in found[0]
        and _SOMEBODY.match(material.text, found.end(), stop.start())
    ):
        # Who they are is said by what they did: "a family who had come for the day".
        stop = re.compile(r"[,.;(]|$").search(material.text, stop.end(), span.end)
        return (Party(material.text[found.end() : stop.start() if stop else span.end].strip()),), ()
    phrase = Span(found.end(), stop.start() if stop else span.end)
    return _phrase(material, span.start, phrase) if len(phrase.of(material.text).split()) <= 6 else NOBODY


def spoken_part(material: Material, span: Span) -> Span:
    """What a speaker says, without the label in front of it."""
    if label_of(material, span) and (found := LABEL.match(span.of(material.text))):
        return Span(span.start + found.end(), span.end)
    return span
