"""Decisions that lists, counts, marks and a word or two tell, and lines that look like one; all invented."""

from __future__ import annotations

import pytest

from builders import minutes
from minutextract.findings.settling import settles
from minutextract.record import Flag


def texts(*body: str, labels: tuple[str, ...] = ()) -> list[str]:
    return [one.text for one in minutes(*body, labels=labels).decisions]


@pytest.mark.parametrize(
    ("said", "settled"),
    [
        ("Accepted the minutes of the previous meeting.", True),
        ("Approved the minutes are on the website.", None),
        ("The Trustees directed the Clerk to register the hut.", True),
        ("The Clerk directed the visitors to the hut.", None),
        ("QHC says yes", True),
        ("Old minutes: no problems", True),
        ("Conclusions", False),
        ("CONTINUE", False),
        ("Kit Loomis agrees", False),
        ("Ann Q1AB agreed with this.", False),
        ("CD agrees", False),
        ("Everyone agrees", None),
        ("All agreed", None),
        ("Kit abstain", False),
        ("4 abstain", None),
        ("@kit, @ann and @ben vote to buy oars", False),
        ("The members vote to buy oars", None),
        ("Hut accounts accepted", None),
        ("The audited accounts were adopted.", True),
        ("Accounts accepted", True),
        ("AB: let’s move on to the oars.", False),
        ("AB: let’s move the hut to the pier.", None),
        ("AB: we were going to propose a stove.", False),
        ("The winter fair to be discussed at a later date", False),
        ("The winter fair was deferred, to be discussed at a later date", None),
        ("This decision will be revisited when the boats are in.", False),
        ("A drawing of the hut was passed to all members before the meeting.", False),
        ("The motion was passed to the joy of all.", None),
        ("The minutes of May were unavailable for acceptance.", False),
        ("They will be attached to these minutes.", False),
    ],
)
def test_words_that_settle(said: str, settled: bool | None) -> None:
    assert settles(said) is settled


def test_a_count_of_votes_for_a_post_is_one_decision() -> None:
    lines = ("## Treasurer Vote", "12 Ann", "", "3 Ben Quill", "", "0 Nobody", "", "The hut is cold.")
    assert texts(*lines) == ["Treasurer Vote – 12 Ann, 3 Ben Quill, 0 Nobody"]
    assert texts("## Harbour", "12 Ann", "", "3 Ben") == []
    assert texts("## Treasurer Vote", "12 Ann", "", "The hut is cold.") == []


def test_members_of_committees_are_appointments() -> None:
    lines = ("- Committees: two people each", "  - Roof: Ann (chair), Ben", "  - Garden: Kit, Fay (chair)", "  - Boats")
    assert texts(*lines) == ["Roof: Ann (chair), Ben", "Garden: Kit, Fay (chair)"]
    assert texts(*(line.replace(" (chair)", "") for line in lines)) == []


def test_posts_and_names_below_an_election() -> None:
    assert texts("## Elect the next organizer and secretary", "- @ann - Organizer", "- @kit - Secretary") == [
        "@ann - Organizer",
        "@kit - Secretary",
    ]
    assert texts("## Harbour", "- @ann - Organizer", "- @kit - Secretary") == []


def test_a_mark_covers_the_sentences_behind_it() -> None:
    told = "Decision: the word stays. Whoever misuses it is told so. We change the leaflet."
    assert texts(told) == ["the word stays. Whoever misuses it is told so. We change the leaflet"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            ["Kit proposed:", "", "Shall we call the boat “Heron”.", "", "The proposal was adopted unanimously."],
            "Shall we call the boat “Heron” – The proposal was adopted unanimously",
        ),
        (
            [
                "2. Should a lamp be required on the pier. In practice nobody rows at night.",
                "",
                "So the lamp will be optional.",
            ],
            "Should a lamp be required on the pier. In practice nobody rows at night – So the lamp will be optional",
        ),
        (
            ["## Should meetings of the crew be open", "", "- DECISION: yes, move forward"],
            "Should meetings of the crew be open – yes, move forward",
        ),
        (["## Date of the regatta", "", "DECISION: 9 Sept at 15:00"], "Date of the regatta – 9 Sept at 15:00"),
        (
            ["## The next leaflet", "", "It was agreed that we should seek to print this in May."],
            "The next leaflet – It was agreed that we should seek to print this in May",
        ),
        (
            ["## Oars", "", "The old ones split. It was also agreed that the crew buy a number of those on offer."],
            "It was also agreed that the crew buy a number of those on offer",
        ),
        (
            ["The pier is long. They like it. It was agreed that it would be closed."],
            "The pier is long – It was agreed that it would be closed",
        ),
    ],
)
def test_what_a_decision_is_on(lines: list[str], text: str) -> None:
    assert texts(*lines, labels=("decision",))[-1] == text


