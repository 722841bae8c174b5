"""Attendance that stands beside something: lists side by side, columns without a heading, lines that hang, bodies."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.document import BlockKind
from minutextract.readers.assemble import Piece
from minutextract.readers.table_rows import TableRows
from minutextract.structure.attendance import read_attendance
from minutextract.structure.people import people_of

Row = tuple[str, str, tuple[str, ...]]
C, P, G, A = "chair", "present", "in-attendance", "apologies"


def listed(*lines: str) -> list[Row]:
    """Name, attendance and initials, in order."""
    people = people_of(read_attendance(document(*lines)).people)
    return [(one.name, one.attendance.value, one.initials) for one in people]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # Two lists side by side; the right one ends and another begins below it
        (
            (
                "| Present | | In attendance | |",
                "| Ann Baxter (Chair) | AB | Ms Olive Pryor, Clerk | OP |",
                "| Colin Dray | CD | Apologies | |",
                "| Fay Glover | FG | Ixo Quell | IQ |",
            ),
            [("Ann Baxter", C, ("AB",)), ("Olive Pryor", G, ("OP",)), ("Colin Dray", P, ("CD",)),
             ("Fay Glover", P, ("FG",)), ("Ixo Quell", A, ("IQ",))],
        ),
        # One list of which only the first column has a heading
        (
            ("| Present | | |", "| Sgt Ann Baxter | AB | Harbour watch (Chair) |", "| Colin Dray | CD | Ferry |"),
            [("Ann Baxter", C, ("AB",)), ("Colin Dray", P, ("CD",))],
        ),
        # A column without heading that says how they came
        (
            ("# Attendance", "| Name | Initials | Partner | |", "| Ann Baxter | AB | Fern | chair, online |",
             "| Colin Dray | CD | Guild | present |", "| Fay Glover | FG | Ferry | apologies |"),
            [("Ann Baxter", C, ("AB",)), ("Colin Dray", P, ("CD",)), ("Fay Glover", A, ("FG",))],
        ),
        # A table without a head under its label
        (
            ("**Present**", "| Dame Ann Baxter (Chair) | AB |", "| Colin Dray | CD |", "**In attendance**",
             "| Fay Glover, Clerk | FG |", "| Ixo Quell | IQ |"),
            [("Ann Baxter", C, ("AB",)), ("Colin Dray", P, ("CD",)), ("Fay Glover", G, ("FG",)),
             ("Ixo Quell", G, ("IQ",))],
        ),
        # The chair behind another post
        (
            ("| Name | Category | Initials | Attendance |", "| Ann Baxter | Elected member, Chair | AB | Present |",
             "| Colin Dray | Elected member, Vice-Chair | CD | Apologies |"),
            [("Ann Baxter", C, ("AB",)), ("Colin Dray", A, ("CD",))],
        ),
        # A list that hangs behind its label, one person a line
        (
            ("PRESENT: Ann Baxter (AB), Town Council - in the Chair", "Ch Insp Fay Glover (FG), Harbour and Rescue",
             "Colin Dray (CD), Probation", "Cllr Loomis-Dray (KLD), Town Council"),
            [("Ann Baxter", C, ("AB",)), ("Fay Glover", P, ("FG",)), ("Colin Dray", P, ("CD",)),
             ("Loomis-Dray", P, ("KLD",))],
        ),
        # Labels in plain words, posts behind the initials
        (
            ("Here: Ann Baxter (AB) Chair of Council, Colin Dray (CD) VP Welfare, Fay Glover (FG) Sports Rep",
             "Also there: Ixo Quell General Manager, Kit Loomis minutes"),
            [("Ann Baxter", C, ("AB",)), ("Colin Dray", P, ("CD",)), ("Fay Glover", P, ("FG",)),
             ("Ixo Quell", G, ()), ("Kit Loomis", G, ())],
        ),
        # Another chair than usually
        (
            ("Chair for the evening: Ann Baxter (AB)", "Present: Colin Dray (CD), Fay Glover (FG)"),
            [("Ann Baxter", C, ("AB",)), ("Colin Dray", P, ("CD",)), ("Fay Glover", P, ("FG",))],
        ),
        (
            ("Chair: Ann Baxter (AB), as CD was on the ferry", "Present: Fay Glover (FG), Ixo Quell (IQ)"),
            [("Ann Baxter", C, ("AB",)), ("Fay Glover", P, ("FG",)), ("Ixo Quell", P, ("IQ",))],
        ),
        (
            ("# Present", "- Ann Baxter (AB), Fern", "- Colin Dray (CD), Guild, chair from item 3"),
            [("Ann Baxter", P, ("AB",)), ("Colin Dray", C, ("CD",))],
        ),
        # Peers, and offices that begin like them
        (("Present: Lord Baxter of Fernhill, Colin Dray",), [("Baxter of Fernhill", P, ()), ("Colin Dray", P, ())]),
        # Initials behind a comma
        (
            ("Present: Dame Ann Baxter (Chair), AB; Colin Dray, CD; Nell Orme, NO",),
            [("Ann Baxter", C, ("AB",)), ("Colin Dray", P, ("CD",)), ("Nell Orme", P, ("NO",))],
        ),
        # A body behind somebody whose initials are given
        (
            ("Guests: Ann Baxter (AB), Redcap Logistics", "Present: Colin Dray (CD)"),
            [("Ann Baxter", G, ("AB",)), ("Colin Dray", P, ("CD",))],
        ),
    ],
)  # fmt: skip
def test_who_stands_beside_what(lines: tuple[str, ...], expected: list[Row]) -> None:
    assert listed(*lines) == expected


def test_a_link_called_here_heads_no_list() -> None:
    assert listed("Here: the agenda", "Not here: it was withdrawn", "# 1. Garden") == []


def test_a_lord_mayor_is_no_peer() -> None:
    assert ("Mayor of Fernhill", P, ()) not in listed("Present: Lord Mayor of Fernhill, Colin Dray")


def cell(*lines: str) -> list[Piece]:
    """A cell of a table, a paragraph a line."""
    return [Piece(BlockKind.PARAGRAPH, line) for line in lines]


def test_cells_of_names_stay_in_their_columns() -> None:
    rows = TableRows(0)
    rows.add([cell("Members present"), cell("In attendance"), cell("Apologies")])
    rows.add([cell("Ann Baxter (AB)", "Colin Dray (CD)", "Fay Glover (FG)"), cell("Ixo Quell"), cell("Kit Loomis")])
    assert [piece.cells for piece in rows.pieces()][1] == (
        "Ann Baxter (AB); Colin Dray (CD); Fay Glover (FG)", "Ixo Quell", "Kit Loomis",
    )  # fmt: skip


def test_cells_of_sentences_are_no_lists_of_names() -> None:
    rows = TableRows(0)
    rows.add([cell("Present"), cell("Apologies")])
    rows.add(
        [
            cell(*["The ferry was late, and the harbour master explained at length why it had been so."] * 3),
            cell("None"),
        ]
    )
    assert all(not piece.cells for piece in rows.pieces()[1:])
