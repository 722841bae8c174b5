"""Actions: every commitment of every sentence that is labelled so, with owners, due date and what to check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutextract.document import Span
from minutextract.findings.commitments import Commitment, split_commitments, trailing_owner
from minutextract.findings.cues import Cue, is_done, read_cue
from minutextract.findings.due import due_of
from minutextract.findings.material import Material
from minutextract.findings.owners import is_owner_phrase, kind_of, owners_in, parts_of
from minutextract.people.names import is_initials
from minutextract.people.subjects import subject
from minutextract.record import Action, Flag, Owner, Sentence, finding_id

_WITH = re.compile(
    r"\b(?:work(?:ing)?|liaise|liaising|together|coordinate|co-ordinate|collaborate|meet|speak|along|jointly|agree)\s+with\s+",
    re.IGNORECASE,
)
_WITH_END = re.compile(r"\s+(?:to|on|about|regarding|re|over|for|and\s+[a-z]+|in|at|before|by)\s|[,.;(]|$")
_DIVIDER = re.compile(r"\s*(?::|[-–—]\s)\s*")
_PASSIVE = re.compile(r"\bby\s+$")


def find_actions(material: Material) -> list[Action]:
    """All actions of a meeting, in the order of the text; refs count them."""
    found = [
        action
        for sentence in material.sentences
        if "action" in sentence.labels
        for action in _of_sentence(material, sentence)
    ]
    day = material.meeting.date.isoformat() if material.meeting.date else "undated"
    return [replace(action, ref=f"{day}/{number}") for number, action in enumerate(found, start=1)]


@dataclass(frozen=True, slots=True)
class _Owned:
    owner: Span | None
    task: Span


def _of_sentence(material: Material, sentence: Sentence) -> Iterator[Action]:
    cue = read_cue(material.document, material.block(sentence), sentence.span)
    if cue and cue.label == "action" and is_done(sentence.span.of(material.text)):
        return
    content = Span(cue.content, sentence.span.end) if cue else sentence.span
    commitments = split_commitments(material, content)
    for number, commitment in enumerate(commitments):
        owned = _owned(material, sentence, cue, commitment, first=number == 0)
        yield _action(
            material, sentence, commitment.span if number or not _is_whole(commitment, content) else content, owned
        )


def _is_whole(commitment: Commitment, content: Span) -> bool:
    return commitment.span == content


def _owned(material: Material, sentence: Sentence, cue: Cue | None, commitment: Commitment, *, first: bool) -> _Owned:
    """Where the owner stands: in the clause, in the cue, before a colon, behind the task, in the margin."""
    if commitment.owner:
        return _Owned(commitment.owner, commitment.task)
    if cue and cue.owner and is_owner_phrase(material, cue.owner):
        return _Owned(cue.owner, commitment.task)
    if cue and cue.owner and kind_of(cue.owner.of(material.text)) != "unknown":
        return _Owned(cue.owner, commitment.task)
    if leading := subject(material.text, commitment.span, material.mentions):
        divider = _DIVIDER.match(material.text, leading.end, commitment.span.end)
        start = leading.mentions[0].span.start
        if divider:
            return _Owned(Span(start, leading.end), Span(divider.end(), commitment.span.end))
        if first:
            return _Owned(Span(start, leading.end), Span(leading.end, commitment.span.end))
    if trailing := trailing_owner(material, commitment.span):
        return _Owned(trailing, Span(commitment.span.start, _before_bracket(material.text, trailing.start)))
    if by := _passive_owner(material, commitment.span):
        return _Owned(by, commitment.task)
    if cue and cue.owner:
        return _Owned(cue.owner, commitment.task)
    return _Owned(_margin_owner(material, sentence), commitment.task)


def _before_bracket(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in " ([":
        at -= 1
    return at


def _passive_owner(material: Material, span: Span) -> Span | None:
    """ "… to be circulated by AB"."""
    for mention in material.mentions_in(span):
        if _PASSIVE.search(material.text[span.start : mention.span.start]) and mention.person:
            return mention.span
    return None


def _margin_owner(material: Material, sentence: Sentence) -> Span | None:
    """Owners in the block behind the sentence's, if that holds nothing else ("AB", "ACTION: AB/CD")."""
    block = material.block(sentence)
    if sentence.span.end != block.content.end or sentence.block + 1 >= len(material.document.blocks):
        return None
    after = material.document.blocks[sentence.block + 1]
    words = after.content.of(material.text)
    cue = re.match(r"(?:actions?\s*[:\-–]?\s*)?", words, re.IGNORECASE)
    span = Span(after.content.start + (cue.end() if cue else 0), after.content.end)
    parts = parts_of(material.text, span)
    if len(words) <= 40 and parts and all(_is_owner_alone(material, part) for part in parts):
        return span
    return None


def _is_owner_alone(material: Material, part: Span) -> bool:
    words = part.of(material.text)
    own = material.mentions_in(part)
    return (
        (bool(own) and len(own[0].span) == len(part))
        or is_initials(words)
        or words.lower() in ("all", "clerk", "chair")
    )


def _action(material: Material, sentence: Sentence, span: Span, owned: _Owned) -> Action:
    owners, flags = owners_in(material, owned.owner) if owned.owner else ([], [Flag.NO_OWNER])
    due, due_flags = due_of(material, span)
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
        due=due,
    )


def _with(material: Material, task: Span) -> tuple[Owner, ...]:
    """Those whom the task is to be done with: "to work with officials to …"."""
    found = _WITH.search(material.text, task.start, task.end)
    if not found:
        return ()
    end = _WITH_END.search(material.text, found.end(), task.end)
    span = Span(found.end(), end.start() if end else task.end)
    return tuple(owners_in(material, span)[0]) if is_owner_phrase(material, span) else ()
