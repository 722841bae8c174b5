"""Summaries through a template, which runs in a process of its own with limits of time and memory."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from minutextract.errors import UsageError
from minutextract.render.content import Group, Line, Section, Summary
from minutextract.templating.catalog import written_suffix
from minutextract.templating.child import SECONDS, run

VARIABLES = ("title", "summaries")
# The processor's seconds count; on a machine that has much to do, the clock goes faster.
_PATIENCE = 12 * SECONDS
_UNDEFINED = re.compile(r"(?:has no attribute '(\w+)'|'(\w+)' is undefined)$")
_UNSAFE = re.compile(r"unsafe|is not safely callable|sandbox", re.IGNORECASE)
_DOCS = "docs/templates.md lists what a template can say"


def render_template(summaries: Sequence[Summary], path: Path) -> str:
    """The summaries as a template has them.

    Raises:
        UsageError: the template has a fault, reaches for what it may not, or takes too much time or memory.
    """
    return _answered(path, _asked(path.resolve(), written_suffix(path), _variables(summaries)))


def render_shipped(summaries: Sequence[Summary], path: Path) -> str:
    """The summaries as a template that comes along has them, in the same sandbox but without a process for it.

    Raises:
        UsageError: the template has a fault.
    """
    return _answered(path, run(path.resolve(), written_suffix(path), _variables(summaries)))


def _variables(summaries: Sequence[Summary]) -> dict[str, Any]:
    title = summaries[0].title if len(summaries) == 1 else f"Summaries of {len(summaries)} meetings"
    return {"title": title, "summaries": tuple(summaries)}


def _answered(path: Path, answer: dict[str, Any]) -> str:
    if "text" in answer:
        return str(answer["text"])
    line = f", line {answer['line']}" if answer["line"] else ""
    file = path if Path(answer["file"]) == path.resolve() else answer["file"]
    raise UsageError(f"template {file}{line}: {str(answer['error']).rstrip('.')}", _remedy(str(answer["error"])))


def _asked(path: Path, suffix: str, variables: dict[str, Any]) -> dict[str, Any]:
    command = [sys.executable, "-m", "minutextract.templating.child"]
    question = pickle.dumps((path, suffix, variables))
    try:
        done = subprocess.run(command, input=question, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        return {"error": f"it is not done after {_PATIENCE} seconds", "file": str(path), "line": None}
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return {"error": _cause(done), "file": str(path), "line": None}
    return answer


def _cause(done: subprocess.CompletedProcess[bytes]) -> str:
    """Why a process ended without an answer: a limit ends it by a signal or a lack of memory."""
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    if done.returncode < 0 or any("MemoryError" in line for line in said):
        return "it takes more time or memory than it may"
    return f"it could not be run: {said[-1] if said else 'nothing came of it'}"


def _remedy(error: str) -> str:
    if _UNSAFE.search(error):
        return f"A template can read the summaries and nothing else; {_DOCS}."
    if found := _UNDEFINED.search(error):
        near = get_close_matches(found[1] or found[2], names(), 1)
        return f"Did you mean {near[0]}? {_DOCS}." if near else f"{_DOCS[0].upper()}{_DOCS[1:]}."
    return f"Correct the template; {_DOCS}."


def names() -> list[str]:
    """All names that a template can read: variables, and what they have."""
    own = [name for model in (Summary, Section, Group, Line) for name in public_names(model)]
    return [*VARIABLES, *dict.fromkeys(own)]


def public_names(model: type) -> list[str]:
    """The fields and properties of a part of a summary."""
    fields = list(getattr(model, "__dataclass_fields__", {}))
    return fields + [name for name, value in vars(model).items() if isinstance(value, property)]
