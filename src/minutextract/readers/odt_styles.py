"""What the styles of an OpenDocument text say: emphasis, hidden and struck-out text, and how lists are numbered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from minutextract.readers.list_numbers import ordinal_label, small_integer

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says itself; None where it leaves that to its parent."""

    parent: str | None = None
    bold: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    list_style: str | None = None


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list is numbered; an empty format shows no number."""

    format: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


@dataclass(slots=True)
class OdtStyles:
    """Styles by family and name; list styles by name and level from 1, that of the headings under an empty name."""

    looks: dict[tuple[str, str], Look] = field(default_factory=dict)
    lists: dict[str, dict[int, ListLevel]] = field(default_factory=dict)

    def bold(self, family: str, name: str | None) -> bool | None:
        """Whether a style is bold or underlined, as far as it or those that it builds on say."""
        return next((look.bold for look in self._line(family, name) if look.bold is not None), None)

    def hidden(self, family: str, name: str | None) -> bool:
        """Whether text of a style is not shown."""
        return next((look.hidden for look in self._line(family, name) if look.hidden is not None), False)

    def struck(self, family: str, name: str | None) -> bool | None:
        """Whether text of a style is struck out, as far as it or those that it builds on say."""
        return next((look.struck for look in self._line(family, name) if look.struck is not None), None)

    def list_style(self, name: str | None) -> str | None:
        """The list style of a paragraph style."""
        return next((look.list_style for look in self._line("paragraph", name) if look.list_style is not None), None)

    def label(self, list_style: str, counts: Sequence[int]) -> str | None:
        """The number of an entry as shown; None if its level has a bullet, or nothing.

        Args:
            list_style: the name of the list style.
            counts: the counters of the entry's level and of those above, outermost first.
        """
        levels = self.lists.get(list_style, {})
        level = levels.get(len(counts))
        if level is None or not level.format:
            return None
        first = max(1, len(counts) - level.shown + 1)
        numbers = (
            ordinal_label(counts[at - 1], levels.get(at, level).format)
            for at in range(first, len(counts) + 1)
            if levels.get(at, level).format
        )
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip() or None

    def start(self, list_style: str, level: int) -> int:
        """The number that a level of a list begins with."""
        return self.lists.get(list_style, {}).get(level, ListLevel()).start

    def _line(self, family: str, name: str | None) -> Iterator[Look]:
        """A style and those that it builds on; the line is cut where styles build on one another in a circle."""
        for _ in range(_DEPTH):
            look = self.looks.get((family, name)) if name else None
            if look is None:
                return
            yield look
            name = look.parent


def read_odt_styles(roots: Sequence[etree._Element]) -> OdtStyles:
    """The styles of the parts `styles.xml` and `content.xml`."""
    styles = OdtStyles()
    for root in roots:
        for element in root.iter(f"{STYLE}style"):
            styles.looks[element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", "")] = _look(element)
        for element in root.iter(f"{TEXT}list-style"):
            styles.lists[element.get(f"{STYLE}name", "")] = _levels(element)
        for element in root.iter(f"{TEXT}outline-style"):
            styles.lists[""] = _levels(element)
    return styles


def _look(element: etree._Element) -> Look:
    own = element.find(f"{STYLE}text-properties")
    bold = hidden = struck = None
    if own is not None:
        weight, line, display = (
            own.get(f"{_FO}font-weight"),
            own.get(f"{STYLE}text-underline-style"),
            own.get(f"{TEXT}display"),
        )
        if weight is not None or line is not None:
            bold = weight not in (None, "normal", "100", "200", "300", "400") or line not in (None, "none")
        hidden = None if display is None else display in ("none", "condition")
        through = own.get(f"{STYLE}text-line-through-style") or own.get(f"{STYLE}text-line-through-type")
        struck = None if through is None else through != "none"
    return Look(element.get(f"{STYLE}parent-style-name"), bold, hidden, struck, element.get(f"{STYLE}list-style-name"))


def _levels(element: etree._Element) -> dict[int, ListLevel]:
    levels = {}
    for child in element.iterchildren(etree.Element):
        at = small_integer(child.get(f"{TEXT}level"), 0)
        levels[at] = ListLevel(
            format=child.get(f"{STYLE}num-format") or "",
            prefix=child.get(f"{STYLE}num-prefix") or "",
            suffix=child.get(f"{STYLE}num-suffix") or "",
            start=small_integer(child.get(f"{TEXT}start-value"), 1),
            shown=small_integer(child.get(f"{TEXT}display-levels"), 1),
        )
    return levels
