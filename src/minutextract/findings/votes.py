"""How a vote went: counts, unanimity and the outcome, from the words that tell it."""

from __future__ import annotations

import re

from minutextract.record import Outcome, Vote

_NUMBER = r"(?P<n>\d{1,4}|none|no|one|two|three|four|five|six|seven|eight|nine|ten|zero)"
_WORDS = dict(zip("zero one two three four five six seven eight nine ten".split(), range(11), strict=True)) | {
    "no": 0,
    "none": 0,
}
_FOR = r"(?:in\s+favou?r|for|yes|yeas?|ayes?)"
_AGAINST = r"(?:against|opposed|no|nays?|noes)"
_ABSTAINED = r"(?:abstentions?|abstained|abstaining|abstain)"


def _count(kind: str) -> tuple[re.Pattern[str], ...]:
    """ "7 yes", "7 votes in favour", "in favour: 7", "in favour - 7"; in "for: 7 against: 2" each has its number."""
    return (
        re.compile(
            rf"\b{_NUMBER}\s+(?:votes?\s+|members?\s+)?(?:were\s+|was\s+)?{kind}\b(?!\s*[:=]\s*(?:\d|none\b|zero\b))",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{kind}\s*[:=\-–]\s*{_NUMBER}\b", re.IGNORECASE),
    )


_COUNTS = (_count(_FOR), _count(_AGAINST), _count(_ABSTAINED))
# "passed 5-0", "vote of 5 to 2", "6 votes to 2", with the abstentions third: "5-1-1".
_SCORE = re.compile(
    r"\b(?:vote[sd]?|voting|carried|passed|approved|defeated|lost|agreed)\b[^.;\d]{0,20}?(?P<ayes>\d{1,3})\s*"
    r"(?:votes?\s+)?(?:[-–]|to)\s*(?P<nays>\d{1,3})(?:\s*[-–]\s*(?P<abstained>\d{1,3}))?\b(?![-–/:.]\d)",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(
    r"(?<!\bnot )(?<!\bnon-)(?<!\bno )\bunanimous(?:ly)?\b|"
    r"\bwithout\s+(?:dissent|objections?)\b|\bnem\.?\s*con\b|\ball\s+(?:were\s+|voted\s+)?in\s+favou?r\b|"
    r"\bno(?:ne)?\s+(?:objections?|opposed|dissent)\b|\bby\s+consensus\b|\ball\s+agreed\b",
    re.IGNORECASE,
)
_OUTCOMES = (
    # What a motion wants to be postponed or refused is not what became of it.
    (
        Outcome.REJECTED,
        r"(?<!\bbe )(?:defeated|fail(?:ed|s)|lost|rejected|refused)|not\s+(?:carried|passed|approved|agreed)",
    ),
    (Outcome.DEFERRED, r"(?<!\bbe )(?:deferred|postponed|tabled|held\s+over)"),
    (Outcome.WITHDRAWN, r"(?<!\bbe )withdrawn"),
    (
        Outcome.CARRIED,
        r"carried|carries|ayes\s+(?:carry|have\s+it)|pass(?:ed|es)?|approved|adopted|accepted|agreed|ratified|resolved|supported|endorsed|granted|"
        r"unanimous(?:ly)?|consent|consensus|in\s+favou?r|in\s+(?:full\s+|unanimous\s+|complete\s+|general\s+)?agreement|no\s+objections?|without\s+(?:dissent|objections?)",
    ),
)
# That people agreed, or did not, with no word of a vote's end.
_NO_END = re.compile(
    r"\b(?:not|no|never|without|lacked|nor)\s+(?:yet\s+|been\s+|a\s+|any\s+|quite\s+|clear\s+){0,2}(?:unanim\w+|consensus|consent|agreement)"
    r"(?:\s+(?:support|agreement|consent))?\b|\b(?:no|without(?:\s+any)?)\s+objections?\b|"
    r"\b(?:all|both|everyone|everybody|everybody\s+else|we)\s+(?:\w+ly\s+)?(?:agreed|supported|accepted)\b",
    re.IGNORECASE,
)
_OUTCOME = tuple((outcome, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for outcome, words in _OUTCOMES)


def vote_in(said: str) -> Vote | None:
    """The vote that the words record; None if they record none.

    Of a count only what is written is given: a vote that nobody opposed in so many words has no zero.
    """
    score = _SCORE.search(said)
    counts = [int(score[name]) if score and score[name] else None for name in ("ayes", "nays", "abstained")]
    spans = [score.span()] if score else []
    for at, patterns in enumerate(_COUNTS):
        found = next((match for pattern in patterns if (match := pattern.search(said))), None)
        if found and counts[at] is None:
            counts[at] = _WORDS[found["n"].lower()] if found["n"].lower() in _WORDS else int(found["n"])
            spans.append(found.span())
    unanimous = _UNANIMOUS.search(said)
    if unanimous:
        spans.append(unanimous.span())
    elif not score and sum(count is not None for count in counts) < 2 and counts[2] is None:
        # One number in front of "for" or "no" is no vote ("2 for the committee").
        return None
    text = said[min(start for start, _ in spans) : max(end for _, end in spans)]
    return Vote(text, counts[0], counts[1], counts[2], unanimous=bool(unanimous) and not counts[1])


def outcome_in(said: str) -> Outcome | None:
    """How the words say that a motion ended; the last of them counts ("approved as amended" is carried)."""
    return next((outcome for outcome, pattern in _OUTCOME if pattern.search(said)), None)


def stated_outcome(said: str) -> Outcome | None:
    """The outcome that a sentence other than a motion's states; that all agree, or nobody objects, is no vote's end."""
    return outcome_in(_NO_END.sub(" ", said))
