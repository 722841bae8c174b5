"""The workers of this machine, each of which commits what it finds by itself."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, wait

from minutextract.batch.commit import Outcome
from minutextract.batch.crew import Ending
from minutextract.batch.seat import RENEWAL, Seat
from minutextract.batch.worker import Station, fulfil, prepare
from minutextract.errors import ReaderCrashed, TimeLimit
from minutextract.store.ledger import Claim


class LocalCrew:
    """So many processes at most; each is started for the first document that needs it."""

    def __init__(self, station: Station, *, workers: int, renewal: int = RENEWAL) -> None:
        self._station = station
        self._workers = workers
        self._renewal = renewal
        self._idle: list[Seat[Outcome]] = []
        self._in_hand: dict[Seat[Outcome], Claim] = {}

    @property
    def busy(self) -> bool:
        """Whether any document is in hand."""
        return bool(self._in_hand)

    def has_room(self) -> bool:
        """Whether a worker is idle, or can be added."""
        return len(self._in_hand) < self._workers

    def give(self, claim: Claim) -> None:
        """Hand a document to an idle worker."""
        seat = self._idle.pop() if self._idle else Seat(prepare, self._station, fulfil, renewal=self._renewal)
        self._in_hand[seat] = claim
        seat.give(claim)

    def ended(self, seconds: float) -> Sequence[Ending]:
        """Wait for the first document that is done; for the rest as `Crew.ended`."""
        wait([seat.future for seat in self._in_hand if seat.future], seconds, FIRST_COMPLETED)
        return [self._take(seat) for seat in list(self._in_hand) if seat.future and seat.future.done()]

    def close(self) -> None:
        """End every worker at once."""
        for seat in (*self._idle, *self._in_hand):
            seat.close()

    def _take(self, seat: Seat[Outcome]) -> Ending:
        try:
            return Ending(self._in_hand[seat], seat.take())
        except (ReaderCrashed, TimeLimit) as error:
            return Ending(self._in_hand[seat], error=error)
        finally:
            del self._in_hand[seat]
            self._idle.append(seat)
