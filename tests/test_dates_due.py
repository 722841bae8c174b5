"""Due phrases: tables of (sentence, date) for a meeting on Tuesday 21 May 2024."""

from __future__ import annotations

from datetime import date

import pytest

from minutextract.dates import find_due, find_due_span

MEETING = date(2024, 5, 21)

DAYS = [
    ("JB to reply by 14 June.", "by 14 June", "2024-06-14"),
    ("JB to reply by 14th June", "by 14th June", "2024-06-14"),
    ("JB to reply by the 14th of June", "by the 14th of June", "2024-06-14"),
    ("JB to reply by June 14", "by June 14", "2024-06-14"),
    ("JB to reply by June 3rd", "by June 3rd", "2024-06-03"),
    ("June 3rd", "June 3rd", "2024-06-03"),
    ("JB to reply by Tuesday 4 June", "by Tuesday 4 June", "2024-06-04"),
    ("JB to reply by 14 June 2024", "by 14 June 2024", "2024-06-14"),
    ("JB to reply by 2024-06-14", "by 2024-06-14", "2024-06-14"),
    ("JB to reply by 14/06/2024", "by 14/06/2024", "2024-06-14"),
    ("JB to reply by 14/6", "by 14/6", "2024-06-14"),
    ("JB to reply by 14 Jan", "by 14 Jan", "2025-01-14"),
    ("by 21 May", "by 21 May", "2024-05-21"),
    ("Tiles to be ordered no later than 30 June 2024.", "no later than 30 June 2024", "2024-06-30"),
    ("Comments on or before 3 June, please", "on or before 3 June", "2024-06-03"),
    ("KL to paint the gate before 3 June", "before 3 June", "2024-06-03"),
    ("Keep the list open until 9 July", "until 9 July", "2024-07-09"),
    ("KL to finish prior to 9 July", "prior to 9 July", "2024-07-09"),
    ("by Friday", "by Friday", "2024-05-24"),
    ("KL to send the key by Friday and thank Mona", "by Friday", "2024-05-24"),
    ("by Tuesday", "by Tuesday", "2024-05-28"),
    ("by this Friday", "by this Friday", "2024-05-24"),
    ("by Friday 14th", "by Friday 14th", "2024-06-14"),
    ("by Friday the 14th", "by Friday the 14th", "2024-06-14"),
    ("by the 14th", "by the 14th", "2024-06-14"),
    ("by the 30th", "by the 30th", "2024-05-30"),
    ("by the 1st of next month", "by the 1st of next month", "2024-06-01"),
    ("by Friday next week", "by Friday next week", "2024-05-31"),
    ("by Friday of next week", "by Friday of next week", "2024-05-31"),
    ("by Friday week", "by Friday week", "2024-05-31"),
    ("PS to ring the band a week on Thursday.", "a week on Thursday", "2024-05-30"),
    ("PS to ring the band two weeks on Friday", "two weeks on Friday", "2024-06-07"),
    ("PS to report back a week today", "a week today", "2024-05-28"),
    ("by next Tuesday", "by next Tuesday", "2024-05-28"),
    ("by next Friday, 31 May", "by next Friday, 31 May", "2024-05-31"),
    ("by next Friday (31 May)", "by next Friday (31 May)", "2024-05-31"),
    ("by next Friday 31 May", "by next Friday 31 May", "2024-05-31"),
    ("by COP Friday", "by COP Friday", "2024-05-24"),
    ("by close of play on Friday", "by close of play on Friday", "2024-05-24"),
    ("by 5pm on Friday", "by 5pm on Friday", "2024-05-24"),
    ("by noon on 14 June", "by noon on 14 June", "2024-06-14"),
    ("by 14 June at 5pm", "by 14 June at 5pm", "2024-06-14"),
    ("by 14 June at the latest", "by 14 June at the latest", "2024-06-14"),
    ("by end of Friday", "by end of Friday", "2024-05-24"),
    ("by end of tomorrow", "by end of tomorrow", "2024-05-22"),
    ("Kit to fetch the ladder tomorrow", "tomorrow", "2024-05-22"),
    ("Kit to fetch the ladder today", "today", "2024-05-21"),
    ("Kit to fetch the ladder the day after tomorrow", "the day after tomorrow", "2024-05-23"),
    ("by end of March", "by end of March", "2025-03-31"),
    ("by the end of May", "by the end of May", "2024-05-31"),
    ("by the end of June 2025", "by the end of June 2025", "2025-06-30"),
    ("end-June", "end-June", "2024-06-30"),
    ("by end June", "by end June", "2024-06-30"),
    ("by the end of the month", "by the end of the month", "2024-05-31"),
    ("by month end", "by month end", "2024-05-31"),
    ("before the end of next month", "before the end of next month", "2024-06-30"),
    ("by the end of the week", "by the end of the week", "2024-05-24"),
    ("by end of next week", "by end of next week", "2024-05-31"),
    ("by the end of the year", "by the end of the year", "2024-12-31"),
    ("by the end of 2025", "by the end of 2025", "2025-12-31"),
    ("within two weeks", "within two weeks", "2024-06-04"),
    ("Mona to reply within 10 days", "within 10 days", "2024-05-31"),
    ("Mona to reply within a fortnight", "within a fortnight", "2024-06-04"),
    ("Mona to reply within a month", "within a month", "2024-06-21"),
    ("Mona to reply within 48 hours", "within 48 hours", "2024-05-23"),
    ("Mona to reply within 14 days of the meeting", "within 14 days of the meeting", "2024-06-04"),
    ("Mona to reply in two weeks' time", "in two weeks' time", "2024-06-04"),
    ("Mona to reply in a fortnight", "in a fortnight", "2024-06-04"),
    ("Mona to reply two weeks from now", "two weeks from now", "2024-06-04"),
    ("by Christmas", "by Christmas", "2024-12-25"),
    ("Send the plans to the builder (due 14/6/2024)", "due 14/6/2024", "2024-06-14"),
    ("Due: 12 Sep", "Due: 12 Sep", "2024-09-12"),
    ("Due date: 12 September 2024", "Due date: 12 September 2024", "2024-09-12"),
    ("Order seed potatoes, deadline 3 June", "deadline 3 June", "2024-06-03"),
    ("Order seed potatoes (deadline is 3 June)", "deadline is 3 June", "2024-06-03"),
    ("Target date: 1 July", "Target date: 1 July", "2024-07-01"),
    ("Order seed potatoes before the closing date of 1 July", "before the closing date of 1 July", "2024-07-01"),
    ("Slides - 14 June", "14 June", "2024-06-14"),
    ("Slides | Kit | 14 June", "14 June", "2024-06-14"),
    ("Mona to bring cakes for the June newsletter by 3 June", "by 3 June", "2024-06-03"),
    ("Please reply asap, by Friday at the latest", "by Friday at the latest", "2024-05-24"),
    ("Mona to present the leaflet at the meeting on 4 June", "at the meeting on 4 June", "2024-06-04"),
    ("Mona to finish the leaflet by the next meeting (4 June)", "by the next meeting (4 June)", "2024-06-04"),
    ("Kit to prepare the slides for Thursday", "for Thursday", "2024-05-23"),
]

