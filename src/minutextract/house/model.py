"""What a house file may say; the descriptions here are those of docs/house.md."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

SECTIONS = ("actions", "earlier", "decisions", "thanks", "points")
STATUSES = ("open", "carried", "in progress", "done", "dropped")
_GROUPS_HINT = '"chair", "office-holders", "members", or a name'
SectionName = Literal["actions", "earlier", "decisions", "thanks", "points"]
_Line = Annotated[str, Field(min_length=1, max_length=300, pattern=r"^[^\x00-\x1f]+$")]
_Word = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[^\x00-\x1f]+$")]


class DateForm(StrEnum):
    """How a date is written: "21 May 2024", "21/05/2024" or "2024-05-21"."""

    LONG = "long"
    SHORT = "short"
    ISO = "iso"


def _pattern(pattern: str) -> str:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise ValueError(f"this is no regular expression: {error}") from error
    if compiled.match(""):
        raise ValueError("this pattern fits everywhere, even where there is nothing")
    if re.search(r"[+*}]\)*[+*{]", pattern):
        raise ValueError("one repetition within another can take for ever")
    return pattern


def _different(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(names)) < len(names):
        raise ValueError("a section stands here twice")
    return names


_Pattern = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_pattern)]
_Sections = Annotated[tuple[SectionName, ...], AfterValidator(_different)]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Titles(_Table):
    """What the sections are called."""

    actions: _Word | None = Field(default=None, description="of open actions, instead of “Actions”")
    earlier: _Word | None = Field(default=None, description="of progress on earlier actions")
    decisions: _Word | None = Field(default=None, description="of decisions, instead of “Decisions”")
    thanks: _Word | None = Field(default=None, description="of thanks, instead of “Thanks and recognition”")
    points: _Word | None = Field(default=None, description="of key points, instead of “Key points”")


class Statuses(_Table):
    """What the statuses of actions are called."""

    open: _Word | None = Field(default=None, description="of an action still open at an earlier meeting")
    carried: _Word | None = Field(default=None, description="of an action carried forward")
    in_progress: _Word | None = Field(
        default=None, validation_alias="in-progress", description="of an action under way"
    )
    done: _Word | None = Field(default=None, description="of an action that was done")
    dropped: _Word | None = Field(default=None, description="of an action that was given up")


class Public(_Table):
    """What `--public` shows, masks and leaves out."""

    named: tuple[_Word, ...] = Field(
        default=("chair", "office-holders"),
        description=f"who may be named: {_GROUPS_HINT} as the minutes' list has it",
    )
    confidential: tuple[_Line, ...] = Field(
        default=(), description="numbers or titles of agenda items that are left out"
    )
    patterns: tuple[_Pattern, ...] = Field(default=(), description="regular expressions for further words to mask")


class House(_Table):
    """The whole file; every key may be left out."""

    heading: _Line | None = Field(
        default=None, description="the body's name in titles, instead of the one that minutes give"
    )
    logo: _Line | None = Field(default=None, description="a line of text above the title")
    contact: _Line | None = Field(default=None, description="a line at the foot, such as where corrections go")
    length: Literal["brief", "standard", "full"] | None = Field(
        default=None, description="how long a summary is unless `--length` says so"
    )
    attribution: Literal["named", "initials", "role", "none"] | None = Field(
        default=None, description="how it names people unless `--attribution` says so"
    )
    date_format: DateForm = Field(
        default=DateForm.LONG, description="`long` (21 May 2024), `short` (21/05/2024) or `iso` (2024-05-21)"
    )
    order: _Sections = Field(default=(), description="the sections that come first, in this order; the others follow")
    leave_out: _Sections = Field(default=(), description="the sections that are not shown")
    titles: Titles = Field(default_factory=Titles, description="what the sections are called")
    status: Statuses = Field(default_factory=Statuses, description="what the statuses of actions are called")
    public: Public = Field(default_factory=Public, description="what `--public` shows, masks and leaves out")
