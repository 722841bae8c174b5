"""The run that the README opens with: the beginning of each section of the sample's summary."""

from __future__ import annotations

import re
from pathlib import Path

from minutextract.api import summarize
from minutextract.sample import sample_minutes

README = Path(__file__).resolve().parent.parent / "README.md"
# Lines of a section that are shown, its heading and the rule below counted.
_SHOWN = 7
_BLOCK = re.compile(r"(?<=\$ minutextract demo\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_SECTION = re.compile(r"\n\n(?=[^\n]+\n[-=]+\n|-+\n)")


def excerpt(text: str) -> str:
    """The first lines of each section of a summary; "…" stands for what is left out."""
    return "\n\n".join(map(_beginning, _SECTION.split(text.rstrip("\n")))) + "\n"


def _beginning(section: str) -> str:
    lines = section.split("\n")
    if len(lines) <= _SHOWN:
        return section
    return "\n".join(lines[:_SHOWN]).rstrip("\n") + "\n…"


def readme(text: str, summary: str) -> str:
    """The README with the run as it is now."""
    return _BLOCK.sub(lambda _: excerpt(summary), text, count=1)


def write() -> None:
    """Bring the README up to date."""
    README.write_text(readme(README.read_text(encoding="utf-8"), summarize(sample_minutes()).text), encoding="utf-8")
