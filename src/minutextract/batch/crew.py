"""What a batch asks of those who work for it, whether they are processes of this machine or a cluster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from minutextract.batch.commit import Outcome
from minutextract.errors import ReaderCrashed, TimeLimit
from minutextract.store.ledger import Claim


@dataclass(frozen=True, slots=True)
class Ending:
    """What came of a document that was handed out.

    Attributes:
        claim: the document.
        outcome: what became of it; None if nobody began on it.
        error: what it did to its worker instead.
    """

    claim: Claim
    outcome: Outcome | None = None
    error: ReaderCrashed | TimeLimit | None = None


class Crew(Protocol):
    """Workers that take documents on and bring what is in them into the store."""

    @property
    def busy(self) -> bool:
        """Whether any document is in hand."""
        ...

    def has_room(self) -> bool:
        """Whether one more document would not just lie there."""
        ...

    def give(self, claim: Claim) -> None:
        """Hand out a document; one at least can be handed out whenever none is in hand."""
        ...

    def ended(self, seconds: float) -> Sequence[Ending]:
        """Wait for documents in hand, no longer than this.

        Raises:
            MinutextractError: whatever every other document would meet with too.
        """
        ...

    def close(self) -> None:
        """Give up what is in hand and dismiss everybody."""
        ...
