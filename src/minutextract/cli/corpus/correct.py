"""`minutextract corpus suspects` and `correct`: labels that look wrong, and what to put in their place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Corpora, Verbose, option
from minutextract.cli.output import refuse_overwriting, write_result

_Output = Annotated[Path, option("--output", "UNITS.jsonl", "The corpus file to write.")]
_Model = Annotated[Path, option("--model", "DIR", "A model that was trained on other units.")]
_Corrections = Annotated[Path, option("--with", "CORRECTIONS.jsonl", "Lines of doc, sha256, was, labels, reason.")]
_Least = Annotated[float, typer.Option("--least", min=0.5, max=1.0, help="How sure of the contrary it has to be.")]


def suspects_cli(
    corpus: Corpora, model: _Model, output: _Output, least: _Least = 0.9, verbose: Verbose = False
) -> None:
    """List the units whose labels a model contradicts, worst first.

    The model must not have been trained on them: split the corpus, train on one part, look at the other.
    """
    set_up_logging(verbose=verbose)
    suspects(corpus, model, output, least)


def suspects(corpus: Sequence[Path], model: Path, output: Path, least: float) -> None:
    """Write the units whose labels a model contradicts.

    Raises:
        CorpusError: a file is not a corpus.
        ModelError: the model is incomplete or altered.
        UsageError: the output is one of the inputs.
        OutputError: the output cannot be written.
    """
    from minutextract.corpus import read_corpus
    from minutextract.corpus.corrections import find_suspects
    from minutextract.corpus.files import json_lines
    from minutextract.tagger.tagger import Tagger

    refuse_overwriting(output, corpus)
    units = read_corpus(corpus)
    scores = Tagger.load(model).scores([one.unit for one in units])
    found = find_suspects(units, scores, least)
    write_result(json_lines(one.to_json() for one in found), output)
    typer.echo(f"{len(found)} labels of {len(units)} units are contradicted", err=True)


def correct_cli(
    corpus: Corpora,
    corrections: Annotated[
        Path, option("--with", "CORRECTIONS.jsonl", "Corrections: doc, sha256, was, labels, reason.")
    ],
    output: _Output,
) -> None:
    """Apply corrections to units; those that fit no unit are counted."""
    correct_files(corpus, corrections, output)


def correct_files(corpus: Sequence[Path], corrections: Path, output: Path) -> None:
    """Write the units with corrected labels.

    Raises:
        CorpusError: a file is not a corpus, or holds no corrections.
        UsageError: the output is one of the inputs.
        OutputError: the output cannot be written.
    """
    from minutextract.corpus import read_corpus
    from minutextract.corpus.corrections import correct, read_corrections
    from minutextract.corpus.files import corpus_lines

    refuse_overwriting(output, [*corpus, corrections])
    wanted = read_corrections(corrections)
    corrected, left = correct(read_corpus(corpus), wanted)
    write_result(corpus_lines(corrected), output)
    typer.echo(f"{len(wanted) - len(left)} corrections made, {len(left)} fit no unit", err=True)
