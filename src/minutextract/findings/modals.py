"""The words by which somebody takes a task or is given it: "will", "agreed to", "is asked to"."""

from __future__ import annotations

import re

# What somebody has promised: "a promise from AB to …".
PROMISE_FROM = r"\b(?:commitment|undertaking|offer|promise|pledge)\s+(?:from|by)\s+"
# "The fence to be mended": who is named before it has something done to them.
DONE_TO = re.compile(
    r"be\s+(?!put\s+down\b|prepared\s+(?:for|to)\b)(?:\w+ly\s+)?\w+(?:ed|en|ne|nt|wn|ght|ld|ut|de|pt|id)\b"
)
# What somebody asks for themselves ("AB asked to speak"), unless they are asked to.
OWN_WISH = (
    r"(?:speak|address|hear|know|leave|be\s+(?:(?:put\s+)?on|added|allowed|able|excused|given|heard|included|informed|kept|"
    r"considered|removed|told))\b"
)
# "Add AB to committee lists": to whom or what.
_NO_VERB = re.compile(r"(?:committee|mailing|everyone|everybody|slack|github)\b", re.IGNORECASE)
_BARE_ASKED = re.compile(r"\s*(?:(?:both|also|each|then)\s+)?asked\s+to\s+")
_WISHED = re.compile(OWN_WISH)
# What somebody may or might do: a power, or hope.
_ABLE = re.compile(r"(?:(?:also|then|now|still)\s+)?be\s+(?:un)?able\s+to\b")
_MAY_BE = re.compile(r"\b(?:will|would|should|shall)\s+$")
# What stands between an owner and the task, up to the task's first word.
MODAL = re.compile(
    # "Those going to the fair need to …"
    r"(?:,\s+[a-z][a-z’'-]*(?:\s[a-z’'-]+){0,3}(?=,\s)|\s+(?:going|coming|travelling)\s+to\s+(?:the\s+)?\w+(?=\s))?\s*(?:[’']ll|,?\s+(?:(?:also|both|each|then|still(?!\s+to\s+do\b)|(?:very\s+)?(?:kindly|generously|gladly|happily)|now|once|again|jointly|is|are|was|were|be|been|has|have|had|will|"
    r"would|shall)\s+){0,4}"
    r"(?:to|(?:has/|is/)?will|shall|would(?!\s+(?:like|prefer|love|rather|appreciate|welcome)\b)|should|must|"
    r"(?:tasked|charged)\s+with(?=\s+\w+ing\b)|need(?:s|ed)?\s+to|(?:agree[sd]?|AGREED|resolved|decided)\s+to|offer(?:s|ed)\s+to|undertook\s+to|undertaken\s+to|"
    r"volunteer(?:s|ed)\s+to|promise[sd]\s+to|commit(?:s|ted)\s+to|(?:(?<!\bhas\s)(?<!\bhave\s)(?<!\bhad\s)asked|ASKED)\s+to|requested\s+to|instructed\s+to|tasked\s+to|"
    r"authorised\s+to|nominated\s+to|(?:took|takes|taken|taking|accepted)\s+(?:an|the|on\s+the|on\s+an)\s+action(?:\s+items?)?\s+to|"
    r"(?:happy|willing|due)\s+to|going\s+to|(?:(?<=\bis\s)|(?<=\bare\s))(?:attempting|trying|arranging|preparing|planning|working)\s+to|"
    r"(?:(?<=\bis\s)|(?<=\bare\s)|(?<=\bwas\s)|(?<=\bwere\s))(?:also\s+)?(?:directed|mandated|invited|encouraged|reminded|urged|welcome)\s+to(?!\s+(?:the|a|an|this|our|their|its|his|her|all)\b)))\s+(?=[a-z“\"])"
    # "… to the next call": a place or a time, no infinitive.
    r"(?!(?:the|an?|this|these|those|our|their|its|his|her|all)\s)"
)


def asks_deed(text: str, modal: re.Match[str]) -> bool:
    """Whether a deed of whoever stands in front follows the words, not what is done to them, their wish or power."""
    if DONE_TO.match(text, modal.end()) or _NO_VERB.match(text, modal.end()):
        return False
    if _WISHED.match(text, modal.end()) and _BARE_ASKED.fullmatch(modal[0]):
        return False
    return not (_ABLE.match(text, modal.end()) and _MAY_BE.search(modal[0]))
