"""Front matter of Markdown files as table rows: simple keys, flow lists and block lists, in YAML or TOML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_KEY = re.compile(r"([A-Za-z][\w -]{0,40}?)\s*[:=](?:\s+|$)")
_NESTED_KEY = re.compile(r"[\w-]+:\s")
_SECTION = re.compile(r"\[[\w.-]+\]\s*$")
_LONGEST = 400
_PLUMBING = frozenset(
    [
        "layout",
        "permalink",
        "categories",
        "category",
        "tags",
        "tag",
        "type",
        "template",
        "output",
        "format",
        "execute",
        "image",
        "img",
    ]
)


def split_front_matter(text: str) -> tuple[list[str], str]:
    """The lines between the fences at the head of a file, and the text below; no lines if there are none."""
    lines = text.lstrip("\ufeff\n").split("\n")
    ends = _FENCES.get(lines[0].rstrip())
    if not ends:
        return [], text
    for at, line in enumerate(lines[1:_LONGEST], start=1):
        if line.rstrip() in ends:
            head = lines[1:at]
            if not any(_KEY.match(inner) for inner in head):
                return [], text
            return head, "\n".join(lines[at + 1 :])
    return [], text


def front_matter_rows(lines: list[str]) -> Iterator[Piece]:
    """One row for each key with a value; keys that only steer a site generator are left out."""
    for key, values in _entries(lines):
        value = ", ".join(filter(None, values))
        if value and key.lower() not in _PLUMBING:
            yield Piece(BlockKind.ROW, cells=(key, value), table=0)


def _entries(lines: list[str]) -> list[tuple[str, list[str]]]:
    entries: list[tuple[str, list[str]]] = []
    flow = False
    for line in lines:
        found = None if flow or line[:1].isspace() else _KEY.match(line)
        if found:
            value = line[found.end() :].strip()
            flow = value.startswith("[") and not value.endswith("]")
            entries.append((found[1], _values(value)))
        elif not flow and _SECTION.match(line):
            continue
        elif entries and line.strip() and not line.lstrip().startswith("#"):
            flow = flow and not line.rstrip().endswith("]")
            entries[-1][1].extend(_inner(line))
    return entries


def _values(value: str) -> list[str]:
    if value in ("|", ">", "|-", ">-", "null", "~"):
        return []
    if value.startswith("[") or value.endswith("]"):
        return _flow(value.strip("[]"))
    return [_unquote(value)]


def _inner(line: str) -> list[str]:
    """A line below a key: a list entry, a line of a flow list, a nested key's value or folded text."""
    value = line.strip()
    if value.startswith("- "):
        entry = value[2:].strip()
        nested = _NESTED_KEY.match(entry)
        return [_unquote(entry[nested.end() :] if nested else entry)]
    if nested := _NESTED_KEY.match(value):
        return [_unquote(value[nested.end() :])] if nested[0].startswith("name") else []
    return _values(value) if value.endswith("]") else _flow(value)


def _flow(text: str) -> list[str]:
    return [_unquote(part) for part in text.split(",") if part.strip(" []")]


def _unquote(value: str) -> str:
    value = value.strip()
    for quote in "\"'":
        if len(value) > 1 and value[0] == value[-1] == quote:
            return value[1:-1]
    return value
