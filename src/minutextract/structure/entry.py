"""One person of an attendance list: name, titles, post, organisation, initials, whom they stand in for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from minutextract.meeting import Attendance
from minutextract.people.names import (
    MONTHS_TOO,
    derive_initials,
    fits_name,
    is_given_name,
    is_initials,
    is_postnominal,
    looks_like_name,
    split_titles,
)
from minutextract.people.vocabulary import ACRONYMS, GROUP_WORDS, POST_WORDS
from minutextract.structure.brackets import take_brackets
from minutextract.structure.posts import chairs_meeting, is_post, is_site, name_then_post, post_then_name

DASH = re.compile(r"\s[-–—/*|]+\s?|\s?[–—]\s?|[:/]\s")
_DEPUTISING = re.compile(
    r"[-–—,]?\s*\(?(?:deputi[sz]ing for|substituting for|substitute for|standing in for|filling in for|in place of|"
    r"on behalf of|proxy for|alternate for|representing(?= (?:[A-Z][\w’']+ ){1,2}))\s+",
    re.IGNORECASE,
)
# What people call themselves online, in a list of such names.
_HANDLE = re.compile(r"@?[a-z][\w\-]{1,20}|@[A-Za-z][\w\-]{1,38}|[A-Z]{1,2}\d[A-Z]{2,4}")
_NOBODY = frozenset(
    "none nil tbc tba na no all nobody draft final approved confirmed apologies "
    "everyone public and guest guests spouse partner family name".split()
)
# What a bracket may say of how long or in what way somebody was there, or how to speak of them.
_PRESENCE_NOTE = re.compile(
    r"(?:until|from \d|via|by (?:zoom|phone|video|teams|proxy)|online|remote|in person|virtual|but late|late\b|arriv|"
    r"left|joined|part\b|she\b|he\b|they\b|for item|items? \d|zoom|teams|phone|@|https?:)",
    re.IGNORECASE,
)
_STANDING = (
    (re.compile(r"(?:apolog(?:y|ies)|regrets)(?!.{0,500}\blate\b)", re.IGNORECASE), Attendance.APOLOGIES),
    (re.compile(r"(?:absent|not present)$", re.IGNORECASE), Attendance.ABSENT),
    (
        re.compile(
            r"(?:(?:by|via|through) proxy|proxy\s*(?::|to)|represented by)(?!.{0,99}\b(?:half|part|until|from|item)\b)",
            re.IGNORECASE,
        ),
        Attendance.ABSENT,
    ),
)
# Words in front of a name that say how somebody comes to be there.
_LEAD = re.compile(
    r"(?:(?:new|incoming|outgoing|also|plus|and|with|our|guests?|members?|observers?|visitors?|"
    r"speakers?|from) ){1,9}(?=[A-Z@])"
)
# Letters behind a name that are more often initials, if they follow from it.
_RARE_TITLES = frozenset({"kc", "cc", "am", "dl", "jp", "ba", "ma", "jr", "sr"})
_AT_HANDLE = re.compile(r"\s*@[\w\-]+|\s+\w+/\w+$")
# What a club or network calls somebody by, before or behind the name: call signs of radio amateurs, user ids.
_CALL = r"(?:[A-Z]{1,2}\d[A-Z]{1,4}|\d[A-Z]\d[A-Z]{1,4}|[a-z]{2,6}\d{1,5})"
_CALLED = re.compile(rf"\s+[-–,]?\s*{_CALL}\.?$|^{_CALL}\s+[-–:]?\s*(?=[A-Z][a-z])")
# "Jo r.": the first letter of a surname, written small.
_SMALL_LETTER = re.compile(r"([A-Z][^\W\d_]+) ([a-z])\.")
_LEADING_INITIALS = re.compile(r"([A-Z][A-Za-z]{1,3})\s*[:–\-]\s+(.+)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as an attendance list gives them.

    Offsets are into the entry's text; `standing` is set where the entry itself says it ("Jo Roe (apologies)").
    """

    name: str
    start: int
    end: int
    honorifics: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    post: str | None = None
    organisation: str | None = None
    deputising_for: str | None = None
    chairs: bool = field(default=False)
    standing: Attendance | None = None


