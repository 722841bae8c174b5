"""Views of a store: people and meetings, in each format, and the alias file beside it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from builders import Always, document
from minutextract.cli.main import app
from minutextract.history.opening import open_settled
from minutextract.pipeline import Pipeline
from minutextract.store import open_store
from minutextract.store.files import Found, register
from minutextract.store.ledger import finish
from minutextract.store.settle import settle
from minutextract.views.table import View, ViewFormat, written


def minutes(day: str, *lines: str) -> tuple[str, ...]:
    return (f"# Minutes of the Lantern Hill Society held on {day}", *lines)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Three meetings of a society, and one of another body with a member of it."""
    ann, colin, garden = "- Ann Baxter (AB) - Chair", "- Colin Dray (CD)", "# 1. Garden"
    away = ("Present:", "- A. Baxter - Chair", "Apologies:", colin, garden, "The gate is green.")
    later = ("Present:", "- Anne Beck (AB) - Chair", "- Dray, Colin", garden, "AB to paint the gate.")
    documents = {
        "/a/oak/1.md": minutes("4 March 2019", "Present:", ann, colin, garden, "AB to mend the gate."),
        "/a/oak/2.md": minutes("1 April 2019", *away),
        "/a/oak/3.md": minutes("6 May 2019", *later),
        "/a/elm/1.md": ("# Minutes of the Elmton Rowing Club held on 7 May 2019", "Present:", colin, "- =Cmd Cole"),
    }
    path = tmp_path / "archive.db"
    with open_store(path, create=True) as connection:
        for n, (name, lines) in enumerate(documents.items()):
            register(connection, [Found(name, f"{n:064}", 10, 1)], made_by="v1")
            records = Pipeline(Always("action")).analyse_all(document(*lines, name=name))
            finish(connection, f"{n:064}", records, made_by="v1")
    return path


def rows(command: str, store: Path, *options: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(app, [command, "--store", str(store), "--format", "json", *options])
    assert result.exit_code == 0, result.output
    read: list[dict[str, Any]] = json.loads(result.stdout)
    return read


def test_people_over_their_spellings(store: Path) -> None:
    people = {one["name"]: one for one in rows("people", store, "--series", "lantern")}
    assert set(people) == {"Ann Baxter", "Colin Dray", "Anne Beck"}
    ann = people["Ann Baxter"]
    assert sorted(ann["spellings"]) == ["A. Baxter", "Ann Baxter"]
    assert ann["initials"] == [{"value": "AB", "since": "2019-03-04", "until": "2019-03-04"}]
    assert (ann["meetings"], ann["chaired"], ann["actions"], ann["actions_open"]) == (2, 2, 1, 1)
    assert (people["Colin Dray"]["meetings"], people["Colin Dray"]["apologies"]) == (2, 1)
    assert people["Anne Beck"]["actions"] == 1


def test_somebody_of_another_organisation_is_only_proposed(store: Path) -> None:
    people = [one for one in rows("people", store) if one["name"] == "Colin Dray"]
    assert [one["perhaps"][0]["reason"] for one in people] == ["the same name in another series"] * 2


def test_filters_of_people(store: Path) -> None:
    assert [one["name"] for one in rows("people", store, "--person", "a. baxter")] == ["Ann Baxter"]
    late = {one["name"]: one["meetings"] for one in rows("people", store, "--body", "lantern", "--since", "2019-05-01")}
    assert late == {"Anne Beck": 1, "Colin Dray": 1}


@pytest.mark.parametrize("command", ["people", "meetings", "actions", "audit"])
def test_pages_follow_each_other(store: Path, command: str) -> None:
    everything = rows(command, store)
    assert len(everything) > 1
    pages = [rows(command, store, "--limit", "1", "--offset", str(n)) for n in range(len(everything))]
    assert [row for page in pages for row in page] == everything
    cut = CliRunner().invoke(app, [command, "--store", str(store), "--limit", "1"])
    assert "there are more than 1" in cut.stderr


def test_meetings_in_order(store: Path) -> None:
    meetings = rows("meetings", store, "--series", "Lantern Hill Society")
    assert [(one["place"], one["date"]) for one in meetings] == [
        (1, "2019-03-04"),
        (2, "2019-04-01"),
        (3, "2019-05-06"),
    ]
    assert (meetings[1]["present"], meetings[1]["apologies"], meetings[0]["actions"]) == (1, 1, 1)
    assert [one["date"] for one in rows("meetings", store, "--person", "Anne Beck")] == ["2019-05-06"]
    assert len(rows("meetings", store, "--until", "2019-04-01")) == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--series", "nobody"], "there is no series “nobody”"),
        (["--person", "nobody"], "there is no person “nobody”"),
        (["--since", "May"], "--since May is no day, month or year"),
        (["--aliases", "none.toml"], "cannot be read"),
    ],
)
def test_what_is_not_there_is_told(store: Path, options: list[str], said: str) -> None:
    result = CliRunner().invoke(app, ["people", "--store", str(store), *options])
    assert result.exit_code == 1
    assert said in result.stderr


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["meetings", "--store", str(tmp_path / "no.db")]).exit_code == 3


