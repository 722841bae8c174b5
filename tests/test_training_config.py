"""Training configurations."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutextract.errors import UsageError
from minutextract.training.config import read_config


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("epochs = 0", "epochs"),
        ("epoch = 3", "epoch"),
        ("[lengths]\ntext = 1000", "lengths -> text"),
        ("warmup = 1.0", "warmup"),
        ("epochs = ", "not TOML"),
    ],
)
def test_impossible_settings_are_refused(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=says):
        read_config(path)


def test_settings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("epochs = 2\n[lengths]\ntext = 20\n", encoding="utf-8")
    found = read_config(path)
    assert found.lengths is not None
    assert (found.epochs, found.lengths.text, found.seed) == (2, 20, 13)


def test_a_missing_config(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_config(tmp_path / "none.toml")


def test_files_are_looked_for_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('average_with = "other"\n[data]\ntrain = ["a.jsonl"]\n', encoding="utf-8")
    found = read_config(path)
    assert (found.average_with, found.data.train) == (tmp_path / "other", (tmp_path / "a.jsonl",))
