"""How the tasks that minutes look back on stand: what is done, dropped, moving or carried over."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from minutextract.document import Block, BlockKind, Document, Span
from minutextract.findings.cues import read_cue
from minutextract.findings.done_words import tells_done
from minutextract.findings.numbered_reviews import numbered_review
from minutextract.findings.sections import ActionSection
from minutextract.findings.tables import ActionRow
from minutextract.record import Sentence
from minutextract.structure.status import Progress, cell_status, is_status, status_in, status_opening

_FEWEST_WORDS = 3
_NUMBERED = re.compile(r"\W*+(?:actions?|ap|ai|task)\s*+#?\d{1,4}\b", re.IGNORECASE)
_LOOKING_BACK = (ActionSection.REVIEW, ActionSection.COMPLETED)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a task stands: its words without those that say so, the stretch that says so, and its number."""

    progress: Progress
    task: Span
    said: Span
    ref: str = ""


@dataclass(frozen=True)
class Standings:
    """By a sentence's id: how the task in it stands; and the ids of sentences that say nothing but how one stands.

    `reviewed` are the ids of sentences that open the review of a numbered task, or say what is left of it.
    """

    tasks: Mapping[str, Standing]
    notes: frozenset[str]
    reviewed: frozenset[str] = frozenset()


def read_standings(
    document: Document,
    sentences: Sequence[Sentence],
    rows: Mapping[int, ActionRow | None],
    sections: Mapping[int, ActionSection],
) -> Standings:
    """Every task whose status the minutes state: beside it, in its row, right below it, or by the list it stands in."""
    numbered = _numbered(document, sentences)
    tasks: dict[str, Standing] = dict(numbered.tasks)
    notes: set[str] = set(numbered.notes)
    for at, sentence in enumerate(sentences):
        if sentence.id in notes or sentence.id in tasks or sentence.id in numbered.reviewed:
            continue
        block, section = document.blocks[sentence.block], sections.get(sentence.block)
        if sentence.block in rows:
            found = _of_row(document, sentence, rows[sentence.block], section)
        elif _states_task(document, block, sentence, section):
            found = _own(document, block, sentence, section)
            told = _below(document, sentences, at) if found is None or section is ActionSection.REVIEW else []
            notes |= {note.id for note, _ in told}
            if found is None and told:
                note, progress = told[0]
                found = Standing(progress, sentence.span, note.span)
            if found is None and section is ActionSection.COMPLETED and block.kind is BlockKind.ITEM:
                found = Standing(Progress.DONE, sentence.span, sentence.span)
        else:
            found = None
        if found:
            tasks[sentence.id] = found
    return Standings(tasks, frozenset(notes) | _listed_again(document, sentences, tasks), numbered.reviewed)


def _listed_again(document: Document, sentences: Sequence[Sentence], tasks: Mapping[str, Standing]) -> frozenset[str]:
    """The ids of sentences of a list that repeats a numbered task, number and all, which is done as the review says."""
    over = (one for one in tasks.values() if one.progress in (Progress.DONE, Progress.DROPPED))
    done = {_plain(one.task.of(document.text)) for one in over if one.task != one.said}
    return frozenset(
        one.id
        for one in sentences
        if one.id not in tasks and _NUMBERED.match(said := one.span.of(document.text)) and _plain(said) in done
    )


def _plain(said: str) -> str:
    return " ".join(re.findall(r"\w+", said.lower()))


def _numbered(document: Document, sentences: Sequence[Sentence]) -> Standings:
    """The standings of numbered tasks, each told in a block of its own."""
    tasks: dict[str, Standing] = {}
    notes, opening = set[str](), set[str]()
    for index, group in groupby(sentences, key=lambda one: one.block):
        own = list(group)
        review = numbered_review(document, document.blocks[index], own)
        if review is None:
            continue
        notes |= review.silent
        opening.add(own[0].id)
        standing = Standing(review.progress, review.topic, review.said, review.ref)
        if review.left is None:
            tasks[own[0].id] = standing
            continue
        left, start = review.left
        tasks[left.id] = Standing(review.progress, Span(start, left.span.end), review.said, review.ref)
        notes |= {own[0].id} - {left.id}
        notes.discard(left.id)
        opening.add(left.id)
    return Standings(tasks, frozenset(notes), frozenset(opening))


def _of_row(
    document: Document, sentence: Sentence, row: ActionRow | None, section: ActionSection | None
) -> Standing | None:
    if row is None or sentence.span.start != row.task.start:
        return None
    progress = cell_status(row.status.of(document.text)) if row.status else None
    if progress and row.status:
        return Standing(progress, row.task, row.status)
    own = status_in(row.task.of(document.text))
    if own and own.start:
        said = Span(row.task.start + own.start, row.task.start + own.end)
        return Standing(own.progress, Span(row.task.start, said.start), said)
    return Standing(Progress.DONE, row.task, row.task) if section is ActionSection.COMPLETED else None