def test_the_alias_file_beside_the_store_counts_at_once(store: Path) -> None:
    aliases = store.with_name("aliases.toml")
    aliases.write_text('[[person]]\nname = "Ann Baxter"\nalso = ["A. Baxter", "Anne Beck"]\n', encoding="utf-8")
    assert {one["name"] for one in rows("people", store, "--series", "lantern")} == {"Ann Baxter", "Colin Dray"}
    aliases.unlink()
    assert len(rows("people", store, "--series", "lantern")) == 3


def test_a_mistake_in_the_alias_file_changes_nothing(store: Path) -> None:
    before = rows("people", store)
    aliases = store.with_name("aliases.toml")
    aliases.write_text('[[person]]\nnick = "x"\n', encoding="utf-8")
    result = CliRunner().invoke(app, ["people", "--store", str(store)])
    assert result.exit_code == 1
    assert "aliases.toml:2:" in result.stderr
    aliases.unlink()
    assert rows("people", store) == before


def test_settling_again_gives_the_same(store: Path) -> None:
    def derived() -> list[tuple[Any, ...]]:
        with open_settled(store) as connection:
            tables = ("series", "series_meetings", "persons", "person_attendees", "person_proposals")
            return [
                tuple(row) for table in tables for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2")
            ]

    before = derived()
    with open_store(store) as connection:
        connection.execute("INSERT INTO unsettled (document) VALUES ('again')")
        assert settle(connection)
    assert before == derived()


def test_no_cell_of_a_csv_is_a_formula(store: Path) -> None:
    result = CliRunner().invoke(app, ["people", "--store", str(store), "--format", "csv"])
    read = list(csv.DictReader(StringIO(result.stdout)))
    assert all(not cell.startswith(("=", "+", "@")) for row in read for cell in row.values())


VIEW = View(
    ["name", "count", "periods", "why"],
    ["name", "count", "periods"],
    [
        {"name": "=1+1", "count": -3, "periods": [{"value": "AB", "since": "2019", "until": "2019"}], "why": None},
        {"name": "a | *b*\nc", "count": 12, "periods": [], "why": True},
    ],
)


def only_csv(text: str) -> None:
    assert text == "name,count,periods,why\n'=1+1,-3,AB (2019),\na | *b* c,12,,yes\n"


def only_markdown(text: str) -> None:
    assert text.splitlines()[3] == "| a \\| \\*b\\* c | 12 |  |"


def only_json(text: str) -> None:
    assert json.loads(text)[0]["periods"] == [{"value": "AB", "since": "2019", "until": "2019"}]


def only_table(text: str) -> None:
    assert text.splitlines()[0] == "name       count  periods"


@pytest.mark.parametrize(
    ("format", "check"),
    [
        (ViewFormat.CSV, only_csv),
        (ViewFormat.MD, only_markdown),
        (ViewFormat.JSON, only_json),
        (ViewFormat.TABLE, only_table),
    ],
)
def test_formats(format: ViewFormat, check: Callable[[str], None]) -> None:
    found = written(VIEW, format)
    assert isinstance(found, str)
    check(found)
