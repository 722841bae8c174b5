"""Words that leave no doubt whether a sentence puts a task on somebody, whatever a classifier makes of it."""

from __future__ import annotations

import re

from minutextract.people.given_names import WORDS_TOO
from minutextract.people.names import is_given_name, looks_like_name

# A deed done, with nothing that is still to do: "Have asked AB if she can help".
_DEED = re.compile(
    r"^\W*(?:(?:I|we|he|she|they)\s+)?(?:has|have|had)\s+(?:already\s+|also\s+|now\s+|just\s+)?"
    r"(?:asked|sent|emailed|e-mailed|contacted|spoken|written|told|booked|ordered|bought|paid|received|fixed|merged|"
    r"uploaded|published|posted|submitted|started|finished|completed|talked|messaged|applied|heard)\b"
    r"(?!.*\b(?:will|needs?\s+to|still|but|should|to\s+be|next)\b)",
    re.IGNORECASE,
)
# A mark or a date alone, and mourning.
_ALONE = re.compile(
    r"\W*(?:(?:AI|AP|TODO|TBC|TBD|TBA|N/?A)|R\.?I\.?P\.?\s+[A-Z].*|"
    r"(?:[A-Z][a-z]+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2,8}\.?(?:,?\s+\d{4})?|"
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\W*"
)
_LONGEST_NAME = 3
# What is put to the public, said for the reader of a template, or wanted without anybody being told to get it.
_NOBODYS = re.compile(
    r"^\W*(?:please\s+)?(?:look|watch)\s+out\s+for\b|"
    r"^\W*(?:please\s+)?remember\s+to\s|"
    r"(?:^|[,;–-]\s+|\b(?:is|are|am|still|currently|[’']s|[’']re)\s+)(?:still\s+|also\s+)?looking\s+for\s+"
    r"(?:a|an|new|more|some|volunteers|someone|somebody|people|help)\b|"
    r"\b(?:make\s+a\s+note|keep\s+in\s+mind)\b.{0,20}\bit\W*$|"
    r"^\W*before\s+the\s+meeting\b|"
    # A question, though its mark is missing
    r"^\W*(?:when|why|how|where)\s+(?:is|are|was|were|do|does|did|will|can|has|have)\s+|"
    # What people outside need to do
    r"^\W*(?:some|many|several|most|other)\s+(?:of\s+the\s+)?(?!of\b|members\b|councillors\b|trustees\b)[a-z]+s\b[^.;]*\b(?:need|have|ought)\s+to\s|"
    # Deferral of a topic, which is then on the agenda
    r"^[^:]*,\s+to\s+be\s+discussed\s+at\s+(?:the\s+|our\s+)?next\s+meeting\W*$",
    re.IGNORECASE,
)


# Plain words for a task, each with the least that a classifier must make of them.
_PLAIN = (
    (0.04, re.compile(r"\b(?:will|still|also)\s+needs?\s+(?!\w+thing\b)\w{3,}ing\b", re.IGNORECASE)),
    (0.1, re.compile(r"\b(?:still|also)\s+needs?\s+to\s+be\s+\w+(?:ed|en|ne|nt|wn|ght|ld|ut|de|pt|id)\b")),
    (
        0.1,
        re.compile(
            r"^\W*(?:further|also)\s+(?:add|ask|arrange|book|check|contact|query|email|find|get|inform|look|obtain|prepare|"
            r"raise|report|request|send|write|confirm)\b(?!\s+(?:is|are|was|were)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        0.1,
        re.compile(
            r"^\W*(?:all\s+|the\s+|our\s+)?(?:[a-z]+\s+)?(?:members|teams|groups|councillors|volunteers|participants|committees|residents|"
            r"parents|everyone|everybody)\s+(?:is|are)\s+(?:encouraged|asked|invited|urged|requested|reminded)\s+to\s+[a-z]",
            re.IGNORECASE,
        ),
    ),
    (
        0.04,
        re.compile(
            r"\b(?:asks|asked|urges)\s+(?:all\s+|the\s+)?(?:\w+\s+)?(?:members|everyone|everybody|participants|attendees)\s+to\s+(?!be\b)[a-z]"
        ),
    ),
    (0.0, re.compile(r"^\W*[A-Z][\w\s]{2,40}\s(?:has|have)\s+\w{1,10}\s+(?:days|weeks)\s+to\s+[a-z]")),
    (0.1, re.compile(r"^\W*(?:Can|Could|Would)\s+(?:everyone|everybody|all|members)\s+(?:please\s+)?[a-z]")),
    (0.0, re.compile(r"^\W*Should\s+(?:ask|check|contact|look|talk|email|send|update|write|find)\b(?!.*\?\W*$)")),
    (
        0.15,
        re.compile(
            r"^\W*We(?:\s+will|[’']ll)\s+(?:also\s+)?(?:release|publish|send|ask|add|write|update|contact|organi[sz]e|create|prepare|"
            r"post|announce|arrange|share|draft|move|remove|fix)\b"
        ),
    ),
    (
        0.25,
        re.compile(
            r"\b(?:must|needs?\s+to|has\s+to|have\s+to)\s+be\s[^.;]{0,60}\b(?:by|on|before)\s+(?:the\s+)?(?:\d{1,2}|[A-Z][a-z]{2,8})\b"
        ),
    ),
    (0.0, re.compile(r"\(\s*actions?\s+(?:on|for|by)\s+[^()]{2,60}\)\W*$", re.IGNORECASE)),
    (0.1, re.compile(r"^\W*(?:ensure|make\s+sure)\s+(?:that\s+)?[a-z]", re.IGNORECASE)),
)


def asks_plainly(said: str, score: float) -> bool:
    """Whether the words are those of a task, though a classifier that gives it this score would leave it out."""
    return any(score >= least and shape.search(said) for least, shape in _PLAIN)


def never_task(said: str) -> bool:
    """Whether no list and no mark could make a task of the words: a deed done, a name, a date or a mark alone."""
    return bool(_is_name(said.strip(" .,:;!–—-*_()[]")) or _DEED.match(said) or _ALONE.fullmatch(said))


def _is_name(words: str) -> bool:
    first, *rest = words.split() or [""]
    if not is_given_name(first) or len(rest) >= _LONGEST_NAME or not all(word[0].isupper() for word in rest):
        return False
    return looks_like_name(words, single=True) and not (rest and first.lower() in WORDS_TOO)


def is_nobodys(said: str) -> bool:
    """Whether the words, outside lists of actions and without a mark, ask something of nobody at the meeting."""
    return bool(_NOBODYS.search(said))
