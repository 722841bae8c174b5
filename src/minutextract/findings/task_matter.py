"""What a task is about, where its own words do not say it: its label, the clause, sentence or bullet before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutextract.document import BlockKind, Span
from minutextract.findings.attribution import Owned
from minutextract.findings.bare_tasks import bare_task
from minutextract.findings.commitments import Commitment
from minutextract.findings.cues import read_cue
from minutextract.findings.handles import handles_in_front
from minutextract.findings.imperatives import told_first
from minutextract.findings.lists import parent_of
from minutextract.findings.material import Material
from minutextract.findings.owners import is_owner_phrase
from minutextract.findings.point_shapes import is_names, is_torn, leans
from minutextract.findings.pointers import names_nothing, points_back, says_little
from minutextract.findings.sequels import resumes
from minutextract.record import Sentence

_LABEL = re.compile(r"(?P<label>[^|]{0,120}?)(?:\s[-–—]+|\s?:|(?P<asked>\?)(?:\s[-–—])?)\s*[(\[]?\s*")
_NO_LABEL = re.compile(
    r"\W*(?:(?:update|note|nb|n\.b|actions?|action\s+(?:items?|points?)|ap|ai|todo|to\s+do|next\s+steps?|done|ongoing|agreed|"
    r"pending|in\s+progress|carried\s+(?:forward|over)|new|open|outstanding|decisions?|resolved|also|alternatives?|minutes|notes|"
    r"discussion|process|ideas?|options?|follow[\s-]?ups?|next|this|week|month|year)\b\W*)*",
    re.IGNORECASE,
)
_LONGEST_LABEL = 12
_TICKET = re.compile(r"[A-Z]{0,3}\s?#?\d{2,6}")
_WORD = re.compile(r"[A-Za-z]{3}")
_WORDS = re.compile(r"\w+")
_DATE_WORD = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d[\w:/.]*|to|at|and|of|the|days?|weeks?|"
    r"hours?|am|pm|utc|gmt|noon)\b\W*"
)
_DATES = re.compile(rf"\W*(?:{_DATE_WORD})+", re.IGNORECASE)
# What only tells who spoke or that something was agreed is no matter.
_REPORTING = re.compile(
    r"\b(?:that|asked|agreed|said|reported|noted|suggested|requested|proposed|resolved|instructed)\s*(?:that)?[\s,:]*(?:the\s*)?$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?<![\s,;:–—-])[\s,;:–—-]*(?:\b(?:and|so|but|then|while|whilst|which|who)\b[\s,]*){0,9}(?:\b[Tt]he\s*)?$"
)
_OTHER_TASK = re.compile(
    r"\W*(?:(?:\S{1,30}\s+){1,4}[-–—]\s+)?(?:[A-Z][\w.’'-]*(?:\s+(?:and|&))?\s+){1,4}(?:to|will|shall)\s+[a-z]"
)
_DROPPED_SUBJECT = re.compile(r"(?:Had|Has|Have|Needs?|Was|Were|Got)\s")
_FEWEST_CLAUSE, _SHORT_TASK, _LONGEST_MATTER = 4, 6, 160
_EDGES = " .;:–—-"
# Between a task and what it is about.
OPENING = " (“"


@dataclass(frozen=True, slots=True)
class Worded:
    """A task in the words of the minutes, and the stretch that says it; what it is about follows in quotation marks."""

    text: str
    span: Span


# How a vote went is not what the task is about; the motion before it is.
_OF_A_VOTE = re.compile(
    r"\b(?:no\s+second|seconds?(?:ed)?\s+(?:the\s+motion|it|by)|motion\s+(?:was\s+|is\s+)?(?:failed|fails|carried|carries|passed|passes)|"
    r"(?:presented|put)\s+(?:for|to)\s+(?:a|the)\s+vote)\b",
    re.IGNORECASE,
)
# A list stands in several lines, and the last alone is not it.
_LIST = re.compile(r"\b(?:this|these|the\s+above)\s+(?:\w+\s+)?(?:lists?|items|names|points|questions|options)\b")


def put_in_words(material: Material, sentence: Sentence, commitment: Commitment, owned: Owned) -> Worded:
    """The words of a task behind its label, and, if they do not say what it is about, what stands before them."""
    text, span = material.text, commitment.span
    task = bare_task(owned.task.of(text).strip(_EDGES), span.of(text).strip(_EDGES))
    label = _label(material, sentence, commitment, owned)
    if label:
        return Worded(f"{label.of(text)} - {task}", span)
    if task == span.of(text).strip(_EDGES) != owned.task.of(text).strip(_EDGES):
        return Worded(task, span)
    start = owned.task.end - len(owned.task.of(text).lstrip())
    opens, before = span.start == sentence.span.start, material.before(sentence)
    if owned.owner and (end := told_first(text[start : owned.task.end])):
        # Where hardly more than a verb is left ("follow up"), what was told of may lean on the sentence before.
        told = _told(material, before) if says_little(task) and opens else None
        return Worded(_about(task, text[told.start if told else span.start : start + end]), span)
    back = points_back(task, _named(material, owned.task))
    if says_little(task) and opens and not _clause(material, commitment, owned) and (told := _told(material, before)):
        return Worded(_about(task, text[told.start : span.start]), Span(told.start, span.end))
    matter = _matter(material, sentence, commitment, owned, before) if back or (opens and says_little(task)) else None
    if matter is None and names_nothing(task):
        matter = _clause(material, commitment, owned)
    if matter is None and back and not _LIST.search(task):
        matter = _line_before(material, sentence)
    if matter is None and len(task.split()) <= _SHORT_TASK and before is None:
        matter = _parent(material, sentence)
    return Worded(_about(task, matter.of(text)) if matter else task, span)


def own_words(text: str) -> str:
    """A task's text without what it is about, unless hardly anything is left."""
    own = text.partition(OPENING)[0]
    return text if says_little(own) else own