EVENTS = [
    ("Kit to draw a map by the next meeting", "by the next meeting"),
    ("Kit to draw a map for next meeting.", "for next meeting"),
    ("Kit to draw a map before the May meeting", "before the May meeting"),
    ("Kit to draw a map for the June meeting", "for the June meeting"),
    ("Kit to report at the AGM", "at the AGM"),
    ("Kit to report at the next Garden Committee meeting", "at the next Garden Committee meeting"),
    ("Kit to bring the map to the next meeting", "to the next meeting"),
    ("Kit to bring the map to next week's call", "to next week's call"),
    ("Put hedges on the agenda for the next meeting", "for the next meeting"),
    ("Kit to draw a map by DONM", "by DONM"),
    ("Kit to draw a map for the next PFG", "for the next PFG"),
    ("Kit to draw a map at the next PFG tree session", "at the next PFG tree session"),
    ("Kit to draw a map before the AGM", "before the AGM"),
    ("Kit to write to the owner two weeks before the AGM", "two weeks before the AGM"),
    ("Kit to draw a map in time for the summer fair", "in time for the summer fair"),
    ("Kit to draw a map ahead of the site visit", "ahead of the site visit"),
    ("Mona to give feedback on the survey when gathered.", "when gathered"),
    ("Mona to circulate the figures when they are ready", "when they are ready"),
    ("Mona to pay the deposit once the lease is signed", "once the lease is signed"),
    ("Mona to pay the deposit once approved, and tell Kit", "once approved"),
    ("Once the lease is signed, the Clerk will pay the deposit", "Once the lease is signed"),
    ("When the paint is dry: Kit to hang the sign", "When the paint is dry"),
    ("Once the paint is dry Kit will hang the sign", "Once the paint is dry"),
    ("Before buying paint the Clerk must ask for prices", "Before buying paint"),
    ("Mona to write to the bank after the audit", "after the audit"),
    ("Mona to write to the bank after the meeting", "after the meeting"),
    ("Mona to write to the bank after Easter", "after Easter"),
    ("Mona to plant bulbs after 3 October", "after 3 October"),
    ("Mona to write following the inspection.", "following the inspection"),
    ("Mona to pay on receipt of the invoice", "on receipt of the invoice"),
    ("Mona to pay as soon as the invoice arrives", "as soon as the invoice arrives"),
    ("Reply to be sent within 14 days of receipt of the letter", "within 14 days of receipt of the letter"),
    ("Kit to price the fence before asking for grants", "before asking for grants"),
    ("Kit to price the fence by the end of term", "by the end of term"),
    ("Kit to leave the gate shut until the lambs are sold", "until the lambs are sold"),
    ("Kit to price the fence by the meeting after next", "by the meeting after next"),
]

