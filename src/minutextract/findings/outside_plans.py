"""What somebody plans who is not of the meeting, or what a report tells that nobody in particular will do."""

from __future__ import annotations

import re

from minutextract.document import Span
from minutextract.findings.commitments import Commitment
from minutextract.findings.material import Material
from minutextract.findings.modals import DONE_TO
from minutextract.findings.no_task import done_by_others
from minutextract.findings.owners import is_own_body, is_owner_phrase, kind_of
from minutextract.people.names import is_given_name, is_initials
from minutextract.people.vocabulary import HONORIFICS
from minutextract.record import Sentence

# With fewer people listed, somebody who is not in the list may well have been there.
_FEWEST_LISTED = 3
_COMMITS = re.compile(
    r"\b(?:agree[sd]?|undert\w+|offer(?:s|ed)|volunteer(?:s|ed)?|promise[sd]|commit(?:s|ted)|asked|requested|instructed|tasked|"
    r"took|takes|accepted|authorised|nominated|responsible|said|confirmed)\b",
    re.IGNORECASE,
)
# "Is to" puts a task on somebody, whoever that is.
_PLAN = re.compile(r"\b(?:will|would|shall|(?:is|are)\b(?!\s+to\s+(?!be\b)))\b|[’']ll\b", re.IGNORECASE)
# "The depot foreman Wim Ludd will be sending …": a subject of several words, some with capitals.
_SUBJECT = re.compile(
    r"(?:[^:–—]{0,60}?\s[-–—]\s|[^:]{0,40}:\s+)?(?P<subject>(?:[Tt]he\s+)?(?:[A-Z][\w’'.&-]*)(?:\s+[\w’'.&-]+){0,6}?)\s+"
    r"(?:will|would|(?:is|are)\s+(?:going\s+to|to\s+be))\s"
)
_PRONOUNS = frozenset("we i he she they it this that there these those who which everyone all nobody somebody".split())
_PASSIVE_PLAN = re.compile(r"\b(?:will|would)\s+(?:\w+ly\s+|also\s+|now\s+)?be\s+\w+(?:ed|en|ne|nt|ght|ld|ut)\b")
# Those who do something for "us" are no part of us.
_THEY = re.compile(r"\W*They(?:[’']ll|\s+will|\s+would)\s")
_FOR_US = re.compile(
    r"\b(?:They|(?<![\w’'&-])[A-Z][\w&]*+)\s+(?:(?:has|have|will|would|can|could|also|again|kindly)\s+){0,3}(?:give|gave|given|offer|offered|"
    r"email|emailed|send|sent|tell|told|pay|paid|help|helped|sponsor|sponsored|lend|lent)\s[^.;]{0,30}?\bus\b"
)
# What we are to do ourselves.
_OURS = re.compile(
    r"\W*(?:[Ww]e|I)\s+(?:(?:also|still|now|all)\s+)?(?:need\s+to|must|should|have\s+to|are\s+to)\s+(?!be\b)"
)
_REPORT = re.compile(r"\b(?:reports?|updates?|news|correspondence|announcements?|information)\b", re.IGNORECASE)


def is_outside_plan(material: Material, commitment: Commitment) -> bool:
    """Whether somebody who is not of the meeting merely plans something ("The Ferry Company will publish …")."""
    owner = commitment.owner
    if owner is None or any(mention.person or mention.unit for mention in material.mentions_in(owner)):
        return False
    between = Span(owner.end, commitment.task.start).of(material.text)
    return (
        bool(_PLAN.search(between)) and not _COMMITS.search(between) and _is_outsider(material, owner.of(material.text))
    )


def _is_outsider(material: Material, words: str) -> bool:
    """Whether the words name a person or body that does not belong to the meeting, as far as its list tells."""
    bare = re.sub(r"^[Tt]he\s+", "", words.strip())
    if len(material.meeting.people) < _FEWEST_LISTED or is_own_body(material, bare):
        return False
    first, _, rest = bare.partition(" ")
    kind = kind_of(bare)
    if first.strip(".").lower() in HONORIFICS:
        return True
    if kind == "person" and rest:
        # "Tom C" is somebody well known, and the letter tells him from another Tom.
        return not (len(rest.strip(".")) == 1 and is_given_name(first))
    return kind == "unit" and not (is_initials(bare) and len(bare) == 2)


def is_others_plan(material: Material, sentence: Sentence) -> bool:
    """Whether the subject is an outsider, or a report tells in the passive what nobody in particular will do."""
    words = sentence.span.of(material.text)
    found = _SUBJECT.match(words)
    if found and not (found["subject"].startswith(("The ", "the ")) and DONE_TO.match(words, found.end() - len("be "))):
        subject_span = Span(sentence.span.start + found.start("subject"), sentence.span.start + found.end("subject"))
        named = [one for one in material.mentions_in(subject_span) if one.person or one.unit]
        capitals = re.findall(r"\b[A-Z][a-z]+", found["subject"].removeprefix("The "))
        if not named and found["subject"].split()[0].lower() not in _PRONOUNS and len(capitals) > 1:
            return not is_owner_phrase(material, subject_span) and len(material.meeting.people) >= _FEWEST_LISTED
    if _THEY.match(words) and not any(one.person for one in material.mentions_in(_opening(sentence.span))):
        return bool(_FOR_US.search(material.block(sentence).content.of(material.text)))
    item = None if _OURS.match(words) else material.item_of(sentence)
    return bool(item and _REPORT.search(item.title) and _PASSIVE_PLAN.search(words))


def _opening(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + len("They")))


def is_for_others(material: Material, sentence: Sentence) -> bool:
    """Whether a body that is not of the meeting is to do it ("to be run by the Harbour Authority")."""
    found = done_by_others(sentence.span.of(material.text))
    if found is None:
        return False
    who = Span(sentence.span.start + found[0], sentence.span.start + found[1])
    named = any(mention.person or mention.unit for mention in material.mentions_in(who))
    return not named and _is_outsider(material, who.of(material.text))
