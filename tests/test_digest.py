"""Several meetings in one summary: the period, the sections, and where each line comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from minutextract.cli.main import app
from minutextract.digest import digest
from minutextract.digest.meetings import meetings_of
from minutextract.digest.people import called
from minutextract.errors import UsageError
from minutextract.questions.filters import Filters
from minutextract.render.content import Group, Section, Summary
from minutextract.render.options import Attribution, Length, SummaryOptions
from minutextract.store import open_store
from minutextract.store.settle import settle
from stores import MARCH, put, society

MAY = (
    "# 1. Matters arising",
    "AB to mend the gate by 1 May 2024: done.",
    "# 2. Roof",
    "Colin Dray noted that the roof leaks again.",
)


def digest_of(folder: Path, filters: Filters | None = None, options: SummaryOptions | None = None) -> Summary:
    with society(folder) as connection:
        put(connection, "/minutes/may.md", *MAY, day="6 May 2024")
        settle(connection)
        return digest(connection, folder / "a.db", filters or Filters(), options or SummaryOptions())


def section(summary: Summary, key: str) -> Section:
    return next(one for one in summary.sections if one.key == key)


def test_a_digest_names_its_body_its_meetings_and_its_period(tmp_path: Path) -> None:
    summary = digest_of(tmp_path)
    assert summary.title == "Lantern Hill Society: digest of 3 meetings, 4 March 2024 to 6 May 2024"
    assert summary.facts == (("Meetings", "4 March 2024, 8 April 2024 and 6 May 2024"),)
    assert "3 files of the archive a.db" in summary.source


def test_findings_stand_under_their_meetings_in_order_of_time(tmp_path: Path) -> None:
    summary = digest_of(tmp_path)
    decided, points = section(summary, "decisions"), section(summary, "points")
    assert [(group.heading, [line.text for line in group.lines]) for group in decided.groups] == [
        (
            "4 March 2024",
            ["It was agreed that the fee stays at 12 pounds (moved by Ann Baxter, seconded by Colin Dray; carried)"],
        )
    ]
    assert [group.heading for group in points.groups] == ["4 March 2024", "8 April 2024", "6 May 2024"]
    (thanks,) = section(summary, "thanks").lines
    assert thanks.text.startswith("Ann Baxter: ") and thanks.text.endswith("(from Colin Dray)")


def test_actions_stand_as_the_log_has_them_by_owner(tmp_path: Path) -> None:
    summary = digest_of(tmp_path)
    (ended,) = section(summary, "earlier").lines
    assert ended.status == "done; recorded 4 March 2024, last heard of 6 May 2024"
    owners = [group.heading for group in section(summary, "actions").groups]
    assert owners == ["Mona Nettle", "XY"]


def test_a_period_leaves_out_what_is_not_in_it(tmp_path: Path) -> None:
    summary = digest_of(tmp_path, Filters(since="2024-04", until="2024-04"))
    assert summary.title == "Lantern Hill Society: digest of 1 meeting, 8 April 2024"
    assert not section(summary, "decisions").groups
    # What ended in May had not ended in April, but was recorded before: it is neither.
    assert not section(summary, "earlier").groups


def test_every_line_has_the_words_of_its_document(tmp_path: Path) -> None:
    with society(tmp_path) as connection:
        summary = digest(connection, tmp_path / "a.db", Filters())
        texts = [" ".join(text.split()) for (text,) in connection.execute("SELECT text FROM texts")]
    lines = [line for one in summary.sections for line in one.lines]
    assert lines
    assert all(line.quote and any(line.quote in text for text in texts) for line in lines)


def test_brief_digests_have_fewer_points_than_full_ones(tmp_path: Path) -> None:
    remarks = [f"Colin Dray noted that roof {n} leaks." for n in range(9)]
    with society(tmp_path, [*MARCH, "# 3. Roofs", *remarks]) as connection:
        counts = {
            length: section(digest(connection, tmp_path / "a.db", Filters(), SummaryOptions(length)), "points").count
            for length in Length
        }
    assert counts[Length.BRIEF] < counts[Length.STANDARD] < counts[Length.FULL]


def worded(folder: Path, attribution: Attribution) -> list[str]:
    summary = digest_of(folder, options=SummaryOptions(attribution=attribution))
    return [text for one in summary.sections for group in one.groups for text in (group.heading, *_texts(group))]


def _texts(group: Group) -> list[str]:
    return [line.text for line in group.lines]


def test_at_initials_nobody_is_named_in_full(tmp_path: Path) -> None:
    words = worded(tmp_path, Attribution.INITIALS)
    assert "It was agreed that the fee stays at 12 pounds (moved by AB, seconded by CD; carried)" in words
    assert {"AB: the roof (from CD)", "CD noted that the roof leaks", "MN"} <= {*words}
    assert not any(name in text for text in words for name in ("Baxter", "Dray", "Nettle"))


@pytest.mark.parametrize("attribution", [Attribution.ROLE, Attribution.NONE])
def test_at_role_and_none_only_owners_are_told_apart(tmp_path: Path, attribution: Attribution) -> None:
    words = worded(tmp_path, attribution)
    assert not any(name in text for text in words for name in ("Baxter", "Dray", "Nettle"))
    assert {"MN", "Chair"} <= {*words}
    moved = "(moved by the Chair, seconded by the Treasurer; carried)"
    assert any(text.endswith(moved) for text in words) is (attribution is Attribution.ROLE)


def test_a_surname_that_two_have_is_replaced_in_full_names_alone(tmp_path: Path) -> None:
    with society(tmp_path) as connection:
        lines = ("Also present: Zoe Dray", "# 1. Roof", "Colin Dray noted that Dray and Zoe Dray saw the roof.")
        put(connection, "/minutes/may.md", *lines, day="6 May 2024")
        settle(connection)
        people = called(connection, meetings_of(connection, Filters()), Attribution.INITIALS)
    assert people.words("Colin Dray told Zoe Dray, Dray and Baxter") == "CD told ZD*, Dray and AB"


def test_a_period_without_meetings_is_an_error(tmp_path: Path) -> None:
    with society(tmp_path) as connection, pytest.raises(UsageError, match="no meeting"):
        digest(connection, tmp_path / "a.db", Filters(since="2030"))


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_the_command_writes_each_format(tmp_path: Path, format: str) -> None:
    with society(tmp_path):
        pass
    result = CliRunner().invoke(app, ["digest", "--store", str(tmp_path / "a.db"), "--format", format])
    assert result.exit_code == 0, result.output
    assert "digest of 2 meetings" in result.stdout


def test_word_needs_a_file(tmp_path: Path) -> None:
    with society(tmp_path):
        pass
    command = ["digest", "--store", str(tmp_path / "a.db"), "--format", "docx", "--attribution", "role"]
    assert CliRunner().invoke(app, command).exit_code == 1
    assert CliRunner().invoke(app, [*command, "--output", str(tmp_path / "d.docx")]).exit_code == 0
    assert (tmp_path / "d.docx").read_bytes().startswith(b"PK")


def test_undated_meetings_are_told_of(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as connection:
        put(connection, "/minutes/march.md", *MARCH)
        put(connection, "/minutes/some.md", *MARCH[:2], day="a day in spring")
        settle(connection)
        summary = digest(connection, tmp_path / "a.db", Filters(since="2024"))
    assert summary.checks[0] == "Meetings without a known day, which no period holds: 1."
