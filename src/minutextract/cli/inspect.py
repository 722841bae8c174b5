"""`minutextract inspect`: what each stage makes of one file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from minutextract.cli.documents import load_pipeline
from minutextract.cli.messages import report, set_up_logging
from minutextract.cli.options import Model, Spacy, Verbose, argument
from minutextract.cli.output import write_result
from minutextract.errors import ReadError
from minutextract.render.wording import fold

if TYPE_CHECKING:
    from minutextract.document import Document, Span
    from minutextract.pipeline import Pipeline
    from minutextract.readers.child import Read
    from minutextract.record import Mention, Record


class Stage(StrEnum):
    """The stages that a document goes through, in order."""

    BLOCKS = "blocks"
    MEETING = "meeting"
    MENTIONS = "mentions"
    LABELS = "labels"
    FINDINGS = "findings"


def inspect_cli(
    file: Annotated[Path, argument("FILE", "One document.")],
    stage: Annotated[Stage, typer.Option("--stage", help="The stage to look at.")],
    model: Model = None,
    spacy: Spacy = None,
    verbose: Verbose = False,
) -> None:
    """Show what a stage makes of a document.

    Each line begins with character offsets into the document's text; a meeting is a JSON object. In a file with several
    documents, each begins with a line that gives its path.
    """
    set_up_logging(verbose=verbose)
    try:
        write_result(inspect_file(file, stage, partial(load_pipeline, model, spacy)), None)
    except ReadError as error:
        report(file, error)
        raise typer.Exit(error.exit_code) from None


def inspect_file(file: Path, stage: Stage, load: Callable[[Read], Pipeline]) -> str:
    """A stage's result as text; the pipeline is loaded for labels and findings only.

    Raises:
        ReadError: the file cannot be read.
        ModelError: the model cannot be loaded.
    """
    from minutextract.readers.sandbox import Sandbox

    with Sandbox() as sandbox:
        if stage in (Stage.LABELS, Stage.FINDINGS):
            sandbox.warm_up()
            records = load(sandbox.read_all).process_all(file)
            show = _labels if stage is Stage.LABELS else _findings
            parts = [(record.document, show(record)) for record in records]
        else:
            look = {Stage.MEETING: _meeting, Stage.BLOCKS: _blocks, Stage.MENTIONS: _mentions}[stage]
            parts = [(document, look(document)) for document in sandbox.read_all(file)]
    several = stage is not Stage.MEETING and len({document.source.path for document, _ in parts}) > 1
    lines = (line for document, part in parts for line in chain(_head(document) if several else (), part))
    return "".join(f"{line}\n" for line in lines)


def _head(document: Document) -> Iterator[str]:
    extent = document.extent
    yield f"{extent.start}-{extent.end}\tdocument\t{fold(document.source.path)}"


def _line(document: Document, span: Span, what: str) -> str:
    return f"{span.start}-{span.end}\t{what}\t{fold(span.of(document.text))}"


def _blocks(document: Document) -> Iterator[str]:
    for block in document.blocks:
        extras = {"level": block.level or None, "number": block.number, "page": block.page, "table": block.table}
        marks = [f"{name}={value}" for name, value in extras.items() if value is not None]
        yield _line(document, block.span, " ".join([block.kind.value, *marks, *(["bold"] if block.bold else [])]))


def _meeting(document: Document) -> Iterator[str]:
    from minutextract.record import Record
    from minutextract.serialize import record_json
    from minutextract.structure.frame import read_frame
    from minutextract.structure.meetings import split_meetings

    parts = split_meetings(document)
    records = (Record(part.document, read_frame(part.document, part.date, part.roster).meeting) for part in parts)
    yield from (json.dumps(record_json(one)["meeting"], ensure_ascii=False, indent=1) for one in records)


def _mentions(document: Document) -> Iterator[str]:
    from minutextract.pipeline import cut_sentences, find_mentions
    from minutextract.structure.frame import read_frame
    from minutextract.structure.meetings import split_meetings

    for part in split_meetings(document):
        frame = read_frame(part.document, part.date, part.roster)
        names = {person.id: person.name for person in frame.meeting.people}
        names |= {unit.id: unit.name for unit in frame.meeting.units}
        for mention in find_mentions(part.document, frame, cut_sentences(part.document, frame)):
            yield _line(document, mention.span, _resolution(mention, names))


def _resolution(mention: Mention, names: dict[str, str]) -> str:
    who = names.get(mention.person or mention.unit or "", "?")
    candidates = ", ".join(names.get(one, one) for one in mention.candidates)
    parts = [mention.how.value, fold(who), f"candidates: {fold(candidates)}" if candidates else "", *mention.flags]
    return "; ".join(filter(None, parts))


def _labels(record: Record) -> Iterator[str]:
    for sentence in record.sentences:
        scores = " ".join(f"{label}={score:.3f}" for label, score in sentence.scores.items())
        yield _line(record.document, sentence.span, f"{','.join(sentence.labels) or '-'} {scores}".rstrip())


def _findings(record: Record) -> Iterator[str]:
    kinds = {"action": record.actions, "decision": record.decisions, "praise": record.praise,
             "insight": record.insights}  # fmt: skip
    for kind, findings in kinds.items():
        for finding in findings:
            flags = " ".join(finding.flags)
            yield _line(record.document, finding.span, f"{kind} {finding.score:.3f} {flags}".rstrip())
