"""The key points of a summary: the words, with what they lean on, and who made them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutextract.document import Span
from minutextract.meeting import Item
from minutextract.people.names import is_initials
from minutextract.record import How, Insight, Mention, Record
from minutextract.render.content import Line, located
from minutextract.render.names import speakers_label
from minutextract.render.selection import selected
from minutextract.render.wording import capitalised, clip, fold

_LONGEST_POINT, _LONGEST_CONTEXT = 400, 300
_LABEL_END = re.compile(r"[)\]]?\s*:\s")
# "Kit (Loomis)", "Kit L": what follows says more closely who it is.
_NAMED_ON = re.compile(r"\s*\(|\s+[A-Z]")
_NOTE_OF_TOPIC = re.compile(r"\s*(?:\[[^\[\]]{1,40}\]|[(\[]?\b\d{1,3}\s?m(?:in(?:ute)?s?)?\b[)\]]?)\W*$")
_ENDED = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Points:
    """The points to show, each with its heading and line, and how many more the record has."""

    shown: tuple[Insight, ...]
    lines: tuple[tuple[str, Line], ...]
    left_out: int


def key_points(record: Record, said: Sequence[str], words_taken: int) -> Points:
    """The points worth a place beside texts that the summary shows already, `words_taken` words in all."""
    items = {item.id: item for item in record.meeting.items}
    # What the summary has said as an action, a decision or thanks, it does not say again.
    told = {finding.sentence for finding in (*record.actions, *record.decisions, *record.praise)}
    candidates = [insight for insight in record.insights if insight.sentence not in told]
    shown = selected(record, candidates, said, words_taken)
    lines = tuple((_item_heading(items.get(one.item or "")), _line(record, one)) for one in shown)
    return Points(tuple(shown), lines, len(candidates) - len(shown))


def _line(record: Record, insight: Insight) -> Line:
    return located(Line(_point(record, insight), context=insight.context), record.document, insight)


def _item_heading(item: Item | None) -> str:
    if item is None:
        return "Not under an agenda item"
    return clip(fold(f"{item.number.rstrip('.')}. {item.title}" if item.number else item.title), 150)


def _point(record: Record, insight: Insight) -> str:
    text = clip(fold(_named(record, insight.span)), _LONGEST_POINT)
    text = capitalised(text if text.endswith(("..", "etc.")) else text.removesuffix("."))
    whole = f"{_context(record, insight.context, text)}{text}" if insight.context else text
    speakers = speakers_label(record.meeting, insight.by, whole)
    if not speakers:
        return whole
    return f"{speakers}: {whole}" if _is_turn(record, insight) else f"{whole} ({speakers})"


def _context(record: Record, span: Span, text: str) -> str:
    """What a point leans on, as it stands before the point: "Roof: " or "The roof leaks. "."""
    words = _NOTE_OF_TOPIC.sub("", _NOTE_OF_TOPIC.sub("", fold(_named(record, span))))
    if text.casefold().startswith(words.rstrip(" :,;-–").casefold()):
        return ""
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


def _named(record: Record, span: Span) -> str:
    """The words, with the name in place of the initials, first name or pronoun that they open with."""
    words = span.of(record.document.text).strip()
    opening = next((one for one in record.mentions if 0 <= one.span.start - span.start <= 1), None)
    if opening is None or opening.how is How.COLLECTIVE:
        return words
    before = record.document.text[span.start : opening.span.start]
    return _renamed(record, words, opening, before) if before in ("", "(", "[") else words


def _renamed(record: Record, words: str, opening: Mention, before: str) -> str:
    written = opening.span.of(record.document.text)
    names = {person.id: person.name for person in record.meeting.people}
    names |= {unit.id: unit.name for unit in record.meeting.units}
    name = names.get(opening.person or opening.unit or "")
    rest = words[len(before + written) :]
    label = bool(name and written in name and _LABEL_END.match(rest))
    first_name = bool(name and name.split()[0] == written)
    short = opening.how is How.PRONOUN or is_initials(written) or label or first_name
    if not name or not short or _NAMED_ON.match(rest) or not words.startswith(before + written):
        return words
    return name + (rest.removeprefix(")" if before == "(" else "]") if before else rest)
