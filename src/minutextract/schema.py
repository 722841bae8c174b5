"""The JSON form of a record, as types: `serialize` builds it, `minutextract schema` prints its JSON Schema."""

from __future__ import annotations

from typing import Annotated, Any, Literal, NotRequired

from pydantic import ConfigDict, Field, TypeAdapter
from typing_extensions import TypedDict

_Iso = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
_Clock = Annotated[str, Field(pattern=r"^\d{2}:\d{2}$")]
_Score = Annotated[float, Field(ge=0, le=1)]


class SourceJson(TypedDict):
    path: str
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    media_type: str


class PersonJson(TypedDict):
    id: str
    name: str
    honorifics: list[str]
    initials: list[str]
    post: str | None
    organisation: str | None
    attendance: Literal["chair", "present", "apologies", "in-attendance", "absent", "mentioned"]
    deputising_for: str | None
    start: int
    end: int


class UnitJson(TypedDict):
    id: str
    name: str
    initials: list[str]
    start: int
    end: int


class ItemJson(TypedDict):
    id: str
    number: str | None
    title: str
    owners: list[str]
    start: int
    end: int


class MeetingJson(TypedDict):
    body: str | None
    title: str | None
    date: _Iso | None
    start: _Clock | None
    end: _Clock | None
    place: str | None
    next_meeting: str | None
    status: Literal["draft", "confirmed"] | None
    people: list[PersonJson]
    units: list[UnitJson]
    items: list[ItemJson]


class EntityJson(TypedDict):
    start: int
    end: int
    text: str
    label: str


class MentionJson(TypedDict):
    start: int
    end: int
    text: str
    person: str | None
    unit: str | None
    how: Literal["roster", "name", "surname", "derived", "fuzzy", "pronoun", "collective", "unknown"]
    candidates: list[str]
    flags: list[str]


class SentenceJson(TypedDict):
    id: str
    start: int
    end: int
    text: str
    item: str | None
    page: int | None
    scores: dict[str, _Score]
    labels: list[Literal["action", "decision", "praise", "insight"]]


class OwnerJson(TypedDict):
    text: str
    person: str | None
    unit: str | None
    name: str
    kind: Literal["person", "unit", "group", "role", "unknown"]
    how: str


class PartyJson(TypedDict):
    name: str
    person: str | None
    unit: str | None


class DueJson(TypedDict):
    text: str | None
    date: _Iso | None
    event: str | None


class SpanJson(TypedDict):
    start: int
    end: int


class FindingJson(TypedDict):
    id: str
    quote: str
    start: int
    end: int
    page: int | None
    item: str | None
    sentence: str
    score: _Score
    flags: list[str]


class VoteJson(TypedDict):
    text: str
    in_favour: int | None
    against: int | None
    abstained: int | None
    unanimous: bool


class DecisionJson(FindingJson):
    text: str
    moved_by: list[PartyJson]
    seconded_by: list[PartyJson]
    vote: VoteJson | None
    outcome: Literal["carried", "rejected", "deferred", "withdrawn"] | None


class UpdateJson(FindingJson):
    ref: str
    text: str
    owners: list[OwnerJson]
    status: Literal["done", "carried", "in-progress", "dropped"]
    note: str
    action: str | None


class InsightJson(FindingJson):
    by: list[PartyJson]
    text: str
    kind: Literal["question", "concern", "suggestion", "figure"] | None
    context: SpanJson | None
    complete: bool


# "with" and "for" are keywords of Python: these two can only be written as calls.
ActionJson = TypedDict(
    "ActionJson",
    {
        "id": str,
        "ref": str,
        "text": str,
        "owners": list[OwnerJson],
        "with": list[OwnerJson],
        "due": DueJson,
        "status": Literal["open", "done", "carried", "superseded"],
        "repeats": list[SpanJson],
        "quote": str,
        "start": int,
        "end": int,
        "page": int | None,
        "item": str | None,
        "sentence": str,
        "score": _Score,
        "flags": list[str],
    },
)
PraiseJson = TypedDict(
    "PraiseJson",
    {
        "id": str,
        "by": list[PartyJson],
        "to": list[PartyJson],
        "for": str | None,
        "quote": str,
        "start": int,
        "end": int,
        "page": int | None,
        "item": str | None,
        "sentence": str,
        "score": _Score,
        "flags": list[str],
    },
)


class FactJson(TypedDict):
    label: str
    text: str


class ContextJson(TypedDict):
    start: int
    end: int
    quote: str


class LineJson(TypedDict):
    text: str
    item: str | None
    ref: str | None
    due: str | None
    status: str | None
    finding: str
    start: int
    end: int
    quote: str
    context: ContextJson | None


class GroupJson(TypedDict):
    heading: str
    lines: list[LineJson]


class SectionJson(TypedDict):
    key: Literal["actions", "decisions", "earlier", "thanks", "points"]
    title: str
    left_out: int
    groups: list[GroupJson]


class SummaryJson(TypedDict):
    title: str
    length: Literal["brief", "standard", "full"]
    attribution: Literal["named", "initials", "role", "none"]
    facts: list[FactJson]
    remark: str
    sections: list[SectionJson]
    checks: list[str]
    source: str


class RecordJson(TypedDict):
    source: SourceJson
    meeting: MeetingJson
    text: str
    entities: list[EntityJson]
    mentions: list[MentionJson]
    sentences: list[SentenceJson]
    actions: list[ActionJson]
    updates: list[UpdateJson]
    decisions: list[DecisionJson]
    praise: list[PraiseJson]
    insights: list[InsightJson]
    warnings: list[str]
    summary: NotRequired[SummaryJson]


RECORDS: TypeAdapter[list[RecordJson]] = TypeAdapter(list[RecordJson], config=ConfigDict(extra="forbid"))


def json_schema() -> dict[str, Any]:
    """The JSON Schema of what `minutextract extract --format json` prints: an array with a record a meeting.

    `summarize --format json` prints the same, with `summary` in each record.
    """
    return RECORDS.json_schema()
