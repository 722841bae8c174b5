"""What a decision is on, where its words do not say: the sentence before, the bullet above, a question, a heading."""

from __future__ import annotations

import re

from minutextract.document import BlockKind
from minutextract.findings.asked_above import (
    BLOCKS_BACK,
    LONGEST,
    OBJECTS,
    asked_for,
    clipped,
    form_above,
    question_above,
    told_in,
)
from minutextract.findings.lacking import has_no_subject, is_formula, is_of_vote, points_back, unlabelled
from minutextract.findings.material import Material
from minutextract.findings.motions import CUE, mover_in, seconder_in
from minutextract.findings.point_shapes import leans
from minutextract.findings.pointers import points_back as has_pronoun
from minutextract.findings.put_above import proposal_beside, put_above
from minutextract.findings.turns import bullets_above
from minutextract.record import Sentence

# How far back a recommendation may stand.
_SENTENCES_BACK = 15
_GENERIC = re.compile(
    r"\W*(?:(?:the|other|any|general|group|new|old)\s+)?(?:agenda(?:\s+items?)?|discussions?|decisions?|notes?|minutes|results?|actions?|"
    r"action\s+items|comments?|questions?|status|updates?|vot(?:es?|ing)|conclusions?|motions?|business|topics?|items?|"
    r"topics\s+for\s+discussion|main\s+items|aob|any\s+other\s+business|summary|meeting|open\s+floor|call\s+for\s+clarifications|"
    # Where more is to be read
    r"(?:please\s+)?see\s+(?:also\s+)?[\w-]+(?:\s+[\w-]+){0,4})\W*",
    re.IGNORECASE,
)
_SPEAKER_ALONE = re.compile(r"\W*[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*)?\s*(?:\]|:)\s*")
_RECOMMENDS = re.compile(r"\brecommend(?:s|ed|ing)?\b(?=\s+(?:that|to|the)\b)", re.IGNORECASE)
_MOTION = re.compile(r"\b(?:motion|propos(?:ed|es|al)|requests|resolution|amendment)\b", re.IGNORECASE)
# It answers a question, or draws from what stands before it.
_ANSWERS = re.compile(r"^\W*(?:(?:yes|yep|no)\s*[,.;!–—]|(?:so|thus|hence)\b)", re.IGNORECASE)
# What a pronoun of the sentence itself stands for, or nothing before it.
_SAID_WITHIN = re.compile(
    r"\b(?:as|because|since|when|if|that|which)\s+(?:this|it|these|they)\b|\b(?:this|these)\s+(?:minutes|meeting|page|\w+\s*:)|"
    r"\bthose\s+(?:who|that|of|with|in|on|from|\w+ing|present)\b",
    re.IGNORECASE,
)
_NEAR, _FEW = 60, 8
# A line that opens with counts, or with the address of a vote.
_RESULT_ONLY = re.compile(
    r"\W*(?:https?://\S+\s+(?=[(–:;-])|(?:for|in\s+favou?r|yes|ayes?)\s*:\s*\d{1,4}\s*[,;]?\s*(?:against|no|nays?|opposed)\b)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[<(]?https?://[^\s<>()]+[>)]?")
_CLOCK = re.compile(r"\d:\d\d\b|\b(?:opened|started|began|closed|adjourned)\b", re.IGNORECASE)
_DO_SO = re.compile(r"\b(?:do|does|doing)\s+so\W*$", re.IGNORECASE)
_TENTATIVE = re.compile(r"^\W*(?:maybe|perhaps|should\s+we|shall\s+we|can\s+we|could\s+we)\s+", re.IGNORECASE)
_DEBATE = re.compile(r"\b(?:for|against|the)\s+(?:the\s+)?motion\b", re.IGNORECASE)
_APPROVE = re.compile(r"^\W*(?:to\s+)?(?:approve|accept|adopt|ratify|confirm)\s+\S", re.IGNORECASE)
_ASSENT = re.compile(
    r"\W*(?:(?i:no\s+objections?\b(?:\s+to\s+(?:this|that|it|mov(?:e|ing)\s+\w+|go(?:ing)?\s+ahead|proceed(?:ing)?))?)|"
    r"[A-Z][\w’'-]*(?:,\s+[A-Z][\w’'-]*){0,3},?\s+and\s+[A-Z][\w’'-]*\s+agreed?)\W*"
)
# What one candidate got, and "both", for whom the list above names.
_ONES_TALLY = re.compile(
    r"[^:]{2,60}:\s*\d{1,4}\s+(?:votes?\s+)?(?:for|in\s+favou?r|yes|ayes?)\b(?:[\s,;]+(?:\d{1,4}|against|opposed|no|nays?|abstain\w*|"
    r"abstentions?|votes?)){0,8}[\s,;.]*",
    re.IGNORECASE,
)
_ALL_OF = re.compile(
    r"\W*(?:(?P<both>both)|all\s+(?P<n>three|four|five|six))(?:\s+of\s+them)?\s+(?:were|was|are|have|had)\b",
    re.IGNORECASE,
)
_COUNTS = {"three": 3, "four": 4, "five": 5, "six": 6}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"\w+")


