"""Whether the words of a decision leave open what it is on: a bare formula, a pointer back, no subject."""

from __future__ import annotations

import re

from minutextract.findings.motions import is_settling_word, names_paper

_SPEAKER = r"(?:[A-Z][\w.’'-]{0,20}(?:\s[A-Z][\w.’'-]{0,20}){0,2}:\s+)?"
_THING = (
    r"(?:issue|feature|request|motion|proposal|suggestion|matter|idea|recommendation|offer|application|amendment|option|"
    r"business|payment|item|resolution)s?"
)
# Words that tell that something was agreed, or who agreed, and never what; `motions` has those of votes.
_FORMULA = frozenset(
    (
        "works sounds looks good fine great ok okay yes yep agree positive many general seem seems seeing support "
        "supports go going ahead principle approach discussion everybody we us ve ll re settled then happy right "
        "supervisors trustees directors councillors governors exec executive says said say results outcome decision "
        "consensus request requests offer recommendation application suggestion item issue issues problem problems "
        "duly comments comment corrections second undecided subject ratification approval planning decided also as "
        "elected hearing date january february march april may june july august september october november december "
        "nd rd th st"
    ).split()
)
_LABEL = re.compile(
    r"^\W*(?:\w+\s+)?(?:decisions?|results?|outcomes?|consensus|conclusions?|discussion)\s*:\s*", re.IGNORECASE
)
# "Decision keep the boat": the mark without its colon.
_BARE_LABEL = re.compile(
    r"Decision\s+(?=(?:add|adopt|approve|ask|buy|change|clarify|close|continue|create|defer|do|drop|go|keep|leave|let|make|merge|move|"
    r"postpone|publish|reject|remove|rename|replace|send|start|stay|stop|use|wait|[Ww]e|[Ii]t|[Tt]hat|[Ww]hether)\s)"
)
_POINTING = re.compile(
    # "this issue", "the request" with nothing behind that tells which
    rf"\b(?:this|that|these|those|said)\s+{_THING}\b|"
    rf"\bthe\s+{_THING}(?=\W*$|\s*[.,;!]|\s+(?:above|and|but|unanimously|of\s+the\s+(?:\w+\s+){{1,3}}committee)\b)|"
    # A sum that the sentence before asks for, assent to what it tells
    r"^\W*the\s+(?:value|cost|price|amount|total|sum|fee|quote|quotation)\s+(?:is|was|came|comes|would)\b|"
    r"\b(?:all|members|councillors|council|board|trustees|committee|meeting)\s+(?:approved|accepted|adopted)\s+and\s+(?:it|the|this|they)\b|"
    r"^\W*to\s+be\s+(?:revisited|deferred|postponed|reviewed\s+(?:again|later))\b|"
    r"\bthe\s+above\b|\b(?:his|her|their)\s+(?:place|post|role|seat|position)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    rf"^\W*{_SPEAKER}(?i:(?:ok\W+)?(?:this|that|these|those|both)(?:[’']s)?\s+(?:(?:was|were|is|are|has|have|will|would|can|could|should)\b|"
    r"(?<=s\s)settled)|(?:it|they)\s+(?:was|were)\s+(?:\w+ly\s+)?(?:approved|agreed|accepted|carried|adopted|rejected|deferred)\W*$)|"
    rf"^\W*{_SPEAKER}(?i:(?:(?<![\w’'])(?!and\b|or\b|then\b)[\w’']++\s+){{0,4}}(?:do|keep|leave|move|add|drop|use|include|accept(?:ed)?|approved?|support(?:ed)?|"
    r"ratified|adopt(?:ed)?|defer(?:red)?|postponed?)\s+(?:(?:it|them)(?![’'])\b(?!\s+(?:\w+\s+)?(?:is|was|were|are)\b)|this(?=\W*$|[.,;]|\s+(?:as|in|for|to|until|and|at|on|with|unanimously)\b)))"
)
_NO_SUBJECT = re.compile(
    r"^\W*(?:will|would|should|shall|was|were|is|are|has|have|can|do|not|let[’']?s|keep|leave|hold|go|wait|encourage|"
    r"moved|deferred|postponed|tabled|approved|accepted|agreed|don[’']t|for\s+(?:the\s+moment|now|the\s+interim)|"
    r"currently|positive|yes|no)\b|"
    rf"^\W*(?-i:{_SPEAKER})let[’']?s\s+(?:revisit|defer|postpone|table|wait|leave)(?=\W*$|\s+(?:after|until|till|next|at|in|on|when|for)\b)|"
    r"^\W*(?:the\s+)?\w+(?:\s\w+)?\s+(?:voted|discussed|ratified|has\s+no\s+objections?)\b|^\W*https?://",
    re.IGNORECASE,
)
_VOTING = re.compile(r"\bvot(?:es?|ed|ing)\b|\b\d+\s+(?:for|against|in\s+favou?r)\b", re.IGNORECASE)


def unlabelled(words: str) -> str:
    """The words without a mark such as "Result:"."""
    label = _LABEL.match(words) or _BARE_LABEL.match(words)
    return words[label.end() :] if label and words[label.end() :].strip() else words


def is_formula(words: str) -> bool:
    """Whether no word tells what was settled ("Works for all present", "The board voted in favour on 3 May")."""
    told = [
        word
        for word in re.findall(r"[^\W\d_]+", unlabelled(words))
        if len(word) > 1 and not word.isupper() and word.lower() not in _FORMULA and not is_settling_word(word.lower())
    ]
    return not told and not names_paper(words)


def points_back(words: str) -> bool:
    """Whether a word stands for what was said before ("this issue", "the request", "leave it")."""
    return bool(_POINTING.search(words) or _PRONOUN.match(words))


def has_no_subject(words: str) -> bool:
    """Whether a list item goes on from the one above it ("Will be moved to the 26th")."""
    return bool(_NO_SUBJECT.match(words))


def is_of_vote(words: str) -> bool:
    """Whether the words tell a vote."""
    return bool(_VOTING.search(words))