@pytest.mark.parametrize(
    ("said", "settled"),
    [
        ("Council mandated KL to write to the ferry.", True),
        ("The minutes of 3 May 2024 were confirmed.", True),
        ("The March minutes went through after one correction.", True),
        ("The note of 3 May was confirmed, subject to one name.", True),
        ("The minutes of May were taken as read and signed.", True),
        ("The lamp policy was put off to the spring, as the price is not known.", True),
        ("Nobody stood and the matter was dropped for this year.", True),
        ("An amendment from Fay (for a month, then a look at it) was accepted by the proposer.", True),
        ("KL’s contract was extended for a year.", True),
        ("This Council resolves: to sell a boat.", False),
        ("This Union believes that boats are dear.", False),
        ("Carried forward: KL to paint it.", False),
        ("AP 2/3 (lamps): carried forward.", False),
        ("Keys (KL): carried forward, since the shed was moved.", False),
        ("AP 2/5 (boats): dropped, since nobody rows.", False),
        ("Superseded by Action 4, as the ferry came.", False),
        ("KL tabled the new policy.", False),
        ("Fay Glover objected to the word lamp.", False),
        ("The accounts were received.", False),
        ("Against: KL.", False),
        ("Abstained: KL and FG.", False),
        ("KL tabled the new policy, which was agreed.", None),
        ("Carried with one against.", None),
        ("The ferry told us that its contract was extended for a year.", None),
        ("The fair was put off until May because of the rain.", None),
        ("Ten minutes went by.", None),
        ("The deadline for the raft race was set to 1 May.", True),
        ("The next meeting date was set for 1 May.", None),
        ("Requested grade level: Adopted", False),
        ("KL: FYI the vote on the rules has passed.", False),
        ("Kit Loomis was promoted to Head Porter", False),
    ],
)
def test_words_of_councils(said: str, settled: bool | None) -> None:
    assert settles(said) is settled


@pytest.mark.parametrize(
    "line",
    [
        "A motion made by Ann Baxter to adjourn was seconded and approved.",
        "Ann: motion to close the regatta meeting; Colin Dray seconded. No objections, motion carried.",
        "It was moved by Ann Baxter that the meeting be adjourned, seconded by Colin Dray. Carried.",
        "The meeting was adjourned at 9 pm.",
        "Approved January 22nd, 2025",
        "Minutes approved: 4 May 2024",
        "At the 2019 annual meeting a vote on the oars was postponed.",
        "In 2021 the boats were approved by the members.",
        "Noted from the May Harbour Board meeting that it was agreed to dredge.",
        "Noted that the Town Council had voted for a ferry.",
    ],
)
def test_the_end_the_past_and_others_are_no_decision(line: str) -> None:
    assert texts("# Boats", line, labels=("decision",)) == []


@pytest.mark.parametrize(
    "line",
    [
        "The motion to adjourn the debate on oars was carried.",
        "The minutes of the 2019 annual meeting were approved.",
        "At the 2025 annual meeting the oars will be shown.",
        "Approved the plan of 4 May 2024",
        "Noted that the hut is dry.",
    ],
)
def test_decisions_that_only_resemble_those(line: str) -> None:
    assert len(texts("# Boats", line, labels=("decision",))) == 1


