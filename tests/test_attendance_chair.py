"""Who chaired: as the text, a line at the top or the list says."""

from __future__ import annotations

import pytest

from builders import document
from minutextract.structure.frame import read_frame


def people(*lines: str) -> list[tuple[str, str]]:
    """Names and attendance in the frame."""
    return [(one.name, one.attendance.value) for one in read_frame(document(*lines)).meeting.people]


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting was chaired by Colin Dray.",
        "The meeting was chaired by CD.",
        "In the absence of the chair, Colin Dray took the chair.",
        "Colin Dray was in the chair.",
        "Colin Dray chaired the meeting.",
        "Mr Dray took the chair.",
        "Note: Colin Dray acting as Chair for this meeting.",
        "It was held in Fern Hall and chaired by Colin Dray. A film was shown.",
        "The meeting was called to order at 7 pm in the Hall, Oak St., Fern Bay by Colin Dray.",
    ],
)
def test_the_text_names_the_chair(sentence: str) -> None:
    assert people("Present: Ann Baxter, Colin Dray (CD)", "# 1. Welcome", sentence)[1] == ("Colin Dray", "chair")


def test_a_line_at_the_top_names_who_led() -> None:
    assert people("- Led by Colin Dray", "# Present", "- Ann Baxter", "- Colin Dray")[1] == ("Colin Dray", "chair")
    assert people("Present: Ann Baxter, Colin Dray", "# Shed", "- Led by Colin Dray next time")[1][1] == "present"
    assert people("Present: Ann Baxter, Colin Dray", "- Roles", "  - Colin facilitating")[1] == ("Colin Dray", "chair")
    assert people("Present: Ann Baxter, Colin Dray", "- Roles", "  - Fern facilitating")[1][1] == "present"


def test_a_chair_whom_no_list_names() -> None:
    assert people("Held in Fern Hall and chaired by Anna Baxter.", "Present: Colin Dray")[1] == ("Anna Baxter", "chair")
    assert people("The meeting was called to order at 7 pm by Anna Baxter.", "It rained.") == [("Anna Baxter", "chair")]
    far = ["It rained."] * 20
    assert people("Present: Colin Dray", *far, "The panel was chaired by Anna Baxter.") == [("Colin Dray", "present")]


def test_a_chair_in_the_list_stays_the_chair() -> None:
    lines = ("Present: Ann Baxter (Chair), Colin Dray", "# 1. Garden", "The group chaired by Colin Dray met.")
    assert people(*lines) == [("Ann Baxter", "chair"), ("Colin Dray", "present")]
