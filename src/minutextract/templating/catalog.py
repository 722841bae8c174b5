"""The templates that come along, and where a named one is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from minutextract.errors import UsageError
from minutextract.house import NAME as HOUSE_FILE

SUFFIXES = (".html", ".md", ".txt")
HOUSE = "house"
_PACKAGE = Path(__file__).parent
_FOLDERS = (_PACKAGE / "templates", _PACKAGE.parent / "render" / "templates")
_EXAMPLE = _PACKAGE.parent / "house" / "example.toml"
_DESCRIPTION = re.compile(r"\{#([^#]{1,300})#\}")


@dataclass(frozen=True, slots=True)
class Shipped:
    """A template, or the example of a house file: `path` is where it is, `file` what a copy is called."""

    name: str
    path: Path
    file: str
    description: str


def shipped() -> list[Shipped]:
    """All that come along, by name."""
    found = [_shipped(path) for folder in _FOLDERS for path in folder.glob("*.j2")]
    example = Shipped(HOUSE, _EXAMPLE, HOUSE_FILE, "Example of a house file, with every key.")
    return [*sorted(found, key=lambda one: one.name), example]


def _shipped(path: Path) -> Shipped:
    description = _DESCRIPTION.search(path.read_text(encoding="utf-8"))
    words = " ".join(description[1].strip("-").split()) if description else ""
    return Shipped(path.name.removesuffix(".j2"), path, path.name, words)


def named(name: str, among: Sequence[Shipped] | None = None) -> Shipped:
    """The template of this name; without its suffix, if one alone has the name.

    Raises:
        UsageError: none has, or several.
    """
    known = shipped() if among is None else among
    wanted = name.removesuffix(".j2")
    exact = [one for one in known if one.name == wanted]
    fitting = exact or [one for one in known if one.name.rsplit(".", 1)[0] == wanted]
    if len(fitting) == 1:
        return fitting[0]
    names = [one.name for one in known]
    if fitting:
        raise UsageError(f"several templates are called {name}", f"Say {' or '.join(one.name for one in fitting)}.")
    near = get_close_matches(wanted, names, 1)
    hint = f"Did you mean {near[0]}?" if near else "`minutextract templates list` names those that come along."
    raise UsageError(f"there is no template {name}", hint)


def template_path(file_or_name: str) -> Path:
    """The file of a template that is given by path or by name.

    Raises:
        UsageError: there is none, or what it writes cannot be told from its name.
    """
    path = Path(file_or_name)
    if not path.is_file():
        if len(path.parts) > 1:
            raise UsageError(f"there is no template {path}", "Check the path.")
        path = named(file_or_name, [one for one in shipped() if one.name != HOUSE]).path
    written_suffix(path)
    return path


def written_suffix(path: Path) -> str:
    """What a template writes, by its name: ".html", ".md" or ".txt".

    Raises:
        UsageError: its name does not say.
    """
    suffix = Path(path.name.removesuffix(".j2")).suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"{path} does not say what it writes", "Let its name end in .html.j2, .md.j2 or .txt.j2.")
    return suffix
