"""Who is to act: a phrase to owners, each resolved, or plainly a group or an office, or flagged."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.owner_words import CROWD, IMPERATIVES, NO_OWNER, OPEN, THINGS
from minutextract.meeting import Attendance
from minutextract.months import MONTH
from minutextract.people.given_names import WORDS_TOO
from minutextract.people.names import (
    PLACE_WORDS,
    PLACES_TOO,
    is_given_name,
    is_initials,
    is_postnominal,
    looks_like_name,
)
from minutextract.people.vocabulary import BODY_WORDS, HONORIFICS, OFFICES, POST_WORDS
from minutextract.record import Flag, How, Mention, Owner, Party
from minutextract.structure.brackets import split_list

_EDGES = " \t,.;:…()[]@*–—-"
# A verb with its object ("Understanding the Needs of Communities") is something done or read, and nobody.
_DOING = re.compile(r"\w{2,}ing\s+(?:the|an?|our|their|all)\s", re.IGNORECASE)
# A ticket's number, and a time or an adverb in front of who acts: "PR103 - AB to …", "Next week AB will …".
_DOTTED = re.compile(r"(?:[A-Z]\.\s?)+[A-Z]")
_KEY = re.compile(r"#?\d+|(?:[A-Z]{1,6}|[A-Z][a-z]+)[-#]?\d+")
_TIME_FIRST = re.compile(
    r"(?:(?:next|this|last)\s+(?:week|month|term|year|sprint|time|meeting)|(?:last|first|second|final|current|hopeful)ly|perhaps|maybe|after)\b",
    re.IGNORECASE,
)
# "On 17 May the Core Team will …": the day is none of those who act.
_DAY_FIRST = re.compile(
    rf"(?:[Oo]n\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?i:{MONTH})|(?i:{MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?)\b,?\s+(?=(?:the\s+)?[A-Z])"
)
# "Nevertheless the Clerk …", "North Roof Inspection The Clerk …": an adverb, or a heading that a line break tears off.
_BEFORE_OFFICE = re.compile(
    r"(?:(?:Nevertheless|However|Therefore|Accordingly|Consequently|Meanwhile|Subsequently|Finally)\s+|"
    r"(?:[A-Z][\w’'&-]{0,29}\s+){3,8})"
    r"(?=[Tt]he\s+(?:[Cc]lerk|[Cc]hair(?:man|woman|person)?|[Ss]ecretary|[Tt]reasurer|[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Tt]rustees)$)"
)
# "Everyone had had time to …" tells what they had: a clause, and nobody's task.
_HAS_HAD = re.compile(r"(?:\S{1,30}\s){1,3}?ha(?:d|s|ve)\s+\S", re.IGNORECASE)
_SIGN = re.compile(r"[A-Z]{1,2}\d[A-Z]{1,4}")
# In brackets behind a name: a radio call sign or an account ("(VQ1ABC)", "(kl703)"), or a handle too ("(@kit)").
_SIGN_BEHIND = re.compile(r"(?<!\s)\s*\((?:[A-Z]{1,2}\d[A-Z]{1,4}|[a-z]{2,5}\d{1,5})\)?$")
_ACCOUNT_BEHIND = re.compile(rf"{_SIGN_BEHIND.pattern}|(?<!\s)\s*\(@[\w-]{{1,39}}\)?$")
# As what somebody acts, in brackets behind the name ("Abe Pinner (as both Chair and host)").
_ROLE_BEHIND = re.compile(r"(?<!\s)\s*\((?:as|for|on\s+behalf\s+of|representing)\s[^()]{3,80}\)?$", re.IGNORECASE)
# Words that lead into a bracket, or out of one: no name goes on so ("hold a fair (members", "fair) with Jo").
_OPEN_BRACKET = re.compile(r"\([a-z]{2,}[^()]*$|^[^()]*\)")
_APPEAL = re.compile(r"(?:[^\s]+\s+){0,3}(?:welcome|needed|wanted|required)", re.IGNORECASE)
# Names all of which stand between brackets ("[Jo & Lu] will …").
_ENCLOSED = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
# One of several: which of them is not said.
_EITHER = re.compile(r"\sor\s+(?:the\s+)?[A-Z@]")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&\-]{2,8}")
# Initials that nothing resolves, and a name that may be a body's as well as somebody's ("Action - Tarn: …").
_SHORT = re.compile(r"[A-Z]{1,2}")
_PROPER = re.compile(r"(?:[A-Z][\w’'.-]+)(?:\s+[A-Z][\w’'.-]+){0,3}")
_BESIDE_NAMES = HONORIFICS | OFFICES | {"the", "all", "both", "of", "also", "and", "s"}
_LEADING = re.compile(r"^(?:the|all of|both|also|then|and|with|by|for)\s+", re.IGNORECASE)


def parts_of(text: str, span: Span, *, keep_handles: bool = False) -> list[Span]:
    """The parts of an owner phrase, parted by commas, "and", "&" and strokes; appeals ("others welcome") left out."""
    behind = _SIGN_BEHIND if keep_handles else _ACCOUNT_BEHIND
    if enclosed := _ENCLOSED.fullmatch(text, span.start, span.end):
        span = Span(*enclosed.span(1))
    parts: list[Span] = []
    if day := _DAY_FIRST.match(text, span.start, span.end):
        span = Span(day.end(), span.end)
    for offset, part in split_list(span.of(text)):
        at = offset
        for piece in re.split(r"([/+]|\s[-–—]\s|\sor\s(?=[A-Z@])|\s\((?=(?:[Aa]ll|ALL|[Ee]veryone)\)?$))", part):
            bare = piece.strip(_EDGES)
            bare = _ROLE_BEHIND.sub("", behind.sub("", bare)) or bare
            if (heading := _BEFORE_OFFICE.match(bare)) and not is_given_name(bare.split()[0]):
                bare = bare[heading.end() :]
            if (
                bare
                and bare not in ("/", "+", "or")
                and not _APPEAL.fullmatch(bare)
                and not (parts and _tells_who(text, parts, bare))
            ):
                start = span.start + at + piece.index(bare)
                dotted = _DOTTED.fullmatch(bare) and text.startswith(".", start + len(bare))
                parts.append(Span(start, start + len(bare) + bool(dotted)))
            at += len(piece)
    return parts


def _tells_who(text: str, parts: list[Span], words: str) -> bool:
    """Whether letters behind a name only tell who that is: "Abe Pinner, VQ1ABC", "Abe Pinner, MBE"."""
    signed = _SIGN.fullmatch(words) and not _SIGN.fullmatch(parts[-1].of(text))
    # Two letters may be somebody's initials.
    behind = " " in parts[-1].of(text) and all(len(word) > 2 and is_postnominal(word) for word in words.split())
    return bool(signed) or behind


def is_owner_phrase(material: Material, span: Span) -> bool:
    """Whether a stretch of text names nobody but those who could act."""
    parts = parts_of(material.text, span)
    return bool(parts) and all(_could_own(material, part) for part in parts)


def _could_own(material: Material, part: Span) -> bool:
    words = _LEADING.sub("", part.of(material.text))
    if (
        _OPEN_BRACKET.search(words)
        or words.partition(" ")[0].lower() in IMPERATIVES
        or _KEY.fullmatch(words)
        or _TIME_FIRST.match(words)
        or _HAS_HAD.match(words)
    ):
        return False
    own = material.mentions_in(part)
    if own and not _beside(material.text, part, own):
        return True
    if words in THINGS and not is_own_body(material, words):
        return False
    if words in OPEN or is_listed_body(material, words):
        return True
    return _kind(material, part) != "unknown" or (is_initials(words) and words not in THINGS)


def _kind(material: Material, part: Span) -> str:
    """As `kind_of`, but a name is a person only if spaCy takes it for one; then one word will do ("Todd")."""
    words = part.of(material.text)
    kind = kind_of(words)
    if kind not in ("person", "unknown") or not looks_like_name(words, single=True):
        return kind
    # The list of given names first: asking spaCy of a block takes a thousand times as long.
    if _has_given_name(words) or material.names_person(part, by_shape=kind == "person"):
        return "person"
    return (
        "person" if " " not in words and not material.meeting.people and material.is_proper_name(words) else "unknown"
    )


def _has_given_name(words: str) -> bool:
    """Whether a first name that is no other word opens a name that could not be a place's ("Grace Park")."""
    first, *rest = words.split()
    if not is_given_name(first) or first.lower() in WORDS_TOO or len(rest) > 2:
        return False
    return not any(word.lower() in PLACE_WORDS for word in rest) and (not rest or first.lower() not in PLACES_TOO)


