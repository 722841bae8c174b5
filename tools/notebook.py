"""Run the example notebook without Jupyter: its cells in one namespace, and what they show written beside them."""

from __future__ import annotations

import ast
import io
import json
from contextlib import chdir, redirect_stdout
from pathlib import Path
from typing import Any

NOTEBOOK = Path(__file__).resolve().parent.parent / "docs" / "examples" / "first-steps.ipynb"


def run(notebook: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The notebook with the outputs of a run in a folder.

    Raises:
        Exception: whatever a cell raises.
    """
    names: dict[str, object] = {"__name__": "__main__"}
    cells = []
    with chdir(folder):
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cells.append({**cell, "execution_count": None, "outputs": _outputs("".join(cell["source"]), names)})
            else:
                cells.append(cell)
    return {**notebook, "cells": cells}


def _outputs(source: str, names: dict[str, object]) -> list[dict[str, Any]]:
    """What a cell prints, and the value of its last line if that is an expression."""
    tree = ast.parse(source)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    value: object = None
    with redirect_stdout(printed):
        exec(compile(tree, "<cell>", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)
    outputs: list[dict[str, Any]] = []
    if printed.getvalue():
        outputs.append({"name": "stdout", "output_type": "stream", "text": _lines(printed.getvalue())})
    if value is not None:
        data = {"text/plain": _lines(repr(value))}
        outputs.append({"data": data, "execution_count": None, "metadata": {}, "output_type": "execute_result"})
    return outputs


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def load() -> dict[str, Any]:
    """The notebook as it is stored."""
    stored: dict[str, Any] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return stored


def write() -> None:
    """Bring its outputs up to date."""
    fresh = run(load(), NOTEBOOK.parent)
    NOTEBOOK.write_text(json.dumps(fresh, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
