"""Events that a clause describes: "when gathered", "once the lease is signed", "after the audit"."""

from __future__ import annotations

import re

from minutextract.dates.patterns import any_of

_LONGEST = 160
_CLAUSE_WORDS = 14
_NOUN_WORDS = 8
_LOOK_BACK = 60
_STOP = re.compile(
    r"[.!?](?=\s|$|[)\]])|[;:](?=\s|$)|[|)\]\n]|\s[-–—]+\s|\s\(|,"
    r"|\s(?:and|but)\s+(?:then\s+)?(?:also\s+)?(?=(?:[\w’'.-]{1,30}\s+){0,3}(?:to|will|shall|should|would|must)\s)"
)
_NOUN_STOP = re.compile(rf"\s{any_of('to so in_order for if which who because with as unless whether via using')}\s")
_PAST = re.compile(rf"\b{any_of('was were had did came went said took got would could used')}\b", re.IGNORECASE)

# After these, "when" opens what is asked or told, and no due phrase.
_ASKING_VERBS = any_of(
    r"check ask find_out confirm know knows see decide decided establish determine ascertain clarify discuss\w* "
    "consider remember say tell state explain understand understood enquire inquire agree specify asked asking "
    "checking seeing"
)
_WHEN_WORDS = any_of(
    "to about of sure clear unsure unclear day days time times date dates occasion year period case cases and or "
    "especially even particularly as than"
)
_ASKING = re.compile(
    rf"\b(?:{_ASKING_VERBS}|{_WHEN_WORDS}|(?:ask|tell|asked)\s+(?:[\w’'.-]{{1,30}}\s+){{0,3}}[\w’'.-]{{1,30}})\s*$",
    re.IGNORECASE,
)
_WHEN_NOT = re.compile(
    rf"\s+{any_of('[a-z]+ing to and or not in else it_comes_to exactly was there_is there_are')}\b|\s*\?"
    rf"|\s+you\s+{any_of('have get find can are')}\b"
    # "Lock the hall when rented": each time
    rf"|\s+{any_of('rented hired used needed required asked requested occupied unattended booked applicable')}"
    r"\s*(?:[.,;)]|$)",
    re.IGNORECASE,
)
# "Enquire from the board, in writing, when …": the question stands further back, and nobody is told to do anything.
_ASKED_BEFORE = re.compile(
    r"\b(?:enquire|enquires|inquire|inquires|ask|asks|asked|find\s+out|(?:confirm|check|clarify|discuss|agree|verify)\s+with)\b(?:(?!\s(?:to|if|for|and|that)\s)[^.;:])*$",
    re.IGNORECASE,
)
_ASKED_WITHIN = 120
_ONCE_NOT = re.compile(
    rf"\s+{any_of('a an per every each again more only for_all and in_a upon daily weekly monthly or_twice off')}\b|-",
    re.IGNORECASE,
)
_ONCE_BEFORE = re.compile(rf"\b{any_of('at than only just all for or least')}\s*$", re.IGNORECASE)

_OCCASIONS = any_of(
    "completion receipt approval publication closure closing launch release sign-?off consultation election school "
    "work lunch gaming submission final half[- ]term easter christmas"
)
_OCCASION = re.compile(
    rf"\s+(?:{any_of('the our his her their its this each any a an your my')}\s+\S"
    rf"|(?!during|being|morning|evening)[a-z]{{2,20}}ing\b|[A-Z0-9]|{any_of('it he she they we you i')}\s"
    rf"|{_OCCASIONS}\b)"
)
_DOING = re.compile(r"\s+[a-z]{2,20}ing\b")
_PRONOUN = re.compile(r"\s+(?:it|he|she|they|we|you|I)\s")
_SHORT_OCCASION = re.compile(
    r"\s+(?!long|now|noon|dark|then|that|and|but|or|when)[a-z]{3,20}(?:\s+[a-z]{3,20}){0,2}\s*(?:[.,;)]|$)"
)
# "Before the committee" is a place, "after much discussion" what has been.
_BODIES = any_of(
    "committee council board court members hours school all consideration discussion that which him her it them us me "
    "some much many long a_while a_long a_short a_few a_brief a_full a_lengthy"
)
_TALK = any_of("discussion debate consideration deliberation")
_OCCASION_NOT = re.compile(
    rf"\s+(?:the\s+)?(?:{_BODIES}\s*(?:$|[.,;)]|\s(?:was|were|had|it|the|to|for|and)\b)"
    rf"|{any_of('some much a an further considerable lengthy long brief due full')}\s+(?:\w{{1,20}}\s+)?{_TALK}\b"
    r"|the\s+(?:vote|ballot|debate|show\s+of\s+hands|presentation|discussion)\b"
    rf"|{any_of('fact last best time_of this_comment this_discussion the_section the_paragraph the_word the_line')}\b"
    # What comes again and again: "rebuild the pages after a build"
    r"|an?\s+(?:build|merge|commit|crash|restart|reboot|failure|timeout|deploy(?:ment)?)\s*(?:$|[.,;)])"
    r"|next\s*(?:$|[.,;)]))",
    re.IGNORECASE,
)
_AFTER_BEFORE = re.compile(
    r"\b"
    + any_of(
        "look looks looked looking named ever one sought called as never not_long day than from or got "
        "gained received learnt learned obtained raised"
    )
    + r"\s*$",
    re.IGNORECASE,
)
_ORDER = re.compile(r"\b(?:should|must|shall)\b", re.IGNORECASE)
_MAIN = re.compile(
    r"\s+(?=(?:we|they|he|she|the\s\w{2,20}|[A-Z]{2,3}|[A-Z][a-z]{1,15})\s(?:will|shall|must|should|need|needs|to)\s)"
)
_GOES_ON = re.compile(r"[,:]\s*\S")
_ORDERS = re.compile(r"[,:]\s.{0,200}?\b(?:will|to|shall|should|must)\b", re.DOTALL)


