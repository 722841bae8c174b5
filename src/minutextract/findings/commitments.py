"""One action sentence to its commitments: "AB to write, and CD to call" is two."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutextract.document import Span
from minutextract.findings.going_on import gone_on
from minutextract.findings.joint_names import ASKS_ONE, is_torn_list, names_before, one_who_acts
from minutextract.findings.material import Material
from minutextract.findings.modals import MODAL, PROMISE_FROM, asks_deed
from minutextract.findings.objects import is_apposition, is_object, may_act
from minutextract.findings.origins import without_origin
from minutextract.findings.owner_words import IMPERATIVES, THINGS
from minutextract.findings.owners import is_owner_phrase, names_people
from minutextract.findings.task_lists import VERBS
from minutextract.findings.task_marks import without_mark
from minutextract.findings.trailing import trailing_owner
from minutextract.people.names import is_given_name

_CLAUSE = re.compile(
    r"\b(?:asked|asks|tells|told|requested|instructed|urged|encouraged|reminded|invited|directed|mandated|tasked|delegated|ask|invite|remind)\s+(?=[a-z]|[A-Z]+\b)|\b(?:[Nn]ext|[Tt]his)\s+(?:week|month|term|year|sprint|time),?\s+|(?:Last|First|Second|Final|Current)ly,?\s+|\((?=(?:members|volunteers|all|everyone|staff)\s+to\s)|\(\s*(?=[A-Z])(?![A-Z]{1,2}\d[A-Z]{1,4}\))|"
    r"(?<=\w)\s+(?=the\s+(?:Clerk|Chair|Chairman|Chairwoman|Chairperson|Secretary|Treasurer|Convenor|President)\s)|"
    r"\b[Aa]fter\s+(?:some\s+|much\s+|further\s+)?(?:discussion|debate),?\s+|"
    rf"{PROMISE_FROM}(?=[A-Z])|\w\)\s+(?=[A-Z][a-z]+\s[A-Z][a-z]+)|"
    r"\b(?:an?\s+)?actions?\s+(?:items?\s+|points?\s+)?(?:for|on)\s+(?=[A-Z@])|[,;]\s+(?:(?:and|while|whilst|with|then)\s+)?|\s+(?:and|while|whilst)\s+|\bthat\s+|:\s+|(?<!\b[A-Z])\.\s+|\s(?:--?|[–—])\s+"
)
_CONDITION = re.compile(r"(?:unless|if|when|once|while|although|as|since|after|before|because)\b", re.IGNORECASE)
# Somebody nothing resolves, and a modal right behind: no verb stands between ("wished to",
# "were meant to", "be able to").
_UNNAMED = re.compile(
    r"(?:[Tt]he\s+)?(?:(?!\w+ed\b|\w+s\s+to\b|(?:meant|able)\b)[\w’'&/-]+\s+){1,4}(?:to|will)\s+(?!be\s+able\b)[a-z]"
)
# An imperative with its object, and no noun ("Plan for the fair").
_TELLS = re.compile(r"(?:\W*TODO\W+)?([A-Za-z]+)\s+(?!(?:of|for|from|on|in|by|at|to|and|or|is|are|was|were|will)\b)\w")
_HELPED = re.compile(
    r",?\s+(?:(?:together|along|jointly)\s+)?with\s+(?:(?:the\s+)?(?:help|support|assistance|input)\s+(?:from|of)\s+)?|"
    r",?\s+(?:assisted|helped|supported)\s+by\s+",
)
_HELP_OF = re.compile(r",?\s+with\s+(?P<who>[A-Z][\w. -]{1,40}?)[’']s?\s+(?:help|assistance|support),?$")
_DOES = (
    r"(?!(?:says|thinks|notes|asks|likes|wants|knows|agrees|suggests|reports|mentions|feels|hopes|believes|has|is|was|needs|explains|adds)\b)"
    r"[a-z]{2,}s\s"
)
_TWO = re.compile(
    rf"(?P<name1>[A-Z][\w’'-]+)\s+(?P<task1>{_DOES}[^,;.:]+?)(?:[,;]|,?\s+and)\s+(?P<name2>[A-Z][\w’'-]+)\s+(?P<task2>{_DOES}[^,;:]+)"
)
_MARK_WITHIN = re.compile(r"(?:\s+and|[.;,–—-])\s+TODO\s*:\s*(?P<goes_on>will\s+|to\s+)?(?=[a-z])")
_OWN_TASK = re.compile(
    r"\b(?:we|they|council|committee|board|group|members)\s+(?:should|must|will|need\s+to|agreed\s+to)\s", re.IGNORECASE
)
_JOINT = re.compile(r"\s*(?:,|/|\+|&|,?\s+(?:and|or))\s*(?:the\s+)?$")
# Names joined without a word between that could be a place's or a time's.
_SEVERAL = re.compile(r"[A-Z][\w’'-]+(?:(?:\s?/\s?|\s+(?:and|or|&)\s+)[A-Z][\w’'-]+){1,3}")
_TOPIC = re.compile(r"(\S+(?:\s+\S+){0,6}?)\s[-–—]\s+(?=\S)")
_DASHED = re.compile(r"(?:\s(?:--?|[–—])|:)\s+$")
# "AB: the Roof Group has offered to …": who says so, or the topic, and then those who act.
_LABELLED = re.compile(r"[^:;.]{2,60}:\s+(?=\S)")
_LONGEST_OWNER = 90
_ROLE = re.compile(r"\(as\s[^()]{3,80}")
# Somebody's name of two words before a bracket; "Action AP/3 (" is none.
_NAMED = re.compile(r"\b(?!Action)[A-Z][a-z’'-]+\s+[A-Z][a-z’'-]+\s+\($")


@dataclass(frozen=True, slots=True)
class Commitment:
    """A task within a sentence: what to quote, who is to do it (None if unsaid), the task, and who is to help."""

    span: Span
    owner: Span | None
    task: Span
    helpers: Span | None = None


def split_commitments(material: Material, content: Span) -> list[Commitment]:
    """Split at each clause that names its own owner; at least one commitment, the whole content if nobody is named."""
    if marked := _marked_within(material, content):
        return [marked]
    heads = _heads(material, content)
    if not heads:
        return _present_tense(material, content) or _gone_on(material, content) or [Commitment(content, None, content)]
    if len(heads) == 1 and _in_brackets(material.text, content, heads[0]):
        return [Commitment(content, heads[0].owner, content)]
    first = _before_brackets(material.text, content, heads[0]) or _unnamed_before(material, content, heads[0])
    if first:
        rest = split_commitments(
            material, Span(heads[0].clause, _bracket_end(material.text, heads[0].clause, content.end))
        )
        return [Commitment(first, None, first), *rest]
    starts = [content.start, *(head.clause for head in heads[1:])]
    text, ends = material.text, [*(_trim_joint(material.text, head.clause) for head in heads[1:]), content.end]
    ends = [_bracket_end(text, *ends_at) for ends_at in zip(starts, ends, strict=True)]
    return [
        Commitment(Span(start, end), head.owner, Span(min(head.task, end), end), head.helpers)
        for start, end, head in zip(starts, ends, heads, strict=True)
    ]


def _tells_who(before: str, bracketed: str) -> bool:
    """Whether a bracket says who somebody is ("ask Jo Roe (Tarn Tree Officer) to …"), and not who owns what follows."""
    return _NAMED.search(before) is not None and ")" in bracketed


def _leaves_bracket(text: str, start: int, end: int) -> bool:
    """Whether a clause would begin within a bracket that closes before its verb ("Jo (as Chair and owner) will")."""
    said = text[start:end]
    return said.count(")") > said.count("(") and text[start - 1 : start] != "("


def _marked_within(material: Material, content: Span) -> Commitment | None:
    """ "Ann has agreed to lead and TODO: will write the plan": the mark tells the task, its subject is before."""
    found = _MARK_WITHIN.search(material.text, content.start, content.end)
    if found is None or not material.text[content.start : found.start()].strip(" *_"):
        return None
    before = split_commitments(material, Span(content.start, found.start()))[-1]
    return Commitment(content, before.owner if found["goes_on"] else None, Span(found.end(), content.end))


def _present_tense(material: Material, content: Span) -> list[Commitment]:
    """ "Ann paints the door, Kit sweeps the yard": two people, two verbs."""
    found = _TWO.fullmatch(material.text, content.start, content.end)
    if found is None:
        return []
    both = [(Span(*found.span(f"name{n}")), Span(*found.span(f"task{n}"))) for n in (1, 2)]
    if not all(names_people(material, name) for name, _ in both):
        return []
    return [Commitment(Span(name.start, task.end), name, task) for name, task in both]


def _gone_on(material: Material, content: Span) -> list[Commitment]:
    """ "Ann did not know, and she promised to ask": whoever did the one is to do the other."""
    found = None if trailing_owner(material, content) else gone_on(material, content)
    return [Commitment(content, *found)] if found else []


def _in_brackets(text: str, content: Span, head: _Head) -> bool:
    """ "Tea on 3 May (AB will bring cups)": who acts stands in brackets, what it is about before them."""
    before = text[content.start : head.clause].rstrip()
    return before.endswith("(") and text[content.end - 2 : content.end].count(")") > 0 and not _OWN_TASK.search(before)


def _before_brackets(text: str, content: Span, head: _Head) -> Span | None:
    """A task of somebody else before the brackets in which the first head stands ("We should go on (AB will ask)")."""
    before = text[content.start : head.clause].rstrip()
    return (
        Span(content.start, content.start + len(before[:-1].rstrip()))
        if before.endswith("(") and _OWN_TASK.search(before)
        else None
    )


def _bracket_end(text: str, start: int, end: int) -> int:
    """The end of a clause without the bracket that closes what opened before it."""
    said = text[start:end].rstrip(" .")
    return start + len(said) - 1 if said.endswith(")") and "(" not in said else end


def _unnamed_before(material: Material, content: Span, head: _Head) -> Span | None:
    """A commitment of somebody whom nothing resolves, before the first head: "The Hands to paint it, AB to help",
    or of nobody in particular: "Paint the door red, and AB will help"."""
    text = material.text
    end = _trim_joint(text, head.clause)
    before = text[content.start : end]
    if _CONDITION.match(before) or end == head.clause or text[end] not in ",;" or len(before.split()) < 4:
        return None
    told = _TELLS.match(before)
    tells = told is not None and told[1].lower() in VERBS and ":" not in before[told.start(1) :]
    return Span(content.start, end) if tells or _UNNAMED.match(before) else None


@dataclass(frozen=True, slots=True)
class _Head:
    clause: int
    owner: Span
    task: int
    helpers: Span | None = None


def _heads(material: Material, content: Span) -> list[_Head]:
    """Where an owner and a modal stand together, in order; an owner within another's phrase counts once."""
    text = material.text
    content = without_mark(text, content)
    found: dict[int, _Head] = {}
    for start in _clause_starts(text, content):
        modal = MODAL.search(text, start, min(content.end, _owner_ends(text, start)))
        if modal and _tells_who(text[content.start : start], text[start : modal.start()]):
            continue
        if modal and _leaves_bracket(text, start, modal.start()):
            continue
        if modal and asks_deed(text, modal) and not is_object(text[content.start : start], modal[0]):
            head = _headed(material, Span(start, modal.start()), modal.end())
            if head and not is_apposition(material, text[content.start : start], head.owner):
                found.setdefault(modal.end(), head)
    for mention in material.mentions_in(content):
        modal = MODAL.match(text, mention.span.end, content.end)
        if modal and modal.end() not in found and asks_deed(text, modal):
            start = _chain_start(material, content, mention.span.start)
            before = text[content.start : start]
            if may_act(before) and not is_object(before, modal[0]):
                start = _whole_name(text, content, start) if mention.person is None else start
                found[modal.end()] = _Head(start, Span(start, mention.span.end), modal.end())
    heads = []
    for task in sorted(found):
        head, start = found[task], names_before(material, content, found[task].owner.start)
        owner = Span(start, head.owner.end)
        if not is_torn_list(text[content.start : start], owner.of(text)):
            heads.append(replace(head, clause=min(head.clause, start), owner=owner))
    return _without_nested(heads, material)


