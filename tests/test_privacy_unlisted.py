"""People whom no list has: found in running text, and not in capitals that name other things."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.privacy.unlisted import unlisted_names


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (("# 1. Fees", "We heard from Grace Hartnell about the fees."), ["Grace Hartnell"]),
        (("# 1. Grace Period for fees", "The fees were raised."), []),
        (("Present:", "- Ann Baxter, Grace Harbour Trust", "# 1. Fees", "The fees were raised."), []),
        (("Present:", "- Grace Hartnell", "# 1. Fees", "Grace Hartnell raised the fees."), []),
        (("# 1. Grace Hartnell on fees", "It was Grace Hartnell who raised them."), ["Grace Hartnell"]),
    ],
)
def test_names_that_no_list_has(body: tuple[str, ...], names: list[str]) -> None:
    assert unlisted_names(minutes(*body)) == names
