"""One line of an attendance list to people: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from minutextract.people.names import fits_name, is_given_name, is_initials, looks_like_name, with_capitals
from minutextract.people.vocabulary import GROUP_WORDS, PARTICLES, POST_WORDS
from minutextract.structure.brackets import depth_zero, split_list, take_brackets
from minutextract.structure.entry import DASH, Entry, continue_entry, is_handle, opens_with_initials, parse_one
from minutextract.structure.posts import is_post, is_site, post_then_name

_NEXT_TITLE = re.compile(
    r"(?<=[a-z)\]/])(?<!Cllr)(?<!Councillor)(?<!Prof)(?<!Professor)(?<!Rev)(?<!Hon)(?<!and)(?<!for)(?<!of)(?<!by)\.?\s+"
    r"((?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\.?\s+(?=[A-Z]))"
)
_NEXT_POST = re.compile(r"(?<=[a-z)\]])\s+((?:[A-Z][\w\-]*\s+){0,2}?([A-Z][\w\-]*)\s*[:–-]?\s+(?=[A-Z]))")
_NEXT_SITE = re.compile(r"(?<=[a-z)\]])\s+([A-Z]{2,6}\s*[–:-]\s*(?=[A-Z][\w.]*\s+[A-Z]))")
_NEXT_HANDLE = re.compile(r"(?<=\w)\s+(@\w)")
_FULL_STOP = re.compile(r"(?<=[a-z]{2})\.\s+(?=[A-Z])")
_SITE = re.compile(r"([^,;:()]{2,60}?)(:\s|\s[-–—]\s)\s*(?=\S)")
_REVERSED = re.compile(
    r"([^\W\d_][\w’'\-]+(?: [A-Z][\w’'\-]+)?),\s+([A-Z][\w’'\-]*\.?(?: [A-Z]\.?)?)(?=\s*(?:[;,(–-]|$))"
)
# "Jo Roe, Jr.": no name of their own.
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "snr", "jnr"})
# People in a list whom it does not name: "and seven other members".
_UNNAMED = re.compile(
    r"(?:about |around |approximately |some |the )?(?i:\d+|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|a few|several|many|various|other|others)(?: [a-z]+){0,5}\.?"
)
# Words for bodies that are surnames as well; behind somebody's initials they name a body.
_BODIES = frozenset("logistics fund justice tenancies probation homes housing rescue health transport care".split())
_FEWEST_HANDLES = 3
# Among so many full names, one in small letters is a name too.
_FEWEST_FULL = 3
_QUOTES = '"“”«»'


def parse_entry(text: str, *, several: bool = False, lone: bool = False, one: bool = False) -> list[Entry]:
    """Read one line of an attendance list.

    Args:
        text: the entry, without list mark.
        several: whether the line may list several people, parted by commas; a list item holds one.
        lone: whether a word alone is a name, as behind a label ("Chair: Maria").
        one: whether the line names one person whatever its commas look like, as its neighbours do.

    Returns:
        The people found; none if nothing has the shape of a name ("Officials from …").
    """
    text = _unquoted(text)
    if text.rstrip().endswith(":"):
        return []
    if one:
        entry = parse_one(text, 0, single=False) or parse_one(text, 0, single=True)
        return [entry] if entry else []
    if any(text[at] == ";" for at in depth_zero(text.rstrip(" ;"))):
        return _of_semicolons(text)
    if (shared := _of_site(text)) is not None:
        return shared
    parts = [piece for offset, part in split_list(text) for piece in _pieces(offset, part)]
    if joined := _joined(text, parts):
        return joined
    if not several and not _is_name_list(parts):
        return parse_entry(text, one=True)
    handles = all(part.startswith("@") for _, part in parts)
    single = handles or _has_single_names([part for _, part in parts]) or (lone and len(parts) == 1)
    return _put_together(parts, single=single)


def _unquoted(text: str) -> str:
    """Quotation marks around the whole line become blanks, so that offsets stay."""
    bare = text.strip()
    if len(bare) > 2 and bare[0] in _QUOTES and bare[-1] in _QUOTES:
        return text.replace(bare, f" {bare[1:-1]} ", 1)
    return text


def _joined(text: str, parts: Sequence[tuple[int, str]]) -> list[Entry]:
    """People that "and" joins, who may share what stands behind the last: "Jo Roe & Al Poe (Oak Trust)"."""
    if len(parts) < 2 or "," in take_brackets(text)[0]:
        return []
    entries = [parse_one(part, offset, single=False) for offset, part in parts]
    found = [entry for entry in entries if entry]
    if len(found) < len(parts):
        return []
    shared = found[-1].organisation if not any(entry.organisation for entry in found[:-1]) else None
    return [replace(entry, organisation=entry.organisation or shared) for entry in found]


def _put_together(parts: Sequence[tuple[int, str]], *, single: bool) -> list[Entry]:
    entries: list[Entry] = []
    shared_title = ""
    for offset, part in _spelt(parts):
        if _UNNAMED.fullmatch(part):
            continue
        entry = parse_one(part, offset, single=single or bool(shared_title))
        if entry and entries and _describes(part, entry, entries[-1]):
            entry = None
        if entry is None or part.strip(".").lower() in _GENERATIONS:
            if entries and part.strip(".").lower() not in _GENERATIONS:
                entries[-1] = continue_entry(replace(entries[-1], end=offset + len(part)), part)
            continue
        if entry.honorifics and entry.honorifics[0].lower().rstrip(".") in ("councillors", "cllrs", "messrs"):
            shared_title = "Cllr" if entry.honorifics[0].lower().startswith("c") else "Mr"
            entry = replace(entry, honorifics=(shared_title, *entry.honorifics[1:]))
        elif shared_title and not (entry.honorifics or entry.post):
            entry = replace(entry, honorifics=(shared_title,))
        entries.append(entry)
    # Two words in small letters are hardly a list of the names that people use online.
    words = len(entries) < _FEWEST_HANDLES and len(parts) > 1 and all(entry.name.islower() for entry in entries)
    return [] if words and "@" not in parts[0][1] else entries


def _spelt(parts: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The parts, in a list of full names with capitals where a name is written small."""
    full = sum(looks_like_name(take_brackets(part)[0]) for _, part in parts)
    for offset, part in parts:
        yield offset, with_capitals(part, rare=full >= len(parts) - 1) if full >= _FEWEST_FULL else part


