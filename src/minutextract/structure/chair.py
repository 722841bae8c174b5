"""Who chairs the meeting, where the lists leave it open or name several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutextract.document import Document, Span
from minutextract.meeting import Attendance, Person
from minutextract.people.names import fold_name, is_given_name, looks_like_name, split_titles

_CHAIRED = re.compile(
    r"\b(?:chaired\s+by|in\s+the\s+chair\s*[:,]?|presided\s+over\s+by)\s+(?:the\s+\w+,?\s+)?"
    r"((?:[A-Z][\w’'.\-]*[ ]?){1,5})"
    r"|((?:[A-Z][\w’'.\-]{0,60}+[ ]){1,5})(?:\([A-Za-z]{2,4}\)\s+)?(?:chaired\s+the\s+meeting|was\s+in\s+the\s+chair|"
    r"took\s+the\s+chair|acting\s+as\s+[Cc]hair|in\s+the\s+chair|presided|\(in\s+the\s+chair\))"
)
_CHAIR = r"[Cc]hair(?:man|woman|person)?|[Pp]resident|[Cc]onvenor|[Cc]onvener|[Mm]oderator|CHAIR(?:MAN)?|PRESIDENT"
_NAME = r"((?:[A-Z][\w’'\-]*\.?[ ]?){1,5})"
# Who opens a meeting as its chair: "called to order by President Jo Roe", "The Chairman of the meeting, Cllr Roe".
_OPENED = re.compile(
    rf"\b[Cc]alled\s+(?:the\s+meeting\s+)?to\s+order\b(?:[^.;\n]|\.(?!\s+[A-Z])){{0,100}}?\sby\s+(?:the\s+)?(?:(?:{_CHAIR})\b,?\s+)?{_NAME}"
    rf"|\b(?:opened|welcomed)\b[^.;\n]{{0,60}}?\sby\s+(?:the\s+)?(?:{_CHAIR})\b,?\s+{_NAME}"
    rf"|\b(?:{_CHAIR})\s+(?:of|for)\s+(?:the|this)\s+meeting(?:\s+was|,)\s+{_NAME}"
    r"|(?:^|\n|[.:;]\s+)((?:[A-Z][\w’'\-]{1,30}[ ]){1,3})(?:calls|called)\s+(?:the\s+)?meeting\s+"
    r"(?:called\s+)?to\s+order\b"
    rf"|\b(?:{_CHAIR}),?\s+{_NAME},?\s*(?:called\s+the\s+meeting\s+to\s+order|opened\s+the\s+meeting)"
)
# A line of its own: "Led by Jo Roe", "Jo Roe facilitating".
_LED = re.compile(
    r"\W*(?:(?:meeting|call|session)\s+)?(?:led|lead|facilitated|moderated)\s+by\s*:?\s+"
    r"((?-i:[A-Z])[\w’'.\-]*(?:\s(?-i:[A-Z])[\w’'.\-]*){0,3})\W*"
    r"|\W*((?-i:[A-Z])[\w’'.\-]*(?:\s(?-i:[A-Z])[\w’'.\-]*){0,3})\s+(?:(?:is|was)\s+)?"
    r"(?:facilitating|chairing|moderating|presiding)\W*",
    re.IGNORECASE,
)
# How far down such a line is about the whole meeting.
_TOP = 12
_HEAD = 15
_SENTENCE_END = re.compile(r"(?<=[a-z]{3})(?<!\bCllr)(?<!\bProf)(?<!\bRevd)\.\s")
_ALONE = re.compile(r"chair(?:man|woman|person)?|convenor|convener", re.IGNORECASE)
_QUALIFIED = re.compile(r"(\S.*?)\s+chair(?:man|woman|person)?", re.IGNORECASE)
# Who leads a meeting that has no chair.
_LEADING = frozenset({"facilitator", "moderator", "meeting facilitator"})
_THIS = frozenset({"meeting", "session", "acting", "co", "interim", "the"})
# Bodies that have chairs of their own: "Chair, Parents' Forum".
_CHAIRED_BODIES = frozenset(
    "forum committee council association society group trust board club union network partnership panel alliance "
    "commission federation foundation party branch guild".split()
)


def settle_chairs(people: list[Person]) -> list[Person]:
    """Chairs of committees are no chairs of the meeting; a chair whose body everybody's entry names is.

    Args:
        people: everybody in the lists.
    """
    people = _without_committees(people)
    if any(person.attendance is Attendance.CHAIR for person in people):
        return people
    leading = [one for one in people if one.attendance is Attendance.PRESENT and (one.post or "").lower() in _LEADING]
    if len(leading) == 1:
        return [replace(one, attendance=Attendance.CHAIR) if one is leading[0] else one for one in people]
    fitting = [person for person in people if person.attendance is Attendance.PRESENT and _chairs_here(person)]
    others = [person for person in people if person.organisation and not person.post]
    if len(fitting) != 1 or len(others) < max(2, len(people) // 3):
        return people
    return [replace(person, attendance=Attendance.CHAIR) if person is fitting[0] else person for person in people]


def _chairs_here(person: Person) -> bool:
    """Whether the post is the chair's and the body behind it has no chair who would sit here."""
    words = {word.lower().strip(".,’'s") for word in (person.organisation or "").split()}
    return bool(person.organisation and _ALONE.fullmatch((person.post or "").strip())) and not words & _CHAIRED_BODIES


