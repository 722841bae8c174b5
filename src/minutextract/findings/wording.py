"""The words of a motion, without its mark, its mover, its seconder and its vote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutextract.findings.motions import CUE, is_outcome, mover_in, seconder_in

_FEWEST = 3
_OPENING = re.compile(
    r"^[\W_]*(?:(?:it\s+was|was|were|is|and)\b\s*)*(?:(?:a|the)\s+motion\b\s*|motion\b\s*)?(?:(?:was|is)\b\s*)?(?:(?:moved|made)\b\s*)?"
    r"(?:by\s+(?:him|her|them)\b\s*)?[,:;]?\s*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?<![\s,;:–—-])[\s,;:–—-]*\b(?:(?:and|it|was|were|is|has|been|this|which|motion|duly|then|unanimously|seconded|approved|passed|carried|"
    r"agreed|adopted|accepted|made|by|the)\b[\s,;:.]*){1,20}$",
    re.IGNORECASE,
)
_WANTED = re.compile(r"(?:that|to)\s", re.IGNORECASE)
_PASSIVE = re.compile(r"\bbe\s+(?:\w+ly\s+)?(?:approved|passed|agreed|adopted|accepted)(?=[\s,;:.]|$)", re.IGNORECASE)
_VOTE_ONLY = re.compile(
    r"^(?:with|without)\b|^(?:following|after|upon)\b.*\b(?:discussion|debate|objections?|vote)\b|\bmaking\s+(?:it\s+|this\s+)?unanimous\b",
    re.IGNORECASE,
)
# "The plan", of "The plan was approved".
_THING = r"(?:the\s+)?(?!(?:motions?|proposals?|resolution|it|this|that|all)\b)[a-z]{3,}(?:\s+#?\d[\d/.–-]*)?"
_NAMED_ONLY = re.compile(_THING, re.IGNORECASE)
_THING_APPROVED = re.compile(
    rf"{_THING}\s+(?:was|were)\s+(?:\w+ly\s+)?(?:approved|adopted|accepted|passed|agreed)", re.IGNORECASE
)


def motion_text(said: Sequence[str]) -> str | None:
    """What was moved, from the sentences that tell of a motion; None if they do not say.

    The stretch behind "that" or "to", else the longest that no clause of mover, seconder or vote takes up.
    """
    for sentence in said:
        mark = CUE.match(sentence)
        clauses = [clause for clause in (mover_in(sentence), seconder_in(sentence)) if clause]
        if not mark and not clauses and len(sentence.split()) >= _FEWEST and not is_outcome(sentence):
            return sentence.strip(" .;:")
        cuts = sorted([(clause.start, clause.end) for clause in clauses])
        starts = [mark.end() if mark else 0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(sentence)]
        pieces = [_piece(sentence[start:end]) for start, end in zip(starts, ends, strict=True) if start < end]
        told = [piece for piece in pieces if len(piece.split()) >= _FEWEST and not _VOTE_ONLY.search(piece)]
        # What a mover wants stands behind "that" or "to", wherever the names stand.
        words = next((piece for piece in told if _WANTED.match(piece)), max(told, key=len, default=""))
        if words and not is_outcome(words):
            return words
    return None


def _piece(piece: str) -> str:
    """What a stretch says was moved; with its outcome where no more than the name of a thing is left without it."""
    words = _trim(piece)
    whole = piece.strip(" \n,.;:–—-|")
    return whole if _NAMED_ONLY.fullmatch(words) and _THING_APPROVED.fullmatch(whole) else words


def _closing(piece: str) -> re.Match[str] | None:
    """The words that close a motion; "be approved" is what the motion wants, whatever follows it."""
    wanted = _PASSIVE.search(piece)
    return _CLOSING.search(piece, wanted.end() if wanted else 0)


def _trim(piece: str) -> str:
    closing = _closing(piece)
    trimmed = (
        piece[: closing.start()] if closing and re.search(r"[,;]|\b(?:was|were|is)\b|motion", closing[0]) else piece
    )
    words = trimmed[_OPENING.match(trimmed).end() :].strip(" \n,.;:–—-|")  # type: ignore[union-attr]
    # What stood in brackets with the movers is gone: "a boat be bought (proposed AB, seconded CD)".
    return words.rstrip(" ([").lstrip(" )]")
