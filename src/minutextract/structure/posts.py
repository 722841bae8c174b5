"""Posts and sites around the names of an attendance list: which words they are, and where the name begins or ends."""

from __future__ import annotations

import re

from minutextract.people.names import is_given_name, looks_like_name
from minutextract.people.vocabulary import BODY_WORDS, HONORIFICS, POST_WORDS
from minutextract.structure.brackets import take_brackets

_CHAIR = re.compile(
    r"\b(?:co-?)?chair(?:man|woman|person|ing)?\b|\bconvenor\b|\bconvener\b|\bpresiding\b", re.IGNORECASE
)
_NO_CHAIR = re.compile(r"\b(?:vice|deputy|past|former|immediate|elect|previous)\b", re.IGNORECASE)
# "Chair from item 4", "in the chair": somebody took the chair of this very meeting.
_FOR_ITEMS = re.compile(
    r"\bchair(?:man|woman|person)?,? (?:from|until|till|for) items? \d|(?:^|[\s,])in the chair$", re.IGNORECASE
)
_JOINING = frozenset("of for the and & to in".split())
# Words in front of a post that belong to it: "Jo Roe General Manager".
_QUALIFIERS = frozenset(
    "general managing acting interim senior assistant associate project programme technical finance operations".split()
)
_LONGEST_POST = 7
_OUTSIDERS = frozenset({"visitor", "guest", "observer", "invited guest", "guest speaker", "visiting speaker"})


def chairs_meeting(words: str) -> bool:
    """Whether the words say that the person chairs this meeting, not a body that they come from."""
    return bool(_FOR_ITEMS.search(words)) or any(_chairs(part) for part in (words, *take_brackets(words)[1]))


def _chairs(words: str) -> bool:
    first = re.split(r",\s|\s[-–—]\s", words.strip())[0]
    short = len(first.split()) <= 3 and "," not in words
    this = short or "this meeting" in first or first.lower().endswith(" the meeting")
    return bool(_CHAIR.search(first)) and this and not _NO_CHAIR.search(first)


def is_outsider(post: str | None) -> bool:
    """Whether the post says that somebody came as no member ("Visitor")."""
    return (post or "").lower().strip(" .") in _OUTSIDERS


def is_post(part: str) -> bool:
    """Whether the words name a post ("Deputy Director of Rivers"), not a body."""
    words = [word.strip(".,’'s").lower() for word in part.split(" of ", maxsplit=1)[0].split()]
    if not words or words[0] in ("office", "department"):
        return False
    if any(word in POST_WORDS for word in words[:2]):
        return True
    return any(word in POST_WORDS or word in HONORIFICS for word in words) and words[-1] not in BODY_WORDS


def is_site(words: str) -> bool:
    """Whether words in front of a name are a body, place or post that the name comes from ("ABC - Jo Roe")."""
    tokens = words.split()
    if not 1 <= len(tokens) <= _LONGEST_POST or looks_like_name(words):
        return False
    lower = {token.lower().strip(".,()") for token in tokens}
    acronym = len(tokens) <= 3 and words.isupper() and len(words) > 1
    return acronym or (words[0].isupper() and bool(lower & (BODY_WORDS | POST_WORDS)))


def post_then_name(words: str) -> tuple[str, str] | None:
    """A post and the name behind it: "Acting Treasurer Jo Roe", "Oak School Representative J Roe"."""
    tokens = words.split()
    for at in range(min(len(tokens) - 1, _LONGEST_POST), 0, -1):
        post, name = tokens[:at], " ".join(tokens[at:])
        if post[-1].lower().strip(".,") not in POST_WORDS or not looks_like_name(name):
            continue
        if all(word[0].isupper() or word in _JOINING for word in post) or at == 1:
            return " ".join(post), name
    return None


def name_then_post(words: str) -> tuple[str, str] | None:
    """A name and a post or body behind it without a mark between: "Jo Roe Vice President", "Jo Roe Oak Bus Trust"."""
    tokens = words.split()
    if len(tokens) > 3 and is_given_name(tokens[0]) and tokens[-1].lower() in BODY_WORDS:
        return " ".join(tokens[:2]), " ".join(tokens[2:])
    for at in range(2, len(tokens)):
        post = [token.lower().strip(".,") for token in tokens[at:]]
        begins = post[0] in POST_WORDS or (post[0] in _QUALIFIERS and post[-1] in POST_WORDS)
        begins = begins or (len(tokens[at]) > 2 and tokens[at].isupper() and post[-1] in POST_WORDS)
        if begins and looks_like_name(name := " ".join(tokens[:at])):
            return name, " ".join(tokens[at:])
    return None
