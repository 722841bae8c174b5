"""Sentences with a task split into commitments, each with its owner."""

from __future__ import annotations

import pytest

from builders import minutes


def tasks(*body: str) -> list[tuple[str, list[str]]]:
    """Tasks and the names of their owners."""
    return [(one.text, [owner.name for owner in one.owners]) for one in minutes(*body, labels=["action"]).actions]


ONE = [
    # The owner in front of a modal
    ("AB to call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("AB will call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("AB should call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("AB needs to call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("AB agreed to call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("AB offered to call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("AB undertook to call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("AB volunteered to call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("AB was asked to call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("AB took an action to call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("Kit Loomis to call the plumber.", "call the plumber", ["Kit Loomis"]),
    ("Mr Loomis to call the plumber.", "call the plumber", ["Kit Loomis"]),
    ("It was agreed that KL would call the plumber.", "call the plumber", ["Kit Loomis"]),
    ("The roof leaks, so it was left that KL will call the plumber.", "call the plumber", ["Kit Loomis"]),
    # Several, groups, offices
    ("AB and KL to call the plumber.", "call the plumber", ["Ann Baxter", "Kit Loomis"]),
    ("AB/KL to call the plumber.", "call the plumber", ["Ann Baxter", "Kit Loomis"]),
    ("AB, KL and FG to call the plumber.", "call the plumber", ["Ann Baxter", "Kit Loomis", "Fay Glover"]),
    ("All to read the plan.", "read the plan", ["All"]),
    ("Members to read the plan.", "read the plan", ["Members"]),
    ("The Clerk to write to the council.", "write to the council", ["Olive Pryor"]),
    ("The Treasurer will pay the bill.", "pay the bill", ["Colin Dray"]),
    # Whoever it is, where from
    ("JO from Strategic Works is to draft a line.", "draft a line", ["JO"]),
    ("Kit from the Works Team will draft a line.", "draft a line", ["Kit Loomis"]),
    ("The Ferry Company is to resend the timetable.", "resend the timetable", ["The Ferry Company"]),
    # Accounts behind names
    ("Kit (kl703) to email the plumber.", "email the plumber", ["Kit Loomis"]),
    ("Moss (mb12), Ann (ab4) and Kit (@kit) to give talks.", "give talks", ["Moss", "Ann Baxter", "Kit Loomis"]),
    ("The supervisors are going to meet the builder.", "meet the builder", ["The supervisors"]),
    # Asked by somebody
    ("AB asked KL to call the plumber.", "call the plumber", ["Kit Loomis"]),
    ("Members asked KL to call the plumber.", "call the plumber", ["Kit Loomis"]),
    ("The committee instructed the Clerk to write to the council.", "write to the council", ["Olive Pryor"]),
    ("AB will ask KL to call the plumber.", "ask KL to call the plumber", ["Ann Baxter"]),
    # Marks
    ("Action: AB to call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("ACTION AB: call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("ACTION AB to call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("Action - AB: call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("ACTION [AB, KL]: call the plumber.", "call the plumber", ["Ann Baxter", "Kit Loomis"]),
    ("Action (AB): call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("TODO KL: call the plumber.", "call the plumber", ["Kit Loomis"]),
    ("AP: KL to call the plumber.", "call the plumber", ["Kit Loomis"]),
    # Before a colon or dash
    ("AB: call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("AB - call the plumber.", "call the plumber", ["Ann Baxter"]),
    ("Kit Loomis: call the plumber.", "call the plumber", ["Kit Loomis"]),
    # Behind the task
    ("Call the plumber (AB).", "Call the plumber", ["Ann Baxter"]),
    ("Call the plumber [AB/KL]", "Call the plumber", ["Ann Baxter", "Kit Loomis"]),
    ("Call the plumber. (AB/KL)", "Call the plumber", ["Ann Baxter", "Kit Loomis"]),
    ("The bill is to be paid by KL.", "The bill is to be paid by KL", ["Kit Loomis"]),
    ("AB to ask about the bill. (AB/KL)", "ask about the bill", ["Ann Baxter", "Kit Loomis"]),
    # The present tense
    ("AB is chasing the plumber.", "is chasing the plumber", ["Ann Baxter"]),
    ("AB sends the plan to the council.", "send the plan to the council", ["Ann Baxter"]),
    # Nobody
    ("The plumber is to be called.", "The plumber is to be called", []),
    ("Call the plumber.", "Call the plumber", []),
]


@pytest.mark.parametrize(("text", "task", "owners"), ONE, ids=[case[0] for case in ONE])
def test_one_commitment(text: str, task: str, owners: list[str]) -> None:
    [(said, names)] = tasks(text)
    assert names == owners
    assert said.startswith(task)


@pytest.mark.parametrize(
    "text",
    [
        "The Chair asked KL to call the plumber.",
        "The Treasurer told KL to call the plumber.",
        "The Chair asked Kit Loomis to call the plumber.",
    ],
)
def test_an_office_asks_somebody(text: str) -> None:
    assert [names for _, names in tasks(text)] == [["Kit Loomis"]]


SEVERAL = [
    (
        "AB to call the plumber, and KL to pay the bill.",
        [("call the plumber", ["Ann Baxter"]), ("pay the bill", ["Kit Loomis"])],
    ),
    (
        "AB to call the plumber and KL will pay the bill.",
        [("call the plumber", ["Ann Baxter"]), ("pay the bill", ["Kit Loomis"])],
    ),
    (
        "Action: AB to call the plumber; KL to pay the bill; FG to sweep.",
        [("call the plumber", ["Ann Baxter"]), ("pay the bill", ["Kit Loomis"]), ("sweep", ["Fay Glover"])],
    ),
    (
        "AB will call the plumber while the Clerk will pay the bill.",
        [("call the plumber", ["Ann Baxter"]), ("pay the bill", ["Olive Pryor"])],
    ),
    ("AB will ping KL to mend the pump.", [("ping KL to mend the pump", ["Ann Baxter"])]),
    ("AB to call the plumber and to pay the bill.", [("call the plumber and pay the bill", ["Ann Baxter"])]),
    ("AB to send KL the plan.", [("send KL the plan", ["Ann Baxter"])]),
    ("AB to help KL to pay the bill.", [("help KL to pay the bill", ["Ann Baxter"])]),
    ("AB to talk to KL to settle the bill.", [("talk to KL to settle the bill", ["Ann Baxter"])]),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[case[0] for case in SEVERAL])
def test_several_commitments(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert tasks(text) == expected


def test_quotes_of_a_split_sentence_do_not_overlap() -> None:
    record = minutes("AB to call the plumber, and KL to pay the bill.", labels=["action"])
    assert [action.span.of(record.document.text) for action in record.actions] == [
        "AB to call the plumber",
        "KL to pay the bill.",
    ]


@pytest.mark.parametrize("margin", ["KL", "ACTION: KL", "Action KL", "AB/KL", "All"])
def test_an_owner_in_the_margin(margin: str) -> None:
    action = minutes("The plumber is to be called.", margin, labels=["action"]).actions[0]
    assert action.owners[-1].name == ("All" if margin == "All" else "Kit Loomis")


def test_a_name_further_down_is_no_margin() -> None:
    first = minutes("The plumber is to be called.", "The shed leaks.", "KL", labels=["action"]).actions[0]
    assert first.owners == ()


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("AB to work with KL to call the plumber.", ["Kit Loomis"]),
        ("AB to liaise with KL and FG on the bill.", ["Kit Loomis", "Fay Glover"]),
        ("AB to meet with members about the bill.", ["members"]),
        ("AB to work with care.", []),
        ("AB to call the plumber.", []),
    ],
)
def test_those_whom_a_task_is_done_with(text: str, others: list[str]) -> None:
    [action] = minutes(text, labels=["action"]).actions
    assert ([owner.name for owner in action.owners], [one.name for one in action.with_whom]) == (["Ann Baxter"], others)


TRAPS: list[tuple[str, list[list[str]]]] = [
    ("Fence Repairs to be completed by June.", [[]]),
    ("Everyone except KL to sweep.", [["Everyone except KL"]]),
    ("It was proposed by AB and seconded by KL to buy seeds.", [[]]),
    ("The bill was paid by AB and will be filed by KL.", [["Kit Loomis"]]),
    ("KL will pay if AB agrees to sign.", [["Kit Loomis"]]),
    ("Unless AB agrees to sign, KL will pay.", [["Kit Loomis"]]),
    ("AB to ask whether KL will pay.", [["Ann Baxter"]]),
    ("@KL to call the plumber.", [["Kit Loomis"]]),
]


@pytest.mark.parametrize(("text", "owners"), TRAPS, ids=[text for text, _ in TRAPS])
def test_who_is_not_to_act(text: str, owners: list[list[str]]) -> None:
    assert [names for _, names in tasks(text)] == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("AB thanked KL who will call the plumber.", [[]]),
        ("KL to send the bill to AB to sign.", [["Kit Loomis"]]),
        ("KL to call the plumber (see AB’s note).", [["Kit Loomis"]]),
        ("AB reported that the council will mend the pier.", [["the council"]]),
        ("AB reminded members to pay.", [["members"]]),
        ("Ask KL and FG to call the plumber.", [[]]),
        ("Ask the stewards to bring chairs.", [[]]),
        ("Hire KL to paint it.", [[]]),
        ("We need to talk to AB and KL to settle the bill.", [[]]),
        ("Everybody is invited to read the plan.", [["Everybody"]]),
        ("The clubs are encouraged to meet.", [["The clubs"]]),
        ("Proposal: KL takes an action item to call the plumber.", [["Kit Loomis"]]),
        ("Tea on 3 May (KL will bring cups)", [["Kit Loomis"]]),
        ("AB asks KL to call the plumber.", [["Kit Loomis"]]),
        ("KL is meant to be writing it.", [["Kit Loomis"]]),
        ("AB asked the Clerk to inform Una Holt, Chairman of the Rowing Club, to mend the pier.", [["Olive Pryor"]]),
        ("The Clerk was to ask KL that the Garden Committee would like to know the price.", [["Olive Pryor"]]),
        ("Letter to AB to be written.", [[]]),
        ("Nobody volunteered to call the plumber.", [[]]),
        ("May to be kept free.", [[]]),
        ("AB noted the leak. She will call the plumber.", [[], ["Ann Baxter"]]),
    ],
)
def test_who_is_to_act_among_others(text: str, owners: list[list[str]]) -> None:
    assert [names for _, names in tasks(text)] == owners


@pytest.mark.parametrize(
    ("text", "owners", "helpers"),
    [
        ("KL with help from AB and FG will write it.", ["Kit Loomis"], ["Ann Baxter", "Fay Glover"]),
        ("KL together with AB to write it.", ["Kit Loomis"], ["Ann Baxter"]),
        ("Action KL: ask AB to write it.", ["Kit Loomis"], []),
        ("Action - Tarn - Beck: write it.", ["Tarn", "Beck"], []),
        ("Action KL: Email AB and FG to ask for it.", ["Kit Loomis"], []),
        ("KL is happy to write it.", ["Kit Loomis"], []),
        ("KL was tasked with writing it.", ["Kit Loomis"], []),
        ("In the meantime the Clerk was to write it.", ["Olive Pryor"], []),
        ("To write it (KL/OTHERS WELCOME)", ["Kit Loomis"], []),
    ],
)
def test_who_acts_and_who_helps(text: str, owners: list[str], helpers: list[str]) -> None:
    [found] = minutes(text, labels=["action"]).actions
    assert [owner.name for owner in found.owners] == owners
    assert [owner.name for owner in found.with_whom] == helpers


def test_who_speaks_in_a_transcript_owns_only_what_they_take_on() -> None:
    talk = ["AB: the pump is old.", "KL: it is, and it leaks."] * 6
    record = minutes(
        *talk,
        "AB: please write to the plumber.",
        "KL: I will call the plumber.",
        "Action: AB: sweep.",
        labels=["action"],
    )
    assert [[owner.name for owner in one.owners] for one in record.actions[-3:]] == [[], ["Kit Loomis"], ["Ann Baxter"]]


def test_a_list_behind_a_preposition_owns_nothing() -> None:
    [found] = minutes("Liaise with Tarn and KL to compare the maps.", labels=["action"]).actions
    assert found.owners == ()


@pytest.mark.parametrize(
    "text", ["ACTION - KL to write it.", "As a friend of the Harbour Committee, KL agreed to write it."]
)
def test_an_owner_behind_a_dash_or_an_introduction(text: str) -> None:
    [found] = minutes(text, labels=["action"]).actions
    assert [owner.name for owner in found.owners] == ["Kit Loomis"]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("ACTION - The group needs to sweep the yard.", "The group"),
        ("ACTION - Garden team to sweep the yard.", "Garden team"),
        ("Action – The Garden team to sweep the yard.", "The Garden team"),
    ],
)
def test_a_label_before_a_dash_is_no_owner(text: str, owner: str) -> None:
    assert tasks(text) == [("sweep the yard", [owner])]


def test_what_everyone_had_is_nobodys_task() -> None:
    said = "It was felt that everyone had had plenty of time to comment on the plan."
    assert all(owners == [] for _, owners in tasks(said))
