"""What the shape of a point gives away, in invented lines."""

from __future__ import annotations

import pytest

from minutextract.findings.point_shapes import hangs, is_fragment, is_torn, leans, says_nothing
from minutextract.findings.sequels import asks_of_this, resumes

NOTHING = [
    "The reasons are:",
    "12: $ 450.00",
    "https://example.org/roof/plan",
    "Slides: https://example.org/roof",
    "14:10 - 14:40 Plans for the roof",
    "The new roof [Ann] 10min",
    "Moorings - most rowers in the north, not on the general call",
    "Kit might not be able to make it",
    "Ann Baxter left the meeting at 8pm",
    "Ann Baxter, Colin Dray, Fay Glover and Kit Loomis",
]
SOMETHING = [
    "The roof leaks in the east wind",
    "The plan at https://example.org/roof keeps the old beams of the hall",
    "The hall opens at 14:10 in winter and at 15:00 in summer",
    "Many members joined the meeting of the neighbours in the new hall",
    "Paint, tar and nails cost more than last year",
]


@pytest.mark.parametrize(("said", "nothing"), [(s, True) for s in NOTHING] + [(s, False) for s in SOMETHING])
def test_lines_that_say_nothing(said: str, nothing: bool) -> None:
    assert says_nothing(said) == nothing


@pytest.mark.parametrize(
    ("said", "fragment"),
    [
        ("High priority", True),
        ("Still required", True),
        ("AB: slower than tar", True),
        ("The roof leaks.", False),
        ("Costs were minimal", False),
        ("About 40 boats moored", False),
        ("Old tar from the neighbours of the hall", False),
    ],
)
def test_fragments(said: str, fragment: bool) -> None:
    assert is_fragment(said) == fragment


@pytest.mark.parametrize(
    ("said", "torn"),
    [
        ("Smooth work with little noise,", True),
        ("The new winch should easily support .", True),
        ("As a result not being carried to", True),
        ("tar, nails, paint ...) - depends a little", True),
        ("The rule says: “Boats are to be moored", True),
        ("“Boats moored twice are fined.”", True),
        ("A page on the site for learners with, e.g", True),
        ("The boats (all four) are moored", False),
        ("The boats are moored :)", False),
        ("Sort the rope (hemp, and old DK) for the boats (see there)", False),
        ("a) the rope of hemp; ii) the rope of nylon", False),
    ],
)
def test_torn_lines(said: str, torn: bool) -> None:
    assert is_torn(said) == torn


LEANING = [
    "This is the cause of the leak.",
    "AB: That and the old tar will be a great help",
    "But the hall has no roof",
    "So if those people walked away",
    "They will need to mend the beams",
    "Would be good to have the beams mended",
    "Needs half an hour a week",
    "I.e. the beam that has moved already",
    "Slower than the old tar",
    "Maybe a lock for the hall",
    "The first two will be raised with the neighbours",
    "If they do not wish to paint, they tar",
    "Kit says it is after the regatta",
    "We should do that",
    "A: the beams are of oak and last longer than the wall",
    "Answer: In brief, the beams are of oak",
    "There are only two, and one is out of order",
    "suggested she call the plumber of the hall",
    "Kit Loomis replied that the beams are of oak",
    "(Such leaks can be mended, but not in winter.)",
    "Among them is the old beam above the door",
    "No, the beams are of oak and last longer than the wall",
    "Takes a week because of the old tar",
    "would be a change to the old mooring list",
    "By now, over thirty boats are moored there",
    "Like an old regatta, could include a fair",
    "It's similar to the roof of the old hall",
    "A typical case would be a boat without a mast",
    "Kit: I agree, the beams are of oak",
    "Currently uses the old tar for all of its boats",
    "In particular the beams of the old hall are wet",
    "Nevertheless the harbour keeps the old winch for the winter",
    "Viewed that way, the price of tar goes on rising",
    "Most of the focus on the ropes and the old winch",
    "Some folks from there complained that its too close to the regatta",
    "One was the lack of tar in the old hall",
    "It looks like a good idea for the boats",
    "… that needs a lot of tar",
    "Decision Whether or not this roof is tarred makes no odds",
    "Similar to the old tar of the hall",
    "Moreover, it drips on the beams of the hall",
    "The above are meant for boats without a mast",
    "There should be no trouble with getting one.",
]
ALONE = [
    "It was felt that the roof leaks.",
    "It would be good to mend the roof.",
    "This year the roof was mended.",
    "Those who paint get tea.",
    "Kit says the roof leaks",
    "There are only two lifts in the hall, and one is broken",
    "Would we mend the roof?",
    "The roof leaks because of it.",
    "More boats were moored than last year",
    "No boat was moored at the old wall",
    "The trustees confirmed that they had a letter from the harbour",
    "I agree that the beams are of oak",
    "It's hard not having a winch in the winter",
    "It looks like there are too few boats",
    "Will this year be dry?",
    "Similar to last year, the regatta will be held in May",
    "Moreover, the hall leaks in the east wind",
    "In particular for small boats, the winch of the hall is too slow",
    "The above wall of the hall is wet, and the beams are number one",
    "It became clear during the talk that the beams are of oak",
]


@pytest.mark.parametrize(
    ("said", "leaning"), [(s, True) for s in LEANING] + [(s, False) for s in ALONE[:7] + ALONE[8:]]
)
def test_points_that_lean_on_what_stands_before(said: str, leaning: bool) -> None:
    assert leans(said) == leaning


@pytest.mark.parametrize(
    ("said", "hanging"),
    [
        ("Kit suggested that the hall improve in this regard", True),
        ("Kit Loomis: we can sail without him", True),
        ("Proposed another coat of tar for the hall", True),
        ("My view is that his doubts of the tar are right", True),
        ("My view is that Kit and his crew are right", False),
        ("Other boats or sails might be as good", True),
        ("Proposed dates are in May", False),
        ("To save tar, it may be better to paint in May", False),
        ("It would be good to paint, also from this point of view", False),
        ("The roof leaks and Kit will mend it", False),
    ],
)
def test_points_that_speak_of_what_they_do_not_name(said: str, hanging: bool) -> None:
    assert hangs(said) == hanging


@pytest.mark.parametrize(
    ("said", "earlier", "resuming"),
    [
        ("The bid was £400.", "A first bid for the beams came in.", True),
        ("The roof leaks.", "A first bid for the beams came in.", False),
        ("The bid that Kit made was £400.", "A first bid for the beams came in.", False),
    ],
)
def test_a_subject_spoken_of_for_the_second_time(said: str, earlier: str, resuming: bool) -> None:
    assert resumes(said, earlier) == resuming


@pytest.mark.parametrize(
    ("said", "asking"),
    [("Is this a good use of our tar?", True), ("Will this year be dry?", False), ("Is the tar old?", False)],
)
def test_a_question_of_what_stands_before(said: str, asking: bool) -> None:
    assert asks_of_this(said) == asking
