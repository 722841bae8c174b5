"""Where the owner of a task stands: in the clause, in the mark, before a colon, behind the task, in the margin."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutextract.document import Span
from minutextract.findings.appeals import asks_anybody
from minutextract.findings.assignments import answered_by, called_for, taken_up_by, team_of
from minutextract.findings.commitments import Commitment, split_commitments
from minutextract.findings.cues import Cue
from minutextract.findings.doers import bare_doer, doer, passive_doer
from minutextract.findings.fuller_owners import fuller_list, fuller_margin
from minutextract.findings.handles import handles_in_front
from minutextract.findings.material import Material
from minutextract.findings.owner_doubts import is_in_doubt, only_helps
from minutextract.findings.owner_words import NOBODY_IN_PARTICULAR
from minutextract.findings.owners import is_own_body, is_owner_phrase, kind_of, names_people
from minutextract.findings.remarks import (
    handed_on,
    has_requested,
    is_for_nobody,
    may_ask,
    only_may,
    taken_over,
)
from minutextract.findings.sections import ActionSection
from minutextract.findings.takers import (
    BARE_WILL,
    FIRST_PERSON,
    GOES_ON,
    HE_WILL,
    THEN_I,
    addressed,
    asked_or_offered,
    is_imperative,
    is_remark,
    only_one_before,
    perhaps_will,
)
from minutextract.findings.trailing import is_marked, trailing_owner
from minutextract.findings.turns import name_above, owner_above, turn_of
from minutextract.people.given_names import GIVEN_NAMES, WORDS_TOO
from minutextract.record import Sentence
from minutextract.structure.status import Progress, status_opening

_LABEL = re.compile(r"([A-Z@][^:]{0,40}?)\s*:\s+(?=\w)")
# (What stands between brackets, the task apart: who asks for something has nothing to do.)
_ASKS_FOR = re.compile(r"(?:asked|asks|requested|requests|called|appealed)\s+(?:for|whether|if)\b", re.IGNORECASE)
_BRACKET_OPENS = re.compile(
    r"(?<![\s(\[])[\s(\[]*(?:(?<=[(\[])(?:actions?(?:\s+(?:on|for|by)\s+|\s*:\s*)|(?:AIs?|AP|TODO)\s*:\s*))?$",
    re.IGNORECASE,
)
_THANKS = re.compile(r"thank(?:s|\s+you)\b", re.IGNORECASE)
_LEADS = re.compile(r"(?!To\b)[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\s+(?:to\s+(?!be\b)|will\s+)[a-z]")
_MARK = re.compile(r"(?:TODO|ACTIONS?|Actions?|AP|AI|NB|FYI)")
_LOWER = re.compile(r"([a-z]{3,12})\s*:\s+(?=[a-z])")
_LEADING_BRACKET = re.compile(r"\W{0,2}[(\[]([^()\[\]]{2,60})[)\]]\s*[:\-–—]?\s*(?=\w)")


@dataclass(frozen=True, slots=True)
class Owned:
    """A task, the words that name its owner (None if no words do), those that name who is to help, and its own clause
    where another stands before it."""

    owner: Span | None
    task: Span
    helpers: Span | None = None
    doubtful: bool = False
    clause: Span | None = None


def attribute(material: Material, sentence: Sentence, cue: Cue | None, commitment: Commitment, *, first: bool) -> Owned:
    """Find the owner of a commitment; `first` says that it opens its sentence."""
    owned = _passed_on(material, commitment) or _attributed(material, sentence, cue, commitment, first=first)
    if owned.owner is None or (cue and cue.owner):
        return owned
    doubtful = is_in_doubt(material, sentence, commitment.span, owned.owner, marked=cue is not None)
    return replace(owned, doubtful=True) if doubtful else owned


def _passed_on(material: Material, commitment: Commitment) -> Owned | None:
    """The task of whoever is said to have taken it over from the one in front."""
    passed = taken_over(material.text, commitment.span)
    if not (passed and commitment.owner and is_owner_phrase(material, passed[0]) and passed[1] > commitment.task.start):
        return None
    return Owned(passed[0], Span(commitment.task.start, passed[1]), doubtful=True)


def _attributed(
    material: Material, sentence: Sentence, cue: Cue | None, commitment: Commitment, *, first: bool
) -> Owned:
    if commitment.owner and not (first and cue and cue.owner and _moves(material, cue.owner, commitment)):
        listed = fuller_list(material, commitment)
        owner = listed or fuller_margin(material, sentence, commitment.owner) or commitment.owner
        # Those in brackets may do it together, or be whom it is about.
        return Owned(owner, commitment.task, commitment.helpers, doubtful=listed is not None)
    if commitment.owner:
        commitment = Commitment(commitment.span, None, commitment.span)
    if cue and cue.owner and _names_somebody(material, cue.owner):
        return Owned(cue.owner, commitment.task)
    opening = (material, sentence, cue, commitment.span)
    if first and (elsewhere := _handled(*opening) or _in_list(*opening)):
        return elsewhere
    if front := _in_front(material, sentence, cue, commitment.span, first=first):
        return front
    if called := _called(material, commitment.span):
        return called
    if (leads := doer(material, commitment.span)) and (first or leads.divided):
        task = Span(leads.task, commitment.span.end)
        undivided = Owned(leads.owner, task, doubtful=leads.doubtful)
        return _behind_name(material, leads.owner, task) if leads.divided else undivided
    if trailing := trailing_owner(material, commitment.span):
        task = Span(commitment.span.start, _before_bracket(material.text, trailing.start))
        marked = is_marked(material.text, trailing)
        return Owned(trailing, task, doubtful=not marked and is_remark(task.of(material.text)))
    if named := passive_doer(material, commitment.span) or asked_or_offered(material, commitment.span):
        return Owned(named, commitment.task)
    if cue and cue.owner:
        return Owned(cue.owner, commitment.task)
    margin = material.margins.get(sentence.block)
    if margin and (margin.sure or sentence.span.end == material.block(sentence).content.end):
        remark = margin.span == margin.owners and is_remark(commitment.task.of(material.text))
        return Owned(margin.owners, commitment.task, doubtful=remark)
    if first and (owned := _said_before(material, sentence, commitment)):
        return owned
    last = commitment.span.end == sentence.span.end
    call = called_for(material, commitment.span)
    task = commitment.task if call is None else Span(call, commitment.span.end)
    taken = taken_up_by(material, sentence) if last else None
    return Owned(taken, task if taken else commitment.task, doubtful=bool(taken and only_helps(material, taken)))


def _handled(material: Material, sentence: Sentence, cue: Cue | None, span: Span) -> Owned | None:
    """The task of those whose handles lead a line, where a mark, a list or their number makes them its owners."""
    front = handles_in_front(material.text, span)
    if front is None or _is_spoken(material, sentence, cue):
        return None
    if not (front.divided or front.several or cue or sentence.block in material.sections):
        return None
    return _behind_name(material, front.owners, Span(front.task, span.end))


def _behind_name(material: Material, owner: Span, rest: Span) -> Owned:
    """A task behind a name and a colon or dash, which may turn to others, or to whoever will."""
    named = _LABEL.match(material.text, rest.start, rest.end)
    if named and kind_of(owner.of(material.text)) != "person" and names_people(material, Span(*named.span(1))):
        # "Roof group: AB: …": first the topic, then whose turn it is.
        owner, rest = Span(*named.span(1)), Span(named.end(), rest.end)
    if called := _called(material, rest):
        return called
    if is_for_nobody(material.text, rest):
        return Owned(None, rest)
    if handed := handed_on(material.text, rest):
        return Owned(*handed)
    if (later := THEN_I.search(material.text, rest.start, rest.end)) and not _tells_to_act(material, rest):
        return Owned(owner, Span(later.end(), rest.end), clause=Span(later.start(), rest.end))
    asked = None if asks_anybody(material.text, rest) else owner
    return Owned(asked, rest, doubtful=may_ask(material.text, rest))


def _tells_to_act(material: Material, span: Span) -> bool:
    return is_imperative(material.text, span) and not _THANKS.match(material.text, span.start, span.end)


def _called(material: Material, span: Span) -> Owned | None:
    """The task of those to whom the words turn ("Jo, can you …", "can Jo and Lu …")."""
    called = addressed(material, span)
    return Owned(called.owner, Span(called.task, span.end), doubtful=called.doubtful) if called else None


def _in_list(material: Material, sentence: Sentence, cue: Cue | None, span: Span) -> Owned | None:
    """Who leads a marked task, answers a question, or stands in an entry of a list of who is on what."""
    marked = cue is not None and cue.label == "action"
    listed = material.sections.get(sentence.block) is ActionSection.LIST and sentence.block not in material.action_rows
    if (marked or listed) and (named := bare_doer(material, span, sure=marked)):
        return Owned(named.owner, Span(named.task, span.end))
    if answered := answered_by(material, sentence):
        return Owned(*answered)
    team = team_of(material, sentence)
    return Owned(team, _beside_names(span, team)) if team else None


def _said_before(material: Material, sentence: Sentence, commitment: Commitment) -> Owned | None:
    """Who is meant by "I'll …", "Will …", "He will …", "Also …": whose turn it is, or whom the lines before name."""
    text, span = material.text, commitment.span
    self_ = FIRST_PERSON.match(text, span.start, span.end)
    bare = BARE_WILL.match(text, span.start, span.end)
    taken = self_ or bare
    if taken and (speaker := turn_of(material, sentence)):
        # "Will add it" alone may be the speaker's, or their team's.
        return Owned(speaker, Span(taken.end(), span.end), doubtful=not self_)
    if bare and sentence.block in material.sections and (named := perhaps_will(material, span)):
        return Owned(named, Span(bare.end(), span.end), doubtful=True)
    if GOES_ON.match(text, span.start, span.end) and (owner := _owner_before(material, sentence)):
        return Owned(owner, commitment.task)
    held = status_opening(span.of(text)) is Progress.CARRIED
    if (bare or held or HE_WILL.match(text, span.start, span.end)) and (named := only_one_before(material, sentence)):
        return Owned(named, commitment.task, doubtful=True)
    if is_imperative(text, span) and (owner := owner_above(material, sentence)):
        return Owned(owner, commitment.task)
    later = THEN_I.search(text, span.start, span.end)
    if later and not taken and (speaker := turn_of(material, sentence) or name_above(material, sentence, speaks=True)):
        return Owned(speaker, Span(later.end(), span.end), clause=Span(later.start(), span.end))
    above = name_above(material, sentence, speaks=bool(taken)) if taken or is_imperative(text, span) else None
    return Owned(above, commitment.task, doubtful=not self_) if above else None


def _owner_before(material: Material, sentence: Sentence) -> Span | None:
    """The owner of the task in the sentence before, if one is told to do it."""
    before = material.before(sentence)
    if before is None or "action" not in before.labels:
        return None
    commitments = split_commitments(material, before.span)
    return attribute(material, before, None, commitments[-1], first=len(commitments) == 1).owner


def _in_front(material: Material, sentence: Sentence, cue: Cue | None, span: Span, *, first: bool) -> Owned | None:
    """An owner in brackets or before a colon; in a transcript that is who speaks, and owns what they take on."""
    bracket = _LEADING_BRACKET.match(material.text, span.start, span.end)
    if bracket and _MARK.fullmatch(bracket[1]):
        return Owned(None, Span(bracket.end(), span.end))
    if bracket and _names_owners(material, Span(*bracket.span(1))):
        if _ASKS_FOR.match(material.text, bracket.end(), span.end):
            return Owned(None, Span(bracket.end(), span.end))
        return Owned(Span(*bracket.span(1)), Span(bracket.end(), span.end))
    label = _LABEL.match(material.text, span.start, span.end)
    if label is None:
        return _lower_label(material, sentence, span)
    start = label.start(1) + (len(label[1]) - len(label[1].removeprefix("For ")))
    owner, rest = Span(start, label.end(1)), Span(label.end(), span.end)
    if first and _is_spoken(material, sentence, cue):
        return _spoken(material, owner, rest)
    if _LEADS.match(material.text, rest.start, rest.end) and not material.mentions_in(owner):
        # "Roof: Harnett to mend it": what stands before the colon is the topic.
        return None
    if is_owner_phrase(material, owner) or (start > label.start(1) and is_own_body(material, owner.of(material.text))):
        return _behind_name(material, owner, rest)
    return None


def _names_owners(material: Material, span: Span) -> bool:
    """Whether a phrase names those who could act, or names of which one at least is known to be somebody's."""
    return is_owner_phrase(material, span) or ("@" not in span.of(material.text) and names_people(material, span))