OPEN = [
    ("Kit to ring the school as soon as possible", "as soon as possible"),
    ("Kit to ring the school ASAP.", "ASAP"),
    ("Kit to ring the school in due course", "in due course"),
    ("Kit to ring the school in the autumn", "in the autumn"),
    ("Kit to ring the school in the new year", "in the new year"),
    ("Kit to ring the school next week", "next week"),
    ("Kit to ring the school later this week", "later this week"),
    ("Kit to ring the school early next month", "early next month"),
    ("Kit to ring the school over the summer", "over the summer"),
    ("Kit to ring the school in the next few weeks", "in the next few weeks"),
    ("Kit to ring the school in September", "in September"),
    ("Kit to ring the school by mid-June", "by mid-June"),
    ("Kit to ring the school by September", "by September"),
    ("Kit to ring the school by the weekend", "by the weekend"),
    ("Kit to ring the school by Q3 2024", "by Q3 2024"),
    ("Q3 2024", "Q3 2024"),
    ("Kit to ring the school by next Friday", "by next Friday"),
    ("Kit to ring the school w/c 10 June", "w/c 10 June"),
    ("Kit to ring the school the week beginning 10 June", None),
    ("Kit to ring the school in six months", "in six months"),
    ("Kit to ring the school within ten working days", "within ten working days"),
    ("Kit to ring the school in 2-3 weeks", "in 2-3 weeks"),
    ("Kit to ring the school by 2 or 3 June", "by 2 or 3 June"),
    ("Kit to ring the school by 04/06/2024", "by 04/06/2024"),
    ("Kit to ring the school by 4/6", "by 4/6"),
    ("Kit to ring the school by 3 May", "by 3 May"),
    ("Kit to ring the school by Monday 4 June", "by Monday 4 June"),
    ("Kit to ring the school by Monday 4 June 2024", "by Monday 4 June 2024"),
    ("Kit to ring the school soon", "soon"),
    ("Kit to ring the school when possible", "when possible"),
    ("Kit to ring the school before the end of the financial year", "before the end of the financial year"),
]

NOISE = [
    "Kit to answer the letter of 3 May",
    "Mona to sort the questions raised since the March meeting",
    "At the meeting on 4 June it was reported that Kit had agreed to mend it",
    "Kit to print the May newsletter",
    "Kit to file the minutes of 12 May",
    "Mona to attend the fair on 12 June",
    "The group will meet on 4 June",
    "Kit to check when the bins are collected",
    "Kit to ask Mona when she is free",
    "Kit to find out when the road will be closed",
    "Kit to confirm when the hall is booked",
    "Kit to empty the bins once a week",
    "Mona to look after the hanging baskets",
    "After much discussion it was agreed that Kit would resign",
    "Kit to have the plan reviewed by the committee",
    "Kit to have the plan reviewed by two councillors",
    "Kit to paint it, with help from May Hill",
    "Mona may write to the builder",
    "Kit to reword paragraph 4.6 and section 1.1",
    "Kit to order 14 March hares in concrete",
    "Kit to upgrade the site to version 3.10.12",
    "Kit to spend up to £14.06",
    "Kit to fix a date for the next meeting",
    "Kit to book a room for the next meeting",
    "Mona to sit on the panel and Kit sat on it before",
    "Kit to return the chairs to Mona at 7.30",
    "Kit to pay the fee, which is due to the landlord",
    "Someone will take this on, but not before April",
    "Kit to write to members who have paid by 3 June",
    "Kit to write to owners who bought prior to 5 July 1995",
    "Mona to add the picture to the next page down",
    "Kit will think over what was said today and decide",
    "Kit to post it in the AGM channel",
    "Mona to advertise the post, as the lease ends at the end of June",
    "Kit to book a tent for a fair meeting to be held on 13 July",
    "Mona to insert a line after the section on trees",
    "",
    "   ",
    "by",
    "due",
    "when",
]


