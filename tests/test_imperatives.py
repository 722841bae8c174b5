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
        ("to work on the mast", "work on the mast"),
        ("To be tarred", "To be tarred"),
        ("needs to call the smith", "call the smith"),
        ("needs to be called", "needs to be called"),
        ("says that he will review the mast", "review the mast"),
        ("submitting new plans", "submit new plans"),
        ("My next steps are to ask the crew", "ask the crew"),
        ("look at the mast and will send a plan", "look at the mast and send a plan"),
        ("look at the mast and will not send a plan", "look at the mast and will not send a plan"),
        ("ask who tars the mast and will send it", "ask who tars the mast and will send it"),
        ("get tar and to send the bill", "get tar and send the bill"),
        ("ask the crew to get tar and to send the bill", "ask the crew to get tar and to send the bill"),
        ("has got the keys and will begin the work", "begin the work"),
        ("has written twice, needs to call them", "call them"),
        ("has to call them", "has to call them"),
    ],
)
def test_as_given(task: str, given: str) -> None:
    assert as_given(task, owned=True) == given


def test_what_no_owner_stands_before_may_be_a_subject() -> None:
    said = "Finishing the mast requires tar"
    assert as_given(said, owned=False) == said
