"""Who a verb is said of: the noun phrase that ends right before it, within its own clause."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.owners import kind_of
from minutextract.months import MONTH
from minutextract.people.names import is_initials, looks_like_name

# Where a clause begins: behind punctuation, or behind a joint if a verb stands before it.
_BOUNDARY = re.compile(
    r"[;:!?•|\[\]]\s*|\((?![^()]*\))\s*|(?<!\b[A-Z])(?<!\bCllr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)\.\s+|\s[-–—]\s|[●○▪]\s*|"
    r"\b(?:that|because|although|where|when|while|with|as\s+well\s+as)\s+"
)
_JOINT = re.compile(r",?\s+(?:and|but|so)\s+(?:then\s+|also\s+)?")
FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|\w{2,}ed|gave|made|took|said|left|went|met)\b")
# The verb that follows has the subject of the one before.
_SHARED_SUBJECT = re.compile(r"\s(?:and|but|then|by|in|for)\s*(?:then\s+|also\s+)?$")
_OPENING = re.compile(
    r"^(?:(?:also|however|so|finally|then|overall|again|personally|first(?:ly)?|lastly|once\s+again|yes|yeah|well|in\s+closing|"
    r"in\s+conclusion|at\s+this\s+point|on\s+behalf\s+of)\b,?\s*)+",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"(?:in|on|at|after|during|for|as|before|following|to|by|despite|although|since|whilst|while|having|upon|under|all\s+that)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:the|all|our|both|his|her|their|its|a|an|two|three|many|most|several|these|those|one|some)\s+(?:[\w’'&/.\-]++\s*+){1,8}",
    re.IGNORECASE,
)
_LOST_STOP = re.compile(r"(?<!\bof)(?<!\bat)(?<!\bin)(?<!\bto)(?<!\band)(?<=[\w)])\s+(?=(?:The|A|An|All)\s+[\w’']+\s)")
_WHEN = re.compile(
    rf"(?:(?:in|during|since)\s+(?:(?:early|late|mid)[\s-])?(?:{MONTH}|spring|summer|autumn|winter)(?:\s+\d{{4}})?|"
    r"(?:last|this)\s+(?:year|month|week|term|season))\s+(?=the\s|our\s|[A-Z])",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\W*\(?(?:\d{1,2}|[a-z])[.)]\s+")
_SINGLE = re.compile(
    r"(?!(?:This|That|It|There|These|Those|What|Which|Who|Here|Some|Much|Thanks|Everything|Nothing)\b)[A-Z][\w\-]+"
)
_KIND_ONLY = re.compile(r"(?:(?:a|the|many|very|big|huge|special|great|sincere|warm|personal|vote)\s*)+", re.IGNORECASE)
_PRONOUNS = frozenset({"i", "we", "they", "he", "she", "everyone", "everybody", "all"})
_LONGEST = 12


def phrase_before(material: Material, floor: int, at: int) -> Span | None:
    """The noun phrase that ends at an offset and stands for somebody; None if the words before it do not name anybody.

    Where a verb comes in between ("AB opened the meeting by …", "AB came and …"), it is the phrase before that verb.

    Args:
        material: the meeting.
        floor: where the sentence begins.
        at: where the verb begins.
    """
    text = material.text
    start = max((found.end() for found in _BOUNDARY.finditer(text, floor, at)), default=floor)
    shared = _SHARED_SUBJECT.search(text, start, at)
    if shared and (verb := FINITE.search(text, start, shared.start())):
        return phrase_before(material, start, verb.start())
    # Between two sentences the full stop may be lost: "… as needed The clerk thanked …".
    start = max((found.end() for found in _LOST_STOP.finditer(text, start, at)), default=start)
    for joint in _JOINT.finditer(text, start, at):
        if FINITE.search(text, start, joint.start()):
            start = joint.end()
    start = _after_adverbial(text, start, at)
    if when := _WHEN.match(text, start, at):
        start = when.end()
    said = text[start:at]
    opening = _OPENING.match(said)
    start += opening.end() if opening else 0
    span = _stripped(text, start, at)
    return span if len(span) and names_somebody(material, span) else None


def _after_adverbial(text: str, start: int, at: int) -> int:
    """Behind "At the end of the meeting, " and the role in front of a name ("Chairman of the club, Mr Roe")."""
    while (comma := text.find(", ", start, at)) >= 0:
        before, after = text[start:comma], text[comma + 2 : at].strip()
        if (
            _ADVERBIAL.match(before.strip())
            or FINITE.search(before)
            or (looks_like_name(after) and not looks_like_name(before, single=True))
        ):
            start = comma + 2
        else:
            break
    return start


def _stripped(text: str, start: int, end: int) -> Span:
    if number := _NUMBER.match(text, start, end):
        start = number.end()
    while start < end and not (text[start].isalnum() or text[start] in "@("):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == ")"):
        end -= 1
    return Span(start, end)


def names_somebody(material: Material, span: Span) -> bool:
    """Whether a phrase can stand for a person or a group: a mention, a name, an office, a pronoun, "the …"."""
    words = span.of(material.text)
    if (
        not words
        or _KIND_ONLY.fullmatch(words)
        or re.search(r"\s(?:of|to|for|by|was|were|been)$", words)
        or len(words.split()) > _LONGEST
    ):
        return False
    if words.lower() in _PRONOUNS or words.startswith("@") or is_initials(words):
        return True
    if any(one.span.start == span.start or one.span.end == span.end for one in material.mentions_in(span)):
        return True
    bare = re.sub(r"\s*\([^()]*\)", "", words)
    pieces = re.split(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|/)\s*", bare)
    return all(
        _SINGLE.fullmatch(piece)
        or looks_like_name(piece)
        or kind_of(piece) != "unknown"
        or _ARTICLE.fullmatch(piece)
        or piece.lower() in _PRONOUNS
        for piece in pieces
        if piece
    )
