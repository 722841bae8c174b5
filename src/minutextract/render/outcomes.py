"""The decisions of a summary: what was settled, who moved it, and how the vote went."""

from __future__ import annotations

from minutextract.record import Decision
from minutextract.render.content import Line, Section, grouped, located
from minutextract.render.heading import item_label
from minutextract.render.options import Attribution
from minutextract.render.rewording import Rewording
from minutextract.render.wording import capitalised, fold


def decisions(words: Rewording) -> Section:
    """What was settled, in the order of the minutes."""
    return Section("decisions", "Decisions", grouped(("", _line(words, one)) for one in words.record.decisions))


def _line(words: Rewording, decision: Decision) -> Line:
    line = Line(_decision(words, decision), *item_label(words, decision.item))
    return located(line, words.record.document, decision)


def _decision(words: Rewording, decision: Decision) -> str:
    """ "Buy a boat (moved by Jane Roe, seconded by Sam Poe; carried, 5–0)"."""
    text = capitalised(words.text(decision.text, decision.span))
    movers = (("moved", decision.moved_by), ("seconded", decision.seconded_by))
    shown = movers if words.names.attribution is not Attribution.NONE else ()
    names = [f"{verb} by {uncapitalised(words.names.parties(who))}" for verb, who in shown if who]
    outcome = decision.outcome.value if decision.outcome else ""
    vote = words.plain(decision.vote.text) if decision.vote else ""
    told = [part for part in (outcome, vote) if part and part.casefold() not in text.casefold()]
    notes = [part for part in (", ".join(names), ", ".join(told)) if part]
    return fold(f"{text} ({'; '.join(notes)})" if notes else text)


def uncapitalised(label: str) -> str:
    """A label within brackets: "moved by the Treasurer", "moved by Jane Roe"."""
    small = label.startswith(("The ", "A ", "An ", "Somebody "))
    return f"{label[0].lower()}{label[1:]}" if small else label
