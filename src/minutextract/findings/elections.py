"""Who was chosen for what: lists of posts below "Officers", of committees with their chairs, and counts of votes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutextract.document import Block, BlockKind, Document
from minutextract.people.names import looks_like_name

_POST = (
    r"(?:(?:vice|deputy|co|junior|senior|web|social|publicity|membership|shop|club)[\s-]+)?(?:chair(?:man|woman|person)?|president|"
    r"pres|secretary|treasurer|sysop|webmaster|manager|officer|director|captain|librarian|auditor|editor|steward|trustee)"
)
_POSTS = re.compile(
    rf"(?P<post>{_POST}(?:\s*/\s*[\w ]{{3,25}})?)\s*:\s*(?P<names>[^:]{{2,80}})",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\W*(?:(?:new|elected|election\s+of|elections?\s+of)\s+)?(?:officers?|office\s+bearers|elections?|appointments?)\s*:?\W*",
    re.IGNORECASE,
)
# "Committees: two people each", above "Hall: Ann (chair), Ben".
_COMMITTEES = re.compile(r"\W*(?:sub[\s-]?)?(?:committees?|working\s+groups?|portfolios?)\b[^.]{0,60}", re.IGNORECASE)
_HAS_CHAIR = re.compile(r"\((?:vice[\s-])?(?:chair\w*|convenor|convener|lead)\)", re.IGNORECASE)
_CHOOSES = re.compile(
    r"\W*(?:elect|election\s+of|elections?|appoint|appointment\s+of|choose)\b[^.?!]{0,80}|[^.?!]{0,60}\belected\b[^.?!]{0,30}:\W*",
    re.IGNORECASE,
)
# "Ann Bell - Secretary", "Secretary - Ann Bell, seconded Kit Loomis".
_PAIR = re.compile(
    r"[^\w@]*(?P<one>@?[^:–—]{2,40}?)\s*(?::|\s[-–—])\s+(?P<other>[^:–—,;]{2,40}?)(?:,\s*seconded\b[^.;:]{2,60})?\W*"
)
_POST_ALONE = re.compile(
    rf"(?:{_POST}|organi[sz]er|organi[sz]e|minute[\s-]taker|facilitator|scribe|convenor|convener)s?", re.IGNORECASE
)
_CAPITALS_BEHIND = re.compile(r"\s[A-Z]{2,4}$")
_OFFICE_VOTE = re.compile(
    r"\W*(?:(?:the\s+)?[A-Z][\w’'-]*(?:\s+[\w&/’'-]+){0,4}\s+(?:vote|election|ballot)(?:\s+results?)?|election\s+of\s+[^.?!:]{3,50}|"
    r"(?:vote|ballot)\s+for\s+[^.?!:]{3,40})\s*:?\W*",
    re.IGNORECASE,
)
_VOTES_FOR = re.compile(
    r"\W*(?:\d{1,4}\s+(?:votes?\s+(?:for\s+)?)?(?P<name>[A-Z][^\d,;:]{1,40})|[A-Z][^\d,;:]{1,40}?\s*[-–—:(]\s*\d{1,4}(?:\s+votes?)?\)?)\W*"
)
_FEWEST = 2


def appointments(document: Document) -> frozenset[int]:
    """The blocks, by index, that tell who has a post, in a list below "Officers" or "Election of officers"."""
    found = set[int]()
    for index, block in enumerate(document.blocks):
        if not index:
            continue
        words = block.content.of(document.text)
        below = [(at, document.blocks[at].content.of(document.text)) for at in _below(document, index, block)]
        if _LIST.fullmatch(words):
            chosen = [at for at, _ in below if _names_holder(document, document.blocks[at])]
            found.update(chosen if len(chosen) >= _FEWEST else ())
        if _COMMITTEES.fullmatch(words) and any(_HAS_CHAIR.search(one) for _, one in below):
            found.update(at for at, one in below if _names_members(one))
        if _CHOOSES.fullmatch(words):
            found.update(_paired(document, index))
    return frozenset(found)


def counts_of_votes(document: Document) -> dict[int, tuple[int, int]]:
    """The first block of each count below "Chair vote", with the block above that tells the post and the last one."""
    found: dict[int, tuple[int, int]] = {}
    for index, block in enumerate(document.blocks[:-1]):
        if block.kind is BlockKind.ROW or not _OFFICE_VOTE.fullmatch(block.content.of(document.text)):
            continue
        end = index + 1
        while end < len(document.blocks) and _VOTES_FOR.fullmatch(document.blocks[end].content.of(document.text)):
            end += 1
        if end - index > _FEWEST:
            found[index + 1] = (index, end - 1)
    return found


def _paired(document: Document, index: int) -> list[int]:
    """The lines right below one that hold a post and a name; nothing if fewer than two do or none has a usual post."""
    lines: list[tuple[int, str, str]] = []
    for at in range(index + 1, len(document.blocks)):
        found = _PAIR.fullmatch(document.blocks[at].content.of(document.text))
        if not found and lines:
            break
        if found is None:
            if at > index + 1:
                break
            continue
        lines.append((at, found["one"].strip(), found["other"].strip()))
    usual = [at for at, one, other in lines if _POST_ALONE.fullmatch(one) or _POST_ALONE.fullmatch(other)]
    named = [at for at, one, other in lines if _is_name(one) or _is_name(other)]
    return named if len(named) >= _FEWEST and usual else []


def _is_name(words: str) -> bool:
    return words.startswith("@") or (
        looks_like_name(_CAPITALS_BEHIND.sub("", words), single=True) and not _POST_ALONE.fullmatch(words)
    )


def _names_members(words: str) -> bool:
    """Whether a line is a committee with its members ("Hall: Ann (chair), Ben")."""
    _, colon, names = words.partition(":")
    parts = re.split(r"\s*(?:,|&|\band\b)\s*", re.sub(r"\([^()]*\)", "", names).strip(" ."))
    return bool(colon and parts) and all(looks_like_name(one.strip(), single=True) for one in parts if one)


def _below(document: Document, index: int, lead: Block) -> Iterator[int]:
    """The items of the list that a block leads in."""
    level = lead.level + 1 if lead.kind is BlockKind.ITEM else 0
    for at in range(index + 1, len(document.blocks)):
        block = document.blocks[at]
        if block.kind is not BlockKind.ITEM or block.level < level:
            return
        if block.level == level:
            yield at


def _names_holder(document: Document, block: Block) -> bool:
    found = _POSTS.fullmatch(block.content.of(document.text).strip(" ."))
    if not found:
        return False
    names = re.split(r"\s*(?:,|&|\band\b)\s*", re.sub(r"\([^()]*\)", "", found["names"]).strip())
    return all(looks_like_name(name, single=True) for name in names if name)
