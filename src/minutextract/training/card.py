"""The model card: what the classifier is, what it was trained on, and how well it does."""

from __future__ import annotations

import json
from pathlib import Path

from minutextract.evaluation import Figures
from minutextract.tagger import layout
from minutextract.training.config import TrainingConfig
from minutextract.training.loop import Progress

_TEXT = """# Sentence classifier of minutextract

Labels sentences, list items and table cells of English meeting minutes as *action*, *decision*, *praise* and *insight*;
a unit may carry several labels or none. {base} (Apache-2.0) fine-tuned: the mean over the unit's own tokens beside the
[CLS] vector, one linear layer, sigmoid a label; heading and neighbours as context.

## Data

Trained on {train_n} labelled units (SHA-256 {train_digest}); early stopping and thresholds on {dev_n} units of other
organisations (SHA-256 {dev_digest}). The weights carry no text of the minutes.

## Figures on dev ({dev_n} units)

The thresholds were tuned on the same units: expect a little less on new organisations.

| label | precision | recall | F1 | units |
|---|---|---|---|---|
{rows}
| macro | | | {macro:.3f} | |

## Epochs

| epoch | training loss | dev macro-F1 |
|---|---|---|
{epochs}

Kept: epoch {best}.

## Settings

```json
{config}
```

## Limits

English minutes only. Trained on public minutes of councils, associations, research and software bodies: other
genres may differ. Scores near a threshold are flagged in every summary; a person should read those first.
"""


def write_card(
    output: Path,
    figures: Figures,
    config: TrainingConfig,
    progress: Progress,
    *,
    train: tuple[int, str],
    dev: tuple[int, str],
) -> None:
    """Write the card of a model folder; `train` and `dev` are the number of units and the files' SHA-256."""
    rows = "\n".join(
        f"| {name} | {one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f} | {one.support} |"
        for name, one in figures.labels.items()
    )
    epochs = "\n".join(
        f"| {number} | {row['loss']:.4f} | {row['macro_f1']:.4f} |" for number, row in enumerate(progress.history, 1)
    )
    text = _TEXT.format(
        base="all-MiniLM-L6-v2",
        train_n=train[0],
        train_digest=train[1],
        dev_n=dev[0],
        dev_digest=dev[1],
        rows=rows,
        macro=figures.macro_f1,
        epochs=epochs,
        best=progress.best_epoch,
        config=json.dumps(config.model_dump(), indent=1),
    )
    (output / layout.CARD).write_text(text, encoding="utf-8")
