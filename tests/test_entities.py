"""Named entities: all of them in a record, or only where a finding asks whether a name is a person's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from builders import Keywords
from minutextract import engine
from minutextract.document import Document, Span
from minutextract.pipeline import Pipeline
from minutextract.record import Entity

MINUTES = """\
# Minutes of the Lantern Hill Society held on 4 March 2024

Present: Ann Baxter (AB), Colin Dray (CD)

# 1. Garden

The gate was looked at and the hedge was found to be well.

Zyx Quorl to mend the gate by 1 May 2024.

Green Lane to be swept.

AB to paint the fence.
"""


@pytest.fixture
def pipeline() -> Pipeline:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Zyx Quorl"}, {"label": "DATE", "pattern": "1 May 2024"}])  # type: ignore[attr-defined]
    return Pipeline(Keywords(), nlp)


def test_findings_are_the_same_without_all_entities(
    pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_text(MINUTES, encoding="utf-8")
    whole = pipeline.process(path)
    assert {(one.span.of(whole.document.text), one.label) for one in whole.entities} == {
        ("Zyx Quorl", "PERSON"),
        ("1 May 2024", "DATE"),
    }
    asked: list[str] = []
    find = engine.find_entities

    def counted(nlp: Language, document: Document, spans: Sequence[Span]) -> tuple[Entity, ...]:
        asked.extend(span.of(document.text) for span in spans)
        return find(nlp, document, spans)

    monkeypatch.setattr(engine, "find_entities", counted)
    few = replace(pipeline, all_entities=False).process(path)
    assert few == replace(whole, entities=())
    kinds = {owner.name: owner.kind for action in few.actions for owner in action.owners}
    assert kinds["Zyx Quorl"] == "person"
    assert "Zyx Quorl to mend the gate by 1 May 2024." in asked
    assert len(asked) == len(set(asked)) < len(whole.document.blocks) // 2
