"""What is no task although it sounds like one, and lines that are tasks because an owner stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutextract.corpus import LABELS
from minutextract.findings.assignments import assigned, taken_up_by, takes_up
from minutextract.findings.commitments import Commitment, split_commitments
from minutextract.findings.cues import read_cue
from minutextract.findings.deeds import is_answered, is_told
from minutextract.findings.material import Material
from minutextract.findings.no_task import has_no_task, is_denied, takes_post
from minutextract.findings.open_boxes import holds_no_task
from minutextract.findings.outside_plans import is_for_others, is_others_plan, is_outside_plan
from minutextract.findings.planned_lines import is_weighed
from minutextract.findings.programmes import is_programme
from minutextract.findings.put_questions import answers_question
from minutextract.findings.sections import ActionSection
from minutextract.findings.task_words import asks_plainly, is_nobodys
from minutextract.findings.trailing import trailing_owner
from minutextract.findings.turns import says_who
from minutextract.people.subjects import subject
from minutextract.record import Mention, Sentence
from minutextract.structure.status import Progress

_QUESTION = re.compile(
    r"(?:when|why|how|what|where|who|which|is|are|do|does|did|has|have|(?:should|shall|may|might|would)\s+(?:we|I|it|there))\s",
    re.IGNORECASE,
)
# What is put to whoever reads it, and to nobody of the meeting.
_APPEAL = re.compile(
    r"\bif\s+you\b|\bget\s+(?:involved|in\s+touch)\b|\bplease\s+note\b|\banyone\s+(?:interested|wishing|who)\b|"
    r"^(?:reach\s+out|contact)\b.{0,60}\bto\s+(?:see|find|learn|help|contribute)\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"(?:would|['’]d)\s+(?:like|love|prefer)\s+to\b|\bhope[sd]?\s+that\b|(?<!\bI\s)(?<!\bwe\s)\bhope[sd]?\s+to\b|"
    r"\bwish(?:e[sd])?\s+to\b|(?:\b(?:am|is|are)|\b\w{1,4}[’'](?:m|re))\s+hoping\b",
    re.IGNORECASE,
)
_SEE_LIST = re.compile(r"\(\s*action\s*\)\W*$", re.IGNORECASE)
_HOPE = re.compile(r"hope", re.IGNORECASE)
# So many words may stand before a wish that the whole sentence tells.
_WISH_OPENS = re.compile(r"(?:[^\s,;.]+\s+){0,6}$")
_WISH_WITHIN = 80
_BETWEEN_PEOPLE = re.compile(r"\band\b|\W+")
# What an owner beside it makes no task of: a question, an example.
_NO_MATTER = re.compile(r"\?\W*$|^\W*(?:such\s+as|e\.g\.|i\.e\.|for\s+example)\s", re.IGNORECASE)
_OUGHT = re.compile(r"\b(?:should|must|will|shall)\b")
# "AB – buy paint", "He will buy paint".
_SET_OFF = re.compile(r"\s*(?::|[-–—]\s)")
_PRONOUN_WILL = re.compile(
    r"\W*(?:(?:He|She|I)(?:\s+(?:will|is\s+to)\b|[’']ll\b)|Will\s+(?!(?:be|have|need|we|they|it|the|you|this|that|there)\b)[a-z])"
)
_BARE_TASK = re.compile(
    r"\W*(?:[Nn]eed\s+to\s+(?!be\b)[a-z]|(?:Add|Ask|Arrange|Book|Buy|Call|Chase|Check|Circulate|Collect|Confirm|Contact|Create|Draft|Email|Engage|Find|"
    r"Finish|Fix|Get|Invite|Order|Organise|Organize|Post|Prepare|Print|Publish|Purchase|Recruit|Retain|Review|Send|Submit|Update|Upload|Write)\s+[a-zA-Z])"
)
_MOVING = re.compile(r"\s+(?:was|were|is|are)\s+(?:still\s+)?\w+ing\b|\s+(?:would|will)\b")


def settle_actions(material: Material) -> list[Sentence]:
    """The sentences, with "action" taken from those that put no task on anybody of the meeting, and given to lines that
    have an owner in the margin."""
    beside = {*_beside_margin(material), *assigned(material)}
    return [
        _with(sentence)
        if sentence.id in beside
        else _without(sentence)
        if "action" in sentence.labels and _has_no_task(material, sentence)
        else sentence
        for sentence in material.sentences
    ]


def _with(sentence: Sentence) -> Sentence:
    return replace(sentence, labels=tuple(label for label in LABELS if label in {*sentence.labels, "action"}))


def _without(sentence: Sentence) -> Sentence:
    return replace(sentence, labels=tuple(label for label in sentence.labels if label != "action"))


def _is_quoted(material: Material, sentence: Sentence) -> bool:
    """Whether the sentence stands in a quotation that goes on before or behind it: a letter's words, a motion's."""
    block = material.block(sentence)
    before = material.text[block.content.start : sentence.span.start]
    said = sentence.span.of(material.text)
    opened = before.count("“") - before.count("”")
    return opened > 0 or (said.startswith("“") and "”" not in said and "”" in block.content.of(material.text))


def _only_says_who(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence only names those who will do what the action before it says ("Jo will do this")."""
    names = takes_up(material, sentence)
    at = material.place_of(sentence) if names else 0
    earlier = material.sentences[max(0, at - 4) : at]
    tasks = [one for one in earlier if "action" in one.labels and not _has_owner(material, one)]
    return any(taken_up_by(material, one) == names for one in tasks)


