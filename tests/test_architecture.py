"""Rules of the house that a reader cannot check by eye: sizes, names, and who imports whom."""

from __future__ import annotations

import ast
import importlib.util
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "minutextract"
MODULES = sorted(PACKAGE.rglob("*.py"))
HEAVY = ("spacy", "torch", "transformers")


def imported(path: Path, *, everywhere: bool = True) -> set[str]:
    """The full names of the modules that a file imports, in functions too unless told otherwise."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = ast.walk(tree) if everywhere else iter(tree.body)
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def lines(path: Path) -> int:
    """How long a file is."""
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("path", [*MODULES, *sorted((ROOT / "tests").rglob("*.py"))], ids=lambda path: path.name)
def test_no_file_is_long(path: Path) -> None:
    assert lines(path) <= 300


def test_files_are_short_as_a_rule() -> None:
    assert statistics.median(map(lines, MODULES)) <= 120


def test_functions_are_short_as_a_rule() -> None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = (node for path in MODULES for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    lengths = sorted((node.end_lineno or 0) - node.lineno + 1 for node in nodes if isinstance(node, kinds))
    assert statistics.median(lengths) <= 12
    assert lengths[int(len(lengths) * 0.95)] <= 45


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_no_drawer_for_odds_and_ends(path: Path) -> None:
    assert not {"utils", "util", "helpers", "helper", "manager", "misc", "common"} & {path.stem, *path.parent.parts}


@pytest.mark.parametrize("path", sorted((PACKAGE / "readers").rglob("*.py")), ids=lambda path: path.name)
def test_readers_read_without_models(path: Path) -> None:
    assert not {name.split(".")[0] for name in imported(path)} & set(HEAVY)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_lower_layers_know_nothing_of_upper_ones(path: Path) -> None:
    layers = ("readers", "dates", "people", "structure", "findings", "tagger")
    layer = path.relative_to(PACKAGE).parts[0]
    if layer not in layers:
        return
    upper = ("pipeline", "components", "cli", "render", "training", "store", "batch")
    assert not {name.split(".")[1] for name in imported(path) if name.startswith("minutextract.")} & set(upper)


@pytest.mark.parametrize(
    "module",
    [
        "minutextract",
        "minutextract.schema",
        "minutextract.cli.main",
        "minutextract.pipeline",
    ],
)
def test_heavy_libraries_wait_until_they_are_needed(module: str) -> None:
    if module.endswith("cli.main") and not (PACKAGE / "cli" / "main.py").is_file():
        pytest.skip("there is no command line yet")
    probe = f"import sys, {module}; print(*[name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == ""


def test_the_factories_are_those_of_the_project_file() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for target in project["entry-points"]["spacy_factories"].values():
        module, name = target.split(":")
        spec = importlib.util.find_spec(module)
        assert spec is not None
        assert spec.origin is not None
        assert f"def {name}(" in Path(spec.origin).read_text(encoding="utf-8")
