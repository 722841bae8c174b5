"""Labels without words, and the words found again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutextract.corpus import AnnotatedUnit, Unit, read_corpus
from minutextract.corpus.fingerprint import fingerprint, letters_of
from minutextract.corpus.places import exact_words, find_places, in_sequence
from minutextract.corpus.recovery import found_units, rebuild_corpus, share_of, shares_by_format
from minutextract.corpus.standoff import (
    Origin,
    StandoffDocument,
    make_standoff,
    read_manifest,
    read_standoff,
    standoff_lines,
)
from minutextract.document import Span
from minutextract.errors import CorpusError

CORPUS = Path(__file__).parent.parent / "corpus"
MINUTES = """# Harbour committee

## 1. Crane

- [x] Dredge the basin
- [ ] Rhoda to oil the **crane** (again).

Agreed.

## 2. Ferry

The ferry lost a third of its pas-
sengers. Agreed.

| Task | Who |
|---|---|
| Paint the rails | Rhoda |
"""
HOME = Origin("quay/minutes", "c0ffee", "2026/harbour.md")


def labelled(*texts: str, doc: str = "quay:1") -> list[AnnotatedUnit]:
    return [AnnotatedUnit(Unit(text), frozenset({"action"}), doc, "quay", at) for at, text in enumerate(texts)]


def clone(folder: Path, origin: Origin = HOME, text: str = MINUTES) -> Path:
    path = folder / str(origin.repository) / str(origin.path)
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return folder


def rebuilt(folder: Path, *texts: str) -> list[AnnotatedUnit]:
    documents = make_standoff(labelled(*texts), {"quay:1": HOME})
    return found_units(list(rebuild_corpus(documents, clone(folder), {})))


def test_the_sha256_is_that_of_the_white_space_normalised_text() -> None:
    mark = fingerprint("  Rhoda to\n oil the crane. ")
    assert mark.sha256 == hashlib.sha256(b"Rhoda to oil the crane.").hexdigest()
    assert (mark.chars, mark.letters) == (23, 18)
    assert mark.key == hashlib.sha256(b"rhodatooilthecrane").hexdigest()[:12]


@pytest.mark.parametrize(
    "text",
    [
        "**Rhoda** to oil the crane",
        "[x] Rhoda to oil the crane!",
        "• RHODA to oil-the crané",
        "o Rhoda to oilthe crane",
    ],
)
def test_signs_make_no_difference_to_the_key(text: str) -> None:
    assert fingerprint(text).key == fingerprint("Rhoda to oil the crane.").key


@given(st.text(), st.text())
def test_the_form_of_a_stretch_is_a_stretch_of_the_form(left: str, right: str) -> None:
    assert letters_of(left + right) == letters_of(left) + letters_of(right)


@given(st.lists(st.text("aéß-,. \n", min_size=1, max_size=12), min_size=1, max_size=6), st.data())
def test_every_run_of_words_is_found(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first, len(parts) - 1))
    mark = fingerprint(" ".join(parts[first : last + 1]))
    if mark.letters:
        assert mark.key in find_places(text, [mark])


def test_words_inside_words_are_not_found() -> None:
    assert find_places("The cranes, a crane.", [fingerprint("crane")]).popitem()[1] == [Span(14, 19)]


def test_exact_words_take_the_signs_along() -> None:
    text = "It rained. (Rhoda to oil the crane.) It blew."
    for unit in (
        "(Rhoda to oil the crane.)",
        "Rhoda to oil the crane.",
        "Rhoda to oil the crane",
        "[x] Rhoda to oil the crane",
    ):
        mark = fingerprint(unit)
        [place] = find_places(text, [mark])[mark.key]
        assert exact_words(text, place, mark) == unit
        assert exact_words(text, place, fingerprint("Rhoda, to oil the crane")) is None


def test_words_that_stand_several_times_are_taken_in_turn() -> None:
    a, b, c = Span(0, 2), Span(5, 7), Span(9, 12)
    assert in_sequence([[b], [a, c], []]) == [b, c, None]
    assert in_sequence([[c], [a, b], [b]]) == [c, a, b]


def test_units_are_found_with_what_stands_around_them(tmp_path: Path) -> None:
    found = rebuilt(tmp_path, "[x] Dredge the basin", "Rhoda to oil the crane (again).", "Agreed.", "Agreed.")
    assert [one.unit.text for one in found][:2] == ["[x] Dredge the basin", "Rhoda to oil the crane (again)."]
    assert found[1].unit.before == "Dredge the basin"
    assert found[1].unit.after == "Agreed."
    assert [one.unit.heading for one in found] == ["1. Crane"] * 3 + ["2. Ferry"]
    assert found[2].unit.after is None
    assert (found[3].doc, found[3].source, found[3].id) == ("quay:1", "quay", 3)
    assert found[3].labels == {"action"}


def test_markup_hyphens_and_cells_do_not_hide_a_unit(tmp_path: Path) -> None:
    texts = [
        "Rhoda to oil the **crane** (again).",
        "The ferry lost a third of its passengers.",
        "Paint the rails Rhoda",
    ]
    assert [one.id for one in rebuilt(tmp_path, *texts)] == [0, 1, 2]


def test_what_the_document_does_not_say_is_not_found(tmp_path: Path) -> None:
    assert rebuilt(tmp_path, "Rhoda to oil the winch.", "—") == []


def test_no_words_are_in_the_file_and_it_is_read_as_written(tmp_path: Path) -> None:
    units = [
        *labelled("Rhoda to oil the crane."),
        AnnotatedUnit(Unit("b"), frozenset(), "quay:2", "quay", extra={"pick": "x", "note": "secret"}),
    ]
    documents = make_standoff(units, {"quay:1": HOME})
    text = standoff_lines(documents)
    assert "crane" not in text
    assert "secret" not in text
    path = tmp_path / "standoff.jsonl"
    path.write_text(text, encoding="utf-8")
    assert read_standoff([path]) == documents


def test_documents_that_the_manifest_lacks() -> None:
    manifest = {"quay:1": HOME, "pier:1": Origin("pier/a", "1", "a.md"), "pier:2": Origin("pier/b", "1", "b.md")}
    units = [one for doc in ("quay:2", "quay:2026/may.md") for one in labelled("a", doc=doc)]
    units.append(AnnotatedUnit(Unit("a"), frozenset(), "pier:3", "pier"))
    assert [document.origin for document in make_standoff(units, manifest)] == [
        Origin("quay/minutes", "c0ffee", None),
        Origin("quay/minutes", "c0ffee", "2026/may.md"),
        Origin(),
    ]


def test_shares_tell_what_was_not_read(tmp_path: Path) -> None:
    origins = {"quay:1": HOME, "quay:2": Origin("quay/minutes", "c0ffee", "gone.PDF"), "quay:3": Origin("quay/minutes")}
    texts = ("Rhoda to oil the crane again", "Rhoda to oil the winch", "Agreed.")
    documents = make_standoff([one for doc in origins for one in labelled(*texts, doc=doc)], origins)
    outcomes = list(rebuild_corpus(documents, clone(tmp_path), {}))
    assert [outcome.reason for outcome in outcomes] == [
        None,
        "there is no file quay/minutes/gone.PDF",
        "no path is known",
    ]
    shares = shares_by_format(outcomes)
    assert list(shares) == ["md", "pdf", "unknown"]
    assert (shares["md"].units, shares["md"].read, shares["md"].found, shares["md"].verbatim) == (3, 3, 2, 1)
    assert (share_of(outcomes).units, share_of(outcomes).read) == (9, 3)


def test_a_clone_may_have_the_repository_s_bare_name(tmp_path: Path) -> None:
    clone(tmp_path, Origin("minutes", None, HOME.path))
    documents = make_standoff(labelled("Agreed."), {"quay:1": HOME})
    assert share_of(list(rebuild_corpus(documents, tmp_path, {}))).found == 1


@pytest.mark.parametrize("file", ["docs/quay/001.md", "quay/001.md"])
def test_a_manifest_names_files(tmp_path: Path, file: str) -> None:
    path = tmp_path / "quay" / "001.md"
    path.parent.mkdir()
    path.write_text(MINUTES, encoding="utf-8")
    manifest = {"quay:1": Origin("quay/minutes", "c0ffee", "x.md", file)}
    assert share_of(list(rebuild_corpus(make_standoff(labelled("Agreed."), manifest), tmp_path, manifest))).found == 1


def test_files_outside_the_folder_are_not_read(tmp_path: Path) -> None:
    clone(tmp_path / "outside", Origin("a", None, "b.md"))
    (tmp_path / "docs").mkdir()
    documents = make_standoff(labelled("Agreed."), {"quay:1": Origin("x/..", "1", "../../outside/a/b.md")})
    [outcome] = rebuild_corpus(documents, tmp_path / "docs", {})
    assert outcome.reason is not None
    assert outcome.reason.startswith("there is no file")


def test_a_damaged_document_is_named(tmp_path: Path) -> None:
    documents = make_standoff(labelled("Agreed."), {"quay:1": HOME})
    [outcome] = rebuild_corpus(documents, clone(tmp_path, text=" "), {})
    assert outcome.reason == "the file holds no text"


MARK = {"sha256": "0", "chars": 1, "key": "0", "letters": 1, "labels": []}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ([], "has no units"),
        ({"units": 3}, "has no units"),
        ({"units": [3]}, "unit 1 is incomplete"),
        ({"units": [{**MARK, "letters": "many"}]}, "unit 1 is incomplete"),
        ({"units": [MARK, {**MARK, "labels": ["task"]}]}, "unit 2 has unknown labels"),
        ({"units": [], "path": 4}, "has a path that is no text"),
    ],
)
def test_what_is_no_standoff_file(tmp_path: Path, row: Any, says: str) -> None:
    path = tmp_path / "standoff.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(CorpusError, match=says):
        read_standoff([path])


@pytest.mark.parametrize(
    ("row", "says"), [({}, "has no id"), ([], "has no id"), ({"id": "a", "repo": 1}, "has a repo")]
)
def test_what_is_no_manifest(tmp_path: Path, row: Any, says: str) -> None:
    path = tmp_path / "manifest.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(CorpusError, match=says):
        read_manifest(path)


def test_no_documents(tmp_path: Path) -> None:
    path = tmp_path / "standoff.jsonl"
    path.touch()
    with pytest.raises(CorpusError, match="hold no documents"):
        read_standoff([path])


def test_the_invented_minutes_are_found_whole() -> None:
    manifest = read_manifest(CORPUS / "manifest.jsonl")
    units = [one for one in read_corpus([CORPUS / "units.jsonl"]) if one.doc in manifest]
    outcomes = list(rebuild_corpus(make_standoff(units, manifest), CORPUS, manifest))
    assert [outcome.reason for outcome in outcomes] == [None] * 8
    found = {(one.doc, one.id): one for one in found_units(outcomes)}
    assert {key: one.unit.text for key, one in found.items()} == {(one.doc, one.id): one.unit.text for one in units}
    assert all(found[one.doc, one.id].labels == one.labels for one in units)


@pytest.mark.parametrize(("name", "documents", "units"), [("train", 2002, 25661), ("dev", 45, 1038)])
def test_the_shipped_files(name: str, documents: int, units: int) -> None:
    path = CORPUS / "standoff" / f"{name}.jsonl"
    read: list[StandoffDocument] = read_standoff([path])
    assert len(read) == documents
    assert sum(len(document.units) for document in read) == units
    assert standoff_lines(read) == path.read_text(encoding="utf-8")