def _lower_label(material: Material, sentence: Sentence, span: Span) -> Owned | None:
    """In a list of actions, a first name or "all" before a colon, written without its capital."""
    label = _LOWER.match(material.text, span.start, span.end) if sentence.block in material.sections else None
    if label is None or not (label[1] in NOBODY_IN_PARTICULAR or label[1] in GIVEN_NAMES - WORDS_TOO):
        return None
    return Owned(Span(*label.span(1)), Span(label.end(), span.end))


def _spoken(material: Material, speaker: Span, rest: Span) -> Owned:
    """What a turn of speech takes on: the speaker's own task, or that of somebody whom it names."""
    text = material.text
    if own := FIRST_PERSON.match(text, rest.start, rest.end) or BARE_WILL.match(text, rest.start, rest.end):
        return Owned(speaker, Span(own.end(), rest.end))
    if called := _called(material, rest):
        return called
    named = doer(material, rest)
    if named and not named.divided:
        if asked := has_requested(text, Span(named.owner.end, rest.end)):
            return Owned(speaker, asked, doubtful=True)
        doubtful = named.doubtful or only_may(text, named.owner.end)
        return Owned(named.owner, Span(named.task, rest.end), doubtful=doubtful)
    if later := THEN_I.search(text, rest.start, rest.end):
        return Owned(speaker, Span(later.end(), rest.end), clause=Span(later.start(), rest.end))
    return Owned(asked_or_offered(material, rest), rest)


def _beside_names(span: Span, names: Span) -> Span:
    return Span(names.end, span.end) if names.start == span.start else span


def _before_bracket(text: str, at: int) -> int:
    opening = _BRACKET_OPENS.search(text[max(0, at - 20) : at])
    return at - len(opening[0]) if opening else at


def _names_somebody(material: Material, span: Span) -> bool:
    return is_owner_phrase(material, span) or kind_of(span.of(material.text)) != "unknown"


def _is_spoken(material: Material, sentence: Sentence, cue: Cue | None) -> bool:
    """Whether a name before a colon tells who speaks: in a transcript, outside marks, tables and lists of actions."""
    return material.is_transcript and cue is None and sentence.block not in material.sections


def _moves(material: Material, marked: Span, commitment: Commitment) -> bool:
    """Whether the marked owner is only to get somebody to do something ("Action AB: ask CD to call")."""
    inside = commitment.owner is not None and commitment.owner.start > commitment.span.start
    return inside and is_owner_phrase(material, marked)
