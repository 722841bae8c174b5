"""A unit of minutes, and what an annotator said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

LABELS = ("action", "decision", "praise", "insight")

# What every line of a corpus may have; other keys travel along as they are.
KEYS = ("doc", "source", "id", "heading", "before", "text", "after", "labels")


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, list item or table cell with the context that its reader has."""

    text: str
    heading: str | None = None
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedUnit:
    """A unit with the labels that an annotator gave it.

    Attributes:
        unit: the text with its context.
        labels: any subset of `LABELS`.
        doc: the document's name within the corpus.
        source: the organisation.
        id: of the unit within its document.
        extra: what else its line holds, under keys that the format does not know.
    """

    unit: Unit
    labels: frozenset[str]
    doc: str = ""
    source: str = ""
    id: int | str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def to_json(self) -> dict[str, Any]:
        """The line of a corpus file, keys and labels in the order of the format."""
        unit = self.unit
        identity = {} if self.id is None else {"id": self.id}
        context = {"heading": unit.heading, "before": unit.before, "text": unit.text, "after": unit.after}
        return {
            "doc": self.doc,
            "source": self.source,
            **identity,
            **context,
            "labels": in_order(self.labels),
            **self.extra,
        }


def in_order(labels: frozenset[str] | set[str]) -> list[str]:
    """The labels in the order in which they are always written."""
    return [label for label in LABELS if label in labels]


def squeeze(text: str) -> str:
    """One space for each run of white space, none at the ends."""
    return " ".join(text.split())
