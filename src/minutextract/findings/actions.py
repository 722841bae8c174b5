"""Actions: every commitment of every sentence that is labelled so, with owners, due date and what to check."""

from __future__ import annotations

import re
from dataclasses import replace

from minutextract.document import BlockKind, Span
from minutextract.findings.attribution import Owned, attribute
from minutextract.findings.commitments import split_commitments
from minutextract.findings.cues import Cue, leading_ref, read_cue
from minutextract.findings.due import due_of
from minutextract.findings.material import Material
from minutextract.findings.merging import merge_repeats
from minutextract.findings.owners import is_owner_phrase, owners_in
from minutextract.findings.row_notes import left_over
from minutextract.findings.sections import ActionSection
from minutextract.findings.standing import Standing, is_follow_up
from minutextract.findings.strangers import may_be_nobody
from minutextract.findings.tables import ActionRow
from minutextract.findings.task_matter import Worded, put_in_words
from minutextract.findings.trailing import trailing_owner
from minutextract.record import Action, Flag, Owner, Sentence, finding_id

_WITH = re.compile(
    r"\b(?:work(?:ing)?|liaise|liaising|together|coordinate|co-ordinate|collaborate|meet|speak|along|jointly|agree)\s+with\s+",
    re.IGNORECASE,
)
# What asks for no deed of its own: how the one above is to be done.
_ADDS = re.compile(r"\W*(?:if\s[^,]{2,60},\s+)?(?:and\s+|also\s+)?please\b", re.IGNORECASE)
# A mark within a line that looks back: what follows it is new.
_NEW = re.compile(r"(?:^|\s)TODO\s*:")
# "The mill wants it by May and AB will …": a clause of its own, which does not open with the day.
_OWN_CLAUSE = re.compile(
    r"(?!\W*(?:by|before|until|on|after|once|when|if|next|this|in|at|from|for|over|during)\b)(?:\S{1,40}\s+){1,8}?"
    r"(?:requires?|required|wants?|wanted|needs?|needed|expects?|expected|asks?|asked|is|are|was|were|has|have|had|opens?|starts?|closes?)\s"
    r"[^;]{3,160}\s(?:and|but|while|whilst)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WITH_END = re.compile(r"\s+(?:to|on|about|regarding|re|over|for|and\s+[a-z]+|in|at|before|by)\s|[,.;(]|$")


def find_actions(material: Material) -> list[Action]:
    """All actions of a meeting, in the order of the text; refs count them unless a table gives its own."""
    found: list[Action] = []
    for sentence in material.sentences:
        if "action" in sentence.labels and not (_goes_on(material, sentence) or _adds_to_entry(material, sentence)):
            found += task_of(material, sentence, material.standings.tasks.get(sentence.id))
    found = merge_repeats(material, found)
    day = material.meeting.date.isoformat() if material.meeting.date else "undated"
    return [replace(action, ref=action.ref or f"{day}/{number}") for number, action in enumerate(found, start=1)]


def task_of(material: Material, sentence: Sentence, standing: Standing | None) -> list[Action]:
    """What a sentence puts on somebody, as one action a commitment, without the words that say how it stands."""
    if row := material.action_rows.get(sentence.block):
        return [_of_row(material, sentence, row, standing)]
    numbered = standing.ref if standing else ""
    cue = None if numbered else read_cue(material.document, material.block(sentence), sentence.span)
    content = _content(material, sentence, cue, standing)
    ref = numbered or (cue.ref if cue and cue.ref else None)
    if ref is None and (lead := leading_ref(material.document, content)):
        behind = Span(lead.content, content.end)
        if sentence.block in material.sections or _opens_with_owner(material, behind):
            content, ref = behind, lead.ref
    found = []
    for number, commitment in enumerate(split_commitments(material, content)):
        owned = attribute(material, sentence, cue, commitment, first=number == 0)
        worded = put_in_words(material, sentence, commitment, owned)
        action = _action(material, sentence, worded, owned, due=commitment.span)
        found.append(
            replace(action, ref=ref or "" if number == 0 else "", status=_status(material, sentence, standing))
        )
    return found


def _opens_with_owner(material: Material, span: Span) -> bool:
    owner = split_commitments(material, span)[0].owner
    return owner is not None and owner.start == span.start


def _content(material: Material, sentence: Sentence, cue: Cue | None, standing: Standing | None) -> Span:
    """The words of the task: behind the mark, without its status, and with the sentences of its block that go on."""
    start, end = cue.content if cue else sentence.span.start, sentence.span.end
    if standing and standing.said != standing.task and standing.task.within(sentence.span):
        start, end = max(start, standing.task.start), standing.task.end
        if start >= end:
            start, end = sentence.span.start, sentence.span.end
    elif cue and cue.label == "action":
        after = material.following(sentence)
        end = max([end, *(one.span.end for one in after if _goes_on(material, one))])
        whole = Span(start, material.block(sentence).content.end)
        if after and trailing_owner(material, whole) and not any(_stands_alone(material, one) for one in after):
            end = whole.end
    return Span(start, end)


def _stands_alone(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence has a mark or an owner of its own."""
    if read_cue(material.document, material.block(sentence), sentence.span):
        return True
    return any(commitment.owner for commitment in split_commitments(material, sentence.span))


def _goes_on(material: Material, sentence: Sentence) -> bool:
    """Whether a sentence goes on with the action that its block is marked as, naming no owner of its own."""
    block = material.block(sentence)
    first = material.first_of_block(sentence)
    if first is sentence or sentence.block in material.action_rows:
        return False
    cue = read_cue(material.document, block, first.span)
    if not (cue and cue.label == "action"):
        return False
    if sentence.id in material.standings.notes or "action" not in sentence.labels:
        return False
    return not _stands_alone(material, sentence)


def _adds_to_entry(material: Material, sentence: Sentence) -> bool:
    """Whether a line of a list of marked actions, without mark and owner, says more of the one right above it."""
    if sentence.block not in material.sections or material.block(sentence).kind is not BlockKind.PARAGRAPH:
        return False
    above = material.sentences_of(sentence.block - 1)
    if not above or sentence.block in material.action_rows or _stands_alone(material, sentence):
        return False
    block = material.block(above[0])
    cue = read_cue(material.document, block, above[0].span)
    marked = bool(cue and cue.label == "action") and block.kind is BlockKind.PARAGRAPH
    return marked and bool(_ADDS.match(sentence.span.of(material.text)))


def _status(material: Material, sentence: Sentence, standing: Standing | None) -> str:
    """ "carried" for an action that the minutes look back on and leave open."""
    reviewed = material.sections.get(sentence.block) is ActionSection.REVIEW
    words = sentence.span.of(material.text)
    if standing or (reviewed and not (is_follow_up(words) or _NEW.search(words))):
        return "carried"
    return "open"


def _of_row(material: Material, sentence: Sentence, row: ActionRow, standing: Standing | None) -> Action:
    task = standing.task if standing else row.task
    worded = Worded(task.of(material.text).strip(" .;:–—-"), task)
    left = left_over(material, row, standing)
    owned = Owned(left.owner if left else row.owner, task, doubtful=bool(left and left.doubtful))
    action = _action(material, sentence, worded, owned, due=row.due or task, is_cell=bool(row.due))
    if left and left.due:
        flags = tuple(flag for flag in action.flags if flag not in (Flag.NO_DUE_DATE, Flag.UNCLEAR_DUE_DATE))
        action = replace(action, due=left.due, flags=flags)
    ref = row.ref.of(material.text).strip() if row.ref else ""
    return replace(action, ref=ref, status=_status(material, sentence, standing))


def _action(
    material: Material, sentence: Sentence, worded: Worded, owned: Owned, *, due: Span, is_cell: bool = False
) -> Action:
    owners, flags = owners_in(material, owned.owner) if owned.owner else ([], [Flag.NO_OWNER])
    doubtful = owned.doubtful or bool(owned.owner and may_be_nobody(material, sentence, owned.owner, owners))
    flags += [Flag.DOUBTFUL_OWNER] if doubtful and owners else []
    if owned.clause:
        due = owned.clause
    elif owned.owner and due.start < owned.owner.start < due.end and not is_cell:
        # What stands in front of who acts may tell of something else.
        behind = Span(owned.owner.start, due.end)
        before = material.text[due.start : owned.owner.start]
        apart = ";" in before or _OWN_CLAUSE.match(before) is not None
        due = behind if apart or due_of(material, behind)[0].text else due
    when, due_flags = due_of(material, due, sentence=None if is_cell else sentence, is_cell=is_cell)
    flags += [*due_flags, *material.label_flags(sentence, "action")]
    return Action(
        id=finding_id(material.document, worded.span, "action"),
        span=worded.span,
        sentence=sentence.id,
        score=sentence.scores.get("action", 1.0),
        item=sentence.item,
        flags=tuple(dict.fromkeys(flags)),
        ref="",
        text=worded.text or worded.span.of(material.text),
        owners=tuple(owners),
        with_whom=_with(material, owned),
        due=when,
    )


def _with(material: Material, owned: Owned) -> tuple[Owner, ...]:
    """Those whom the task is to be done with: "AB with CD to …", "to work with officials to …"."""
    if owned.helpers:
        return tuple(owners_in(material, owned.helpers)[0])
    task = owned.task
    found = _WITH.search(material.text, task.start, task.end)
    if not found:
        return ()
    end = _WITH_END.search(material.text, found.end(), task.end)
    span = Span(found.end(), end.start() if end else task.end)
    return tuple(owners_in(material, span)[0]) if is_owner_phrase(material, span) else ()
