"""The classifier's scores to labels, united with markup that leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from minutextract.corpus import LABELS
from minutextract.document import BlockKind, Document, Span
from minutextract.findings.chat_turns import without_turns
from minutextract.findings.closed_again import closed_again
from minutextract.findings.cues import is_mark_alone, read_cue
from minutextract.findings.decision_lists import Listed, listed_decisions
from minutextract.findings.elections import appointments, counts_of_votes
from minutextract.findings.insight_words import is_topic_only
from minutextract.findings.lists import lead_ins
from minutextract.findings.news import is_news
from minutextract.findings.point_shapes import says_nothing
from minutextract.findings.praise_cues import praises
from minutextract.findings.sections import action_sections
from minutextract.findings.settled_lists import with_lists
from minutextract.findings.settling import settles, states
from minutextract.findings.standing import Standings, read_standings
from minutextract.findings.tables import ActionRow, action_rows
from minutextract.findings.task_lists import listed_tasks
from minutextract.findings.task_words import asks_plainly, never_task, tells_bracket_done
from minutextract.record import Mention, Sentence
from minutextract.structure.status import Progress, is_done, is_status, is_ticked

# A cell or line that holds only who is meant.
_NOBODY_ALONE = re.compile(r"\W*(?:[Aa]ll|ALL|[Mm]embers|[Ee]veryone|[A-Z]{2,4}(?:\s*[/,&+]\s*[A-Z]{2,4}){0,5})\W*")
_THANKS_LEAD = re.compile(r"\b(?:to|for|including|them|following|particular|thanked|especially)\s*:$")


def label_sentences(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    scores: Sequence[Mapping[str, float]],
    thresholds: Mapping[str, float],
) -> list[Sentence]:
    """Attach scores and labels.

    A label is given where its score reaches the threshold. "Action:", an open check box and a row of an action table
    make an action whatever the score says, and a ticked box or "Done" never is one; "AB for …" in a list that thanks
    lead in is praise; plain news is an insight.
    """
    rows = action_rows(document)
    counted = counts_of_votes(document)
    chosen = appointments(document) | counted.keys()
    rest = {at for first, (_, last) in counted.items() for at in range(first + 1, last + 1)}
    sections = action_sections(document)
    standings = read_standings(document, sentences, rows, sections)
    labelled = [
        replace(
            sentence,
            scores=dict(score),
            labels=("decision",)
            if sentence.block in chosen
            else ()
            if sentence.block in rest
            else _row_labels(sentence, rows[sentence.block])
            if sentence.block in rows
            else _labels(document, sentence, score, thresholds),
        )
        for sentence, score in zip(sentences, scores, strict=True)
    ]
    labelled = [_reviewed(one, standings) for one in labelled]
    closed = closed_again(document, labelled, standings.tasks, rows.keys())
    labelled = without_turns(document, _without_done(document, labelled, standings, closed), sections)
    listed = listed_tasks(document, labelled, sections, standings)
    labelled = [_with_action(one) if one.id in listed else one for one in labelled]
    labelled = _with_decisions(labelled, listed_decisions(document, labelled, rows.keys()))
    return _inherit_praise(document, with_lists(document, labelled), mentions)


def _reviewed(sentence: Sentence, standings: Standings) -> Sentence:
    """A line that looks back on a numbered task decides nothing, and is an action where it leaves the task open."""
    if sentence.id not in standings.reviewed | standings.notes:
        return sentence
    labels = {*sentence.labels} - {"decision"}
    if sentence.id in standings.reviewed and sentence.id in standings.tasks:
        labels.add("action")
    return replace(sentence, labels=tuple(label for label in LABELS if label in labels))


def _with_decisions(sentences: list[Sentence], listed: Listed) -> list[Sentence]:
    """The entries of a list of decisions are one each, the rest of a table of them and options none."""
    return [
        replace(one, labels=tuple(label for label in LABELS if label in {*one.labels, "decision"}))
        if one.id in listed.decisions
        else replace(one, labels=tuple(label for label in one.labels if label != "decision"))
        if one.id in listed.rest
        else one
        for one in sentences
    ]


def _with_action(sentence: Sentence) -> Sentence:
    return replace(sentence, labels=tuple(label for label in LABELS if label in {*sentence.labels, "action"}))


def _labels(
    document: Document, sentence: Sentence, score: Mapping[str, float], thresholds: Mapping[str, float]
) -> tuple[str, ...]:
    labels = {label for label in LABELS if score[label] >= thresholds[label]}
    block = document.blocks[sentence.block]
    cue = read_cue(document, block, sentence.span)
    if cue and cue.label == "action":
        labels.add("action")
    said = sentence.span.of(document.text)
    if asks_plainly(said, score["action"]):
        labels.add("action")
    for label, sure in (("decision", settles(said)), ("praise", praises(said))):
        if sure is not None:
            (labels.add if sure else labels.discard)(label)
    if is_status(said):
        labels.discard("decision")
    if not labels and block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and is_news(said):
        labels.add("insight")
    if is_topic_only(said) or says_nothing(said):
        labels.discard("insight")
    if block.checked or is_ticked(said) or is_mark_alone(said) or is_status(said) or (cue and is_done(said)):
        labels.discard("action")
    if not cue and never_task(said):
        labels.discard("action")
    if _NOBODY_ALONE.fullmatch(said):
        labels.clear()
    if said.endswith(":"):
        # What a lead-in tells to do or settles is in the list below it.
        labels -= {"action"} if states(said) else {"action", "decision"}
    return tuple(label for label in LABELS if label in labels)


def _without_done(
    document: Document, sentences: list[Sentence], standings: Standings, closed: Collection[str]
) -> list[Sentence]:
    """No action is what is done or dropped, by its own words, its list or those behind it ("… the plumber. Done.")."""
    following: list[Sentence | None] = [*sentences, None][1:]
    over = {
        one.id
        for one, after in zip(sentences, following, strict=True)
        if one.id in standings.notes
        or one.id in closed
        or ((standing := standings.tasks.get(one.id)) and standing.progress in (Progress.DONE, Progress.DROPPED))
        or (after and 0 <= after.block - one.block <= 1 and _says_done(after.span.of(document.text)))
    }
    return [
        replace(one, labels=tuple(label for label in one.labels if label != "action")) if one.id in over else one
        for one in sentences
    ]


def _says_done(said: str) -> bool:
    return (is_status(said) and is_done(said)) or tells_bracket_done(said)


def _row_labels(sentence: Sentence, row: ActionRow | None) -> tuple[str, ...]:
    """A row of an action table is one action, told in its task cell."""
    return ("action",) if row and sentence.span.start == row.task.start else ()


def _inherit_praise(document: Document, sentences: list[Sentence], mentions: Sequence[Mention]) -> list[Sentence]:
    leads = lead_ins(document, sentences)
    praise = {sentence.id for sentence in sentences if "praise" in sentence.labels}
    named = {mention.span.start for mention in mentions if mention.person or mention.unit}
    return [
        replace(sentence, labels=tuple(label for label in LABELS if label in {*sentence.labels, "praise"}))
        if (lead := leads.get(sentence.id))
        and lead.id in praise
        and _completes_thanks(document, sentence.span, lead.span, named)
        else sentence
        for sentence in sentences
    ]


def _completes_thanks(document: Document, span: Span, lead: Span, named: Collection[int]) -> bool:
    """Whether a list item says whom the sentence above it thanks: a name or a phrase, and what for."""
    said = span.of(document.text)
    opens = span.start in named or bool(_THANKS_LEAD.search(lead.of(document.text)))
    return opens and " for " in said[:100]
