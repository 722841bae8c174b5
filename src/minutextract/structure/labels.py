"""The words that head attendance lists, and those that head other parts of minutes."""

from __future__ import annotations

import re
from functools import lru_cache

from minutextract.meeting import Attendance
from minutextract.months import MONTH
from minutextract.people.vocabulary import GROUP_WORDS

_BY_WORDS: dict[Attendance, str] = {
    Attendance.CHAIR: (
        "chair, chairs, co-chair, co-chairs, chairman, chairwoman, chairperson, chairpersons, meeting chair, "
        "chaired by, presiding, in the chair, convenor, convener, president, meeting chaired by "
    ),
    Attendance.PRESENT: (
        "presents, attendence, in attendence, very late, "
        "additional attendees, also attended, late, late arrivals, arrived late, late attendees, late attendee, "
        "latecomers, late comers, joined late, arriving late, attendee list, view "
        "attendee list, attendees list, present, those "
        "present, attendees, attending, those attending, participants, attendance, members, "
        "members present, present members, present at meeting, present at the meeting, in person, remote, remotely, "
        "online, on-line, dial-in, voting members, voting members present, roll call, roll-call, rollcall, who was "
        "there, delegates, invitees, committee members present, board members present, board members, "
        "committee members, trustees, trustees present, councillors, councillors present, directors present, "
        "governors present, people present, attended, participants in person, members in attendance, meeting "
        "attendees, list of attendees, list of participants, attendance list, attendee, attended by, "
        "participants (voting members in bold), present in person, present online, via zoom, on zoom, "
        "on the call, on call "
    ),
    Attendance.IN_ATTENDANCE: (
        "in attendance, officials in attendance, also present, also in attendance, also attending, observers, "
        "observing, guests, guest, visitors, staff, staff present, staff in attendance, invited guests, non- "
        "voting, members of the public, officers in attendance, officers present, officers, by invitation, "
        "in-attendance, others present, others in attendance, non-members, ex officio, guests present, "
        "invited, observer, public "
    ),
    Attendance.APOLOGIES: (
        "apologies, appologies, apoligies, apologees, "
        "apologies for absence, apologies received, apologies for absence received, apology, "
        "apologies from, apologies for absence from, regrets, excused, sent apologies, apologies and "
        "absences, regrets from, apologies for non-attendance, absent with apologies, apologies given, "
        "apologies were received from, apologies for absence were received from, apologies have been received "
        "from, apologies received from, apologies were given by, apologies for absence had been received "
        "from, apologies had been received from "
    ),
    Attendance.ABSENT: (
        "absents, absent, not present, away, missing, not attending, members absent, absences, absentees, unable to "
        "attend, did not attend, unavailable, not available, "
        "could not attend, absent without apologies, partly absent, absent members, members not present "
    ),
}
_LABELS = {words.strip(): kind for kind, group in _BY_WORDS.items() for words in group.split(",")}
# Words that head a list only in front of a colon and names: alone they are anything.
_BEFORE_NAMES = {
    "here": Attendance.PRESENT, "there": Attendance.PRESENT, "who came": Attendance.PRESENT,
    "also here": Attendance.IN_ATTENDANCE, "also there": Attendance.IN_ATTENDANCE,
    "not here": Attendance.ABSENT, "not there": Attendance.ABSENT,
}  # fmt: skip
# "Chair for the evening", "Chair of this meeting": who chaired, if another than usually.
_CHAIR_TODAY = re.compile(
    r"^(chair(?:man|woman|person)?) (?:today|tonight|for (?:today|tonight)|(?:for|of) (?:the|this) "
    r"(?:meeting|evening|day|morning|afternoon|session|call))$"
)
# An office in front of a name in an attendance list: its holder is present.
ROLE_LABELS = (
    "secretary", "treasurer", "clerk", "minutes", "minutes by", "minute taker", "minute-taker", "minutes taken by",
    "scribe", "note taker", "notes", "notetaker", "vice chair", "vice-chair", "vice chairman", "moderator", "host",
    "facilitator", "recorder", "minute secretary", "chair", "chairman", "chairperson", "convenor", "president",
    "vice president", "parish clerk", "head teacher", "minutes secretary", "taking minutes", "deputy chair",
    "deputy chairman", "co-chair", "minuting", "timekeeper", "councillor", "councillors", "rotating secretary",
    "note-taker", "minutes taker", "minute takers", "minutes takers", "note takers", "notetakers",
    "meeting scribe", "meeting host", "scribe(s)", "scribes", "acting chair", "acting secretary",
)  # fmt: skip
# Roles that somebody takes at the meeting itself.
TASKS = frozenset(
    {role for role in ROLE_LABELS if re.match(r"minut|taking|scribe|note|meeting|facil|moder|timek", role)}
)
# Of these, that of whoever only writes the minutes, and is no member unless another list says so.
TAKERS = frozenset(role for role in TASKS if role.startswith(("minut", "taking")))
# Words around a label that change nothing: "the following people were present", "voting member attendance".
_AROUND = re.compile(
    r"^the following (?:\w+ )?(?:were|was|are|is) |^(?:voting|board|committee|council|tsc|tac) (?:member )?|\s*/[\w ]*$"
)
# "Present from the depot", "Apologies (Leeds)": one list a site.
_FROM = re.compile(
    r"^(?:(present|attendees|participants|in attendance|attending) (?:from|at|for)|"
    r"(apologies|regrets) (?:at|in)) [^:,]{2,30}$"
)
_FOLLOWING = re.compile(r"\bfollowing (?:\w+ ){0,3}(?:were|was|are|is) (present|in attendance|attending|absent)$")
# "Late attendees with apologies": they came.
_EXCUSED = re.compile(r"^(late\b[\w ]*?|latecomers) with(?:out)? apolog(?:y|ies)$")
_ON_DAY = re.compile(
    r" on (?:\w+ )?(?:\w+ \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}\w* \w+(?:,? \d{4})?|\d{4}-\d\d?-\d\d?)$"
)
_DAY_FIRST = re.compile(rf"^(?:{MONTH}) \d{{1,2}}(?:,? \d{{4}})? ")
_AND = re.compile(r"\s+(?:and|&)\s+|\s*/\s*")
_DECORATION = re.compile(r"^[\d.)\s*_#•\-–]+")
_DECORATION_BEHIND = re.compile(r"(?<![\s*_:.\-–—])[\s*_:.\-–—]+$")
_COUNT = re.compile(r"(?:\s*[(\[][^()\[\]]{0,40}[)\]]){1,9}$|\s*[–-]?\s*(?<!\d)\d+/\d+$")
_INLINE = re.compile(r"^([^:|]{3,60}?)\s*(?::|\s[-–—]\s|\|)\s*(.+)$", re.DOTALL)
_DASHED = re.compile(
    r"(present|apologies(?: for absence)?|in attendance|attending|attendees|absent|regrets)\s*[-–—]\s*(?=[A-Z])",
    re.IGNORECASE,
)
# Labels within a line: "Attending: Jo, Al Regrets: Bo".
LATER_LABEL = re.compile(
    r"(?<=[\w).\]])[\s,;]+((?:also |not )?(?:present|attending|in attendance)|apologies(?: for absence| received)?|"
    r"regrets|absent|excused|guests?|observers?|late)\s*:(?:\s|$)",
    re.IGNORECASE,
)
# Whose list it is, in front of a word for how they stand: "Officers and Trustees present".
_WHO = GROUP_WORDS | frozenset(
    "and of the non-voting voting parish community other tsc tac full current core general key".split()
) - {"all"}
_NOT_MEMBERS = frozenset(
    "observers observer guests guest visitors staff public non-voting officers others other".split()
)
_MEMBERS = frozenset("members trustees councillors directors governors delegates board committee".split())
# A label that names a list and nothing else; others ("Trustees", "Notes") may head an agenda item.
SURE_LABEL = re.compile(r"present|attend|apolog|regret|absen|particip|roll[ -]?call|missing", re.IGNORECASE)
# Words of a sentence that lead a list in: "they met with the following present".
_LEADS_IN = re.compile(
    r"(?:\b(?:following|those|members|people|persons|councillors|trustees)(?: \w+){0,3}?|^) ?"
    r"(present|in attendance|attending|attended|absent)(?: (?:were|was|are|is|included))?(?: as follows)?"
    r"\s*(:| were| was)\s+(?=[A-Z@])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"^((?:no )?(?:apolog(?:y|ies)|regrets)(?: for (?:absence|non.attendance))?"
    r"(?: (?:was|were|had been|have been))?(?: (?:received|given|sent|accepted|noted|tendered))?"
    r"(?: for (?:absence|non.attendance))? (?:from|by))\s+(.+)$",
    re.IGNORECASE | re.DOTALL,
)


# Every line of a document is asked several times.
@lru_cache(maxsize=1024)
def attendance_label(text: str) -> Attendance | None:
    """The kind of list that the words head, if that is all they do ("Officials in attendance:")."""
    plain = _undecorated(text.strip()).strip().lower()
    bare = _DAY_FIRST.sub("", _ON_DAY.sub("", _COUNT.sub("", plain))).strip(" :")
    bare = _CHAIR_TODAY.sub(r"\1", _EXCUSED.sub(r"\1", bare))
    if found := _FROM.match(bare) or _FOLLOWING.search(bare):
        bare = found[1] or found[2]
    return _LABELS.get(plain) or _LABELS.get(bare) or _LABELS.get(_AROUND.sub("", bare)) or _of_group(bare)


def _undecorated(text: str) -> str:
    return _DECORATION_BEHIND.sub("", _DECORATION.sub("", text))


def label_at_end(text: str) -> Attendance | None:
    """The list that a label at the end of a paragraph heads ("Please sign in. Roll call:")."""
    last = re.split(r"(?<=[a-z])\.\s+", text)[-1]
    return attendance_label(last) if text.endswith(":") and last != text and SURE_LABEL.search(last) else None


def is_caption(text: str) -> bool:
    """Whether a line heads nothing but lists of who was there, side by side ("Attendance: Visitors:")."""
    parts = [part for part in text.split(":") if part.strip()]
    return len(parts) > 1 and text.rstrip().endswith(":") and all(map(attendance_label, parts))


def is_group(text: str) -> bool:
    """Whether the words name some of those who came ("Committee", "General members")."""
    words = re.split(r"[\s,&/]+", _undecorated(text.strip()).lower())
    return bool(words) and set(words) <= _WHO


def _of_group(label: str) -> Attendance | None:
    """ "Officers and trustees present", "Chair and minute taker": a list of some members, a chair with another task."""
    words = re.split(r"[\s,&/]+", label)
    for count in (1, 2):
        kind, whose = _LABELS.get(" ".join(words[-count:])), set(words[:-count])
        if kind is None or not whose or not whose <= _WHO:
            continue
        if kind in (Attendance.PRESENT, Attendance.IN_ATTENDANCE):
            outside = bool(whose & _NOT_MEMBERS) and not whose & _MEMBERS
            return Attendance.IN_ATTENDANCE if outside else Attendance.PRESENT
        return kind if kind in (Attendance.APOLOGIES, Attendance.ABSENT) else None
    tasks = _AND.split(label)
    chairs = any(_LABELS.get(task) is Attendance.CHAIR for task in tasks)
    return Attendance.CHAIR if chairs and all(task in ROLE_LABELS or task in _LABELS for task in tasks) else None


def split_attendance_label(text: str) -> tuple[Attendance, int] | None:
    """The kind of list and where it begins, for a line such as "Apologies: …" or "Apologies were received from …"."""
    if found := _SENTENCE.match(text.strip()):
        return (Attendance.APOLOGIES, text.index(found[2]))
    found = _INLINE.match(text)
    if found and (kind := attendance_label(found[1]) or _BEFORE_NAMES.get(_undecorated(found[1]).lower())):
        return kind, found.start(2)
    if (dashed := _DASHED.match(text)) and (kind := attendance_label(dashed[1])):
        return kind, dashed.end()
    lead = _LEADS_IN.search(text[:400])
    if lead and (kind := _LABELS.get(lead[1].lower())):
        return kind, lead.end()
    first, _, rest = text.partition(" ")
    if first.isupper() and rest and (kind := attendance_label(first)):
        return kind, len(first) + 1
    return None
