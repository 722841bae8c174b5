"""To whom a request turns that stands behind a name: to everybody, to nobody in particular, to us all."""

from __future__ import annotations

import re

from minutextract.document import Span

# "Everyone, please send …", "Everyone please take five minutes to read …", "Just everyone, take a look".
_ALL = re.compile(
    r"(?:(?:so|and|ok|okay|just|then)[,.]?\s+)?(?P<all>everyone|everybody|all(?:\s+members)?)"
    r"(?P<turn>\s*,\s*(?:please\s+)?|\s+please\s+|\s+)"
    r"(?:take\s+(?:(?:a\s+few|some|a|\d+|two|five|ten)\s+)?(?:minutes?|moments?|time)\s+to\s+)?(?=[a-z]{2,}\b)",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"(?:the|an?|of|in|on|at|for|from|with|by|to|as|and|or|but|so|if|when|that|this|these|those|it|we|they|he|she|you|who|"
    r"is|are|was|were|be|has|have|had|will|would|should|shall|must|can|could|may|might|does|did|not|else|here|present|"
    r"involved|concerned|happy|welcome|able|keen|free|aware|interested|also|still|now|then|agrees?|thinks?|felt|went|came|"
    r"met|said|knew|needs?|wants?|except)\b|(?!(?:bring|ring|sing|feed|need|speed|reply|apply|supply)\b)\w+(?:ed|ing|ly)\b|(?!(?:discuss|address|assess|process|focus|pass|press|express)\b)\w+s\b",
    re.IGNORECASE,
)
# What somebody asks that anybody may take up.
_ANYBODY = re.compile(
    r"(?:please\s+)?(?:(?:can|could|would|will|should)\s+(?:someone|somebody|anyone|anybody)\b|"
    r"who\s+(?:else\s+)?(?:is|are|can|could|will|would|wants|has)\b|(?:someone|somebody)\s+(?:to|should|must|needs?\s+to|has\s+to)\b)",
    re.IGNORECASE,
)
# What a speaker says that all are to do: "we are to …", "As agreed with the Mill, we must …".
_US = re.compile(
    r"(?:[^.;:]{2,140}?,\s+(?:but\s+|so\s+|and\s+)?)?we\s+(?:all\s+|also\s+|still\s+|now\s+){0,2}"
    r"(?:are\s+to|have\s+to|need\s+to|should|must|ought\s+to|are\s+(?:required|asked|expected)\s+to)\s",
    re.IGNORECASE,
)


def to_everybody(text: str, span: Span) -> tuple[Span, int] | None:
    """The word for everybody with which a request opens, and where what they are asked to do begins."""
    found = _ALL.match(text, span.start, span.end)
    if found is None or _NO_VERB.match(text, found.end(), span.end):
        return None
    plain = not found["turn"].strip()
    if plain and found["all"].lower() not in ("everyone", "everybody"):
        return None
    return Span(*found.span("all")), found.end()


def asks_anybody(text: str, span: Span) -> bool:
    """Whether the words behind a speaker's name ask whoever will, or say what all of us are to do."""
    return bool(_ANYBODY.match(text, span.start, span.end) or _US.match(text, span.start, span.end))
