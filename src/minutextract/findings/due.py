"""When an action is due, read from its own words or from its cell in a table."""

from __future__ import annotations

import re

from minutextract.dates import find_due, find_due_span, is_ambiguous
from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.turns import hung_on
from minutextract.record import Due, Flag, Sentence

# What may stand behind a day that is a sentence of its own, and in front of one in the line above a list.
_BEHIND_DAY = re.compile(
    r"(?:,?\s+(?:if|weather|all\s+being\s+well|at\s+the\s+latest|tbc)\b[^.;]{0,60})?\W*", re.IGNORECASE
)
_LEAD = re.compile(
    r"\W*(?:(?:new\s+)?(?:actions?|tasks?|to[\s-]?dos?|plans?|goals?|work)(?:\s+(?:items?|points?|list))?\s+)?"
    r"(?P<cue>for|by|before|until|due(?:\s+by)?)?\s*(?P<time>\S.{2,40}?)\W*",
    re.IGNORECASE,
)
# "26 March is the deadline", in the line that a list hangs on.
_DEADLINE = re.compile(
    r"\W*(?:(?P<time>\S.{2,30}?)\s+is\s+(?:the\s+|our\s+)?(?:final\s+)?deadline|(?:the\s+)?deadline\s*(?:is|:|[-–—])\s*(?P<behind>\S.{2,30}?))\W*",
    re.IGNORECASE,
)
_WEEK = re.compile(
    r"(?:the\s+)?(?:(?:next|this|coming|current|following)\s+(?:week|month|sprint|fortnight)|tomorrow|today|tonight)",
    re.IGNORECASE,
)
# What leads the day to which a task was put off.
_REVISED = re.compile(
    r"\b(?:now\s+due|new\s+(?:due\s+)?(?:date|deadline)|revised\s+(?:due\s+)?(?:date|deadline)|"
    r"(?:date|deadline)\s+(?:moved|changed|extended|revised|put\s+back)|extended|moved|put\s+(?:back|off)|(?:the\s+)?(?:rest|remainder))"
    r"\s*[:\-–]?\s+(?:(?:is|to|until|till|for|by|on)\s+)?(?=\S)",
    re.IGNORECASE,
)
_LONGEST = 80
# Why it is done has days of its own: "Since the hall was shut today, AB to …".
_REASON = re.compile(
    r"\W*(?:[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2}:\s+)?(?:since|because|given\s+that|as\s+(?:we|it|he|she|they|there|the)\b)\s[^,;:]{3,140},\s+(?=\S)",
    re.IGNORECASE,
)
# What is planned beside it has its own day: "A talk is planned for May; AB will ask CD".
_PLANNED = re.compile(r"[^;]*\b(?:is|are|was|were)\s+(?:planned|scheduled|due|expected|foreseen)\b[^;]*;\s+(?=[A-Z])")
# What stands behind it may have its own: "AB to ask CD; the gate is to be shut by May".
_NEXT_CLAUSE = re.compile(
    r";\s+(?:the|an?|our|these|those)\s+(?P<subject>(?:[\w’'-]+\s+){1,5}?)(?:is|are|will|must|should|has|have|to\s+be)\s"
)
_PAST = re.compile(
    r"(?:(?:[\w’'.-]+\s+){0,4}?(?:had|has|have)\s+(?:not\s+)?)[^.;]{3,120}?\s(?:but|and)\s+(?:(?:he|she|they|it)\s+)?(?=(?:will|would)\s)"
)


