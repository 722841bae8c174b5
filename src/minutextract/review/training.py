"""Corrected sentences as annotated units, for `train`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from minutextract.corpus.units import AnnotatedUnit, Unit
from minutextract.review.overlay import Place, target
from minutextract.review.sentences import sentence_of


def corrected_units(connection: sqlite3.Connection) -> list[AnnotatedUnit]:
    """One unit for each sentence whose labels were corrected or confirmed, with the labels that it has now.

    `source` is the body, so that training can hold out whole organisations; `doc` is the meeting's id.
    """
    sentences = {(row["meeting"], row["sentence"]): None for row in _corrected(connection)}
    return [_unit(connection, meeting, sentence) for meeting, sentence in sentences]


def _corrected(connection: sqlite3.Connection) -> Iterator[sqlite3.Row]:
    """Findings whose sentence was judged, as they are or were."""
    query = "SELECT * FROM corrections WHERE field IN ('labels', 'confirmed') ORDER BY finding"
    for correction in connection.execute(query).fetchall():
        row = (
            target(connection, Place.of(correction))
            or connection.execute(
                "SELECT meeting, json_extract(finding, '$.sentence') AS sentence FROM originals WHERE id = ?",
                (correction["finding"],),
            ).fetchone()
        )
        if row is not None:
            yield row


def _unit(connection: sqlite3.Connection, meeting: int, local: str) -> AnnotatedUnit:
    id, body = connection.execute(
        "SELECT m.id, coalesce(b.body, '') FROM meetings m JOIN meeting_bodies b ON b.meeting = m.key WHERE m.key = ?",
        (meeting,),
    ).fetchone()
    said = sentence_of(connection, meeting, local)
    unit = Unit(said.text, said.heading, said.before, said.after)
    return AnnotatedUnit(unit, frozenset(said.labels), id, body, local)