def _owner_ends(text: str, start: int) -> int:
    """How far the words that name an owner may reach, what stands in brackets among them not counted."""
    bracket = _ROLE.search(text, start, start + _LONGEST_OWNER)
    return start + _LONGEST_OWNER + (len(bracket[0]) if bracket else 0)


def _headed(material: Material, phrase: Span, task: int) -> _Head | None:
    """A head if the phrase names who acts, and perhaps with whose help ("AB, with help from CD, will …")."""
    phrase = one_who_acts(material, _behind_topic(material, phrase), task)
    owner = without_origin(material, phrase) or phrase
    if owner is not phrase or is_owner_phrase(material, owner) or _is_named(material, owner):
        return _Head(phrase.start, owner, task)
    helped = _HELPED.search(material.text, phrase.start, phrase.end)
    if lent := _HELP_OF.search(material.text, phrase.start, phrase.end):
        owner, helpers = Span(phrase.start, lent.start()), Span(*lent.span("who"))
        return _Head(phrase.start, owner, task, helpers) if is_owner_phrase(material, owner) else None
    if helped is None:
        return None
    owner, helpers = Span(phrase.start, helped.start()), Span(helped.end(), phrase.end)
    named = is_owner_phrase(material, owner) and is_owner_phrase(material, helpers)
    return _Head(phrase.start, owner, task, helpers) if named else None


