"""Words that leave no doubt whether a sentence gives thanks, whatever a classifier makes of it."""

from __future__ import annotations

import re

_THANKS = re.compile(
    r"\b(?:was|were|been)\s+(?:\w+ly\s+)?(?:thanked|congratulated)\b|"
    r"\b(?:thanked|congratulated)\s+(?!for\b|them\s+in\b)(?=\w)|\bvote\s+of\s+thanks\b|"
    r"^\W*(?:(?:many|special|big|grateful|sincere|huge)\s+)?(?:thanks|congratulations)\s+(?:(?:very\s+much|again|also|so\s+much|a\s+lot)\s+)?to\s+(?=[\w@])|"
    r"\bechoed\s+(?:(?:the|this|these|that|those|his|her|their|\w+[’']s)\s+)?(?:positive\s+(?:sentiments?|feedback|comments?|words)|"
    r"(?:warm\s+|kind\s+)?(?:thanks|praise|congratulations|appreciation|compliments|gratitude))\b|"
    r"\bthanks\s+were\s+(?:\w+ly\s+)?(?:expressed|given|offered|recorded|extended|passed|conveyed|made|noted)\b|"
    r"\bexpress(?:ed|es)\s+(?:(?:his|her|their|its|sincere|warm|deep|grateful)\s+){0,2}(?:thanks|gratitude|appreciation)\s+to\b",
    re.IGNORECASE,
)
_THANKS_WORD = re.compile(
    r"\b(?:thank|congrat|prais|commend|appreciat|grat(?:eful|itude)|tribute|applau|kudos|props|shout[\s-]?out|cheers|bravo|well\s+done|credit|"
    r"(?:great|good|excellent|amazing|brilliant|fantastic|awesome|nice|hard)\s+(?:job|work)|indebted|acknowledg)",
    re.IGNORECASE,
)
# Thanks that are still to be given are a task.
_TO_BE_GIVEN = re.compile(
    r"\b(?:letters?|cards?|notes?|e-?mails?)\s+of\s+(?:thanks|appreciation)\s+(?:to\s+be|will\s+be|should\s+be|being)\s|"
    r"\bthank[\s-]you\s+(?:letters?|cards?|notes?|e-?mails?|gifts?)\s+(?:to\s+be|will\s+be|should\s+be|(?:are\s+)?being)\s|"
    r"\b(?:to|will)\s+(?:write|e-?mail|contact|send|ring|phone|reply|respond|call)\b.{0,80}\b(?:to\s+thank|thanking|of\s+thanks|and\s+thank)\b",
    re.IGNORECASE,
)
_POLITE = re.compile(
    r"\b(?:thanks|thank(?:ing|ed)?\b.{0,30})\s+in\s+advance\b|\b(?:gratefully|thankfully)\s+received\b", re.IGNORECASE
)
_WELCOME = re.compile(
    r"\bwelcomed\b(?!\s+(?:the\s+)?(?:\w+\s+){0,3}(?:report|plan|work|news|progress|proposal|idea|initiative|suggestion)\b)[^.]{0,80}?"
    r"\b(?:(?:back\s+)?to\s+(?:the|this|our|his|her)\s+(?:\w+\s+){0,3}(?:meeting|group|committee|team|board|council|call|session|forum|conference|agm)\b|"
    r"as\s+(?:a|an|the|our|its)\s+(?:new\s+|newest\s+)?(?:member|councillor|trustee|clerk|governor|director|representative|observer)s?\b)",
    re.IGNORECASE,
)
# A sentence that leads over to the business, whatever was before it.
_LEADS_OVER = re.compile(r"\bthe\s+following\s+(?:topics|items|matters|points)\s+were\s+discussed\b", re.IGNORECASE)
# What somebody thinks of a thing, and what came about through one.
_OF_A_THING = re.compile(
    r"^\W*(?:[^:.]{1,40}:\s+)?(?:overall\s*,?\s+)?(?:(?:I|he|she)\s+)?(?:(?:do|does|really|quite|also)\s+){0,2}likes?\s+"
    r"(?!to\b|how\s+(?:you|they|he|she|(?-i:[A-Z]))|what\s+(?:you|they|he|she|(?-i:[A-Z]))|your\b|(?-i:[A-Z@]))|"
    r"^\W*thanks\s+to\s+(?:this|that|these|those|it)\b\s*,",
    re.IGNORECASE,
)
# Agreement in a debate, and what somebody makes of a talk or of what came in.
_REMARK = re.compile(
    r"\W*(?:[^:.]{1,40}:\s+)?(?:(?:that|this|it)(?:[’']s|\s+(?:is|was))\s+)?(?:an?\s+)?(?:really\s+|very\s+)?(?:great|good|excellent|nice|interesting|fair)\s+"
    r"(?:idea|point|question|suggestion|segue)s?\W*|"
    r"[^.;]{0,20}\b(?:meeting|call|discussion|session|chat|conversation|talk)\b[^.;]{0,120}\s(?:was|were|is)\s+(?:(?:very|really|quite|so|most)\s+)?"
    r"(?:useful|helpful|interesting|productive|informative)\W*|"
    r"[^.;]{2,120}\breceived\s+(?:(?:several|some|many|a\s+few|lots\s+of|very|really)\s+){0,2}(?:helpful|useful|good|positive|valuable)\s+"
    r"(?:comments|feedback|suggestions|responses|questions)\b(?!\s+from\b)[^.;]{0,80}\W*",
    re.IGNORECASE,
)
# Why somebody does something, and no thanks: "since AB was kind enough to host".
_KIND_REASON = re.compile(
    r"\b(?:since|as|because|so)\s+[^,.;]{1,40}?\s+(?:was|is|were|are)\s+(?:so\s+)?kind\b", re.IGNORECASE
)
_OTHER_PRAISE = re.compile(r"\b(?:thank|congratul|prais|commend|appreciat|grateful|tribute|applau)", re.IGNORECASE)


def praises(said: str) -> bool | None:
    """Whether a sentence gives thanks: True or False where its words leave no doubt, else None."""
    if any(pattern.search(said) for pattern in (_TO_BE_GIVEN, _POLITE, _LEADS_OVER)):
        return False
    if _WELCOME.search(said) and not _OTHER_PRAISE.search(said):
        return False
    if (thing := _OF_A_THING.search(said)) and not _OTHER_PRAISE.search(said, thing.end()):
        return False
    if _REMARK.fullmatch(said) and not _OTHER_PRAISE.search(said):
        return False
    if (reason := _KIND_REASON.search(said)) and not names_thanks(said[: reason.start()] + said[reason.end() :]):
        return False
    return True if _THANKS.search(said) else None


def names_thanks(said: str) -> bool:
    """Whether a word of thanks or of open praise stands in a sentence."""
    return bool(_THANKS_WORD.search(said))
