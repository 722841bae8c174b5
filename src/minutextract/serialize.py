"""Records to JSON, in the form that `schema` describes."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from minutextract.document import Block, Document, Span
from minutextract.meeting import Meeting
from minutextract.record import (
    Action,
    Decision,
    Finding,
    Insight,
    Mention,
    Owner,
    Party,
    Praise,
    Record,
    Sentence,
    Update,
)

if TYPE_CHECKING:
    from minutextract.schema import (
        ActionJson,
        DecisionJson,
        FindingJson,
        InsightJson,
        MeetingJson,
        MentionJson,
        OwnerJson,
        PartyJson,
        PraiseJson,
        RecordJson,
        SentenceJson,
        UpdateJson,
    )


def record_json(record: Record) -> RecordJson:
    """The contract's record of one meeting; all offsets are into its `text`."""
    document, source = record.document, record.document.source
    text = document.text
    return {
        "source": {"path": source.path, "sha256": source.sha256, "media_type": source.media_type},
        "meeting": _meeting(record.meeting),
        "text": text,
        "entities": [
            {"start": one.span.start, "end": one.span.end, "text": one.span.of(text), "label": one.label}
            for one in record.entities
        ],
        "mentions": [_mention(mention, text) for mention in record.mentions],
        "sentences": [_sentence(sentence, document) for sentence in record.sentences],
        "actions": [_action(action, document) for action in record.actions],
        "updates": [_update(update, document) for update in record.updates],
        "decisions": [_decision(decision, document) for decision in record.decisions],
        "praise": [_praise(praise, document) for praise in record.praise],
        "insights": [_insight(insight, document) for insight in record.insights],
        "warnings": [*document.warnings, *record.warnings],
    }


def _meeting(meeting: Meeting) -> MeetingJson:
    return {
        "body": meeting.body,
        "title": meeting.title,
        "date": meeting.date.isoformat() if meeting.date else None,
        "start": meeting.start,
        "end": meeting.end,
        "place": meeting.place,
        "next_meeting": meeting.next_meeting,
        "status": meeting.status,  # type: ignore[typeddict-item]
        "people": [
            {
                "id": person.id,
                "name": person.name,
                "honorifics": list(person.honorifics),
                "initials": list(person.initials),
                "post": person.post,
                "organisation": person.organisation,
                "attendance": person.attendance.value,
                "deputising_for": person.deputising_for,
                **_offsets(person.span),  # type: ignore[typeddict-item]
            }
            for person in meeting.people
        ],
        "units": [
            {
                "id": unit.id,
                "name": unit.name,
                "initials": list(unit.initials),
                "start": unit.span.start,
                "end": unit.span.end,
            }
            for unit in meeting.units
        ],
        "items": [
            {
                "id": item.id,
                "number": item.number,
                "title": item.title,
                "owners": list(item.owners),
                "start": item.span.start,
                "end": item.span.end,
            }
            for item in meeting.items
        ],
    }


def _offsets(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _mention(mention: Mention, text: str) -> MentionJson:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.of(text),
        "person": mention.person,
        "unit": mention.unit,
        "how": mention.how.value,
        "candidates": list(mention.candidates),
        "flags": [flag.value for flag in mention.flags],
    }


def _sentence(sentence: Sentence, document: Document) -> SentenceJson:
    return {
        "id": sentence.id,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "text": sentence.span.of(document.text),
        "item": sentence.item,
        "page": document.blocks[sentence.block].page,
        "scores": {label: round(score, 4) for label, score in sentence.scores.items()},
        "labels": list(sentence.labels),  # type: ignore[arg-type]
    }


def _finding(finding: Finding, document: Document) -> FindingJson:
    return {
        "id": finding.id,
        "quote": finding.span.of(document.text),
        "start": finding.span.start,
        "end": finding.span.end,
        "page": _page(finding.span, document.blocks),
        "item": finding.item,
        "sentence": finding.sentence,
        "score": round(finding.score, 4),
        "flags": [flag.value for flag in finding.flags],
    }


def _page(span: Span, blocks: tuple[Block, ...]) -> int | None:
    return next((block.page for block in blocks if span.start < block.span.end), None)


def _action(action: Action, document: Document) -> ActionJson:
    due = action.due
    return {
        **_finding(action, document),
        "ref": action.ref,
        "text": action.text,
        "owners": [_owner(owner) for owner in action.owners],
        "with": [_owner(owner) for owner in action.with_whom],
        "due": {"text": due.text, "date": due.date.isoformat() if due.date else None, "event": due.event},
        "repeats": [{"start": span.start, "end": span.end} for span in action.repeats],
        "status": action.status,  # type: ignore[typeddict-item]
    }


def _update(update: Update, document: Document) -> UpdateJson:
    return {
        **_finding(update, document),
        "text": update.text,
        "ref": update.ref,
        "owners": [_owner(owner) for owner in update.owners],
        "status": update.status,  # type: ignore[typeddict-item]
        "note": update.note,
        "action": update.action,
    }


def _praise(praise: Praise, document: Document) -> PraiseJson:
    return {
        **_finding(praise, document),
        "by": [_party(party) for party in praise.by],
        "to": [_party(party) for party in praise.to],
        "for": praise.reason,
    }


def _decision(decision: Decision, document: Document) -> DecisionJson:
    return {
        **_finding(decision, document),
        "text": decision.text,
        "moved_by": [_party(party) for party in decision.moved_by],
        "seconded_by": [_party(party) for party in decision.seconded_by],
        "vote": dataclasses.asdict(decision.vote) if decision.vote else None,  # type: ignore[typeddict-item]
        "outcome": decision.outcome.value if decision.outcome else None,
    }


def _insight(insight: Insight, document: Document) -> InsightJson:
    return {
        **_finding(insight, document),
        "text": insight.text,
        "by": [_party(party) for party in insight.by],
        "kind": insight.kind.value if insight.kind else None,
        "context": {"start": insight.context.start, "end": insight.context.end} if insight.context else None,
        "complete": insight.complete,
    }


def _owner(owner: Owner) -> OwnerJson:
    return dataclasses.asdict(owner)  # type: ignore[return-value]


def _party(party: Party) -> PartyJson:
    return dataclasses.asdict(party)  # type: ignore[return-value]
