"""Records of invented meetings with invented people, built a sentence at a time."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from typing import Any

from minutextract.document import Block, BlockKind, Document, Source, Span
from minutextract.meeting import Attendance, Item, Meeting, Person, Unit
from minutextract.record import (
    Action,
    Decision,
    Due,
    Flag,
    How,
    Insight,
    Mention,
    Owner,
    Party,
    Praise,
    Record,
    Sentence,
    finding_id,
)

NOWHERE = Span(0, 0)


def person(
    number: int, name: str, attendance: Attendance = Attendance.PRESENT, initials: str = "", **more: Any
) -> Person:
    return Person(f"p{number}", name, NOWHERE, attendance, initials=(initials,) if initials else (), **more)


def owner_of(who: Person, text: str) -> Owner:
    return Owner(text, who.name, "person", How.ROSTER, person=who.id)


def group(text: str) -> Owner:
    return Owner(text, text, "group", How.COLLECTIVE)


def unknown(text: str) -> Owner:
    return Owner(text, text, "unknown", How.UNKNOWN)


def party(who: Person | str) -> Party:
    return Party(who) if isinstance(who, str) else Party(who.name, who.id)


class Minutes:
    """A record in the making: `say` adds a sentence, the other methods findings that stand in the last one."""

    def __init__(self, meeting: Meeting, path: str = "harbour-2031-03-04.txt", warnings: tuple[str, ...] = ()) -> None:
        self.meeting = meeting
        self.path = path
        self.warnings = warnings
        self.text = ""
        self.found: dict[str, list[Any]] = {
            name: [] for name in ("mentions", "sentences", "actions", "decisions", "praise", "insights")
        }

    def item(self, number: str | None, title: str) -> Minutes:
        items = self.meeting.items
        start = len(self.text)
        closed = tuple(replace(item, span=Span(item.span.start, min(item.span.end, start))) for item in items)
        new = Item(f"i{len(items) + 1}", number, title, Span(start, 10**9))
        self.meeting = replace(self.meeting, items=(*closed, new))
        return self

    def say(self, text: str) -> Minutes:
        start = len(self.text) + (1 if self.text else 0)
        self.text += f"\n{text}" if self.text else text
        count = len(self.found["sentences"])
        self.found["sentences"].append(Sentence(f"s{count + 1}", Span(start, start + len(text)), count, self._item()))
        return self

    def mention(self, words: str, how: How, who: Person | None = None, **more: Any) -> Minutes:
        last = self._last()
        start = self.text.index(words, last.start)
        self.found["mentions"].append(Mention(Span(start, start + len(words)), how, who.id if who else None, **more))
        return self

    def action(self, text: str, *owners: Owner, due: Due | None = None, **more: Any) -> Minutes:
        day = self.meeting.date.isoformat() if self.meeting.date else "undated"
        more = {"with_whom": (), **more, "ref": f"{day}/{len(self.found['actions']) + 1}"}
        self.found["actions"].append(
            Action(**self._finding("action", more), text=text, owners=owners, due=due or Due(), **more)
        )
        return self

    def decision(self, text: str, **more: Any) -> Minutes:
        self.found["decisions"].append(Decision(**self._finding("decision", more), text=text, **more))
        return self

    def praise(self, by: list[Person | str], to: list[Person | str], reason: str | None, **more: Any) -> Minutes:
        givers, receivers = tuple(map(party, by)), tuple(map(party, to))
        finding = self._finding("praise", more)
        self.found["praise"].append(Praise(**finding, by=givers, to=receivers, reason=reason, **more))
        return self

    def insight(self, *by: Person | str | Party, **more: Any) -> Minutes:
        speakers = tuple(one if isinstance(one, Party) else party(one) for one in by)
        text = self._last().of(self.text)
        self.found["insights"].append(Insight(**self._finding("insight", more), by=speakers, text=text, **more))
        return self

    def record(self) -> Record:
        data = self.text.encode("utf-8", "surrogatepass")
        source = Source(self.path, hashlib.sha256(data).hexdigest(), "text/plain", len(data))
        blocks = tuple(Block(BlockKind.PARAGRAPH, one.span, one.span) for one in self.found["sentences"])
        found = {name: tuple(values) for name, values in self.found.items()}
        items = tuple(
            replace(one, span=Span(one.span.start, min(one.span.end, len(self.text)))) for one in self.meeting.items
        )
        return Record(
            Document(source, self.text, blocks), replace(self.meeting, items=items), warnings=self.warnings, **found
        )

    def _item(self) -> str | None:
        return self.meeting.items[-1].id if self.meeting.items else None

    def _last(self) -> Span:
        span: Span = self.found["sentences"][-1].span
        return span

    def _finding(self, kind: str, more: dict[str, Any]) -> dict[str, Any]:
        """The common fields, those in `more` taken out of it."""
        span = more.pop("span", self._last())
        source = Source(self.path, "0" * 64, "text/plain", 0)
        return {
            "id": finding_id(Document(source, self.text, ()), span, kind),
            "span": span,
            "sentence": self.found["sentences"][-1].id,
            "score": more.pop("score", 0.9),
            "item": self._item(),
            "flags": more.pop("flags", ()),
        }


ROE = person(1, "Jane Roe", Attendance.CHAIR, "JR", organisation="Harbour Trust", post="Director")
DOE = person(2, "John Doe", Attendance.PRESENT, "JD", organisation="Quayside Forum", deputising_for="Mary Major")
POE = person(3, "Tamsin Poe", Attendance.PRESENT, "TO", post="Treasurer")
MAJOR = person(4, "Mary Major", Attendance.APOLOGIES, "MM", organisation="Quayside Forum")
LOW = person(5, "Piers Low", Attendance.IN_ATTENDANCE, "PL", organisation="Tide Office")
ESTATES = Unit("u1", "Estates team official", NOWHERE, ("ET",))


def harbour_meeting() -> Meeting:
    return Meeting(
        body="Harbour Trust Committee",
        date=date(2031, 3, 4),
        start="14:00",
        end="15:30",
        place="Old Customs House",
        people=(ROE, DOE, POE, MAJOR, LOW),
        units=(ESTATES,),
    )


def harbour() -> Record:
    """Minutes with every kind of finding and several kinds of doubt."""
    minutes = Minutes(harbour_meeting(), warnings=("one table could not be read",))
    minutes.item("1", "Welcome")
    minutes.say("Jane Roe thanked Mary Major for her patient work on the slipway, and wished her well.")
    minutes.praise([ROE], [MAJOR], "her patient work on the slipway")
    minutes.say("JR congratulated members on a calm winter.")
    minutes.praise([ROE], ["members"], "a calm winter")
    minutes.item("2", "Repairs")
    minutes.say("JD to send the crane survey to the insurers by Friday, and members to read it.")
    minutes.action("send the crane survey to the insurers by Friday", owner_of(DOE, "JD"),
                   due=Due("by Friday", date(2031, 3, 7)))  # fmt: skip
    minutes.action("read it", group("members"), flags=(Flag.NO_DUE_DATE,))
    minutes.say("PL to report the tide readings when they are in.")
    minutes.action("report the tide readings when they are in", owner_of(LOW, "PL"), due=Due("when they are in"),
                   flags=(Flag.OWNER_NOT_MEMBER, Flag.UNCLEAR_DUE_DATE))  # fmt: skip
    minutes.say("The old winch to be sold.")
    minutes.action("The old winch to be sold", flags=(Flag.NO_OWNER, Flag.NO_DUE_DATE))
    minutes.say("AGREED: the north gate closes at dusk.")
    minutes.decision("the north gate closes at dusk")
    minutes.say("TP observed that gulls nest earlier after a mild winter.")
    minutes.mention("TP", How.DERIVED, POE, candidates=("p3",), flags=(Flag.DERIVED_INITIALS,))
    minutes.insight(POE, flags=(Flag.DERIVED_INITIALS, Flag.UNCERTAIN_LABEL), score=0.52)
    minutes.say("ET explained that salt has reached the lower beams.")
    minutes.mention("ET", How.ROSTER, unit="u1")
    minutes.insight(Party("ET", unit="u1"))
    return minutes.record()


def empty_record() -> Record:
    """A document in which nothing was found, not even a head."""
    return Minutes(Meeting(), path="folder/notes_of-a.meeting.txt").say("Nothing much happened.").record()
