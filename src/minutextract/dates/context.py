"""What the words around a time say against its being a due time."""

from __future__ import annotations

import re

from minutextract.dates.patterns import any_of

_LOOK_BACK = 40
# "After school clubs", "following the guidance": ways and kinds, no times.
_NO_TIME = re.compile(
    r"(?:after[\s-](?:school|hours|care|party|sales)\s+\w|following\s+(?:the\s+|our\s+|its\s+)?(?:\w+\s+){0,3}"
    r"(?:practices?|guidance|guidelines|rules?|procedures?|advice|policy|policies|instructions?|example|pattern|format)\b)",
    re.IGNORECASE,
)

# "Not before April" is no limit, and what members "who have paid by May" did is no task.
_DENIED = re.compile(
    r"(?:\bnot|n['’]t(?:\s+\w{1,20}){0,3})\s+$|\b(?:who|which|that)\s+(?:have|has|had|was|were|[a-z]{2,15}ed)\s[^-–—,.;:]{0,30}$",
    re.IGNORECASE,
)
# "If nothing has come by May, ask": the day of a condition, behind which the task only begins.
_CONDITION = re.compile(
    r"\bif\s(?!(?:at\s+all\s+)?(?:possible|feasible|needed|necessary)\b)(?:(?!\b(?:will|shall|should|must|to|please)\b)[^,;.:()]){2,90}?"
    r"\b(?:has|have|had|is|are|does|do|did|was|were|[a-z]{2,}n[’']t|hears?|receives?d?|gets?|comes?|arrives?)\b"
    r"(?:(?!\b(?:will|shall|should|must|to|please)\b)[^,;.:()]){0,70}$",
    re.IGNORECASE,
)
_CONDITION_WITHIN = 160
# What can be "for" a day without being due on it: a booking, or a record of that day.
_BOOKING = re.compile(
    r"\b"
    + any_of(
        r"book\w* arrang\w* schedul\w* set plan\w* organi[sz]\w* fix\w* call\w* meetings? dates? reserv\w* hir\w* "
        "minutes actions? accounts figures invoices? payments? reports? events? visits? sessions? agenda proposed "
        r"confirmed notes bill wait\w* closed open available away free"
    )
    + r"\b[^.;:]{0,30}$",
    re.IGNORECASE,
)
# "Set a date for the next meeting" is about the meeting, and due at some other time.
# The task's own verb, right before the day; not one that tells when something takes place.
_DEED = re.compile(
    r"\b(?:to|will)\s+(?!(?:be|meet|convene|start|begin|open|close|run|have|go|take|look|work|report|discuss|decide|agree)\b)"
    r"[a-z]{2,14}\s+$"
)
# A deed with its object, which a day can close: "Jo to send plans to the owners on 3 May", "draft a rota for 3 May".
_OBJECT_WORDS = r"(?:[^.;:,]{1,80}\s(?:to|with)\s+)?" + (
    r"(?:(?!(?:for|about|who|which|that|whom|whose|if|whether|from|"
    r"due|held|scheduled|before|after|by)\b)[\w’'“”£-]+\s+){1,10}$"
)
_DATED = re.compile(
    r"(?:\b(?:to|will)|[’']ll)\s+(?:bring|put|take|send|hold|run|present|submit|hand|deliver|give|publish|launch|issue|post|circulate|table|"
    r"collect|serve|sign|install|open|close|remove)\s+" + _OBJECT_WORDS
)
_READY_FOR = re.compile(
    r"\b(?:to|will)\s+(?:draft|prepare|write|produce|revise|redraft|rewrite|update|finish|complete|redo)\s+"
    + _OBJECT_WORDS
)
_WITHIN = 160
_MEETING_MATTER = re.compile(
    r"\b"
    + any_of(
        r"dates? times? venues? rooms? location hosts? place poll doodle chair whenisgood availab\w+ speakers? "
        r"contributions? attendance travel visits? "
        r"invit\w+ nominat\w+ elect\w* appoint\w* schedules? book\w* arrang\w+ forward views? discussions? updates? "
        r"information decisions? reports?(?=\s+on) details? depend\w*"
    )
    + r"\s*$",
    re.IGNORECASE,
)
# What is sent out now for a meeting to decide on is not due then.
_SENT_FOR = re.compile(
    r"\b(?:e-?mail|sen[dt]|circulat|shar|post)\w*\s[^.;]{0,80}?\bfor\s+[\w/ ]{0,30}?(?:approval|input|discussion|"
    r"consideration|ratification|comments?|feedback|decision|a\s+vote)\s+$",
    re.IGNORECASE,
)
# An errand with a few words for its object, which a day can close: "Tell them on Friday".
_ERRAND = re.compile(
    r"(?:^\W*|\b(?:to|will|should|can|must)\s+)(?:buy|bring|tell|send|collect|pick\s+up|call|ring|phone|pay|deliver|email|ask|remind|"
    r"order)\s+(?:[\w’'-]+\s+){1,3}$",
    re.IGNORECASE,
)
# What lapses by itself, and who has gone, in front of "after so many years".
_COUNTS_FROM = re.compile(
    r"\b(?:(?:which|that|who|what)\s+(?:(?:could|would|will|may|might|can|must|has|have|had|is|are|was|were)\s+){0,2}(?:\w+\s+){1,3}|"
    r"(?:expires?|lapses?|ends?|resign(?:s|ed|ing)|retir(?:es|ed|ing)|leav(?:es|ing)|left|stepp(?:ed|ing)\s+down|served|serving)\s+)$",
    re.IGNORECASE,
)
# What is held in a period, and is not what has to be done in it: "Send a poll for the meetings in the next 4 weeks".
_HELD_THEN = re.compile(
    r"\b(?:for|of|about|all|any)\s+(?:(?:the|our|all|any|its|upcoming|these|those)\s+){0,2}(?:[a-z]+\s+)?(?:meetings|calls|sessions|events|"
    r"workshops|talks|visits|matches|games|trips|classes|lessons|webinars|rehearsals|shows|concerts|shifts|holidays|absences)\s+$",
    re.IGNORECASE,
)
_LABEL_ONLY = re.compile(r"\W*(?:[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2}:\s+)?")
_THEY_WILL = re.compile(
    r",?\s+(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?)(?:[’']ll|\s+will|\s+to)\s+(?:also\s+|then\s+)?"
    r"(?!(?:be|have|not|see|also|meet|convene|start|begin|open|close)\b)[a-z]"
)
# What is kept in mind for a meeting to come, and what somebody takes a post in the belief that others will do.
_LEARNT = re.compile(
    r"\b(?:learn(?:s|ed|t|ing)?|lessons?|improve(?:s|d|ments?)?|improving|better|differently|mind)\s+(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
_EXPECTED = re.compile(
    r"\bwith\s+(?:the\s+|an?\s+)?(?:expectation|understanding|assumption)\b[^.;,]{0,120}$", re.IGNORECASE
)
# What a bracket tells of a thing, or what may yet come up, has its own day: "pack the lamps (should arrive by 3 May)".
_ASIDE = re.compile(
    r"\S\s*[(\[]\s*(?:(?:which|it|this|that|they)\s+)?(?:(?:should|would)\s+(?:be|arrive|come|open|start|end)|is|are|was|were|expected|"
    r"planned|scheduled|released|published|starts?|begins?|ends?|opens?|closes?)\b[^()\[\]]*$|"
    r"\b(?:that|which)\s+(?:may|might|could)\s+(?:happen|arise|occur|come)\b[^,;.]*$",
    re.IGNORECASE,
)
# "Jo is not here today".
_THERE = re.compile(
    r"(?:\b(?:is|are|was|were)|[’'](?:s|re))(?:\s+not|n[’']t)?\s+(?:here|present|available|away|off|absent|out|back|online|with\s+us)\s*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"after\s+(?:\d+|an?|one|two|three|four|five|six|ten|twelve|several|many|some)\s+(?:\w+\s+)?(?:days?|weeks?|months?|years?)\b",
    re.IGNORECASE,
)
_SENT_WITHIN = 160
_PREPOSITION = re.compile(r"\b(?:for|of|from|since|than|the|not|in)\s*$", re.IGNORECASE)
_OBJECT = re.compile(
    r"\b"
    + any_of(
        "the of our for this determine agree fix set schedule arrange plan organi[sz]e hold host attend chair until a "
        "call"
    )
    + r"\s*$",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?<!be\s)\b"
    + any_of(
        "held received reported raised agreed sent published made started place last back earlier was were done issued "
        "dated meeting minutes event conference took since happened occurred opened paid built formed signed written "
        "passed approved discussed interested specialist change increase dates? early born"
    )
    + r"\s*$",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\b(?:next|coming|following|this|\d{1,3}|time)\b", re.IGNORECASE)
# "Presented today" is no task; "to be sent today" is.
_TASK = re.compile(
    rf"\b{any_of('to will shall should must please can would let need[a-z]* action')}\b|:|^\W*$", re.IGNORECASE
)
_WAS = re.compile(r"\b(?:was|were|been|had)\b[^,.;:]{0,25}$", re.IGNORECASE)
_TERM = re.compile(
    rf"\b{any_of('ends? ending expires? expiring finish[a-z]* starts? begins? runs? leaves? leaving retires?')}\s*$",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\s*(?:[.,;:!?()\]|○■●•▪*]|$|\s[-–—]|\n)"
    rf"|\s+{any_of('and so to if with or for when as at by but then in on from after before using instead')}\b",
    re.IGNORECASE,
)


