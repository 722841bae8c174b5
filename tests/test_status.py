"""Words that say how an earlier action stands."""

from __future__ import annotations

import pytest

from minutextract.structure.status import cell_status, is_done, is_status, status_in, status_told


@pytest.mark.parametrize(
    ("said", "progress", "left"),
    [
        ("Action carried forwards", "carried", ""),
        ("Completed.", "done", ""),
        ("Done: the pump runs again", "done", ""),
        ("AB to call - DONE (see the log)", "done", "AB to call"),
        ("AB to call [done]", "done", "AB to call"),
        ("AB to call - DONE: see the log", "done", "AB to call"),
        ("AB to call (ongoing)", "in-progress", "AB to call"),
        ("AB to call - IN PROGRESS", "in-progress", "AB to call"),
        ("AB to call. Not done.", "carried", "AB to call"),
        ("AB to call - no longer needed", "dropped", "AB to call"),
        ("Unchanged: waiting for the plumber", "carried", ""),
        ("CONTINUE.", "carried", ""),
        ("AB to call. Resolved through https://tarn.example/7", "done", "AB to call"),
        ("AB to call - fixed in #12", "done", "AB to call"),
    ],
)
def test_a_status_and_the_task_before_it(said: str, progress: str, left: str) -> None:
    found = status_in(said)
    assert found is not None
    assert (found.progress.value, said[: found.start]) == (progress, left)


@pytest.mark.parametrize(
    "said",
    [
        "AB to get the work done",
        "AB to file the completed forms",
        "Closed doors keep heat in",
        "AB to check what is pending",
        "AB to continue",
        "AB to see how it was resolved in the end",
    ],
)
def test_no_status(said: str) -> None:
    assert status_in(said) is None


def test_statuses_that_are_not_set_off() -> None:
    assert status_told("AB is still working on this.") == "in-progress"
    assert status_told("AB called the plumber.") is None


@pytest.mark.parametrize(
    ("said", "progress"),
    [("Yes", "done"), ("Done on 3 May", "done"), ("Ongoing; see item 2", "in-progress"), ("", None), ("Open", None)],
)
def test_cells(said: str, progress: str | None) -> None:
    assert cell_status(said) == progress


def test_words_that_are_nothing_but_a_status() -> None:
    assert is_status("Action complete") and is_done("Action complete")
    assert is_status("Ongoing.") and not is_done("Ongoing.")
    assert is_status("n/a") and not is_status("Done by AB in May")
