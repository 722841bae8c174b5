"""What a summary says once, and in words for those who receive it; all invented."""

from __future__ import annotations

import pytest

from builders import minutes as read
from factories import DOE, ROE, Minutes, harbour_meeting, owner_of
from minutextract.record import Outcome
from minutextract.render import SummaryFormat, render
from minutextract.render.agreed import agreed_actions
from minutextract.render.content import Line
from minutextract.render.cutting import clauses, clipper, without_context
from minutextract.render.markdown import escape, escape_line
from minutextract.render.summary import summarize
from minutextract.render.tidying import tidied
from minutextract.render.wording import clip, finished


def text_of(minutes: Minutes) -> str:
    return str(render([minutes.record()], SummaryFormat.TEXT))


def agreed(said: str, action: str, decision: str, outcome: Outcome | None = None) -> Minutes:
    minutes = Minutes(harbour_meeting()).item("3", "Slipway").say(said)
    minutes.action(action, owner_of(DOE, "John Doe"))
    minutes.decision(decision, outcome=outcome)
    return minutes


def test_an_agreed_action_has_one_line() -> None:
    said = "It was agreed that John Doe should mend the slipway."
    minutes = agreed(said, "mend the slipway", said.rstrip("."))
    text = text_of(minutes)
    assert "Mend the slipway (agreed; " in text
    assert "Decisions: none beside the actions that were agreed (1)." in text


@pytest.mark.parametrize(
    "said",
    [
        "As the tide is low, it was agreed that John Doe should mend the slipway.",
        "Slipway – It was agreed that John Doe should mend the slipway.",
    ],
)
def test_occasion_and_title_are_nothing_that_was_decided(said: str) -> None:
    minutes = agreed(said, "mend the slipway", said.rstrip("."))
    assert agreed_actions(minutes.record())


def test_the_same_words_elsewhere_are_one_line_too() -> None:
    minutes = Minutes(harbour_meeting()).say("It was agreed to mend the slipway.")
    minutes.action("It was agreed to mend the slipway").say("It was agreed to mend the slipway.")
    minutes.decision("It was agreed to mend the slipway")
    assert agreed_actions(minutes.record())


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [
        ("It was agreed that the winch is sold and John Doe should mend the slipway", None),
        ("It was agreed that John Doe should mend the slipway", Outcome.CARRIED),
    ],
)
def test_a_decision_with_content_of_its_own_stays(decision: str, outcome: Outcome | None) -> None:
    minutes = agreed(f"{decision}.", "mend the slipway", decision, outcome)
    assert not agreed_actions(minutes.record())
    text = text_of(minutes)
    assert decision.split(" that ")[1].rsplit(maxsplit=1)[-1] in text.split("Decisions (1)")[1]


def test_decisions_stand_under_their_items_without_saying_them_again() -> None:
    minutes = Minutes(harbour_meeting()).item("3", "Slipway").say("Slipway: sold.").decision("Slipway – it is sold")
    assert "3. Slipway\n  - It is sold" in text_of(minutes)


def test_counts_alone_keep_the_title_before_them() -> None:
    minutes = Minutes(harbour_meeting()).item("3", "Slipway").say("For: 7, Against: 0.")
    minutes.decision("Slipway – For: 7, Against: 0")
    assert "Slipway – For: 7, Against: 0" in text_of(minutes)


def test_the_meeting_itself_is_no_item() -> None:
    meeting = harbour_meeting()
    minutes = Minutes(meeting).item(None, f"{meeting.body} Meeting").say("Sold.").decision("sell the winch")
    assert "- Sell the winch\n" in text_of(minutes)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Okay, so, we keep the winch", "We keep the winch"),
        ("We then decided on the winch", "We decided on the winch"),
        ("So long as it rains the gate is shut", "So long as it rains the gate is shut"),
        ("… the winch stays", "The winch stays"),
        ("However, there was assent to the winch", "There was assent to the winch"),
        ("However, the winch is sold", "The winch is sold"),
    ],
)
def test_how_minutes_go_on_is_no_part_of_a_decision(written: str, shown: str) -> None:
    minutes = Minutes(harbour_meeting()).say(f"{written}.").decision(written)
    assert f"- {shown}\n" in text_of(minutes)


@pytest.mark.parametrize(
    ("said", "stays"), [("Thank you.", False), ("Thanks everyone!", False), ("Thanks for the warm soup.", True)]
)
def test_thanks_to_nobody_for_nothing_are_left_out(said: str, stays: bool) -> None:
    minutes = Minutes(harbour_meeting()).say(said).praise([ROE], [], None)
    assert (said.rstrip(".!") in text_of(minutes)) is stays


