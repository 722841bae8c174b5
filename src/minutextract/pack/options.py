"""What a pack is asked to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from minutextract.errors import UsageError
from minutextract.house.model import House
from minutextract.render import Attribution, Length, SummaryFormat

# JSON holds the whole text, and is for programs.
_OFFERED = tuple(one for one in SummaryFormat if one is not SummaryFormat.JSON)
_STANDARD = tuple(one for one in _OFFERED if one not in (SummaryFormat.PDF, SummaryFormat.EML))


@dataclass(frozen=True, slots=True)
class PackOptions:
    """How a pack is made.

    Attributes:
        length: of the summary that goes round; the chair's page is brief and the full summary full, whatever it is.
        attribution: how summaries name people; slips and the log of actions have owners by name.
        formats: which formats are written, of those that a document comes in.
        house: the style of the body.
        templates: a folder whose templates come before those of the same names that come along.
    """

    length: Length = Length.STANDARD
    attribution: Attribution = Attribution.NAMED
    formats: tuple[SummaryFormat, ...] = _STANDARD
    house: House = field(default_factory=House)
    templates: Path | None = None


def formats_named(written: str | None) -> tuple[SummaryFormat, ...]:
    """The formats of a list with commas, in the order of `SummaryFormat`; without one all but mails, and PDF if it can.

    Raises:
        UsageError: one of them is no format of a pack.
    """
    if written is None:
        from minutextract.render.pdf import is_available

        return (*_STANDARD, *([SummaryFormat.PDF] if is_available() else []))
    names = [name.strip().lower() for name in written.split(",") if name.strip()]
    known = [one.value for one in _OFFERED]
    # What a file is called and what the format is called differ for text alone.
    names = ["text" if name == "txt" else name for name in names]
    if wrong := [name for name in names if name not in known] or ([] if names else [written]):
        near = get_close_matches(wrong[0], known, 1)
        raise UsageError(
            f"{wrong[0] or 'nothing'} is no format of a pack",
            f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}.",
        )
    return tuple(one for one in _OFFERED if one.value in names)


def template_files(folder: Path, known: Sequence[str]) -> None:
    """Check that a folder of templates has one that a pack uses.

    Raises:
        UsageError: it is no folder, or has none.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}", "Check the path.")
    if not any((folder / f"{name}.j2").is_file() for name in known):
        raise UsageError(f"{folder} has no template of a pack", f"It uses {', '.join(f'{name}.j2' for name in known)}.")
