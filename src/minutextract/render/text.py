"""Summaries as plain text to paste into a mail: short lines, hanging indents, ASCII rules."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from minutextract.render.content import Group, Line, Section, Summary

WIDTH = 88
_BULLET = "- "
_NO_BREAK = "\u00a0"


def render_text(summaries: Sequence[Summary]) -> str:
    """The summaries, with two empty lines and a rule between meetings."""
    rule = f"\n\n{'=' * WIDTH}\n\n"
    return rule.join("\n".join(_lines(summary)) for summary in summaries) + "\n"


def _lines(summary: Summary) -> Iterator[str]:
    if summary.logo:
        yield from _hang("", summary.logo)
        yield ""
    yield from _heading(summary.title, "=")
    width = max(len(label) for label, _ in summary.facts) + 2
    for label, text in summary.facts:
        yield from _hang(f"{label}:".ljust(width), text)
    if summary.remark:
        yield ""
        yield from _hang("", summary.remark)
    for section in summary.sections:
        yield ""
        yield from _section(section)
    if summary.options.checks:
        yield ""
        yield from checks_lines(summary.checks)
    yield ""
    yield "-" * WIDTH
    if summary.contact:
        yield from _hang("", summary.contact)
    yield from _hang("", summary.source)


def _heading(text: str, rule: str) -> list[str]:
    lines = _hang("", text)
    return [*lines, rule * max(map(len, lines))]


def _section(section: Section) -> Iterator[str]:
    if not section.groups:
        yield f"{section.title}: {section.empty}."
        return
    yield from _heading(section.heading, "-")
    for number, group in enumerate(section.groups):
        if number and group.heading:
            yield ""
        yield from _group(group)


def _group(group: Group) -> Iterator[str]:
    indent = ""
    if group.heading:
        yield from _hang("", group.heading)
        indent = "  "
    width = max(len(line.ref) for line in group.lines) + 2
    for line in group.lines:
        yield from _hang(indent + (line.ref.ljust(width) if line.ref else _BULLET), _with_note(line))


def _with_note(line: Line) -> str:
    # A no-break space keeps "item 3" on one line; the words themselves hold none, they are folded.
    return f"{line.text} ({line.note.replace('item ', 'item' + _NO_BREAK)})" if line.note else line.text


def checks_lines(checks: Sequence[str]) -> Iterator[str]:
    """What the secretary should look at, under a heading of its own."""
    if not checks:
        yield "To check: nothing was flagged."
        return
    yield from _heading("To check before circulation", "-")
    for check in checks:
        yield from _hang(_BULLET, check)


def _hang(lead: str, text: str) -> list[str]:
    """The text wrapped behind its lead, the other lines indented as far."""
    lines = textwrap.wrap(
        text,
        WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_NO_BREAK, " ") for line in lines] or [lead.rstrip()]
