"""Which documents the pack of a meeting has, for whom each is, and how each is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from minutextract.actionlog.dated import IcsKind, dated_rows
from minutextract.actionlog.formats import records_log_csv, records_log_ics, records_log_xlsx
from minutextract.actionlog.from_records import log_of_records
from minutextract.house.style import headed, styled
from minutextract.pack.options import PackOptions
from minutextract.pack.slips import Slip, slips, unclear_slip
from minutextract.privacy.policy import Policy
from minutextract.privacy.publishing import Publication, publish, without_checks
from minutextract.privacy.redactions import redactions_json, redactions_markdown
from minutextract.record import Record
from minutextract.render import Length, SummaryFormat, SummaryOptions, write_summaries
from minutextract.render.content import Section, Summary
from minutextract.render.summary import summarize
from minutextract.templating.catalog import named
from minutextract.templating.rendering import render_shipped, render_template

Audience = Literal["chair", "members", "owner", "public", "secretary"]
TEMPLATES = ("chair.html", "owner-slip.html", "check-list.html")
# Nobody should take a file of this folder, or its name in a mail, for something to send round.
SECRETARY = "secretary-only/not-for-circulation"
_OF_THE_CHAIR = ("decisions", "actions", "earlier")
# The lines of print that the chair's page has room for beside its head, and how many characters are in one.
_ON_A_PAGE, _IN_A_LINE = 46, 100
_PAGES = (SummaryFormat.HTML, SummaryFormat.DOCX, SummaryFormat.PDF)
_PLAIN = (SummaryFormat.TEXT, SummaryFormat.MD, SummaryFormat.EML)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to be written: `document` says what it is, `write` makes it."""

    path: str
    document: str
    audience: Audience
    write: Callable[[], str | bytes]
    needs_telling: bool = False


