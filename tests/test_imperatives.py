"""The form in which tasks are given."""

from __future__ import annotations

import pytest

from minutextract.findings.imperatives import as_given


@pytest.mark.parametrize(
    ("task", "given"),
    [
        ("be looking into tar", "look into tar"),
        ("be raising the mast", "raise the mast"),
        ("be getting tar", "get tar"),
        ("Will be discussing the mast", "discuss the mast"),
        ("Will have a look", "have a look"),
        ("Will have tarred the mast", "Will have tarred the mast"),
        ("be gilding the mast", "be gilding the mast"),
        ("bringing this to the crew", "bring this to the crew"),
        ("meeting room to be painted", "meeting room to be painted"),
        ("Will try to tar the mast", "try to tar the mast"),
        ("Will to tar the mast", "Will to tar the mast"),
        ("Should we tar the mast", "Should we tar the mast"),
        ("tar the mast", "tar the mast"),
    ],
)
def test_as_given(task: str, given: str) -> None:
    assert as_given(task, owned=True) == given


def test_what_no_owner_stands_before_may_be_a_subject() -> None:
    said = "Finishing the mast requires tar"
    assert as_given(said, owned=False) == said
