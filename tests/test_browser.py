"""Hostile words in our output, in a browser and a spreadsheet: nothing runs, nothing is fetched or computed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from hostile_pages import CHROMIUM, SCRIPTS, WRITERS, hostile, opened, raw_pages, without_policy
from minutextract.readers import legacy
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


def formulas_in(text: str, folder: Path) -> int | None:
    """How many cells LibreOffice takes for formulas; None if it has no spreadsheet part."""
    source = folder / "findings.csv"
    source.write_text(text, encoding="utf-8", newline="")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = "--infilter=Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    command = [legacy.soffice() or "", profile, "--headless", options, "--convert-to", "fods", "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    made = folder / "findings.fods"
    return made.read_text(encoding="utf-8").count("table:formula=") if made.is_file() else None


@pytest.mark.skipif(legacy.soffice() is None, reason="LibreOffice is not installed")
def test_a_spreadsheet_finds_no_formula(tmp_path: Path) -> None:
    control = formulas_in("a,=1+1\n", tmp_path)
    if control is None:
        pytest.skip("LibreOffice is installed without Calc")
    assert control == 1
    assert formulas_in(records_csv([hostile(words) for words in (*FORMULAS, *SCRIPTS)]), tmp_path) == 0
