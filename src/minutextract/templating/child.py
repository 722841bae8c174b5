"""The process that runs a template: with little memory and time, and no file that it could write.

It takes a pickle of (path, suffix, variables) from stdin, and writes a JSON object with `text`, or with `error`, `file`
and `line`.
"""

from __future__ import annotations

import json
import pickle
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

MEMORY, SECONDS, LARGEST = 768 * 2**20, 5, 20_000_000


def _limit() -> None:
    try:
        import resource
    except ImportError:  # not on Windows: there the parent's clock alone counts
        return
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def run(path: Path, suffix: str, variables: dict[str, Any]) -> dict[str, Any]:
    """What the template makes of the variables, or the error with its place."""
    from jinja2 import TemplateSyntaxError

    from minutextract.templating.sandbox import environment

    try:
        template = environment(path.parent, suffix).get_template(path.name)
        parts, size = list[str](), 0
        for part in template.generate(variables):
            size += len(part)
            if size > LARGEST:
                return {"error": f"it writes more than {LARGEST} characters", "file": str(path), "line": None}
            parts.append(part)
        return {"text": "".join(parts)}
    except TemplateSyntaxError as error:
        return {"error": error.message, "file": error.filename or error.name or str(path), "line": error.lineno}
    except MemoryError:
        return {"error": "it takes more memory than it may", "file": str(path), "line": None}
    except Exception as error:
        # Whatever an expression of a template can raise is a fault of the template.
        file, line = _place(error, path)
        return {"error": str(error) or type(error).__name__, "file": file, "line": line}


def _place(error: BaseException, path: Path) -> tuple[str, int | None]:
    """The innermost line of a template: Jinja gives its lines to the traceback."""
    found: tuple[str, int | None] = (str(path), None)
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.parent == path.parent.resolve():
            found = (str(file), trace.tb_lineno)
        trace = trace.tb_next
    return found


def main() -> None:
    """Answer the one question on stdin."""
    path, suffix, variables = pickle.load(sys.stdin.buffer)
    # What the template needs is imported before memory is short.
    for name in ("jinja2.debug", "minutextract.templating.sandbox"):
        import_module(name)
    _limit()
    sys.stdout.buffer.write(json.dumps(run(path, suffix, variables)).encode("ascii"))


if __name__ == "__main__":
    main()