def parse_one(text: str, offset: int, *, single: bool) -> Entry | None:
    """The person that the words name, or None if they have no name's shape.

    Args:
        text: the words, brackets included.
        offset: added to the entry's offsets.
        single: whether one word alone is a name in this list.
    """
    end = offset + len(text)
    leading = _LEADING_INITIALS.match(text)
    if leading and opens_with_initials(text):
        entry = parse_one(leading[2], offset + leading.start(2), single=single)
        return replace(entry, initials=(leading[1], *entry.initials)) if entry else None
    text = _LEAD.sub("", text, count=1) if _LEAD.match(text) else text
    main, brackets = take_brackets(text)
    before = re.split(r"[(\[{]", text)[0].strip()
    if brackets and looks_like_name(before) and not looks_like_name(main) and main.startswith(f"{before} "):
        # "Jo Roe (Chair) Oak Trust": what follows the bracket is said of the person.
        main = f"{before}, {main[len(before) :].strip(' -–,')}"
    main = _AT_HANDLE.sub("", main) or main.strip("@ ")
    main, called = _without_call(main.rstrip("’'"))
    single = single or called
    main, deputising = _take_deputising(main)
    main = main.rstrip(" .") if is_handle(main.rstrip(" .")) else main
    entry = _named(main, offset, end, single=single)
    if entry is None:
        return None
    entry = replace(entry, deputising_for=deputising)
    for bracket in brackets:
        entry = _read_bracket(entry, bracket, text)
    return entry


def _without_call(main: str) -> tuple[str, bool]:
    """The words without a call sign or user id; where that is all that somebody goes by, it is the name."""
    bare = _CALLED.sub("", main)
    if bare != main and bare.lower() == main[len(bare) :].strip(" -–,.").lower():
        return bare.lower(), True
    return bare, bare != main


def opens_with_initials(text: str) -> bool:
    """Whether initials stand in front of the name that they are of ("JR: Jo Roe (Oak Trust)")."""
    leading = _LEADING_INITIALS.match(text)
    return leading is not None and fits_name(leading[1], re.split(r"[(\[,]", leading[2])[0].strip())


def _named(main: str, start: int, end: int, *, single: bool) -> Entry | None:
    """The person in words without brackets: the name first, or behind a post or site."""
    head, rest = _head_and_rest(main)
    if (small := _SMALL_LETTER.fullmatch(head.strip())) and is_given_name(small[1]):
        head = f"{small[1]} {small[2].upper()}."
    if rest and is_site(head) and looks_like_name(rest, single=True):
        head, rest = rest, head
    if not _is_name(head, single=single) and (found := post_then_name(head)):
        head, rest = found[1], ", ".join(filter(None, (found[0], rest)))
    elif found := name_then_post(head):
        head, rest = found[0], ", ".join(filter(None, (found[1], rest)))
    head, trailing = _trailing_initials(head)
    if not _is_name(head, single=single):
        return None
    name = split_titles(head)
    entry = Entry(name.full, start, end, name.honorifics, trailing)
    return _describe(entry, rest) if rest else entry


def _is_name(head: str, *, single: bool) -> bool:
    return looks_like_name(head, single=single) or (single and (is_handle(head) or head in MONTHS_TOO))


def is_handle(word: str) -> bool:
    """Whether a word is a name used online or a call sign."""
    return bool(_HANDLE.fullmatch(word)) and word.lower() not in _NOBODY | POST_WORDS | GROUP_WORDS


