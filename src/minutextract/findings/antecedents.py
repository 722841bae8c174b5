"""The words that a point leans on: the sentence before it, the bullet above it, or what leads its list in."""

from __future__ import annotations

import re

from minutextract.document import Block, BlockKind, Span
from minutextract.findings.lead_ins import are_tagged_alike, is_bare_clause, leads_below, offers_choice, qualifies_below
from minutextract.findings.material import SPEAKER, Material
from minutextract.findings.point_shapes import (
    SHORT,
    hangs,
    has_label,
    is_fragment,
    is_phrase,
    is_torn,
    lacks_verb,
    leans,
    points_at_once,
    points_beside,
    says_nothing,
    without_label,
    words_in,
)
from minutextract.findings.sequels import asks_of_this, goes_on, resumes
from minutextract.record import Sentence

_MOST_BEFORE = 2
_LONGEST_BULLET = 30
_LONGEST_TOPIC = 9
# Who speaks so often is no topic before a colon.
_TURNS = 2
_NAME_ALONE = re.compile(r"\W*(?:[A-Z][\w.’'-]*)(?:\s[A-Z][\w.’'-]*){0,2}(?:\s\([^()]{1,30}\))?\s*[:\])]\W*")
# A line of code ends so as well.
_LEADS_IN = re.compile(r"(?<!\(\)):\s*$")
_ONLY_POINTS_DOWN = re.compile(
    r"\W*+(?:\w[\w’'-]*+\s+){0,3}(?:(?:is|are)\s+)?(?:(?:as\s+)?follow(?:s|ing)?|below|here)\W*", re.IGNORECASE
)
_ROW_LABEL = re.compile(r"[^\W\d_].{2,}", re.DOTALL)
_SAYS_NO_MATTER = re.compile(
    r"(?:notes?|discussions?|agenda|items?|topics?|actions?|decisions?|minutes|comments?|updates?|points?|who|when|what|\W)+",
    re.IGNORECASE,
)
_LIST_OF_DUTIES = re.compile(
    r"\W*(?:(?<![\w&/’'-])[\w&/’'-]++\s+){0,3}?(?:roles?|role\s+list|roles\s+and\s+responsibilities|responsibilities|duties|expected\s+outcomes?|outcomes\s+expected|objectives?|aims|"
    r"keywords?|(?:code\s+of\s+)?conduct|ground\s+rules|norms|preparation|attendees|participants|links)"
    r"(?:\s+(?:of|for)\s+[\w\s’'-]{2,40})?\W*|"
    r".{0,120}\b(?:(?:is|are)\s+(?:an?|the)\s+(?:first\s+)?draft|(?:draft|proposed|suggested)\s+(?:text|wording|rules|policy)|template)\b.{0,60}:|"
    r"please\s+(?:fill|add|enter|write|sign|put)\b.{0,120}:|[^.]{0,80}[(\[]not\s+(?:yet\s+)?(?:discussed|covered|reached)[)\]]\W*",
    re.IGNORECASE | re.DOTALL,
)


def context_of(material: Material, sentence: Sentence) -> Span | None:
    """What a point is to be read with, or None if it stands alone or leans on nothing that can be named."""
    said = sentence.span.of(material.text)
    block = material.block(sentence)
    # Whoever is named before a colon hardly goes on from somebody else.
    needy = leans(said) or is_fragment(said) or asks_of_this(said) or (hangs(said) and not has_label(said))
    if block.kind is BlockKind.ROW:
        return _row_label(material, sentence)
    if sentence.span.start > block.content.start and (before := material.before(sentence)):
        earlier = before.span.of(material.text)
        if needy or earlier.endswith("?") or resumes(said, earlier):
            return _sentences_before(material, before)
        return _unknown_speaker(material, sentence) or _line_above(material, sentence)
    above = bullet_above(material, sentence.block)
    if block.kind is BlockKind.ITEM and points_beside(said) and above != sentence.block - 1:
        beside = _line_beside(material, sentence)
        line = _words(material, material.document.blocks[sentence.block - 1])
        at_once = points_at_once(said) and "://" not in line
        if beside is not None or above is None or at_once or is_bare_clause(line):
            return beside
    if above is not None:
        if goes_on(said) and above != sentence.block - 1:
            # It goes on from the bullet beside it.
            return None
        brief = len(words_in(without_label(said))) < SHORT or is_phrase(said)
        words = _words(material, material.document.blocks[above])
        if are_tagged_alike(said, words):
            return None
        led = offers_choice(words) or (_is_item(material, above) and leads_below(words))
        heads = led or _is_topic(words) or words.endswith("?")
        return _last_words(material, above) if needy or brief or heads else None
    if leans(said):
        return _paragraph_before(material, sentence)
    return _line_above(material, sentence)


