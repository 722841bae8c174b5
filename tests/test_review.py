"""Review: the worst go out first; corrections come back, are seen everywhere, and survive what later runs find."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from minutextract.cli.main import app
from minutextract.corpus.files import read_corpus
from minutextract.errors import UsageError
from minutextract.questions.filters import Filters
from minutextract.questions.findings import decisions
from minutextract.review.doubts import CORRECTABLE, doubtful
from minutextract.review.overlay import Place, quote_digest, take_off, target
from minutextract.review.returned import Taken, take_back
from minutextract.review.training import corrected_units
from minutextract.store import open_store
from minutextract.store.connection import transaction
from minutextract.store.contents import contents
from minutextract.store.settle import settle
from stores import MARCH, put, society


def row_of(store: sqlite3.Connection, words: str) -> dict[str, Any]:
    """What a line of a review says of the finding with these words."""
    row = store.execute(
        "SELECT f.id, f.kind, f.quote, p.path FROM findings f JOIN meetings m ON m.key = f.meeting "
        "JOIN files p ON p.document = m.document WHERE f.quote LIKE ?",
        (f"%{words}%",),
    ).fetchone()
    return dict(row)


def correct(store: sqlite3.Connection, folder: Path, *lines: dict[str, Any]) -> Taken:
    path = folder / "back.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return take_back(store, path)


def found(store: sqlite3.Connection, words: str) -> list[tuple[Any, ...]]:
    """Kind, text, owners, due date, status, flags and corrected fields of what is found in these words."""
    return [
        (row["kind"], row["text"], json.loads(row["owners"]), row["due_date"], row["status"],
         json.loads(row["flags"]), json.loads(row["corrected"]))
        for row in store.execute(
            "SELECT *, (SELECT json_group_array(name) FROM parties WHERE finding = key AND role = 'owner') AS owners "
            "FROM findings WHERE quote LIKE ? ORDER BY kind", (f"%{words}%",)
        )
    ]  # fmt: skip


def test_the_worst_come_first_with_what_is_needed(tmp_path: Path) -> None:
    with society(tmp_path, ["# 0. Flowers", "The porter was thanked for the flowers.", *MARCH]) as store:
        rows = doubtful(store)
        assert len(doubtful(store, 1)) == 1
    assert [row["quote"].split()[0] for row in rows] == ["XY", "The"]
    assert (rows[0]["sentence"], rows[0]["owners"], rows[0]["labels"]) == ("XY to paint the café.", ["XY"], ["action"])
    assert rows[0]["before"] == "MN to re-open the north gate."
    assert all(row[f"new_{name}"] is None for row in rows for name in CORRECTABLE)


def test_corrections_are_seen_and_marked(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        line = row_of(store, "XY") | {
            "new_owners": "CD; the porter", "new_due_date": "2024-06-01", "new_status": "done", "new_text": "paint it",
        }  # fmt: skip
        taken = correct(store, tmp_path, line)
        assert (taken.values, taken.same, taken.refused, taken.waiting) == (4, 0, [], 0)
        [row] = found(store, "XY")
        assert row == ("action", "paint it", ["Colin Dray", "the porter"], "2024-06-01", "done", [],
                       ["due_date", "owners", "status", "text"])  # fmt: skip
        assert store.execute(
            "SELECT how, attendee FROM parties WHERE name = 'Colin Dray' AND role = 'owner'"
        ).fetchone()[:] == ("corrected", "p2")
        assert not doubtful(store)
        assert correct(store, tmp_path, line).same == 4


def test_an_owner_who_was_away_is_flagged(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        correct(store, tmp_path, row_of(store, "XY") | {"new_owners": "Mona Nettle"})
        assert found(store, "XY")[0][5] == ["no-due-date", "owner-absent"]
        correct(store, tmp_path, row_of(store, "XY") | {"new_owners": "none", "new_due_date": "none"})
        assert found(store, "XY")[0][2:5] == ([], None, "open")
        assert set(found(store, "XY")[0][5]) == {"no-due-date", "no-owner"}


def test_labels_are_of_the_sentence(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        correct(store, tmp_path, row_of(store, "leaks") | {"new_labels": "decision, action"})
        assert [(row[0], row[6]) for row in found(store, "leaks")] == [("action", ["labels"]), ("decision", ["labels"])]
        assert "Colin Dray noted that the roof leaks." in {row["text"] for row in decisions(store, Filters()).rows}
        [added] = store.execute("SELECT id FROM findings WHERE kind = 'action' AND quote LIKE '%leaks%'").fetchone()
        correct(store, tmp_path, {"id": added, "new_owners": "Colin Dray"})
        assert found(store, "leaks")[0][2] == ["Colin Dray"]
        line = {"id": store.execute("SELECT id FROM originals").fetchone()[0], "new_labels": "none"}
        correct(store, tmp_path, line)
        assert not found(store, "leaks")
        correct(store, tmp_path, line | {"new_labels": "insight"})
        assert [row[0] for row in found(store, "leaks")] == ["insight"]


def test_what_is_right_is_not_asked_again(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        before = found(store, "XY")[0][:6]
        correct(store, tmp_path, row_of(store, "XY") | {"ok": "yes"})
        assert found(store, "XY")[0][:6] == before
        assert not doubtful(store)


def test_corrections_come_off_again(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        before = list(contents(store))
        correct(store, tmp_path, row_of(store, "XY") | {"new_owners": "CD", "new_labels": "action decision"},
                row_of(store, "leaks") | {"new_labels": "none"})  # fmt: skip
        assert list(contents(store)) != before
        with transaction(store):
            take_off(store)
        assert list(contents(store)) == before


def test_corrections_survive_another_run(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        correct(store, tmp_path, row_of(store, "XY") | {"new_owners": "CD"},
                row_of(store, "leaks") | {"new_labels": "decision"})  # fmt: skip
        before = list(contents(store))
        put(store, "/minutes/march.md", *MARCH)
        assert list(contents(store)) == before
        settle(store)
        assert list(contents(store)) == before


def test_corrections_survive_a_changed_file(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        former = row_of(store, "XY")
        correct(store, tmp_path, former | {"new_owners": "CD"})
        put(store, "/minutes/march.md", "# 0. Opening", "The chair was late.", *MARCH)
        assert row_of(store, "XY")["id"] != former["id"]
        assert found(store, "XY")[0][2] == ["Colin Dray"]
        put(store, "/minutes/march.md", "# 1. Garden", "AB to mend the gate.")
        assert correct(store, tmp_path).waiting == 1
        put(store, "/minutes/march.md", *MARCH)
        assert found(store, "XY")[0][2] == ["Colin Dray"]


def test_words_that_stand_twice_are_not_guessed_at(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        place = Place("nobody", "action", quote_digest("XY to  paint the café."), "/minutes/march.md")
        one = target(store, place)
        assert one is not None
        assert one["quote"] == "XY to paint the café."
        store.execute("UPDATE findings SET quote = 'XY to paint the café.' WHERE quote LIKE 'AB to mend%'")
        assert target(store, place) is None


def test_an_old_file_of_corrections_still_fits(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        line = row_of(store, "XY") | {"new_owners": "CD"}
        put(store, "/minutes/march.md", "# 0. Opening", "The chair was late.", *MARCH)
        assert correct(store, tmp_path, line).values == 1
        assert found(store, "XY")[0][2] == ["Colin Dray"]


@pytest.mark.parametrize(
    ("words", "given", "reason"),
    [
        ("XY", {"new_labels": "decisions"}, "decisions is no label: write action"),
        ("XY", {"new_due_date": "1/6/2024"}, "'1/6/2024' is no due date: write it as 2024-05-31"),
        ("XY", {"new_due_date": "2024-02-30"}, "is no due date"),
        ("XY", {"new_status": "finished"}, "'finished' is no status: write open, done"),
        ("XY", {"new_text": "x" * 2001}, "2001 characters"),
        ("XY", {"ok": "perhaps"}, "'perhaps' in the column ok"),
        ("leaks", {"new_owners": "CD"}, "insight has no owners"),
        ("leaks", {"new_due_date": "2024-06-01"}, "has no due date"),
        ("leaks", {"new_status": "done"}, "has no status"),
        ("leaks", {"id": "nobody", "quote": "other words", "new_labels": "none"}, "there is no finding nobody"),
    ],
)
def test_what_makes_no_sense_is_refused_line_by_line(
    tmp_path: Path, words: str, given: dict[str, str], reason: str
) -> None:
    with society(tmp_path) as store:
        good = row_of(store, "north") | {"new_owners": "CD"}
        taken = correct(store, tmp_path, row_of(store, words) | given, good)
        assert [number for number, _ in taken.refused] == [1]
        assert reason in taken.refused[0][1]
        assert taken.values == 1
        assert found(store, "north")[0][2] == ["Colin Dray"]


def test_lines_that_are_none(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        path = tmp_path / "back.jsonl"
        path.write_text('{"id": \n[1]\n\n{"id": "x"}\n', encoding="utf-8")
        assert [number for number, _ in take_back(store, path).refused] == [1, 2]
        for content, reason in ((b"text,labels\n", "no column id"), (b"id,new_text\nx,caf\xe9\n", "UTF-8")):
            (tmp_path / "back.csv").write_bytes(content)
            with pytest.raises(UsageError, match=reason):
                take_back(store, tmp_path / "back.csv")
        (tmp_path / "back.csv").write_text("id,new_text\na,b,c\n", encoding="utf-8")
        assert take_back(store, tmp_path / "back.csv").refused[0][0] == 2
        with pytest.raises(UsageError, match="cannot be read"):
            take_back(store, tmp_path / "none.csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_out_into_a_spreadsheet_and_back(tmp_path: Path, delimiter: str) -> None:
    with society(tmp_path):
        pass
    store, out, back = (str(tmp_path / name) for name in ("a.db", "out.csv", "back.csv"))
    assert CliRunner().invoke(app, ["review", "export", "--store", store, "--output", out]).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(Path(out).read_text(encoding="utf-8-sig"))))
    rows[0]["new_owners"] = "Colin Dray"
    with Path(back).open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    done = CliRunner().invoke(app, ["review", "import", "--store", store, back])
    assert (done.exit_code, done.stdout) == (0, "1 corrections taken, 0 were known, 0 lines refused\n")
    Path(back).write_text("id,new_owners\nnobody,CD\n", encoding="utf-8")
    done = CliRunner().invoke(app, ["review", "import", "--store", store, back])
    assert done.exit_code == 1
    assert f"{back}, line 2: there is no finding nobody" in done.stderr


def test_corrected_sentences_teach(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        correct(store, tmp_path, row_of(store, "leaks") | {"new_labels": "none"}, row_of(store, "XY") | {"ok": "x"},
                row_of(store, "mend") | {"new_owners": "CD"})  # fmt: skip
        units = {unit.unit.text: unit for unit in corrected_units(store)}
    assert {text: set(unit.labels) for text, unit in units.items()} == {
        "Colin Dray noted that the roof leaks.": set(), "XY to paint the café.": {"action"},
    }  # fmt: skip
    unit = units["XY to paint the café."]
    assert (unit.source, unit.unit.heading, unit.unit.before) == (
        "Lantern Hill Society", "Garden", "MN to re-open the north gate.",
    )  # fmt: skip
    command = [
        "review",
        "export",
        "--training",
        "--store",
        str(tmp_path / "a.db"),
        "--output",
        str(tmp_path / "c.jsonl"),
    ]
    assert CliRunner().invoke(app, command).exit_code == 0
    assert len(read_corpus([tmp_path / "c.jsonl"])) == 2


def test_nothing_is_laid_over_without_corrections(tmp_path: Path) -> None:
    with society(tmp_path) as store:
        pass
    with open_store(tmp_path / "a.db") as store:
        assert not corrected_units(store)
        assert store.execute("SELECT count(*) FROM originals").fetchone()[0] == 0
