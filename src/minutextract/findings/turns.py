"""Whose turn it is to speak: the label in front of the words, or of the paragraph, or the name on the line above."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from minutextract.document import Block, BlockKind, Span
from minutextract.findings.material import Material
from minutextract.findings.owners import is_owner_phrase, names_people
from minutextract.people.given_names import GIVEN_NAMES
from minutextract.people.names import is_initials, looks_like_name
from minutextract.people.vocabulary import ACRONYMS
from minutextract.record import Sentence

_CLOCK = r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
LABEL = re.compile(
    r"^[\W\dx]{0,12}?(?:\d{1,2}[.:]\d{2}\s?)?(?:[\[(](?:name=)?(?P<brackets>[A-Z][A-Za-z]{1,12})[)\]]\s*[-–—:]?\s*|"
    rf"(?P<name>@?[^\W\d_][\w.'’\-]*(?:\s+[A-Z][\w.'’\-]*){{0,2}})(?P<clock>{_CLOCK})"
    r"(?P<mark>\s*:\s+|\s+[-–—]\s+|\s+to\s+Everyone\s+))"
)
# So often does a label open a line of a transcript that it is no topic.
_AGAIN = 3
_LONGEST_NAME = 40
_LONGEST_NAMES = 90
# So many lines a turn may have.
_MOST_LINES = 40


def turn_of(material: Material, sentence: Sentence) -> Span | None:
    """Who speaks in the paragraph of a sentence: the label that opens it, in a transcript or where a name is plain."""
    first = material.first_of_block(sentence)
    if (opener := _continued(material, sentence.block)) is not None:
        first = material.sentences_of(opener)[0]
    label = label_of(material, first.span)
    return label if label and (material.is_transcript or names_people(material, label)) else None


def continued_turn(material: Material, sentence: Sentence) -> Span | None:
    """Who speaks in a line that a scribe opens with "…": the label of the line that it goes on from."""
    opener = _continued(material, sentence.block)
    return label_of(material, material.document.blocks[opener].content) if opener is not None else None


def _continued(material: Material, at: int) -> int | None:
    """The block in which a turn begins that goes on here behind three dots, as the log of a chat writes it."""
    blocks, text = material.document.blocks, material.text
    start = at
    while at > max(0, start - _MOST_LINES) and _GOES_ON.match(text, blocks[at].content.start, blocks[at].content.end):
        at -= 1
    return at if at < start and blocks[at].kind is blocks[start].kind and material.sentences_of(at) else None


_GOES_ON = re.compile(r"\s*(?:…|\.\.\.)\s*\w")
_LEADS = re.compile(
    r"\W*(?:(?P<who>volunteers?|owners?|leads?|assigned\s+to|assignees?|responsible)\s*:|"
    r"(?:actions?|tasks?|to[\s-]?dos?|next\s+steps|important)\s+(?:for|by)\b)\s*\**\s*(?=\w)",
    re.IGNORECASE,
)


# "AB's tasks:", "Jo and Lu actions", "All:".
_TASKS_OF = re.compile(
    r"\W*(?:(?P<all>All|Everyone|Everybody)\W*|(?P<names>[A-Z][\w’'-]*?(?:\s[A-Z][\w’'-]*?)?(?:(?:,\s+|\s+(?:and|&)\s+|\s?/\s?)[A-Z][\w’'-]*?)*)"
    r"(?:[’']s?)?\s+(?:tasks|actions|action\s+(?:items|points)|to-?dos?|jobs|homework)\W*)"
)


def says_who(material: Material, span: Span) -> bool:
    """Whether the words only give names to a task told elsewhere ("Volunteers: AB, CD")."""
    found = _LEADS.match(material.text, span.start, span.end)
    return found is not None and bool(found["who"]) and names_people(material, Span(found.end(), span.end))


def owner_above(material: Material, sentence: Sentence) -> Span | None:
    """Those whom the line that a list item hangs on gives its tasks to ("Volunteers: AB, CD", "Actions for AB:")."""
    above = hung_on(material, sentence)
    if above is None:
        return None
    short = len(above.content) <= _LONGEST_NAMES
    if short and (titled := _TASKS_OF.fullmatch(material.text, above.content.start, above.content.end)):
        named = Span(*titled.span("all" if titled["all"] else "names"))
        return named if titled["all"] or names_people(material, named) else None
    found = _LEADS.match(material.text, above.content.start, above.content.end)
    if found is None:
        return None
    said = above.content.of(material.text)
    span = Span(found.end(), above.content.start + len(said.rstrip(" :*.")))
    return span if len(span) <= _LONGEST_NAMES and is_owner_phrase(material, span) else None


def name_above(material: Material, sentence: Sentence, *, speaks: bool = False) -> Span | None:
    """The name that stands alone on the line that a list item hangs on ("AB:", "[AB]", "Jo Roe").

    A line that comes again and again tells who speaks: such a name counts only where `speaks` asks for it.
    """
    above = hung_on(material, sentence)
    if above is None or (not speaks and _comes_again(material, above)):
        return None
    return _alone(material, above)


def _comes_again(material: Material, above: Block) -> bool:
    words = above.content.of(material.text)
    same = (block for block in material.document.blocks if len(block.content) == len(above.content))
    return sum(block.content.of(material.text) == words for block in same) > _AGAIN


def hung_on(material: Material, sentence: Sentence) -> Block | None:
    """The block that a list item hangs on: the bullet above it, or what stands before its list."""
    blocks = material.document.blocks
    own = blocks[sentence.block]
    if own.kind is not BlockKind.ITEM:
        return None
    before = (blocks[at] for at in range(sentence.block - 1, -1, -1))
    return next((one for one in before if one.kind is not BlockKind.ITEM or one.level < own.level), None)


def bullets_above(material: Material, index: int) -> Iterator[Block]:
    """The bullets that a list item hangs on, the nearest first."""
    blocks = material.document.blocks
    level = blocks[index].level if blocks[index].kind is BlockKind.ITEM else 0
    for block in (blocks[at] for at in range(index - 1, -1, -1)):
        if level == 0 or block.kind is BlockKind.HEADING:
            return
        if block.kind is BlockKind.ITEM and block.level < level:
            level = block.level
            yield block


def _alone(material: Material, block: Block) -> Span | None:
    words = block.content.of(material.text).strip(" :*[]()")
    if not words or len(words) > _LONGEST_NAME or block.kind is BlockKind.ROW:
        return None
    start = block.content.start + block.content.of(material.text).index(words)
    span = Span(start, start + len(words))
    known = material.mentions_in(span) or words.split()[0].lower() in GIVEN_NAMES or " " not in words
    return span if known and names_people(material, span) else None


def label_of(material: Material, span: Span, *, timed: bool = False) -> Span | None:
    """The name in front of a speaker's words ("AB: …", "Jo Roe 1:02: …", "(AB) …"); `timed` asks for a clock time.

    A word and a colon may as well be a topic: it is a speaker if it is a mention, a handle, a name that stands with a
    time or that spaCy takes for a person, or if more of the minutes is told so.
    """
    found = LABEL.match(span.of(material.text))
    if not found:
        return None
    kind = "brackets" if found["brackets"] else "name"
    label = Span(span.start + found.start(kind), span.start + found.end(kind))
    words, clock = (
        label.of(material.text),
        bool(found["name"] and found["clock"].strip()) or "Everyone" in (found["mark"] or ""),
    )
    if timed and not clock:
        return None
    mentions = material.mentions_in(label)
    if mentions and len(mentions[0].span) >= len(label) - 4:
        return label
    if (
        kind == "brackets"
        or clock
        or words.startswith("@")
        or (is_initials(words) and words not in ACRONYMS and ":" in found["mark"])
    ):
        return label
    if looks_like_name(words, single=True) and (
        words.split()[0].lower() in GIVEN_NAMES or material.names_person(label, by_shape=False)
    ):
        return label
    opens = material.openings[words] if ":" in (found["mark"] or "") else 0
    return label if opens >= _AGAIN or (":" in (found["mark"] or "") and _is_log(material, label)) else None


def _is_log(material: Material, label: Span) -> bool:
    """Whether most lines around open with one word and a colon, as the log of a chat does, or with this very label."""
    text, blocks = material.text, material.document.blocks
    at = bisect_right(blocks, label.start, key=lambda block: block.span.end)
    near = [block for block in blocks[max(0, at - 5) : at + 6] if block.kind is not BlockKind.HEADING]
    lines = [re.match(r"(\w[\w\-]{0,14})\s*:\s", block.content.of(text)) for block in near]
    handles = [line for line in lines if line and line[1].islower()]
    return label.of(text).islower() and len(handles) > 1 and 2 * len(handles) >= len(near)
