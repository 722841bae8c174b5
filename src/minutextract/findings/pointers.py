"""Words of a task that point back to something outside it: "look into it", "do this", "the necessary forms"."""

from __future__ import annotations

import re

# "AB to pursue." says nothing by itself: what it is about stands in the sentence before.
_LEAST_TASK = re.compile(
    r"(?:please\s+|also\s+|then\s+|kindly\s+)*[\w-]+(?:\s+(?:up|into|on|out))?(?:\s+(?:this|it|that|them|these|those|accordingly))?"
    r"(?:\s+(?:asynchronously|async|offline|separately|internally|elsewhere|by\s+e-?mail))?",
    re.IGNORECASE,
)
_LEAST_WORDS, _FEW_WORDS = 2, 4
# "Telephone and chase", "review and report next month": what, the words before say.
_TWO_VERBS = re.compile(
    r"(?:please\s+|also\s+|then\s+|kindly\s+)*[a-z-]{3,}+(?:\s+(?:up|back|out))?(?:,?\s+and|\s+&|\s*/)\s+"
    r"(?:then\s+)?[a-z-]{3,}(?:\s+(?:up|back|out))?",
    re.IGNORECASE,
)
# When, and on what condition, tells nothing of what a task is about.
_FRAMED_BY_TIME = re.compile(
    r"\s+(?:(?:again\s+)?(?:at|before|by|in|for|from|until|after|on)\s+(?:the\s+)?)?(?:(?:next|this|following|coming)\s+\w+|week|month|meeting|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|asap|soon|again|shortly|tomorrow|today)(?:\s+meeting)?\W*$",
    re.IGNORECASE,
)
_AFTER_COMMA = re.compile(
    r",\s+(?:to\s+be|if|when|once|as\s+(?:soon|needed|required|necessary|appropriate)|before|until)\b.*$", re.IGNORECASE
)
_FAR = 90
_TIME = r"(?:week|month|year|term|evening|morning|afternoon|summer|winter|spring|autumn|meeting|time|weekend|day)"
_DEMONSTRATIVE = re.compile(rf"\b(?:this|these|those)\b(?!\s+(?:\w+\s+)?{_TIME}\b)", re.IGNORECASE)
_THAT = re.compile(
    r"\b(?:do|of|on|about|for|with|to|track|into|discuss|handle|at)\s+that(?=\s*(?:$|[.,;)]|(?:and|with|by|at|in|before|next|part|point)\b))",
    re.IGNORECASE,
)
_THAT_AT_LAST = re.compile(r"\b(?:for|about|on|of|with)\s+that\W*$", re.IGNORECASE)
_IT = re.compile(
    r"\b(?:it(?!\s+(?:is|was|be)?\s*(?:clear|easier|easy|possible|known|harder|up\s+to)\b)|its|them)\b(?![’'])",
    re.IGNORECASE,
)
# "Say that it rains": here "it" stands for nothing.
_AS_SUBJECT = re.compile(r"\bthat\s+$")
# In "It was agreed that …" the pronoun stands for nothing.
_EXPLETIVE = re.compile(
    r"\W*(?:(?<![\w’'])[\w’']++\s*,?\s+)?it\s+(?:was|is|has\s+been|had\s+been)\s+(?:\w+\s+){0,2}?(?:\w+(?:ed|t)|our\s+understanding)\s+(?:that|to|not|whether)\s",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:him|her|he|she|they)\b", re.IGNORECASE)
