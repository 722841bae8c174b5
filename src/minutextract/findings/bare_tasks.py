"""A task's own words, without the mark, the agreement, the person and the standing that stand around them."""

from __future__ import annotations

import re

from minutextract.findings.imperatives import as_given

_FIRST_PERSON = re.compile(
    r"(?:(?:and|then|so|also|(?:[Aa]yes|[Mm]otion|[Aa]ll)\s+(?:carry|carries|carried|passed|agreed)\s+and)\s+)?(?:I|[Ww]e)(?:[’']ll|\s+(?:will|shall))\s+(?:also\s+)?(?=[a-z])(?!need)"
)
_FILLER = re.compile(r"(?:(?:also|kindly)\s+|be\s+(?=\w{3,}ing\b))(?=[a-z])", re.IGNORECASE)
_STANDING_LAST = re.compile(
    r"(?<=[\w)>;])\s+(?:Continued|Ongoing|Pending|In\s+progress|Carried\s+(?:over|forward))\W*$"
)
# A mark behind the name of who speaks.
_MARK = re.compile(r"(?:TODO|AI|AP|ACTION)\s{0,2}:\s{1,3}(?=\w)")
# That the meeting agreed the task.
AGREED = re.compile(
    r"(?:(?:it\s+was|we|the\s+\w+)\s+)?(?:also\s+)?(?:agreed|resolved|decided)\s+to\s+(?=[a-z]{2,})(?!(?:be|the|a|an|this|that|these|all)\b)",
    re.IGNORECASE,
)
# How the task stands, in square brackets behind it, which the end of a sentence may have cut in two.
_NOTE = re.compile(
    r"\s+\[(?:still|pending|ongoing|in\s+progress|no\s+(?:response|news|change|progress)|not\s+yet|carried|open|waiting)\b[^\[\]]{0,120}\]?$",
    re.IGNORECASE,
)
_FEWEST = 2


def bare_task(task: str, whole: str) -> str:
    """The task without "I'll", "also" and the like; what somebody will not do stays as it is said.

    Args:
        task: what its owner is said to do, or all of its clause.
        whole: the clause.
    """
    owned = task != whole
    task = _without_note(_STANDING_LAST.sub("", task))
    if task.startswith("not "):
        return whole
    for opening in (_MARK, _FIRST_PERSON, AGREED):
        if found := opening.match(task):
            task = task[found.end() :]
    given = as_given(task, owned=owned)
    return given[filler.end() :] if (filler := _FILLER.match(given)) else given


def _without_note(task: str) -> str:
    """The task without a note of its standing, and without a square bracket that has no other."""
    bare = _NOTE.sub("", task)
    if bare.endswith("]") and "[" not in bare:
        bare = bare[:-1]
    elif bare.startswith("[") and "]" not in bare:
        bare = bare[1:]
    bare = bare.strip(" .;:–—-")
    return bare if len(bare.split()) >= _FEWEST else task
