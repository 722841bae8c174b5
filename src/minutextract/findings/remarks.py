"""What stands behind a name and a colon and yet is not that one's to do: remarks, proposals, what others take on."""

from __future__ import annotations

import re

from minutextract.document import Span

# What somebody thinks that all should do is not theirs to do; what they value is a remark.
_PROPOSES = r"(?:maybe\s+|perhaps\s+|I\s+think\s+)?we\s+(?:should|could|might|ought\s+to)\s"
_VALUES = (
    r"(?:it\s+is\s+|it[’']s\s+)?(?:necessary|important|essential|useful|good|better|best|great|nice|easy|easier|hard|difficult|possible|"
    r"crucial|vital|helpful|reasonable|fine|sensible)\s+to\s+[a-z]"
)
# "AB: the mill has offered to lend a saw", "AB: a neighbour will lend one".
_OTHERS_OFFER = (
    r"(?:the|an?|our|some|two|three|several)\s+(?:(?!to\b|and\b|for\b)[\w’'&-]+\s+){1,5}?(?:(?:has|have)\s+)?"
    r"(?:volunteered|offered|agreed|promised|undertaken)\s+to\s+[a-z]"
)
# "Pumps - there are three that have to be mended": the topic, or who says so.
_STATES = r"(?:there|it|this|that|these|those)\s+(?:is|are|was|were|has|have)\b"
_NOT_THEIRS = re.compile(rf"(?:{_PROPOSES}|{_VALUES}|{_OTHERS_OFFER}|{_STATES})", re.IGNORECASE)
# "AB: Help pages need updating" may be no more than a remark, and "AB: Please use the list" what AB asks of all.
_NEEDS = re.compile(
    r"[A-Z](?:(?!\b(?:what|which|that|who)\b)[^.;:,]){2,60}?\sneeds?\s+(?:\w+ing|to\s+be\s+\w+)\b|[A-Z][^.;:]{3,80}\s(?:needed|wanted|required)\b|[Pp]lease\s+[a-z]"
)
# "AB: send in your plans", "AB: could you send …", "AB: two plans wait, please read them": AB asks all, or is asked.
_ASKS = re.compile(
    r"(?!please\b)[a-z]+\b[^.;]{0,60}\byour\b|(?:can|could|would|will)\s+you\b|"
    r"[^.;:]{8,140}?(?:,|\sand|\sso)\s+please\s+[a-z]|"
    # "AB: the leaflet comes soon; we'll hang it up": all of them, or a group of them
    r"we\s+(?:still\s+|also\s+|really\s+)?need\s+(?:an?|the|more|new|some|better)\s|"
    r"[^.;:,]{3,140}[;,]\s+we(?:[’']ll|\s+will)\s+(?!(?:need|have|be|see)\b)[a-z]",
    re.IGNORECASE,
)
# "@ab: the label is missing -> @cd will add it": whoever says so hands it on.
_HANDED_ON = re.compile(
    r"[^;]{2,200}?\s(?:-{1,2}>|→|⇒|➔|➜|=>)\s+(?P<who>@[\w-]{1,39}|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s+"
    r"(?:will|shall|(?:is\s+)?to(?!\s+be\b))\s+(?=[a-z])"
)

# At the end of a task that somebody had: "… (now taken over by CD)", "… - handed over to CD".
_TAKEN_OVER = re.compile(
    r"\s*[(\[,;–—-]\s*(?:(?:now|since|then)\s+)?(?:taken\s+over\s+by|handed\s+(?:over\s+|on\s+)?to|passed\s+(?:over\s+|on\s+)?to|"
    r"re-?assigned\s+to|delegated\s+to|transferred\s+to)\s+(?P<who>@?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?)\W*$"
)

# "CD has asked for a pump, but will …", said by AB: the one who asks is not the one who will.
_REQUESTED = re.compile(
    r"\s+(?:(?:has|have|had)\s+)?(?:requests?|requested|asks|asked|wants|wanted|suggests|suggested|proposes|proposed)\s"
    r"[^.;]{3,160}?\s(?:but|and|so)\s+(?:will|would)\s+(?!be\b)(?=[a-z])"
)
_ONLY_MAY = re.compile(r"\s+(?:also\s+|then\s+|still\s+)?(?:can|could|may|might)\s")


def has_requested(text: str, rest: Span) -> Span | None:
    """What a speaker will do about the request of the one named before it ("CD asked for a pump, but will …")."""
    found = _REQUESTED.match(text, rest.start, rest.end)
    return Span(found.end(), rest.end) if found else None


def only_may(text: str, at: int) -> bool:
    """Whether what a speaker says of another is only what that one can or might do."""
    return bool(_ONLY_MAY.match(text, at))


def is_for_nobody(text: str, rest: Span) -> bool:
    """Whether the words put nothing on whoever stands in front of them."""
    return bool(_NOT_THEIRS.match(text, rest.start, rest.end))


def is_need(text: str, rest: Span) -> bool:
    """Whether the words tell of a thing that needs something done to it, or beg for it."""
    return _NEEDS.match(text, rest.start, rest.end) is not None


def may_ask(text: str, rest: Span) -> bool:
    """Whether the words may as well be what the person asks of the others as what they are asked."""
    return _ASKS.match(text, rest.start, rest.end) is not None


def handed_on(text: str, rest: Span) -> tuple[Span, Span] | None:
    """To whom the words hand a task on behind an arrow, and the task."""
    found = _HANDED_ON.match(text, rest.start, rest.end)
    return (Span(*found.span("who")), Span(found.end(), rest.end)) if found else None


def taken_over(text: str, span: Span) -> tuple[Span, int] | None:
    """By whom a task is said to have been taken over, and where the words that say so begin."""
    found = _TAKEN_OVER.search(text[span.start : span.end])
    if found is None:
        return None
    start, end = found.span("who")
    return Span(span.start + start, span.start + end), span.start + found.start()
