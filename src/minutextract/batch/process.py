"""How a process becomes a worker's: it ends with its parent, and answers neither Ctrl-C nor on stdout."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.util import Finalize

_PR_SET_PDEATHSIG = 1


def set_up(threads: int) -> None:
    """Run this first in the process; the classifier will compute with so many threads."""
    _end_with_parent()
    if hasattr(os, "setsid"):
        # Ctrl-C is the batch's to answer: it must not reach a program that a reader has started.
        os.setsid()
    os.dup2(2, 1)
    os.environ["OMP_NUM_THREADS"] = str(threads)


def at_end(close: Callable[[], None]) -> None:
    """Have this done before the process waits for its children, as it does when it ends."""
    Finalize(None, close, exitpriority=100)


def _end_with_parent() -> None:
    """Have the kernel end this process when the batch is killed; elsewhere it ends when its pipe is closed."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    parent = multiprocessing.parent_process()
    if parent is not None and os.getppid() != parent.pid:
        os._exit(1)
