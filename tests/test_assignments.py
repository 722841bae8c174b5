"""Owners that stand in another line than the task, or whom the words turn to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from builders import ROSTER, Always, document, minutes
from minutextract.corpus import LABELS, Unit
from minutextract.pipeline import Pipeline
from minutextract.record import Action, Flag

Owned = list[tuple[str, list[str]]]


class Scored(Always):
    """A scorer that finds an action as likely in every unit as it is told to."""

    def __init__(self, action: float) -> None:
        super().__init__()
        self._action = action

    def scores(self, units: Sequence[Unit]) -> list[dict[str, float]]:
        """The likelihood for actions, 0.0 for the other labels."""
        return [dict.fromkeys(LABELS, 0.0) | {"action": self._action} for _ in units]


def scored(score: float, *lines: str) -> Sequence[Action]:
    """The actions in lines that a classifier gives this score."""
    return Pipeline(Scored(score)).analyse(document(*ROSTER, *lines)).actions


@pytest.mark.parametrize(
    ("question", "tasks"), [("Who would like to lead it?", 1), ("Who can attend the fair?", 0), ("Who was there?", 0)]
)
def test_a_name_below_a_question(question: str, tasks: int) -> None:
    assert len(scored(0.0, f"- {question}", "  - Kit")) == tasks


def owned(*body: str) -> Owned:
    """Tasks and the names of their owners, every sentence being an action."""
    return [(one.text, [owner.name for owner in one.owners]) for one in minutes(*body, labels=["action"]).actions]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # Who is on what
        (
            ("- KL and FG on the roof", "- Hob, AB on the drains", "- Fence: KL, CD"),
            [
                ("on the roof", ["Kit Loomis", "Fay Glover"]),
                ("on the drains", ["Hob", "Ann Baxter"]),
                ("Fence: KL, CD", ["Kit Loomis", "Colin Dray"]),
            ],
        ),
        (("KL and FG are on the roof, all help.",), [("are on the roof, all help", ["Kit Loomis", "Fay Glover"])]),
        # A question and its answer
        (("- Who would like to lead the walk?", "  - Kit"), [("lead the walk", ["Kit Loomis"])]),
        # The next sentence, or the bullet below
        (("Paint the shed. KL will do this.",), [("Paint the shed", ["Kit Loomis"])]),
        (("Paint the shed.", "- KL, FG to work on this."), [("Paint the shed", ["Kit Loomis", "Fay Glover"])]),
        # The line above
        (
            ("- Volunteers: KL, FG", "  - Sweep the yard.", "  - To paint the shed."),
            [("Sweep the yard", ["Kit Loomis", "Fay Glover"]), ("paint the shed", ["Kit Loomis", "Fay Glover"])],
        ),
        (("Actions for KL:", "- Sweep the yard."), [("Sweep the yard", ["Kit Loomis"])]),
        (
            ("- Sweep the whole yard", "  - Volunteers: KL, FG"),
            [("Sweep the whole yard", ["Kit Loomis", "Fay Glover"])],
        ),
        # Two people, two verbs
        (
            ("KL paints the shed, FG sweeps the yard.",),
            [("paint the shed", ["Kit Loomis"]), ("sweeps the yard", ["Fay Glover"])],
        ),
        # Whom the words turn to
        (("Kit, you'll definitely want to sweep the yard.",), [("sweep the yard", ["Kit Loomis"])]),
        (("Kit, can you sweep the yard?",), [("sweep the yard", ["Kit Loomis"])]),
        (("Can everyone check the list?",), [("check the list", ["everyone"])]),
        (("AB asked people to add their plans.",), [("AB asked people to add their plans", ["people"])]),
        (("AB - can KL and FG sweep the yard?",), [("sweep the yard", ["Kit Loomis", "Fay Glover"])]),
        (("AB: Can KL sweep the yard?",), [("sweep the yard", ["Kit Loomis"])]),
        # Behind the task
        (("Translate the leaflet. (Kit - Oslo)",), [("Translate the leaflet", ["Kit Loomis"])]),
        (("We look for a way in (action on KL and FG).",), [("We look for a way in", ["Kit Loomis", "Fay Glover"])]),
        (("Roofs will be mended by KL and FG.",), [("Roofs will be mended by KL", ["Kit Loomis", "Fay Glover"])]),
        (("Action: KL & FG (All): sweep the yard.",), [("sweep the yard", ["Kit Loomis", "Fay Glover", "All"])]),
        # Told to, by a body
        (("The Directors directed the Company Secretary to keep a book.",), [("keep a book", ["Company Secretary"])]),
        (("Members were urged to sign the letter.",), [("sign the letter", ["Members"])]),
        (("Council is attempting to set a day.",), [("set a day", ["Council"])]),
        (("Action: Kit plan a walk.",), [("plan a walk", ["Kit Loomis"])]),
        (("Next week KL will sweep the yard.",), [("sweep the yard", ["Kit Loomis"])]),
        (("Lastly, KL will sweep the yard.",), [("sweep the yard", ["Kit Loomis"])]),
        (("PR103 - KL to mend it.",), [("mend it", ["Kit Loomis"])]),
        # Somebody else's task in brackets
        (
            ("We should go on with the letters (KL promised to send them).",),
            [("We should go on with the letters", []), ("send them", ["Kit Loomis"])],
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_owners_in_other_words(body: tuple[str, ...], expected: Owned) -> None:
    found = owned(*body)
    assert [names for _, names in found] == [names for _, names in expected]
    for (said, _), (task, _) in zip(found, expected, strict=True):
        assert said.partition(" (“")[0].startswith(task)


@pytest.mark.parametrize(
    "body",
    [
        # "They" are whoever stands in between
        ("KL spoke to Tarn Bakery and they will lend a van.",),
        # A noun that a mark leads
        ("Action: Map forms of the old town.",),
        # A state
        ("Kit", "- New doors for the shed needed"),
        # Names that head a list of their own
        ("- Invited to the party: KL, FG",),
        ("Kit, can you hear me?",),
        ("Who will lead the walk?", "Kit said that nobody can."),
    ],
)
def test_nobody_owns_it(body: tuple[str, ...]) -> None:
    assert [names for _, names in owned(*body) if names] == []


def test_a_task_for_two_is_not_split() -> None:
    assert owned("KL to plan for Fay and Hugo to meet.") == [("plan for Fay and Hugo to meet", ["Kit Loomis"])]


@pytest.mark.parametrize("text", ["Guests on the long list should sign up (KL).", "Spoke to the baker (KL)."])
def test_a_name_behind_a_remark_is_in_doubt(text: str) -> None:
    [action] = minutes(text, labels=["action"]).actions
    assert Flag.DOUBTFUL_OWNER in action.flags


@pytest.mark.parametrize("text", ["Paint the shed (KL).", "Signs to be put up (KL).", "We will print them (KL)."])
def test_a_name_behind_a_task_is_not(text: str) -> None:
    [action] = minutes(text, labels=["action"]).actions
    assert Flag.DOUBTFUL_OWNER not in action.flags


GRANT = ("# Minutes of the Tarn Club held on 4 March 2024", "Present:", "- Grant Ludd", "- Ida Vane", "# 1. Garden")


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (("Grant to put up the fence.", "The keys are with Grant and Ida."), ["Grant Ludd"]),
        (("Grant to put up the fence.", "The keys are with Ida."), []),
        (("Grant to put up the fence.", "The keys are with Grant, and a grant is sought."), []),
    ],
)
def test_a_first_name_that_is_a_word(body: tuple[str, ...], names: list[str]) -> None:
    first = minutes(*body, labels=["action"], roster=GRANT).actions[0]
    assert [owner.name for owner in first.owners] == names


HANDLES = ("# Minutes of the Tarn Club held on 4 March 2024", "Present: @quill, @mossy, @ferret", "# 1. Garden")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@quill volunteered to sweep the yard.", ["quill"]),
        ("@quill - sweep the yard.", ["quill"]),
        ("@quill - can @mossy and @ferret sweep the yard?", ["mossy", "ferret"]),
        ("Mail it to post@quill to sweep the yard.", []),
    ],
)
def test_a_handle_of_the_list_is_a_name(text: str, names: list[str]) -> None:
    [action] = minutes(text, labels=["action"], roster=HANDLES).actions
    assert [owner.name.lstrip("@") for owner in action.owners] == names


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("The film will need cutting.", 0.05),
        ("Posters still need to be printed.", 0.15),
        ("Further query the number of homes.", 0.15),
        ("All members are encouraged to sign up.", 0.2),
        ("He asks members to send their ideas.", 0.05),
        ("Members have 30 days to comment.", 0.01),
        ("Can everyone check they have a key?", 0.12),
        ("Should ask about the old gate.", 0.01),
        ("We will release this in May.", 0.17),
        ("Ensure that guests know the rules.", 0.12),
        ("Talks must be written and handed in by 4 June.", 0.3),
        ("We look for a way in (action on KL).", 0.0),
    ],
)
def test_plain_words_of_a_task(text: str, score: float) -> None:
    assert len(scored(score, text)) == 1


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("The film needs nothing.", 0.2),
        ("Should we ask about the old gate?", 0.2),
        ("We will see.", 0.3),
        ("Ensure that guests know the rules.", 0.02),
        ("There is a lot to be said for tea.", 0.3),
    ],
)
def test_no_plain_words_of_a_task(text: str, score: float) -> None:
    assert list(scored(score, text)) == []


def test_that_may_open_a_clause() -> None:
    assert owned("The gate is to be mended. KL will see to that the club keeps its rules.")[0][1] == []
