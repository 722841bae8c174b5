"""The same minutes say the same in every format."""

from __future__ import annotations

from html import escape
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import Keywords
from factories_docx import make_docx, p
from factories_odt import make_odt
from minutextract.pipeline import Pipeline
from minutextract.readers import read_data
from minutextract.record import Record

NAMES = ("Ann Baxter", "Colin Dray", "Fay Glover", "Kit Loomis", "Mona Nettle", "Olive Pryor")
TASKS = ("call the plumber", "pay the bill by Friday", "send the survey to the insurers", "order the cakes")
MATTERS = ("the shed stays where it is", "the gate closes at dusk", "the fee rises to £12 a year")
REASONS = ("the cakes", "her patient work on the slipway", "the tidy accounts")
TITLES = ("Garden", "Repairs", "Accounts", "Any other business")
_HEADING = '<w:outlineLvl w:val="0"/>'


def initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


@st.composite
def sentences(draw: st.DrawFn, people: list[str]) -> str:
    """A sentence that one kind of finding is made from."""
    who, other = draw(st.permutations(people))[:2]
    return draw(
        st.sampled_from(
            (
                f"{initials(who)} to {draw(st.sampled_from(TASKS))}.",
                f"It was agreed that {draw(st.sampled_from(MATTERS))}.",
                f"{who} thanked {other} for {draw(st.sampled_from(REASONS))}.",
                f"{initials(other)} noted that the roof leaks again.",
            )
        )
    )


@st.composite
def minutes(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Paragraphs and headings as pairs of kind and text."""
    people = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True))
    made = [("h", "Minutes of the Lantern Hill Society held on 4 March 2024")]
    made.append(("p", "Present: " + ", ".join(f"{name} ({initials(name)})" for name in people)))
    for at, title in enumerate(draw(st.lists(st.sampled_from(TITLES), min_size=1, max_size=3, unique=True)), start=1):
        made.append(("h", f"{at}. {title}"))
        made += [("p", line) for line in draw(st.lists(sentences(people), min_size=1, max_size=3, unique=True))]
    return made


def written(lines: list[tuple[str, str]]) -> dict[str, bytes]:
    """The minutes in each format, by file name."""
    html = "".join(f"<h2>{escape(text)}</h2>" if kind == "h" else f"<p>{escape(text)}</p>" for kind, text in lines)
    odt = "".join(
        f'<text:h text:outline-level="1">{text}</text:h>' if kind == "h" else f"<text:p>{text}</text:p>"
        for kind, text in lines
    )
    return {
        "minutes.docx": make_docx("".join(p(text, _HEADING if kind == "h" else "") for kind, text in lines)),
        "minutes.odt": make_odt(odt),
        "minutes.html": f"<!DOCTYPE html><html><body>{html}</body></html>".encode(),
        "minutes.md": "\n\n".join(f"# {text}" if kind == "h" else text for kind, text in lines).encode(),
        "minutes.txt": "\n\n".join(text for _, text in lines).encode(),
    }


def told(record: Record) -> dict[str, Any]:
    """What a record says, without where it stands."""
    return {
        "body": record.meeting.body,
        "date": record.meeting.date,
        "people": [(one.name, one.attendance) for one in record.meeting.people],
        "actions": [(one.text, [owner.name for owner in one.owners], one.due.date) for one in record.actions],
        "decisions": [one.text for one in record.decisions],
        "praise": [([by.name for by in one.by], [to.name for to in one.to], one.reason) for one in record.praise],
    }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(minutes())
def test_every_format_says_the_same(lines: list[tuple[str, str]]) -> None:
    pipeline = Pipeline(Keywords())
    said = {name: told(pipeline.analyse(read_data(data, name))) for name, data in written(lines).items()}
    wanted = said.pop("minutes.md")
    assert wanted["people"]
    for name, one in said.items():
        assert (name, one) == (name, wanted)