def _about(task: str, matter: str) -> str:
    matter = _JOINT.sub("", " ".join(matter.split()).strip(" .,;:–—-“”→>"))
    if set(_WORDS.findall(matter.lower())) <= set(_WORDS.findall(task.lower())):
        return task
    if len(matter) > _LONGEST_MATTER:
        cut = matter[:_LONGEST_MATTER]
        matter = f"{cut.rpartition(' ')[0] or cut} …"
    if not _WORD.search(matter):
        return task
    return f"{task}{OPENING}{matter}”)"


def _named(material: Material, task: Span) -> int | None:
    """Where in a task the first person or body is named."""
    return next(
        (one.span.start - task.start for one in material.mentions_in(task) if one.span.start > task.start), None
    )


def _lead(commitment: Commitment, owned: Owned) -> Span | None:
    """What stands in front of the owner within the commitment."""
    start = commitment.span.start
    if owned.owner is None or not start < owned.owner.start < owned.task.end or owned.owner.start > owned.task.start:
        return None
    return Span(start, owned.owner.start)


def _label(material: Material, sentence: Sentence, commitment: Commitment, owned: Owned) -> Span | None:
    """The topic set off in front of the owner: "Shed - AB to mend the roof"."""
    lead = _lead(commitment, owned)
    found = _LABEL.fullmatch(material.text, lead.start, lead.end) if lead else None
    if found is None:
        return None
    label = Span(found.start("label"), found.end("asked") if found["asked"] else found.end("label"))
    said = label.of(material.text)
    says = _WORD.search(said) or _TICKET.fullmatch(said)
    if not says or len(said.split()) > _LONGEST_LABEL or _NO_LABEL.fullmatch(said):
        return None
    if (
        said.startswith("@")
        or is_owner_phrase(material, label)
        or (material.is_transcript and ":" in found[0] and len(said.split()) <= 3)
    ):
        return None
    return None if _is_shown(material, sentence, said) else label


def _matter(
    material: Material, sentence: Sentence, commitment: Commitment, owned: Owned, before: Sentence | None
) -> Span | None:
    """What a task points back to: the clause before it, the sentence before it, its parent bullet."""
    if clause := _clause(material, commitment, owned):
        return clause
    if commitment.span.start > sentence.span.start:
        earlier = Span(sentence.span.start, commitment.span.start)
        if len(earlier.of(material.text).split()) >= _FEWEST_CLAUSE:
            return earlier
    if told := _told(material, before):
        return told
    return _parent(material, sentence)