def names_people(material: Material, span: Span) -> bool:
    """Whether every part of a phrase is a person, or one is and the others are names too ("Jo and Ixo")."""
    parts = parts_of(material.text, span)
    people = [part for part in parts if _is_person(material, part)]
    others = [part.of(material.text) for part in parts if part not in people]
    return bool(people) and all(looks_like_name(one, single=True) and material.is_no_word(one) for one in others)


def _is_person(material: Material, part: Span) -> bool:
    own = material.mentions_in(part)
    if own and not _beside(material.text, part, own):
        return any(one.person or one.candidates for one in own) or is_initials(part.of(material.text))
    return _kind(material, part) == "person"


def _beside(text: str, part: Span, own: Sequence[Mention]) -> set[str]:
    """The words of an owner phrase that stand beside the names in it, articles and titles apart."""
    rest, at = "", part.start
    for mention in own:
        rest += text[at : mention.span.start] + " "
        at = mention.span.end
    rest += text[at : part.end]
    return {word.lower() for word in re.findall(r"\w+", rest)} - _BESIDE_NAMES


def kind_of(words: str) -> str:
    """What unresolved words stand for: "person" (a full name), "group", "role", "unit", or "unknown"."""
    tokens = [token.strip(_EDGES + "’'").lower() for token in words.split()]
    tokens = [token for token in tokens if token not in ("the", "of", "all", "both")] or tokens
    if not tokens or len(tokens) > 6 or any(token in NO_OWNER or token.endswith("ed") for token in tokens):
        return "unknown"
    if looks_like_name(words):
        return "person"
    if _DOING.match(words):
        return "unknown"
    if tokens[-1] in CROWD or tokens[0] in ("all", "everyone", "everybody"):
        return "group"
    if tokens[0] in ("each", "every") and tokens[-1] in ("member", "team", "group", "councillor", "one"):
        return "group"
    if words.upper() in OPEN:
        return "unknown"
    if tokens[-1] in OFFICES or (tokens[-1] in POST_WORDS and tokens[-1] not in ("minutes", "minuting")):
        return "role"
    if _ACRONYM.fullmatch(words):
        return "unit"
    return "unit" if tokens[-1] in BODY_WORDS and words[:1].isupper() else "unknown"


