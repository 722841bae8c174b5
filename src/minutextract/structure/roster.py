"""One entry of an attendance list to people: name, titles, post, organisation, initials, whom they stand in for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from minutextract.people.names import derive_initials, is_initials, is_postnominal, looks_like_name, split_titles
from minutextract.people.vocabulary import BODY_WORDS, HONORIFICS, POST_WORDS
from minutextract.structure.brackets import depth_zero, split_list, take_brackets

_DASH = re.compile(r"\s[-–—]+\s|\s?[–—]\s?|:\s")
_DEPUTISING = re.compile(
    r"[-–—,]?\s*\(?(?:deputi[sz]ing for|substituting for|substitute for|standing in for|in place of|on behalf of|"
    r"proxy for|alternate for|representing(?= (?:[A-Z][\w’']+ ){1,2}))\s+",
    re.IGNORECASE,
)
# What people call themselves online, in a list of such names.
_HANDLE = re.compile(r"@?[a-z][\w\-]{1,20}|[A-Z]{1,2}\d[A-Z]{2,4}")
_NOBODY = frozenset(
    {"none", "nil", "tbc", "tba", "na", "no", "all", "nobody", "apologies", "everyone", "public", "and"}
)
_NEXT_TITLE = re.compile(
    r"(?<=[a-z)\]])(?<!Cllr)(?<!Councillor)(?<!Prof)(?<!Professor)(?<!Rev)(?<!Hon)(?<!and)(?<!for)(?<!of)(?<!by)\s+"
    r"((?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\.?\s+(?=[A-Z]))"
)
# What a bracket may say of how long or in what way somebody was there, or how to speak of them.
_PRESENCE_NOTE = re.compile(
    r"(?:until|from \d|via|by (?:zoom|phone|video|teams|proxy)|online|remote|in person|virtual|but late|late\b|arriv|"
    r"left|joined|part\b|she\b|he\b|they\b|for item|items? \d|zoom|teams|phone)",
    re.IGNORECASE,
)
_AT_HANDLE = re.compile(r"\s*@[\w\-]+|\s+\w+/\w+$")
_LEADING_INITIALS = re.compile(r"([A-Z][A-Za-z]{1,3})\s*[:–\-]\s+(.+)$")
_CHAIR = re.compile(
    r"\b(?:co-?)?chair(?:man|woman|person|ing)?\b|\bconvenor\b|\bconvener\b|\bpresiding\b", re.IGNORECASE
)
_NO_CHAIR = re.compile(r"\b(?:vice|deputy|past|former|immediate|elect|previous)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as an attendance list gives them; offsets are into the entry's text."""

    name: str
    start: int
    end: int
    honorifics: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    post: str | None = None
    organisation: str | None = None
    deputising_for: str | None = None
    chairs: bool = field(default=False)


def parse_entry(text: str, *, several: bool = False, lone: bool = False) -> list[Entry]:
    """Read one line of an attendance list.

    Args:
        text: the entry, without list mark.
        several: whether the line may list several people, parted by commas; a list item holds one.
        lone: whether a word alone is a name, as behind a label ("Chair: Maria").

    Returns:
        The people found; none if nothing has the shape of a name ("Officials from …").
    """
    if ";" in text.strip(" ;") and any(text[at] == ";" for at in depth_zero(text)):
        return _of_semicolons(text)
    parts = [piece for offset, part in split_list(text) for piece in _before_titles(offset, part)]
    if not several and not _is_name_list(parts):
        entry = _parse_one(text, 0, single=False) or _parse_one(text, 0, single=True)
        return [entry] if entry else []
    single = _has_single_names([part for _, part in parts]) or (lone and len(parts) == 1)
    entries: list[Entry] = []
    shared_title = ""
    for offset, part in parts:
        entry = _parse_one(part, offset, single=single)
        if entry and entries and _describes(part, entry, entries[-1]):
            entry = None
        if entry is None:
            if entries:
                entries[-1] = _continue(replace(entries[-1], end=offset + len(part)), part)
            continue
        if entry.honorifics and entry.honorifics[0].lower().rstrip(".") in ("councillors", "cllrs", "messrs"):
            shared_title = "Cllr" if entry.honorifics[0].lower().startswith("c") else "Mr"
            entry = replace(entry, honorifics=(shared_title, *entry.honorifics[1:]))
        elif shared_title and not entry.honorifics:
            entry = replace(entry, honorifics=(shared_title,))
        entries.append(entry)
    return entries


