"""Words and capitals that are nobody's name or initials, and those that are although they look otherwise."""

from __future__ import annotations

import pytest

from builders import ROSTER, minutes

_MORE = (*ROSTER[:3], "- Andrew Pell", "- Petra Reed", *ROSTER[3:])


def mentioned(*body: str) -> set[str]:
    """The words that the body has for people."""
    record = minutes(*body, roster=_MORE)
    start = record.document.text.index(body[0].lstrip("- *#")[:12])
    return {
        one.span.of(record.document.text)
        for one in record.mentions
        if one.span.start >= start and one.person is not None
    }


@pytest.mark.parametrize(
    "body",
    [
        ("And then the pump was mended.",),
        ("And also the gate will be painted.",),
        ("This PR is merged.", "The next big PR is this one.", "A PR was opened.", "Two PRs are open."),
    ],
)
def test_nobody(body: tuple[str, ...]) -> None:
    assert mentioned(*body) == set()


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (("PR will paint the gate.",), "PR"),
        (("Andr said the pump leaks.",), "Andr"),
        (("Kl needs to call the plumber.",), "Kl"),
    ],
)
def test_somebody(body: tuple[str, ...], word: str) -> None:
    assert word in mentioned(*body)
