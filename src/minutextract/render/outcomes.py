"""The decisions of a summary: what was settled, who moved it, and how the vote went."""

from __future__ import annotations

from minutextract.meeting import Meeting
from minutextract.record import Decision, Record
from minutextract.render.content import Line, Section, grouped, located
from minutextract.render.heading import item_label
from minutextract.render.names import parties_label
from minutextract.render.wording import capitalised, fold


def decisions(record: Record) -> Section:
    """What was settled, in the order of the minutes."""
    lines = (
        (
            "",
            located(Line(_decision(record.meeting, one), *item_label(record.meeting, one.item)), record.document, one),
        )
        for one in record.decisions
    )
    return Section("Decisions", grouped(lines), "none recorded", key="decisions")


def _decision(meeting: Meeting, decision: Decision) -> str:
    """ "Buy a boat (moved by Jane Roe, seconded by Sam Poe; carried, 5–0)"."""
    text = capitalised(fold(decision.text))
    names = [
        f"{verb} by {parties_label(meeting, who)}"
        for verb, who in (("moved", decision.moved_by), ("seconded", decision.seconded_by))
        if who
    ]
    outcome = decision.outcome.value if decision.outcome else ""
    vote = fold(decision.vote.text) if decision.vote else ""
    told = [part for part in (outcome, vote) if part and part.casefold() not in text.casefold()]
    notes = [part for part in (", ".join(names), ", ".join(told)) if part]
    return f"{text} ({'; '.join(notes)})" if notes else text
