"""Every compiled pattern of the package, how it is used, and strings on which careless patterns take for ever."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import minutextract

_USE = re.compile(r"\b(_?[A-Z][A-Z0-9_]+)\.(search|finditer|findall|sub|subn|split|match|fullmatch)\b")
_UNITS = (
    *("A", "a", "1", "A ", "a ", "A.", "-", "- ", ".", ", ", ": ", "(a", "[a](", "**a ", "_", "|", "'", "<!--", "1."),
    *(
        "1 May ",
        "Mr ",
        "Ann Bo, ",
        "Ann Bo (AB), ",
        "AB/",
        "and ",
        "to ",
        "thanked ",
        "=",
        "#",
        "x@",
        "https://",
        " – ",
    ),
)
_WHITE = (" ", "\n", "\t", " \n", "\n\n", "a\n", "\u00a0")


def patterns() -> dict[str, re.Pattern[Any]]:
    """The patterns by module and name, those in tuples, lists and dictionaries with a number."""
    found: dict[str, re.Pattern[Any]] = {}
    for module in pkgutil.walk_packages(minutextract.__path__, "minutextract."):
        if module.name.endswith("__main__"):
            continue
        try:
            names = vars(importlib.import_module(module.name))
        except ImportError:
            continue
        for name, value in names.items():
            for at, pattern in enumerate(_inside(value)):
                if not any(pattern is other for other in found.values()):
                    found[f"{module.name}.{name}#{at}" if at else f"{module.name}.{name}"] = pattern
    return found


def _inside(value: object, depth: int = 3) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        yield from _inside([*value, *value.values()], depth - 1)
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _inside(one, depth - 1)


def searches() -> frozenset[str]:
    """The names of patterns that are tried at every place of a text, not at its beginning only."""
    sources = (path.read_text(encoding="utf-8") for path in Path(minutextract.__path__[0]).rglob("*.py"))
    uses = (use for source in sources for use in _USE.findall(source))
    return frozenset(name for name, how in uses if how not in ("match", "fullmatch"))


def strings(length: int, *, raw: bool) -> list[str]:
    """Repetitions with an end that fits nothing; runs of white space only in `raw` text."""
    units = (*_UNITS, *_WHITE) if raw else _UNITS
    return [f"{(unit * (length // len(unit) + 1))[: length - 1]}!" for unit in units]
