"""`minutextract corpus draw` and `teach`: units without labels, and a teacher's scores for them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from minutextract.cli.messages import report, set_up_logging
from minutextract.cli.options import Corpora, Files, Verbose, option
from minutextract.cli.output import refuse_overwriting, write_result
from minutextract.errors import ReadError

_Source = Annotated[
    str | None, option("--source", "NAME", "The organisation; the name of a file's folder if not given.")
]
_Output = Annotated[Path, option("--output", "UNITS.jsonl", "The corpus file to write.")]
_Teacher = Annotated[Path, option("--model", "DIR", "The model folder of the teacher.")]


def draw_cli(files: Files, output: _Output, source: _Source = None, verbose: Verbose = False) -> None:
    """Cut documents into units to be labelled.

    Labelled by people, or by a teacher with `corpus teach`. Files that cannot be read are named, the others go on.
    """
    set_up_logging(verbose=verbose)
    draw(files, output, source)


def draw(files: Sequence[Path], output: Path, source: str | None) -> None:
    """Write the units of documents, without labels.

    Raises:
        UsageError: the output is one of the inputs.
        OutputError: the output cannot be written.
    """
    from minutextract.corpus.files import corpus_lines
    from minutextract.training.unlabelled import draw_units

    refuse_overwriting(output, files)
    units = []
    for path in files:
        try:
            units += draw_units(path, source or path.resolve().parent.name)
        except ReadError as error:
            report(path, error)
    write_result(corpus_lines(units), output)


def teach_cli(corpus: Corpora, model: _Teacher, output: _Output, verbose: Verbose = False) -> None:
    """Let a teacher score units for a smaller model to learn.

    The scores stand under `targets`; `train` learns them as probabilities.
    """
    set_up_logging(verbose=verbose)
    teach(corpus, model, output)


def teach(corpus: Sequence[Path], model: Path, output: Path) -> None:
    """Write units with a teacher's scores.

    Raises:
        CorpusError: a file is not a corpus.
        ModelError: the teacher is incomplete or altered.
        UsageError: the output is one of the inputs.
        OutputError: the output cannot be written.
    """
    from minutextract.corpus import read_corpus
    from minutextract.corpus.files import corpus_lines
    from minutextract.tagger.tagger import Tagger
    from minutextract.training import unlabelled

    refuse_overwriting(output, corpus)
    taught = unlabelled.teach(read_corpus(corpus), Tagger.load(model))
    write_result(corpus_lines(taught), output)
