"""First names and the short forms of them that leave no doubt: "Chris" may be Christine, "Josh" is Joshua."""

from __future__ import annotations

_FORMS = """
abby abigail; andy andrew; barb barbara; becky rebecca; ben benjamin; bernie bernard; beth elizabeth; bill william;
bob robert; brad bradley; cath catherine; cathy catherine; chuck charles;
cliff clifford; dan daniel; dave david; deb deborah;
debbie deborah; don donald; doug douglas; ed edward; eddie edward; fred frederick; geoff geoffrey; greg gregory;
jeff jeffrey; jen jennifer; jenny jennifer; jess jessica; jim james; joe joseph; jon jonathan; josh joshua;
kate katherine; kath kathleen; kathy katherine; ken kenneth; liz elizabeth; maggie margaret; matt matthew;
mike michael; mick michael; nate nathaniel; nick nicholas; pam pamela; pete peter; phil philip; ray raymond;
rich richard; rick richard; rob robert; ron ronald; sandy sandra; steve stephen; steve steven; sue susan; ted edward;
tim timothy; tom thomas; tony anthony; val valerie; vicky victoria; vince vincent; will william; zach zachary
"""


def _read(forms: str) -> dict[str, frozenset[str]]:
    pairs = [pair.split() for pair in forms.split(";")]
    return {short: frozenset(long for one, long in pairs if one == short) for short, _ in pairs}


SHORT_FORMS = _read(_FORMS)
