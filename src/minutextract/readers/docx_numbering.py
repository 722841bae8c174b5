"""List numbers as Word shows them: levels, restarts and formats of numbering.xml, counted paragraph by paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from minutextract.readers.docx_styles import Styles, namespace, toggle, value
from minutextract.readers.list_numbers import ordinal_label, small_integer

_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list definition; `restart` is the level after which it begins anew, 0 for never."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(slots=True)
class _Number:
    abstract: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Numbering:
    """Counters of a document; ask `label` for each numbered paragraph in order."""

    abstracts: dict[str, dict[int, Level]] = field(default_factory=dict)
    numbers: dict[str, _Number] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def level_of_style(self, num_id: str, style_id: str | None) -> int:
        """The level that the list definition ties to a paragraph style, 0 if none."""
        number = self.numbers.get(num_id)
        levels = self.abstracts.get(number.abstract, {}) if number else {}
        return next((at for at, level in levels.items() if style_id and level.style == style_id), 0)

    def label(self, num_id: str, at: int) -> str | None:
        """Count a paragraph and give its number as shown; None for bullets and unknown lists."""
        number = self.numbers.get(num_id)
        if number is None or not 0 <= at < _LEVELS:
            return None
        levels = {**self.abstracts.get(number.abstract, {}), **number.levels}
        level = levels.get(at)
        if level is None:
            return None
        counts = self._count(num_id, number, levels, at)
        if level.format == "bullet":
            return None
        label = _PLACE.sub(lambda found: _shown(levels, counts, int(found[1]) - 1, legal=level.legal), level.text)
        return label.strip() or None

    def _count(self, num_id: str, number: _Number, levels: dict[int, Level], at: int) -> dict[int, int]:
        counts = self.counts.setdefault(number.abstract, {})
        for above in range(at):
            counts.setdefault(above, levels[above].start if above in levels else 1)
        if at in number.starts and (num_id, at) not in self.started:
            counts[at] = number.starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else levels[at].start
        self.started.add((num_id, at))
        for below in [below for below in counts if below > at]:
            restart = levels[below].restart if below in levels else None
            if restart is None or at < restart:
                del counts[below]
        return counts


def _shown(levels: dict[int, Level], counts: dict[int, int], at: int, *, legal: bool) -> str:
    level, count = levels.get(at, Level()), counts.get(at)
    if count is None:
        count = level.start
    if level.format == "decimalZero" and not legal:
        return f"{count:02d}"
    if level.format in ("none", "bullet"):
        return ""
    return ordinal_label(count, "1" if legal else _STYLES.get(level.format, "1"))


def read_numbering(root: etree._Element | None, styles: Styles) -> Numbering:
    """The list definitions of numbering.xml; `styles` resolves definitions that only name a list style."""
    numbering = Numbering()
    if root is None:
        return numbering
    w = namespace(root)
    links: dict[str, str] = {}
    for element in root.iterchildren(f"{w}abstractNum"):
        abstract = element.get(f"{w}abstractNumId", "")
        numbering.abstracts[abstract] = _levels(element, w)
        if link := value(element, f"{w}numStyleLink", w):
            links[abstract] = link
    for element in root.iterchildren(f"{w}num"):
        numbering.numbers[element.get(f"{w}numId", "")] = _number(element, w)
    for abstract, style_id in links.items():
        num_id, _ = styles.numbering(style_id)
        target = numbering.numbers.get(num_id or "")
        if target is not None and not numbering.abstracts[abstract]:
            numbering.abstracts[abstract] = numbering.abstracts.get(target.abstract, {})
    return numbering


def _levels(element: etree._Element, w: str) -> dict[int, Level]:
    return {small_integer(level.get(f"{w}ilvl"), 0): _level(level, w) for level in element.iterchildren(f"{w}lvl")}


def _level(element: etree._Element, w: str) -> Level:
    restart = value(element, f"{w}lvlRestart", w)
    format_ = value(element, f"{w}numFmt", w)
    if format_ is None:
        # Newer formats stand in an alternate, with the plain one as fallback.
        format_ = next((found.get(f"{w}val") for found in element.iter(f"{w}numFmt")), None)
    return Level(
        start=small_integer(value(element, f"{w}start", w), 1),
        format=format_ or "decimal",
        text=value(element, f"{w}lvlText", w) or "",
        restart=small_integer(restart, 0) if restart is not None else None,
        legal=bool(toggle(element.find(f"{w}isLgl"), w)),
        style=value(element, f"{w}pStyle", w),
    )


def _number(element: etree._Element, w: str) -> _Number:
    number = _Number(value(element, f"{w}abstractNumId", w) or "")
    for override in element.iterchildren(f"{w}lvlOverride"):
        at = small_integer(override.get(f"{w}ilvl"), 0)
        if (start := value(override, f"{w}startOverride", w)) is not None:
            number.starts[at] = small_integer(start, 1)
        number.levels.update(_levels(override, w))
    return number
