"""`minutextract corpus export` and `import`: to annotation tools and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.cli.messages import log, set_up_logging
from minutextract.cli.options import argument, option
from minutextract.cli.output import refuse_overwriting, write_result
from minutextract.corpus.exchange import Tool

if TYPE_CHECKING:
    from minutextract.corpus.exchange import Imported

_Output = Annotated[Path, option("--output", "PATH", "The file to write.")]


def export_cli(
    file: Annotated[Path, argument("FILE", "JSON Lines of annotated units.")],
    to: Annotated[Tool, option("--to", "TOOL", "label-studio, doccano or prodigy.")],
    output: _Output,
    blank: Annotated[bool, typer.Option("--blank", help="Leave the labels out, for another annotator.")] = False,
) -> None:
    """Write annotated units for an annotation tool."""
    export_file(file, to, output, blank=blank)


def export_file(file: Path, tool: Tool, output: Path, *, blank: bool = False) -> None:
    """Write the tool's file.

    Raises:
        CorpusError: the file is not a corpus.
        UsageError: the output is the corpus.
        OutputError: the output cannot be written.
    """
    from minutextract.corpus import read_corpus
    from minutextract.corpus.exchange import export_units

    refuse_overwriting(output, [file])
    write_result(export_units(read_corpus([file]), tool, blank=blank), output)


def import_cli(
    file: Annotated[Path, argument("FILE", "What the tool exported.")],
    origin: Annotated[Tool, option("--from", "TOOL", "label-studio, doccano or prodigy.")],
    output: _Output,
) -> None:
    """Write what an annotation tool exported as annotated units."""
    set_up_logging(verbose=False)
    imported = import_file(file, origin, output)
    if imported.left_out:
        log.warning("%d units were left out, since nobody has annotated them", imported.left_out)


def import_file(file: Path, tool: Tool, output: Path) -> Imported:
    """Write the annotated units of a tool's export.

    Raises:
        CorpusError: the file is not in the tool's format, or its units are not those that were exported.
        UsageError: the output is the export.
        OutputError: the output cannot be written.
    """
    from minutextract.corpus.exchange import import_units
    from minutextract.corpus.files import corpus_lines

    refuse_overwriting(output, [file])
    imported = import_units(file, tool)
    write_result(corpus_lines(imported.units), output)
    return imported
