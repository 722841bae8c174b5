"""What the meetings of a digest settled, whom they thanked, and what was said, meeting by meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from minutextract.digest.meetings import Met
from minutextract.digest.people import Called
from minutextract.render.content import Group, Line, Section
from minutextract.render.options import Length
from minutextract.render.outcomes import uncapitalised
from minutextract.render.wording import capitalised, clip, fold

Row = Mapping[str, Any]
_POINTS_OF_A_MEETING = {Length.BRIEF: 2, Length.STANDARD: 5}
_LONGEST = 300


def decided(rows: Sequence[Row], meetings: Sequence[Met], people: Called, *, with_body: bool) -> Section:
    """Every decision, under its meeting."""
    groups = tuple(_groups(rows, meetings, partial(_decision, people), with_body=with_body))
    return Section("decisions", "Decisions", groups)


def thanked(rows: Sequence[Row], meetings: Sequence[Met], people: Called, *, with_body: bool) -> Section:
    """Every word of thanks, under its meeting."""
    groups = tuple(_groups(rows, meetings, partial(_thanks, people), with_body=with_body))
    return Section("thanks", "Thanks and recognition", groups)


def said(rows: Sequence[Row], meetings: Sequence[Met], people: Called, length: Length, *, with_body: bool) -> Section:
    """The key points of each meeting: the surest of those that stand alone; all of them at full length."""
    chosen = [row for own in _by_meeting(rows).values() for row in _best(own, _POINTS_OF_A_MEETING.get(length))]
    groups = tuple(_groups(chosen, meetings, partial(_point, people), with_body=with_body))
    return Section("points", "Key points", groups, left_out=len(rows) - len(chosen))


def _best(rows: Sequence[Row], most: int | None) -> list[Row]:
    if most is None:
        return list(rows)
    alone = [row for row in rows if row["complete"] and not row["flags"]]
    kept: dict[str, Row] = {}
    for row in sorted(alone, key=lambda row: (-row["score"], row["start"])):
        kept.setdefault(fold(row["text"]).casefold(), row)
    return sorted(list(kept.values())[:most], key=lambda row: row["start"])


def _by_meeting(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row["start"]):
        found.setdefault(row["meeting"], []).append(row)
    return found


def _groups(
    rows: Sequence[Row], meetings: Sequence[Met], worded: Callable[[Row], str], *, with_body: bool
) -> Iterator[Group]:
    by_meeting = _by_meeting(rows)
    for met in meetings:
        if own := by_meeting.get(met.id):
            yield Group(met.heading(with_body=with_body), tuple(_line(worded(row), row) for row in own))


def _line(text: str, row: Row) -> Line:
    return Line(
        text,
        clip(fold(row["item"]), 60) if row["item"] else "",
        finding=row["id"],
        start=row["start"],
        end=row["end"],
        quote=fold(row["quote"]),
    )


def _decision(people: Called, row: Row) -> str:
    """ "Buy a boat (moved by Jane Roe, seconded by Sam Poe; carried, 5–0)"."""
    text = capitalised(people.words(fold(row["text"]))).removesuffix(".")
    columns = () if people.nobody else (("moved", "moved_by"), ("seconded", "seconded_by"))
    names = [f"{verb} by {uncapitalised(people.parties(row[column]))}" for verb, column in columns if row[column]]
    told = [fold(part) for part in (row["outcome"], row["vote"]) if part and part.casefold() not in text.casefold()]
    notes = [part for part in (", ".join(names), ", ".join(told)) if part]
    return f"{text} ({'; '.join(notes)})" if notes else text


def _thanks(people: Called, row: Row) -> str:
    by, to = "" if people.nobody else people.parties(row["by"]), people.parties(row["to"])
    reason = people.words(fold(row["for"] or ""))
    if to and reason:
        return f"{to}: {reason}" + (f" (from {uncapitalised(by)})" if by else "")
    return capitalised(people.words(fold(row["quote"]).removesuffix(".")))


def _point(people: Called, row: Row) -> str:
    text = clip(capitalised(people.words(fold(row["text"]).removesuffix("."))), _LONGEST)
    by = people.speakers(row["by"], text)
    return f"{text} ({by})" if by else text
