"""`minutextract doctor`: is everything there that the commands need?"""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import typer

from minutextract import __version__
from minutextract.cli.options import Model
from minutextract.cli.output import write_result
from minutextract.errors import ExitCode, ModelError


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the report; `code` is what the command ends with if this fails, None if all goes on without it."""

    name: str
    ok: bool
    found: str
    code: ExitCode | None = ExitCode.MISSING_PROGRAM

    @property
    def mark(self) -> str:
        """What the line begins with."""
        return "ok" if self.ok else "absent" if self.code is None else "FAILED"


def doctor_cli(model: Model = None) -> None:
    """Check that all is in place.

    Looks at Python, the packages, the spaCy pipeline, the model and the programs that some formats need; ends with 4 if
    the model is refused, 5 if something is missing that every document needs.
    """
    checks = list(examine(model))
    width = max(len(check.name) for check in checks)
    lines = (f"{one.mark:<7} {one.name:<{width}}  {one.found}\n" for one in checks)
    write_result("".join(lines), None)
    failed = {check.code for check in checks if not check.ok and check.code is not None}
    raise typer.Exit(min(failed, default=ExitCode.OK))


def examine(model: Path | None) -> Iterator[Check]:
    """Every check, in the order of the report."""
    yield Check("minutextract", True, __version__)
    yield Check("python", True, f"{platform.python_version()} on {platform.platform()}")
    for name in _requirements():
        yield _package(name)
    yield _spacy_pipeline()
    yield from _model(model)
    yield from _programs()


def _requirements() -> list[str]:
    """The distributions that this one declares, without those of its extras."""
    try:
        declared = metadata.requires("minutextract") or []
    except metadata.PackageNotFoundError:
        return []
    return [re.split(r"[^\w.\-]", one, maxsplit=1)[0] for one in declared if "extra ==" not in one]


def _package(name: str) -> Check:
    try:
        return Check(name, True, metadata.version(name))
    except metadata.PackageNotFoundError:
        return Check(name, False, f"not installed: pip install {name}")


def _spacy_pipeline() -> Check:
    from minutextract.engine import installed_pipeline

    name = installed_pipeline() if find_spec("spacy") else None
    return Check("spaCy pipeline", name is not None, name or "no English pipeline is installed")


def _model(model: Path | None) -> Iterator[Check]:
    from minutextract.tagger import layout
    from minutextract.tagger.backend import choose_backend
    from minutextract.tagger.location import default_model

    folder = model or default_model()
    try:
        digests = layout.verify(folder)
    except ModelError as error:
        yield Check("model", False, f"{error.cause}; {error.remedy}", ExitCode.MODEL)
        return
    yield Check("model", True, f"{folder}, all files as in its manifest, weights {digests[layout.WEIGHTS][:12]}")
    choice = choose_backend(folder)
    yield Check("backend", True, f"{choice.name}: {choice.reason}")


def _programs() -> Iterator[Check]:
    from minutextract.readers import tesseract
    from minutextract.readers.legacy import soffice

    for name, path, what in (
        ("LibreOffice", soffice(), "old Word files (.doc) and Rich Text (.rtf) are not read (no program soffice)"),
        ("tesseract", tesseract(), "scanned PDF files are not read (no program tesseract)"),
    ):
        yield Check(name, path is not None, path or what, None)
