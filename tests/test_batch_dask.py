"""A batch on a Dask cluster: the same store as with local workers, whatever becomes of the workers."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

import batch_loading
from batch_loading import load, minutes, run
from minutextract.batch.cluster import Cluster, DaskCrew
from minutextract.batch.commit import Fate, Outcome
from minutextract.batch.finder import Answer, Equipment
from minutextract.batch.progress import Progress
from minutextract.batch.report import Report
from minutextract.batch.run import Options, run_batch
from minutextract.batch.version import made_by
from minutextract.cli.main import app
from minutextract.errors import MissingProgram, VersionMismatch
from minutextract.store import open_store
from minutextract.store.contents import contents
from minutextract.store.ledger import Claim

pytest.importorskip("distributed")

Content = list[tuple[str, tuple[object, ...]]]
DOCUMENTS = 12


def content(store: Path) -> Content:
    with open_store(store) as connection:
        return list(contents(connection))


def start(*command: str) -> subprocess.Popen[bytes]:
    """A program of Dask's, as one starts it by hand; workers import the stand-in classifier from here."""
    path = os.pathsep.join([str(Path(batch_loading.__file__).parent), *filter(None, sys.path)])
    call = "import sys; from dask.__main__ import main; sys.argv[0] = 'dask'; main()"
    return subprocess.Popen(
        [sys.executable, "-c", call, *command],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        cwd=tempfile.gettempdir(),
    )


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def start_worker(scheduler: str, folder: Path) -> subprocess.Popen[bytes]:
    alone = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(folder))
    return start("worker", scheduler, *alone)


def end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a scheduler with two workers."""
    folder, port = tmp_path_factory.mktemp("dask"), free_port()
    address = f"tcp://127.0.0.1:{port}"
    running = [start("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard")]
    running += [start_worker(address, folder) for _ in range(2)]
    from distributed import Client

    try:
        with Client(address, timeout=60) as client:
            client.wait_for_workers(2, timeout=60)
        yield address
    finally:
        end(running)


def run_on(scheduler: str | None, store: Path, archive: Path, *, send_files: bool = False, workers: int = 2) -> Report:
    cluster = Cluster(scheduler, send_files)
    return run_batch([archive], store, Options(load, workers=workers, cluster=cluster), Progress(watched=False))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    for number in range(DOCUMENTS - 1):
        bushes = (f"CD to trim bush {number}.{bush}." for bush in range(10))
        minutes(folder, f"{number}.md", "The hedge dawdles.", *bushes, number=number)
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 nothing")
    return folder


@pytest.fixture(scope="module")
def expected(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Content:
    """What local workers make of the archive."""
    store = tmp_path_factory.mktemp("store") / "a.db"
    run(store, archive)
    return content(store)


@pytest.mark.parametrize("send_files", [False, True])
def test_a_cluster_makes_the_same_store(
    scheduler: str, archive: Path, expected: Content, tmp_path: Path, send_files: bool
) -> None:
    report = run_on(scheduler, tmp_path / "a.db", archive, send_files=send_files)
    assert (report.done, report.quarantined, report.waiting) == (DOCUMENTS - 1, {"corrupt": 1}, 0)
    assert content(tmp_path / "a.db") == expected
    assert run_on(scheduler, tmp_path / "a.db", archive).done == 0


def test_a_worker_that_is_killed_loses_nothing(
    scheduler: str, archive: Path, expected: Content, tmp_path: Path
) -> None:
    from distributed import Client

    store, killed = tmp_path / "a.db", list[int]()

    class Killing(Progress):
        """Kills a worker's process once the first document is there; its nanny starts another one."""

        def show(self, waiting: int) -> None:
            if not killed and waiting < DOCUMENTS:
                with Client(scheduler) as client:
                    number = next(iter(client.run(os.getpid).values()))
                killed.append(number)
                os.kill(number, signal.SIGKILL)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("minutextract.batch.run._SHOW_SECONDS", 0.0)
        cluster = Cluster(scheduler)
        report = run_batch([archive], store, Options(load, cluster=cluster), Killing(watched=False))
    assert killed
    assert (report.done, report.quarantined) == (DOCUMENTS - 1, {"corrupt": 1})
    assert content(store) == expected


def test_a_document_that_ends_its_process_costs_nobody_else(scheduler: str, tmp_path: Path) -> None:
    minutes(tmp_path / "archive", "aborts.md", "The lift aborts.")
    for number in range(5):
        minutes(tmp_path / "archive", f"{number}.md", number=number)
    before = workers_of(scheduler)
    report = run_on(scheduler, tmp_path / "a.db", tmp_path / "archive")
    assert (report.done, report.quarantined) == (5, {"crashed": 1})
    assert before <= workers_of(scheduler)


def workers_of(scheduler: str) -> set[int]:
    """The processes of the workers."""
    from distributed import Client

    with Client(scheduler) as client:
        return set(client.run(os.getpid).values())


def test_without_an_address_the_cluster_is_the_batchs_own(archive: Path, expected: Content, tmp_path: Path) -> None:
    assert run_on(None, tmp_path / "a.db", archive).done == DOCUMENTS - 1
    assert content(tmp_path / "a.db") == expected


def test_files_that_a_worker_does_not_see_are_sent(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # From where the workers run, these names lead nowhere.
    monkeypatch.chdir(tmp_path)
    claims = [claim_on(minutes(Path("near"), f"{number}.md", number=number)) for number in range(3)]
    claims.append(Claim("0" * 64, ("near/gone.md",), 0))
    answers: list[Answer] = []

    def keep(_claim: Claim, answer: Answer) -> Outcome:
        answers.append(answer)
        return Outcome(Fate.DONE, answer.path)

    crew = DaskCrew(Cluster(scheduler), Equipment(made_by(None, None), load), keep, workers=1)
    try:
        for claim in claims:
            crew.give(claim)
        while crew.busy:
            crew.ended(60)
    finally:
        crew.close()
    found = {answer.path: [record.document.source.path for record in answer.records] for answer in answers}
    assert found == {"": [], **{f"near/{number}.md": [f"near/{number}.md"] for number in range(3)}}


def claim_on(path: Path) -> Claim:
    return Claim(hashlib.sha256(path.read_bytes()).hexdigest(), (str(path),), 0)


def test_workers_of_another_version_are_refused(
    scheduler: str, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minutextract.batch.run.made_by", lambda *_: "another")
    with pytest.raises(VersionMismatch, match="not another"):
        run_on(scheduler, tmp_path / "a.db", archive)
    with open_store(tmp_path / "a.db") as connection:
        assert {state for (state,) in connection.execute("SELECT state FROM documents")} == {"found"}


def test_a_scheduler_that_does_not_answer_is_named(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minutextract.batch.cluster._CONNECT_SECONDS", 0.5)
    with pytest.raises(MissingProgram, match="no Dask scheduler answers"):
        run_on(f"tcp://127.0.0.1:{free_port()}", tmp_path / "a.db", archive)


def test_the_command_works_on_a_cluster(
    scheduler: str, archive: Path, expected: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minutextract.cli.batch.load_pipeline", load)
    store = tmp_path / "a.db"
    command = ["batch", str(archive), "--store", str(store), "--format", "json"]
    result = CliRunner().invoke(app, [*command, "--engine", "dask", "--scheduler", scheduler])
    assert result.exit_code == 2
    assert json.loads(result.stdout)["done"] == DOCUMENTS - 1
    assert content(store) == expected
    for wrong in (["--scheduler", scheduler], ["--engine", "dask", "--scheduler", scheduler, "--workers", "2"]):
        assert CliRunner().invoke(app, [*command, *wrong]).exit_code == 1