def due_of(
    material: Material, span: Span, *, sentence: Sentence | None = None, is_cell: bool = False
) -> tuple[Due, list[Flag]]:
    """The due words of a commitment, with a date or an event where those are clear, and what to check.

    Args:
        material: the meeting.
        span: the commitment, or its cell.
        sentence: where the words around may say when, the sentence that they stand around.
        is_cell: whether the span is a cell in a column of due dates.
    """
    said = span.of(material.text)
    if not is_cell and (past := _PAST.match(said)):
        # What was done has its own days: "had called before the fair but will call again by 3 May".
        said = said[past.end() :]
    elif not is_cell and (reason := _REASON.match(said)):
        said = said[reason.end() :]
    elif not is_cell and (planned := _PLANNED.match(said)):
        said = said[planned.end() :]
    if not is_cell:
        said = _without_next_clause(said)
    # A cell in a column of due dates holds the date alone; the cue that prose needs is the column's head.
    due = find_due(f"by {said}" if is_cell else said, material.meeting.date, day_first=material.day_first)
    if is_cell:
        due = Due(said, due.date if due else None, due.event if due else None)
    if due is None and sentence:
        due = due_beside(material, sentence, span)
    if due is None:
        return Due(), [Flag.NO_DUE_DATE]
    if due.date or due.event:
        return due, []
    return due, [Flag.AMBIGUOUS_DATE if is_ambiguous(due.text or "", material.day_first) else Flag.UNCLEAR_DUE_DATE]


def _without_next_clause(said: str) -> str:
    """The words up to a clause behind a semicolon that has a subject of its own, of which they do not tell."""
    other = _NEXT_CLAUSE.search(said)
    if other is None:
        return said
    before = said[: other.start()].lower()
    return (
        said
        if any(word in before for word in re.findall(r"\w{4,}", other["subject"].lower()))
        else said[: other.start()]
    )


def revised_due(material: Material, span: Span) -> Due | None:
    """The new day that a note on an earlier task gives it ("Two are in. Now due 3 May"), if it gives just one."""
    found = []
    for cue in _REVISED.finditer(material.text, span.start, span.end):
        said = f"by {material.text[cue.end() : span.end]}"
        day = find_due_span(said, material.meeting.date, day_first=material.day_first)
        if day and day[2].date and day[0] == 0:
            found.append(Due(said[3 : day[1]], day[2].date, None))
    return found[0] if len({one.date for one in found}) == 1 else None


def due_beside(material: Material, sentence: Sentence, span: Span) -> Due | None:
    """The day in the sentence behind a task, or in the line that its list hangs on; None if neither is all a time."""
    if span.end == sentence.span.end and (after := next(iter(material.following(sentence)), None)):
        said = after.span.of(material.text)
        found = find_due_span(f"by {said}", material.meeting.date, day_first=material.day_first)
        if found and found[2].date and found[0] == 0 and _BEHIND_DAY.fullmatch(f"by {said}", found[1]):
            return Due(found[2].text.removeprefix("by ") if found[2].text else None, found[2].date, None)
    above = hung_on(material, sentence)
    return _time_above(material, above.content.of(material.text)) if above else None


def _time_above(material: Material, said: str) -> Due | None:
    if len(said) <= _LONGEST and (limit := _DEADLINE.fullmatch(said)):
        day = limit["time"] or limit["behind"]
        dated = find_due_span(f"by {day}", material.meeting.date, day_first=material.day_first)
        whole = dated and dated[2].date and dated[0] == 0 and dated[1] == len(f"by {day}")
        return Due(day, dated[2].date, None) if dated and whole else None
    lead = _LEAD.fullmatch(said) if len(said) <= _LONGEST else None
    if lead is None or not (lead["cue"] or _WEEK.fullmatch(lead["time"])):
        return None
    time = re.sub(r"^(?:the\s+)?current\b", "this", lead["time"], flags=re.IGNORECASE)
    found = find_due_span(f"by {time}", material.meeting.date, day_first=material.day_first)
    if found is None or found[0] or found[1] < len(time) or (found[2].event and not lead["cue"]):
        return None
    cue = "" if not lead["cue"] or lead["cue"].lower() == "for" else f"{lead['cue']} "
    return Due(f"{cue}{lead['time']}", found[2].date, found[2].event)
