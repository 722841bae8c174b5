"""Which key points a summary shows: the most telling of each item, none twice, as many as there is room for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from minutextract.findings.news import is_news
from minutextract.findings.point_shapes import hangs
from minutextract.findings.sequels import turns_round
from minutextract.record import Flag, Insight, InsightKind
from minutextract.render.options import Length
from minutextract.render.wording import count_words

MOST = 40
_MOST_IN_BRIEF = 8
_MOST_OF_AN_ITEM, _MOST_OF_AN_ITEM_IN_BRIEF, _FEW_ITEMS = 7, 2, 3
# Of two points that tell as much the shorter goes first.
_FOR_A_WORD = 0.004
_LEAST_WORTH, _LEAST_WORTH_IN_BRIEF = 0.35, 0.7
# News stands out by its words, whatever the classifier makes of them.
_WORTH_OF_NEWS = 0.95
_ALIKE, _CONTAINED, _FEWEST_ALIKE = 0.6, 0.85, 4
_SHORT, _BRIEF, _FULL, _LONG = 6, 9, 12, 45
_FIGURE = re.compile(r"[£$€]\s?\d|\d\s?%|\b\d+(?:[.,:]\d+)*\b")
_REASON = re.compile(
    r"\b(?:because|due to|so that|in order to|as a result|which means|therefore|since|however|only|instead of|"
    r"rather than)\b"
)
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w-]+")
_HEDGE = re.compile(
    r"^\W*(?:(?:maybe|perhaps|probably|possibly|potentially|not sure)\b|I (?:think|guess|feel)\b)", re.IGNORECASE
)
_FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|d|ll|ve)|my|me)\b")
_POINTS_BACK = re.compile(r"\b(?:this|it|them|these|those)\b", re.IGNORECASE)
_THESE = re.compile(
    r"\b(?:on|of|for|in|about|with|to|from|at)\s+(?:this|these|those|that)\b(?!\s+(?:year|month|week|meeting|point|time|day))"
)
_WORD = re.compile(r"[^\W_]{3,}")
_EMPTY = frozenset(
    "the and for that this with are was were has have had not but from they will would can could should there which "
    "been than then also our its their his her into about all any some more "
    "who what when how said noted reported asked".split()
)


@dataclass(frozen=True, slots=True)
class Room:
    """How much points may take up: so many words, and as much as suits the summary's length."""

    words: float
    length: Length = Length.STANDARD

    @property
    def points(self) -> int:
        """How many points there may be."""
        return _MOST_IN_BRIEF if self.length is Length.BRIEF else MOST

    @property
    def of_an_item(self) -> int:
        """How many of them may be of one agenda item, if there are several."""
        return _MOST_OF_AN_ITEM_IN_BRIEF if self.length is Length.BRIEF else _MOST_OF_AN_ITEM

    @property
    def least_worth(self) -> float:
        """What is worth less than this is not shown."""
        return _LEAST_WORTH_IN_BRIEF if self.length is Length.BRIEF else _LEAST_WORTH


def selected(
    candidates: Sequence[Insight],
    sizes: Mapping[str, int],
    headings: Mapping[str, str],
    said: Iterable[str],
    room: Room,
) -> list[Insight]:
    """The points to show, in the order of the minutes; all of them in a full summary.

    Args:
        candidates: points that the summary has not shown as something else.
        sizes: how many words each takes, by id.
        headings: under which heading each stands, by id; a heading takes room with its first point.
        said: texts that the summary shows already.
        room: how much they may take up.
    """
    if room.length is Length.FULL:
        return sorted(candidates, key=lambda one: one.span)
    seen, left = [_content(text) for text in said], room.words
    chosen: list[Insight] = []
    worth = {one.id: _worth(one) - _FOR_A_WORD * max(sizes[one.id] - _FULL, 0) for one in candidates}
    halves = {} if room.length is Length.BRIEF else _turned_round(candidates)
    for half, whole in halves.items():
        worth[whole] = max(worth[whole], worth[half])
    readable = [one for one in candidates if one.id not in halves and _is_readable(one, worth[one.id], room)]
    for insight in _in_turns(readable, worth, room):
        content, opened = _content(insight.text), {headings[one.id] for one in chosen}
        heading = headings[insight.id]
        size = sizes[insight.id] + (0 if heading in opened else count_words(heading))
        if len(chosen) == room.points or size > left or any(_is_alike(content, other) for other in seen):
            continue
        chosen.append(insight)
        seen.append(content)
        left -= size
    return sorted((one for one in chosen if not _is_context(one, chosen)), key=lambda one: one.span)


def _turned_round(insights: Sequence[Insight]) -> dict[str, str]:
    """Points that the sentence behind them takes back or limits, by id, and what shows both."""
    wholes = {one.context.end: one.id for one in insights if one.complete and one.context and turns_round(one.text)}
    return {one.id: wholes[one.span.end] for one in insights if one.span.end in wholes}


def _is_readable(insight: Insight, worth: float, room: Room) -> bool:
    leans = insight.context is not None
    return insight.complete and worth >= room.least_worth and not (leans and room.length is Length.BRIEF)


def _in_turns(insights: Sequence[Insight], worth: dict[str, float], room: Room) -> list[Insight]:
    """The best point of each agenda item, then the second best of each, and so on; within a round the best first."""
    items: dict[str | None, list[Insight]] = {}
    for insight in sorted(insights, key=lambda one: (-worth[one.id], one.span)):
        items.setdefault(insight.item, []).append(insight)
    most = room.of_an_item if len(items) > _FEW_ITEMS else room.points
    rounds = [(place, -worth[one.id], one) for own in items.values() for place, one in enumerate(own[:most])]
    return [one for *_, one in sorted(rounds, key=lambda each: (each[0], each[1], each[2].span))]


def _worth(insight: Insight) -> float:
    """How much a point is likely to tell somebody who was not there: the score, and what its wording adds or takes."""
    text, count = insight.text, len(insight.text.split())
    marks = (
        (0.25, _FIGURE.search(text)),
        (0.1, insight.kind in (InsightKind.CONCERN, InsightKind.SUGGESTION)),
        (0.1, _REASON.search(text)),
        (0.1, _NAME.search(text)),
        (0.1, insight.by),
        (0.1, _FULL <= count <= _LONG),
        (-0.35, count < _SHORT and not insight.context),
        (-0.1, count < _BRIEF),
        (-0.1, count > _LONG),
        (-0.3, insight.kind is InsightKind.QUESTION),
        (-0.05, insight.context),
        (-0.15, _HEDGE.search(text)),
        (-0.2, _FIRST_PERSON.search(text) and not insight.by),
        (-0.1, _POINTS_BACK.search(text)),
        (-0.15, not insight.context and _THESE.search(text)),
        (-0.2, not insight.context and hangs(text)),
        (-0.15, Flag.UNCERTAIN_LABEL in insight.flags),
    )
    score = max(insight.score, _WORTH_OF_NEWS) if is_news(text) else insight.score
    return score + sum(weight for weight, holds in marks if holds)


def _content(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _WORD.findall(text.casefold()) if word not in _EMPTY)


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    both, fewest = len(one & other), min(len(one), len(other))
    if fewest < _FEWEST_ALIKE:
        return one == other and bool(one)
    return both >= _ALIKE * len(one | other) or both >= _CONTAINED * fewest


def _is_context(insight: Insight, shown: Sequence[Insight]) -> bool:
    return any(one.context and insight.span.within(one.context) for one in shown)