def _trailing_initials(head: str) -> tuple[str, tuple[str, ...]]:
    """Initials behind a name ("Kim Cole KC"); letters that do not follow from the name are no initials but titles."""
    tokens, trailing = head.split(), list[str]()
    while len(tokens) > 2 and is_initials(tokens[-1]):
        if is_postnominal(tokens[-1]) and tokens[-1].lower() not in _RARE_TITLES:
            break
        name = " ".join(tokens[:-1])
        fits = (
            tokens[-1] in derive_initials(split_titles(name).full)
            if tokens[-1].lower() in _RARE_TITLES
            else fits_name(tokens[-1], name)
        )
        if not fits:
            break
        trailing.append(tokens.pop())
    return " ".join(tokens), tuple(trailing)


def _head_and_rest(main: str) -> tuple[str, str]:
    dash = DASH.search(main)
    comma = main.find(",")
    if dash and (comma < 0 or dash.start() < comma):
        return main[: dash.start()], main[dash.end() :].strip(" *")
    return (main, "") if comma < 0 else (main[:comma], main[comma + 1 :].strip())


def _take_deputising(text: str) -> tuple[str, str | None]:
    found = _DEPUTISING.search(text)
    if not found:
        return text, None
    other = split_titles(re.split(r"[,;(\[]", text[found.end() :])[0]).full
    return text[: found.start()].rstrip(" -–—,("), other or None


def continue_entry(entry: Entry, part: str) -> Entry:
    """What follows a name after a comma: brackets, a post, an organisation."""
    main, brackets = take_brackets(part)
    entry = _describe(entry, main) if main and (not main.islower() or is_post(main)) else entry
    for bracket in brackets:
        entry = _read_bracket(entry, bracket, part)
    return entry


def _read_bracket(entry: Entry, bracket: str, text: str) -> Entry:
    fresh = not entry.initials and f"[{bracket}" in text
    if is_initials(bracket) and (fresh or fits_name(bracket, entry.name) or _ends_alike(bracket, entry)):
        return replace(entry, initials=(*entry.initials, bracket))
    for pattern, standing in _STANDING:
        if pattern.match(bracket):
            return replace(entry, standing=standing)
    if re.fullmatch(_CALL, bracket):
        return entry
    if _PRESENCE_NOTE.match(bracket) or len(bracket) < 2 or (bracket.islower() and not is_post(bracket)):
        return entry
    inner = re.split(r"[,;/]\s*", bracket)
    own = [part for part in inner if is_initials(part) and fits_name(part, entry.name)]
    if len(inner) > 1 and own:
        rest = ", ".join(part for part in inner if part not in own)
        return _describe(replace(entry, initials=(*entry.initials, *own)), rest)
    if deputising := _DEPUTISING.match(bracket) or re.match(r"for\s+(?=[A-Z])", bracket):
        return replace(entry, deputising_for=split_titles(bracket[deputising.end() :]).full)
    return _describe(entry, bracket)


def _ends_alike(bracket: str, entry: Entry) -> bool:
    """Whether letters go on from a first name that is left out to the surname: "Cllr Roe-Poe (JRP)"."""
    surname = "".join(part[0] for part in entry.name.split("-") if part)
    left_out = " " not in entry.name and bool(entry.honorifics) and not entry.initials and bracket not in ACRONYMS
    return left_out and len(bracket) == len(surname) + 1 and bracket.endswith(surname.upper())


def _describe(entry: Entry, words: str) -> Entry:
    """Sort what is said of a person into post and organisation."""
    for part in filter(None, (piece.strip(" ./*|") for piece in re.split(r",\s+|\s[-–—/|]\s", words))):
        if not entry.initials and is_initials(part) and part in derive_initials(entry.name):
            entry = replace(entry, initials=(part,))
            continue
        if part.startswith("@") or part.lower() in _NOBODY:
            continue
        if not entry.organisation and (entry.post or not is_post(part)):
            entry = replace(entry, organisation=part)
        elif not entry.post and is_post(part):
            entry = replace(entry, post=part)
        else:
            entry = replace(entry, organisation=f"{entry.organisation}, {part}" if entry.organisation else part)
    return replace(entry, chairs=entry.chairs or chairs_meeting(words))