def _has_owner(material: Material, sentence: Sentence) -> bool:
    return any(commitment.owner for commitment in split_commitments(material, sentence.span))


def _is_in_list_below(material: Material, sentence: Sentence) -> bool:
    """Whether a bare "(Action)" only says that the list of actions further down has the task."""
    if not _SEE_LIST.search(sentence.span.of(material.text)):
        return False
    return any(kind is ActionSection.LIST and block > sentence.block for block, kind in material.sections.items())


def _has_no_task(material: Material, sentence: Sentence) -> bool:
    if _is_in_list_below(material, sentence) or _only_says_who(material, sentence):
        return True
    if says_who(material, sentence.span) or _is_people_only(material, sentence):
        return True
    if _is_margin(material, sentence) or _is_beside_task(material, sentence):
        return True
    if sentence.block not in material.action_rows and (
        holds_no_task(material, sentence) or is_programme(material, sentence)
    ):
        return True
    if material.raised.get(sentence.block):
        # A box in front of a topic is ticked when it has been spoken of.
        return True
    if _is_unmarked(material, sentence):
        return is_answered(material, sentence) or _is_no_task(material, sentence)
    return _is_entry_told(material, sentence)


def _is_beside_task(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence, in a block that an owner in the margin makes a task, is not the one that the owner means."""
    words = sentence.span.of(material.text)
    if sentence.block not in material.margins:
        return False
    if not (is_denied(words) or takes_post(words) or is_for_others(material, sentence)):
        return False
    return any(one is not sentence and "action" in one.labels for one in material.sentences_of(sentence.block))


def _is_entry_told(material: Material, sentence: Sentence) -> bool:
    """Whether an entry of a list that looks back only says what somebody did."""
    if material.sections.get(sentence.block) is not ActionSection.REVIEW or sentence.block in material.action_rows:
        return False
    return not read_cue(material.document, material.block(sentence), sentence.span) and is_told(material, sentence)


def _is_people_only(material: Material, sentence: Sentence) -> bool:
    """Whether a line holds nothing but people, as the cell of a table that says whose something is."""
    at, rest = sentence.span.start, ""
    for mention in material.mentions_in(sentence.span):
        rest += material.text[at : mention.span.start]
        at = max(at, mention.span.end)
    rest += material.text[at : sentence.span.end]
    return at > sentence.span.start and not _BETWEEN_PEOPLE.sub("", rest)


def _is_margin(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence holds only who is to do what stands before it ("ACTION: AB")."""
    beside = (material.margins.get(sentence.block), material.margins.get(sentence.block - 1))
    return any(margin and sentence.span.within(margin.span) for margin in beside)


def _is_unmarked(material: Material, sentence: Sentence) -> bool:
    block = material.block(sentence)
    if sentence.block in material.action_rows or sentence.block in material.margins or block.checked is not None:
        return False
    section = material.sections.get(sentence.block)
    if section is ActionSection.REVIEW and material.first_of_block(sentence) is not sentence:
        # What is said about an entry, behind it.
        section = None
    return section is None and not read_cue(material.document, block, sentence.span)


def _is_no_task(material: Material, sentence: Sentence) -> bool:
    if _is_quoted(material, sentence):
        return True
    words = sentence.span.of(material.text)
    commitments = split_commitments(material, sentence.span)
    owned = [commitment for commitment in commitments if commitment.owner]
    if is_denied(words) or takes_post(words) or is_for_others(material, sentence):
        return True
    if trailing_owner(material, sentence.span) and (
        is_nobodys(words) or has_no_task(words) or is_told(material, sentence)
    ):
        # Who stands behind it in brackets said it.
        return True
    if owned:
        return all(is_outside_plan(material, commitment) or _is_wish(material, commitment) for commitment in owned)
    if (
        _is_quoted(material, sentence)
        or answers_question(material, sentence)
        or _APPEAL.search(words)
        or is_nobodys(words)
        or has_no_task(words)
        or (_QUESTION.match(words) and "?" in words[-2:])
        or is_weighed(material.document, sentence.block, words)
        or sentence.block in material.planned
    ):
        return True
    wish = _WISH.search(words)
    if wish and (_HOPE.match(wish[0]) or _WISH_OPENS.fullmatch(words[: wish.start()].lstrip())):
        return True
    if _is_doubtful(material, sentence):
        return True
    return is_told(material, sentence) or is_others_plan(material, sentence) or _is_registered(material, sentence)


def _is_doubtful(material: Material, sentence: Sentence) -> bool:
    """Whether the classifier is in doubt, and nobody stands in front or behind who is to act."""
    if not material.label_flags(sentence, "action") or trailing_owner(material, sentence.span):
        return False
    words = sentence.span.of(material.text)
    if _BARE_TASK.match(words) or asks_plainly(words, sentence.scores.get("action", 0.0)):
        return False
    own = material.mentions_in(sentence.span)
    if not (own and own[0].span.start == sentence.span.start):
        return not _PRONOUN_WILL.match(words)
    return not (_OUGHT.search(words) or _SET_OFF.match(words, len(own[0].span)))


def _is_wish(material: Material, commitment: Commitment) -> bool:
    # What somebody is to pass on or find out may be a wish; to do so is none.
    passed_on = material.text.find(" that ", commitment.task.start, commitment.span.end)
    end = min(commitment.span.start + _WISH_WITHIN, passed_on if passed_on > 0 else commitment.span.end)
    words = material.text[commitment.span.start : end]
    wish = _WISH.search(words)
    return bool(commitment.owner and wish and _WISH_OPENS.fullmatch(words[: wish.start()]))


def _is_registered(material: Material, sentence: Sentence) -> bool:
    """Whether the agenda item is an action's number in the register, which tells what is still to be done."""
    item = material.item_of(sentence)
    if item is None or not item.number or not re.search(r"\d\D\d", item.number):
        return False
    rows = (row for row in material.action_rows.values() if row and row.ref)
    return any(row.ref and row.ref.of(material.text).strip() == item.number for row in rows)


def _beside_margin(material: Material) -> Iterator[str]:
    """The ids of sentences that an owner in the margin makes actions where the block shows none of that owner's."""
    for block, margin in material.margins.items():
        if not margin.sure:
            continue
        sentences = [one for one in material.sentences_of(block) if not _is_margin(material, one)]
        standing = [material.standings.tasks.get(one.id) for one in sentences]
        if not sentences or any(one and one.progress in (Progress.DONE, Progress.DROPPED) for one in standing):
            continue
        actions = [one for one in sentences if "action" in one.labels]
        if not actions:
            if not _NO_MATTER.search(sentences[-1].span.of(material.text)):
                yield sentences[-1].id
            continue
        for person in material.mentions_in(margin.owners):
            led = [one for one in sentences if _led_by(material, one, person)]
            moving = [one for one in led if one not in actions and _is_moving(material, one)]
            if moving and not any(one in actions for one in led):
                yield moving[-1].id


def _led_by(material: Material, sentence: Sentence, person: Mention) -> bool:
    leading = subject(material.text, sentence.span, material.mentions_in(sentence.span))
    return leading is not None and any(one.person == person.person for one in leading.mentions)


def _is_moving(material: Material, sentence: Sentence) -> bool:
    leading = subject(material.text, sentence.span, material.mentions_in(sentence.span))
    return leading is not None and bool(_MOVING.match(material.text, leading.end, sentence.span.end))
