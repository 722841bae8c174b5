"""Hostile words in our output, in a browser and a spreadsheet: nothing runs, nothing is fetched or computed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hostile_pages import CHROMIUM, SCRIPTS, WRITERS, hostile, hostile_store, opened, raw_pages, without_policy
from minutextract.cli.main import app
from minutextract.readers import legacy
from minutextract.render import SummaryFormat, render
from minutextract.render.findings import records_csv

FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", '=HYPERLINK("http://x.example";"y")', "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1",
    '=WEBSERVICE("http://x.example")', '";=1+1', "\n=1+1", " =1+1", "=DDE(\"soffice\";\"x\";\"y\")", "'=1+1",
)  # fmt: skip


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
def test_nothing_runs_and_nothing_is_fetched(tmp_path: Path) -> None:
    safe = {name: page for write in WRITERS.values() for name, page in write(SCRIPTS, tmp_path).items()}
    # Without the policy in the page's head the escaping alone must hold.
    bare = {f"bare-{name}": without_policy(page) for name, page in safe.items()}
    assert all(bare[f"bare-{name}"] != page for name, page in safe.items())
    heard = opened({**safe, **bare, **raw_pages(SCRIPTS)}, tmp_path)
    assert len([name for name in heard if name.startswith("raw")]) > len(SCRIPTS) * 0.7
    assert not [name for name in heard if not name.startswith("raw")]


def formulas_in(source: Path, *options: str) -> int | None:
    """How many cells of a spreadsheet LibreOffice takes for formulas; None if it has no spreadsheet part."""
    folder = source.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [legacy.soffice() or "", profile, "--headless", *options, "--convert-to", "fods", "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    made = source.with_suffix(".fods")
    return made.read_text(encoding="utf-8").count("table:formula=") if made.is_file() else None


def formulas_in_text(text: str, folder: Path) -> int | None:
    """The same of a CSV file."""
    source = folder / "findings.csv"
    source.write_text(text, encoding="utf-8", newline="")
    return formulas_in(source, "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false")


with_calc = pytest.mark.skipif(legacy.soffice() is None, reason="LibreOffice is not installed")


@with_calc
def test_a_spreadsheet_finds_no_formula(tmp_path: Path) -> None:
    control = formulas_in_text("a,=1+1\n", tmp_path)
    if control is None:
        pytest.skip("LibreOffice is installed without Calc")
    assert control == 1
    assert formulas_in_text(records_csv([hostile(words) for words in (*FORMULAS, *SCRIPTS)]), tmp_path) == 0


@with_calc
def test_a_workbook_has_no_formula(tmp_path: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(tmp_path / "control.xlsx") as book:
        book.add_worksheet().write(0, 0, "=1+1")
    control = formulas_in(tmp_path / "control.xlsx")
    if control is None:
        pytest.skip("LibreOffice is installed without Calc")
    assert control == 1
    payloads = (*FORMULAS, *SCRIPTS)
    summary = render([hostile(words) for words in payloads], SummaryFormat.XLSX)
    assert isinstance(summary, bytes)
    (tmp_path / "summary.xlsx").write_bytes(summary)
    with hostile_store(payloads, tmp_path / "hostile.db"):
        pass
    store = ("--store", str(tmp_path / "hostile.db"), "--format", "xlsx", "--output")
    for view in ("actions", "people", "meetings", "praise"):
        done = CliRunner().invoke(app, [view, *store, str(tmp_path / f"{view}.xlsx")])
        assert done.exit_code == 0, done.output
    for name in ("summary", "actions", "people", "meetings", "praise"):
        assert formulas_in(tmp_path / f"{name}.xlsx") == 0
        # The words are in the sheet all the same.
        assert "=1+1" in (tmp_path / f"{name}.fods").read_text(encoding="utf-8")
