"""The spaCy façade: the same answers, in the places where spaCy users look."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from minutextract import components
from minutextract.errors import ModelError

TEXT = """Minutes of the Lantern Hill Society
Present: Ann Baxter (AB), Kit Loomis (KL)
Apologies: Mona Nettle (MN)
1. The garden
AB met Cllr. Pike. KL noted e.g. the roof.
Action: QV to call the plumber."""


@pytest.fixture
def nlp() -> Language:
    return spacy.blank("en")


def test_the_document_has_the_same_text(nlp: Language) -> None:
    found = components.document_of(nlp("One line\n\n  Another  \n3. A third"))
    assert found.text == "One line\n\n  Another  \n3. A third"
    assert [block.span.of(found.text) for block in found.blocks] == ["One line", "Another", "3. A third"]
    assert [block.number for block in found.blocks] == [None, None, "3."]
    assert found.blocks[2].content.of(found.text) == "A third"


def test_sentences(nlp: Language) -> None:
    nlp.add_pipe("minutextract_sentencizer")
    said = [sentence.text.strip() for sentence in nlp(TEXT).sents]
    assert said[-3:] == ["AB met Cllr. Pike.", "KL noted e.g. the roof.", "Action: QV to call the plumber."]
    assert "Apologies: Mona Nettle (MN)" in said


def test_people(nlp: Language) -> None:
    nlp.add_pipe("minutextract_people")
    doc = nlp(TEXT)
    assert [(span.text, span.label_, span.kb_id_) for span in doc.spans["attendance"]] == [
        ("Ann Baxter (AB)", "present", "Ann Baxter"),
        ("Kit Loomis (KL)", "present", "Kit Loomis"),
        ("Mona Nettle (MN)", "apologies", "Mona Nettle"),
    ]
    assert [(entity.text, entity.label_) for entity in doc.ents] == [
        ("Ann Baxter", "PERSON"),
        ("Kit Loomis", "PERSON"),
        ("Mona Nettle", "PERSON"),
    ]


def test_initials(nlp: Language) -> None:
    nlp.add_pipe("minutextract_initials")
    doc = nlp(TEXT)
    assert [(span.text, span.label_, span.kb_id_) for span in doc.spans["mentions"]] == [
        ("AB", "roster", "Ann Baxter"),
        ("KL", "roster", "Kit Loomis"),
        ("QV", "unknown", ""),
    ]


def test_the_classifier(nlp: Language, tiny_model: Path) -> None:
    nlp.add_pipe("minutextract_tagger", config={"model": str(tiny_model)})
    doc = nlp(TEXT)
    assert {"action", "decision", "praise", "insight"} <= set(doc.spans)
    assert "Action: QV to call the plumber." in [span.text for span in doc.spans["action"]]


def test_a_folder_that_is_no_model(nlp: Language, tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        nlp.add_pipe("minutextract_tagger", config={"model": str(tmp_path)})


@pytest.mark.parametrize("text", ["", " ", "\n\n", "AB", "名前 😀\nPresent: é"])
def test_small_texts(nlp: Language, text: str) -> None:
    for name in ("minutextract_sentencizer", "minutextract_people", "minutextract_initials"):
        nlp.add_pipe(name)
    assert nlp(text).text == text


def test_they_work_together_and_in_a_pipe(nlp: Language) -> None:
    for name in ("minutextract_sentencizer", "minutextract_people", "minutextract_initials"):
        nlp.add_pipe(name)
    docs = list(nlp.pipe([TEXT, "Nothing here.", TEXT]))
    assert [len(doc.spans["mentions"]) for doc in docs] == [3, 0, 3]
    assert docs[0].to_bytes() == nlp(TEXT).to_bytes()


def test_a_pipeline_comes_back_from_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.add_pipe("minutextract_initials")
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.pipe_names == ["minutextract_initials"]
    doc = again(TEXT)
    assert len(doc.spans["mentions"]) == 3
