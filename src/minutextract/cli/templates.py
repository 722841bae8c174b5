"""`minutextract templates`: those that come along, to look at and to copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.options import argument
from minutextract.cli.output import write_result
from minutextract.errors import UsageError
from minutextract.templating.catalog import named, shipped

app = typer.Typer(no_args_is_help=True, help="Templates for `summarize --template`, and the example of a house file.")
_Name = Annotated[str, argument("NAME", "As `templates list` has it.")]


@app.command("list")
def list_cli() -> None:
    """List the templates that come along."""
    known = shipped()
    width = max(len(one.name) for one in known)
    for one in known:
        typer.echo(f"{one.name.ljust(width)}  {one.description}")


@app.command("show")
def show_cli(name: _Name) -> None:
    """Print a template."""
    write_result(named(name).path.read_bytes(), None)


@app.command("copy")
def copy_cli(
    name: _Name, directory: Annotated[Path, argument("DIR", "An existing directory; no file there is replaced.")]
) -> None:
    """Copy a template into a directory, to change it there; `house` writes an example of minutextract.toml."""
    one = named(name)
    if not directory.is_dir():
        raise UsageError(f"there is no directory {directory}", "Make it first.")
    target = directory / one.file
    if target.exists():
        raise UsageError(f"{target} is there already", "Copy to another directory, or take it away first.")
    write_result(one.path.read_bytes(), target)
    typer.echo(str(target))
