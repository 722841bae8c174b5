"""The configuration of a training run, read from TOML."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from minutextract.errors import UsageError

_EXAMPLE = "see models/minilm.toml"


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class LengthsConfig(_Section):
    """Tokens kept of each part of a unit's input."""

    text: int = Field(default=96, ge=8, le=400)
    heading: int = Field(default=12, ge=0, le=100)
    before: int = Field(default=24, ge=0, le=100)
    after: int = Field(default=24, ge=0, le=100)


class DataConfig(_Section):
    """Files of units, relative to the configuration's folder.

    Attributes:
        train: annotated units; lines with `targets` of a teacher instead of labels are learnt as probabilities.
        dev: annotated units of other organisations, for early stopping, calibration and thresholds.
    """

    train: tuple[Path, ...] = ()
    dev: Path | None = None


class TrainingConfig(_Section):
    """Every setting of a run; two runs with the same configuration and data give the same weights on one machine.

    Attributes:
        base: all-MiniLM-L6-v2, or a folder with a pretrained BERT or MPNet encoder, or a model folder to go on from.
        layer_decay: the learning rate of each layer as a share of that of the layer above it (Howard and Ruder 2018).
        rarity: how much more units weigh that have a label: the ratio of those without it to those with it, to this
            power. 0 weighs all alike.
        precision: of the matrix products; bfloat16 is several times faster on CPUs with AMX, and slower on others.
        save_every: steps between two checkpoints within an epoch.
        average_with: a model folder that began with the same encoder; the weights written are the mean of its weights
            and the run's that is best on dev (Wortsman et al. 2022, "Model soups"), at no cost when predicting.
        lengths: if not given, those of the model folder that the run goes on from, else the usual ones.
    """

    base: str = "all-MiniLM-L6-v2"
    seed: int = 13
    epochs: int = Field(default=3, ge=1)
    batch_size: int = Field(default=32, ge=1)
    encoder_rate: float = Field(default=1.5e-4, gt=0)
    head_rate: float = Field(default=1e-3, gt=0)
    layer_decay: float = Field(default=1.0, gt=0, le=1)
    weight_decay: float = Field(default=0.01, ge=0)
    warmup: float = Field(default=0.06, ge=0, lt=1)
    gradient_norm: float = Field(default=1.0, gt=0)
    patience: int = Field(default=2, ge=1)
    rarity: float = Field(default=0.0, ge=0, le=1)
    precision: Literal["float32", "bfloat16"] = "float32"
    save_every: int = Field(default=500, ge=1)
    average_with: Path | None = None
    lengths: LengthsConfig | None = None
    data: DataConfig = DataConfig()


def read_config(path: Path) -> TrainingConfig:
    """Read a training configuration; its data files are looked for beside it.

    Raises:
        UsageError: the file is missing, is not TOML, or names unknown or impossible settings.
    """
    try:
        config = TrainingConfig.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}", "give a TOML file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not TOML: {error}", _EXAMPLE) from error
    except ValidationError as error:
        wrong = "; ".join(f"[{' -> '.join(map(str, e['loc']))}] {e['msg']}" for e in error.errors())
        raise UsageError(f"{path}: {wrong}", _EXAMPLE) from error
    data = DataConfig(
        train=tuple(path.parent / file for file in config.data.train),
        dev=path.parent / config.data.dev if config.data.dev else None,
    )
    average_with = path.parent / config.average_with if config.average_with else None
    return config.model_copy(update={"data": data, "average_with": average_with})
