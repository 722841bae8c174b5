"""What the words of a bullet give away about those below it: that they go on from it, or that they never do."""

from __future__ import annotations

import re

# "Tar used so far:", "tell the neighbours, e.g.,": what stands below is nothing without it.
_LEADS = re.compile(r"(?::|\b(?:e\.?g|i\.?e|such\s+as|for\s+(?:example|instance))\b[.,:]*)\s*$", re.IGNORECASE)
_ONLY_LEADS = re.compile(
    r"\b(?:follow(?:s|ing)|below|above|here|notes?|comments?|points?|items?|topics?|discussion|discussed|updates?|highlights|reported|raised)\W*$|\bfollowing\b",
    re.IGNORECASE,
)
# "We discussed whether to sell": what stands below was said to that.
_ASKED = re.compile(
    r"\W*(?:(?:we|they|members|the\s+[\w’'-]+)\s+)?(?:(?:also|then|briefly|next)\s+)?"
    r"(?:discuss(?:ed|ion|ing)?|talk(?:ed|ing)?|consider(?:ed|ing)?|debat(?:ed|e|ing)|wonder(?:ed|ing)?|thinking|thought)\s+"
    r"(?:(?:about|of|on|over)\s+)?(?:whether|how|if|what|why|when|where|which|who)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"\W*\[[^\[\]]{1,30}\]\s*\w")
# "if the roof can stay": half of "the crew decides".
_CLAUSE = re.compile(r"(?:if|whether|how|what|why|when|where|which|who)\s(?![^.]*(?:,|\?|\bthen\b))[^.]{3,}")
_OFFERS = re.compile(r"\b(?:options|alternatives|possibilities|choices|approaches|scenarios)\W*$", re.IGNORECASE)
# "Reasons for refusal:": without it, what stands below reads as the writer's own view.
_QUALIFIES = re.compile(
    r"\W*(?:the\s+)?(?:\w+\s+)?(?:reasons?|grounds|objections?|conditions|pros|cons|(?:dis)?advantages|risks|assumptions?|examples?|counter-?arguments?|arguments?)"
    r"(?:\s+(?:for|of|to|against)\s+\w++(?:\s+\w++){0,3})?\s*:\s*",
    re.IGNORECASE,
)
_LONGEST = 20


def leads_below(said: str) -> bool:
    """Whether a bullet is nothing but the beginning of those below it, or the question to which they were said."""
    if len(said.split()) > _LONGEST:
        return False
    return _ASKED.match(said) is not None or (_LEADS.search(said) is not None and not _ONLY_LEADS.search(said))


def offers_choice(said: str) -> bool:
    """Whether a line leads a list of options in ("There are three options:")."""
    return _OFFERS.search(said) is not None


def qualifies_below(said: str) -> bool:
    """Whether a short line tells what the paragraph below it is meant as ("Reasons for refusal:")."""
    return _QUALIFIES.fullmatch(said) is not None


def are_tagged_alike(said: str, above: str) -> bool:
    """Whether two bullets open with a tag each ("[Ann] …"): topics side by side, however they are indented."""
    return _TAG.match(said) is not None and _TAG.match(above) is not None


def is_bare_clause(said: str) -> bool:
    """Whether a bullet is a clause whose main one stands above ("how to mend the roof")."""
    return _CLAUSE.match(said) is not None