def _follows(pattern: re.Pattern[str], text: str, at: int) -> bool:
    return pattern.search(text, max(0, at - _LOOK_BACK), at) is not None


def is_denied(text: str, at: int) -> bool:
    """Whether a time after this point is negated, a condition's, or tells what others have done."""
    return _follows(_DENIED, text, at) or bool(_CONDITION.search(text[max(0, at - _CONDITION_WITHIN) : at]))


def is_manner(text: str, at: int) -> bool:
    """Whether "after" or "following" here tells a way or a kind, and no time."""
    return _NO_TIME.match(text, at) is not None


def is_span_of_time(text: str, at: int) -> bool:
    """Whether "after" here counts from what a relative clause or a career tells ("files that lapse after 6 months")."""
    return bool(_COUNTED.match(text, at)) and _follows(_COUNTS_FROM, text, at)


def is_deed(text: str, at: int) -> bool:
    """Whether the day here is that of the task's own verb ("to draw on the 20th"), and not of what it is about."""
    return _follows(_DEED, text, at)


def is_sent_for(text: str, at: int) -> bool:
    """Whether something is sent out for a decision that the meeting here will take."""
    return _SENT_FOR.search(text[max(0, at - _SENT_WITHIN) : at]) is not None


def is_opening_plan(text: str, start: int, end: int) -> bool:
    """Whether the day here opens what somebody says they will do ("On Friday we'll paint the door")."""
    return _LABEL_ONLY.fullmatch(text[:start]) is not None and _THEY_WILL.match(text, end) is not None


