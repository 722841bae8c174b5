"""What the wording of a point says about it: its kind, and whether it says more than its topic."""

from __future__ import annotations

import re

from minutextract.record import InsightKind

_KINDS = (
    (InsightKind.QUESTION, re.compile(r"\?[\"'”’)\]]*\W*$")),
    (
        InsightKind.CONCERN,
        re.compile(
            r"(?<!\bnot\s)\bconcern(?:s|ed)?\s+(?:about|that|at|over|is|was|were|regarding|with|were)\b|\b(?:worried|worries|afraid|fear(?:s|ed)?)\b|"
            r"\b(?:expressed|raised|voiced|shared|has|have|had)\s+(?:\w+\s+){0,2}(?:concerns?|worries)\b|\brisks?\s+(?:of|that|is|to)\b",
            re.IGNORECASE,
        ),
    ),
    (
        InsightKind.SUGGESTION,
        re.compile(
            r"^(?:\W*\w[^.;]{0,60}?\s)?(?:also\s+|then\s+|was\s+|were\s+)?(?<!\bthe\s)(?:suggest(?:ed|s)|recommend(?:ed|s)|propose[sd])\s+"
            r"(?!extensions?\b|development\b|erection\b)",
            re.IGNORECASE,
        ),
    ),
    (
        InsightKind.FIGURE,
        re.compile(r"[£$€]\s?\d|\d\s?%|\b\d[\d,.]{0,30}\s+(?:per\s?cent|percent|million|thousand)\b", re.IGNORECASE),
    ),
)
_OF = r"(?:\s+(?:on|of|about|regarding|from|for|covering)\s+[^,;:.–—]{2,90})?"
_NO_VERB = r"(?!(?:is|are|was|were|has|have|had|will|would|to|that|needs?|should|can|could)\b|\w+ed\b)"
_TOPIC = re.compile(
    r"^\W*(?:(?<![\w’'.()-])[\w’'.()-]++\s+){1,6}?(?:gave|provided|presented|gives|provides|presents|delivered)\s+(?:(?:an?|the|his|her|their)\s+)?"
    rf"(?:\w+\s+){{0,2}}(?:update|report|overview|presentation|summary|briefing|introduction)s?{_OF}\W*$|"
    r"^\W*(?:(?<![\w’'.()-])[\w’'.()-]++\s+){1,4}?(?:discussed|reviewed|considered|went\s+through)\s+(?!that\b|having\b|how\b|whether\b|an?\s+idea\b)"
    r"(?:the\s+)?[^,;:.–—]{2,50}\W*$|"
    r"^\W*(?:(?:brief|short|long|general|further)\s+)?(?:conclusions?|discussions?|updates?|overview|talks?|debate)\s+(?:about|on|of|around|regarding)\s+"
    rf"{_NO_VERB}\w[^\s,;:.–—]*+(?:\s+{_NO_VERB}\w[^\s,;:.–—]*+){{0,11}}\W*$|"
    rf"^\W*(?:an?|the)\s+(?:\w+\s+){{0,3}}(?:update|report|overview|presentation|summary){_OF}\s+(?:was|were)\s+(?:given|received|presented|noted|circulated|discussed)\W*$",
    re.IGNORECASE,
)


def kind_in(said: str) -> InsightKind | None:
    """The kind of a point as far as its wording gives it away; None for all others, among them plain findings."""
    return next((kind for kind, pattern in _KINDS if pattern.search(said)), None)


def is_topic_only(said: str) -> bool:
    """Whether a sentence says no more than what was talked about ("AB gave an update on the roof")."""
    return bool(_TOPIC.search(said))