def owners_in(material: Material, span: Span) -> tuple[list[Owner], list[Flag]]:
    """The owners that a phrase names, and what to check about them."""
    owners, flags = list[Owner](), list[Flag]()
    either = _EITHER.search(span.of(material.text)) is not None
    for part in parts_of(material.text, span):
        own = material.mentions_in(part)
        alone = own and not _beside(material.text, part, own)
        owner, flag = _from_mention(material, own[0]) if alone else _from_words(material, part)
        owners.append(owner)
        flags += flag
        if material.text[part.end - 1 : part.end + 1].strip(_EDGES).endswith("?"):
            flags.append(Flag.DOUBTFUL_OWNER)
    return owners, [*flags, Flag.DOUBTFUL_OWNER] if either and len(owners) > 1 else flags


def is_listed_body(material: Material, words: str) -> bool:
    """Whether the words are an organisation that the attendance list names."""
    return words.lower() in material.organisations


def is_own_body(material: Material, words: str) -> bool:
    """Whether the words, or capitals, stand for the body that meets, or for one that its list names."""
    said = words.lower()
    own = " ".join(filter(None, (material.meeting.body, material.meeting.title))).lower()
    if is_listed_body(material, words) or re.search(rf"(?<!\w){re.escape(said)}(?!\w)", own):
        return True
    return words.isupper() and said in {
        "".join(word[0] for word in re.findall(r"\w+", name.lower())) for name in _bodies(material)
    }


