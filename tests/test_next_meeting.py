"""When the next meeting is: on the line, in a line below, in a cell."""

from __future__ import annotations

from datetime import date

import pytest

from builders import document
from minutextract.structure.next_meeting import read_next_meeting


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("Next meeting: 4 June 2024, 7pm",), "4 June 2024, 7pm"),
        (("# Next meeting", "No meeting in July", "Friday 2 August 2024, 15:00"), "Friday 2 August 2024, 15:00"),
        (("# Next meeting", "- No meeting in July", "- 2nd August"), "2nd August"),
        (("# Next meeting", "No meeting in July"), "No meeting in July"),
        (("- Next meeting date?", "  - 2024-06-04"), "2024-06-04"),
        (("- Next meeting (Kit)", "  - Wednesday 5th of June 2024, 4pm"), "Wednesday 5th of June 2024, 4pm"),
        (("- Next meeting", "- The fair is on 5 June 2024"), None),
        (("# Next meeting", "# Fair on 5 June 2024", "All are welcome."), None),
        (("| 12.1 | Call the next meeting on 4 June 2024 | KL | Done |",), "4 June 2024"),
        (("| Next meeting | 4 June 2024 | shed |",), "4 June 2024"),
        (("Next meeting of the Cake Group will be on 4 June 2024",), "4 June 2024"),
        (("Next meeting: of the group will be on 4 June 2024",), "4 June 2024"),
        (("# Next Meeting Date/Time", "Thursday 4 June 2024"), "Thursday 4 June 2024"),
        (("# Next meeting date and chair person", "- June 4 Same time"), "June 4 Same time"),
        (("# Fix next members meeting?", "Official meeting 04/06/2024 20:00"), "Official meeting 04/06/2024 20:00"),
        (("# Date of next AGM", "- TBA May 2032 (roughly)"), "TBA May 2032 (roughly)"),
        (
            (
                "# Next meeting",
                "It was set for the usual slot, May 2nd in Fern. " + "It may well rain on the lawn. " * 6,
            ),
            "It was set for the usual slot, May 2nd in Fern",
        ),
        (("# Next meeting", "We may ask for the plans. " * 9), None),
        (("Next meeting: bring the plans",), None),
        (
            ("# Schedule next meeting", "- Aim for before the fair", "- DECISION: 9 Sept at 15:00 UTC"),
            "9 Sept at 15:00 UTC",
        ),
        (("9/5 4:00 Next Meeting (Fern Room)",), "9/5 4:00"),
        (("Tuesday 4 June, 7 pm: next meeting",), "Tuesday 4 June, 7 pm"),
        (("The shed was due on 4 June at the next meeting",), None),
        (("3. Next meeting: 18 May 2005", *(["It rained."] * 60)), "18 May 2005"),
        (
            ("# 2. Next Committee Meeting", "- Third Tuesday 2024-06-18 19:30", *(["It rained."] * 60)),
            "Third Tuesday 2024-06-18 19:30",
        ),
        (("# Before the next meeting", "- Paint it by 2024-06-18", *(["It rained."] * 60)), None),
        (("| body | Shed Guild |", "| next-meeting | 2024-06-18 19:00 |", *(["It rained."] * 60)), "2024-06-18 19:00"),
        (("They meet every other Tuesday. (Next meeting: 4 June 2024)",), "4 June 2024"),
        (("3. Next meeting: 18 May 2005", "4. Next meeting: 19 May 2005", *(["It rained."] * 60)), None),
        (("- Next meeting", "  - What the fern did when we met in January;", "  - Where we go"), None),
        (
            ("# Next meeting date and chair", "- date: Jun 28, hour to be said", "- chair: Kit"),
            "Jun 28, hour to be said",
        ),
        (("The next meeting is Jun 28",), "Jun 28"),
        (("The Fern Committee met. The next meeting is Jun 28",), None),
        (
            ("# Next meeting", "## 17:15, Tuesday 4 June 2024, the shed", "It rained."),
            "17:15, Tuesday 4 June 2024, the shed",
        ),
        (
            ("The next meeting #7 will be on 4 June 2024, 1 pm ET (i.e. 7 pm here)",),
            "4 June 2024, 1 pm ET (i.e. 7 pm here)",
        ),
        (("# Next meetings", "- Tuesday 4 June 2024, 7 pm", "- 2 July 2024"), "Tuesday 4 June 2024, 7 pm"),
        (("# Upcoming meetings", "- See the calendar"), None),
    ],
)
def test_next_meeting(lines: tuple[str, ...], said: str | None) -> None:
    assert read_next_meeting(document(*lines), day_first=True) == said


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (
            ("- Dates for meetings in 2031:", "  - 16 May", "    - Kit paints", "  - No call in July", "  - 17 June"),
            "17 June",
        ),
        (("# Upcoming meetings", "Jan. 6: 10 am", "Mar. 4: 10 am"), "Jan. 6: 10 am"),
        (("4. Upcoming meetings", "  - They meet on the first Tuesday: May 6, June 3, July 1"), "June 3"),
        (
            ("# Future meetings", "01/05/31 - the shed", "05/06/31 - the shed", "07/08/31 - the shed"),
            "05/06/31 - the shed",
        ),
        (("# Future meetings", "# Fern", "4 June: the fair"), None),
    ],
)
def test_the_first_of_several_meetings_to_come(lines: tuple[str, ...], said: str | None) -> None:
    assert read_next_meeting(document(*lines), day_first=None, after=date(2031, 5, 20)) == said
