"""The environment that templates run in: the summaries and nothing else, and words of the minutes are never markup."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, StrictUndefined, TemplateNotFound
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from minutextract.render.markdown import escape_line

_LONGEST = 100_000


class Neighbours(BaseLoader):
    """Templates in one folder: no path leads out of it, nor does a link."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def get_source(self, environment: Any, template: str) -> tuple[str, str, None]:  # noqa: ARG002
        """The text of a template and where it is; raises TemplateNotFound for all that is none of the folder's."""
        if Path(template).name != template or not template.endswith((".j2", ".html", ".md", ".txt")):
            raise TemplateNotFound(template, f"{template!r} is no template beside this one")
        path = (self._folder / template).resolve()
        if path.parent != self._folder or not path.is_file():
            raise TemplateNotFound(template, f"there is no template {template!r} beside this one")
        return path.read_text(encoding="utf-8-sig"), str(path), None


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without a way to Python's insides, to other files, or to strings beyond all measure."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """As Python's, but no powers, and no repetition or padding of strings."""
        if operator == "**" or (operator == "*" and not _are_numbers(left, right)):
            raise SecurityError(f"the operator {operator} is for numbers here, and there are no powers")
        if operator == "%" and isinstance(left, str):
            raise SecurityError("strings are put together with ~ here, not with %")
        return super().call_binop(context, operator, left, right)


def _are_numbers(*values: Any) -> bool:
    return all(isinstance(value, int | float) and abs(value) < 1e12 for value in values)


def environment(folder: Path, suffix: str) -> Sandbox:
    """The environment for the templates of a folder.

    Args:
        folder: where the template is; those beside it can be included.
        suffix: what is written: in ".html" values are escaped, in ".md" nothing of them is markup.
    """
    made = Sandbox(
        loader=Neighbours(folder),
        autoescape=suffix == ".html",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_plain if suffix == ".md" else None,
    )
    made.globals = {"range": made.globals["range"], "namespace": made.globals["namespace"]}
    made.filters["raw"] = Markup
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Markup):
        return escape_line(value)
    return value
