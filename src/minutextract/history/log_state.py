"""An action of the log while its series is read: what is known of it so far, and how each mention changes that."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutextract.history.log_mentions import Mention, Party

CLOSED = frozenset({"done", "dropped", "superseded"})
# Of the many wordings that an action may have had, the first and the latest are compared.
_WORDINGS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A mention as it stands in the log; `status` is None where it does not say how the action stands."""

    mention: Mention
    status: str | None
    how: str
    reason: str


@dataclass(slots=True)
class LogAction:
    """An action with all its mentions, in order of time."""

    entries: list[Entry]
    status: str
    due_text: str | None
    due_date: str | None
    owners: tuple[Party, ...]
    ref: str
    reopened: int = 0
    wordings: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    owner_keys: set[str] = field(default_factory=set)

    @classmethod
    def opened_by(cls, mention: Mention, reason: str) -> LogAction:
        """A new action, with its first mention."""
        status = mention.status or "open"
        action = cls([], status, mention.due_text, mention.due_date, mention.owners, mention.ref)
        action.entries.append(Entry(mention, status, "first", reason))
        action._learn(mention)
        return action

    @property
    def first(self) -> Mention:
        """The mention that opened it."""
        return self.entries[0].mention

    @property
    def last_place(self) -> int:
        """The last meeting that mentions it, by its place in the series."""
        return self.entries[-1].mention.place

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to do, as far as is known."""
        return self.status in CLOSED

    def has_wording(self, wording: str) -> bool:
        """Whether a mention has had these very words."""
        return any(wording == known for known, _ in self.wordings)

    def add(self, mention: Mention, how: str, reason: str, *, listed_again: bool) -> None:
        """Take in a later mention.

        Args:
            mention: what is said of the action.
            how: what links the two.
            reason: why, in words.
            listed_again: whether a mention without a status means that the action is still to be done.
        """
        status = mention.status
        later = mention.place > self.last_place
        if status is None and listed_again and later and not self.is_closed:
            status = "carried"
        if not later and status in ("carried", "open") and self.status == "in-progress":
            # That something is left to do takes back nothing of what was told before.
            status = "in-progress"
        if later and status and self.is_closed and status not in CLOSED:
            self.reopened += 1
            reason = f"{reason}; open again after it was {self.status}"
        self.entries.append(Entry(mention, status, how, reason))
        self.status = status or self.status
        if mention.due_text:
            self.due_text, self.due_date = mention.due_text, mention.due_date
        self.owners = mention.owners or self.owners
        self.ref = self.ref or mention.ref
        self._learn(mention)

    def _learn(self, mention: Mention) -> None:
        self.owner_keys |= mention.owner_keys
        if mention.wording and not self.has_wording(mention.wording):
            self.wordings = [*self.wordings[: _WORDINGS - 1], (mention.wording, mention.words)]
