"""Summaries as one self-contained page: no scripts, no links, nothing loaded from anywhere.

The page forbids all of that itself (content security policy), and every word of the minutes is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from minutextract.render.content import Summary


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).with_name("templates"))
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("summary.html.j2")


def render_html(summaries: Sequence[Summary]) -> str:
    """The summaries as one page, each on a sheet of its own when printed."""
    title = summaries[0].title if len(summaries) == 1 else f"Summaries of {len(summaries)} meetings"
    return _template().render(title=title, summaries=summaries) + "\n"
