"""Ways through a document that `archive_speed.py` compares, each in a process of its own."""

from __future__ import annotations

import hashlib
import importlib
import resource
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Protocol

from minutextract.batch.finder import Answer, Equipment, Finder
from minutextract.batch.local import LocalCrew
from minutextract.batch.register import enter_archive
from minutextract.batch.version import made_by
from minutextract.batch.worker import Station
from minutextract.cli.documents import load_pipeline
from minutextract.engine import installed_pipeline
from minutextract.pipeline import Pipeline
from minutextract.readers.child import Read
from minutextract.store import ledger, open_store
from minutextract.store.ledger import Claim
from minutextract.tagger import layout
from minutextract.tagger.location import default_model

_FINDINGS = "label_sentences settle_actions find_actions find_updates find_decisions find_praise find_insights".split()


class Way(Protocol):
    """Something that works through documents."""

    def work(self, paths: Sequence[Path]) -> int:
        """Work through these; the number of their sentences."""
        ...


@dataclass
class Turn:
    """What a way did with documents: by the clock, and for ours the seconds of each stage and of the forward pass."""

    seconds: float = 0.0
    sentences: int = 0
    stages: dict[str, float] = field(default_factory=dict)


class Usual:
    """All of spaCy's small pipeline over the text, and transformers' text classification, sentence by sentence.

    The weights are ours in the network that transformers has for it, with the half of our head that looks at [CLS]:
    an encoder of the same size, given the sentence without its neighbours. Only its time means something.
    """

    def __init__(self, threads: int) -> None:
        import spacy
        import torch
        from safetensors.torch import load_file

        # Half typed.
        transformers: Any = importlib.import_module("transformers")
        torch.set_num_threads(threads)
        folder = default_model()
        self._nlp = spacy.load(installed_pipeline() or "")
        weights = {name: tensor.float() for name, tensor in load_file(folder / layout.WEIGHTS).items()}
        config = transformers.BertConfig.from_json_file(str(folder / layout.ENCODER))
        config.num_labels, config.problem_type = weights["head.bias"].shape[0], "multi_label_classification"
        network = transformers.BertForSequenceClassification(config)
        encoder = {name.replace("encoder.", "bert.", 1): one for name, one in weights.items() if name[:8] == "encoder."}
        head = weights["head.weight"][:, : config.hidden_size]
        left_out = network.load_state_dict(
            {**encoder, "classifier.weight": head, "classifier.bias": weights["head.bias"]}, strict=False
        )
        assert not left_out.unexpected_keys
        assert all("pooler" in name for name in left_out.missing_keys)
        tokenizer = transformers.PreTrainedTokenizerFast(
            tokenizer_file=str(folder / layout.TOKENIZER), pad_token="[PAD]", model_max_length=512
        )
        self._classify = transformers.TextClassificationPipeline(
            model=network.eval(), tokenizer=tokenizer, device="cpu"
        )

    def work(self, paths: Sequence[Path]) -> int:
        """Work through these; the number of their sentences."""
        count = 0
        for path in paths:
            doc = self._nlp(path.read_text(encoding="utf-8", errors="replace"))
            for sentence in doc.sents:
                self._classify(sentence.text, top_k=None, truncation=True)
                count += 1
        return count


class TextRank:
    """pytextrank in spaCy's small pipeline: its five best sentences of a text."""

    def __init__(self, _threads: int) -> None:
        import spacy

        # What registers itself with spaCy, and may be missing.
        importlib.import_module("pytextrank")
        self._nlp = spacy.load(installed_pipeline() or "")
        self._nlp.add_pipe("textrank")

    def work(self, paths: Sequence[Path]) -> int:
        """Work through these; the number of their sentences."""
        count = 0
        for path in paths:
            doc = self._nlp(path.read_text(encoding="utf-8", errors="replace"))
            list(doc._.textrank.summary(limit_phrases=15, limit_sentences=5))
            count += sum(1 for _ in doc.sents)
        return count


