"""The decisions of a summary: what was settled, who moved it, and how the vote went."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from minutextract.meeting import Item
from minutextract.record import Decision
from minutextract.render.agreed import without_title
from minutextract.render.content import Group, Line, Section, grouped, located
from minutextract.render.heading import NO_ITEM, item_heading, item_label
from minutextract.render.options import Attribution
from minutextract.render.rewording import Rewording
from minutextract.render.wording import capitalised, fold

# How minutes tell that they go on, before what was settled.
_OPENER = re.compile(
    r"^(?:…|\.\.\.)\s*|^(?:(?:ok(?:ay)?|yeah|well|alright|right|and(?=,?\s+(?:yeah|so|then)\b)|so(?=,\s|\s+(?:yeah|ok(?:ay)?)\b))[\s,]+)+(?=\w)|"
    r"^then\s+(?=(?:we|it|the)\b)|^(?:but|however),?\s+(?=(?:we|it|there|the)\b)|^however\s*,\s+",
    re.IGNORECASE,
)
_WE_THEN = re.compile(r"^(We|They) then\s+(?=\w+ed\b)")


def decisions(words: Rewording, without: Collection[str] = ()) -> Section:
    """What was settled, under its items in the order of the minutes.

    Args:
        words: the record's words as this summary has them.
        without: the ids of decisions that the summary tells as actions.
    """
    items = {item.id: item for item in words.record.meeting.items}
    lines = [_under(words, one, items.get(one.item or "")) for one in words.record.decisions if one.id not in without]
    groups = grouped(lines)
    if any(group.heading for group in groups):
        groups = tuple(Group(group.heading or NO_ITEM, group.lines) for group in groups)
    told = f"none beside the actions that were agreed ({len(without)})" if without else ""
    section = Section("decisions", "Decisions", groups)
    return replace(section, empty=told) if told else section


def without_opener(text: str) -> str:
    """The words without how minutes tell that they go on ("Okay, so, …", "But we …")."""
    return _OPENER.sub("", text)


def _under(words: Rewording, decision: Decision, item: Item | None) -> tuple[str, Line]:
    """The heading of a decision's item, if it has one that says anything, and the decision."""
    if item and _is_body(words, item):
        item = None
    line = Line(_decision(words, decision, item), *item_label(words, item.id if item else None), headed=True)
    return item_heading(words, item), located(line, words.record.document, decision)


def _is_body(words: Rewording, item: Item) -> bool:
    """Whether what should be an item is what the meeting itself is called."""
    meeting = words.record.meeting
    names = [fold(name).casefold() for name in (meeting.body, meeting.title) if name]
    return not item.number and any(fold(item.title).casefold() in (name, f"{name} meeting") for name in names)


def _decision(words: Rewording, decision: Decision, item: Item | None) -> str:
    """ "Buy a boat (moved by Jane Roe, seconded by Sam Poe; carried, 5–0)"."""
    text = _WE_THEN.sub(r"\1 ", without_opener(words.text(decision.text, decision.span)))
    text = capitalised(without_title(text, item.title if item else None))
    movers = (("moved", decision.moved_by), ("seconded", decision.seconded_by))
    shown = movers if words.names.attribution is not Attribution.NONE else ()
    names = [f"{verb} by {uncapitalised(words.names.parties(who))}" for verb, who in shown if who]
    vote = words.plain(decision.vote.text) if decision.vote else ""
    # "No objection" is all that was said of it: nobody carried anything.
    outcome = decision.outcome.value if decision.outcome and "objection" not in vote.casefold() else ""
    told = [part for part in (outcome, vote) if part and part.casefold() not in text.casefold()]
    notes = [part for part in (", ".join(names), ", ".join(told)) if part]
    return fold(f"{text} ({'; '.join(notes)})" if notes else text)


def uncapitalised(label: str) -> str:
    """A label within brackets: "moved by the Treasurer", "moved by Jane Roe"."""
    small = label.startswith(("The ", "A ", "An ", "Somebody "))
    return f"{label[0].lower()}{label[1:]}" if small else label
