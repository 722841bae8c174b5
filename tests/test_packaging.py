"""What is shipped: the model and the sample in the wheel, nothing of others' minutes in the source distribution."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from minutextract import __version__
from minutextract.sample import sample_minutes

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
BUILD = PROJECT["tool"]["hatch"]["build"]["targets"]


def test_the_wheel_has_the_model_and_the_sample() -> None:
    included = BUILD["wheel"]["force-include"]
    assert all((ROOT / source).exists() for source in included)
    assert set(included.values()) >= {"minutextract/models/tagger", f"minutextract/samples/{sample_minutes().name}"}
    assert (ROOT / "src" / "minutextract" / "py.typed").is_file()


def test_the_source_distribution_has_no_tests_and_no_labels_of_others() -> None:
    assert not {"tests", "benchmarks", "corpus", "."} & set(BUILD["sdist"]["include"])
    assert "corpus/standoff" in BUILD["sdist"]["exclude"]


def test_one_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(r'^version: "(.+)"$', citation, re.MULTILINE)[1] == __version__  # type: ignore[index]
    assert PROJECT["project"]["version"] == __version__


def test_the_workflow_does_what_is_done_here() -> None:
    assert "- run: .ci/run\n" in (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
