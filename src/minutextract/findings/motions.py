"""The parts of a motion as minutes tell them: what was moved, who moved and seconded it, what closes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A person as minutes of motions name one: titles, capitals, a call sign or a flat's number, and brackets behind.
_NOT_NAME = (
    r"(?!(?:Seconded|Second|Carried|Moved|Motion|Proposed|The|That|It|I|He|She|We|They|This|Passed|Approved|Voting|Maker|"
    r"All|Unanimous(?:ly)?|SECONDED|CARRIED|MOVED|Agreed)\b)"
)
_ONE = (
    r"(?:(?:the|[Tt]he|[Mm]r|[Mm]rs|[Mm]s|[Dd]r|[Cc]llrs?|[Cc]ouncillors?)\.?\s+){0,3}"
    rf"(?:{_NOT_NAME}[A-Z@][\w'’@\-]{{0,60}}+(?:\s+(?:de|van|von|der|{_NOT_NAME}[A-Z][\w'’\-]{{0,60}}+\.?(?=[\s,;:.]|$))){{0,3}}|\d{{2,4}}\b)"
    r"(?:\s*\([^()]{1,25}\))?"
)
NAME = rf"(?P<name>{_ONE}(?:(?:\s*/\s*|,?\s+(?:and|&)\s+)(?!the\s){_ONE})?)"
_ALSO = r"(?:(?:has|have|then|also|formally)\s+){0,2}"
_BOTH = re.compile(
    rf"\b(?i:(?:proposed|moved|proposer|mover)\s*(?:and|&|/)\s*(?:seconded|seconder)(?:\s+by)?)\s*:?\s+"
    rf"(?P<mover>{_ONE})\s*(?:/|,|and|&)\s*(?P<seconder>{_ONE})"
)
# The forms with the name behind come first: in "proposed by AB seconded by CD" the other form would read "AB seconded".
_SECONDED = (
    re.compile(
        rf"\b(?i:(?:seconded|second|2nd|seconder|seconding)(?:\s+(?:was|is)\s+made)?(?:\s+by\b)?)\s*[:;]?\s+{NAME}"
    ),
    re.compile(rf"{NAME}\s*,?\s+(?i:{_ALSO}(?:seconded|seconds|second|2nd))\b"),
)
_WHEN = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Easter|Christmas|Q\d|\d)"
_MOVED = (
    # The name stands behind the office: "moved by the Secretary, Jane (AB12), that …".
    re.compile(
        r"\b(?i:(?:proposed|moved)\s+by\s+(?:the\s+)?(?:vice[\s-]?)?(?:chair\w*|president|secretary|treasurer|clerk|director|captain))"
        rf"\s*,\s+{NAME}(?=\s*(?:,\s*)?(?:that|to)\s|\s*,?\s*(?:and\s+)?(?:seconded|2nd)\s+by|\s*[;.])"
    ),
    re.compile(
        r"\b(?i:(?:proposed|moved|introduced|put\s+forward)(?:\s+\w+){0,3}?\s+by\b|"
        r"(?:motion|proposal)(?:\s+(?:was|is|has\s+been))?(?:\s+\w+ly)?(?:\s+(?:made|moved|put))?\s+by\b|was\s+(?:\w+ly\s+)?made\s+by\b|"
        rf"(?:proposer|mover|maker|moved\s+by|proposed\s+by)\s*:|(?:proposed|moved)\s*:)\s*{NAME}"
    ),
    # "The proposed Boat Fund" names nobody.
    re.compile(
        r"(?<!\bthe )(?<!\bour )(?<!\ba )\b(?:Proposed|proposed|Moved|moved|MOVED)"
        rf"\s+{NAME}(?=\s*(?:[,;.]|$|\s(?:[Ss]econded|SECONDED)\b))"
    ),
    re.compile(
        rf"{NAME}\s*,?\s+(?i:{_ALSO}(?:moved?|moves|proposed|proposes|motioned|motions|"
        r"(?:made|makes|presented|put|brought|introduced)\s+(?:a|the)\s+motion(?:\s+for(?=\s+(?:the|an?)\s))?|motion)(?:\s+forward)?)\b(?!\s+(?:by|on)\b)"
    ),
    # "The plan was approved with AB making the motion to approve, CD second".
    re.compile(
        rf"(?P<clause>,?\s+(?:[Ww]ith\s+)?{NAME}\s+(?i:making|putting|offering)\s+(?:the|a)\s+(?i:motion)"
        r"(?:\s+to\s+(?:approve|accept|adopt)(?=\s*(?:[,;.]|$)))?)"
    ),
    # "It was proposed to buy a boat by AB and seconded by CD".
    re.compile(
        r"\b(?i:it\s+was\s+proposed)\s+(?:to|that)\s(?:(?!second)[^.;]){2,150}?"
        rf"(?P<clause>\s+by\s+(?!{_WHEN}){NAME}(?:\s*,)?(?:\s+and)?)(?=\s*\(?\s*(?:[Ss]econded|2nd))"
    ),
    # "Motion from AB to buy a boat".
    re.compile(rf"\b(?i:motion|proposal)\s+from\s+(?!the\s){NAME}(?=\s+(?:to|that)\s)"),
    # "Motion to buy a boat by AB": the name stands behind what is moved.
    re.compile(
        rf"^\W*(?i:motion)\s+(?:to|that)\s(?:(?!second)[^.;]){{2,150}}?(?P<clause>\s+by\s+(?!{_WHEN}){NAME})"
        r"(?=\s*(?:[,;.@]|$|(?:and\s+)?(?:[Ss]econd|2nd)))"
    ),
)
# One of these stands in whatever the patterns above match: most sentences are told apart without searching them.
_MOVING_WORDS = ("propos", "mov", "motion", "introduced", "forward", "made", "maker")
_SECONDING_WORDS = ("second", "2nd")
# A seconder that the words leave unnamed ("was seconded and approved", "All second").
_SECONDED_BARE = re.compile(r"\bseconded\b|^\W*(?:all|everyone|everybody|several)\s+seconds?\b", re.IGNORECASE)
CUE = re.compile(
    r"^\W*(?:the\s+)?(?:motion|proposal|resolution|moved|voting|vote)\s*(?:#?\d+\w?)?\s*(?::|\s[-–—]\s)\s*"
    r"(?:(?:it\s+was\s+)?(?:moved|proposed|resolved)\s+that\b\s*|I\s+move\s+)?|^\W*I\s+move\s+|^\W*motion\s+(?=to\s|that\s)",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:a|the)\s+motion\b|\bI\s+move\b|\b(?:moved|moves|motions?|motioned)\s+(?:to|that)\s", re.IGNORECASE
)

# Words of which a line that only tells the outcome is made, and those of them that tell it.
_SETTLING = frozenset(
    (
        "carried carries passed passes pass approved adopted accepted agreed ratified defeated failed fails "
        "lost rejected tabled deferred withdrawn unanimous unanimously favour favor consent consensus "
        "objection objections opposed objected supported dissent ayes aye con contradicente granted endorsed "
        "resolved refused"
    ).split()
)
_AROUND = frozenset(
    (
        "the a an it this that these and of or to in from by with without there were was is are has have been "
        "had be no none not all any i nem nays nay yes yeas for against abstain abstains abstained abstaining "
        "abstention abstentions motion motions resolution proposal proposals vote votes voted voting voters "
        "outcome result status members member everyone board council committee community parish group meeting "
        "present majority large show hands received raised noted made duly fully one two three four five six seven "
        "eight nine ten zero against s both than on so its agreement second seconder"
    ).split()
)
_COMMENT = re.compile(
    r"\W*no\s+(?:further\s+)?(?:comments?|objections?)\b(?:\s+(?:from|by)\s+[\w ]{2,40})?\W*", re.IGNORECASE
)
_PLAIN_SUPPORT = re.compile(
    r"\W*(?:(?:fully\s+)?supported|no\s+objections?)\b(?:\s+(?:from|by)\s+[\w ]{2,40})?\W*", re.IGNORECASE
)
# Whom it is about has nothing against it, or one abstained, and the rest are in favour: the end of the motion before.
_ALL_FOR = re.compile(
    r"\W{0,20}(?:(?:\w[\w.’'-]{0,40}+\s+){1,5}?(?:(?:had|has)\s+no\s+objections?|accepted|abstained|consented)\s*,?\s*(?:and|but|with)\s+)?"
    r"(?:the\s+)?(?:(?:rest|remainder)\s+(?:of\s+)?(?:the\s+)?)?(?:\w+\s+){0,2}"
    r"(?:council|board|committee|meeting|members?|councillors|trustees|present|rest|remainder|all)\s+"
    r"(?:(?:was|were|is|are|being|voted)\s+)?(?:all\s+|unanimously\s+)?in\s+(?:favou?r|(?:full\s+|unanimous\s+|complete\s+)?agreement)\W*",
    re.IGNORECASE,
)
_ABSTAINS = re.compile(r"\W{0,20}(?:\w[\w.’'-]{0,40}+\s+){1,5}?abstained\b(?!\s+from\b)[^.;]{0,80}\W*", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:for|favou?r|yes|ayes?)\b\W*\d+[^.]{0,20}\b(?:against|no|nays?)\b", re.IGNORECASE)
# What was approved was a sum: no bare outcome.
_SUM = re.compile(r"[£$€]\s?\d|(?<![\d,.])\d[\d,.]{0,15}\s?(?:pounds|dollars|euros?|GBP|USD|EUR)\b", re.IGNORECASE)
# A paper that its number tells from others: "Resolution 2025-4".
_NUMBERED = re.compile(r"\bresolution\s+(?:no\.?\s*|#\s*)?\d{2,4}\s?[-–/.]\s?\d{1,4}\b", re.IGNORECASE)
_THE_MOTION = re.compile(r"\s+(?:(?:the|this|that|his|her)\s+(?:motion|proposal|nomination)|it)\b", re.IGNORECASE)
# What the vote came to, and what follows from it: "Ayes carry and we will buy a boat".
_ENDS_AND = re.compile(
    r"\W*(?:the\s+)?(?:ayes\s+(?:carry|carried|ha(?:ve|d)\s+it)|motion\s+(?:(?:was|is|has)\s+)?(?:\w+ly\s+)?"
    r"(?:carried|carries|passed|passes|approved|adopted|defeated|failed|fails))\s*,?\s+(?:and|so)\s",
    re.IGNORECASE,
)
_MOTION_SECONDED = re.compile(
    r"\W*(?:(?:the|this|that|his|her)\s+(?:motion|proposal)|it)\s+(?:was|is)\s+(?:\w+ly\s+)?seconded\b|\W*seconded\s+by\b",
    re.IGNORECASE,
)
# A line of a count: "33 for", "4 abstained".
_TALLY = re.compile(
    r"\W*(?:\d{1,4}\s+(?:votes?\s+|members?\s+)?(?:in\s+favou?r|for|against|opposed|abstain(?:ed|ing|s)?|abstentions?|yes|no|"
    r"ayes?|nays?|undecided)\b[\s,;.]*){1,4}|"
    # Counts behind their side: "In favour: 4" and the like
    r"\W*(?:(?:in\s+favou?r|for|against|opposed|abstain(?:ed|ing)|abstentions?|yes|no|ayes?|nays?)\s*[:=–-]\s*\d{1,4}\b[\s,;.]*){1,4}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\W*(?:(?:there\s+(?:was|being)\s+)?no\s+(?:further\s+)?discussion(?:\s+\w+){0,2}|discussion\s*:\s*none|"
    r"a\s+vote\s+(?:was|is)\s+(?:taken|held|called))\W*",
    re.IGNORECASE,
)
# Only a meeting that votes speaks so.
_CERTAIN = re.compile(
    r"^\W*carried\b(?!\s+(?:out|forward|over|from|on))|(?-i:\bCARRIED\b)|\bcarried\s+(?:unanimously|nem)|"
    r"\b(?:motions?|resolution|amendment)\s+(?:to\s+\w+\s+){0,2}(?:(?:was|were|is|has\s+been|duly)\s+){0,2}"
    r"(?:carried(?!\s+(?:out|forward|over))|carries|passed|passes|approved|adopted|defeated|failed|fails|lost)\b|"
    r"\b(?:passed|passes|approved|adopted|agreed)\s+(?:unanimously|without\s+(?:dissent|objection)|nem|by\s+(?:unanimous\s+)?consent)|"
    r"\bunanimously\s+(?:passed|approved|adopted|agreed|carried)\b|^\W*(?:the\s+)?ayes\s+(?:carry|carried|ha(?:ve|d)\s+it)\b|\ball\s+in\s+favou?r\W*$",
    re.IGNORECASE,
)
# The last vote that a vote of all wants: "with AB making it unanimous".
_MAKES_UNANIMOUS = re.compile(rf",?\s*\b(?i:with)\s+{NAME}\s+(?i:making\s+(?:it\s+|this\s+)?unanimous)\b")
_AYES = re.compile(r"\W*(?:the\s+)?ayes\s+(?:carry|carried|ha(?:ve|d)\s+it)\W*", re.IGNORECASE)
_LONGEST_OUTCOME = 16


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence that tells who moved or seconded, and where the name stands in it; offsets as given."""

    start: int
    end: int
    name: tuple[int, int] | None