def _row_label(material: Material, sentence: Sentence) -> Span | None:
    """What a table's row is about: the few words of its first cell; in a cell of several sentences, the one before."""
    cells = material.block(sentence).cells
    own = next((cell for cell in cells if sentence.span.within(cell)), None)
    if own is None or own == cells[0]:
        return None
    said, before = sentence.span.of(material.text), material.before(sentence)
    if before and before.span.within(own):
        return _sentences_before(material, before) if leans(said) or is_fragment(said) or hangs(said) else None
    label, item = cells[0].of(material.text).strip(), material.item_of(sentence)
    if len(words_in(label)) > SHORT or not _ROW_LABEL.fullmatch(label) or _SAYS_NO_MATTER.fullmatch(label):
        return None
    return None if item is not None and label.casefold() in item.title.casefold() else cells[0]


def _unknown_speaker(material: Material, sentence: Sentence) -> Span | None:
    """The label of the turn that a sentence goes on with, where who speaks is nobody that the record knows."""
    content = material.block(sentence).content
    found = SPEAKER.match(material.text, content.start, content.end) if material.is_transcript else None
    if found is None or material.openings[found[1]] < _TURNS or has_label(sentence.span.of(material.text)):
        return None
    label = Span(content.start, found.end())
    return None if material.mentions_in(label) else label


def _is_item(material: Material, index: int) -> bool:
    return material.document.blocks[index].kind is BlockKind.ITEM


def _line_beside(material: Material, sentence: Sentence) -> Span | None:
    """The line above in the same list that "This would …" speaks of, unless that line itself leans on another."""
    other = material.document.blocks[sentence.block - 1]
    own = material.sentences_of(sentence.block - 1)
    if other.kind is not BlockKind.ITEM or other.level != material.block(sentence).level or not own:
        return None
    words = own[-1].span.of(material.text)
    bare = leans(words) or hangs(words) or is_torn(words) or says_nothing(words) or is_bare_clause(words)
    if bare or own[-1].item != sentence.item:
        return None
    return None if material.is_transcript and has_label(words) else own[-1].span


