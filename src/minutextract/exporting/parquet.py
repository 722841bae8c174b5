"""Tables as Parquet files; importing this module needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from minutextract.exporting.tables import Column

_TYPES = {"TEXT": pa.string(), "INTEGER": pa.int64(), "REAL": pa.float64()}
_ROWS_A_GROUP = 50_000


def write_parquet(path: Path, columns: Sequence[Column], rows: Iterator[tuple[Any, ...]]) -> int:
    """Write a table; returns the number of rows."""
    schema = pa.schema([(column.name, _TYPES[column.type]) for column in columns])
    count = 0
    with pq.ParquetWriter(path, schema) as writer:
        while group := list(islice(rows, _ROWS_A_GROUP)):
            arrays = [
                pa.array(values, field.type) for values, field in zip(zip(*group, strict=True), schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            count += len(group)
    return count
