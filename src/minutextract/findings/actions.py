"""Actions: every commitment of every sentence that is labelled so, with owners, due date and what to check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutextract.document import Span
from minutextract.findings.attribution import Owned, attribute
from minutextract.findings.commitments import split_commitments
from minutextract.findings.cues import read_cue
from minutextract.findings.due import due_of
from minutextract.findings.material import Material
from minutextract.findings.merging import merge_repeats
from minutextract.findings.owners import is_owner_phrase, owners_in
from minutextract.findings.tables import ActionRow
from minutextract.record import Action, Flag, Owner, Sentence, finding_id
from minutextract.structure.status import is_done

_WITH = re.compile(
    r"\b(?:work(?:ing)?|liaise|liaising|together|coordinate|co-ordinate|collaborate|meet|speak|along|jointly|agree)\s+with\s+",
    re.IGNORECASE,
)
_WITH_END = re.compile(r"\s+(?:to|on|about|regarding|re|over|for|and\s+[a-z]+|in|at|before|by)\s|[,.;(]|$")


def find_actions(material: Material) -> list[Action]:
    """All actions of a meeting, in the order of the text; refs count them unless a table gives its own."""
    found = [
        action
        for sentence in material.sentences
        if "action" in sentence.labels
        for action in _of_sentence(material, sentence)
    ]
    found = merge_repeats(material, found)
    day = material.meeting.date.isoformat() if material.meeting.date else "undated"
    return [replace(action, ref=action.ref or f"{day}/{number}") for number, action in enumerate(found, start=1)]


def _of_sentence(material: Material, sentence: Sentence) -> Iterator[Action]:
    if row := material.action_rows.get(sentence.block):
        yield _of_row(material, sentence, row)
        return
    cue = read_cue(material.document, material.block(sentence), sentence.span)
    if cue and cue.label == "action" and is_done(sentence.span.of(material.text)):
        return
    content = Span(cue.content, sentence.span.end) if cue else sentence.span
    for number, commitment in enumerate(split_commitments(material, content)):
        owned = attribute(material, sentence, cue, commitment, first=number == 0)
        action = _action(material, sentence, commitment.span, owned)
        yield replace(action, ref=cue.ref) if cue and cue.ref and number == 0 else action


def _of_row(material: Material, sentence: Sentence, row: ActionRow) -> Action:
    action = _action(material, sentence, row.task, Owned(row.owner, row.task), due=row.due)
    return replace(action, ref=row.ref.of(material.text) if row.ref else "")


def _action(material: Material, sentence: Sentence, span: Span, owned: Owned, *, due: Span | None = None) -> Action:
    owners, flags = owners_in(material, owned.owner) if owned.owner else ([], [Flag.NO_OWNER])
    when, due_flags = due_of(material, due or span, is_cell=due is not None)
    flags += [*due_flags, *material.label_flags(sentence, "action")]
    task = owned.task.of(material.text).strip(" .;:–—-")
    return Action(
        id=finding_id(material.document, span, "action"),
        span=span,
        sentence=sentence.id,
        score=sentence.scores.get("action", 1.0),
        item=sentence.item,
        flags=tuple(dict.fromkeys(flags)),
        ref="",
        text=task or span.of(material.text),
        owners=tuple(owners),
        with_whom=_with(material, owned.task),
        due=when,
    )


def _with(material: Material, task: Span) -> tuple[Owner, ...]:
    """Those whom the task is to be done with: "to work with officials to …"."""
    found = _WITH.search(material.text, task.start, task.end)
    if not found:
        return ()
    end = _WITH_END.search(material.text, found.end(), task.end)
    span = Span(found.end(), end.start() if end else task.end)
    return tuple(owners_in(material, span)[0]) if is_owner_phrase(material, span) else ()
