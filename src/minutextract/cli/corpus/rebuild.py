"""`minutextract corpus rebuild`: stand-off labels and documents to annotated units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.cli.options import argument, option
from minutextract.cli.output import refuse_overwriting, write_result
from minutextract.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from minutextract.corpus.recovery import Outcome, Share

_Standoff = Annotated[list[Path], argument("STANDOFF", "Stand-off files.")]
_Docs = Annotated[Path, option("--docs", "DIR", "Clones of the repositories, by name; or the manifest's files.")]
_Output = Annotated[Path, option("--output", "PATH", "The JSON Lines of annotated units to write.")]
_Manifest = Annotated[
    Path | None, option("--manifest", "MANIFEST", "JSON Lines that name the file of each document below DIR.")
]


def rebuild_cli(standoff: _Standoff, docs: _Docs, output: _Output, manifest: _Manifest = None) -> None:
    """Find the units of stand-off labels again.

    Says what share of them the documents have, as a whole and by format, and what is missing.
    Exit code 2 if a document is missing or cannot be read.
    """
    outcomes = rebuild_files(standoff, docs, output, manifest=manifest)
    write_result("".join(f"{line}\n" for line in _lines(outcomes)), None)
    if any(outcome.reason for outcome in outcomes):
        raise typer.Exit(ExitCode.QUARANTINED)


def rebuild_files(standoff: Sequence[Path], docs: Path, output: Path, *, manifest: Path | None = None) -> list[Outcome]:
    """Write the units that were found.

    Raises:
        CorpusError: a file is not in its format.
        UsageError: `docs` is no folder, or the output is one of the inputs.
        OutputError: the output cannot be written.
    """
    from minutextract.corpus.files import corpus_lines
    from minutextract.corpus.recovery import found_units, rebuild_corpus
    from minutextract.corpus.standoff import read_manifest, read_standoff

    refuse_overwriting(output, [*standoff, *([manifest] if manifest else [])])
    if not docs.is_dir():
        raise UsageError(f"{docs} is no folder", "Name the folder of the clones with --docs.")
    listed = read_manifest(manifest) if manifest else {}
    outcomes = list(rebuild_corpus(read_standoff(standoff), docs, listed))
    write_result(corpus_lines(found_units(outcomes)), output)
    return outcomes


def _lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    from minutextract.corpus.recovery import share_of, shares_by_format

    yield f"{'format':<10} {'units':>9} {'read':>9} {'found':>9} {'verbatim':>9} {'of read':>9} {'of all':>9}"
    for name, share in {**shares_by_format(outcomes), "all": share_of(outcomes)}.items():
        yield _row(name, share)
    yield from _missing(outcomes)


def _row(name: str, share: Share) -> str:
    counts = f"{share.units:>9} {share.read:>9} {share.found:>9} {share.verbatim:>9}"
    return f"{name:<10} {counts} {_ratio(share.found, share.read):>9} {_ratio(share.found, share.units):>9}"


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else "–"


def _missing(outcomes: Sequence[Outcome]) -> Iterator[str]:
    for outcome in outcomes:
        labels = outcome.labels
        if outcome.reason:
            yield f"not read: {labels.doc} ({len(labels.units)} units): {outcome.reason}"
            continue
        lost = [one for one, found in zip(labels.units, outcome.units, strict=True) if found is None]
        if lost:
            names = Counter(str(one.id) if one.id is not None else one.fingerprint.sha256[:12] for one in lost)
            yield f"not found: {labels.doc}: {', '.join(names)}"
