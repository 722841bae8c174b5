"""Who has claimed a document: a batch, named so that others on the same machine can tell whether it still runs."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from uuid import uuid4


def new_owner() -> str:
    """A name for this process's next batch."""
    return f"{socket.gethostname()}/{os.getpid()}/{_started(os.getpid()) or ''}/{uuid4().hex[:8]}"


def is_dead(owner: str) -> bool:
    """Whether a batch has certainly ended; of another machine's, and where processes do not show, nobody knows."""
    host, _, rest = owner.rpartition("/")[0].partition("/")
    number, _, started = rest.partition("/")
    if host != socket.gethostname() or not started or not number.isdecimal():
        return False
    return _started(int(number)) != started


def _started(process: int) -> str | None:
    """When a process began, in ticks: its number may be another's by now."""
    try:
        return (
            Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[19]
        )
    except (OSError, IndexError):
        return None