class Ours:
    """What a worker of a batch does with a document, in this process; `store` commits it as well."""

    def __init__(self, threads: int, *, store: bool = False) -> None:
        import os

        os.environ["OMP_NUM_THREADS"] = str(threads)
        self.stages: dict[str, float] = defaultdict(float)
        self._finder = Finder(Equipment("benchmark", self._load))
        # Ends with this process.
        self._folder = tempfile.TemporaryDirectory() if store else None

    def work(self, paths: Sequence[Path]) -> int:
        """Work through these; the number of their sentences."""
        if self._folder is None:
            return sum(_sentences(self._finder.find(claim_on(path))) for path in paths)
        from minutextract.batch.commit import commit

        count, store = 0, Path(self._folder.name) / "a.db"
        with open_store(store, create=True) as connection:
            self._timed("write", enter_archive)(connection, paths, made_by="benchmark", store=store)
            while (claim := ledger.claim(connection, "me", lease_seconds=3600)) is not None:
                answer = self._finder.find(claim)
                self._timed("write", commit)(connection, claim, answer, made_by="benchmark", owner="me")
                count += _sentences(answer)
        return count

    def close(self) -> None:
        """End the reader."""
        self._finder.close()

    def _load(self, model: Path | None, spacy_pipeline: str | None, read: Read) -> Pipeline:
        from minutextract import engine, pipeline

        loaded = load_pipeline(model, spacy_pipeline, read)
        for name, stage in (("read_frame", "frame"), ("cut_sentences", "sentences"), ("find_mentions", "mentions")):
            setattr(pipeline, name, self._timed(stage, getattr(pipeline, name)))
        for name in _FINDINGS:
            setattr(pipeline, name, self._timed("findings", getattr(pipeline, name)))
        setattr(engine, "find_entities", self._timed("entities", engine.find_entities))  # noqa: B010
        finder: Any = self._finder
        finder._sandbox.read_all = self._timed("read", finder._sandbox.read_all)
        tagger: Any = loaded.tagger
        tagger.scores = self._timed("classify", tagger.scores)
        tagger._backend.logits = self._timed("forward pass", tagger._backend.logits)
        return loaded

    def _timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def run(*args: Any, **named: Any) -> Any:
            since = time.perf_counter()
            try:
                return function(*args, **named)
            finally:
                self.stages[stage] += time.perf_counter() - since

        return run


class Batch:
    """A batch's workers and its store, the workers started beforehand."""

    def __init__(self, threads: int) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._store = Path(self._folder.name) / "a.db"
        self._version = made_by(None, None)
        self._crew = LocalCrew(Station(self._store, "me", self._version, load_pipeline), workers=threads)

    def work(self, paths: Sequence[Path]) -> int:
        """Work through these; sentences are not counted."""
        with open_store(self._store, create=True) as connection:
            enter_archive(connection, paths, made_by=self._version, store=self._store)
            more = True
            while more or self._crew.busy:
                while more and self._crew.has_room():
                    claim = ledger.claim(connection, "me", lease_seconds=3600)
                    more = claim is not None
                    if claim is not None:
                        self._crew.give(claim)
                if self._crew.busy:
                    self._crew.ended(10)
        return 0

    def close(self) -> None:
        """End the workers."""
        self._crew.close()


class Stored(Ours):
    """Ours with the store."""

    def __init__(self, threads: int) -> None:
        super().__init__(threads, store=True)


WAYS: dict[str, type[Usual] | type[TextRank] | type[Ours] | type[Batch]] = {
    "the usual way": Usual,
    "pytextrank": TextRank,
    "ours": Ours,
    "ours, stored": Stored,
    "batch": Batch,
}


def claim_on(path: Path) -> Claim:
    """A claim that no store knows of."""
    return Claim(hashlib.sha256(path.read_bytes()).hexdigest(), (str(path),), 0)


def _sentences(answer: Answer) -> int:
    return sum(len(record.sentences) for record in answer.records)


class Contender:
    """A way in its process, which does nothing until it is given documents."""

    def __init__(self, name: str, threads: int) -> None:
        context = get_context("spawn")
        self._pipe, there = context.Pipe()
        self._process = context.Process(target=_serve, args=(there, name, threads))
        self._process.start()
        there.close()

    def work(self, paths: Sequence[Path]) -> Turn:
        """Let it work through these."""
        self._pipe.send(list(paths))
        turn: Turn = self._pipe.recv()
        return turn

    def close(self) -> tuple[float, float]:
        """End it; the most memory in MB that its process took, and the largest of those that it had started."""
        self._pipe.send(None)
        peak: tuple[float, float] = self._pipe.recv()
        self._process.join()
        return peak


def _serve(pipe: Connection, name: str, threads: int) -> None:
    way = WAYS[name](threads)
    stages: dict[str, float] = getattr(way, "stages", {})
    while (paths := pipe.recv()) is not None:
        stages.clear()
        since = time.perf_counter()
        sentences = way.work(paths)
        pipe.send(Turn(time.perf_counter() - since, sentences, dict(stages)))
    if isinstance(way, Ours | Batch):
        way.close()
    own, children = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    pipe.send((own, children))