def _is_named(material: Material, phrase: Span) -> bool:
    """Whether names stand side by side of which one at least is known to be somebody's ("Jo/Ixo", "Jo or Ixo"), or a
    name of one word, at home in the document, behind a dash or colon ("Roof -- Ixo to …")."""
    if _DASHED.search(material.text, max(0, phrase.start - 4), phrase.start):
        name = phrase.of(material.text)
        return name not in THINGS and name.lower() not in IMPERATIVES and material.is_proper_name(name)
    several = _SEVERAL.fullmatch(material.text, phrase.start, phrase.end)
    return several is not None and names_people(material, phrase)


def _behind_topic(material: Material, phrase: Span) -> Span:
    """The phrase without what its task is about ("Mending Fences – Jo and Lu"), where that names nobody."""
    labelled = _LABELLED.match(material.text, phrase.start, phrase.end)
    if labelled and is_owner_phrase(material, Span(labelled.end(), phrase.end)):
        return Span(labelled.end(), phrase.end)
    topic = _TOPIC.match(material.text, phrase.start, phrase.end)
    if topic is None or is_given_name(topic[1].split()[0]) or material.mentions_in(Span(*topic.span(1))):
        return phrase
    behind = Span(topic.end(), phrase.end)
    return behind if names_people(material, behind) else phrase