def stands_below_title(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence is the first below the heading of its item, which may be its subject."""
    above = sentence.block - 1
    return material.first_of_block(sentence) is sentence and (
        above in material.headings or (above >= 0 and material.document.blocks[above].kind is BlockKind.HEADING)
    )


def _is_topic(said: str) -> bool:
    """Whether a bullet is a few words that head those below it."""
    return len(words_in(said)) < _LONGEST_TOPIC and not said.rstrip().endswith((".", "!", "?"))


def _sentences_before(material: Material, before: Sentence) -> Span | None:
    """The sentence before a point, with one more before it if that leans as well; None if the first one still does."""
    first, taken = before, 1
    while leans(first.span.of(material.text)) and (earlier := material.before(first)) and taken < _MOST_BEFORE:
        first, taken = earlier, taken + 1
    if leans(first.span.of(material.text)) or is_torn(first.span.of(material.text)):
        return None
    return Span(first.span.start, before.span.end)


def _paragraph_before(material: Material, sentence: Sentence) -> Span | None:
    """The last sentence of the paragraph before, under the same item; turns of speech are apart."""
    block = material.block(sentence)
    if material.is_transcript or block.kind is not BlockKind.PARAGRAPH or not sentence.block:
        return None
    earlier = material.sentences_of(sentence.block - 1)
    same = earlier and earlier[-1].item == sentence.item
    if not same or not (
        material.block(earlier[-1]).kind is BlockKind.PARAGRAPH or _is_between_items(material, sentence.block)
    ):
        return None
    said = earlier[-1].span.of(material.text)
    return None if leans(said) or is_torn(said) or is_fragment(said) else earlier[-1].span


def _line_above(material: Material, sentence: Sentence) -> Span | None:
    """The line that tells what the paragraph of a point is meant as ("Reasons for refusal:")."""
    if material.block(sentence).kind is not BlockKind.PARAGRAPH or not sentence.block:
        return None
    above = material.document.blocks[sentence.block - 1]
    qualifies = above.kind is BlockKind.PARAGRAPH and qualifies_below(_words(material, above))
    return above.content if qualifies else None


def _is_between_items(material: Material, index: int) -> bool:
    """Whether a paragraph stands between two items of one list: it goes on from the first of them."""
    blocks = material.document.blocks
    if not 0 < index < len(blocks) - 1:
        return False
    before, after = blocks[index - 1], blocks[index + 1]
    return before.kind is after.kind is BlockKind.ITEM and before.level == after.level


def bullets_above(material: Material, index: int) -> list[int]:
    """The blocks that a list item hangs from, nearest first; a sentence that leads the list in comes last."""
    blocks = material.document.blocks
    level, found = blocks[index].level, []
    if blocks[index].kind is not BlockKind.ITEM:
        return []
    for before in range(index - 1, -1, -1):
        other = blocks[before]
        if before in material.headings:
            break
        if other.kind is not BlockKind.ITEM:
            if other.kind is BlockKind.PARAGRAPH and _LEADS_IN.search(_words(material, other)):
                found.append(before)
            break
        leads_in = _words(material, other).endswith(":") and bool(other.number) != bool(blocks[index].number)
        if other.level < level or (other.level == level and leads_in):
            found.append(before)
            level = other.level
    return found


def bullet_above(material: Material, index: int) -> int | None:
    """The nearest block that a list item hangs from and that says more than who speaks."""
    above = bullets_above(material, index)
    found = next((one for one in above if not _is_speaker(material, material.document.blocks[one])), None)
    return _title_line(material, index) if found is None else found


def _title_line(material: Material, index: int) -> int | None:
    """The short line without a stop that a list stands below, if it is no heading."""
    blocks = material.document.blocks
    at = index
    while at > 0 and blocks[at].kind is BlockKind.ITEM and at not in material.headings:
        at -= 1
    own = material.sentences_of(at)
    if at == index or at in material.headings or blocks[at].kind is not BlockKind.PARAGRAPH or len(own) != 1:
        return None
    words = own[0].span.of(material.text)
    heads = _is_topic(words) and lacks_verb(words) and not (leans(words) or says_nothing(words))
    told = {"action", "decision", "praise"}.intersection(own[0].labels)
    return at if heads and not told and own[0].item == material.sentences_of(index)[0].item else None


def _is_speaker(material: Material, block: Block) -> bool:
    """Whether a bullet is the name of somebody whose words stand below it, and not a topic in capitals."""
    if not is_name_alone(_words(material, block)):
        return False
    return bool(material.mentions_in(block.content)) or material.names_person(block.content, by_shape=True)


def is_name_alone(said: str) -> bool:
    """Whether a bullet only names the one whose words stand below it ("Ann Baxter:", "[Ann]")."""
    return _NAME_ALONE.fullmatch(said) is not None


def _last_words(material: Material, index: int) -> Span | None:
    """What of a bullet those below it are read with: all of it, or of a long one its last or first sentence."""
    block = material.document.blocks[index]
    said = _words(material, block)
    if _ONLY_POINTS_DOWN.fullmatch(said):
        return None
    if len(words_in(said)) <= _LONGEST_BULLET:
        return None if leans(said) or is_torn(said) else block.content
    sentences = material.sentences_of(index)
    for one in sentences[-1:] + sentences[:1]:
        words = one.span.of(material.text)
        bare = leans(words) or is_torn(words) or _ONLY_POINTS_DOWN.fullmatch(words)
        if not (bare or (hangs(words) and one is not sentences[0])):
            return one.span
    return None


def is_duty_or_draft(material: Material, sentence: Sentence) -> bool:
    """Whether a point stands in an agenda or a list of duties, hopes or rules to be: nothing that was said."""
    if sentence.block in material.agenda:
        return True
    above = [_words(material, material.document.blocks[one]) for one in bullets_above(material, sentence.block)]
    item = material.item_of(sentence)
    return any(_LIST_OF_DUTIES.fullmatch(one.strip()) for one in (*above, item.title if item else ""))


def _words(material: Material, block: Block) -> str:
    return block.content.of(material.text)
