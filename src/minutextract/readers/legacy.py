"""Old Word and Rich Text files: LibreOffice turns them into .docx, which our own reader reads.

LibreOffice keeps what tells deleted words from shown ones; the small converters bring deleted words back.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from minutextract.errors import CorruptDocument, NeedsProgram, TimeLimit
from minutextract.readers import docx
from minutextract.readers.assemble import Piece

_SECONDS = 50
RTF_HEAD = b"{\\rtf"
_RTF, _WORD = "Rich Text Format", "MS Word 97"
# LibreOffice maps more address space than a reader's process may have, but so many
# seconds of processor, which end it even where nobody is left to hold the clock.
_UNBOUNDED = 'ulimit -S -v "$(ulimit -H -v)"; ulimit -t 120; exec "$@"'


def soffice() -> str | None:
    """The path of LibreOffice, if it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def read_bytes(data: bytes) -> tuple[list[Piece], tuple[str, ...]]:
    """Pieces of a .doc or .rtf file, and warnings.

    Raises:
        NeedsProgram: LibreOffice is not installed.
        CorruptDocument: it cannot convert the file.
        TimeLimit: it does not come to an end.
    """
    program = soffice()
    if program is None:
        raise NeedsProgram(
            "an old Word or Rich Text file is read through LibreOffice, which is not installed (no program soffice)",
            "Install LibreOffice, or open the file and save it as .docx.",
        )
    with tempfile.TemporaryDirectory(prefix="minutextract-") as folder:
        converted = _convert(program, data, Path(folder))
    return docx.read_bytes(converted)


def _convert(program: str, data: bytes, folder: Path) -> bytes:
    source, target = folder / "minutes", folder / "out" / "minutes.docx"
    source.write_bytes(data)
    command = [
        "/bin/sh",
        "-c",
        _UNBOUNDED,
        "sh",
        program,
        # A profile of its own: two conversions at once would wait for one another, and macros stay off.
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nologo",
        # Without it, what LibreOffice cannot read is taken for plain text.
        f"--infilter={_RTF if data.startswith(RTF_HEAD) else _WORD}",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(target.parent),
        str(source),
    ]
    said = _run(command)
    if not target.is_file():
        raise CorruptDocument(
            f"LibreOffice cannot read the file: {said.strip().splitlines()[-1] if said.strip() else 'it says nothing'}",
            "It may be damaged, or have a password: open it, and save it as .docx.",
        )
    return target.read_bytes()


def _run(command: list[str]) -> str:
    """Run a command in a group of processes of its own, so that all of them end with it; what it said."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            said, _ = process.communicate(timeout=_SECONDS)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)
            if not isinstance(error, subprocess.TimeoutExpired):
                raise
            raise TimeLimit(
                f"LibreOffice took more than {_SECONDS} seconds", "Open the file, and save it as .docx."
            ) from error
    return said
