"""Reading `minutextract.toml`: what is wrong in it is said with the file, the key and what to write instead."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from minutextract.errors import UsageError
from minutextract.house import NAME
from minutextract.house.model import House

_LARGEST = 100_000
_DOCS = "docs/house.md lists the keys"


def find_house(named: Path | None, folder: Path | None = None) -> House:
    """The house file that is named, else the one in the folder (the working directory), else the standard.

    Raises:
        UsageError: there is no such file, or it says something that makes no sense.
    """
    if named is not None:
        return read_house(named)
    path = (folder or Path.cwd()) / NAME
    return read_house(path) if path.is_file() else House()


def read_house(path: Path) -> House:
    """The house style in a file.

    Raises:
        UsageError: it cannot be read, is no TOML, or has keys or values that nothing knows.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}", "Give the path of a house file.") from error
    if len(data) > _LARGEST:
        raise UsageError(f"{path} is too large for a house file", f"{_DOCS}.")
    try:
        # Windows editors put a byte order mark in front.
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} is no TOML: {error}", "`minutextract templates copy house DIR` writes an example."
        ) from error
    try:
        return House.model_validate(values)
    except ValidationError as error:
        raise _told(path, error) from error


def _told(path: Path, error: ValidationError) -> UsageError:
    """The first fault, and how many more there are."""
    first, *rest = error.errors()
    key = _key(first["loc"])
    more = f" (and {len(rest)} more)" if rest else ""
    if first["type"] == "extra_forbidden":
        known = [*_keys_of(_table(first["loc"][:-1]))]
        near = _nearest(str(first["loc"][-1]), known, first["loc"][:-1])
        remedy = f"Did you mean {near}?" if near else f"The keys here are {', '.join(known)}."
        return UsageError(f"{path}: there is no key {key}{more}", remedy)
    shown = repr(first["input"])
    value = shown if len(shown) <= 60 else f"{shown[:57]}..."
    return UsageError(f"{path}: {key} cannot be {value}{more}", _wanted(first))


def _key(place: Iterable[int | str]) -> str:
    """ "public.patterns[2]", counted from 1 as people do."""
    words = ""
    for part in place:
        words += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if words else part
    return words


def _wanted(fault: Any) -> str:
    message = str(fault["msg"]).removeprefix("Value error, ")
    if fault["type"] == "literal_error" or fault["type"] == "enum":
        expected = str(fault["ctx"]["expected"])
        near = get_close_matches(str(fault["input"]), expected.replace("'", "").replace(" or ", ", ").split(", "), 1)
        return f"Write {expected.replace(chr(39), chr(34))}{f'; {near[0]} is the nearest' if near else ''}."
    return f"{message[:1].upper()}{message[1:]}; {_DOCS}."


def _table(place: Iterable[int | str]) -> type[BaseModel]:
    model: type[BaseModel] = House
    for part in place:
        field = model.model_fields.get(str(part))
        if field is not None and isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            model = field.annotation
    return model


def _keys_of(model: type[BaseModel]) -> Iterator[str]:
    yield from (str(field.validation_alias or name) for name, field in model.model_fields.items())


def all_keys(model: type[BaseModel] = House, before: str = "") -> Iterator[tuple[str, str]]:
    """Every key of a house file with its description, those of tables as "public.named"."""
    for name, field in model.model_fields.items():
        key = f"{before}{field.validation_alias or name}"
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from all_keys(field.annotation, f"{key}.")
        else:
            yield key, field.description or ""


def _nearest(key: str, here: Iterable[str], place: tuple[int | str, ...]) -> str:
    """The key that a wrong one is most like: in its table, else in another."""
    folded = key.lower().replace("_", "-")
    own = {one.lower().replace("_", "-"): one for one in here}
    if near := get_close_matches(folded, own, 1, 0.6):
        return _key((*place, own[near[0]]))
    others = {one.rsplit(".", 1)[-1].lower().replace("_", "-"): one for one, _ in all_keys()}
    near = get_close_matches(folded, others, 1, 0.75)
    return others[near[0]] if near else ""