def _of_semicolons(text: str) -> list[Entry]:
    """Where semicolons part the people, commas part what is said of one."""
    cuts = [at for at in depth_zero(text) if text[at] == ";"]
    found = []
    for start, end in zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True):
        for entry in parse_entry(text[start:end].strip()):
            offset = start + len(text[start:end]) - len(text[start:end].lstrip())
            found.append(replace(entry, start=entry.start + offset, end=entry.end + offset))
    return found


def _describes(part: str, entry: Entry, before: Entry) -> bool:
    """Whether a part with the shape of a name tells of the person before: "Jo Roe, Oak Bus Users (JR)"."""
    own = [bracket for bracket in take_brackets(part)[1] if is_initials(bracket)]
    theirs = [initials for initials in own if fits_name(initials, before.name)]
    return bool(theirs) and not before.initials and not any(fits_name(initials, entry.name) for initials in own)


def _before_titles(offset: int, part: str) -> list[tuple[int, str]]:
    """Split where a separator is missing: "Cllr A Roe (Chair) Cllr B Poe Mrs C Doe"."""
    cuts = {match.start(1) for match in _NEXT_TITLE.finditer(part)}
    behind = {match.end() for match in re.finditer(r"(?<=[)\]])\s+(?=[A-Z])", part)}
    cuts |= {at for at in behind if looks_like_name(re.split(r"[(\[]", part[at:])[0].strip())}
    edges = [0, *sorted(cuts), len(part)]
    return [(offset + start, part[start:end].strip()) for start, end in pairwise(edges)]


def _continue(entry: Entry, part: str) -> Entry:
    """What follows a name after a comma: brackets, a post, an organisation."""
    main, brackets = take_brackets(part)
    entry = _describe(entry, main) if main else entry
    for bracket in brackets:
        entry = _read_bracket(entry, bracket, part)
    return entry


def _is_name_list(parts: list[tuple[int, str]]) -> bool:
    """Whether every part of a list item is a name of two words or more: a list inside a list item."""
    return len(parts) > 1 and all(looks_like_name(take_brackets(part)[0]) for _, part in parts)


def is_name_behind_site(head: str, rest: str) -> bool:
    """Whether a site stands before the name ("ABC - Jo Roe")."""
    return not looks_like_name(head) and looks_like_name(rest, single=True) and len(head.split()) <= 3


def _is_handle(word: str) -> bool:
    return bool(_HANDLE.fullmatch(word)) and word.lower() not in _NOBODY


