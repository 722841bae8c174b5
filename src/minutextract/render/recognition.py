"""The thanks of a summary: who gave them to whom, and for what."""

from __future__ import annotations

from minutextract.record import Praise, Record
from minutextract.render.content import Line, Section, grouped, located
from minutextract.render.heading import item_label
from minutextract.render.names import parties_label
from minutextract.render.wording import capitalised, fold, quote_of


def recognition(record: Record) -> Section:
    """Who was thanked for what, by giver."""
    meeting = record.meeting
    lines = (
        (
            f"From {parties_label(meeting, praise.by)}" if praise.by else "Giver not named",
            located(Line(_thanks(record, praise), *item_label(meeting, praise.item)), record.document, praise),
        )
        for praise in record.praise
    )
    return Section("Thanks and recognition", grouped(lines), "none recorded", key="thanks")


def _thanks(record: Record, praise: Praise) -> str:
    """ "Jane Roe: for her work"; the whole quotation where receiver and reason are not both plain."""
    quote, reason = quote_of(record.document.text, praise.span).removesuffix("."), fold(praise.reason or "")
    if not praise.to:
        return capitalised(reason or quote)
    receivers = parties_label(record.meeting, praise.to)
    if not reason:
        return f"{receivers}: “{quote}”"
    before = quote[: quote.find(reason)].split()[-1:] if reason in quote else []
    preposition = f"{before[0].lower()} " if before and before[0].lower() in ("for", "on") else ""
    return f"{receivers}: {preposition}{reason}"
