"""Sentences inside one block: never across paragraphs, cells or list items."""

from __future__ import annotations

import re

from minutextract.document import Block, BlockKind, Document, Span

LONGEST = 1000

_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9@£$€])")
# A cue opens a sentence of its own, even after words without a full stop: "… next week ACTION: AB to call".
_CUE = re.compile(r"(?<=\w)\s+(?=(?:ACTIONS?|DECISION|RESOLVED)\b\s*[:\-–(\[A-Z])")
# Tasks that a cell or line strings together: "a. [Jo] paint the door b. [Al] mend the gate".
_NEXT_TASK = re.compile(r"(?<=[\w).,;\]])\s+(?=\(?[b-z][.)]\s+\[[@A-Z])")
_LETTER = re.compile(r"\(?[a-z][.)]\s+(?=\[[@A-Z])")
# "… on the website. (AB/CD)": what stands in brackets behind the full stop goes with the sentence.
_BRACKETS_ALONE = re.compile(r"\s*[(\[][^()\[\]]{1,80}[)\]][.;]?\s*")
# "a (weekly?) Garden day", "for the hall (? or the hut)": a doubt within a sentence.
_DOUBT = re.compile(
    r"(?:\b(?:an?|the|our|of|for|with|in|on|at|to)\s\((?:[\w-]+\s){0,2}[\w-]*[?!]+\)|\([?!]+)\s+$", re.IGNORECASE
)
_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr prof cllr cllrs rev revd st no nos vs e.g i.e eg ie cf etc approx fig p pp para ref tel ext "
        "dept hon sgt capt col lt insp jan feb mar apr jun jul aug sept sep oct nov dec a.m p.m inc al vol ed min "
        "max est messrs rt jr sr ltd co"
    ).split()
)
# After these a new sentence may well begin: the next word decides nothing, so the cut stays.
_MAY_END = frozenset("etc inc ltd co a.m p.m al jr sr no".split())


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of a block's text, without white space at their ends or the letter of a task in front.

    A sentence longer than `LONGEST` characters is cut at a space, so that no later step meets an endless one.
    """
    ends = {m.end() for m in _END.finditer(text) if _is_end(text, m)}
    cuts = sorted(ends | {m.end() for opening in (_CUE, _NEXT_TASK) for m in opening.finditer(text)})
    spans: list[tuple[int, int]] = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        if spans and _BRACKETS_ALONE.fullmatch(text, start, end):
            spans[-1] = (spans[-1][0], end)
        else:
            spans += _cut_long(text, start, end)
    return [(start, end) for start, end in (_trim(text, *span) for span in spans) if start < end]


def _is_end(text: str, match: re.Match[str]) -> bool:
    if _DOUBT.search(text, max(0, match.start() - 60), match.end()):
        return False
    if text[match.start()] != "." or text[match.start() : match.end()].startswith(".."):
        return True
    before = text[max(0, match.start() - 200) : match.start()]
    if before.count("(") > before.count(")") and ")" in text[match.end() : match.end() + 200]:
        return False
    word = re.split(r"[\s(\[]", text[max(0, match.start() - 20) : match.start()])[-1].lower()
    if len(word) == 1 and word.isalpha():
        return False
    if not text[: match.start()].strip() or text[: match.start()].strip().isdigit():
        return False
    if word in _MAY_END:
        return not text[match.end()].isdigit()
    return word not in _ABBREVIATIONS


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    letter = _LETTER.match(text, start, end)
    start = letter.end() if letter else start
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def block_sentences(document: Document, block: Block) -> list[Span]:
    """The sentences of a block; of a table row, those of each cell."""
    stretches = block.cells if block.kind is BlockKind.ROW else (block.content,)
    return [
        Span(stretch.start + start, stretch.start + end)
        for stretch in stretches
        for start, end in split_sentences(stretch.of(document.text))
    ]