def with_matter(material: Material, sentence: Sentence, words: str, *, marked: bool = False) -> str:
    """The words of a decision behind what they are on; as they are where they say it or nothing near tells it.

    A list item that only a mark ("Result:") makes a decision, `marked` if it is cut off already, has its bullet above.
    """
    bare = unlabelled(words)
    if _RESULT_ONLY.match(bare):
        words = bare = _without_address(bare)
        matter = _parent(material, sentence.block) or heading_over(material, sentence)
        return f"{matter.rstrip(' .:')} – {words}" if matter else words
    matter = _listed(material, sentence, bare) or _matter(material, sentence, bare, marked=marked or bare != words)
    words = bare
    if not matter or set(_WORD.findall(matter.lower())) <= set(_WORD.findall(words.lower())):
        return words
    return f"{matter} – {words}"


def _listed(material: Material, sentence: Sentence, words: str) -> str | None:
    """Those whom "both" stands for, in a list of so many right above; of one candidate's count, the vote."""
    if _ONES_TALLY.fullmatch(words):
        return heading_over(material, sentence)
    found = _ALL_OF.match(words)
    if not found or material.before(sentence):
        return None
    wanted = 2 if found["both"] else _COUNTS[found["n"].lower()]
    names = list[str]()
    blocks = material.document.blocks
    for block in (blocks[at] for at in range(sentence.block - 1, -1, -1)):
        if block.kind is not BlockKind.ITEM:
            break
        names.insert(0, block.content.of(material.text).strip(" .;,"))
    return clipped(", ".join(names)) if len(names) == wanted else None


def recommendation(material: Material, sentence: Sentence, words: str) -> Sentence | None:
    """The sentence that recommends what a motion agrees to ("… agrees to the recommendation above")."""
    if "recommendation" not in words.lower() or not points_back(words):
        return None
    at = material.place_of(sentence)
    earlier = material.sentences[max(0, at - _SENTENCES_BACK) : at]
    return next(
        (
            one
            for one in reversed(earlier)
            if one.item == sentence.item and _RECOMMENDS.search(one.span.of(material.text))
        ),
        None,
    )


def is_generic(title: str) -> bool:
    """Whether a heading names a part of any meeting ("Old business", "Votes"), and no matter."""
    return bool(_GENERIC.fullmatch(title))


def leaves_open(words: str) -> bool:
    """Whether words say that people assent and nothing to what ("No objection to move forward", "AB and CD agree")."""
    return bool(_ASSENT.fullmatch(words))


def approved_above(material: Material, sentence: Sentence) -> str | None:
    """The line a little above that says what is to be approved ("Approve the minutes of May")."""
    for block in reversed(material.document.blocks[max(0, sentence.block - BLOCKS_BACK + 1) : sentence.block]):
        if block.kind is BlockKind.HEADING:
            return None
        if _APPROVE.match(block.content.of(material.text)):
            return told_in(material, block)
    return None


def proposed_above(material: Material, sentence: Sentence) -> str | None:
    """The bullet that a bare "AB moves to approve" hangs on, as a motion: "Maybe buy a boat?" is "Buy a boat"."""
    parent = CUE.sub("", _parent(material, sentence.block) or "")
    return _begun(_TENTATIVE.sub("", parent).rstrip(" ?.;")) if parent else None


def motion_above(material: Material, sentence: Sentence) -> list[Sentence]:
    """The motion in the bullet that a line with its mover and vote hangs on: the two are one decision."""
    above = next(bullets_above(material, sentence.block), None)
    if above is None or not CUE.match(above.content.of(material.text)):
        return []
    return [one for one in material.sentences if one.span.within(above.content)]


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def _without_address(words: str) -> str:
    """A result without the address of its vote, if there is more to it."""
    told = " ".join(_ADDRESS.sub(" ", words).split()).strip(" :;,.–-")
    inner = told[1:-1] if told.startswith("(") and told.endswith(")") else told
    return inner or words


