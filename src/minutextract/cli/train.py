"""`minutextract train`: fine-tune the sentence classifier on annotated units."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from minutextract.cli.figures import figures_table
from minutextract.cli.messages import set_up_logging
from minutextract.cli.options import Corpora, Verbose, option
from minutextract.cli.output import write_result
from minutextract.errors import MissingProgram, UsageError

if TYPE_CHECKING:
    from minutextract.evaluation import Figures


_Dev = Annotated[Path, option("--dev", "DEV.jsonl", "Units of other organisations, for thresholds and figures.")]
_Folder = Annotated[Path, option("--output", "DIR", "The model folder to write.")]
_Config = Annotated[Path | None, option("--config", "FILE.toml", "Settings of the run.")]
_Run = Annotated[
    Path | None,
    option("--run", "DIR", "Checkpoints, to go on from after a cut; the output's name with .run if not given."),
]


def train_cli(
    corpus: Corpora,
    dev: _Dev,
    output: _Folder,
    config: _Config = None,
    run: _Run = None,
    verbose: Verbose = False,
) -> None:
    """Train the sentence classifier on annotated units.

    Prints the figures on DEV. Without `pip install 'minutextract[train]'` there is nothing to start from.
    """
    set_up_logging(verbose=verbose, progress=True)
    write_result(figures_table(train(corpus, dev, output, config=config, run=run)), None)


def train(corpus: Sequence[Path], dev: Path, output: Path, *, config: Path | None, run: Path | None) -> Figures:
    """Train a model into the folder `output`, with defaults where no configuration or run folder is given.

    Raises:
        UsageError: the configuration cannot be used, or the output is no folder.
        CorpusError: a file is not a corpus, or train and dev share an organisation.
        MissingProgram: the training extra is not installed.
    """
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output} is not a folder", "Name a folder with --output.")
    try:
        from minutextract.training.config import TrainingConfig, read_config
        from minutextract.training.run import train_model
    except ImportError as error:
        raise MissingProgram(f"a package cannot be imported: {error}", "pip install 'minutextract[train]'") from error
    settings = read_config(config) if config else TrainingConfig()
    return train_model(corpus, dev, output, config=settings, run=run or output.with_name(f"{output.name}.run"))
