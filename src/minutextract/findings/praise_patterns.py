"""The wordings of thanks and approval, as patterns: the verb, the passive, the noun, and what ends each part."""

from __future__ import annotations

import re

_ADVERB = (
    r"(?:(?:also|then|both|all|would\s+like\s+to|wished\s+to|wishes\s+to|wanted\s+to|sincerely|warmly|formally|"
    r"especially|particularly)\s+){0,3}"
)
_KIND = (
    r"(?:(?:his|her|their|its|our|my|sincere|many|grateful|warm|special|big|huge|the|a|vote\s+of|best|deep|"
    r"committee[’']s|board[’']s)\s+){0,4}"
)
_THANKS = r"(?:thanks|thank-you|gratitude|appreciation|congratulations|praise|tribute|kudos)"

ACTIVE = re.compile(
    rf"\b{_ADVERB}(?:thank(?:ed|s)?(?!\s+(?:to|from|for|were|was|go|again|very|you|is|are)\b)|congratulate[sd]?|praise[sd]|commend(?:ed|s)|applaud(?:ed|s)|compliment(?:ed|s)|"
    rf"appreciate[sd]|welcome[sd]|echoed|endorsed|(?:paid|pays)\s+tribute\s+to|"
    rf"(?:expressed?|expresses|extended|gave|offered|recorded|passed\s+on|conveyed|sent|proposed|noted)\s+{_KIND}"
    rf"{_THANKS}(?:\s+and\s+(?:appreciation|thanks|gratitude|congratulations))?\s+to|"
    r"(?:is|was|were|are)\s+(?:very\s+|most\s+)?grateful\s+(?:to|for))\s+",
    re.IGNORECASE,
)
# Only those who can be thanked follow these.
THANKING = re.compile(r"thank|congratul|grateful|gratitude|appreciation|tribute", re.IGNORECASE)
PASSIVE = re.compile(
    r"\s*,?\s*\b(?:(?:is|are|was|were|has\s+been|have\s+been|to\s+be|being)\s+)(?:\w+ly\s+)?"
    r"(?:thanked|congratulated|praised|commended|applauded|complimented|appreciated)\b",
    re.IGNORECASE,
)
NOUN = re.compile(
    rf"\b{_KIND}(?:{_THANKS}|thank\s+you|well\s+done)\b(?:\s+(?:again|all|very\s+much|and\s+appreciation))?"
    r"(?:\s+(?:is|are|was|were|should|be|have|has|been|go(?:es)?|went|due|owed|expressed|recorded|extended|given|"
    r"offered|passed|noted|conveyed|sent)){0,4}"
    r"(?:\s+(?:(?:by|from)\s+(?P<by>[^,.;]{2,60}?)))?\s*,?\s+(?:to|on\s+behalf\s+of)?\s*",
    re.IGNORECASE,
)
# Behind the receivers: a reason, a relative clause, another verb, or the end.
RECEIVERS_END = re.compile(
    r",?\s+(?:for|who|whose|on|in|at|as|after|during|with|regarding|which|that|upon|throughout)\s|[.;:(!]|"
    r",\s+(?:who|and\s+\w+ed)\b|\s+and\s+(?:\w+ed|asked|said|gave)\s|$"
)
# "… for her CBE, for her outstanding work": the last "for" with a possessive gives the reason.
REASON = re.compile(
    r"\b(?:for|on)\s+(?!behalf)(?!.{0,80}\bfor\s+(?:her|his|their)\b)|\b(?:for)\s+(?=(?:her|his|their)\b)"
)
# Where the reason ends: another verb of the giver, or the word that leads a list in.
REASON_END = re.compile(
    r",?\s+and\s+(?:encouraged|asked|said|reminded|noted|wished|hoped|informed|invited|urged|reported|explained|then)\b"
    r"|,?\s+including\s*:\s*$"
)
BY = re.compile(r"\bby\s+(?:the\s+)?$")
