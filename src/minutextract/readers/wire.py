"""Documents and errors as JSON, on their way from the reader's process to its parent.

Plain data on purpose: unlike a pickle it can make nothing but documents and the errors of this package, whatever the
child was made to send; and it takes a fraction of a pickle's time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from minutextract import errors
from minutextract.document import Block, BlockKind, Document, Source, Span
from minutextract.errors import ReadError

# Text may hold halves of surrogate pairs, which no strict encoding writes.
_LAX = "surrogatepass"
_KINDS = {str(kind): kind for kind in BlockKind}
_ERRORS = {kind.code: kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ReadError)}
_write = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def pack(answer: Sequence[Document] | ReadError) -> bytes:
    """What a reader gave, as bytes."""
    if isinstance(answer, ReadError):
        return _write([answer.code, answer.cause, answer.remedy]).encode("utf-8", _LAX)
    return _write([None, list(map(_flat_document, answer))]).encode("utf-8", _LAX)


def unpack(data: bytes) -> tuple[Document, ...]:
    """What `pack` wrote: the documents, or the error raised.

    Raises:
        ReadError: the one that the reader ended in.
        ValueError: the bytes are nothing that `pack` writes.
    """
    try:
        code, *rest = json.loads(data.decode("utf-8", _LAX))
        if code is None:
            return tuple(map(_document, rest[0]))
        error = _ERRORS[code](*map(str, rest))
    except (TypeError, LookupError, RecursionError) as damage:
        raise ValueError("no answer of a reader") from damage
    raise error


def _flat_document(document: Document) -> list[Any]:
    source = document.source
    return [
        [source.path, source.sha256, source.media_type, source.size],
        document.text,
        list(map(_flat_block, document.blocks)),
        document.warnings,
        document.title,
    ]


def _flat_block(block: Block) -> list[Any]:
    span, content = block.span, block.content
    return [
        block.kind,
        span.start,
        span.end,
        content.start,
        content.end,
        block.level,
        block.number,
        block.page,
        [offset for cell in block.cells for offset in (cell.start, cell.end)],
        block.table,
        block.bold,
        block.checked,
    ]


def _document(flat: Any) -> Document:
    source, text, blocks, warnings, title = flat
    return Document(Source(*source), text, tuple(map(_block, blocks)), tuple(warnings), title)


def _block(flat: Any) -> Block:
    kind, start, end, inner, inner_end, level, number, page, cells, table, bold, checked = flat
    spans = tuple(map(Span, cells[::2], cells[1::2])) if cells else ()
    span = Span(start, end)
    content = span if inner == start and inner_end == end else Span(inner, inner_end)
    return Block(_KINDS[kind], span, content, level, number, page, spans, table, bold, checked)