def mover_in(said: str) -> Clause | None:
    """The clause that names who moved."""
    if not _has_any(said, _MOVING_WORDS):
        return None
    if both := _BOTH.search(said):
        return Clause(*both.span(), both.span("mover"))
    return _first(_MOVED, said)


def seconder_in(said: str) -> Clause | None:
    """The clause that names who seconded; its name is None where the words only say that somebody did."""
    if not _has_any(said, _SECONDING_WORDS):
        return None
    if both := _BOTH.search(said):
        return Clause(*both.span(), both.span("seconder"))
    found = _first(_SECONDED, said)
    if found is None and (bare := _SECONDED_BARE.search(said)):
        return Clause(*bare.span(), None)
    return found


def _has_any(said: str, words: tuple[str, ...]) -> bool:
    low = said.casefold()
    return any(word in low for word in words)


def _first(patterns: tuple[re.Pattern[str], ...], said: str) -> Clause | None:
    found = next((match for pattern in patterns if (match := pattern.search(said))), None)
    if found is None:
        return None
    return Clause(*found.span("clause" if "clause" in found.re.groupindex else 0), found.span("name"))


def opens_motion(said: str) -> bool:
    """Whether a sentence puts something to the meeting: a mark, a mover, "I move that"."""
    return bool(CUE.match(said) or _MADE.search(said) or mover_in(said))


