"""Who is thanked or praised: a stretch of text, or a sentence, to people, groups and offices."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutextract.document import Span
from minutextract.findings.clauses import FINITE, phrase_before
from minutextract.findings.material import Material
from minutextract.findings.owners import kind_of, parties, parts_of
from minutextract.findings.praise_antecedents import TWO, is_plain_name, meant_before
from minutextract.findings.praise_patterns import (
    CALLED,
    CALLED_LAST,
    DID_WELL,
    DONE_WELL_BY,
    GENERIC,
    GENERIC_END,
    IN_BRACKETS,
    OWN_QUALITY,
    PLEASED,
    PRESENTED,
    RECEIVERS_END,
    THANKED_AFTER,
    WORK_OF,
    WORK_OF_OWNER,
    WRITTEN_TO,
)
from minutextract.people.names import looks_like_name
from minutextract.people.vocabulary import GROUP_WORDS, OFFICES, POST_WORDS
from minutextract.record import Party

_PRONOUNS = frozenset(
    "him her them it you this that these those which from very all's for me us we i they he she what how being having "
    "to and one your my be is are most so much yeah yes".split()
)
_LEADING = re.compile(
    r"^(?:(?:also|both|especially|particularly|and)\s+)*(?:to\s+)?(?:the\s+(?=[\w’'-]+(?:\s|$)))?", re.IGNORECASE
)
_ROLE = re.compile(
    r"(?:the|her|his|our|their|its|outgoing|former|retiring)\s+(?:[\w’'-]+\s+){0,4}[\w’'-]+", re.IGNORECASE
)
_APPOSITION = re.compile(r"(?:a|an|the\s+(?:previous|former|new|outgoing|current|retiring))\s", re.IGNORECASE)
_POSSESSED = re.compile(
    r"(?P<owner>[A-Z][\w\-]*(?:\s[A-Z][\w\-]*)?)(?:[’']s|(?<=s)[’'])\s+\w+.*|(?P<handle>[\w\-]+)[’']s\s+(?:help|work|efforts?|support)"
)
_TRAILING_WORK = re.compile(
    r"\s+(?:all|his|her|their|your)\s.*$|\s+(?:especially|particularly|again|too|personally|very\s+much|so\s+much|a\s+lot|(?:most\s+|very\s+)?(?:warmly|sincerely|heartily|profusely))$"
)
# What is good here is what somebody said, who is the giver.
_SAID_OF = re.compile(r"(?:the\s+)?(?:feedback|comments?|reviews?)\s+from\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"(?:everyone|everybody|all|folks|team|gang|guys|sir|both|members|committee)\b", re.IGNORECASE)
_NAMES = re.compile(
    r"\s*(?:(?:and|to|&|/|,)\s*)*(?P<one>@[\w\-]+|(?:[A-Z][\w’'\-]*(?:\s+(?!and\b)(?:de\s+|van\s+)?[A-Z][\w’'\-]*){0,3}(?:\s+team)?)(?:\s*\([^()]{1,15}\))?)"
    r"(?=\s*(?:,|/|&|[.!;:)]|$|\s(?:and|for|on|to|who|in|at)\b|\s[a-z]))"
)
# Capitals that open a sentence and name nobody.
_NO_NAME = frozenset(
    (
        "I I'm I’m I'll I’ll I've I’ve I'd I’d Yeah Yes Yep Sure Right Perfect Fantastic "
        "Excellent Okay OK Ok So And But The This That Thanks Thank Good Great "
        "Any We It You Is There What Also"
    ).split()
)
OPEN = frozenset({"him", "her", "them"})
# Another receiver behind the first and the reason, and where the words that name it end.
_ADDED = re.compile(
    r"(?:,|;|\band\b|&)\s+(?:(?:also|finally|and|especially|particularly|in\s+particular|notably)\s+)?(?P<to>to\s+)?(?=[A-Z@]|the\s|all\s)|"
    r"\b(?P<as_well>as\s+well\s+as|along\s+with|together\s+with)\s+(?:to\s+)?(?=[A-Z@]|the\s|all\s|our\s)|"
    r"\bsuch\s+as\s+(?=[A-Z@])"
)
_WHO_END = re.compile(r",\s+(?=[A-Z]|the\s)|\s+and\s+(?=[A-Z]|to\s)|[.;!]\s*$|;|$")
_ADDED_END = re.compile(r"\s+(?:for|who|on|as|at)\s|[,.;!]|\s+and\s+(?:to\s)?|$")
_UNBRACKETED = re.compile(r"\s*\([^()]*\)")
_LONGEST = 9


def receivers_in(material: Material, span: Span, *, thanked: bool = False) -> tuple[Party, ...]:
    """The people, groups and offices named in a stretch.

    Things can be praised but not thanked: behind a verb of thanks any short phrase is a receiver, else only those who
    are plainly people.
    """
    found: list[Party] = []
    for part in _joined_roles(material.text, parts_of(material.text, span, keep_handles=True)):
        own, words = material.mentions_in(part), _bare(part.of(material.text))
        if OWN_QUALITY.fullmatch(part.of(material.text)):
            continue
        if own and (len(words) - len(own[0].span) <= 12 or (own[0].person and own[0].span.end >= part.end)):
            found += parties(material, own[:1])
        elif part.start and material.text[part.start - 1] == "@":
            found.append(Party("@" + re.split(r"[’'\s]", words)[0]))
        elif thanked and words.lower() == "us":
            found.append(Party(words))
        elif TWO.fullmatch(words):
            found += meant_before(material, part.start, two=True) or (Party(words),)
        elif words.lower() in ("him", "her") or (thanked and words.lower() in OPEN):
            # Where it stays open who is meant, the pronoun as it is written.
            found += (words.lower() != "them" and meant_before(material, part.start)) or (Party(words),)
        elif owner := _POSSESSED.fullmatch(words):
            found.append(Party(owner["owner"] or owner["handle"]))
        elif (
            kind_of(words) != "unknown"
            or looks_like_name(_UNBRACKETED.sub("", words), single=True)
            or (thanked and _short_phrase(words))
        ):
            found.append(Party(words))
    return tuple(dict.fromkeys(found))


def _joined_roles(text: str, parts: list[Span]) -> list[Span]:
    """Without the role in front of a name ("her deputy, Mr Roe") and the words behind that say who it is."""
    kept: list[Span] = []
    for at, part in enumerate(parts):
        words = part.of(text)
        after = parts[at + 1] if at + 1 < len(parts) else None
        between = text[kept[-1].end : part.start] if kept else ""
        if (
            after
            and text[part.end : after.start].strip() == ","
            and _is_role(words)
            and looks_like_name(after.of(text))
        ):
            continue
        if _APPOSITION.match(between.lstrip(", ") + words) and "," in between and looks_like_name(kept[-1].of(text)):
            break
        kept.append(part)
    return kept


def _is_role(words: str) -> bool:
    last = re.split(r"[\s-]", words.lower())[-1]
    return bool(_ROLE.fullmatch(words)) and last in POST_WORDS | OFFICES | GROUP_WORDS


def _bare(words: str) -> str:
    bare = _LEADING.sub("", words)
    bare = re.sub(r",?\s+and$", "", bare if GENERIC.match(bare) else _TRAILING_WORK.sub("", bare)).strip(" ,.;:!?*_")
    bare = bare.rsplit(": ", 1)[-1]
    if " of " in bare and looks_like_name(bare.split(" of ")[0]):
        bare = bare.split(" of ")[0]
    # The edges of a part are stripped of brackets; what stands in them belongs to the name ("Jo Roe (JR)").
    return f"{bare})" if bare.count("(") > bare.count(")") else bare


def _short_phrase(words: str) -> bool:
    tokens = words.lower().split()
    return (
        words[0].isalnum()
        and 0 < len(tokens) <= (2 * _LONGEST if GENERIC.match(words) else _LONGEST)
        and (tokens[0].strip(",.") not in _PRONOUNS or (tokens[0] == "those" and len(tokens) > 1))
        and not re.fullmatch(r"(?:a\s+lot|so\s+much).*", words)
    )


def stretch_of(text: str, start: int, end: int) -> Span:
    """From a word of thanks to the end of those whom it names."""
    if GENERIC.match(text, start, end):
        stop = GENERIC_END.search(text, start, end)
        return Span(start, stop.start() if stop else end)
    stop = RECEIVERS_END.search(text, start, end)
    at = stop.start() if stop else end
    if stop and text[at : at + 1] == ":" and text[at + 1 : end].strip()[:1].isupper():
        # "… to departing members: AB and CD": the names follow.
        again = RECEIVERS_END.search(text, at + 1, end)
        return Span(start, again.start() if again else end)
    return Span(start, at)


def further_receivers(material: Material, span: Span) -> tuple[Party, ...]:
    """ "… thanked AB for the notes, (to) CD for the slides, as well as FG": CD and FG."""
    text, found = material.text, list[Party]()
    for joint in _ADDED.finditer(text, span.start, span.end):
        stop = _ADDED_END.search(text, joint.end(), span.end)
        place = Span(joint.end(), stop.start() if stop else span.end)
        said, why = place.of(text), stop[0].strip() if stop else ""
        named = bool(material.mentions_in(place)) or looks_like_name(said, single=True)
        if (
            why == "who"
            and len(place)
            and (named or kind_of(said) != "unknown" or said.removeprefix("the ")[:1].isupper())
        ):
            # What they did says who they are.
            end = _WHO_END.search(text, place.end, span.end)
            found += (
                receivers_in(material, place)
                if named
                else (Party(text[place.start : end.start() if end else span.end]),)
            )
        elif why in ("on", "as", "at"):
            found += receivers_in(material, place) if named and is_plain_name(material, place) else ()
        elif (why == "for" and (named or joint["to"])) or (joint["to"] and (named or looks_like_name(said))):
            found += receivers_in(material, place, thanked=bool(joint["to"]))
        elif joint["as_well"] and (named or kind_of(said) != "unknown"):
            found += receivers_in(material, stretch_of(text, place.start, span.end))
    return tuple(dict.fromkeys(found))


def called(material: Material, span: Span) -> tuple[Party, ...]:
    """Those whom thanks call by name: "Thanks, AB!", "Well done AB and CD", "Great work everyone"."""
    text, found = material.text, list[Party]()
    for word in CALLED.finditer(text, span.start, span.end):
        # Whom the first words of thanks call is thanked; later capitals may name anything.
        if found := list(_names_from(material, word.end(), span.end)):
            break
    if not found and (last := CALLED_LAST.search(text, span.start, span.end)):
        group = last["group"] or last["name"]
        if last["group"]:
            found.append(Party(group))
        elif group.split()[0] not in _NO_NAME:
            found.extend(_party(material, Span(*last.span("name"))))
    return tuple(dict.fromkeys(found))


def _names_from(material: Material, start: int, end: int) -> Iterator[Party]:
    text = material.text
    if group := _ADDRESSED.match(text, start, end):
        yield Party(group[0])
        return
    at = start
    while (one := _NAMES.match(text, at, end)) and one["one"].split()[0] not in _NO_NAME:
        yield from _party(material, Span(*one.span("one")))
        at = one.end()
        if not re.match(r"\s*(?:,|/|&|and\b|\s+and\b)", text[at:end]):
            return


def _party(material: Material, span: Span) -> tuple[Party, ...]:
    own = material.mentions_in(span)
    return parties(material, own[:1]) if own and len(span) - len(own[0].span) <= 8 else (Party(span.of(material.text)),)


def praised(material: Material, span: Span) -> tuple[Party, ...]:
    """Those of whom approval is said: "AB did a great job", "the work of AB", "booked by AB (thank you!)"."""
    text = material.text
    if found := IN_BRACKETS.search(text, span.start, span.end):
        return _party(material, Span(*found.span("name")))
    if found := DONE_WELL_BY.search(text, span.start, span.end):
        return receivers_in(material, Span(*found.span("who")), thanked=True)
    if found := WRITTEN_TO.search(text, span.start, span.end):
        return receivers_in(material, Span(*found.span("to")), thanked=True)
    if found := WORK_OF.search(text, span.start, span.end):
        return receivers_in(material, stretch_of(text, found.end(), span.end))
    if found := WORK_OF_OWNER.search(text, span.start, span.end):
        return _party(material, Span(*found.span("before" if found["before"] else "name")))
    if found := PLEASED.search(text, span.start, span.end):
        return tuple(_names_from(material, found.end(), span.end))
    if found := PRESENTED.search(text, span.start, span.end):
        return receivers_in(material, stretch_of(text, found.end(), span.end), thanked=" to " in found[0])
    for pattern in (DID_WELL, THANKED_AFTER):
        found = pattern.search(text, span.start, span.end)
        phrase = _acting(material, span, found.start(), first=pattern is THANKED_AFTER) if found else None
        if phrase and (phrase.of(text).strip(" ,") in _NO_NAME or _SAID_OF.match(text, phrase.start)):
            continue
        if phrase and (to := receivers_in(material, phrase) or _subject(material, phrase)):
            return to
    return ()


def _acting(material: Material, span: Span, at: int, *, first: bool) -> Span | None:
    """Who does what is praised: before the verb at an offset, or before the first verb of the sentence."""
    verb = FINITE.search(material.text, span.start, at) if first else None
    return phrase_before(material, span.start, verb.start() if verb else at)


def _subject(material: Material, phrase: Span) -> tuple[Party, ...]:
    """ "The student helpers", "NewsBlog": who did well, by the last word of the phrase or its capital."""
    words = phrase.of(material.text)
    last = words.split()[-1].lower()
    if last in _PRONOUNS:
        return ()
    named = words.split()[-1][0].isupper()
    return (Party(_bare(words)),) if named or last in GROUP_WORDS or last.endswith("ers") or last in POST_WORDS else ()