def _chain_start(material: Material, content: Span, at: int) -> int:
    """Where a list of names that ends in the one at this place begins ("AB, CD and EF will …")."""
    before = [one.span for one in material.mentions_in(Span(content.start, at))]
    while before and _JOINT.fullmatch(material.text, before[-1].end, at):
        at = before.pop().start
    return at


def _clause_starts(text: str, content: Span) -> list[int]:
    return [content.start, *(match.end() for match in _CLAUSE.finditer(text, content.start, content.end))]


def _whole_name(text: str, content: Span, start: int) -> int:
    """Where a name of several capitals begins whose last word looks like initials ("The Tarn IG")."""
    before = re.search(r"(?:\b[Tt]he\s+)?(?:[A-Z][\w&-]*\s+){1,3}$", text[content.start : start])
    return start - len(before[0]) if before else start


def _without_nested(heads: list[_Head], material: Material) -> list[_Head]:
    """Drop the first of two heads where it only asks the second ("AB will ask CD to …" stays AB's)."""
    kept: list[_Head] = []
    for head in heads:
        between = material.text[kept[-1].task : head.clause] if kept else ""
        if kept and ASKS_ONE.fullmatch(between):
            continue
        if kept and len(between.split()) < 1:
            continue
        kept.append(head)
    return kept


def _trim_joint(text: str, clause: int) -> int:
    """The end of the clause before: the comma and the "and" between two commitments belong to neither."""
    joint = re.search(
        r"(?:[,;.]?\s+(?:and|while|whilst|then)\s+|[,;]\s+|\s*\(|[.:]?\s+)$", text[max(0, clause - 12) : clause]
    )
    return clause - (len(joint[0]) if joint else 0)