def _bodies(material: Material) -> set[str]:
    listed = {person.organisation for person in material.meeting.people if person.organisation}
    return listed | {name for name in (material.meeting.body, material.meeting.title) if name}


def _from_mention(material: Material, mention: Mention) -> tuple[Owner, list[Flag]]:
    written = mention.span.of(material.text)
    flags = list(mention.flags)
    if mention.person:
        person = material.meeting.person(mention.person)
        if person.attendance in (Attendance.APOLOGIES, Attendance.ABSENT):
            flags.append(Flag.OWNER_ABSENT)
        elif person.attendance in (Attendance.IN_ATTENDANCE, Attendance.MENTIONED):
            flags.append(Flag.OWNER_NOT_MEMBER)
        return Owner(written, person.name, "person", mention.how, person=person.id), flags
    if mention.unit:
        return Owner(written, written, "unit", mention.how, unit=mention.unit), flags
    flags.append(Flag.AMBIGUOUS_OWNER if mention.candidates else Flag.UNKNOWN_OWNER)
    if not mention.candidates and kind_of(written) in ("role", "unit"):
        return Owner(written, written, kind_of(written), How.UNKNOWN), flags
    # Initials in an owner's place stand for a person even where the list does not say for whom.
    kind = "person" if is_initials(written) or mention.candidates else "unknown"
    return Owner(written, written, kind, How.UNKNOWN), flags


def _from_words(material: Material, part: Span) -> tuple[Owner, list[Flag]]:
    words = part.of(material.text)
    bare = _LEADING.sub("", words) or words
    if is_listed_body(material, bare):
        return Owner(words, bare, "unit", How.ROSTER), []
    kind = _kind(material, part)
    if kind == "person":
        return Owner(words, bare, kind, How.NAME), [Flag.OWNER_NOT_MEMBER]
    unsure = kind == "unknown" or bool(_ACRONYM.fullmatch(bare))
    if _SHORT.fullmatch(bare):
        kind = "person"
    elif kind == "unknown" and _PROPER.fullmatch(bare) and bare not in OPEN:
        kind, unsure = "unit", True
    how = How.COLLECTIVE if kind in ("group", "unit") else How.UNKNOWN
    name = words if kind != "role" else bare
    return Owner(words, name, kind, how), [Flag.UNKNOWN_OWNER] if unsure else []


def parties(material: Material, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Mentions as givers, receivers or speakers: the full name once resolved, else the words."""
    found = []
    for mention in mentions:
        written = mention.span.of(material.text)
        name = (
            material.meeting.person(mention.person).name if mention.person else _unit_words(material, mention, written)
        )
        found.append(Party(name, mention.person, mention.unit))
    return tuple(dict.fromkeys(found))


def _unit_words(material: Material, mention: Mention, written: str) -> str:
    # A pronoun that stands for a unit would tell the reader nothing: its initials do.
    if mention.how is How.PRONOUN and mention.unit:
        unit = next(unit for unit in material.meeting.units if unit.id == mention.unit)
        return unit.initials[0] if unit.initials else unit.name
    return written
