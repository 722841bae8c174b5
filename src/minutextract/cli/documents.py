"""Several files through the pipeline: those that fail are named on stderr, the others go on."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from minutextract.cli.messages import log, report
from minutextract.errors import ExitCode, InternalError, MinutextractError, MissingFile, MissingProgram

if TYPE_CHECKING:
    from minutextract.pipeline import Pipeline
    from minutextract.readers.child import Read
    from minutextract.record import Record


def load_pipeline(model: Path | None, spacy_pipeline: str | None, read: Read) -> Pipeline:
    """Load the classifier and the spaCy pipeline, around what reads files.

    Raises:
        ModelError: the model folder is incomplete or altered.
        MissingProgram: a package or the spaCy pipeline is missing.
    """
    try:
        from minutextract.engine import import_spacy_without_torch
        from minutextract.pipeline import Pipeline
        from minutextract.tagger.backend import BackendName, choose_backend
        from minutextract.tagger.location import default_model

        if choose_backend(model or default_model()).name is BackendName.ONNX:
            import_spacy_without_torch(spacy_pipeline)
        return Pipeline.load(model=model, spacy_pipeline=spacy_pipeline, read=read)
    except ImportError as error:
        raise MissingProgram(f"a package cannot be imported: {error}", "See `minutextract doctor`.") from error


@dataclass
class Documents:
    """Files to process, loading the pipeline only once one of them is there to be read.

    Attributes:
        paths: the files.
        load: gives the pipeline around what reads files.
        failures: filled in while the records are taken: path and error.
    """

    paths: Sequence[Path]
    load: Callable[[Read], Pipeline]
    failures: list[tuple[Path, MinutextractError]] = field(default_factory=list)

    def records(self) -> Iterator[tuple[Path, Record]]:
        """Each file that can be read with the record of each meeting in it; the others are reported on stderr.

        Raises:
            ModelError: the model cannot be loaded.
            MissingProgram: nor can the spaCy pipeline.
        """
        from minutextract.readers.sandbox import Sandbox

        pipeline: Pipeline | None = None
        with Sandbox() as sandbox:
            for path in _with_progress(self.paths):
                if problem := _not_a_file(path):
                    self._fail(path, problem)
                    continue
                if pipeline is None:
                    # The child starts while the weights are loaded.
                    sandbox.warm_up()
                    with redirect_stdout(sys.stderr):
                        pipeline = self.load(sandbox.read_all)
                for record in self._process(pipeline, path):
                    yield path, record

    def _process(self, pipeline: Pipeline, path: Path) -> tuple[Record, ...]:
        try:
            # Results alone go to stdout: whatever a library prints is a message.
            with redirect_stdout(sys.stderr):
                return pipeline.process_all(path)
        except MinutextractError as error:
            self._fail(path, error)
        except Exception as error:
            log.debug("%s", path, exc_info=True)
            cause = f"internal error: {type(error).__name__}: {error}"
            self._fail(path, InternalError(cause, "Run again with --verbose and report what it prints."))
        return ()

    def _fail(self, path: Path, error: MinutextractError) -> None:
        self.failures.append((path, error))
        report(path, error)

    @property
    def exit_code(self) -> ExitCode:
        """The only file's own code; of several, 1 if none of them exists, else 2 if some could not be read."""
        codes = {error.exit_code for _, error in self.failures}
        if not codes:
            return ExitCode.OK
        if len(codes) == 1 and len(self.failures) == len(self.paths):
            return codes.pop()
        return ExitCode.QUARANTINED


def _not_a_file(path: Path) -> MissingFile | None:
    if path.is_dir():
        return MissingFile(f"{path} is a directory", "Give the files in it.")
    return None if path.exists() else MissingFile(f"there is no file {path}", "Check the path.")


def _with_progress(paths: Sequence[Path]) -> Iterable[Path]:
    """The paths, with a bar on stderr if there are several and somebody watches."""
    if len(paths) < 2 or not _watched():
        return paths
    from rich.console import Console
    from rich.progress import track

    return track(paths, description="Reading", console=Console(stderr=True), transient=True)


def _watched() -> bool:
    return sys.stderr.isatty()
