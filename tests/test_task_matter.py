"""What a task is about: its label, or what stands before it where its own words do not say it."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.findings.bare_tasks import bare_task
from minutextract.findings.pointers import points_back


def texts(*body: str) -> list[str]:
    return [one.text for one in minutes(*body, labels=["action"]).actions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lamp glass - AB to source.", "Lamp glass - source"),
        ("Lamp glass: AB to order more.", "Lamp glass - order more"),
        ("Lamp glass - (AB) to order more.", "Lamp glass - order more"),
        ("Garden - AB to rake the leaves.", "rake the leaves"),
        ("Update: AB to rake the leaves.", "rake the leaves"),
        ("AB: I'll rake the leaves.", "rake the leaves"),
        ("AB will also rake the leaves.", "rake the leaves"),
        ("AB will be meeting the glazier.", "meet the glazier"),
        ("AB will be gilding the lamp.", "gilding the lamp"),
        ("AB please rake the leaves.", "AB please rake the leaves"),
        ("AB and KL still have to rake the leaves.", "rake the leaves"),
        ("AB opens the old hut.", "open the old hut"),
        ("AB gilds the old hut.", "gilds the old hut"),
        ("AB to rake the leaves Continued.", "rake the leaves"),
        ("AB said she has a friend who can and will ask him.", "ask him (“AB said she has a friend who can”)"),
        ("Agreed to rake the leaves into a heap.", "rake the leaves into a heap"),
        ("Agreed to be raked by the crew.", "Agreed to be raked by the crew"),
        ("AB to rake the leaves. [still pending, low priority]", "rake the leaves"),
        ("AB to rake the leaves [all of them]", "rake the leaves [all of them]"),
        ("Ayes carry and we will rake all of the leaves.", "rake all of the leaves"),
    ],
)
def test_label_and_task(text: str, expected: str) -> None:
    assert texts(text) == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            ("Motion to buy a pump. There was no second and the motion failed. AB will buy it alone.",),
            "buy it alone (“Motion to buy a pump”)",
        ),
        (("The pump drips.", "AB will bring this short list to the council."), "bring this short list to the council"),
        (
            ("The mayor has the plans of the pump. AB will follow up separately.",),
            "follow up separately (“The mayor has the plans of the pump”)",
        ),
        (("The pump drips. AB will write a new letter for that.",), "write a new letter for that (“The pump drips”)"),
        (("The pump drips.", "AB will look at it."), "look at it (“The pump drips”)"),
        (("The pump drips again, AB to telephone and chase.",), "telephone and chase (“The pump drips again”)"),
        (
            ("The pump plan was shown. AB will review and report next month.",),
            "review and report next month (“The pump plan was shown”)",
        ),
        (
            ("The pump of the hut drips. Enquiries will be made.",),
            "Enquiries will be made (“The pump of the hut drips”)",
        ),
        (
            ("Somebody wants to know what the pump costs. KL offered to pass on the information requested.",),
            "pass on the information requested (“Somebody wants to know what the pump costs”)",
        ),
        (
            ("The pump has a new lid. Will be added to the plan.",),
            "Will be added to the plan (“The pump has a new lid”)",
        ),
        (
            ("Draft 1 of the plan of the yard. Slight changes to be made.",),
            "Slight changes to be made (“Draft 1 of the plan of the yard”)",
        ),
        (("Slight changes to be made to the plan.",), "Slight changes to be made to the plan"),
        (("No word of the pumps. AB will oil them weekly.",), "oil them weekly (“No word of the pumps”)"),
        (("New ropes for the winch, AB to start discussion.",), "start discussion (“New ropes for the winch”)"),
        (
            ("The pump drips. KL needs to call the plumber. AB will help out.",),
            "help out (“The pump drips. KL needs to call the plumber”)",
        ),
        (
            ("A quote for the pump came in. The quote is £400. AB will take this to the council.",),
            "take this to the council (“A quote for the pump came in”)",
        ),
        (("Pump - Kit may be looking after this. AB to ask.",), "ask (“Pump - Kit may be looking after this”)"),
        (("Many pumps are rusty. AB to give everything a clean.",), "give everything a clean (“Many pumps are rusty”)"),
        (("The pump drips. AB will bring this to the council.",), "bring this to the council (“The pump drips”)"),
        (("The pump drips. AB will make the necessary calls.",), "make the necessary calls (“The pump drips”)"),
        (
            ("The pump had been found dripping and AB was to ask for its repair.",),
            "ask for its repair (“The pump had been found dripping”)",
        ),
        (("- Pump in the yard", "  - AB to look at it"), "look at it (“Pump in the yard”)"),
        (("- Pump in the yard", "  - AB to get a quote"), "get a quote (“Pump in the yard”)"),
        (("- Kit Loomis", "  - AB to get a quote"), "get a quote"),
        (("- Next steps:", "  - AB to get a quote"), "get a quote"),
        (
            ("- Pump in the yard", "  - AB to get three quotes from plumbers for the pump"),
            "get three quotes from plumbers for the pump",
        ),
        (("The pump drips. AB will call the plumber and ask him to come.",), "call the plumber and ask him to come"),
        (("The pump drips. AB will call Wanda Xavier this week.",), "call Wanda Xavier this week"),
    ],
)
def test_what_it_is_about(body: tuple[str, ...], expected: str) -> None:
    assert texts(*body)[-1] == expected


def test_a_long_matter_is_cut_at_a_word() -> None:
    [*_, text] = texts(f"The pump drips {'and drips ' * 30}now. AB will look at it.")
    assert text.endswith("and …”)") and len(text) < 190


def test_a_matter_without_a_space_is_cut_all_the_same() -> None:
    [*_, text] = texts(f"- Pump{'drip' * 60}", "  - AB to look at it")
    assert "Pumpdrip" in text and len(text) < 190


def test_a_matter_without_words_is_left_out() -> None:
    assert texts("- 12:30.", "  - AB to look at it")[-1] == "look at it"


def test_what_a_task_is_about_gives_it_no_date() -> None:
    found = minutes("The pump broke on 5 May 2024. AB will look at it.", labels=["action"]).actions[-1]
    assert found.due.date is None


@pytest.mark.parametrize("task", ["look into that", "have a look at it", "tell him on Monday", "weigh up the proposal"])
def test_points_back(task: str) -> None:
    assert points_back(task)


@pytest.mark.parametrize(
    "task",
    [
        "call the plumber and pay it",
        "read the proposal of the club",
        "say that it rains",
        "meet this week",
        "ask Jo if she may",
    ],
)
def test_says_all(task: str) -> None:
    assert not points_back(task)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (("The pump drips. It wets the yard. AB will look at it.",), "look at it (“The pump drips. It wets the yard”)"),
        (("They left. It rained. AB will look at it.",), "look at it"),
        (("- CD to ask", "- AB will look at it"), "look at it"),
        (("- The pump - CD to ask", "- AB will look at it"), "look at it"),
        (("- July 27-31 (5 days)", "  - AB to get a quote"), "get a quote"),
        (("- Volunteers: Ann, Ben, Kit", "  - AB to get a quote"), "get a quote"),
        (("- Quote", "  - AB to get a quote"), "get a quote"),
        (("The pump drips. It was agreed to invite a plumber.",), "invite a plumber"),
    ],
)
def test_no_matter_rather_than_a_wrong_one(body: tuple[str, ...], expected: str) -> None:
    assert texts(*body)[-1] == expected


@pytest.mark.parametrize(
    ("task", "bare"),
    [
        ("TODO: rake the leaves", "rake the leaves"),
        ("rake the leaves. [still no word of the rake", "rake the leaves"),
        ("ask again.]", "ask again"),
        ("rake [all of] the leaves", "rake [all of] the leaves"),
        ("rake the leaves [twice]", "rake the leaves [twice]"),
    ],
)
def test_marks_around_task(task: str, bare: str) -> None:
    assert bare_task(task, task) == bare