def _of_semicolons(text: str) -> list[Entry]:
    """Where semicolons part the people, commas part what is said of one."""
    cuts = [at for at in depth_zero(text) if text[at] == ";"]
    edges = list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(text)], strict=True))
    read = read_reversed if are_reversed([text[start:end] for start, end in edges]) else parse_entry
    found = []
    for start, end in edges:
        for entry in read(text[start:end].strip()):
            offset = start + len(text[start:end]) - len(text[start:end].lstrip())
            found.append(replace(entry, start=entry.start + offset, end=entry.end + offset))
    return found


def _of_site(text: str) -> list[Entry] | None:
    """People behind the site that they share ("ABC - Roe, Poe", "Core team: Jo Roe, Al Poe"); None if there is none.

    A label before a colon that no names follow is no person: then nobody is found.
    """
    found = _SITE.match(text)
    if not found or is_given_name(found[1].split()[0]) or opens_with_initials(text):
        return None
    if any(_ends_with_name(text[: site.start(1)]) for site in _NEXT_SITE.finditer(text, 0, found.end() + 20)):
        return None
    label, colon, start = found[1].strip(), found[2].startswith(":"), found.end()
    parts = [piece for offset, part in split_list(text[start:]) for piece in _pieces(offset, part)]
    if looks_like_name(label) and not (colon and all(looks_like_name(take_brackets(part)[0]) for _, part in parts)):
        return None
    if not colon and not is_site(label):
        return None
    if not all(_names_somebody(part) for _, part in parts):
        return [] if colon else None
    entries = _put_together([(offset + start, part) for offset, part in parts], single=True)
    if set(label.lower().split()) & GROUP_WORDS and not is_post(label):
        return entries
    if is_post(label):
        return [replace(entry, post=entry.post or label) for entry in entries]
    site = label.removeprefix("From the ").removeprefix("From ")
    return [replace(entry, organisation=entry.organisation or site) for entry in entries]


