"""The findings of one meeting, each with the span of the source that says so."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from minutextract.document import Document, Span
from minutextract.meeting import Meeting


class Flag(StrEnum):
    """What a secretary should check before signing; docs/flags.md says what each means."""

    UNKNOWN_OWNER = "unknown-owner"
    NO_OWNER = "no-owner"
    AMBIGUOUS_OWNER = "ambiguous-owner"
    DOUBTFUL_OWNER = "doubtful-owner"
    OWNER_ABSENT = "owner-absent"
    OWNER_NOT_MEMBER = "owner-not-member"
    NO_DUE_DATE = "no-due-date"
    UNCLEAR_DUE_DATE = "unclear-due-date"
    AMBIGUOUS_DATE = "ambiguous-date"
    DERIVED_INITIALS = "derived-initials"
    UNKNOWN_INITIALS = "unknown-initials"
    AMBIGUOUS_INITIALS = "ambiguous-initials"
    AMBIGUOUS_NAME = "ambiguous-name"
    FUZZY_NAME = "fuzzy-name"
    INHERITED_GIVER = "inherited-giver"
    UNKNOWN_GIVER = "unknown-giver"
    UNKNOWN_SPEAKER = "unknown-speaker"
    NO_OUTCOME = "no-outcome"
    UNKNOWN_RECEIVER = "unknown-receiver"
    RECEIVER_ABSENT = "receiver-absent"
    UNCERTAIN_LABEL = "uncertain-label"


class How(StrEnum):
    """How a mention was resolved."""

    ROSTER = "roster"
    NAME = "name"
    SURNAME = "surname"
    DERIVED = "derived"
    FUZZY = "fuzzy"
    PRONOUN = "pronoun"
    COLLECTIVE = "collective"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity as spaCy labels it."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the body that stand for a person, a unit or a group; person and unit are ids, None if unresolved."""

    span: Span
    how: How
    person: str | None = None
    unit: str | None = None
    candidates: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, list item or table cell; `block` is the index of the block that it stands in."""

    id: str
    span: Span
    block: int
    item: str | None = None
    scores: Mapping[str, float] = field(default_factory=dict)
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owner:
    """Who is to act: `text` as written, `name` in full once resolved; kind is person, unit, group, role or unknown."""

    text: str
    name: str
    kind: str
    how: How
    person: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who gives or receives thanks, or who speaks."""

    name: str
    person: str | None = None
    unit: str | None = None


class Outcome(StrEnum):
    """How a motion ended."""

    CARRIED = "carried"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Vote:
    """How a vote went: the words, the counts that they give, and whether nobody was against."""

    text: str
    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    unanimous: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """When an action is due: the words, and a date or an event where they are clear."""

    text: str | None = None
    date: date | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What every kind of finding has in common: where it stands and how sure it is."""

    id: str
    span: Span
    sentence: str
    score: float
    item: str | None
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Action(Finding):
    """A task put on somebody, to be done after the meeting.

    `ref` is for people, `id` for machines; `status` is "open", or "carried" if the action is an earlier meeting's;
    `repeats` are other places that record the same action.
    """

    ref: str
    text: str
    owners: tuple[Owner, ...]
    with_whom: tuple[Owner, ...]
    due: Due
    status: str = "open"
    repeats: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Update(Finding):
    """What the minutes say about an action of an earlier meeting.

    `ref` is the action's own reference, "" if the minutes give none, and `text` its wording; `status` is "done",
    "carried", "in-progress" or "dropped"; `note` are the words that say so; `action` is the id of the action where it
    is still open.
    """

    ref: str
    text: str
    owners: tuple[Owner, ...]
    status: str
    note: str
    action: str | None = None


@dataclass(frozen=True, slots=True)
class Decision(Finding):
    """What the meeting settled; `outcome` is None where the words do not say how a motion ended."""

    text: str
    moved_by: tuple[Party, ...] = ()
    seconded_by: tuple[Party, ...] = ()
    vote: Vote | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Praise(Finding):
    """Thanks, congratulations or approval: who gave it to whom, for what."""

    by: tuple[Party, ...]
    to: tuple[Party, ...]
    reason: str | None


class InsightKind(StrEnum):
    """What a point is, where its wording says so."""

    QUESTION = "question"
    CONCERN = "concern"
    SUGGESTION = "suggestion"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Insight(Finding):
    """A point with content, and who made it; `kind` is None unless the wording gives it away.

    `context` are words before it without which it says little, None if it stands alone or they are not plain;
    `complete` is False if the point leans on words that could not be told, or is torn.
    """

    by: tuple[Party, ...]
    text: str
    kind: InsightKind | None = None
    context: Span | None = None
    complete: bool = True


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that was found in one meeting's minutes."""

    document: Document
    meeting: Meeting
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    actions: tuple[Action, ...] = ()
    updates: tuple[Update, ...] = ()
    decisions: tuple[Decision, ...] = ()
    praise: tuple[Praise, ...] = ()
    insights: tuple[Insight, ...] = ()
    warnings: tuple[str, ...] = ()


def finding_id(document: Document, span: Span, kind: str) -> str:
    """An id that depends on the source's bytes, the place and the kind alone, so that a second run gives the same."""
    named = f"{document.source.sha256}:{span.start}:{span.end}:{kind}"
    return hashlib.sha256(named.encode()).hexdigest()[:12]
