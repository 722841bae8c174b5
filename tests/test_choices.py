"""Options side by side."""

from __future__ import annotations

import pytest

from builders import ROSTER, Keywords, document
from minutextract.pipeline import Pipeline

FIRST, SECOND = "  - Tar the roof, as noted by the crew", "  - Paint the roof, as noted by the crew"


@pytest.mark.parametrize(
    ("lines", "complete"),
    [
        (["- Three options:", FIRST, "  - Slate on the roof, as said by the crew"], [False]),
        (["- Two options:", FIRST, SECOND], [True, True]),
        (["- Two views:", FIRST, "  - Slate on the roof, as said by the crew"], [True]),
    ],
)
def test_an_option_is_no_point_without_those_beside_it(lines: list[str], complete: list[bool]) -> None:
    record = Pipeline(Keywords()).analyse(document(*ROSTER, *lines))
    assert [one.complete for one in record.insights] == complete


@pytest.mark.parametrize(("beside", "complete"), [("Old account", False), ("Old account as noted in May", True)])
def test_a_sum_is_no_point_without_those_beside_it(beside: str, complete: bool) -> None:
    lines = ["Account of the hall, as noted £146.30", f"{beside} £1,226.42"]
    record = Pipeline(Keywords()).analyse(document(*ROSTER, *lines))
    assert record.insights[0].complete == complete