def _names_somebody(part: str) -> bool:
    head = DASH.split(take_brackets(part)[0], maxsplit=1)[0]
    return looks_like_name(head, single=True) or is_handle(head)


def are_reversed(texts: Sequence[str]) -> bool:
    """Whether the lines give surnames first ("Roe, Jo; Oak Trust"): nearly all do by shape, and first names say so."""
    found = [match for text in texts if text.strip() and (match := _REVERSED.match(text.strip()))]
    lines = sum(bool(text.strip()) for text in texts)
    if len(found) < 2 or len(found) < 0.7 * lines:
        return False
    behind = sum(is_given_name(match[2].split()[0]) for match in found)
    before = sum(is_given_name(match[1].split()[0]) for match in found)
    return behind > before and behind >= len(found) / 3


def read_reversed(text: str) -> list[Entry]:
    """The person of a line that gives the surname first."""
    text = _unquoted(text)
    found = _REVERSED.match(text)
    if not found:
        return parse_entry(text, one=True)
    rest = text[found.end() :].strip(" ;,")
    entry = parse_one(f"{found[2]} {found[1]}", 0, single=False)
    if entry is None:
        return []
    return [replace(continue_entry(entry, rest) if rest else entry, end=len(text))]


def _describes(part: str, entry: Entry, before: Entry) -> bool:
    """Whether a part with the shape of a name tells of the person before.

    "Jo Roe, Oak Bus Users (JR)"; "Jo Roe (JR), Oak Logistics": whom the list names has initials, and a body has none.
    """
    if before.initials and not entry.initials and not entry.honorifics and set(part.lower().split()) & _BODIES:
        return True
    own = [bracket for bracket in take_brackets(part)[1] if is_initials(bracket)]
    theirs = [initials for initials in own if fits_name(initials, before.name)]
    return bool(theirs) and not before.initials and not any(fits_name(initials, entry.name) for initials in own)


def _pieces(offset: int, part: str) -> list[tuple[int, str]]:
    """Split where a separator is missing: "Cllr A Roe (Chair) B Poe Clerk C Doe OBU – D Moe"."""
    open_ = set(depth_zero(part))
    cuts = {found.start(1) for pattern in (_NEXT_TITLE, _NEXT_HANDLE) for found in pattern.finditer(part)}
    behind = {found.end() for found in re.finditer(r"(?<=[)\]])\s+(?=[A-Z])", part)}
    cuts |= {at for at in behind if looks_like_name(re.split(r"[(\[]", part[at:])[0].strip())}
    cuts |= {found.start(1) for found in _NEXT_SITE.finditer(part) if _ends_with_name(part[: found.start(1)])}
    cuts |= set(_before_posts(part))
    cuts |= {at.end() for at in _FULL_STOP.finditer(part) if parts_names(part, at.start(), at.end())}
    edges = [0, *sorted(cuts & open_), len(part)]
    pieces = [(offset + start, part[start:end].strip().rstrip("/")) for start, end in pairwise(edges)]
    return [smaller for start, piece in pieces for smaller in _run_together(start, piece)]


