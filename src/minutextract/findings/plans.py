"""What is no task although it sounds like one, and lines that are tasks because an owner stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutextract.corpus import LABELS
from minutextract.document import Span
from minutextract.findings.commitments import Commitment, split_commitments, trailing_owner
from minutextract.findings.cues import read_cue
from minutextract.findings.material import Material
from minutextract.findings.owners import is_own_body, is_owner_phrase, kind_of
from minutextract.findings.planned_lines import is_weighed
from minutextract.findings.sections import ActionSection
from minutextract.findings.task_words import is_nobodys
from minutextract.people.names import is_given_name, is_initials
from minutextract.people.subjects import subject
from minutextract.people.vocabulary import HONORIFICS
from minutextract.record import Mention, Sentence
from minutextract.structure.status import Progress

# With fewer people listed, somebody who is not in the list may well have been there.
_FEWEST_LISTED = 3
_COMMITS = re.compile(
    r"\b(?:agree[sd]?|undert\w+|offer(?:s|ed)|volunteer(?:s|ed)?|promise[sd]|commit(?:s|ted)|asked|requested|instructed|tasked|"
    r"took|takes|accepted|authorised|nominated|responsible|said|confirmed)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(r"\b(?:will|would|shall|is|are)\b|[’']ll\b", re.IGNORECASE)
# "The depot foreman Wim Ludd will be sending …": a subject of several words, some with capitals.
_SUBJECT = re.compile(
    r"(?:[^:–—]{0,60}?\s[-–—]\s|[^:]{0,40}:\s+)?(?P<subject>(?:[Tt]he\s+)?(?:[A-Z][\w’'.&-]*)(?:\s+[\w’'.&-]+){0,6}?)\s+"
    r"(?:will|would|is\s+going\s+to|are\s+going\s+to|is\s+to|are\s+to)\s"
)
_PRONOUNS = frozenset("we i he she they it this that there these those who which everyone all nobody somebody".split())
_PASSIVE_PLAN = re.compile(r"\b(?:will|would)\s+(?:\w+ly\s+|also\s+|now\s+)?be\s+\w+(?:ed|en|ne|nt|ght|ld|ut)\b")
_REPORT = re.compile(r"\b(?:reports?|updates?|news|correspondence|announcements?|information)\b", re.IGNORECASE)
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
    r"\bwish(?:e[sd])?\s+to\b",
    re.IGNORECASE,
)
_SEE_LIST = re.compile(r"\(\s*action\s*\)\W*$", re.IGNORECASE)
_HOPE = re.compile(r"hope", re.IGNORECASE)
# So many words may stand before a wish that the whole sentence tells.
_WISH_OPENS = re.compile(r"(?:[^\s,;.]+\s+){0,6}$")
_WISH_WITHIN = 80
_PAST = re.compile(r"\s+(?:also\s+|now\s+|already\s+)?(?:has\s+|have\s+|had\s+)?(?!need|agreed)[a-z]{2,}ed\b")
_ASKS = re.compile(
    r"\b(?:agreed|offered|volunteered|promised|undertook|asked|requested|urged|reminded|encouraged|instructed|invited|tasked|"
    r"suggested|proposed|stated|noted|needed|committed|called|told|said|mentioned|advised|reported)\b"
)
_BETWEEN_PEOPLE = re.compile(r"\band\b|\W+")
# Irregular deeds, and what others then do about them.
_DID = re.compile(
    r"\s+(?:also\s+|then\s+|already\s+|recently\s+)?"
    r"(?:spoke|met|wrote|went|bought|found|saw|heard|got|brought|paid|began|came|gave|sent|made|ran|held|won)\b"
)
_OTHERS_DO = re.compile(
    r"\b(?:they|who|which)\s+(?:will|would|[’']ll)\b|\b(?:spoke|wrote|went|came|gave|sent)\s+(?:\w+\s+){0,2}?to\b"
)
# "I asked OP to …" is over; of others, it is what they want.
_I_DID = re.compile(
    r"^\W*(?:as\s+a\s+result,?\s+|so\s+|then\s+)?I\s+(?:have\s+|then\s+)?(?:asked|told|contacted|emailed|spoke|wrote|sent)\b",
    re.IGNORECASE,
)
_STILL_TO_DO = re.compile(r"\b(?:to|will|would|should|needs?|must)\b")
# What an owner beside it makes no task of: a question, an example.
_NO_MATTER = re.compile(r"\?\W*$|^\W*(?:such\s+as|e\.g\.|i\.e\.|for\s+example)\s", re.IGNORECASE)
_MOVING = re.compile(r"\s+(?:was|were|is|are)\s+(?:still\s+)?\w+ing\b|\s+(?:would|will)\b")


def settle_actions(material: Material) -> list[Sentence]:
    """The sentences, with "action" taken from those that put no task on anybody of the meeting, and given to lines that
    have an owner in the margin."""
    beside = set(_beside_margin(material))
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


def _is_in_list_below(material: Material, sentence: Sentence) -> bool:
    """Whether a bare "(Action)" only says that the list of actions further down has the task."""
    if not _SEE_LIST.search(sentence.span.of(material.text)):
        return False
    return any(kind is ActionSection.LIST and block > sentence.block for block, kind in material.sections.items())


def _has_no_task(material: Material, sentence: Sentence) -> bool:
    if _is_in_list_below(material, sentence) or _is_people_only(material, sentence):
        return True
    if _is_margin(material, sentence):
        return True
    if _is_unmarked(material, sentence):
        return _is_no_task(material, sentence)
    return _is_entry_told(material, sentence)


def _is_entry_told(material: Material, sentence: Sentence) -> bool:
    """Whether an entry of a list that looks back only says what somebody did."""
    if material.sections.get(sentence.block) is not ActionSection.REVIEW or sentence.block in material.action_rows:
        return False
    return not read_cue(material.document, material.block(sentence), sentence.span) and _is_told(material, sentence)


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
    if owned:
        if trailing_owner(material, sentence.span) and (is_nobodys(words) or _is_told(material, sentence)):
            # Who stands behind it in brackets said it.
            return True
        return all(_is_outside_plan(material, commitment) or _is_wish(material, commitment) for commitment in owned)
    if (
        _is_quoted(material, sentence)
        or _APPEAL.search(words)
        or is_nobodys(words)
        or (_QUESTION.match(words) and "?" in words[-2:])
        or is_weighed(material.document, sentence.block, words)
        or sentence.block in material.planned
    ):
        return True
    wish = _WISH.search(words)
    if wish and (_HOPE.match(wish[0]) or _WISH_OPENS.fullmatch(words[: wish.start()].lstrip())):
        return True
    return _is_told(material, sentence) or _is_others_plan(material, sentence) or _is_registered(material, sentence)


def _is_wish(material: Material, commitment: Commitment) -> bool:
    # What somebody is to pass on or find out may be a wish; to do so is none.
    passed_on = material.text.find(" that ", commitment.task.start, commitment.span.end)
    end = min(commitment.span.start + _WISH_WITHIN, passed_on if passed_on > 0 else commitment.span.end)
    words = material.text[commitment.span.start : end]
    wish = _WISH.search(words)
    return bool(commitment.owner and wish and _WISH_OPENS.fullmatch(words[: wish.start()]))


def _is_outside_plan(material: Material, commitment: Commitment) -> bool:
    """Whether somebody who is not of the meeting merely plans something ("The Ferry Company will publish …")."""
    owner = commitment.owner
    if owner is None or any(mention.person or mention.unit for mention in material.mentions_in(owner)):
        return False
    between = Span(owner.end, commitment.task.start).of(material.text)
    return (
        bool(_PLAN.search(between)) and not _COMMITS.search(between) and _is_outsider(material, owner.of(material.text))
    )


def _is_outsider(material: Material, words: str) -> bool:
    """Whether the words name a person or body that does not belong to the meeting, as far as its list tells."""
    bare = re.sub(r"^[Tt]he\s+", "", words.strip())
    if len(material.meeting.people) < _FEWEST_LISTED or is_own_body(material, bare):
        return False
    first, _, rest = bare.partition(" ")
    kind = kind_of(bare)
    if first.strip(".").lower() in HONORIFICS:
        return True
    if kind == "person" and rest:
        # "Tom C" is somebody well known, and the letter tells him from another Tom.
        return not (len(rest.strip(".")) == 1 and is_given_name(first))
    return kind == "unit" and not (is_initials(bare) and len(bare) == 2)


def _is_others_plan(material: Material, sentence: Sentence) -> bool:
    """Whether the subject is an outsider, or a report tells in the passive what nobody in particular will do."""
    words = sentence.span.of(material.text)
    found = _SUBJECT.match(words)
    if found:
        subject_span = Span(sentence.span.start + found.start("subject"), sentence.span.start + found.end("subject"))
        named = [one for one in material.mentions_in(subject_span) if one.person or one.unit]
        capitals = re.findall(r"\b[A-Z][a-z]+", found["subject"].removeprefix("The "))
        if not named and found["subject"].split()[0].lower() not in _PRONOUNS and len(capitals) > 1:
            return not is_owner_phrase(material, subject_span) and len(material.meeting.people) >= _FEWEST_LISTED
    item = next((item for item in material.meeting.items if item.id == sentence.item), None)
    return bool(item and _REPORT.search(item.title) and _PASSIVE_PLAN.search(words))


def _is_told(material: Material, sentence: Sentence) -> bool:
    """Whether the sentence says what somebody did, and nothing that is still to do."""
    leading = subject(material.text, sentence.span, material.mentions_in(sentence.span))
    rest = Span(leading.end, sentence.span.end).of(material.text) if leading else ""
    if _I_DID.match(sentence.span.of(material.text)):
        return not re.search(r"\b(?:I|and)\s+(?:will|shall)\b|\bI[’']ll\b", sentence.span.of(material.text))
    if _DID.match(rest):
        return not _STILL_TO_DO.search(_OTHERS_DO.sub("", rest))
    return bool(_PAST.match(rest)) and not _ASKS.search(rest) and not re.search(r"\b(?:to|will|would|should)\b", rest)


def _is_registered(material: Material, sentence: Sentence) -> bool:
    """Whether the agenda item is an action's number in the register, which tells what is still to be done."""
    item = next((item for item in material.meeting.items if item.id == sentence.item), None)
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