def heading_over(material: Material, sentence: Sentence) -> str | None:
    """The nearest heading above a sentence that names a matter; the document's own is none."""
    item = material.item_of(sentence)
    level = 10
    for block in material.titles_above(sentence.block):
        is_item = item is not None and block.span.start == item.span.start
        if not is_item and (block.kind is not BlockKind.HEADING or block.level >= level):
            continue
        level = block.level if block.kind is BlockKind.HEADING else level
        title = item.title if item and is_item else block.content.of(material.text).strip()
        if not is_generic(title) and not _YEAR.search(title) and title != material.meeting.title:
            return title
    return None


def _matter(material: Material, sentence: Sentence, words: str, *, marked: bool) -> str | None:
    if leaves_open(words) and (before := _sentence_before(material, sentence, words)):
        return clipped(before)
    formula, pointing = is_formula(words), points_back(words) or _leans_on_others(words)
    block = material.block(sentence)
    if _DO_SO.search(words) and (asked := question_above(material, sentence)):
        return asked
    if marked and words.lstrip()[:1].isdigit() and len(words.split()) <= _FEW:
        formula = True
    if formula or pointing:
        if found := recommendation(material, sentence, words) or put_above(material, sentence, words):
            return clipped(found.span.of(material.text))
        if formula and (proposal := proposal_beside(material, sentence)):
            return told_in(material, proposal)
        if before := _sentence_before(material, sentence, words):
            return clipped(before)
    elif not (block.kind is BlockKind.ITEM and (marked or has_no_subject(words))):
        return None
    parent = _parent(material, sentence.block)
    if parent or not (formula or pointing):
        asked = asked_for(material, sentence) if parent and formula and OBJECTS.search(words) else None
        return f"{parent}: {asked}" if asked and asked != parent else parent
    return (
        form_above(material, sentence)
        # Others may have answered the question before somebody goes on with "this".
        or question_above(material, sentence, only_beside=not formula)
        or _head(material, sentence, formula=formula)
    )


def _leans_on_others(words: str) -> bool:
    return bool(_ANSWERS.match(words)) or has_pronoun(_SAID_WITHIN.sub(" ", words)[:_NEAR])


def _sentence_before(material: Material, sentence: Sentence, words: str) -> str | None:
    """What the block says right before; of a vote, the last that tells a motion, as debate may stand between."""
    earlier = [one for one in material.sentences_of(sentence.block) if one.span.start < sentence.span.start]
    told = [one.span.of(material.text) for one in earlier]
    if is_of_vote(words) and (motions := [one for one in told if _MOTION.search(one)]):
        return next((one for one in motions if not _DEBATE.search(one)), motions[0])
    told = [one for one in told[-2:] if not is_formula(one) and not leans(one) and not _is_whole_motion(one)]
    return told[-1] if told else None


def _is_whole_motion(said: str) -> bool:
    """Whether a sentence tells a motion with its mover and seconder: the next one is on something else."""
    return bool(mover_in(said) and seconder_in(said))


def _parent(material: Material, index: int) -> str | None:
    """The bullet that a list item hangs on; from one that only names a speaker or says "Discussion", the next above."""
    for block in bullets_above(material, index):
        words = block.content.of(material.text)
        if not _GENERIC.fullmatch(words) and not _SPEAKER_ALONE.fullmatch(words):
            return told_in(material, block)
    return None


def _topic_line(material: Material, sentence: Sentence) -> str | None:
    """The few words that stand in a line of their own over the list that a decision opens."""
    above = material.document.blocks[sentence.block - 1] if sentence.block else None
    if above is None or above.kind is not BlockKind.PARAGRAPH or material.block(sentence).kind is not BlockKind.ITEM:
        return None
    words = above.content.of(material.text).strip(" :*_")
    plain = len(words.split()) <= _FEW and words[-1:].isalnum() and words[:1].isupper() and not _CLOCK.search(words)
    return words if plain and not is_generic(words) and not _SPEAKER_ALONE.fullmatch(f"{words}:") else None


def _head(material: Material, sentence: Sentence, *, formula: bool) -> str | None:
    """A numbered line that stands over a paragraph, a line that heads its list, else the heading."""
    if formula and (topic := _topic_line(material, sentence)):
        return topic
    if sentence.span.start == material.block(sentence).content.start and sentence.block:
        above = material.document.blocks[sentence.block - 1]
        words = above.content.of(material.text).strip()
        if above.number and len(words) < LONGEST // 2 and not words.endswith((".", ";", ":")):
            return words
        if above.number and above.kind is not BlockKind.HEADING and words.endswith("."):
            # A numbered sentence opens business of its own, which the heading further up does not name.
            return None
    return heading_over(material, sentence) if formula or material.before(sentence) is None else None
