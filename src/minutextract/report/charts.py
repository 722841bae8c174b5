"""Bar and column charts as SVG: drawn in per cent of the width, so that words keep their size on any screen.

A chart is a picture to a screen reader; the page has the same figures as a table below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from minutextract.render.wording import clip

# Heights in pixels: of a bar with its label, of the bar alone, of the columns and of what stands below them.
_ROW, _BAR, _LABEL = 42, 18, 16
_COLUMNS, _BELOW, _ABOVE = 180, 26, 18
_LONGEST_LABEL = 44
# How many labels below columns fit on a phone, and which share of a chart a number needs to stand in its bar.
_MOST_LABELS, _ROOM = 5, 6.0


@dataclass(frozen=True, slots=True)
class Series:
    """Values of one kind: what they are called, and the class that colours them."""

    name: str
    style: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and its figures.

    Attributes:
        anchor: unique in the page.
        title: what it shows.
        about: how to read it.
        series: the kinds of values, for the key.
        label: what the rows are.
        rows: each with its label and a value for each series.
        drawn: the picture.
    """

    anchor: str
    title: str
    about: str
    series: tuple[Series, ...]
    label: str
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    drawn: Markup


def bars(rows: Sequence[tuple[str, tuple[int, ...]]], series: Sequence[Series]) -> Markup:
    """A horizontal bar for each row, its values one behind the other."""
    most = max((sum(values) for _, values in rows), default=0) or 1
    height = _ROW * len(rows)
    return _svg(height, (part for at, row in enumerate(rows) for part in _bar(at * _ROW, *row, series, most)))


def _bar(top: int, label: str, values: Sequence[int], series: Sequence[Series], most: int) -> Iterator[Markup]:
    yield Markup('<text x="0" y="{}"><tspan class="isolated">{}</tspan> <tspan class="total">{}</tspan></text>').format(
        top + _LABEL - 4, clip(label, _LONGEST_LABEL), sum(values)
    )
    left = 0.0
    for value, one in zip(values, series, strict=True):
        width = 100 * value / most
        if value:
            yield _rectangle(left, top + _LABEL, width, _BAR, one.style)
        if width >= _ROOM and len(series) > 1:
            yield Markup('<text class="within {}" x="{}%" y="{}">{}</text>').format(
                one.style, _short(left + width / 2), top + _LABEL + 13, value
            )
        left += width


def columns(rows: Sequence[tuple[str, tuple[int, ...]]], series: Sequence[Series]) -> Markup:
    """A column for each row, its values one above the other; some of the labels stand below."""
    most = max((sum(values) for _, values in rows), default=0) or 1
    return _svg(_ABOVE + _COLUMNS + _BELOW, _columns(rows, series, most))


def _columns(rows: Sequence[tuple[str, tuple[int, ...]]], series: Sequence[Series], most: int) -> Iterator[Markup]:
    step = 100 / max(len(rows), 1)
    every = -(-len(rows) // _MOST_LABELS)
    base = _ABOVE + _COLUMNS
    yield Markup('<text x="0" y="12">{} at most</text>').format(most)
    yield Markup('<line class="axis" x1="0" x2="100%" y1="{0}" y2="{0}"/>').format(base)
    for at, (label, values) in enumerate(rows):
        bottom = float(base)
        for value, one in zip(values, series, strict=True):
            height = _COLUMNS * value / most
            if value:
                yield _rectangle(at * step + step * 0.1, bottom - height, step * 0.8, height, one.style)
            bottom -= height
        if at % every == 0:
            yield Markup('<text x="{}%" y="{}">{}</text>').format(_short(at * step + step * 0.1), base + 18, label)


def _rectangle(left: float, top: float, width: float, height: float, style: str) -> Markup:
    return Markup('<rect class="{}" x="{}%" y="{}" width="{}%" height="{}"/>').format(
        style, _short(left), _short(top), _short(width), _short(height)
    )


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _svg(height: int, parts: Iterator[Markup]) -> Markup:
    inner = Markup("").join(parts)
    return Markup('<svg width="100%" height="{}" aria-hidden="true" focusable="false">{}</svg>').format(height, inner)
