"""What a batch did, for people and for programs."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field

_PRESENT = "EXISTS (SELECT 1 FROM files WHERE files.document = documents.sha256 AND NOT missing)"


@dataclass
class Report:
    """The figures of a run; those of the store are as it leaves it.

    Attributes:
        done: documents worked on in this run.
        unchanged: documents that were done before.
        quarantined: documents of the store that are set apart, by code.
        missing: files that were there once and no longer are; what was found in them is kept.
        waiting: documents that nobody has worked on yet, because the run was interrupted.
        changing: files that were still being written, and are left to the next run.
        unreadable: files and directories that could not be opened, with the reason.
        left_out: files that no reader knows, by the end of their name; links, hidden and special files.
        words: in the documents worked on.
        seconds: by the clock.
        interrupted: whether somebody ended the run before its end.
    """

    done: int = 0
    unchanged: int = 0
    quarantined: dict[str, int] = field(default_factory=dict)
    missing: int = 0
    waiting: int = 0
    changing: int = 0
    unreadable: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    words: int = 0
    seconds: float = 0.0
    interrupted: bool = False

    @property
    def documents_per_second(self) -> float:
        """Documents worked on a second."""
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def words_per_second(self) -> float:
        """Their words a second."""
        return self.words / self.seconds if self.seconds else 0.0

    def read_store(self, connection: sqlite3.Connection) -> None:
        """Take the figures of the store as it is now."""
        states = Counter(dict(connection.execute(f"SELECT state, count(*) FROM documents WHERE {_PRESENT} GROUP BY 1")))
        codes = connection.execute(
            f"SELECT code, count(*) FROM documents WHERE state = 'quarantined' AND {_PRESENT} GROUP BY 1 ORDER BY 1"
        )
        self.quarantined = dict(codes.fetchall())
        self.waiting = states["found"] + states["claimed"]
        [self.missing] = connection.execute("SELECT count(*) FROM files WHERE missing").fetchone()

    def as_json(self) -> str:
        """One object."""
        rates = {
            "documents_per_second": round(self.documents_per_second, 3),
            "words_per_second": round(self.words_per_second, 1),
        }
        return (
            json.dumps({**asdict(self), "seconds": round(self.seconds, 3), **rates}, ensure_ascii=False, indent=1)
            + "\n"
        )

    def as_text(self) -> str:
        """A line for each figure that says something."""
        return "".join(f"{name:<12} {value}\n" for name, value in self._lines())

    def _lines(self) -> Iterator[tuple[str, str]]:
        yield "done", f"{self.done:,}"
        yield "unchanged", f"{self.unchanged:,}"
        if self.quarantined:
            yield "quarantined", _counted(self.quarantined)
        if self.missing:
            yield "missing", f"{self.missing:,} (what was found in them is kept)"
        if self.changing:
            yield "changing", f"{self.changing:,} (still being written: run again)"
        if self.waiting:
            yield "waiting", f"{self.waiting:,} (run again)"
        if self.unreadable:
            yield "unreadable", f"{len(self.unreadable):,}"
        if self.left_out:
            yield "left out", _counted(self.left_out)
        yield "time", f"{self.seconds:,.1f} s"
        if self.done:
            yield "rate", f"{self.documents_per_second:,.2f} documents/s, {self.words_per_second:,.0f} words/s"


def _counted(several: dict[str, int]) -> str:
    return f"{sum(several.values()):,} ({', '.join(f'{count:,} {name}' for name, count in several.items())})"
