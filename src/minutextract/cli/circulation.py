"""From a record to what goes round: public or not, in the style of a house, through a template or as a format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from minutextract.errors import UsageError
from minutextract.record import Record
from minutextract.render import Delivery, SummaryFormat, SummaryOptions, render
from minutextract.render.delivery import AS_IT_IS

if TYPE_CHECKING:
    from minutextract.house.model import House
    from minutextract.privacy.policy import Policy
    from minutextract.privacy.redactions import Redactions
    from minutextract.render.content import Summary

_FORMATS = {".html": SummaryFormat.HTML, ".md": SummaryFormat.MD, ".txt": SummaryFormat.TEXT}


@dataclass
class Circulation:
    """How records become what goes round.

    Attributes:
        format: what is written.
        options: how to summarise.
        house: the style of the body.
        public: whether names, contact details and confidential items are to go.
        template: a template to write through, instead of the format's own.
        delivery: choices of drafts and calendar files.
        redactions: filled in while public summaries are written, one a meeting.
    """

    format: SummaryFormat
    options: SummaryOptions
    house: House
    public: bool = False
    template: Path | None = None
    delivery: Delivery = AS_IT_IS
    redactions: list[Redactions] = field(default_factory=list)

    def written(self, records: Sequence[Record]) -> str | bytes:
        """The summaries of some meetings."""
        prepared = [self._prepared(record) for record in records]
        options = replace(self.options, to_tell=not self.public)
        if self.template is None:
            return render(prepared, self.format, options, self._finish, delivery=self.delivery)
        from minutextract.render.summary import summarize
        from minutextract.templating.rendering import render_template

        return render_template([self._finish(summarize(one, options)) for one in prepared], self.template)

    def _prepared(self, record: Record) -> Record:
        from minutextract.house.style import headed

        if self.public:
            from minutextract.privacy.publishing import publish

            publication = publish(record, policy_of(self.house))
            self.redactions.append(publication.redactions)
            record = publication.record
        return headed(record, self.house)

    def _finish(self, summary: Summary) -> Summary:
        from minutextract.house.style import styled

        if self.public:
            from minutextract.privacy.publishing import without_checks

            summary = without_checks(summary)
        return styled(summary, self.house)


def policy_of(house: House) -> Policy:
    """What the house file says of public summaries."""
    from minutextract.privacy.policy import Policy

    public = house.public
    return Policy(public.named, public.confidential, public.patterns)


def format_of(template: Path, format: SummaryFormat | None) -> SummaryFormat:
    """The format that a template writes.

    Raises:
        UsageError: another is asked for.
    """
    from minutextract.templating.catalog import written_suffix

    own = _FORMATS[written_suffix(template)]
    if format is not None and format is not own:
        raise UsageError(f"{template} writes {own.value}, not {format.value}", "Leave --format out.")
    return own


def write_redactions(
    reports: Sequence[Redactions], path: Path, write: Callable[[str, Path], None], *, words: bool
) -> None:
    """Write the report of what public summaries lack."""
    from minutextract.privacy.redactions import redactions_as

    write(redactions_as(path.suffix.lower(), reports, words=words), path)
