"""Words of others that minutes quote are not the meeting's own, in invented lines."""

from __future__ import annotations

import pytest

from builders import minutes

CHAT = "kit| Who owns the old pier? HM| The harbour does. We signed a lease for it in May."


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ([CHAT], False),
        (["The harbour said: “The pier is old. Our lease ends in May.”"], False),
        (["Letter from the harbour master:", "Our lease of the old pier ends in May."], False),
        (["The harbour master wrote:", "The old pier was closed for the winter."], True),
        (["The harbour said: “The pier is old.” Our lease ends in May."], True),
        (["Other matters:", "Our lease of the old pier ends in May."], True),
        (["- Letter from the harbour master:", "- Our lease of the old pier ends in May."], True),
    ],
    ids=lambda case: case[-1] if isinstance(case, list) else str(case),
)
def test_we_of_a_quotation_is_not_the_meeting(lines: list[str], whole: bool) -> None:
    assert minutes(*lines, labels=["insight"]).insights[-1].complete == whole