def _without_committees(people: list[Person]) -> list[Person]:
    """Where several chair something ("ABC Chair", "DEF Chair"), their posts say what: none chairs the meeting."""
    chairs = [person for person in people if person.attendance is Attendance.CHAIR]
    bodies = {person.id: body for person in chairs if (body := _chaired_body(person.post or ""))}
    if len(chairs) < 2 or not bodies or (len(set(bodies.values())) < 2 and len(bodies) == len(chairs)):
        return people
    return [replace(person, attendance=Attendance.PRESENT) if person.id in bodies else person for person in people]


def _chaired_body(post: str) -> str | None:
    found = _QUALIFIED.fullmatch(post.strip())
    return found[1].lower() if found and not set(re.split(r"[\s\-]+", found[1].lower())) <= _THIS else None


def chair_by_text(document: Document, people: Sequence[Person]) -> tuple[Person, ...]:
    """The people, with the one as chair whom the text says to chair or open the meeting, if the lists name no chair."""
    if any(person.attendance is Attendance.CHAIR for person in people):
        return tuple(people)
    for words in _leaders(document):
        if chair := _named(words.of(document.text), people):
            return tuple(replace(one, attendance=Attendance.CHAIR) if one is chair else one for one in people)
        if unlisted := _unlisted(words, document, people):
            return (*people, unlisted)
    return tuple(people)


def _unlisted(words: Span, document: Document, people: Sequence[Person]) -> Person | None:
    """Whom the head of the minutes names in full as leading the meeting, though no list has anybody of that name."""
    if words.start >= document.blocks[: _HEAD + 1][-1].span.end:
        return None
    said = _SENTENCE_END.split(words.of(document.text))[0].strip(" .")
    name = split_titles(said)
    known = {part for person in people for part in fold_name(person.name).split()}
    if not looks_like_name(name.full) or not is_given_name(name.tokens[0]) or known & set(fold_name(name.full).split()):
        return None
    span = Span(words.start, words.start + len(said))
    return Person(f"p{len(people) + 1}", name.full, span, Attendance.CHAIR, name.honorifics)


def _leaders(document: Document) -> Iterator[Span]:
    """The words that name who led the meeting: in a line at the top that says nothing else, then in the text."""
    for block in document.blocks[:_TOP]:
        if led := _LED.fullmatch(block.content.of(document.text)):
            start, end = led.span(led.lastindex or 0)
            yield Span(block.content.start + start, block.content.start + end)
    for pattern in (_CHAIRED, _OPENED):
        matches = (pattern.search(document.text, span.start, span.end) for span in document.stretches)
        if found := next(filter(None, matches), None):
            yield Span(*found.span(found.lastindex or 0))


def _named(words: str, people: Sequence[Person]) -> Person | None:
    """The one person, there or not listed at all, whom the words begin with."""
    words = _SENTENCE_END.split(words)[0].strip(" .")
    name = fold_name(split_titles(words).full)
    fitting = [
        person
        for person in people
        if words.split()[0].strip(".") in person.initials or fold_name(person.name) == name
        or fold_name(person.name).split()[-1] == name or fold_name(person.name).split()[0] == name
    ]  # fmt: skip
    there = len(fitting) == 1 and fitting[0].attendance in (Attendance.PRESENT, Attendance.MENTIONED)
    return fitting[0] if there else None
