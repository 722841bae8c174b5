"""Whom a pronoun in thanks means: the people whom the words before it name, if they are as many as it stands for."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.owners import parties
from minutextract.people.given_names import GIVEN_NAMES, WORDS_TOO
from minutextract.people.names import is_initials, looks_like_name
from minutextract.record import Party, Sentence

TWO = re.compile(r"both|(?:the|these)\s+two|two|both\s+of\s+(?:them|you)|them\s+both", re.IGNORECASE)
# So far back "he" may stand for somebody named.
_MOST_BACK = 3
_ELLIPTIC = re.compile(
    r"(?:(?:big|many|huge|sincere|grateful|special)\s+)?(?:thanks|thank\s+you|well\s+done|bravo|great\s+(?:work|job|effort)|"
    r"excellent\s+(?:work|job)|(?:brilliant|fantastic|amazing|superb)(?=\W|\s+for\b))(?!\s+(?:to|for\s+(?:coming|attending|joining|your))\b)",
    re.IGNORECASE,
)
_FEW_WORDS = 7
_BRACKET_OPEN = re.compile(r"\([^()]*$")
# So near its beginning stands the subject of a sentence; behind a joint comes another verb of its.
_OPENS = 5
_NEXT_VERB = re.compile(r"\b(?:and|to|but)\b")
_ASKED = re.compile(r"\b(?:asked|requested|instructed)\s+(?:the\s+)?$")
_HE = re.compile(r"(?:he|she)\b", re.IGNORECASE)
_NAME = re.compile(
    r"(?<!\w)(?P<title>(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councillor|PC|PCSO)\.?\s+)?"
    r"(?P<name>[A-Z][a-z][\w’'\-]+(?:\s+[A-Z][\w’'\-]+){0,2})"
)


def meant_before(material: Material, at: int, *, two: bool = False) -> tuple[Party, ...]:
    """Whom "him", "her" or, with `two`, "both" means; empty if it stays open.

    It is the one person, or the pair, of the sentence before, the giver apart, or of the same sentence ("asked the
    Clerk to tell CD so and to thank him").
    """
    index = bisect_right(material.sentences, at, key=lambda one: one.span.start) - 1
    if index < 0:
        return ()
    own = material.sentences[index]
    here = people_in(material, Span(own.span.start, at))
    if two and (pair := _pair(material, here)):
        return pair
    told = {
        one
        for place, one in here.items()
        if place.start > own.span.start + _OPENS
        and not _ASKED.search(material.text, own.span.start, place.start)
        and _NEXT_VERB.search(material.text, place.end, at)
    }
    if told and not two:
        return tuple(told) if len(told) == 1 else ()
    earlier = _sentence_before(material, index)
    if earlier is None:
        return ()
    # Whoever thanks does not mean himself.
    before = people_in(material, earlier.span)
    named = tuple(dict.fromkeys(one for one in before.values() if one not in here.values()))
    return (_pair(material, before) if two else ()) or (named if len(named) == 1 + two else ())


def left_out(material: Material, span: Span) -> tuple[Party, ...]:
    """Whom a few words of thanks mean that name nobody ("Big thanks from all."): the one named before."""
    said = span.of(material.text)
    index = bisect_right(material.sentences, span.start, key=lambda one: one.span.start) - 1
    if index < 1 or not _ELLIPTIC.match(said) or len(said.split()) > _FEW_WORDS:
        return ()
    own, before = material.sentences[index], material.sentences[index - 1]
    if before.block != own.block:
        return ()
    # Those in brackets say the sentence and are not its matter.
    named = {
        one
        for place, one in people_in(material, before.span).items()
        if not _BRACKET_OPEN.search(material.text, before.span.start, place.start)
    }
    return tuple(named) if len(named) == 1 else ()


def _sentence_before(material: Material, index: int) -> Sentence | None:
    """The sentence before one of the same item; behind "He …", which names nobody, the one that says who he is."""
    item = material.sentences[index].item
    for earlier in reversed(material.sentences[max(0, index - _MOST_BACK) : index]):
        if earlier.item != item:
            return None
        if not _HE.match(material.text, earlier.span.start) or people_in(material, earlier.span):
            return earlier
    return None


def _pair(material: Material, people: dict[Span, Party]) -> tuple[Party, ...]:
    """The last two named, if just these are joined by "and"."""
    places = list(people)[-3:]
    between = [material.text[one.end : after.start].strip() for one, after in itertools.pairwise(places)]
    if not between or between[-1] not in ("and", "&") or (len(between) > 1 and between[0] in (",", "and", "&")):
        return ()
    return people[places[-2]], people[places[-1]]


def people_in(material: Material, span: Span) -> dict[Span, Party]:
    """The people whom a stretch names, by place: listed ones, initials, names behind a title and plain names."""
    named = {
        one.span: parties(material, [one])[0]
        for one in material.mentions_in(span)
        if not one.unit and (one.person or is_initials(one.span.of(material.text)))
    }
    # "Mrs Roe (JR)" is one person.
    surnames = {one.name.split()[-1] for one in named.values()}
    for found in _NAME.finditer(material.text, span.start, span.end):
        place = Span(*found.span("name"))
        if found["name"].split()[-1] in surnames or material.mentions_in(place):
            continue
        if found["title"] or is_plain_name(material, place):
            named[Span(*found.span())] = Party(found[0])
    return dict(sorted(named.items(), key=lambda one: one[0].start))


def is_plain_name(material: Material, place: Span) -> bool:
    """Whether an unlisted name is somebody's: a given name opens it, or spaCy takes it for a person's."""
    words = place.of(material.text)
    return looks_like_name(words, single=True) and (
        words.split()[0].lower() in GIVEN_NAMES - WORDS_TOO or material.names_person(place, by_shape=False)
    )