def _told(material: Material, before: Sentence | None) -> Span | None:
    """The sentence before a task, or the two before it if the nearest leans; None if both leave it open."""
    if before is None:
        return None
    earlier = material.before(before)
    told = earlier.span.of(material.text) if earlier else ""
    if _OF_A_VOTE.search(before.span.of(material.text)):
        names_motion = earlier and not (_OF_A_VOTE.search(told) or leans(told) or is_torn(told))
        return earlier.span if earlier and names_motion else None
    if earlier and resumes(before.span.of(material.text), told) and not (leans(told) or is_torn(told)):
        return earlier.span
    for one in (before, earlier):
        said = one.span.of(material.text) if one else ""
        # What somebody else is to do is hardly what this task is about.
        if one is before and earlier and not leans(told) and _is_somebodys(material, one):
            continue
        if one and not (
            (leans(said) and not _DROPPED_SUBJECT.match(said)) or is_torn(said) or says_little(said.strip(_EDGES))
        ):
            return Span(one.span.start, before.span.end)
    return None


def _is_somebodys(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence gives a task to the one it opens with."""
    opening = material.mentions_in(sentence.span)[:1]
    leads = bool(opening) and bool(opening[0].person) and opening[0].span.start == sentence.span.start
    return leads and "action" in sentence.labels


def _clause(material: Material, commitment: Commitment, owned: Owned) -> Span | None:
    """A clause in front of the owner that tells more than who spoke."""
    lead = _lead(commitment, owned)
    if lead is None or _REPORTING.search(lead.of(material.text)):
        return None
    joint = _JOINT.search(lead.of(material.text))
    end = lead.start + joint.start() if joint else lead.end
    clause = Span(lead.start, end)
    return clause if len(clause.of(material.text).split()) >= _FEWEST_CLAUSE else None


def _parent(material: Material, sentence: Sentence) -> Span | None:
    """The bullet above a nested one, if it names a topic rather than a list or a person."""
    at = parent_of(material.document, sentence.block)
    if at is None or at in material.action_rows:
        return None
    block = material.document.blocks[at]
    if read_cue(material.document, block, block.content):
        return None
    own = material.sentences_of(at)
    span = own[0].span if own else block.content
    said = span.of(material.text).strip(" *_:")
    if not _WORD.search(said) or _NO_LABEL.fullmatch(said) or "://" in said or _is_shown(material, sentence, said):
        return None
    if _DATES.fullmatch(said) or is_names(said) or leans(said):
        return None
    front = handles_in_front(material.text, span)
    if front and front.divided:
        # A task of its own, and nothing that this one is about.
        return None
    bare = Span(span.start, span.start + len(span.of(material.text).rstrip(" *_:")))
    if is_owner_phrase(material, bare) or (at + 1 in material.sections and at not in material.sections):
        return None
    return span


def _line_before(material: Material, sentence: Sentence) -> Span | None:
    """The last sentence of the line before, under the same agenda item."""
    at = material.place_of(sentence) - 1
    before = material.sentences[at] if at >= 0 else None
    if (
        before is None
        or sentence.block in material.sections
        or before.item != sentence.item
        or not 0 < sentence.block - before.block <= 1
    ):
        return None
    block, own = material.block(before), material.block(sentence)
    same = block.kind is own.kind and (block.kind is BlockKind.PARAGRAPH or block.level == own.level)
    said = before.span.of(material.text)
    # A line that is a task itself, or leans on others, is not what this one is about.
    own_matter = bool(_OTHER_TASK.match(said)) or leans(said) or is_torn(said) or is_names(said)
    return before.span if same and not own_matter else None


def _is_shown(material: Material, sentence: Sentence, words: str) -> bool:
    """Whether the words are the agenda item's title, which stands beside the action anyway."""
    item = material.item_of(sentence)
    return item is not None and words.strip(" *_:.").lower() in item.title.lower()
