"""The model card: what the classifier is, what it was trained on, and how well it does."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from minutextract.evaluation import Figures
from minutextract.tagger import layout
from minutextract.training.checkpoint import Progress
from minutextract.training.config import TrainingConfig

_TEXT = """# Sentence classifier of minutextract

Labels sentences, list items and table cells of English meeting minutes as *action*, *decision*, *praise* and *insight*;
a unit may carry several labels or none. {base} fine-tuned: the mean over the unit's own tokens beside the
[CLS] vector, one linear layer, a calibrated probability a label; heading and neighbours as context.

## Data

Trained on {labelled} labelled units and {taught} units with a teacher's scores (SHA-256 of the files, in order:
{train_digest}). Early stopping, calibration and thresholds: {dev} units of other organisations (SHA-256
{dev_digest}). The weights carry no text of the minutes.

## Figures on dev ({dev} units)

The thresholds were tuned on the same units: expect a little less on new organisations. The calibration error is that of
each organisation's units with a calibration fitted on the others.

| label | precision | recall | F1 | units | calibration error |
|---|---|---|---|---|---|
{rows}
| macro | | | {macro:.3f} | | {error:.3f} |

## Epochs

| epoch | training loss | dev macro-F1 | minutes |
|---|---|---|---|
{epochs}

Kept: epoch {best}{averaged}.

## Settings

```json
{config}
```

## Limits

English minutes only. Trained on public minutes of councils, associations, research and software bodies: other
genres may differ. Doubtful labels are flagged in every summary; a person should read those first.
"""


@dataclass(frozen=True, slots=True)
class Data:
    """What a model was trained and tuned on: numbers of units and digests of the files."""

    labelled: int
    taught: int
    train_digest: str
    dev: int
    dev_digest: str


def _averaged(folder: Path) -> str:
    digest = hashlib.sha256((folder / layout.WEIGHTS).read_bytes()).hexdigest()
    return f", its weights averaged with those of another run (SHA-256 {digest}), the share chosen on dev"


def write_card(
    output: Path,
    *,
    base: str,
    figures: Figures,
    error: Mapping[str, float],
    config: TrainingConfig,
    progress: Progress,
    data: Data,
) -> None:
    """Write the card of a model folder; `error` is the expected calibration error a label."""
    rows = "\n".join(
        f"| {name} | {one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f} | {one.support} | {error[name]:.3f} |"
        for name, one in figures.labels.items()
    )
    epochs = "\n".join(
        f"| {number} | {row['loss']:.4f} | {row['macro_f1']:.4f} | {row['seconds'] / 60:.0f} |"
        for number, row in enumerate(progress.history, 1)
    )
    text = _TEXT.format(
        base=base,
        labelled=data.labelled,
        taught=data.taught,
        train_digest=data.train_digest,
        dev=data.dev,
        dev_digest=data.dev_digest,
        rows=rows,
        macro=figures.macro_f1,
        error=sum(error.values()) / len(error),
        epochs=epochs,
        best=progress.best_epoch,
        averaged=_averaged(config.average_with) if config.average_with else "",
        config=json.dumps(config.model_dump(mode="json", exclude={"data", "base", "average_with"}), indent=1),
    )
    (output / layout.CARD).write_text(text, encoding="utf-8")


_ADAPTED = """# Sentence classifier of minutextract, trained further

The classifier that it goes on from was trained further on {trained_on} units (SHA-256 of the files: {corpus_digest});
calibration and thresholds are those that it had. On {n} units held out, F1 before and after:

| label | before | after | units |
|---|---|---|---|
{rows}
| macro | {before:.3f} | {after:.3f} | |

The best epoch was chosen on the same units: expect a little less elsewhere.
"""


def write_adapted_card(output: Path, before: Figures, after: Figures, *, trained_on: int, corpus_digest: str) -> None:
    """Write the card of a classifier that was trained further."""
    rows = "\n".join(
        f"| {name} | {one.f1:.3f} | {after.labels[name].f1:.3f} | {one.support} |"
        for name, one in before.labels.items()
    )
    text = _ADAPTED.format(
        trained_on=trained_on,
        corpus_digest=corpus_digest,
        n=before.n,
        rows=rows,
        before=before.macro_f1,
        after=after.macro_f1,
    )
    (output / layout.CARD).write_text(text, encoding="utf-8")
