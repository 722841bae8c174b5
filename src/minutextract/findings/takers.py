"""Who takes a task on without being its subject: "I'll …" in a turn, "AB asks CD if he could …", "CD volunteered"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutextract.document import Span
from minutextract.findings.appeals import to_everybody
from minutextract.findings.material import Material
from minutextract.findings.owners import is_owner_phrase, names_people
from minutextract.people.names import looks_like_name
from minutextract.people.subjects import subject
from minutextract.record import Sentence

# What somebody says who takes a task on; what they say begins behind it.
FIRST_PERSON = re.compile(
    r"(?:(?:yes|ok|okay|sure|so|well|right|and|then|but)[,.]?\s+)?(?:(?-i:Ill)(?=\s+[a-z])|I(?:[’']ll|\s+(?:will|can|shall|am\s+going\s+to|plan\s+to|hope\s+to|intend\s+to|agree\s+to|volunteer\s+to))|"
    r"My\s+(?:next\s+)?(?:steps?|plans?|tasks?)\s+(?:is|are|will\s+be)\s+to|"
    r"I(?:[’']m|\s+am|[’']d\s+be)\s+(?:gonna|(?:happy|glad|going|planning|willing)\s+to))\s+(?=[a-z])",
    re.IGNORECASE,
)
# The same further on in what is said: "The pump leaks, but I'll call the plumber".
THEN_I = re.compile(
    r"(?:[,;–—]\s+|\s(?:and|but|so|otherwise)\s+)(?:(?:and|but|so|then|otherwise|yeah|yes|ok|okay|well)[,.]?\s+){0,3}"
    r"[Ii](?:[’']ll|\s+will|(?:[’']m|\s+am)\s+(?:gonna|going\s+to))\s+(?:just\s+|also\s+)?(?!be\b|have\b(?!\s+an?\s)|not\b|say\b|see\b)(?=[a-z])"
)
BARE_WILL = re.compile(
    r"(?=Will\s+do\b)|(?:Can|Would)\s+volunteer\s+to\s+|Would\s+be\s+(?:very\s+)?(?:happy|glad|willing)\s+to\s+(?=[a-z])|Can\s+(?:definitely|certainly|happily)\s+(?=[a-z])|(?:Happy|Glad)\s+to\s+(?=[a-z])|Will\s+(?!(?:do|be|have|you|we|they|he|she|it|the|there|this|that|not|anyone|someone|need)\b)(?=[a-z])"
)
HE_WILL = re.compile(r"(?:He|She)\s+(?:(?:also|then)\s+)?(?:will|is\s+to|agreed\s+to|offered\s+to|is\s+going\s+to)\s")
GOES_ON = re.compile(
    r"(?:(?:Also|Then|Further)\s+(?!(?:the|a|an|we|they|he|she|it|there|that|this|some|all|to|in|on|for|discussed|noted|need)\b)[a-z]+"
    r"|(?:He|She)\s+(?:will|is|was\s+asked)\s+also\s+|(?:He|She)\s+also\s+(?:agreed|offered)\s+to)\b"
)
_ONE = r"(?P<one>(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,2})"
_IF_COULD = re.compile(rf"\baske?[ds]\s+{_ONE}\s+(?:if|whether)\s+(?:he|she|they)\s+(?:could|can|would|will|might)\s")
_THAT = re.compile(
    rf"\b(?:requested|asked|instructed|directed)\s+that\s+{_ONE}\s+(?!(?:be|is|are|was|has|have|had|would|will|should|not)\b|\w+(?:s|ed)\b)[a-z]{{3,}}\s"
)
_ALL_ASKED = re.compile(
    r"\b(?:recommend|ask|asks|asked|encourage|encourages|encouraged|urge|urges|urged)\s+(?:that\s+)?(?P<one>everyone|everybody|people|all\s+members|members)"
    r"(?:\s+here)?\s+(?:also\s+)?(?:to\s+)?(?!(?:is|are|was|were|who)\b)[a-z]"
)
_WE_ALL = re.compile(r"\b[Ww]e\s+(?:should|must|need\s+to)\s+(?P<one>all)\s+(?!be\b|have\b)[a-z]")
# Whom somebody turns to: "Jo, can you …", "Jo, you'll need to …", "Can Jo …?"
_ADDRESSED = re.compile(
    r"(?:(?:so|and|ok|okay|then|yes|thanks)[,.]?\s+)?(?:(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)(?:,\s+|\s+(?=can\b|could\b))"
    r"(?:(?:can|could|would|will)\s+you\s+(?:please\s+|also\s+)?(?!(?:tell|say|see|hear|explain|elaborate|clarify|repeat|go|speak|give|"
    r"remind|confirm)\b)(?=[a-z])|"
    r"you(?:[’']ll|\s+(?:will|should|need\s+to))\s+(?:also\s+|definitely\s+)?(?:(?:want|need)\s+to\s+)?(?!(?:be|have|see|find|notice|remember|recall|"
    r"not)\b)(?=[a-z])|please\s+(?=[a-z])|(?P<both>let[’']s\s+you\s+and\s+I\s+))|"
    r"(?:[Cc]an|[Cc]ould)\s+(?P<one>everyone|everybody|all|members|(?:@[a-z]|[A-Z])[\w’'-]+"
    r"(?:(?:,\s+|\s+and\s+)(?:@[a-z]|[A-Z])[\w’'-]+){0,3})\s+(?:please\s+)?(?!(?:be|have|see|hear)\b)(?=[a-z]))",
)
_VOLUNTEERED = re.compile(
    rf"(?:\band|\bso|[,;:(–-])\s+{_ONE}\s+(?:has\s+|have\s+)?(?:volunteered|offered|stepped\s+up)\s*[.!)]*$"
)
_NO_IMPERATIVE = re.compile(
    r"(?:need|needs|possible|working|waiting|still|should|would|could|can|may|might|must|is|are|was|were|the|a|an|and|or|but|as|of|in|on|at|for|from|with|by|only|other|another|this|that|it|we|they|he|"
    r"she|there|some|all|no|not|maybe|if|when|how|what|why|who|discussion|discussed|update|updates|help)\b|\w+(?:ing|ed|s|tion|ment)\b",
    re.IGNORECASE,
)
# A declaration with a name in brackets behind it may be that person's remark as well as their task: a statement, a
# need, what a group should do, or something done.
_REMARK = re.compile(
    r"(?!.*\b(?:to\s+be|will|should|must)\b)(?:(?:some|the|we|our|there|it|this|that|many|most|kids|people|not\s+all|few|none)\b.{0,60}?\s"
    r"(?:is|are|was|were|has|have)|needs)\s|"
    r".{0,90}\b(?:be|is|are)\s+(?:needed|required|welcome)\W*$|"
    r"(?!(?:we|i|someone|somebody)\b)(?:[^\s.;:]+\s+){1,12}?(?:should|must|need\s+to)\s+(?!be\b)[a-z]|"
    r"(?:spoke|met|sent|wrote|told|gave|heard|went|(?!need)[a-z]{3,}ed)\s",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"[^.:]{2,40}:\s+")
_CAPITALS = re.compile(r"(?<![.!?:]\s)(?<!^)\b[A-Z][a-z]+(?:\s+[A-Z][a-z]+)*")


@dataclass(frozen=True, slots=True)
class Addressed:
    """Somebody who is asked to do something, where the task begins, and whether others may have it too."""

    owner: Span
    task: int
    doubtful: bool = False


def addressed(material: Material, span: Span) -> Addressed | None:
    """Whom the words turn to ("Jo, can you …"), if that is somebody known or a name."""
    if everybody := to_everybody(material.text, span):
        return Addressed(*everybody)
    found = _ADDRESSED.match(material.text, span.start, span.end)
    if found is None:
        return None
    one = Span(*found.span("name" if found["name"] else "one"))
    all_ = one.of(material.text)[0].islower() and is_owner_phrase(material, one)
    known = all_ or material.mentions_in(one) or names_people(material, one)
    return Addressed(one, found.end(), doubtful=found["both"] is not None) if known else None


def asked_or_offered(material: Material, span: Span) -> Span | None:
    """Who is asked whether they could, of whom it is requested, or who volunteers at the end of the sentence."""
    for pattern in (_IF_COULD, _THAT, _VOLUNTEERED, _ALL_ASKED, _WE_ALL):
        if found := pattern.search(material.text, span.start, span.end):
            one = Span(*found.span("one"))
            said = one.of(material.text)
            office = said == "people" or (said[0].islower() and is_owner_phrase(material, one))
            return one if office or material.mentions_in(one) or names_people(material, one) else None
    return None


def only_one_before(material: Material, sentence: Sentence) -> Span | None:
    """The person who leads the sentence before in the same paragraph, if that names nobody else."""
    before = material.before(sentence)
    if before is None:
        return None
    text, own = material.text, material.mentions_in(before.span)
    topic = _TOPIC.match(text, before.span.start, before.span.end)
    start = topic.end() if topic else before.span.start
    if leading := subject(text, before.span, own) or subject(text, Span(start, before.span.end), own):
        alone = len({one.person for one in own if one.person or one.candidates}) == 1
        return leading.mentions[0].span if alone and leading.mentions[0].person else None
    name = re.compile(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,2}(?=\s+[a-z])").match(text, start, before.span.end)
    if own or name is None or not looks_like_name(name[0], single=True):
        return None
    others = _CAPITALS.search(text, name.end(), before.span.end)
    return Span(*name.span()) if others is None and names_people(material, Span(*name.span())) else None


def perhaps_will(material: Material, span: Span) -> Span | None:
    """The "Will" that opens a task where somebody of that name is at the meeting: the name, or the verb."""
    first = Span(span.start, span.start + len("Will"))
    called = any(person.name.split()[:1] in (["Will"], ["William"]) for person in material.meeting.people)
    return first if called and first.of(material.text) == "Will" else None


def is_remark(said: str) -> bool:
    """Whether words with a name in brackets behind them may be what that person said, and no task of theirs."""
    return bool(_REMARK.match(said))


def is_imperative(text: str, span: Span) -> bool:
    """Whether a task opens with a verb that tells somebody to act, as far as its first word shows."""
    words = span.of(text)
    # "New doors needed" is a state.
    needed = re.search(r"\b(?:needed|required)\W*$", words)
    return bool(re.match(r"(?:To\s+)?[A-Z]?[a-z]{2,}\s", words)) and not (needed or _NO_IMPERATIVE.match(words))
