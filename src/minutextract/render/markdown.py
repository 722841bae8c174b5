"""Summaries as Markdown; words of the minutes never turn into markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutextract.render.content import Group, Line, Section, Summary

# Within a word an underscore is no mark, and an ampersand only begins a character's name with a semicolon behind it.
_SPECIAL = re.compile(r"([\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,40};))")
_LEADING_MARK = re.compile(r"^(?:([#+=>-])|(\d+)([.)])(?=\s|$))")


def escape(text: str) -> str:
    """The text with everything escaped that Markdown would read as markup within a line."""
    return _SPECIAL.sub(r"\\\1", text)


def escape_line(text: str) -> str:
    """As `escape`, and what would begin a heading or a list at the beginning of a line."""
    return _LEADING_MARK.sub(_escape_mark, escape(text))


def _escape_mark(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table's lines; the cells are escaped here."""
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(map(escape, row))} |"


def render_markdown(summaries: Sequence[Summary]) -> str:
    """The summaries, with a rule between meetings."""
    return "\n---\n\n".join("".join(f"{line}\n" for line in _lines(summary)) for summary in summaries)


def _lines(summary: Summary) -> Iterator[str]:
    if summary.logo:
        yield f"**{escape(summary.logo)}**"
        yield ""
    yield f"# {escape(summary.title)}"
    yield ""
    yield from (f"- {label}: {escape(text)}" for label, text in summary.facts)
    if summary.remark:
        yield ""
        yield escape(summary.remark)
    for section in summary.sections:
        yield ""
        yield from _section(section)
    if summary.options.checks:
        yield ""
        yield "## To check before circulation"
        yield ""
        yield from [f"- {escape_line(check)}" for check in summary.checks] or ["Nothing was flagged."]
    yield ""
    if summary.contact:
        yield escape_line(summary.contact)
        yield ""
    yield f"*{escape(summary.source)}*"


def _section(section: Section) -> Iterator[str]:
    if not section.groups:
        yield f"**{section.title}**: {section.empty}."
        return
    yield f"## {section.heading}"
    if section.is_log:
        rows = [
            (line.ref, group.heading, line.text, "; ".join(filter(None, (line.due, line.status))), line.item)
            for group in section.groups
            for line in group.lines
        ]
        yield ""
        yield from table(("ref", "owner", "action", "due", "item"), rows)
        return
    for group in section.groups:
        yield from _group(group)


def _group(group: Group) -> Iterator[str]:
    yield ""
    if group.heading:
        yield f"**{escape(group.heading)}**"
        yield ""
    yield from (f"- {_with_note(line)}" for line in group.lines)


def _with_note(line: Line) -> str:
    return f"{escape_line(line.text)} ({escape(line.note)})" if line.note else escape_line(line.text)
