"""A page for each command, made from the application itself and from the examples beside this file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer.main

from minutextract.cli.main import app

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "commands"
EXAMPLES = Path(__file__).with_name("command_examples.toml")
_MADE = "<!-- Made by `make docs` from the program and tools/command_examples.toml: change those. -->\n"


@dataclass(frozen=True)
class Examples:
    """What a page has beside the program's own words: lines to run, and pages of the docs to read on."""

    run: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


def pages() -> dict[str, str]:
    """The text of every page by its file's name, the index among them."""
    root = typer.main.get_command(app)
    top = root.context_class(root, info_name="minutextract")
    commands: dict[str, Any] = root.commands  # type: ignore[attr-defined]
    examples = _examples()
    made = {f"{name}.md": _page(name, command, top, examples) for name, command in sorted(commands.items())}
    return {"README.md": _index(commands, root, top), **made}


def write() -> None:
    """Bring the folder up to date, without pages of commands that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


def _examples() -> dict[str, Examples]:
    read = tomllib.loads(EXAMPLES.read_text(encoding="utf-8"))
    return {name: Examples(tuple(one.get("run", ())), tuple(one.get("see", ()))) for name, one in read.items()}


def _index(commands: dict[str, Any], root: Any, top: Any) -> str:
    lines = [_MADE, "# Commands\n", "| command | does |\n|---|---|"]
    lines += [f"| [`{name}`]({name}.md) | {_cell(_first(command))} |" for name, command in commands.items()]
    lines += ["\nBefore the command may stand:\n", *_options(root, top)]
    lines += [f"\n{_paragraph(root.epilog)}", "\nResults go to stdout, progress and messages to stderr."]
    return "\n".join(lines) + "\n"


def _page(name: str, command: Any, parent: Any, examples: dict[str, Examples]) -> str:
    return _MADE + "\n" + "\n".join(_body(name, command, parent, examples, "#")) + "\n"


def _body(name: str, command: Any, parent: Any, examples: dict[str, Examples], level: str) -> Iterator[str]:
    context = command.context_class(command, info_name=name.rsplit(maxsplit=1)[-1], parent=parent)
    own = examples.get(name, Examples())
    yield f"{level} minutextract {name}\n"
    yield "\n\n".join(_paragraph(part) for part in re.split(r"\n\s*\n", command.help or ""))
    if own.run:
        yield "\n```console\n" + "\n".join(own.run) + "\n```"
    parts = getattr(command, "commands", {})
    if not parts:
        yield f"\n{_usage(name, command)}\n"
        yield from _options(command, context)
    if own.see:
        yield f"\nMore: {', '.join(f'[{page}](../{page})' for page in own.see)}."
    for part, subcommand in parts.items():
        yield ""
        yield from _body(f"{name} {part}", subcommand, context, examples, f"{level}#")


def _usage(name: str, command: Any) -> str:
    """ "`minutextract extract [OPTIONS] FILE…`", with the options that have to be given."""
    words = ["minutextract", name]
    required = [one for one in command.params if one.required]
    words += [one.opts[0] + " …" for one in required if one.param_type_name == "option"]
    words += [_argument(one) for one in command.params if one.param_type_name == "argument"]
    return f"`{' '.join([*words, '[OPTIONS]'])}`"


def _argument(argument: Any) -> str:
    """ "FILE…" or "[FILE]"."""
    name = (argument.metavar or argument.name.upper()) + ("…" if argument.nargs != 1 else "")
    return name if argument.required else f"[{name}]"


def _options(command: Any, context: Any) -> Iterator[str]:
    yield "| | |\n|---|---|"
    for parameter in command.params:
        record = None if getattr(parameter, "hidden", False) else parameter.get_help_record(context)
        if record is None:
            continue
        left = record[0].split(" <")[0] if parameter.param_type_name == "argument" else record[0]
        yield f"| `{_cell(left.replace('<list[', '<').replace(']>', '> …'))}` | {_cell(record[1])} |"


def _first(command: Any) -> str:
    """The first sentence of a command's help."""
    return _paragraph(re.split(r"\n\s*\n", command.help or "")[0])


def _paragraph(text: str) -> str:
    return " ".join(text.split())


def _cell(text: str) -> str:
    return _paragraph(text).replace("|", "\\|")