def test_items_below_a_report_of_another_meeting() -> None:
    assert texts("Noted from the May Harbour Board meeting that:", "- The quay is closed", labels=("decision",)) == []
    assert texts("Noted on boats:", "- The quay is closed", labels=("decision",)) == ["The quay is closed"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (
            ("# Old business", "Approve May notes", "- Ann and Colin seconded motion to approve. Motion carried."),
            "Approve May notes",
        ),
        (
            ("# Jetty election", "- Count for Ann Quill: 7 votes for, 0 against, 1 abstain"),
            "Jetty election – Count for Ann Quill: 7 votes for, 0 against, 1 abstain",
        ),
        (("Named:", "- Ann Quill", "- Ben Oakes", "Both were elected."), "Ann Quill, Ben Oakes – Both were elected"),
        (
            ("It was suggested that the oars be sold. Proposed: C Dray; seconded; F Glover; carried.",),
            "It was suggested that the oars be sold",
        ),
    ],
)  # fmt: skip
def test_what_a_bare_vote_is_on(lines: tuple[str, ...], text: str) -> None:
    labels = () if len(lines) == 1 or "Old" in lines[0] else ("decision",)
    assert texts(*lines, labels=labels)[-1] == text


def test_a_vote_on_nothing_that_is_told_is_flagged() -> None:
    for said in ("No objection to move forward.", "Quill and Oakes agree."):
        (one,) = minutes("# Notes", said, labels=("decision",)).decisions
        assert Flag.UNCERTAIN_LABEL in one.flags
    (one,) = minutes(
        "# Old business", "Ann and Colin seconded motion to approve. Approved by unanimous consent."
    ).decisions
    assert (one.text[:3], Flag.UNCERTAIN_LABEL in one.flags) == ("Ann", True)


def test_movers_in_brackets_leave_no_bracket_behind_and_initials_like_words_are_people() -> None:
    record = minutes(
        "Present:",
        "- Imogen Tarrow (IT)",
        "- Sam Quill (SQ)",
        "# 1. Finance",
        "Payments of 30 pounds were approved (proposed SQ, seconded IT).",
        "RESOLVED: that one lamp be bought [moved IT; seconded SQ].",
    )
    assert [one.text for one in record.decisions] == [
        "Payments of 30 pounds were approved",
        "RESOLVED: that one lamp be bought",
    ]
    movers = [[party.name for party in (*one.moved_by, *one.seconded_by)] for one in record.decisions]
    assert movers == [["Sam Quill", "Imogen Tarrow"], ["Imogen Tarrow", "Sam Quill"]]


BOLD_MOTION = (
    "The hut is cold.",
    "## Who does what",
    "The list of the old year was read.",
    "- Who stands",
    "  - Chair: Ann Baxter",
    "  - Porter: Kit Loomis",
    "  - **Motion: I move to approve the proposed Club Officers**",
    "    - **Maker: Fay Glover; Second: Kit Loomis; Voting: The motion passes by consensus**",
    "  - **Motion: I move to name Ann Baxter as our guest at the Raft Fund.**",
    "    - Discussion: Good to hear!",
    "    - **Maker: Ann Baxter; Second: Fay Glover; Voting: The motion passes by consensus**",
)


def test_motions_in_bold_open_no_item_and_settle_the_list_above() -> None:
    found = minutes(*BOLD_MOTION, labels=["decision"]).decisions
    assert [(one.text, one.moved_by[0].name, one.outcome and one.outcome.value) for one in found if one.moved_by] == [
        ("to approve the proposed Club Officers", "Fay Glover", "carried"),
        ("To name Ann Baxter as our guest at the Raft Fund", "Ann Baxter", "carried"),
    ]
    assert not [one for one in found if "Porter" in one.text or one.text.startswith("Motion")]


def test_a_numbered_line_in_bold_that_settles_its_item_is_a_decision() -> None:
    found = minutes(
        "1. **Apologies**",
        "Kit Loomis",
        "2. **The Minutes of the last meeting were agreed as a true record.**",
        "Noted.",
        labels=["decision"],
    )
    assert "The Minutes of the last meeting were agreed as a true record" in [one.text for one in found.decisions]


def test_what_is_appended_behind_the_end_of_the_minutes_is_no_part_of_them() -> None:
    found = minutes("The hut is to be sold.", "END OF MINUTES", "We settled on a raft in the end.", labels=["decision"])
    assert [one.text for one in found.decisions] == ["The hut is to be sold"]


def test_days_that_were_set_are_one_decision() -> None:
    [found] = minutes("The following dates were set for the raft race:", "- Entry: 1 May", "- Race: 9 May").decisions
    assert found.text.endswith("Entry: 1 May; Race: 9 May")