def is_settling_word(word: str) -> bool:
    """Whether a word may stand in a line that tells nothing but how a vote went."""
    return word in _SETTLING or word in _AROUND


def is_outcome(said: str) -> bool:
    """Whether a sentence holds nothing but how a vote went ("Carried.", "Motion passed (7 yes, 0 no)")."""
    words = [word for word in re.findall(r"[^\W\d_]+", said.lower()) if len(word) > 1]
    if is_comment(said) or is_tally(said) or _AYES.fullmatch(said):
        return True
    return (
        0 < len(words) <= _LONGEST_OUTCOME
        and not said.rstrip().endswith("?")
        and not _SUM.search(said)
        and not names_paper(said)
        and (any(word in _SETTLING for word in words) or bool(_COUNTED.search(said)))
        and all(map(is_settling_word, words))
    )


def names_paper(said: str) -> bool:
    """Whether a resolution is named by its number, so that no word needs to tell what it is on."""
    return bool(_NUMBERED.search(said))


def tells_seconder(said: str) -> bool:
    """Whether a sentence opens with who seconded the motion before it ("The motion was seconded by AB and …")."""
    if _MOTION_SECONDED.match(said):
        return True
    found = seconder_in(said)
    return found is not None and found.start == 0 and bool(_THE_MOTION.match(said, found.end))