def is_held_then(text: str, at: int) -> bool:
    """Whether the period here is that of what a task is about ("for the meetings in the next 4 weeks")."""
    return _HELD_THEN.search(text[max(0, at - _WITHIN) : at]) is not None


def is_learnt(text: str, at: int) -> bool:
    """Whether the meeting here is the one for which something is learnt ("see what we can learn for next time")."""
    return _follows(_LEARNT, text, at)


def is_expected(text: str, at: int) -> bool:
    """Whether the time here belongs to what is expected to follow ("… with the expectation to elect one in 2031")."""
    return _EXPECTED.search(text[max(0, at - _WITHIN) : at]) is not None


def is_aside(text: str, at: int) -> bool:
    """Whether the time here is told, in a bracket or behind "that may", of what the task is about."""
    return _ASIDE.search(text[max(0, at - _WITHIN) : at]) is not None


def is_presence(text: str, at: int) -> bool:
    """Whether the day here is that on which somebody is there, or is not."""
    return _follows(_THERE, text, at)


def is_errand(text: str, at: int) -> bool:
    """Whether a small errand stands before the day here ("Tell them on Friday")."""
    return _ERRAND.search(text[max(0, at - _LOOK_BACK) : at]) is not None


def is_dated(text: str, at: int) -> bool:
    """Whether a deed and its object stand before the day here ("to put this to the owners on 11 May")."""
    return _DATED.search(text[max(0, at - _WITHIN) : at]) is not None


def is_readied(text: str, at: int) -> bool:
    """Whether something is to be written for the day here ("to draft a rota for 11 May")."""
    return _READY_FOR.search(text[max(0, at - _WITHIN) : at]) is not None


def is_booking(text: str, at: int) -> bool:
    """Whether "for" a day here says which day something is about, and not when it is due."""
    return _follows(_BOOKING, text, at)


def is_meeting_matter(text: str, at: int) -> bool:
    """Whether "for" a meeting here belongs to its date, place or the like."""
    return _follows(_MEETING_MATTER, text, at)


def is_part(text: str, at: int) -> bool:
    """Whether the words here hang on a preposition or article that is no cue."""
    return _follows(_PREPOSITION, text, at)


def is_object(text: str, at: int) -> bool:
    """Whether a meeting named here is what something is done to ("to host the next meeting")."""
    return _follows(_OBJECT, text, at)


def is_over(text: str, start: int, end: int) -> bool:
    """Whether "in May" here tells when something was, by the word before it."""
    return _AHEAD.search(text, start, end) is None and _follows(_OVER, text, start)


def has_task(text: str, at: int) -> bool:
    """Whether the words up to here say that something is to be done, and the last of them not that it was."""
    return _TASK.search(text, 0, at) is not None and not _follows(_WAS, text, at)


def is_term(text: str, at: int) -> bool:
    """Whether the end of a period here is that of something else ("the lease ends at the end of March")."""
    return _follows(_TERM, text, at)


def closes_clause(text: str, at: int) -> bool:
    """Whether a clause can end here."""
    return _CLOSES.match(text, at) is not None