@pytest.mark.parametrize(("text", "words", "day"), DAYS)
def test_a_phrase_that_names_a_day_gets_it(text: str, words: str, day: str) -> None:
    due = find_due(text, MEETING, day_first=None)
    assert due is not None
    assert (due.text, str(due.date)) == (words, day)


@pytest.mark.parametrize(("text", "words"), EVENTS)
def test_an_event_is_kept_in_words_without_a_date(text: str, words: str) -> None:
    due = find_due(text, MEETING, day_first=None)
    assert due is not None
    assert (due.text, due.date, due.event) == (words, None, words)


@pytest.mark.parametrize(("text", "words"), OPEN)
def test_what_leaves_the_day_open_is_kept_in_words_alone(text: str, words: str | None) -> None:
    due = find_due(text, MEETING, day_first=None)
    assert (due.text if due else None) == words
    assert due is None or (due.date is None and due.event is None)


@pytest.mark.parametrize("text", NOISE)
def test_what_is_no_due_phrase_is_left_alone(text: str) -> None:
    assert find_due(text, MEETING, day_first=True) is None


@pytest.mark.parametrize("text", ["by Friday", "by 14 June", "by the end of the month", "within two weeks", "tomorrow"])
def test_without_the_day_of_the_meeting_a_relative_phrase_has_no_date(text: str) -> None:
    due = find_due(text, None, day_first=None)
    assert due is not None
    assert (due.text, due.date) == (text, None)


def test_a_full_date_needs_no_meeting() -> None:
    due = find_due("by 14 June 2024", None, day_first=None)
    assert due is not None
    assert due.date == date(2024, 6, 14)


@pytest.mark.parametrize(("day_first", "day"), [(True, date(2024, 6, 4)), (False, date(2025, 4, 6)), (None, None)])
def test_the_order_of_a_numeric_day_comes_from_the_document(day_first: bool | None, day: date | None) -> None:
    due = find_due("JB to reply by 4/6", MEETING, day_first=day_first)
    assert due is not None
    assert due.date == day


@pytest.mark.parametrize(
    ("meeting", "text", "day"),
    [
        (date(2024, 5, 24), "by Friday", date(2024, 5, 31)),
        (date(2024, 5, 24), "by this Friday", None),
        (date(2024, 5, 24), "by the end of the week", None),
        (date(2024, 12, 30), "by 3 January", date(2025, 1, 3)),
        (date(2024, 12, 30), "by the end of the month", date(2024, 12, 31)),
        (date(2024, 12, 30), "by the end of next month", date(2025, 1, 31)),
        (date(2024, 12, 30), "by the 29th", date(2025, 1, 29)),
        (date(2025, 1, 30), "by the 29th", None),
        (date(2025, 1, 31), "within a month", date(2025, 2, 28)),
        (date(2023, 3, 1), "by 29 February", date(2024, 2, 29)),
        (date(2024, 12, 28), "by Christmas", None),
        (date(9999, 12, 31), "within two weeks", None),
        (date(9999, 12, 31), "by Friday", None),
        (date(9999, 12, 31), "by the end of next month", None),
    ],
)
def test_reckoning_at_the_edges(meeting: date, text: str, day: date | None) -> None:
    due = find_due(text, meeting, day_first=None)
    assert due is not None
    assert due.date == day


def test_the_span_covers_the_words() -> None:
    text = "Kit to hang the sign (by Friday), Mona to clap"
    found = find_due_span(text, MEETING, day_first=None)
    assert found is not None
    start, end, due = found
    assert text[start:end] == due.text == "by Friday"
