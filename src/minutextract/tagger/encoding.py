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
    """Padded arrays: ids, attention and segment of shape (units, longest), and 1.0 on the unit's own tokens.

    The last is of shape (units, longest text), for the own tokens come first.
    """

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
        parts = [(unit.text, unit.heading or "", unit.before or "", unit.after or "") for unit in units]
        # A unit is its neighbours' neighbour, and a heading stands above many.
        distinct = list(dict.fromkeys(part for four in parts for part in four))
        encodings = self._tokenizer.encode_batch(distinct, add_special_tokens=False)
        ids = {part: encoding.ids for part, encoding in zip(distinct, encodings, strict=True)}
        return [self._join(*(ids[part] for part in four)) for four in parts]

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
    own = np.zeros((len(encoded), max(one.text_end for one in encoded)), dtype=np.float32)
    for row, one in enumerate(encoded):
        length = len(one.ids)
        ids[row, :length] = one.ids
        attention[row, :length] = 1
        segments[row, one.text_end : length] = 1
        own[row, 1 : one.text_end - 1] = 1.0
    return Batch(ids, attention, segments, own)