def parts_names(text: str, before: int, behind: int) -> bool:
    """Whether a full stop stands between two names of a list ("…, Jo Roe. Al Poe, Bo Moe").

    Args:
        text: the line.
        before: where the name in front of the stop ends.
        behind: where the one behind it begins.
    """
    following = re.split(r"\.\s", text[behind:])[0].rstrip(" .")
    names = [part for _, part in split_list(following)]
    first = names[0].split()[0] if names else ""
    full = bool(names) and all(looks_like_name(take_brackets(name)[0]) for name in names)
    return full and is_given_name(first) and _ends_with_name(re.split(r"[,;]", text[:before])[-1])


def _before_posts(part: str) -> Iterator[int]:
    """Where a post that stands between two names begins."""
    for found in _NEXT_POST.finditer(part):
        if found[2].lower() in POST_WORDS and _ends_with_name(part[: found.start(1)]):
            behind = re.split(r"[(\[,]", part[found.start(1) :])[0]
            if post_then_name(" ".join(re.sub(r"[:–-]\s", " ", behind).split()[:5])):
                yield found.start(1)


def _ends_with_name(before: str) -> bool:
    words = take_brackets(before)[0].split()
    return any(looks_like_name(" ".join(words[-count:])) for count in (2, 3, 4) if count <= len(words))


def _run_together(offset: int, piece: str) -> Iterator[tuple[int, str]]:
    """Names of two words without any mark between them, where first names show it: "Jo Roe Al Poe"."""
    words = list(re.finditer(r"\S+", piece))
    plain = len(words) >= 4 and len(words) % 2 == 0 and "(" not in piece
    firsts = [found[0] for found in words[::2]]
    seconds = [found[0] for found in words[1::2]]
    if not plain or any(second.lower() in PARTICLES for second in seconds) or not _alternate(firsts, seconds):
        yield offset, piece
        return
    for first, second in zip(words[::2], words[1::2], strict=True):
        yield offset + first.start(), piece[first.start() : second.end()]


def _alternate(firsts: Sequence[str], seconds: Sequence[str]) -> bool:
    """Whether first names and surnames take turns; no name is so long that three pairs are one."""
    if is_given_name(firsts[-1]) and all(map(_may_be_first, firsts)):
        return True
    pairs = (f"{first} {second}".rstrip("’'") for first, second in zip(firsts, seconds, strict=True))
    names = all(map(looks_like_name, pairs))
    given = sum(map(is_given_name, firsts))
    return len(firsts) > 2 and names and given >= len(firsts) / 2 and given > sum(map(is_given_name, seconds))


def _may_be_first(word: str) -> bool:
    return is_given_name(word) or (len(word.strip(".")) == 1 and word[0].isupper())


def _is_name_list(parts: list[tuple[int, str]]) -> bool:
    """Whether every part of a list item is a name of two words or more, or a first name: a list inside a list item."""
    names = all(looks_like_name(take_brackets(part)[0]) for _, part in parts)
    return len(parts) > 1 and (names or all(part.startswith("@") for _, part in parts) or _are_first_names(parts))


def _are_first_names(parts: list[tuple[int, str]]) -> bool:
    """Whether the parts are lone words of which most are known as first names; a name and its town are not."""
    heads = [take_brackets(part)[0].strip(" .*") for _, part in parts]
    lone = all(looks_like_name(head, single=True) and " " not in head for head in heads)
    given = sum(map(is_given_name, heads))
    return lone and given >= max(2, 0.6 * len(heads))


def _has_single_names(parts: list[str]) -> bool:
    """Whether a word alone is a name in this list: most parts are, or nearly all the others are full names."""
    alone = sum(map(_head_is_single, parts))
    full = sum(looks_like_name(take_brackets(part)[0]) for part in parts)
    return alone >= max(2, len(parts) // 2) or (full >= 3 and full >= 0.7 * len(parts))


def _head_is_single(part: str) -> bool:
    head = DASH.split(take_brackets(part)[0], maxsplit=1)[0]
    return (looks_like_name(head, single=True) or is_handle(head)) and not looks_like_name(head)
