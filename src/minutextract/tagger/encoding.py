"""Units to token ids: the same on the training and the prediction side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from minutextract.corpus import Unit
from minutextract.errors import ModelError
from minutextract.tagger.layout import Lengths


@dataclass(frozen=True, slots=True)
class Encoded:
    """Token ids of `[CLS] text [SEP] heading [SEP] before [SEP] after [SEP]`; the text is the first `text_end` ids."""

    ids: list[int]
    text_end: int


class Batch(NamedTuple):
    """Padded arrays, each of shape (units, longest): ids, attention, segment, and 1.0 on the unit's own tokens."""

    ids: NDArray[np.int64]
    attention: NDArray[np.int64]
    segments: NDArray[np.int64]
    own: NDArray[np.float32]


class UnitEncoder:
    """Turns units into ids with a WordPiece tokenizer that has [CLS] and [SEP]."""

    def __init__(self, tokenizer: Tokenizer, lengths: Lengths) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._lengths = lengths
        self._cls = _required(tokenizer, "[CLS]")
        self._sep = _required(tokenizer, "[SEP]")

    def encode(self, units: Sequence[Unit]) -> list[Encoded]:
        """Encode units, in order; identical units give identical ids."""
        texts = self._ids([unit.text for unit in units])
        headings = self._ids([unit.heading or "" for unit in units])
        befores = self._ids([unit.before or "" for unit in units])
        afters = self._ids([unit.after or "" for unit in units])
        return [self._join(*parts) for parts in zip(texts, headings, befores, afters, strict=True)]

    def _ids(self, texts: list[str]) -> list[list[int]]:
        return [encoding.ids for encoding in self._tokenizer.encode_batch(texts, add_special_tokens=False)]

    def _join(self, text: list[int], heading: list[int], before: list[int], after: list[int]) -> Encoded:
        keep = self._lengths
        ids = [self._cls, *text[: keep.text], self._sep]
        text_end = len(ids)
        for part, length in ((heading, keep.heading), (before, keep.before), (after, keep.after)):
            ids += [*part[:length], self._sep]
        return Encoded(ids, text_end)


def _required(tokenizer: Tokenizer, token: str) -> int:
    found = tokenizer.token_to_id(token)
    if found is None:
        raise ModelError(f"the tokenizer has no {token}", "use the tokenizer of a BERT encoder")
    return int(found)


def collate(encoded: Sequence[Encoded]) -> Batch:
    """Pad to the longest of the batch; [CLS] and the first [SEP] count as context, not as the unit's own tokens."""
    shape = (len(encoded), max(len(one.ids) for one in encoded))
    ids, attention, segments = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    own = np.zeros(shape, dtype=np.float32)
    for row, one in enumerate(encoded):
        length = len(one.ids)
        ids[row, :length] = one.ids
        attention[row, :length] = 1
        segments[row, one.text_end : length] = 1
        own[row, 1 : one.text_end - 1] = 1.0
    return Batch(ids, attention, segments, own)
