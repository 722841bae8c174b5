"""Each table of a store as a file of its own, written row by row."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from uuid import uuid4

from minutextract.errors import MissingProgram, UsageError
from minutextract.render.findings import guarded

# What only the program needs: kept for speed, for a batch at work, or in another table too.
_INTERNAL = frozenset(
    {
        "unsettled",
        "originals",
        "finding_flags",
        "audit_counts",
        "alias_file",
        "log_series",
        "person_names",
        "all_names",
        "person_counts",
    }
)
_INDEX = "sentences_words"
_AT_ONCE = 20_000


class TableFormat(StrEnum):
    """The formats of an export."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its declared type is TEXT, INTEGER or REAL; texts of some hold JSON."""

    name: str
    type: str


def tables(connection: sqlite3.Connection, *, internal: bool = False) -> dict[str, list[Column]]:
    """The tables of a store with their columns, those that only the program needs if asked for."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' "
        f"AND name NOT LIKE '{_INDEX}%' ORDER BY name"
    ).fetchall()
    return {
        name: [Column(row["name"], row["type"]) for row in connection.execute(f'PRAGMA table_info("{name}")')]
        for (name,) in names
        if internal or name not in _INTERNAL
    }


def export_tables(connection: sqlite3.Connection, folder: Path, format: TableFormat) -> dict[Path, int]:
    """Write every table into a folder; a file is there whole or not at all, and replaces one of the same name.

    Returns:
        The number of rows by file.

    Raises:
        UsageError: the folder cannot be made.
        MissingProgram: pyarrow is needed and not installed.
        OSError: a file cannot be written.
    """
    write = _writer(format)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder} cannot be made: {error.strerror}", "Name another --output.") from error
    written: dict[Path, int] = {}
    # All tables as they are at one moment, whatever a batch writes meanwhile.
    connection.execute("BEGIN")
    try:
        for name, columns in tables(connection).items():
            path, part = folder / f"{name}.{format}", folder / f".{uuid4().hex}.part"
            try:
                written[path] = write(part, columns, _rows(connection, name, columns))
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
    finally:
        connection.execute("ROLLBACK")
    return written


def _rows(connection: sqlite3.Connection, table: str, columns: Sequence[Column]) -> Iterator[tuple[Any, ...]]:
    names = ", ".join(f'"{column.name}"' for column in columns)
    cursor = connection.execute(f'SELECT {names} FROM "{table}" ORDER BY 1, 2')
    while rows := cursor.fetchmany(_AT_ONCE):
        yield from map(tuple, rows)


_Write = Callable[[Path, Sequence[Column], Iterator[tuple[Any, ...]]], int]


def _writer(format: TableFormat) -> _Write:
    if format is TableFormat.PARQUET:
        try:
            from minutextract.exporting.parquet import write_parquet
        except ImportError as error:
            raise MissingProgram(
                "Parquet files need pyarrow, which is not installed", "Run `pip install 'minutextract[parquet]'`."
            ) from error
        return write_parquet
    return _write_csv if format is TableFormat.CSV else _write_jsonl


def _write_csv(path: Path, columns: Sequence[Column], rows: Iterator[tuple[Any, ...]]) -> int:
    count = 0
    with path.open("x", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([column.name for column in columns])
        for row in rows:
            writer.writerow([guarded(value) if isinstance(value, str) else value for value in row])
            count += 1
    return count


def _write_jsonl(path: Path, columns: Sequence[Column], rows: Iterator[tuple[Any, ...]]) -> int:
    count, names = 0, [column.name for column in columns]
    with path.open("x", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")
            count += 1
    return count