def _has_single_names(parts: list[str]) -> bool:
    """Whether a word alone is a name in this list: most parts are, or nearly all the others are full names."""
    alone = sum(map(_head_is_single, parts))
    full = sum(looks_like_name(take_brackets(part)[0]) for part in parts)
    return alone >= max(2, len(parts) // 2) or (full >= 3 and full >= 0.7 * len(parts))


def _head_is_single(part: str) -> bool:
    head = _DASH.split(take_brackets(part)[0], maxsplit=1)[0]
    return (looks_like_name(head, single=True) or _is_handle(head)) and not looks_like_name(head)


def _parse_one(text: str, offset: int, *, single: bool) -> Entry | None:
    leading = _LEADING_INITIALS.match(text)
    if leading and fits_name(leading[1], leading[2]):
        entry = _parse_one(leading[2], offset + leading.start(2), single=single)
        return replace(entry, initials=(leading[1], *entry.initials)) if entry else None
    main, brackets = take_brackets(text)
    main = _AT_HANDLE.sub("", main) or main.strip("@ ")
    main, deputising = _take_deputising(main)
    head, rest = _head_and_rest(main)
    if rest and head.isupper() and is_name_behind_site(head, rest):
        head, rest = rest, head
    trailing: list[str] = []
    tokens = head.split()
    while len(tokens) > 2 and tokens[-1].lower() in POST_WORDS:
        rest = f"{tokens.pop()}, {rest}" if rest else tokens.pop()
    while (
        len(tokens) > 2
        and is_initials(tokens[-1])
        and not is_postnominal(tokens[-1])
        and fits_name(tokens[-1], " ".join(tokens[:-1]))
    ):
        trailing.append(tokens.pop())
    head = " ".join(tokens)
    if not looks_like_name(head, single=single) and not (single and _is_handle(head)):
        return None
    name = split_titles(head)
    entry = Entry(name.full, offset, offset + len(text), name.honorifics, tuple(trailing), deputising_for=deputising)
    entry = _describe(entry, rest) if rest else entry
    for bracket in brackets:
        entry = _read_bracket(entry, bracket, text)
    return entry


def _head_and_rest(main: str) -> tuple[str, str]:
    dash = _DASH.search(main)
    comma = main.find(",")
    if dash and (comma < 0 or dash.start() < comma):
        return main[: dash.start()], main[dash.end() :]
    return (main, "") if comma < 0 else (main[:comma], main[comma + 1 :].strip())


def fits_name(initials: str, name: str) -> bool:
    """Whether letters can stand for a name; two letters may hold a slip, more must follow the name."""
    plain = split_titles(name).full
    if initials in derive_initials(plain):
        return True
    firsts = {token[0].upper() for token in plain.split()}
    if len(initials) <= 2:
        return initials[0] in firsts
    words = plain.split()
    if len(initials) == 3 and len(words) > 1 and (initials[0], initials[2]) == (words[0][0], words[-1][0]):
        return True
    capitals = [letter for letter in initials if letter.isupper()]
    letters = iter(plain.lower())
    return all(letter.lower() in letters for letter in initials) and len(capitals) >= 2 and set(capitals) <= firsts


def _take_deputising(text: str) -> tuple[str, str | None]:
    found = _DEPUTISING.search(text)
    if not found:
        return text, None
    other = split_titles(re.split(r"[,;(\[]", text[found.end() :])[0]).full
    return text[: found.start()].rstrip(" -–—,("), other or None


def _read_bracket(entry: Entry, bracket: str, text: str) -> Entry:
    fresh = not entry.initials and f"[{bracket}" in text
    if is_initials(bracket) and (fresh or fits_name(bracket, entry.name)):
        return replace(entry, initials=(*entry.initials, bracket))
    if _PRESENCE_NOTE.match(bracket):
        return entry
    inner = re.split(r"[,;/]\s*", bracket)
    own = [part for part in inner if is_initials(part) and fits_name(part, entry.name)]
    if len(inner) > 1 and own:
        rest = ", ".join(part for part in inner if part not in own)
        return _describe(replace(entry, initials=(*entry.initials, *own)), rest)
    if deputising := _DEPUTISING.match(bracket) or re.match(r"for\s+(?=[A-Z])", bracket):
        return replace(entry, deputising_for=split_titles(bracket[deputising.end() :]).full)
    return _describe(entry, bracket)


def _describe(entry: Entry, words: str) -> Entry:
    """Sort what is said of a person into post and organisation."""
    for part in filter(None, (piece.strip(" .") for piece in re.split(r",\s+|\s[-–—]\s", words))):
        if not entry.organisation and (entry.post or not _is_post(part)):
            entry = replace(entry, organisation=part)
        elif not entry.post and _is_post(part):
            entry = replace(entry, post=part)
        else:
            entry = replace(entry, organisation=f"{entry.organisation}, {part}" if entry.organisation else part)
    return replace(entry, chairs=entry.chairs or chairs_meeting(words))


def chairs_meeting(words: str) -> bool:
    """Whether the words say that the person chairs this meeting, not a body that they come from."""
    return any(_chairs(part) for part in (words, *take_brackets(words)[1]))


def _chairs(words: str) -> bool:
    first = re.split(r",\s|\s[-–—]\s", words.strip())[0]
    short = len(first.split()) <= 3 and "," not in words
    return bool(_CHAIR.search(first)) and (short or "this meeting" in first) and not _NO_CHAIR.search(first)


def _is_post(part: str) -> bool:
    words = [word.strip(".,’'s").lower() for word in part.split(" of ", maxsplit=1)[0].split()]
    if not words or words[0] in ("office", "department"):
        return False
    if any(word in POST_WORDS for word in words[:2]):
        return True
    return any(word in POST_WORDS or word in HONORIFICS for word in words) and words[-1] not in BODY_WORDS
