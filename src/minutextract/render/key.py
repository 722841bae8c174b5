"""Who the initials of a summary stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutextract.render.content import Section
from minutextract.render.names import MADE, Names
from minutextract.render.options import Attribution
from minutextract.render.wording import fold

_WORD = re.compile(r"[A-Za-z][\w-]*\*?")


def initials_key(names: Names, facts: Sequence[tuple[str, str]], sections: Sequence[Section]) -> list[tuple[str, str]]:
    """A fact that spells out the initials that a summary uses, if it names people by them."""
    if names.attribution is not Attribution.INITIALS:
        return []
    lines = [text for section in sections for group in section.groups for text in
             (group.heading, *(line.text for line in group.lines))]  # fmt: skip
    used = set(_WORD.findall(" ".join((*lines, *(text for _, text in facts)))))
    told = [
        f"{names.initials[one.id]} {fold(one.name)}" for one in names.meeting.people if names.initials[one.id] in used
    ]
    made = any(initials.endswith(MADE) for initials in used)
    return [("Initials", "; ".join([*told, *([f"{MADE} made from the name"] if made else [])]))] if told else []
