"""Every compiled pattern of the package, how it is used, and strings on which careless patterns take for ever."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import minutextract
from hostile.samples import samples

_USE = re.compile(r"\b(_?[A-Z][A-Z0-9_]+)\.(search|finditer|findall|sub|subn|split|match|fullmatch)\b")
_PACKAGE = Path(minutextract.__path__[0])
_UNITS = (
    *(
        "A",
        "a",
        "1",
        "A ",
        "a ",
        "A.",
        "-",
        "- ",
        ".",
        ". ",
        ", ",
        ": ",
        "(",
        "(a",
        ")",
        "[",
        "[a](",
        "**a ",
        "_",
        "|",
        "| ",
    ),
    *(
        "'",
        "’",
        '"',
        "“",
        "<!--",
        "1.",
        "1-",
        "1 ",
        "A-",
        "a-",
        "a.",
        "a,",
        "A1",
        "=",
        "#",
        "@",
        "x@",
        "/",
        "a/",
        ";",
        "&",
        "?",
    ),
    *("AAAA ", "ANN BO ", "Ann Bo ", "Ann Bo, ", "Ann Bo (AB), ", "Mr ", "AB/", "A.B. ", "Ann-Bo-", "O'A'", "Ann Bo: "),
    *(
        "1 May ",
        "2020-01-01 ",
        "10:00 ",
        "and ",
        "to ",
        "the ",
        "thanked ",
        "is ",
        "will ",
        "https://",
        " – ",
        " - ",
        "a\n",
    ),
)
_WHITE = (" ", "\n", "\t", " \n", "\n\n", "\u00a0", "\r\n")
_ALL = frozenset(("search", "fullmatch"))


def patterns() -> dict[str, re.Pattern[Any]]:
    """The patterns by module and name, those in tuples, lists and dictionaries with a number."""
    found: dict[str, re.Pattern[Any]] = {}
    seen: set[int] = set()
    for module in pkgutil.walk_packages(minutextract.__path__, "minutextract."):
        if module.name.endswith("__main__"):
            continue
        try:
            names = vars(importlib.import_module(module.name))
        except ImportError:
            continue
        for name, value in names.items():
            for at, pattern in enumerate(_inside(value)):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
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


def uses() -> dict[str, frozenset[str]]:
    """How patterns are called, of "search", "match" and "fullmatch", by the names that `patterns` gives them.

    A name that no module calls by itself (a member of a tuple, an argument) may be called in any way.
    """
    private: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    public: defaultdict[str, set[str]] = defaultdict(set)
    for path in _PACKAGE.rglob("*.py"):
        module = ".".join(["minutextract", *path.relative_to(_PACKAGE).with_suffix("").parts])
        for name, how in _USE.findall(path.read_text(encoding="utf-8")):
            kind = how if how in ("match", "fullmatch") else "search"
            (private[module, name] if name.startswith("_") else public[name]).add(kind)
    found = {}
    for full in patterns():
        module, _, name = full.partition("#")[0].rpartition(".")
        known = private.get((module, name)) if name.startswith("_") else public.get(name)
        found[full] = frozenset(known) if known and "#" not in full else _ALL
    return found


def strings(pattern: re.Pattern[Any], length: int, *, raw: bool) -> Iterator[str]:
    """Repetitions with an end that fits nothing, also of what `pattern` repeats; runs of white space in `raw` text."""
    for unit in (*_UNITS, *_WHITE) if raw else _UNITS:
        yield repeated("", unit, length)
    for before, unit in samples(pattern):
        if raw or not (unit.isspace() or "  " in before + unit + unit):
            yield repeated(before, unit, length)


def repeated(before: str, unit: str, length: int) -> str:
    """`before`, `unit` as often as there is room in `length` characters, and "!"."""
    return f"{before}{(unit * (length // len(unit) + 1))[: length - 1 - len(before)]}!"