def clause_end(text: str, at: int, *, noun: bool = False) -> int | None:
    """Where the clause that goes on from here ends; None if it is too long to be a due phrase.

    Args:
        text: the sentence.
        at: offset in the clause.
        noun: whether only a noun phrase is wanted, which also ends before "to", "so", "for".
    """
    part = text[at : at + _LONGEST]
    found = _STOP.search(part)
    end = found.start() if found else len(part)
    if noun and (stop := _NOUN_STOP.search(part, 0, end)):
        end = stop.start()
    words = len(part[:end].split())
    if (not found and len(text) > at + _LONGEST) or not 1 <= words <= (_NOUN_WORDS if noun else _CLAUSE_WORDS):
        return None
    return at + len(part[:end].rstrip(" ,\"'”’*_"))


def when_end(text: str, start: int, at: int) -> int | None:
    """The end of a clause with "when" between `start` and `at`; None if it is no time at which something is due."""
    if _WHEN_NOT.match(text, at) or _ASKING.search(text, max(0, start - _LOOK_BACK), start):
        return None
    if _ASKED_BEFORE.search(text[max(0, start - _ASKED_WITHIN) : start]):
        return None
    return _time_clause(text, start, at)


def once_end(text: str, start: int, at: int) -> int | None:
    """The end of a clause with "once"; None for the adverb ("once a month", "at once")."""
    if _ONCE_NOT.match(text, at) or _ONCE_BEFORE.search(text, max(0, start - _LOOK_BACK), start):
        return None
    return _time_clause(text, start, at)


def _time_clause(text: str, start: int, at: int) -> int | None:
    end = clause_end(text, at)
    if end is None or _PAST.search(text, at, end) or _ORDER.search(text, at, end) or text[end : end + 1] == "?":
        return None
    return end if not _opens(text, start) or _GOES_ON.match(text, end) else _before_main(text, at, end)


def _before_main(text: str, at: int, end: int) -> int | None:
    """The end of a clause that opens the sentence and runs on into the task ("Once it is dry we will …")."""
    main = _MAIN.search(text, at, end)
    return main.start() if main and text[at : main.start()].strip() else None


def occasion_end(text: str, start: int, at: int) -> int | None:
    """The end of an occasion after "before", "after", "following" …; None if it is no time to do something."""
    short = text[start : start + 6].lower() == "before" and _SHORT_OCCASION.match(text, at)
    if not (_OCCASION.match(text, at) or short) or _OCCASION_NOT.match(text, at):
        return None
    if _AFTER_BEFORE.search(text, max(0, start - _LOOK_BACK), start):
        return None
    end = clause_end(text, at, noun=not (_DOING.match(text, at) or _PRONOUN.match(text, at)))
    if end is None or _PAST.search(text, at, end):
        return None
    goes_on = _ORDERS if text[start : start + 5].lower() in ("after", "follo") else _GOES_ON
    return end if not _opens(text, start) or goes_on.match(text, end) else _before_main(text, at, end)


def _opens(text: str, start: int) -> bool:
    """Whether the clause opens the sentence: then it is a due phrase only if a task follows it."""
    return not text[:start].strip(" \t-–—•*:_()[]\"'“”0123456789.")
