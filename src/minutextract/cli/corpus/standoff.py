"""`minutextract corpus standoff`: labels of public documents without their words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from minutextract.cli.messages import log, set_up_logging
from minutextract.cli.options import Corpora, option
from minutextract.cli.output import refuse_overwriting, write_result

if TYPE_CHECKING:
    from minutextract.corpus.standoff import StandoffDocument

_Manifest = Annotated[Path, option("--manifest", "MANIFEST", "JSON Lines: id, repo, commit and path of each document.")]
_Output = Annotated[Path, option("--output", "PATH", "The stand-off file to write.")]


def standoff_cli(corpus: Corpora, manifest: _Manifest, output: _Output) -> None:
    """Write labels without the words.

    Digests stand for the words of public documents; `rebuild` finds the units again by them.
    """
    set_up_logging(verbose=False)
    documents = write_standoff(corpus, manifest, output)
    lost = sum(one.origin.path is None for one in documents)
    if lost:
        log.warning("of %d documents, %d have no path: `rebuild` cannot find them", len(documents), lost)


def write_standoff(corpus: Sequence[Path], manifest: Path, output: Path) -> list[StandoffDocument]:
    """Write the stand-off file of some corpus files.

    Raises:
        CorpusError: a file is not a corpus, or the manifest is none.
        UsageError: the output is one of the inputs.
        OutputError: the output cannot be written.
    """
    from minutextract.corpus import read_corpus
    from minutextract.corpus.standoff import make_standoff, read_manifest, standoff_lines

    refuse_overwriting(output, [*corpus, manifest])
    documents = make_standoff(read_corpus(corpus), read_manifest(manifest))
    write_result(standoff_lines(documents), output)
    return documents
