"""Lines of an attendance list that have no name's shape: read as their neighbours are, or told as not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutextract.document import BlockKind, Document
from minutextract.meeting import Attendance
from minutextract.people.names import is_given_name, looks_like_name
from minutextract.structure.brackets import take_brackets
from minutextract.structure.entry import DASH, Entry, continue_entry
from minutextract.structure.labels import attendance_label
from minutextract.structure.lines import Listed, standing
from minutextract.structure.roster import parse_entry

# So many neighbours with full names make them the rule.
_FEWEST = 3
_LONGEST = 4
_NO_LETTERS_BEHIND = re.compile(r"[^\w.)\]]+$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_NOT_NAMED = frozenset("name names full first last tbd tbc agenda notes minutes the and".split())


def read_again(document: Document, index: int, listed: Sequence[Listed], kind: Attendance) -> list[Listed]:
    """Whom a list item names that has no name's shape, where its neighbours show it.

    "jo Roe - Oak" among "Al Poe - Oak"; "Jo Roe Oak", "Jo Roe- Oak"; a surname that is a word for a group, behind a
    common first name ("Grace Board").

    Args:
        document: the minutes.
        index: of the item's block.
        listed: everybody listed so far.
        kind: of the list.
    """
    block = document.blocks[index]
    above = [one for one in listed if one.sitting == listed[-1].sitting and " " in one.entry.name]
    if block.kind is not BlockKind.ITEM or len(above) < _FEWEST or not _holds(document, index - 1, listed):
        return []
    text = block.content.of(document.text)
    entry = next(filter(None, map(_one, _variants(text, above))), None) or _of_group_word(text)
    return [Listed(whole := replace(entry, start=0, end=len(text)), standing(whole, kind))] if entry else []


def _holds(document: Document, index: int, listed: Sequence[Listed]) -> bool:
    """Whether a block names somebody who is listed."""
    return any(document.blocks[index].span.start <= one.entry.start < document.blocks[index].span.end for one in listed)


def _one(variant: str) -> Entry | None:
    found = parse_entry(variant, one=True)
    return found[0] if found and " " in found[0].name else None


def _variants(text: str, above: Sequence[Listed]) -> Iterator[str]:
    """The line as its neighbours would be written, first names and what is said of people told apart."""
    bare = _NO_LETTERS_BEHIND.sub("", text)
    if bare != text:
        yield bare
    known = sorted({one.entry.organisation for one in above if one.entry.organisation}, key=len, reverse=True)
    for organisation in known:
        if bare.endswith(f" {organisation}") and looks_like_name(bare[: -len(organisation)].strip()):
            yield f"{bare[: -len(organisation)].strip()} - {organisation}"
    yield re.sub(r"^(\w{1,30})-\s+(?=[A-Z])", r"\1-", bare)
    yield re.sub(r"(?<=\w)-\s+", " - ", bare)
    head, behind = _head(bare)
    words = head.split()
    plain = len(words) == 2 and all(map(_WORD.fullmatch, words)) and not _NOT_NAMED & {*map(str.lower, words)}
    described = behind and 2 * len([one for one in above if one.entry.organisation]) >= len(above)
    if plain and any(word[0].islower() for word in words) and (described or is_given_name(words[0].title())):
        yield " ".join(word[0].upper() + word[1:] for word in words) + bare[len(head) :]


def _head(text: str) -> tuple[str, str]:
    """What stands in front of a dash, a comma or a bracket, and behind it."""
    head = re.split(r"[,(\[]", DASH.split(text, maxsplit=1)[0])[0].strip()
    return head, text[len(head) :].strip()


def _of_group_word(text: str) -> Entry | None:
    head, behind = _head(_NO_LETTERS_BEHIND.sub("", text))
    words = head.split()
    shaped = len(words) == 2 and all(_WORD.fullmatch(word) and word[0].isupper() for word in words)
    if not shaped or not is_given_name(words[0]) or not (words[1].istitle() or words[1].isupper()):
        return None
    entry = Entry(head, 0, len(text))
    return continue_entry(entry, behind.lstrip("-–—/,| ")) if behind else entry


def unread_lines(document: Document, listed: Sequence[Listed], blocks: frozenset[int]) -> Iterator[str]:
    """Items between two of a list that name somebody, and that have as few words as a name but not its shape."""
    for index in sorted(blocks):
        block = document.blocks[index]
        around = (index - 1, index + 1)
        if block.kind is not BlockKind.ITEM or not all(at in blocks and _holds(document, at, listed) for at in around):
            continue
        text = block.content.of(document.text)
        head, _ = _head(take_brackets(text)[0])
        words = head.split()
        named = 1 < len(words) <= _LONGEST and all(map(_WORD.fullmatch, words)) and not attendance_label(text)
        titled = named and (all(word[0].isupper() for word in words) or is_given_name(words[0]))
        if titled and not _NOT_NAMED & {*map(str.lower, words)} and not _holds(document, index, listed):
            yield text
