"""Entries of a list of actions that its other entries show to be tasks too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from minutextract.document import BlockKind, Document
from minutextract.findings.sections import ActionSection
from minutextract.findings.standing import Standings
from minutextract.findings.task_words import never_task
from minutextract.record import Sentence
from minutextract.structure.status import Progress, is_done, is_status

# "AB: mend the gate", "(all): read the plan".
_LED = re.compile(r"\W?(?:[A-Z]{2,4}|[A-Z][a-z]+|all|everyone)(?:\s*[/,&]\s*(?:[A-Z]{2,4}|[A-Z][a-z]+))*\)?:\s+")
_BASE = re.compile(
    r"(?!\w+(?:ed|ing|s)\b|(?:no|not|none|yes|it|this|that|the|a|an|i|we|they|how|what|why|when)\b)[a-z]{2,}\s+\S",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\((?:[A-Z][\w’'-]*|and)(?:[/,&+\s]+(?:[A-Z][\w’'-]*|and))*\)\W*$")
# Something that is said, not to be done.
_STATES = re.compile(
    r"\b(?:is|are|was|were|has|have|had|did|does|will|would|can|could|may|might|should|isn[’']t|[’']s|[’']ve|[Ww]e|I|[Tt]hey|"
    r"[Nn]othing|[Nn]o\s+actions?|e\.g)\b|^\W*(?:\w+\s+){1,4}\w+ed\W*$|^\W*\w{3,}ed\b",
)
_DEED = re.compile(r"\b[a-z]{2,}ed\b")
# Verbs with which an entry tells what to do.
VERBS = frozenset(
    (
        "add advertise agree analyse apply approach arrange ask assemble attend book build buy call chase "
        "check clarify clean close collect compile complete confirm consult contact convert coordinate create "
        "decide define deliver design develop discuss distribute document draft email encourage ensure "
        "establish evaluate explore extend file find finish fix follow gather get help identify implement "
        "improve include inform install invite investigate issue keep launch liaise list look make meet "
        "merge migrate move obtain order organise organize pay plan post prepare present print produce promote "
        "propose provide publish purchase raise read recruit register remind remove rename repair replace "
        "report request research resolve retire review revise revisit schedule seek send set share sort speak "
        "start submit talk test thank transfer trial try update upload verify visit write"
    ).split()
)
_FEWEST = 2
# Where the classifier gives less, only a verb that tells what to do makes a task.
_LEAST = 0.1


def listed_tasks(
    document: Document,
    sentences: Sequence[Sentence],
    sections: Mapping[int, ActionSection],
    standings: Standings,
) -> frozenset[str]:
    """The ids of sentences that open an entry of a list in which another entry of that shape is an action."""
    found: set[str] = set()
    for entries in _lists(sentences, sections):
        open_ones = [one for one in entries if _may_be_open(document, one, standings)]
        actions = [one for one in entries if "action" in one.labels]
        if any(_is_led(document, one) for one in actions):
            found |= {one.id for one in open_ones if _is_led(document, one)}
        levels = {document.blocks[one.block].level for one in actions if _is_item(document, one)}
        if sections[entries[0].block] is ActionSection.LIST and levels:
            found |= {
                one.id
                for one in open_ones
                if _is_item(document, one)
                and document.blocks[one.block].level == min(levels)
                and _tells(one.span.of(document.text))
            }
    return frozenset(found)


def _lists(sentences: Sequence[Sentence], sections: Mapping[int, ActionSection]) -> Iterator[list[Sentence]]:
    """The first sentences of the blocks of each stretch that lists actions."""
    entries: list[Sentence] = []
    last = -2
    for sentence in sentences:
        if sentence.block == last:
            continue
        kind = sections.get(sentence.block)
        if entries and (kind is not sections[entries[0].block] or sentence.block != last + 1):
            yield entries
            entries = []
        if kind:
            entries.append(sentence)
        last = sentence.block
    if entries:
        yield entries


def _is_item(document: Document, sentence: Sentence) -> bool:
    return document.blocks[sentence.block].kind is BlockKind.ITEM


def _is_led(document: Document, sentence: Sentence) -> bool:
    """Whether an owner and a colon stand before a verb in its base form, and not before what somebody said."""
    said = sentence.span.of(document.text)
    led = _LED.match(said)
    if not (led and _BASE.match(said, led.end())):
        return False
    told = said[led.end() :]
    if told.split(maxsplit=1)[0].lower() in VERBS:
        return True
    return sentence.scores.get("action", 0.0) >= _LEAST and not _STATES.search(told)


def _tells(said: str) -> bool:
    """Whether an entry opens with a verb that tells what to do, or ends with who is to do it."""
    if _STATES.search(said):
        return False
    return said.split(maxsplit=1)[0].lower() in VERBS or bool(_OWNED.search(said) and not _DEED.search(said))


def _may_be_open(document: Document, sentence: Sentence, standings: Standings) -> bool:
    said = sentence.span.of(document.text)
    standing = standings.tasks.get(sentence.id)
    if sentence.id in standings.notes or (standing and standing.progress in (Progress.DONE, Progress.DROPPED)):
        return False
    if said.endswith((":", "?")) or len(said.split()) < _FEWEST or document.blocks[sentence.block].checked:
        return False
    return not (never_task(said) or is_status(said) or is_done(said))
