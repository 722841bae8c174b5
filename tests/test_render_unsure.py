"""What a summary says of doubt: an owner who is not sure, an outcome that nobody stated."""

from __future__ import annotations

import pytest

from factories import DOE, Minutes, harbour_meeting, owner_of
from minutextract.record import Flag, Outcome, Vote
from minutextract.render import SummaryFormat, render


@pytest.mark.parametrize(
    ("flags", "marked"),
    [((Flag.DOUBTFUL_OWNER,), True), ((Flag.AMBIGUOUS_OWNER,), True), ((Flag.NO_DUE_DATE,), False), ((), False)],
)
@pytest.mark.parametrize("format", [SummaryFormat.TEXT, SummaryFormat.MD, SummaryFormat.HTML])
def test_an_owner_who_is_not_sure_is_to_be_confirmed(
    flags: tuple[Flag, ...], marked: bool, format: SummaryFormat
) -> None:
    minutes = Minutes(harbour_meeting()).say("Doe: count your gulls.")
    minutes.action("Count your gulls", owner_of(DOE, "Doe"), flags=flags)
    written = " ".join(str(render([minutes.record()], format)).split())
    assert ("owner to be confirmed" in written) is marked


def test_no_objection_is_not_said_to_be_carried() -> None:
    minutes = Minutes(harbour_meeting()).say("The new lamps: NO OBJECTION.")
    minutes.decision("The new lamps", outcome=Outcome.CARRIED, vote=Vote("NO OBJECTION"))
    written = str(render([minutes.record()], SummaryFormat.TEXT))
    assert "NO OBJECTION" in written
    assert "carried" not in written