def test_thanks_to_somebody_stay() -> None:
    minutes = Minutes(harbour_meeting()).say("Thanks John Doe.").praise([ROE], [DOE], None)
    assert "John Doe" in text_of(minutes).split("Thanks and recognition (1)")[1]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("at 6.30 p.m", "at 6.30 p.m."),
        ("at 6.30 p.m. at the hut", "at 6.30 p.m. at the hut"),
        ("a.mend", "a.mend"),
    ],
)
def test_half_days_keep_their_stop(text: str, shown: str) -> None:
    assert finished(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[name=Ann Quill] The hut is cold", "Ann Quill: The hut is cold"),
        ("**All agreed** on it", "All agreed on it"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("[name=Ann Quill] reports that the hut is cold", "Ann Quill reports that the hut is cold"),
        ("[name=Ann Quill]: reports that come late are late", "Ann Quill: reports that come late are late"),
        ("Ann Quill: Ann Quill: the hut is cold", "Ann Quill: the hut is cold"),
        ("That the hut be sold; and", "That the hut be sold"),
        ("The hut was sold,", "The hut was sold"),
        (":03 - :05 The hut was sold", "The hut was sold"),
        ("Hut: -perhaps a new door", "Hut: perhaps a new door"),
        ("Say which hut.)", "Say which hut"),
        ("Sell the hut (the old one)", "Sell the hut (the old one)"),
        ("a) the hut, b) the winch (both)", "a) the hut, b) the winch (both)"),
        ("The hut was sold. .", "The hut was sold."),
        ("12 - 14 huts were sold", "12 - 14 huts were sold"),
        ("Sell as many huts as we can :)", "Sell as many huts as we can"),
        ("Write of the &lt;hut&gt; tag &amp; more", "Write of the <hut> tag & more"),
        ("Write of the &lt;hut&gt", "Write of the <hut>"),
        ("Sell huts at R&ampersand", "Sell huts at R&ampersand"),
    ],
)
def test_marks_of_others_are_no_words(text: str, shown: str) -> None:
    assert tidied(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("notes_of_may", "notes_of_may"),
        ("_may_", "\\_may\\_"),
        ("Nets & oars", "Nets & oars"),
        ("&lt;b&gt;", "\\&lt;b\\&gt;"),
        ("<b>", "\\<b>"),
    ],
)
def test_what_markdown_reads_as_a_mark_is_escaped(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_a_line_begins_no_quotation() -> None:
    assert escape_line("> oars") == "\\> oars"


def test_no_bracket_is_left_open_where_a_text_is_cut() -> None:
    assert clip("Mend the slipway before the spring tide (see the long survey of May)", 60) == (
        "Mend the slipway before the spring tide …"
    )


def test_of_a_decision_the_lead_is_cut_and_not_what_was_decided() -> None:
    lead = "whether the slipway and the old winch and the hut behind them ought to be sold or mended this year or next"
    line = Line(
        f"Whether {lead} – let us mend the slipway and sell the winch in May",
        headed=True,
        quote="let us mend the slipway",
    )
    cut = clipper(120)(line).text
    assert cut.endswith("– let us mend the slipway and sell the winch in May")
    assert len(cut) <= 120


def test_what_a_text_leans_on_goes_before_its_own_words() -> None:
    line = Line("Mend the winch before the tide comes (“The slipway behind the old hut is in a bad state”)")
    assert clipper(70)(line).text == "Mend the winch before the tide comes"


def test_words_that_say_nothing_alone_keep_the_beginning_of_what_they_lean_on() -> None:
    line = Line("Ask (“The slipway behind the old hut is in a bad state and the winch behind it has rusted”)")
    assert clipper(70)(line).text == "Ask (“The slipway behind the old hut is in a bad state and the winch …”)"


def test_nothing_is_cut_for_a_few_words_more() -> None:
    line = Line("Mend the slipway and the winch before the tide of spring comes, with the neighbours")
    assert clipper(70)(line) == line


def test_a_long_text_is_cut_behind_a_clause() -> None:
    line = Line(
        "Mend the slipway and the old winch before the tide comes because the neighbours cannot land their boats now"
    )
    assert clipper(80)(line).text == "Mend the slipway and the old winch before the tide comes …"


def test_who_moved_it_and_how_the_vote_went_stay_behind_a_cut() -> None:
    said = "To mend the slipway and the old winch before the tide comes because the neighbours cannot land their boats"
    assert clipper(70)(Line(f"{said} (moved by Jane Roe; carried)")).text == (
        "To mend the slipway and the old winch before the tide comes … (moved by Jane Roe; carried)"
    )


@pytest.mark.parametrize(
    ("said", "cut"),
    [
        ("Keep the slipway and the winches, i.e. the old one and one more", "Keep the slipway and the winches …"),
        ("Mend the slipway with the neighbours of Dr. Poe and the old winch with the crew", None),
        ("Mend the slipway and both of the winches, but only once the neighbours have paid", None),
        ("Mend the slipway and both of the winches; not before the neighbours have paid", None),
        ("Mend the slipway, the winches (both; see the survey of the yard) and the old hut", None),
        ("Mend the slipway and both of the winches soon and paint the hut for the fair", None),
    ],
)  # fmt: skip
def test_only_the_end_of_a_clause_is_a_place_to_cut(said: str, cut: str | None) -> None:
    assert clauses(50)(Line(said)).text == (cut or said)


def test_context_goes_where_a_line_stands_alone() -> None:
    assert (
        without_context(Line("Mend the winch (“The pier was seen”) (with Sam Poe)")).text
        == "Mend the winch (with Sam Poe)"
    )
    assert without_context(Line("Look into it (“The pier was seen”)")).text == "Look into it (“The pier was seen”)"


def test_what_is_cut_does_not_end_in_a_small_word() -> None:
    assert clip("Mend the slipway for the neighbours", 27) == "Mend the slipway …"


def test_the_part_somebody_played_is_no_organisation() -> None:
    from dataclasses import replace

    meeting = harbour_meeting()
    people = tuple(replace(one, organisation="Chairing") if one.id == ROE.id else one for one in meeting.people)
    minutes = Minutes(replace(meeting, people=people)).say("Jane Roe to mend it.")
    minutes.action("mend it", owner_of(ROE, "Jane Roe"))
    assert "Chairing" not in str(summarize(minutes.record()))


def test_initials_in_brackets_behind_their_name_stay() -> None:
    said = "Pier - AB to talk to the Tide Office official (TO) about a new pier."
    record = read("Owner: Tide Office official [TO]", said, labels=["action"])
    assert "the Tide Office official (TO) about" in summarize(record).sections[0].lines[0].text
