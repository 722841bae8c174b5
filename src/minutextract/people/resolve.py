"""Names, initials and offices in the body to people: one strategy a kind of reference, each None unless one remains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from minutextract.document import Block, Document, Span
from minutextract.meeting import Attendance
from minutextract.people.context import VERB, acts_like_person, after_number, in_address, opens_clause
from minutextract.people.given_names import WORDS_TOO
from minutextract.people.name_forms import TITLE, handles_pattern, names_pattern, titled_pattern
from minutextract.people.name_words import is_used_as_name
from minutextract.people.names import fold_name, is_initials, looks_like_name
from minutextract.people.namesakes import Namesakes
from minutextract.people.register import Register
from minutextract.people.short_names import FIRST_AND_LETTER, short_for, with_letter, with_surname
from minutextract.people.unlisted import acts_unlisted, common_nouns, things
from minutextract.people.vocabulary import ACRONYMS, HONORIFICS, OFFICES, POSITIONS
from minutextract.record import Flag, How, Mention

_TOKEN = re.compile(r"(?<![\w/\-.])[A-Z][A-Za-z]{1,4}(?![A-Za-z0-9_])|(?<=/)[A-Z][A-Za-z]{1,4}(?![A-Za-z0-9_])")
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.\s?){1,3}[A-Z]\.(?!\w)")
_WORD = re.compile(r"(?<![\w’'@\-])[A-Z][^\W\d_]+(?:['’\-][A-Z][^\W\d_]+)*")
_OFFICE = re.compile(
    r"\b(?:[Tt]he )?("
    + "|".join(sorted(office.title() for office in OFFICES))
    + r"|(?:(?<=[Tt]he )(?:"
    + "|".join(sorted(position.title() for position in POSITIONS))
    + r"))(?!\s+[A-Z]))\b(?!\s+of\b|['’]s\s+[A-Z])"
)
_SPEAKER = re.compile(r"([A-Z][A-Za-z]{1,3}):\s")
_CAPITALISED_NEXT = re.compile(r"\s+[A-Z][^\W\d_]+")
_CAPITALISED_BEFORE = re.compile(r"(?<![^\W\d_])(?>[^\W\d_]*?[A-Z])[^\W\d_]++\s+$")


@dataclass(frozen=True)
class Resolver:
    """Finds mentions in blocks of one document.

    Attributes:
        document: the minutes.
        register: everybody that they name.
        not_people: capitals that the text defines as something else.
    """

    document: Document
    register: Register
    not_people: frozenset[str]

    def mentions(self, blocks: Iterable[Block]) -> list[Mention]:
        """Mentions in the blocks, in order, none within another; longer ones win."""
        found: list[Mention] = []
        names, handles = names_pattern(self.register), handles_pattern(self.register)
        for block in blocks:
            within: list[Mention] = []
            strategies = (
                self._names(block, names),
                self._titled(block),
                self._short_names(block),
                self._names(block, handles),
                self._offices(block),
                self._letters(block),
                self._initials(block),
                self._dotted(block),
                self._single_names(block),
            )
            for strategy in strategies:
                within += [one for one in strategy if not any(_overlap(one.span, other.span) for other in within)]
            found += sorted(within, key=lambda mention: mention.span.start)
        return found

    def _names(self, block: Block, pattern: re.Pattern[str] | None) -> Iterator[Mention]:
        text = self.document.text
        for match in pattern.finditer(text, block.span.start, block.span.end) if pattern else ():
            start = _with_titles(text, match.start(), block.span.start)
            yield self._mention(
                Span(start, match.end()), self.register.full_names.get(fold_name(match[0]), []), How.NAME
            )

    def _titled(self, block: Block) -> Iterator[Mention]:
        """ "Minister Hinds", "Cllr D Gray": titles, perhaps a first name or letter, and a surname."""
        text = self.document.text
        pattern = self._titles_and_surnames
        for match in pattern.finditer(text, block.span.start, block.span.end) if pattern else ():
            candidates = self.register.surnames.get(fold_name(match["surname"]), [])
            if letter := match["first"]:
                candidates = [p for p in candidates if self.register.people[p].name[:1] == letter[0]]
            if match["title"].lower() == "minister":
                ministers = [p for p in candidates if "minister" in (self.register.people[p].post or "").lower()]
                candidates = ministers or candidates
            if candidates:
                yield self._mention(Span(*match.span()), candidates, How.SURNAME)

    @cached_property
    def _titles_and_surnames(self) -> re.Pattern[str] | None:
        # Making it takes longer than looking whether there is a title at all.
        return titled_pattern(self.register) if TITLE.search(self.document.text) else None

    def _offices(self, block: Block) -> Iterator[Mention]:
        for match in _OFFICE.finditer(self.document.text, block.content.start, block.content.end):
            holders = self.register.offices.get(match[1].lower(), [])
            if holders and not _CAPITALISED_BEFORE.search(self.document.text[block.span.start : match.start()][-30:]):
                yield self._mention(Span(*match.span()), holders, How.ROSTER)

    def _initials(self, block: Block) -> Iterator[Mention]:
        text = self.document.text
        if text[block.span.start : block.span.end].isupper() and len(block.span) > 12:
            return
        known = frozenset(self.register.initials)
        for match in _TOKEN.finditer(text, block.content.start, block.content.end):
            span = Span(*match.span())
            if after_number(text, span, block.span.start) or in_address(text, span.start, block.span.start):
                continue
            if self._is_lowered(match[0], span, block):
                yield self._listed(match[0].upper(), span, self.register.initials[match[0].upper()])
            elif is_initials(match[0]) or match[0] in known or self._drifted(match[0]):
                mention = self._one_initials(match[0], span, block.span, known)
                if mention:
                    yield mention

    def _dotted(self, block: Block) -> Iterator[Mention]:
        """Initials with full stops where somebody acts ("J.R. will …"): whose they are, or nobody's that is listed."""
        text = self.document.text
        for match in _DOTTED.finditer(text, block.content.start, block.content.end):
            token, span = match[0].replace(".", "").replace(" ", ""), Span(*match.span())
            people = self.register.initials.get(token) or self.register.derived.get(token, [])
            if token in ACRONYMS or token in self.not_people or not VERB.match(text, span.end, block.content.end):
                continue
            if self.register.initials.get(token):
                yield self._listed(token, span, people)
            else:
                yield self._derived(token, span) or Mention(span, How.UNKNOWN, flags=(Flag.UNKNOWN_INITIALS,))

    @cached_property
    def _things(self) -> frozenset[str]:
        return things(self.document.text)

    @cached_property
    def _written_of(self) -> frozenset[str]:
        """Capitals that stand as a common noun ("PRs", "PR 12", "a PR"), and are therefore nobody's initials."""
        return common_nouns(self.document.text)

    @cached_property
    def _speaker_style(self) -> bool:
        """Whether speeches open with letters that follow from listed names ("JR: …"), in two people at least."""
        opening = (_SPEAKER.match(block.content.of(self.document.text)) for block in self.document.blocks)
        tokens = {found[1] for found in opening if found and found[1] not in ACRONYMS}
        return sum(len(self.register.derived.get(token, [])) == 1 for token in tokens) >= 2

    def _opens_speech(self, token: str, span: Span, within: Span) -> bool:
        if span.start > within.start or token in ACRONYMS or token not in self.register.derived:
            return False
        return self.document.text.startswith(":", span.end) and self._speaker_style

    def _one_initials(self, token: str, span: Span, within: Span, known: frozenset[str]) -> Mention | None:
        people = self.register.initials.get(token, [])
        if people and (token not in ACRONYMS or acts_like_person(self.document.text, span, within, known)):
            return self._listed(token, span, people)
        if units := self.register.unit_initials.get(token):
            unit = units[0] if len(units) == 1 else None
            return Mention(
                span, How.ROSTER if unit else How.UNKNOWN, unit=unit, candidates=tuple(units) if not unit else ()
            )
        if not people and token in self._written_of:
            return None
        if token in self.not_people or people or (token in ACRONYMS and token not in self.register.derived):
            return None
        if token in ACRONYMS and not opens_clause(self.document.text, span, within):
            return None
        acts = acts_like_person(self.document.text, span, within, known) or self._opens_speech(token, span, within)
        if not acts and not acts_unlisted(self.document.text, span, within):
            return None
        if token not in self.register.derived and _after_name(self.document.text, span, within):
            return None
        return self._derived(token, span)

    def _listed(self, token: str, span: Span, people: Sequence[str]) -> Mention:
        if len(people) == 1:
            return Mention(span, How.ROSTER, person=people[0])
        # The list gives these initials to several: one whose name they fit is likely, never certain.
        fitting = [person for person in people if person in self.register.derived.get(token, [])]
        if len(fitting) > 1:
            fitting = [person for person in fitting if self.register.people[person].attendance in _THERE]
        only = fitting[0] if len(fitting) == 1 else None
        return Mention(span, How.ROSTER if only else How.UNKNOWN, only, None, tuple(people), (Flag.AMBIGUOUS_INITIALS,))

    def _derived(self, token: str, span: Span) -> Mention | None:
        if named := self.register.first_names.get(fold_name(token)):
            return self._mention(span, named, How.NAME)
        people = self.register.derived.get(token, [])
        # Whoever the list gives other initials is not meant, if that leaves one.
        without = [person for person in people if not self.register.people[person].initials]
        if len(people) > 1 and len(without) == 1:
            return Mention(span, How.DERIVED, without[0], None, tuple(people), (Flag.DERIVED_INITIALS,))
        if len(people) == 1:
            return Mention(span, How.DERIVED, people[0], None, tuple(people), (Flag.DERIVED_INITIALS,))
        if people:
            return Mention(span, How.UNKNOWN, None, None, tuple(people), (Flag.AMBIGUOUS_INITIALS,))
        drifted = self._drifted(token)
        if len(drifted) == 1:
            return Mention(span, How.FUZZY, drifted[0], None, tuple(drifted), (Flag.DERIVED_INITIALS,))
        if not token.isupper() or len(token) > 3:
            return None
        if token in self._things:
            return None
        # "JBR" may be Jo Roe, with a middle name that the list leaves out.
        near = self.register.derived.get(token[0] + token[-1], []) if len(token) == 3 else []
        lengths = {len(written) for written in self.register.initials} or {2}
        if not near and len(token) > max(lengths):
            return None
        return Mention(span, How.UNKNOWN, candidates=tuple(near), flags=(Flag.UNKNOWN_INITIALS,))

    def _drifted(self, token: str) -> list[str]:
        """Those whose listed initials differ from these in capitals alone ("Ahop" for AHop)."""
        forms = self.register.initials.items()
        return [
            p for form, ids in forms if len(form) > 3 and form != token and form.lower() == token.lower() for p in ids
        ]

    def _is_lowered(self, token: str, span: Span, block: Block) -> bool:
        """Whether listed initials open a line with one capital alone, and act ("Kl will call")."""
        if len(token) != 2 or token.isupper() or token.lower() in _TWO_LETTERS or token in self.register.initials:
            return False
        opens = span.start == block.content.start
        return opens and token.upper() in self.register.initials and bool(VERB.match(self.document.text, span.end))

    def _letters(self, block: Block) -> Iterator[Mention]:
        """A first name and the letter of a surname, where one person has both."""
        text = self.document.text
        for match in FIRST_AND_LETTER.finditer(text, block.content.start, block.content.end):
            fitting = with_letter(self.register, match[1], match[2], text[match.end(2) : block.span.end])
            if len(fitting) == 1:
                yield Mention(Span(match.start(), match.end(2)), How.NAME, fitting[0])

    def _short_names(self, block: Block) -> Iterator[Mention]:
        for start, end, person in with_surname(self.register, self.document.text, block.span.start, block.span.end):
            yield Mention(Span(start, end), How.NAME, person)

    def _single_names(self, block: Block) -> Iterator[Mention]:
        """A surname or first name alone, where one listed person has it and no other name stands around it."""
        text = self.document.text
        for match in _WORD.finditer(text, block.content.start, block.content.end):
            form = fold_name(match[0])
            surnames, first = self.register.surnames.get(form, []), self.register.first_names.get(form, [])
            candidates = surnames or first
            if not candidates and (short := short_for(self.register, text, *match.span(), block.span.end)):
                yield Mention(Span(*match.span()), How.FUZZY, short, None, (short,), (Flag.FUZZY_NAME,))
                continue
            if not candidates or _CAPITALISED_NEXT.match(text, match.end(), block.span.end):
                continue
            before = text[block.content.start : match.start()][-30:]
            if _CAPITALISED_BEFORE.search(before) and not re.search(r"[.:;]\s+\w+\s+$", before):
                continue
            opens = match.start() == block.content.start and match[0].lower() in WORDS_TOO
            if opens and (surnames or not is_used_as_name(text, match, block.span.end)):
                continue
            sure = bool(surnames) or not self._namesakes.may_be_meant(form, match.start(), candidates)
            yield self._mention(Span(*match.span()), candidates, How.SURNAME if surnames else How.NAME, sure=sure)

    @cached_property
    def _namesakes(self) -> Namesakes:
        return Namesakes(self.document.text, self.document.extent, self.register)

    def _mention(self, span: Span, candidates: Sequence[str], how: How, *, sure: bool = True) -> Mention:
        if len(candidates) == 1 and sure:
            return Mention(span, how, person=candidates[0])
        return Mention(
            span, How.UNKNOWN, candidates=tuple(candidates), flags=(Flag.AMBIGUOUS_NAME,) if candidates else ()
        )


_TWO_LETTERS = frozenset(
    "ad ah am an as at be by do eh go he hi if in is it la ma me mr ms my no of oh ok on or pa so to up us we".split()
)
_THERE = (Attendance.CHAIR, Attendance.PRESENT, Attendance.IN_ATTENDANCE)


def _after_name(text: str, span: Span, within: Span) -> bool:
    """Whether the capitals stand in brackets behind a name that acts itself: "Jo Roe (OBU) asked"."""
    before = re.search(r"([A-Z][^\W\d_]+ [A-Z][^\W\d_]+) [(\[]$", text[within.start : span.start][-60:])
    closed = text[span.end : span.end + 1] in (")", "]")
    return bool(before and closed and looks_like_name(before[1]) and VERB.match(text, span.end + 1, within.end))


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _with_titles(text: str, start: int, floor: int) -> int:
    """Where a name begins, the titles before it taken in."""
    while start > floor:
        before = text[floor:start].rstrip()
        word = re.search(r"[A-Za-z]+\.?$", before)
        if not word or word[0].rstrip(".").lower() not in HONORIFICS or not word[0][0].isupper():
            return start
        start = floor + word.start()
    return start
