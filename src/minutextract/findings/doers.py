"""Who does a task by being the subject of its sentence, where no "to" says so: "AB can …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutextract.document import Span
from minutextract.findings.material import Material
from minutextract.findings.owners import is_owner_phrase, names_people
from minutextract.findings.task_lists import VERBS
from minutextract.months import MONTH
from minutextract.people.context import BARE_VERB
from minutextract.people.given_names import GIVEN_NAMES, WORDS_TOO
from minutextract.people.subjects import Subject, subject

_OPENING = re.compile(
    r"(?:(?:so|then|also|ok|okay|yes|in\s+addition|meanwhile|proposal)\b[,:]?\s+){0,2}", re.IGNORECASE
)
_NAME = r"@?[A-Z][\w’'.-]*(?:\s+(?:de\s+|van\s+|von\s+)?(?!I\b)[A-Z][\w’'-]*){0,2}"
# One or several names, as they stand in front of what those do.
NAMES = re.compile(rf"{_NAME}(?:(?:\s*,\s*|\s*[/&+]\s*|,?\s+and\s+)\(?{_NAME}\)?){{0,5}}")
_SAYS = (
    r"notes|says|reports|thinks|asks|mentions|suggests|has|is|was|does|explains|wonders|feels|adds|agrees|wants|needs|"
    r"likes|believes|knows|sees|hopes|means|requires|includes|contains|seems|appears|proposes|points|gives|gets|remains|"
    r"advises|recommends|requests|questions|welcomes|prefers|states"
)
_NO_TASK_VERB = (
    r"and|or|with|to|for|from|of|on|in|at|by|as|but|are|were|have|had|has|is|was|be|been|did|do|does|felt|feel|think|thought|"
    r"said|say|met|went|came|made|gave|took|told|saw|know|knew|agree|like|want|need|not|also|both|who|which|that|would|should|"
    r"will|shall|must|can|could|may|might|left|led|put|read|sent|spoke|wrote|found|held|got|won|lost|via|per|re|vs"
)
_TELLS = (
    r"(?:stated|said|says|noted|confirmed|reported|reports|indicated|mentioned|advised|explained|announced|told|"
    r"promised)"
)
# Behind a subject of any number: what somebody may, is meant or plans to do.
_MAY = re.compile(
    r"\s+(?:also\s+|still\s+|then\s+)?(?:"
    r"(?:can|could|may|might)\s+(?!(?:not|you|we|they|be|have|see|also\s+be|understand|only|never)\b)(?:also\s+|then\s+|perhaps\s+)?(?=[a-z]{2})|"
    r"(?:wants?|plans?|hopes?|intends?|aims?|wish(?:es)?)\s+to\s+(?!(?:see|know|thank|be|have|note|hear|say)\b)(?=[a-z]))"
)
_PLANS = re.compile(
    r"\s+(?:also\s+|still\s+|then\s+)?(?:"
    r"(?:is|are)\s+(?:meant|supposed|expected|planning|hoping|intending|hoped|scheduled)\s+to(?:\s+be)?\s+[a-z]|"
    rf"(?:(?:has|had|have)\s+)?{_TELLS}\s+(?:that\s+)?(?:(?:although|while|though)\s[^,.;:]{{1,80}},\s+)?(?:he|she|they)\s+(?:(?:is|was)\s+working\s+on\b|(?:would|will)\b|(?:is|are|was|were)\s+(?:going|planning|hoping)\s+to\b|(?:plans?|intends?)\s+to\b)|"
    r"(?:has|have|had|is|was)\b[^.;:]{0,90}(?:,|\s+and|\s+but)\s+(?:(?P<pronoun>he|she|they)\s+)?(?:will|needs?\s+to|has\s+to|is\s+to|would)\s)"
)
_AND_WILL = re.compile(
    r"[^.;:]{0,90}\s(?:and|but)\s+(?:(?P<pronoun>he|she|they)\s+)?(?:will|would)\s+(?!(?:like|be|have)\b)"
)
_ANOTHER = re.compile(r"\s[A-Z][\w’'-]+")
_BUSY = re.compile(
    r"\s+(?:is|are|was|were)\s+(?:also\s+|still\s+|now\s+)?\w+ing\b|"
    r"\s+(?:took|takes|has\s+taken|volunteered|volunteers|offered|agreed)\b|"
    rf"\s+(?!(?:{_SAYS})\b)[a-z]+s\s|\s+[a-z]+\s+(?:that\s+)?(?:he|she|they)\s+(?:would|will)\b|[^.;:]{{0,90}}\s+and\s+will\s"
)
# "AB and CD keep …": two subjects, a verb that is neither past nor tells what they said.
_PLURAL = re.compile(rf"\s+(?!(?:{_NO_TASK_VERB})\b)(?!\w+(?:ed|ing|ly)\b)[a-z]{{3,}}\b")
_ING = re.compile(
    r"\s+(?:is\s+|are\s+)?(?!(?:during|regarding|concerning|including|following|being|having)\b)[a-z]{2,}ing\s"
)
_NOW = re.compile(r"\s+(?:is|are)\s+(?:also\s+|still\s+|now\s+|currently\s+)?\w{2,}ing\b")
# "The Board agrees they will …": a body, and what it takes on.
_BODY_AGREES = re.compile(
    r"\W*(?P<who>(?:[Tt]he\s+)?(?:Board|Council|Committee|Trustees|Executive|Directors|Governors|Team|Group))\s+agree[sd]?\s+(?:that\s+)?"
    r"(?:it|they)\s+(?:will|would)\s+(?:also\s+)?(?!(?:be|not|have)\b)(?=[a-z])"
)
# "AB drafting a plan", "AB help look into it", told of one who is known.
_DOING = re.compile(
    r"\s+(?!(?:missing|leaving|attending|having|being|getting|joining|reporting|presenting|chairing|recording|standing|noting|asking|"
    r"wondering|suggesting|proposing|saying|raising|during|regarding|concerning|including|following|representing|opening|closing|using|"
    r"seeing|liking|wanting|needing|feeling|thinking)\b)[a-z]{3,}ing\s+(?:the|an?|our|some|new|up|his|her|their)\s"
)
_HELP = re.compile(r"\s+help\s+(?!(?:is|was|will|needed|wanted|us)\b)[a-z]")
# "AB, Bulk order of lamps": the task behind a comma, and no second name.
_COMMA_TASK = re.compile(r",\s+(?=[A-Z][a-z]+\s+(?!(?:and|to|will|is|are|was|has|have|agreed|from|or)\b)[a-z])")
# "AB and CD investigating.": all that stands behind the names.
_GOING_ON = re.compile(
    r"\s+(?:investigating|looking\s+into\s+(?:it|this|that)|working\s+on\s+(?:it|this|that)|checking|chasing|following\s+up)\W*$"
)
# "AB I'll see to it": a name in bold before what its bearer says.
_SELF = re.compile(r"\s+I(?:[’']ll|\s+will|\s+can|[’']m\s+going\s+to)\s")
# "AB and CD are on the release": what they see to.
ON = re.compile(
    r"\s+(?:(?:is|are)\s+)?on\s+(?!(?:holiday|leave|vacation|call|board|time|track|it|this|that|(?:the\s+)?(?:call|line|committee|board|"
    r"list|agenda|panel|phone|way|fence|behalf))\b)(?=\w)"
)
_TOPIC = re.compile(r"[^.!?:]{2,40}?\s[-–—]\s+(?=[A-Z@])")
_BY = re.compile(rf"\b(?:be|been|being|is|are)\s+(?:\w+ly\s+)?\w+\s+by\s+(?P<names>(?!(?i:{MONTH})\b){NAMES.pattern})")
# "… to be drawn up by the Roof Committee"; what it is to agree to is hardly its own work.
_BY_BODY = re.compile(
    r"\bto\s+be\s+(?!(?:approved|agreed|ratified|accepted|endorsed|considered|discussed|funded|paid|led|owned|used|chaired|attended|signed)\b)"
    r"\w+(?:\s+(?:up|out|together))?\s+by\s+(?P<names>the\s+(?:[A-Z][\w&’'-]*\s+){0,3}"
    r"(?:[Cc]lerk|[Tt]reasurer|[Ss]ecretary|[Cc]hair(?:man|person)?|Committee|Sub-?[Cc]ommittee|Working\s+(?:Party|Group)|Group|Team))\b"
    r"(?!\s+(?:had|has|have|was|were)\b)"
)
# "AB agreed and asked him to look": whoever is asked does it.
_ASKS_ANOTHER = re.compile(
    r"[^.;:]{0,90}\b(?:asked|asks|told|requested|instructed|invited|urged|reminded)\s+(?:him|her|them|[A-Z][\w’'-]*)\s+to\s"
)
# "AB advises us to look": what somebody would have others do.
_HAS_US = re.compile(r"\s+(?:also\s+)?[a-z]{3,}s\s+(?:us|everyone|everybody|people|members|all(?:\s+of\s+us)?)\s+to\s")
# "AB's tables to be joined": what is somebody's, and not that one.
_OWNED_THING = re.compile(r"(?:(?<=[’']s)|(?<=s[’'])|[’']s?)\s+[a-z]")
# What somebody might do is no promise yet.
_MIGHT = re.compile(r"\s+(?:also\s+|still\s+|then\s+)?(?:may|might)\s")
# Before what is to be done by somebody, a clause that has matter of its own: who does the one need not do the other.
_OTHER_CLAUSE = re.compile(r"[:;]\s[^:;]{40,}$|,\s+with\s+(?:the|an?)\s[^,;]{2,60}$")
_DIVIDER = re.compile(r"\s*(?::|[-–—]\s)\s*")


@dataclass(frozen=True, slots=True)
class Doer:
    """Who leads a clause, where the task begins, whether a colon or dash parts the two, and whether it is in doubt."""

    owner: Span
    task: int
    divided: bool = False
    doubtful: bool = False


def doer(material: Material, clause: Span) -> Doer | None:
    """Who the clause says does it, or None if it leads with other words or only tells what somebody says or is."""
    text = material.text
    found = _doer(material, clause)
    topic = _TOPIC.match(text, clause.start, clause.end)
    if found or topic is None:
        return found
    # "Shed - AB painting it this week": the topic stands before who acts.
    leading = _leading(material, Span(topic.end(), clause.end))
    return Doer(leading, leading.end) if leading and _ING.match(text, leading.end, clause.end) else None


def _doer(material: Material, clause: Span) -> Doer | None:
    text = material.text
    leading = _leading(material, clause)
    if leading is None:
        agrees = _BODY_AGREES.match(text, clause.start, clause.end)
        return Doer(Span(*agrees.span("who")), agrees.end()) if agrees else None
    if divider := _DIVIDER.match(text, leading.end, clause.end):
        return Doer(leading, divider.end(), divided=True)
    known = subject(text, clause, material.mentions_in(clause))
    if own := _SELF.match(text, leading.end, clause.end) or _MAY.match(text, leading.end, clause.end):
        return Doer(leading, own.end(), doubtful=bool(_MIGHT.match(text, leading.end)))
    if _HAS_US.match(text, leading.end, clause.end) or _OWNED_THING.match(text, leading.end, clause.end):
        return None
    if _is_another(text, leading, clause) or _ASKS_ANOTHER.match(text, leading.end, clause.end):
        return None
    if _PLANS.match(text, leading.end, clause.end) or (known and _BUSY.match(text, leading.end, clause.end)):
        return Doer(leading, leading.end)
    if _AND_WILL.match(text, leading.end, clause.end):
        return Doer(leading, leading.end)
    if _GOING_ON.match(text, leading.end, clause.end) and (known or names_people(material, leading)):
        return Doer(leading, leading.end)
    if _takes_up(material, leading, clause, known):
        return Doer(leading, leading.end)
    if behind := _behind_comma(material, leading, clause):
        return behind
    several = len(re.split(r"\s+and\s+|[,/&+]", leading.of(text))) > 1
    if several and ON.match(text, leading.end, clause.end):
        return Doer(leading, leading.end)
    return Doer(leading, leading.end) if several and _PLURAL.match(text, leading.end, clause.end) else None


def _takes_up(material: Material, leading: Span, clause: Span, known: Subject | None) -> bool:
    """Whether somebody named in full is busy with it ("Kit Roe is asking …"), or one who is known has a bare verb."""
    if _NOW.match(material.text, leading.end, clause.end):
        return " " in leading.of(material.text) and names_people(material, leading)
    if known is None or len(known.mentions) != 1 or known.mentions[0].person is None:
        return False
    if BARE_VERB.match(material.text, leading.end, clause.end) or _HELP.match(material.text, leading.end, clause.end):
        return True
    return bool(_DOING.match(material.text, leading.end, clause.end))


def _behind_comma(material: Material, leading: Span, clause: Span) -> Doer | None:
    """Somebody known and, behind a comma, a task that opens with a capital, which looks like a second name."""
    known = subject(material.text, clause, material.mentions_in(clause))
    comma = _COMMA_TASK.match(material.text, known.end, clause.end) if known and known.mentions[-1].person else None
    if known is None or comma is None or leading.start != known.mentions[0].span.start:
        return None
    first = material.text[comma.end() : clause.end].split()[0]
    named = material.mentions_in(Span(comma.end(), comma.end() + len(first))) or first.lower() in GIVEN_NAMES
    return None if named else Doer(Span(leading.start, known.end), comma.end(), doubtful=True)


def bare_doer(material: Material, clause: Span, *, sure: bool = True) -> Doer | None:
    """Who leads a clause that a mark makes a task, with a bare verb behind ("Action: Jo plan a meeting").

    Where only a list makes it one, the verb must be one with which tasks are told.
    """
    leading = _leading(material, clause)
    if leading and not any(one.person for one in material.mentions_in(leading)):
        first = leading.of(material.text).split()[0].lower()
        leading = leading if first in GIVEN_NAMES - WORDS_TOO else None
    verb = _PLURAL.match(material.text, leading.end, clause.end) if leading else None
    if verb and not (sure or verb[0].strip().lower() in VERBS):
        return None
    return Doer(leading, leading.end) if leading and verb else None


def passive_doer(material: Material, span: Span) -> Span | None:
    """By whom something is to be done ("… to be circulated by AB and CD")."""
    found = _BY.search(material.text, span.start, span.end) or _BY_BODY.search(material.text, span.start, span.end)
    if found is None or _OTHER_CLAUSE.search(material.text[span.start : found.start()]):
        return None
    names = Span(*found.span("names"))
    if found.re is _BY_BODY:
        return names if is_owner_phrase(material, names) else None
    known = [one for one in material.mentions_in(names) if one.person]
    if names_people(material, names):
        return names
    return known[0].span if known and known[0].span.start == names.start else None


def _is_another(text: str, leading: Span, clause: Span) -> bool:
    """Whether "and they will" may mean somebody named in between ("AB met Tarn Bakery and they will lend a van")."""
    for pattern in (_AND_WILL, _PLANS):
        found = pattern.match(text, leading.end, clause.end)
        if found and found["pronoun"] and _ANOTHER.search(text, leading.end, found.start("pronoun")):
            return True
    return False


def _leading(material: Material, clause: Span) -> Span | None:
    """The mentions, or the names that nothing resolves, with which a clause opens."""
    text = material.text
    known = subject(text, clause, material.mentions_in(clause))
    opening = _OPENING.match(text, clause.start, clause.end)
    start = opening.end() if opening else clause.start
    names = NAMES.match(text, start, clause.end)
    if names and (known is None or names.end() > known.end) and names_people(material, Span(*names.span())):
        return Span(*names.span())
    if known:
        return Span(known.mentions[0].span.start, known.end)
    later = subject(text, Span(start, clause.end), material.mentions_in(Span(start, clause.end)))
    return Span(later.mentions[0].span.start, later.end) if later else None
