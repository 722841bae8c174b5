"""The fields that can be corrected, and what may stand in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from minutextract.corpus import LABELS
from minutextract.corpus.units import in_order

# What a label and a kind of finding have to do with each other: updates tell of actions.
LABEL_OF = {"action": "action", "update": "action", "decision": "decision", "praise": "praise", "insight": "insight"}
_OWNED = frozenset({"action", "update"})
_STATUSES = {
    "action": ("open", "done", "carried", "superseded"),
    "update": ("done", "carried", "in-progress", "dropped"),
}
_NOTHING = frozenset({"none", "-"})
_YES = frozenset({"yes", "y", "x", "ok", "true", "1"})
_LONGEST = 2_000


class WrongValue(ValueError):
    """What stands in a field makes no sense; the message says why, and what would."""


def read_values(kind: str, given: Mapping[str, str]) -> dict[str, Any]:
    """The corrections of one finding, ready for JSON; fields that are empty are not corrected.

    Args:
        kind: of the finding.
        given: what was written, by field.

    Raises:
        WrongValue: for the first field that makes no sense.
    """
    written = {field: " ".join(given.get(field, "").split()) for field in _READERS}
    values = {field: _READERS[field](kind, text) for field, text in written.items() if text}
    if values.pop("ok", False):
        values["confirmed"] = True
    return values


def _labels(_kind: str, text: str) -> list[str]:
    words = set(text.casefold().replace(",", " ").replace(";", " ").split())
    if words <= _NOTHING:
        return []
    if wrong := sorted(words - set(LABELS)):
        raise WrongValue(f"{', '.join(wrong)} is no label: write {', '.join(LABELS)} or none")
    return in_order(words)


def _text(_kind: str, text: str) -> str:
    if len(text) > _LONGEST:
        raise WrongValue(f"the text has {len(text)} characters: {_LONGEST} are allowed")
    return text


def _owners(kind: str, text: str) -> list[str]:
    if kind not in _OWNED:
        raise WrongValue(f"a finding of the kind {kind} has no owners: leave it empty")
    return [] if text.casefold() in _NOTHING else [name for one in text.split(";") if (name := one.strip())]


def _due_date(kind: str, text: str) -> str | None:
    if kind not in _OWNED:
        raise WrongValue(f"a finding of the kind {kind} has no due date: leave it empty")
    if text.casefold() in _NOTHING:
        return None
    try:
        if len(text) == 10:
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise WrongValue(f"{text!r} is no due date: write it as 2024-05-31, or none")


def _status(kind: str, text: str) -> str:
    allowed = _STATUSES.get(kind)
    if allowed is None:
        raise WrongValue(f"a finding of the kind {kind} has no status: leave it empty")
    if text.casefold() not in allowed:
        raise WrongValue(f"{text!r} is no status: write {', '.join(allowed)}")
    return text.casefold()


def _ok(_kind: str, text: str) -> bool:
    if text.casefold() not in _YES:
        raise WrongValue(f"{text!r} in the column ok: write yes, or leave it empty")
    return True


_READERS: Mapping[str, Callable[[str, str], Any]] = {
    "labels": _labels,
    "text": _text,
    "owners": _owners,
    "due_date": _due_date,
    "status": _status,
    "ok": _ok,
}