def tells_end(said: str) -> bool:
    """Whether a sentence opens with how the motion before it ended, and goes on with what follows from it."""
    opening, comma, _ = said.partition(",")
    unanimous = bool(comma) and is_outcome(opening) and is_certain(said) and not mover_in(said)
    return unanimous or bool(_ENDS_AND.match(said))


def is_tally(said: str) -> bool:
    """Whether a line holds nothing but counts of votes ("33 for, 0 against", "4 abstained")."""
    return bool(_TALLY.fullmatch(said))


def is_comment(said: str) -> bool:
    """Whether a sentence only says that the meeting has nothing to say on what it was asked about."""
    return bool(_COMMENT.fullmatch(said))


def is_assent(said: str) -> bool:
    """Whether a sentence says that those present favour what stands before it, one who is meant by it perhaps too."""
    return bool(_ALL_FOR.fullmatch(said))


def is_abstention(said: str) -> bool:
    """Whether a sentence only says that somebody by name abstained."""
    return bool(_ABSTAINS.fullmatch(said)) and not is_outcome(said)


def is_between(said: str) -> bool:
    """Whether a line between a motion and its outcome is about neither ("No further discussion.", "AB abstained.")."""
    return bool(_BETWEEN.fullmatch(said)) or is_abstention(said)


def is_support(said: str) -> bool:
    """Whether a sentence only says that the meeting supports, or does not object to, what stands before it."""
    return bool(_PLAIN_SUPPORT.fullmatch(said))


def is_certain(said: str) -> bool:
    """Whether the words can only tell the outcome of a vote."""
    return bool(_CERTAIN.search(said))


def only_names(said: str) -> bool:
    """Whether a sentence tells no more than who moved, who seconded and how the vote went."""
    clauses = [clause for clause in (mover_in(said), seconder_in(said)) if clause]
    rest = _MAKES_UNANIMOUS.sub(" unanimous", without(said, clauses))
    return bool(clauses) and (len(re.findall(r"\w+", rest)) <= 2 or is_outcome(rest))


def without(said: str, clauses: list[Clause]) -> str:
    """The sentence with the clauses taken out."""
    for clause in sorted(clauses, key=lambda one: -one.start):
        said = f"{said[: clause.start]} {said[clause.end :]}"
    return said
