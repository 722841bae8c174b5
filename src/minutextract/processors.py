"""How many processors there are to compute with."""

from __future__ import annotations

import os


def processor_count() -> int:
    """As torch counts them: OMP_NUM_THREADS, else the processors that this process may use."""
    wished = os.environ.get("OMP_NUM_THREADS", "")
    if wished.isdecimal() and int(wished):
        return int(wished)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
