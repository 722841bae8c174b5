"""How a summary goes out: to whom, with what beside it, and what becomes of dated actions in a calendar file."""

from __future__ import annotations

from dataclasses import dataclass

from minutextract.actionlog.dated import IcsKind


@dataclass(frozen=True, slots=True)
class Delivery:
    """Choices that only some formats have.

    Attributes:
        to: addresses of a draft mail.
        attach: formats (values of `SummaryFormat`) that a draft mail has as attachments.
        ics_as: what dated actions become in a calendar file.
    """

    to: tuple[str, ...] = ()
    attach: tuple[str, ...] = ()
    ics_as: IcsKind = IcsKind.TODOS


AS_IT_IS = Delivery()
