"""How far a batch has come: a bar where somebody watches, else a line now and then."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_EVERY_SECONDS = 30.0


class Progress:
    """Progress on stderr, with the rate and the time that is left."""

    def __init__(self, *, watched: bool) -> None:
        self._watched = watched
        self._began = self._said = time.monotonic()
        self._bar: Bar | None = None
        self._first = 0

    def say(self, message: str) -> None:
        """A line of its own."""
        if self._bar is not None:
            self._bar.console.print(message, markup=False, highlight=False, soft_wrap=True)
        else:
            print(message, file=sys.stderr, flush=True)

    def begin(self, waiting: int) -> None:
        """Work begins."""
        self._began = self._said = time.monotonic()
        self._first = waiting
        if self._watched:
            self._bar = _new_bar()
            self._bar.add_task("documents", total=waiting)
            self._bar.start()

    def show(self, waiting: int) -> None:
        """So many are left; other batches may have worked on some, or found more."""
        self._first = max(self._first, waiting)
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], total=self._first, completed=self._first - waiting)
        elif time.monotonic() - self._said >= _EVERY_SECONDS:
            self._said = time.monotonic()
            self.say(self._line(waiting, self._said - self._began))

    def _line(self, waiting: int, seconds: float) -> str:
        settled = self._first - waiting
        rate = settled / seconds
        left = f", about {_clock(waiting / rate)} left" if rate else ""
        return f"{settled:,} of {self._first:,} documents, {rate:.2f}/s{left}"

    def end(self) -> None:
        """Work has ended."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def _new_bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TimeRemainingColumn
    from rich.progress import Task as Shown
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Shown) -> Text:
            return Text(f"{task.speed or 0:.2f}/s")

    # The rate over the last minutes: documents differ much in length.
    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        speed_estimate_period=300,
    )


def _clock(seconds: float) -> str:
    minutes, hours = int(seconds) // 60 % 60, int(seconds) // 3600
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {int(seconds) % 60:02} s"
