"""`minutextract train`: fine-tune the sentence classifier on annotated units."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.cli.figures import compared_table, figures_table
from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Model, Verbose, argument, option
from minutextract.cli.output import write_result
from minutextract.errors import MissingProgram, UsageError

if TYPE_CHECKING:
    from minutextract.evaluation import Figures
    from minutextract.training.adapt import Adapted


_Corpora = Annotated[
    list[Path], argument("CORPUS", "JSON Lines of annotated units, or one CONFIG.toml that names them.")
]
_Dev = Annotated[
    Path | None, option("--dev", "DEV.jsonl", "Units of other organisations, for calibration, thresholds and figures.")
]
_Folder = Annotated[Path, option("--output", "DIR", "The model folder to write.")]
_Config = Annotated[Path | None, option("--config", "FILE.toml", "Settings of the run.")]
_Run = Annotated[
    Path | None,
    option("--run", "DIR", "Checkpoints, to go on from after a cut; the output's name with .run if not given."),
]
_Continue = Annotated[
    bool, typer.Option("--continue", help="Go on from a trained classifier, and show figures before and after.")
]


def train_cli(
    corpus: _Corpora,
    output: _Folder,
    dev: _Dev = None,
    config: _Config = None,
    run: _Run = None,
    go_on: _Continue = False,
    model: Model = None,
    verbose: Verbose = False,
) -> None:
    """Train the sentence classifier on annotated units.

    Prints the figures on DEV. With --continue, the classifier that comes along (or --model) is trained further on your
    own units, a quarter of which is held out; without, training starts from all-MiniLM-L6-v2 and needs
    `pip install 'minutextract[train]'`.
    """
    set_up_logging(verbose=verbose, progress=True)
    run = run or output.with_name(f"{output.name}.run")
    if go_on:
        if dev is not None:
            raise UsageError("--dev and --continue exclude each other", "A quarter of the corpus is held out.")
        adapted = continue_training(corpus, output, config=config, run=run, model=model)
        held_out = f"{adapted.before.n} units held out by {adapted.split_by}, {adapted.trained_on} trained on\n"
        write_result(held_out + compared_table(adapted.before, adapted.after), None)
        return
    if model is not None:
        raise UsageError("--model goes with --continue", "Name another start with base in the configuration.")
    write_result(figures_table(train(corpus, dev, output, config=config, run=run)), None)


def train(corpus: Sequence[Path], dev: Path | None, output: Path, *, config: Path | None, run: Path) -> Figures:
    """Train a model into the folder `output`, with defaults where no configuration is given.

    The corpus may be one TOML file, which then names the data too.

    Raises:
        UsageError: the configuration cannot be used, data is missing, or the output is no folder.
        CorpusError: a file is not a corpus, or train and dev share an organisation.
        MissingProgram: the training extra is not installed.
    """
    _check_folder(output)
    try:
        from minutextract.training.config import TrainingConfig, read_config
        from minutextract.training.run import train_model
    except ImportError as error:
        raise _missing(error) from error
    if [path.suffix for path in corpus] == [".toml"]:
        if config:
            raise UsageError("two configurations are given", "Name one.")
        settings = read_config(corpus[0])
        corpus, dev = settings.data.train, dev or settings.data.dev
    else:
        settings = read_config(config) if config else TrainingConfig()
        dev = dev or settings.data.dev
    if not corpus or dev is None:
        raise UsageError("training needs units to train on and units of other organisations", "Name them, with --dev.")
    return train_model(corpus, dev, output, config=settings, run=run)


def continue_training(
    corpus: Sequence[Path], output: Path, *, config: Path | None, run: Path, model: Path | None
) -> Adapted:
    """Train a classifier further into the folder `output`; `model` None stands for the one that comes along.

    Raises:
        UsageError: the configuration cannot be used, or the output is no folder.
        CorpusError: a file is not a corpus, or there are too few units.
        ModelError: the classifier is incomplete or altered.
    """
    _check_folder(output)
    from minutextract.tagger.location import default_model
    from minutextract.training.adapt import ADAPTING, adapt_model
    from minutextract.training.config import read_config

    settings = read_config(config) if config else ADAPTING
    return adapt_model(corpus, output, base=model or default_model(), run=run, config=settings)


def _check_folder(output: Path) -> None:
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is not a folder", "Name a folder with --output.")


def _missing(error: ImportError) -> MissingProgram:
    return MissingProgram(f"a package cannot be imported: {error}", "pip install 'minutextract[train]'")