# A noun phrase before the pronoun may be what it stands for; "a look" and the like never are.
_NOUN_PHRASE = re.compile(
    r"\b(?:the|a|an|our|any|all|some|each|every|new|more)\s+(?!(?:\w+\s+)?(?:look|go|try|bit|eye|list|note|lot|few|end|back)\b)\w|"
    r"\b[a-z]{3,}s\b(?<!ss)|[A-Z]\w|\d",
)
_NOTHING_FURTHER = (
    r"(?!\s+(?:of|for|on|about|with|to|that|at|regarding|between|from|concerning|which|in\s+the)\b)(?![\w-]|\s+[A-Z])"
)
_KNOWN_THING = re.compile(
    rf"\bthe\s+(?:situation|matter|issue|proposal|request|suggestion|subject|doc|above|same)\b{_NOTHING_FURTHER}|"
    rf"\bthe\s+(?:information|details|documents?|data|figures)\s+(?:requested|required|asked\s+for|needed|wanted){_NOTHING_FURTHER}|"
    rf"\bthe\s+necessary\s+\w+{_NOTHING_FURTHER}|^(?:\w+\s+){{1,3}}everything\b(?!\s+(?:that|in|on|from|for|we|you|about|else|is|needed|to))|"
    r"\bsuch\s+(?!as\b|a\b|an\b)[a-z]{3,}",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:He|She|They|It|This|That|These|Those|The\s+(?:first|second|third|fourth|last|latter|former|other)(?:\s+(?:one|two|three))?)"
    r"\s+(?:will|would|should|shall|must|needs?|is|are)\b(?!\s+(?:\w+\s+)?that\b)"
)

# "Slight changes to be made": to what, the words before say.
_MADE = re.compile(
    r"(?:(?:some|further|slight|minor|small|more|the|a\s+few)\s+){0,2}(?:enquiries|inquiries|investigations?|arrangements|alterations|"
    r"changes|amendments|corrections|adjustments|improvements|edits|preparations|checks)\s+(?:will|would|to|should|must|needs?\s+to|have\s+to)\s+be\s+"
    r"(?:made|carried\s+out|agreed)\b(?!\s+(?:to|on|for|about|regarding|in|into|with|of|by|that|as)\b)",
    re.IGNORECASE,
)
# "Needs to be painted": what does, stands before.
_NO_SUBJECT = re.compile(
    r"(?:also\s+|still\s+)?(?:needs?|has|have|ought|will\s+need)\s+to\s+be\b|(?:also\s+)?(?:should|must)\s+be\b|"
    r"will\s+(?:also\s+|then\s+)?be\s+\w{2,}(?:ed|en|nt|ght)\b",
    re.IGNORECASE,
)


def says_little(task: str) -> bool:
    """Whether a task has no words but a verb and a pronoun ("pursue", "look into this")."""
    bare = _FRAMED_BY_TIME.sub("", _AFTER_COMMA.sub("", task))
    return bool(_LEAST_TASK.fullmatch(bare) or _TWO_VERBS.fullmatch(bare)) or len(bare.split()) <= _LEAST_WORDS


def names_nothing(task: str) -> bool:
    """Whether a task is a few words without a thing that an article, a name or a figure shows ("start discussion")."""
    bare = _FRAMED_BY_TIME.sub("", task)
    return len(bare.split()) <= _FEW_WORDS and not _NOUN_PHRASE.search(bare[1:])


def points_back(task: str, named: int | None = None) -> bool:
    """Whether a task speaks of something that only the words before it name.

    Args:
        task: its words.
        named: where in it somebody is named, for whom "him" may stand.
    """
    expletive = _EXPLETIVE.match(task)
    near = task[expletive.end() if expletive else 0 :][:_FAR]
    if _DEMONSTRATIVE.search(near) or _KNOWN_THING.search(near) or _SUBJECT.match(near) or _NO_SUBJECT.match(near):
        return True
    if _MADE.match(near):
        return True
    if len(task) < _FAR and _THAT_AT_LAST.search(task):
        return True
    it = _IT.search(near) or _THAT.search(near)
    if it and not _AS_SUBJECT.search(near[: it.start()]) and not _NOUN_PHRASE.search(near[1 : it.start()]):
        return True
    person = _PERSON.search(near)
    if person is None or _NOUN_PHRASE.search(near[1 : person.start()]):
        return False
    return named is None or named > person.start()
