"""Pages with hostile words, and a browser that shows them: what is fetched from them is heard."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from factories import Minutes, group, person
from minutextract.digest import digest
from minutextract.house.model import House
from minutextract.meeting import Attendance, Meeting
from minutextract.pack.making import make_pack
from minutextract.pack.options import PackOptions
from minutextract.questions.filters import Filters
from minutextract.record import Due, Flag, How, Party, Record
from minutextract.render import SummaryFormat, render
from minutextract.render.summary import summarize
from minutextract.report.archive import Bounds
from minutextract.report.page import archive_page, meetings_page
from minutextract.store import open_store
from minutextract.store.ledger import Found, finish, register
from minutextract.store.settle import settle
from minutextract.templating.catalog import shipped
from minutextract.templating.rendering import render_template
from minutextract.views.filters import Filter

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


def hostile(words: str) -> Record:
    """Minutes that have these words for every name, heading and sentence."""
    who = person(1, words, Attendance.CHAIR, "HW", post=words, organisation=words)
    meeting = Meeting(words, words, date(2031, 3, 4), place=words, next_meeting=words, people=(who,))
    minutes = Minutes(meeting, path=f"a/{re.sub(r'[/<>]', '', words)[:40]}.txt", warnings=(words,)).item(words, words)
    minutes.say(f"HW and {words}").mention("HW", How.DERIVED, who, flags=(Flag.DERIVED_INITIALS,))
    minutes.action(words, group(words), due=Due(words, None, words), flags=(Flag.NO_DUE_DATE,))
    minutes.decision(words, moved_by=(Party(words),)).praise([who], [words], words).insight(who)
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
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {path.strip("/") for path in heard}


def summary_pages(payloads: Sequence[str], _folder: Path) -> dict[str, str]:
    """The summary of each payload's minutes."""
    pages = {f"summary{at}": render([hostile(words)], SummaryFormat.HTML) for at, words in enumerate(payloads)}
    return {name: page for name, page in pages.items() if isinstance(page, str)}


def report_pages(payloads: Sequence[str], _folder: Path) -> dict[str, str]:
    """The evidence page of each payload's minutes."""
    return {f"report{at}": meetings_page([hostile(words)]) for at, words in enumerate(payloads)}


def pack_pages(payloads: Sequence[str], _folder: Path) -> dict[str, str]:
    """The pages of each payload's pack: the chair's, slips, the public version, the check list."""
    pages: dict[str, str] = {}
    for at, words in enumerate(payloads):
        house = House(logo=words[:300], contact=words[:300])
        made = make_pack([hostile(words)], PackOptions(formats=(SummaryFormat.HTML,), house=house), "test")
        # The full summary and the evidence are pages of other writers.
        own = (
            path for path in made.files if path.endswith(".html") and not path.endswith(("full.html", "evidence.html"))
        )
        pages |= {f"pack{at}-{number}": data.decode() for number, data in enumerate(made.files[path] for path in own)}
    return pages


def template_pages(payloads: Sequence[str], _folder: Path) -> dict[str, str]:
    """What the templates that come along write of all payloads' minutes."""
    summaries = [summarize(hostile(words)) for words in payloads]
    pages = [one for one in shipped() if one.name.endswith(".html")]
    return {f"template-{one.name.split('.')[0]}": render_template(summaries, one.path) for one in pages}


def mail_pages(payloads: Sequence[str], _folder: Path) -> dict[str, str]:
    """The message of a draft mail with the summaries of all payloads."""
    draft = render([hostile(words) for words in payloads], SummaryFormat.EML)
    assert isinstance(draft, bytes)
    body = message_from_bytes(draft, policy=SMTP).get_body(("html",))
    assert isinstance(body, EmailMessage)
    return {"mail": body.get_content()}


@contextmanager
def hostile_store(payloads: Sequence[str], path: Path) -> Iterator[sqlite3.Connection]:
    """A settled store with the minutes of all payloads."""
    with open_store(path, create=True) as connection:
        for words in payloads:
            record = hostile(words)
            source = record.document.source
            register(connection, [Found(source.path, source.sha256, source.size, 1)], made_by="v1")
            finish(connection, source.sha256, [record], made_by="v1")
        settle(connection)
        yield connection


def store_pages(payloads: Sequence[str], folder: Path) -> dict[str, str]:
    """The evidence pages of a store with the minutes of all payloads: with their texts, and without."""
    with hostile_store(payloads, folder / "hostile.db") as connection:
        bounds = {"store": Bounds(texts=len(payloads)), "tables": Bounds(texts=0)}
        pages = {name: archive_page(connection, Filter(), one, date(2031, 4, 1)) for name, one in bounds.items()}
        summary = digest(connection, folder / "hostile.db", Filters())
        return {**pages, "digest": summary.html}


# All that the project writes as HTML.
WRITERS: dict[str, Callable[[Sequence[str], Path], dict[str, str]]] = {
    "summarize --format html": summary_pages,
    "report FILE": report_pages,
    "report --store, digest": store_pages,
    "pack": pack_pages,
    "summarize --template": template_pages,
    "summarize --format eml": mail_pages,
}
_POLICY = re.compile(r"<meta[^>]*Content-Security-Policy[^>]*>")


def without_policy(page: str) -> str:
    """The page as it would be if its escaping alone had to hold."""
    return _POLICY.sub("", page)


def raw_pages(payloads: Sequence[str]) -> dict[str, str]:
    """The payloads as they are, to see that they would be heard."""
    return {f"raw{at}": f"<!doctype html><title>x</title><p>{words}</p>" for at, words in enumerate(payloads)}