class Contents:
    """The documents of one meeting; each is made when it is asked for, so that one that fails harms no other."""

    def __init__(self, record: Record, options: PackOptions) -> None:
        self._record = record
        self._named = headed(record, options.house)
        self._options = options
        self._publication: Publication | None = None

    def entries(self) -> Iterator[Entry]:
        """All of them, with paths from the meeting's folder."""
        yield from self._of_chair()
        yield from self._summaries("members/summary-full", "full-summary", "members", _PAGES, self._full)
        yield from self._summaries("members/summary", "summary", "members", _PLAIN, self._standard)
        yield from self._log()
        for slip in slips(self._named):
            yield from self._slip(slip)
        yield from self._summaries("public/public-summary", "public-summary", "public", _PAGES, self._public)
        yield from self._for_the_secretary()

    def _of_chair(self) -> Iterator[Entry]:
        path = "chair/chair-one-page"
        for format in self._wanted(_PAGES):
            write = partial(self._written, self._chair, format, "chair.html")
            yield Entry(f"{path}{format.suffix}", "chair", "chair", write)

    def _summaries(
        self,
        path: str,
        document: str,
        audience: Audience,
        formats: tuple[SummaryFormat, ...],
        make: Callable[[], Summary],
    ) -> Iterator[Entry]:
        for format in self._wanted(formats):
            yield Entry(f"{path}{format.suffix}", document, audience, partial(self._written, make, format))

    def _log(self) -> Iterator[Entry]:
        path, records, ics = "members/actions", [self._named], SummaryFormat.ICS
        writers: dict[SummaryFormat, Callable[[], str | bytes]] = {
            SummaryFormat.XLSX: partial(records_log_xlsx, records),
            SummaryFormat.CSV: partial(records_log_csv, records),
        }
        if any(dated_rows(log_of_records(records), IcsKind.TODOS)):
            writers[ics] = partial(records_log_ics, records, IcsKind.TODOS)
        for format in self._wanted(tuple(writers)):
            yield Entry(f"{path}{format.suffix}", "action-log", "members", writers[format])

    def _slip(self, slip: Slip) -> Iterator[Entry]:
        for format in (SummaryFormat.HTML, *self._wanted((SummaryFormat.EML,))):
            write = partial(self._written, partial(self._whole, slip.summary), format, "owner-slip.html")
            yield Entry(f"slips/{slip.name}{format.suffix}", "slip", "owner", write, bool(slip.to_tell))

    def _for_the_secretary(self) -> Iterator[Entry]:
        from minutextract.report.page import meetings_page

        checks = partial(self._written, self._checked, SummaryFormat.HTML, "check-list.html")
        yield Entry(f"{SECRETARY}-check-list.html", "check-list", "secretary", checks)
        if unclear := unclear_slip(self._named):
            write = partial(self._written, partial(self._whole, unclear), SummaryFormat.HTML, "owner-slip.html")
            yield Entry(f"{SECRETARY}-owner-not-clear.html", "owner-not-clear", "secretary", write)
        for suffix, report in (("md", redactions_markdown), ("json", redactions_json)):
            told = partial(self._redacted, report)
            yield Entry(f"{SECRETARY}-redactions.{suffix}", "redactions", "secretary", told)
        page = partial(meetings_page, [self._named])
        yield Entry(f"{SECRETARY}-evidence.html", "evidence", "secretary", page)

    def _wanted(self, formats: tuple[SummaryFormat, ...]) -> Iterator[SummaryFormat]:
        return (format for format in formats if format in self._options.formats)

    def _written(self, make: Callable[[], Summary], format: SummaryFormat, template: str = "") -> str | bytes:
        """A summary in a format, its page through a template if there is one."""
        summary = make()
        if not template or format is SummaryFormat.DOCX:
            return write_summaries([summary], format)
        page = self._through(summary, template)
        if format is SummaryFormat.PDF:
            from minutextract.render.pdf import pdf_of

            return pdf_of(page)
        if format is SummaryFormat.EML:
            from minutextract.render.mail import draft

            return draft(summary.title, summary.text, page, (), {})
        return page

    def _through(self, summary: Summary, template: str) -> str:
        """The page of the body's own template of that name, else of the one that comes along."""
        path = own_template(self._options.templates, template)
        return render_template([summary], path) if path else render_shipped([summary], named(template).path)

    def _summary(self, length: Length) -> Summary:
        options = SummaryOptions(length=length, attribution=self._options.attribution)
        return styled(summarize(self._named, options), self._options.house)

    def _full(self) -> Summary:
        return self._summary(Length.FULL)

    def _standard(self) -> Summary:
        return self._summary(self._options.length)

    def _chair(self) -> Summary:
        """What was decided and is to be done, in as many of the minutes' words as there is room for on a page."""
        brief = self._summary(Length.BRIEF)
        lengths = (self._summary(Length.FULL), self._summary(Length.STANDARD), brief)
        chosen = (tuple(one for one in whole.sections if one.key in _OF_THE_CHAIR) for whole in lengths)
        sections = next((one for one in chosen if _lines_of(one) <= _ON_A_PAGE), None)
        if sections is None:
            sections = tuple(one for one in brief.sections if one.key in _OF_THE_CHAIR)
        return replace(brief, sections=sections, remark="", checks=())

    def _checked(self) -> Summary:
        """Every doubt of the full summary, which those of the shorter ones are among."""
        return self._full()

    def _whole(self, summary: Summary) -> Summary:
        """A slip in the style of the house, whichever sections that leaves out."""
        return styled(summary, self._options.house.model_copy(update={"leave_out": ()}))

    def _public(self) -> Summary:
        options = SummaryOptions(self._options.length, self._options.attribution, to_tell=False)
        record = headed(self._published().record, self._options.house)
        return styled(without_checks(summarize(record, options)), self._options.house)

    def _redacted(self, report: Callable[..., str]) -> str:
        return report([self._published().redactions])

    def _published(self) -> Publication:
        if self._publication is None:
            public = self._options.house.public
            policy = Policy(public.named, public.confidential, public.patterns)
            self._publication = publish(self._record, policy)
        return self._publication


def _lines_of(sections: Sequence[Section]) -> int:
    """How many lines a page takes for them, about."""
    lines = [line for section in sections for group in section.groups for line in group.lines]
    owners = [group.heading for section in sections for group in section.groups for _ in group.lines]
    lengths = [len(line.text) + len(line.note) + len(owner) for line, owner in zip(lines, owners, strict=True)]
    return sum(1 + length // _IN_A_LINE for length in lengths)


def own_template(folder: Path | None, name: str) -> Path | None:
    """A body's own template of this name, if it has one."""
    path = folder / f"{name}.j2" if folder else None
    return path if path and path.is_file() else None
