"""How many of the actions, decisions and thanks that people found a summary holds, beside two general summarisers.

    pip install sumy pytextrank
    python benchmarks/summary_recall.py GOLD.json FOLDER

GOLD.json lists documents (docs/quality.md), which are in FOLDER. All three summaries of a document have the same number
of words: as many as the lines of ours with the owners, givers and items over them. LexRank ranks our sentences and
TextRank those of spaCy's parser; both take the best that still fit. A finding counts as held if one line or sentence of
a summary has at least 60 % of the words of its quotation (or of another wording that the gold allows), function words
and initials apart.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from minutextract.engine import installed_pipeline
from minutextract.pipeline import Pipeline
from minutextract.record import Record
from minutextract.render import Length, SummaryOptions
from minutextract.render.summary import summarize
from minutextract.render.wording import count_words, fold

KINDS = ("actions", "decisions", "praise")
LENGTHS = (Length.BRIEF, Length.STANDARD)
ENOUGH = 0.6
_WORD = re.compile(r"[A-Za-z0-9][\w'’-]*")
_EMPTY = frozenset(
    "a an and are as at be been by for from has have he her his if in is it its of on or she that the their them they "
    "this to was we were will with would".split()
)


def told(text: str) -> frozenset[str]:
    """The words that matter: no function words, no initials."""
    words = _WORD.findall(text)
    return frozenset(
        word.lower() for word in words if word.lower() not in _EMPTY and not (word.isupper() and len(word) < 4)
    )


def holds(lines: Sequence[frozenset[str]], wordings: Iterable[str]) -> bool:
    """Whether one line has enough of the words of one of the wordings."""
    wanted = [words for words in map(told, wordings) if words]
    return any(len(words & line) >= ENOUGH * len(words) for words in wanted for line in lines)


def ours(records: Sequence[Record], length: Length) -> tuple[list[str], int]:
    """The lines of our summaries with what stands over them, and how many words these are."""
    lines, words = list[str](), 0
    for record in records:
        for section in summarize(record, SummaryOptions(length=length)).sections:
            for group in section.groups:
                lines += (f"{group.heading} {line.text}" for line in group.lines)
                words += count_words(group.heading) + sum(count_words(line.text) for line in group.lines)
    return lines, words


def fitting(ranked: Iterable[str], room: int) -> Iterator[str]:
    """The best sentences that fit, each once."""
    for sentence in dict.fromkeys(ranked):
        if 0 < count_words(sentence) <= room:
            room -= count_words(sentence)
            yield sentence


class _Tokenizer:
    """What sumy asks of a tokeniser, without the data of NLTK."""

    def to_sentences(self, text: str) -> tuple[str, ...]:
        return (text,)

    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(_WORD.findall(text))


def lexrank(records: Sequence[Record]) -> list[str]:
    """The sentences of our reading, best first."""
    models: Any = importlib.import_module("sumy.models.dom")
    summarizer = importlib.import_module("sumy.summarizers.lex_rank").LexRankSummarizer(
        importlib.import_module("sumy.nlp.stemmers").Stemmer("english")
    )
    summarizer.stop_words = importlib.import_module("sumy.utils").get_stop_words("english")
    texts = [fold(one.span.of(record.document.text)) for record in records for one in record.sentences]
    sentences = [models.Sentence(text, _Tokenizer()) for text in texts if told(text)]
    if not sentences:
        return []
    # It gives the best in the order of the document; asked for is the order of their ratings.
    summarizer._get_best_sentences = _by_rating
    return [str(one) for one in summarizer(models.ObjectDocumentModel([models.Paragraph(sentences)]), len(sentences))]


def _by_rating(sentences: Sequence[Any], count: int, rating: dict[Any, float]) -> list[Any]:
    return sorted(sentences, key=rating.__getitem__, reverse=True)[:count]


@cache
def _textrank_pipeline() -> Any:
    import spacy

    importlib.import_module("pytextrank")
    nlp = spacy.load(installed_pipeline() or "en_core_web_sm")
    nlp.add_pipe("textrank")
    return nlp


def textrank(records: Sequence[Record]) -> list[str]:
    """The sentences of spaCy's parser, best first."""
    ranked = list[str]()
    for record in records:
        parsed = _textrank_pipeline()(record.document.text)
        most = len(list(parsed.sents))
        best = parsed._.textrank.summary(limit_phrases=most, limit_sentences=most, preserve_order=False)
        ranked += (fold(one.text) for one in best)
    return ranked


def compare(documents: Iterable[tuple[dict[str, Any], Sequence[Record]]]) -> None:
    """Print, per length and kind, which share of the gold each of the three holds."""
    held, size, words = Counter[tuple[str, str, str]](), Counter[str](), Counter[tuple[str, str]]()
    for gold, records in documents:
        ranked = {"LexRank": lexrank(records), "TextRank": textrank(records)}
        size.update({kind: len(gold[kind]) for kind in KINDS})
        for length in LENGTHS:
            lines, room = ours(records, length)
            for name, text in {"ours": lines, **{one: [*fitting(best, room)] for one, best in ranked.items()}}.items():
                words[length, name] += room if name == "ours" else sum(map(count_words, text))
                known = [*map(told, text)]
                for kind in KINDS:
                    wordings = ([one["quote"], *one.get("also", ())] for one in gold[kind])
                    held[length, name, kind] += sum(holds(known, each) for each in wordings)
    print("| length | summary | words |", " | ".join(f"{kind} ({size[kind]})" for kind in KINDS), "|")
    for length in LENGTHS:
        for name in ("ours", "LexRank", "TextRank"):
            shares = " | ".join(f"{held[length, name, kind] / max(size[kind], 1):.2f}" for kind in KINDS)
            print(f"| {length.value} | {name} | {words[length, name]:,} | {shares} |")


def main() -> None:
    """Read the documents of the gold and compare."""
    gold, folder = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2])
    pipeline = Pipeline.load()
    compare((one, pipeline.process_all(folder / one["doc"])) for one in gold)


if __name__ == "__main__":
    main()
