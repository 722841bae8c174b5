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
