"""The key points of a summary: the words, with what they lean on, and who made them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from minutextract.document import Span
from minutextract.findings.point_shapes import hangs, is_fragment, lacks_verb, leans, without_addition, without_mark
from minutextract.record import Insight, Record
from minutextract.render.content import Line, located
from minutextract.render.heading import NO_ITEM, item_heading
from minutextract.render.options import Length
from minutextract.render.rewording import Rewording
from minutextract.render.selection import Room, selected
from minutextract.render.wording import capitalised, clip, count_words

_LONGEST_POINT, _LONGEST_CONTEXT = 400, 300
_LONGEST = {Length.BRIEF: 180, Length.STANDARD: 300}
_NOTE_OF_TOPIC = re.compile(
    r"\s*(?:[-–]\s+[A-Z][\w’'-]+\s+(?:is\s+)?(?:not\s+(?:on\s+(?:the\s+)?call|present|here)|absent)|\[[^\[\]]{1,40}\]|[(\[]?\b\d{1,3}\s?m(?:in(?:ute)?s?)?\b[)\]]?)\W*$"
)
# A scribe's mark that the speaker of the line above goes on.
_GOES_ON = re.compile(r"^(?:…|\.\.\.)\s*")
# Fewer are hardly clear without what they hang from.
_FEW_WORDS = 9
_OTHERS = 2
_STOPS = ("..", "etc.", "a.m.", "p.m.")
_ENDED = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Points:
    """The points to show, each with its heading and line, and how many more the record has.

    `crowded_out` says that there was no room for the best of them.
    """

    shown: tuple[Insight, ...]
    lines: tuple[tuple[str, Line], ...]
    left_out: int
    crowded_out: bool = False


def key_points(words: Rewording, said: Sequence[str], room: float, length: Length = Length.STANDARD) -> Points:
    """The points worth a place beside what the summary shows already.

    Args:
        words: the record's words as this summary has them.
        said: texts that the summary shows already.
        room: how many words the points may take.
        length: how long the summary is to be.
    """
    record = words.record
    items = {item.id: item for item in record.meeting.items}
    # What the summary has said as an action, a decision or thanks, it does not say again.
    told = {finding.sentence for finding in (*record.actions, *record.decisions, *record.praise)}
    settled = [decision.span for decision in record.decisions]
    others = [finding.span for finding in (*record.actions, *record.praise)]
    candidates = [
        bare
        for insight in record.insights
        if insight.sentence not in told and not any(insight.span.within(span) for span in settled)
        if (bare := _without_told(insight, [*settled, *others]))
    ]
    headings = {one.id: item_heading(words, items.get(one.item or "")) or NO_ITEM for one in candidates}
    lines = {one.id: _line(words, one, length) for one in candidates}
    sizes = {one.id: count_words(lines[one.id].text) for one in candidates}
    shown = selected(candidates, sizes, headings, said, Room(room, length))
    crowded_out = not shown and bool(selected(candidates, sizes, headings, said, Room(math.inf, length)))
    shown = _without_titles(shown, headings)
    placed = tuple((headings[one.id], lines[one.id]) for one in shown)
    return Points(tuple(shown), placed, len(candidates) - len(shown), crowded_out)


def _without_titles(shown: Sequence[Insight], headings: Mapping[str, str]) -> list[Insight]:
    """The points without those that only say their heading again, where others stand below it."""
    below = Counter(headings[one.id] for one in shown)
    return [one for one in shown if below[headings[one.id]] < _OTHERS or not _is_title(one.text, headings[one.id])]


def _is_title(text: str, heading: str) -> bool:
    return text.casefold().strip(" .:") == heading.casefold().strip(" .:")


def _without_told(insight: Insight, told: Sequence[Span]) -> Insight | None:
    """A point without what it leans on if the summary has told that; None if it cannot stand without."""
    context = insight.context
    if context is None or not any(span.within(context) or context.within(span) for span in told):
        return insight
    text = insight.text
    if leans(text) or is_fragment(text) or hangs(text) or count_words(text) < _FEW_WORDS:
        return None
    return replace(insight, context=None)


def _line(words: Rewording, insight: Insight, length: Length) -> Line:
    context = None if words.opens_with_pronoun(insight.span) or length is Length.BRIEF else insight.context
    return located(Line(_point(words, insight, context, length), context=context), words.record.document, insight)


def _point(words: Rewording, insight: Insight, context: Span | None, length: Length) -> str:
    text = clip(_GOES_ON.sub("", words.words(insight.span)), _LONGEST.get(length, _LONGEST_POINT))
    text = without_addition(without_mark(text))
    text = capitalised(text if text.endswith(_STOPS) else text.removesuffix("."))
    whole = f"{_context(words, context, text)}{text}" if context else text
    speakers = words.names.speakers(
        [one for one in insight.by if not words.keeps_initials_of(one, insight.span)], whole
    )
    if not speakers:
        return whole
    return f"{speakers}: {whole}" if _is_turn(words.record, insight) else f"{whole} ({speakers})"


def _context(wording: Rewording, span: Span, text: str) -> str:
    """What a point leans on, as it stands before the point: "Roof: " or "The roof leaks. "."""
    words = _NOTE_OF_TOPIC.sub("", _NOTE_OF_TOPIC.sub("", wording.words(span)))
    if text.casefold().startswith(words.rstrip(" :,;-–").casefold()):
        return ""
    if leans(text) and not lacks_verb(words) and not words.endswith((":", *_ENDED)):
        words = f"{words.rstrip(' ,;-–')}."
    if words.endswith(":") or not words.endswith(_ENDED):
        return f"{capitalised(clip(words.rstrip(' :,;-–'), _LONGEST_CONTEXT))}: "
    return f"{capitalised(clip(words, _LONGEST_CONTEXT))} "


def _is_turn(record: Record, insight: Insight) -> bool:
    """Whether the speakers stand before the point and not in it, so that they are written before it as well."""
    names = {one.id: (*one.initials, *one.name.split()) for one in record.meeting.people}
    names |= {one.id: (*one.initials, *one.name.split()) for one in record.meeting.units}
    words = set(re.findall(r"[\w’'-]+", insight.text))
    if any(words.intersection(names.get(party.person or party.unit or "", party.name.split())) for party in insight.by):
        return False
    own = {(mention.person, mention.unit) for mention in record.mentions if mention.span.within(insight.span)}
    return not any((party.person, party.unit) in own for party in insight.by)
