"""What the house style makes of a summary: its sections and their order, dates, statuses, lines above and below."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace

from minutextract.house.model import DateForm, House
from minutextract.record import Record
from minutextract.render.content import Group, Line, Section, Summary

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_LONG_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b")
_FORMS = {DateForm.SHORT: "{day:02}/{month:02}/{year}", DateForm.ISO: "{year}-{month:02}-{day:02}"}


def headed(record: Record, house: House) -> Record:
    """The record, of the body that the house says it is."""
    return replace(record, meeting=replace(record.meeting, body=house.heading)) if house.heading else record


def styled(summary: Summary, house: House) -> Summary:
    """The summary as the house has it."""
    shown = [section for section in summary.sections if section.key not in house.leave_out]
    first = list[str](house.order)
    shown.sort(key=lambda section: first.index(section.key) if section.key in first else len(first))
    return replace(
        summary,
        title=_dated(summary.title, house.date_format),
        facts=tuple(
            (label, _dated(text, house.date_format) if label == "Date" else text) for label, text in summary.facts
        ),
        sections=tuple(_section(section, house) for section in shown),
        logo=house.logo or "",
        contact=house.contact or "",
    )


def _section(section: Section, house: House) -> Section:
    title = getattr(house.titles, section.key, None) or section.title
    groups = tuple(Group(group.heading, tuple(_line(line, house) for line in group.lines)) for group in section.groups)
    return replace(section, title=title, groups=groups)


def _line(line: Line, house: House) -> Line:
    status = getattr(house.status, line.status.replace(" ", "_"), None) if line.status else None
    return replace(line, due=_dated(line.due, house.date_format), status=status or line.status)


def _dated(text: str, form: DateForm) -> str:
    """The text with its dates, which summaries write as "21 May 2024", in the form of the house."""
    return text if form is DateForm.LONG else _LONG_DATE.sub(lambda found: _written(found, form), text)


def _written(found: re.Match[str], form: DateForm) -> str:
    return _FORMS[form].format(day=int(found[1]), month=_MONTHS[found[2]], year=found[3])
