"""Hostile words in our output, in a browser and a spreadsheet: nothing runs, nothing is fetched or computed."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from factories import Minutes, group
from minutextract.meeting import Meeting
from minutextract.readers import legacy
from minutextract.record import Record
from minutextract.render import SummaryFormat, render
from minutextract.render.findings import records_csv

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
# URL is heard by a server of the test's own, RUN is a script that calls it.
_RUN = "new Image().src='URL'"
SCRIPTS = (
    "<script>RUN</script>", "<script src=URL></script>", "<img src=URL>", '<img src=x onerror="RUN">',
    '<svg onload="RUN">', '<svg><script>RUN</script></svg>', "<iframe src=URL></iframe>", "<embed src=URL>",
    "<iframe srcdoc='<img src=URL>'></iframe>", "<object data=URL></object>", '<body onload="RUN">',
    "<link rel=stylesheet href=URL>", "<style>@import 'URL';</style>", "<style>*{background:url(URL)}</style>",
    "<meta http-equiv=refresh content='0;url=URL'>", "<video src=URL autoplay>", "<audio src=URL autoplay>",
    "<video poster=URL>", '<video><source onerror="RUN" src=x></video>', '<details open ontoggle="RUN">x</details>',
    '<input autofocus onfocus="RUN">', "<input type=image src=URL>", '<select autofocus onfocus="RUN">',
    '<marquee onstart="RUN">x</marquee>', "<table background=URL><tr><td>x</table>", "<body background=URL>",
    "<picture><source srcset=URL><img></picture>", "<img srcset=URL>", "<track src=URL>",
    "</bdi></p></td></table><script>RUN</script>", "</title><script>RUN</script>", "</style><script>RUN</script>",
    "--><script>RUN</script>", "]]><script>RUN</script>", '"><img src=x onerror="RUN">', "'><img src=URL>",
    '" style="background:url(URL)" x="', "<form action=URL><button autofocus>x</form><script>document.forms[0].submit()"
    "</script>", "<math><mtext><img src=URL></mtext></math>", "<template><img src=URL></template><img src=URL>",
    "<noscript><img src=URL></noscript><img src=URL>", "&lt;img src=URL&gt;<img src=URL>",
)  # fmt: skip
FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", '=HYPERLINK("http://x.example";"y")', "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1",
    '=WEBSERVICE("http://x.example")', '";=1+1', "\n=1+1", " =1+1", "=DDE(\"soffice\";\"x\";\"y\")", "'=1+1",
)  # fmt: skip


def hostile(words: str) -> Record:
    minutes = Minutes(Meeting(body=words, place=words), path="a/x.txt", warnings=(words,)).item(words, words)
    minutes.say(words)
    minutes.action(words, group(words)).decision(words).praise([words], [words], words).insight(words)
    return minutes.record()


@contextmanager
def listening() -> Iterator[tuple[int, set[str]]]:
    """A server's port, and the paths that were asked of it."""
    heard: set[str] = set()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.add(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port, heard
    finally:
        server.shutdown()


def opened(pages: dict[str, str], folder: Path) -> set[str]:
    """The names of the pages from which something was fetched once a browser shows them all."""
    with listening() as (port, heard):
        for name, page in pages.items():
            called = page.replace("RUN", _RUN).replace("URL", f"http://127.0.0.1:{port}/{name}")
            (folder / f"{name}.html").write_text(called, encoding="utf-8")
        frames = "".join(f'<iframe src="{name}.html"></iframe>' for name in pages)
        (folder / "index.html").write_text(frames, encoding="utf-8")
        flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
        command = [CHROMIUM or "", *flags, "--virtual-time-budget=4000", f"--user-data-dir={folder / 'profile'}"]
        command += ["--dump-dom", (folder / "index.html").as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {path.strip("/") for path in heard}


def page_of(words: str) -> str:
    page = render([hostile(words)], SummaryFormat.HTML)
    assert isinstance(page, str)
    return page


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
def test_nothing_runs_and_nothing_is_fetched(tmp_path: Path) -> None:
    safe = {f"safe{at}": page_of(words) for at, words in enumerate(SCRIPTS)}
    # Without the policy in the page's head the escaping alone must hold.
    policy = re.compile(r"<meta[^>]*Content-Security-Policy[^>]*>")
    bare = {f"bare{at}": policy.sub("", page) for at, page in enumerate(safe.values())}
    assert all(safe[f"safe{at}"] != page for at, page in enumerate(bare.values()))
    raw = {f"raw{at}": f"<!doctype html><title>x</title><p>{words}</p>" for at, words in enumerate(SCRIPTS)}
    heard = opened({**safe, **bare, **raw}, tmp_path)
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
