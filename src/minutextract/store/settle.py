"""What is derived from the findings of many documents, made anew once documents have changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from minutextract.history.log import rebuild_log
from minutextract.history.steps import link_people, link_series
from minutextract.questions.audit import count_open
from minutextract.questions.names import collect_names
from minutextract.store.connection import transaction
from minutextract.views.people import count_people

# Each is a pure function of the findings and the corrections in the store, and writes tables of its own; a later step
# may read what an earlier one wrote. They run in one transaction and must not begin another.
Step = Callable[[sqlite3.Connection], None]
STEPS: tuple[Step, ...] = (link_series, link_people, count_people, rebuild_log, count_open, collect_names)


def settle(connection: sqlite3.Connection, steps: Sequence[Step] | None = None) -> bool:
    """Derive everything anew if a document has changed since the last time; returns whether one had.

    Args:
        connection: not in a transaction.
        steps: `STEPS` if None.
    """
    if not _unsettled(connection):
        return False
    with transaction(connection):
        # Asked again under the lock: another batch may have been here meanwhile.
        if not _unsettled(connection):
            return False
        for step in STEPS if steps is None else steps:
            step(connection)
        connection.execute("DELETE FROM unsettled")
    return True


def _unsettled(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM unsettled LIMIT 1").fetchone() is not None