def _states_task(document: Document, block: Block, sentence: Sentence, section: ActionSection | None) -> bool:
    words = sentence.span.of(document.text)
    if is_status(words):
        return False
    cue = read_cue(document, block, sentence.span)
    if (cue and cue.label == "action") or (section and block.checked is not None):
        return True
    opens = sentence.span.start == block.content.start
    if opens and _STAMPED.match(words):
        return True
    return section in _LOOKING_BACK and opens and len(words.split()) >= _FEWEST_WORDS and not words.endswith(":")


def _own(document: Document, block: Block, sentence: Sentence, section: ActionSection | None) -> Standing | None:
    """What the task's own words or its check box say."""
    if block.checked and sentence.span.start == block.content.start:
        return Standing(Progress.DONE, sentence.span, sentence.span)
    stated = status_in(sentence.span.of(document.text))
    if stated is None:
        reviewed = section is ActionSection.REVIEW
        return (_behind_colon(document, sentence) or _told_behind(document, sentence)) if reviewed else None
    said = Span(sentence.span.start + stated.start, sentence.span.start + stated.end)
    if stated.start:
        return Standing(stated.progress, Span(sentence.span.start, said.start), said)
    words = sentence.span.of(document.text)
    stamped = section or _STAMPED.match(words) or _MARKED.match(words)
    return Standing(stated.progress, Span(said.end, sentence.span.end), said) if stamped else None


def _behind_colon(document: Document, sentence: Sentence) -> Standing | None:
    """A task of an earlier list, and behind its colon how it stands, with more ("Leaflet: done, on the web")."""
    words = sentence.span.of(document.text)
    task, colon, note = words.rpartition(": ")
    opened = _OPENED.match(note) if colon and len(task.split()) > 1 else None
    progress = status_opening(opened[0]) if opened else None
    if progress is None:
        return None
    said = Span(sentence.span.start + len(task) + len(colon), sentence.span.end)
    return Standing(progress, Span(sentence.span.start, sentence.span.start + len(task)), said)


def _told_behind(document: Document, sentence: Sentence) -> Standing | None:
    """A task of an earlier list, and behind its full stop words that tell it done ("Buy a saw. Saw bought")."""
    words = _task_words(document, sentence)
    task, stop, note = words.rpartition(". ")
    if not stop or not tells_done(task, note):
        return None
    end = sentence.span.end - len(note)
    return Standing(Progress.DONE, Span(sentence.span.start, end - 1), Span(end, sentence.span.end))


def _below(document: Document, sentences: Sequence[Sentence], at: int) -> list[tuple[Sentence, Progress]]:
    """The sentences behind a task that say how it stands: in its block, in the next one alone, or in items below it."""
    block = document.blocks[sentences[at].block]
    found = []
    for after in sentences[at + 1 : at + 6]:
        other = document.blocks[after.block]
        stated = status_in(after.span.of(document.text))
        beneath = other.kind is BlockKind.ITEM and other.level > block.level and block.kind is BlockKind.ITEM
        if after.block - sentences[at].block > 1 and not beneath:
            break
        if (
            after.block != sentences[at].block
            and not beneath
            and not (stated and is_status(after.span.of(document.text)))
        ):
            break
        if stated and stated.start == 0:
            part = beneath and stated.progress is Progress.DONE and _PART_DONE.match(after.span.of(document.text))
            found.append((after, Progress.IN_PROGRESS if part else stated.progress))
        elif beneath and tells_done(_task_words(document, sentences[at]), after.span.of(document.text)):
            found.append((after, Progress.DONE))
    return found


def _task_words(document: Document, sentence: Sentence) -> str:
    cue = read_cue(document, document.blocks[sentence.block], sentence.span)
    return document.text[cue.content if cue else sentence.span.start : sentence.span.end]


# In front of a line, a status in brackets is a stamp whatever list the line stands in: "[DONE] Buy a saw".
_STAMPED = re.compile(
    r"\W{0,4}[(\[](?:DONE|COMPLETED?|CLOSED|CANCELLED|CANCELED|DROPPED|FINISHED|[Dd]one|[Cc]ompleted)[)\]]\s*\S"
)
# The same behind the mark: "ACTION: DONE: buy a saw".
_MARKED = re.compile(
    r"\W{0,4}(?:ACTIONS?|Actions?|AIs?|AP|TODO)\s*:\s*(?:DONE|COMPLETED?|CLOSED|CANCELLED|DROPPED)\s*[:–—-]\s*\S"
)
# A few words, and then what more there is to say.
_OPENED = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,2}(?=\s*[,;(])")
# "Done: the gate." below a task: that part of it.
_PART_DONE = re.compile(r"\W*(?:done|completed?|finished)\s*:\s+[A-Z][\w. ]{1,30}\W*$", re.IGNORECASE)
_FOLLOWS_UP = re.compile(r"\W*(?:follow[\s-]?up|new)\b", re.IGNORECASE)


def is_follow_up(words: str) -> bool:
    """Whether the words say that a task of their own comes of an earlier one ("Follow up: AB to call")."""
    return bool(_FOLLOWS_UP.match(words))
