"""The minutes' own words with names in place of initials, or as the attribution wants them; nothing else is changed.

Names are replaced where the record's mentions say that somebody is meant, and where somebody's full name stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from minutextract.document import Span
from minutextract.people.names import is_initials
from minutextract.people.vocabulary import HONORIFICS
from minutextract.record import Flag, How, Mention, Party, Record
from minutextract.render.names import Names
from minutextract.render.options import Attribution
from minutextract.render.tidying import tidied
from minutextract.render.wording import capitalised, finished, fold

# "Kit (Loomis)", "Kit L": what follows says more closely who it is.
_NAMED_ON = re.compile(r"\s*\(|\s+[A-Z]")
_LABEL_END = re.compile(r"[)\]]?\s*:\s")
_OWN_INITIALS = re.compile(r"\s*[\[(]\**[A-Z][A-Za-z]{1,4}\**[)\]]")
_BEGINS = re.compile(r"(?:^|[.!?:]\s+|^[(\[])$")
_SEVERAL = re.compile(r"\b([Aa]) (member|participant)(?:, a \2)*,? and a \2\b")
_CERTAIN = frozenset({Flag.AMBIGUOUS_INITIALS, Flag.AMBIGUOUS_NAME})
# Verbs whose past is their participle: "a member noted that …" is "it was noted that …".
_SAID = re.compile(
    r"^(?:A member|A participant|Somebody[\w ]*?|Members) (?:also )?"
    r"(noted|said|reported|highlighted|emphasised|emphasized|observed|suggested|stressed|explained|commented|added|advised|confirmed|mentioned|stated|indicated|proposed|"
    r"clarified|remarked|argued) that\b"
)


class Rewording:
    """Words of a record's document, as a summary with these names has them."""

    def __init__(self, record: Record, names: Names) -> None:
        self._text = record.document.text
        self.record = record
        self.names = names
        self._mentions = sorted(record.mentions, key=lambda mention: mention.span)
        self._starts = [mention.span.start for mention in self._mentions]
        people = sorted(record.meeting.people, key=lambda person: -len(person.name))
        self._full = [(_whole(fold(one.name)), one) for one in people if len(one.name.split()) > 1]

    def words(self, span: Span) -> str:
        """The words of a span, folded."""
        pieces: list[str] = []
        at = span.start
        for mention in self._within(span):
            if mention.span.start < at:
                continue
            before = "".join([*pieces, self._text[at : mention.span.start]])
            replaced = self._replaced(mention, span, before)
            if replaced is not None:
                lead, name, end = replaced
                pieces, at = [lead, name], end
        whole = fold("".join([*pieces, self._text[at : span.end]]))
        return self._passive(self._without_names(whole))

    def text(self, words: str, span: Span) -> str:
        """Words that were taken from a span, perhaps shortened or strung together, as the summary has them."""
        if place := self._place(words, span):
            return self.words(place)
        return self._passive(self._without_names(self._by_writing(fold(words), span)))

    def plain(self, words: str) -> str:
        """Words that stand nowhere in particular: full names alone are known in them."""
        return self._without_names(fold(words))

    def opens_with_pronoun(self, span: Span) -> bool:
        """Whether a pronoun that opens the words gives way to the one whom it means."""
        first = next(self._within(span), None)
        return (
            first is not None
            and first.how is How.PRONOUN
            and first.span.start - span.start <= 1
            and self.names.reference(first.person, first.unit) is not None
        )

    def keeps_initials_of(self, party: Party, span: Span) -> bool:
        """Whether the words open with a speaker's initials as the minutes write them."""
        first = next(self._within(span), None)
        return (
            self.names.attribution is Attribution.INITIALS
            and first is not None
            and first.person is not None
            and first.person == party.person
            and first.span.start - span.start <= 1
        )

    def _within(self, span: Span) -> Iterator[Mention]:
        for mention in self._mentions[bisect_left(self._starts, span.start) :]:
            if mention.span.start >= span.end:
                return
            if mention.span.end <= span.end:
                yield mention

    def _replaced(self, mention: Mention, span: Span, before: str) -> tuple[str, str, int] | None:
        """What stands before a mention, what it becomes, and where to go on; None if it stays as it is."""
        written, after = mention.span.of(self._text), self._text[mention.span.end : span.end]
        opens = mention.span.start - span.start <= 1 and self._text[span.start : mention.span.start] in ("", "(", "[")
        name = self.names.reference(mention.person, mention.unit)
        if mention.how is How.COLLECTIVE or (mention.how is How.PRONOUN and not opens):
            return None
        if name is None:
            ambiguous = self.names.hides and mention.candidates and not is_initials(written)
            return (before, _cased("somebody", before), mention.span.end) if ambiguous else None
        if self.names.attribution is Attribution.NAMED or mention.person is None:
            keeps = not self._is_short(mention, written, name, opens=opens, after=after, before=before)
        else:
            keeps = self.names.attribution is Attribution.INITIALS and is_initials(written)
        if keeps:
            return None
        end = mention.span.end
        if mention.person and self.names.attribution is not Attribution.NAMED:
            before = _without_title(before)
            if own := _OWN_INITIALS.match(after):
                end += own.end()
        if before in ("(", "[") and self._text[end : end + 1] in (")", "]"):
            before, end = "", end + 1
        label = _LABEL_END.match(self._text[end : span.end])
        if self.names.attribution is Attribution.NONE and mention.person and label and not before.strip():
            return "", "", end + label.end()
        return before, _cased(name, before), end

    def _is_short(self, mention: Mention, written: str, name: str, *, opens: bool, after: str, before: str) -> bool:
        """Whether the name in full may take the place of what is written."""
        if _NAMED_ON.match(after) or _CERTAIN & set(mention.flags):
            return False
        if not opens:
            return is_initials(written) and before[-1:] not in "([/&*" and after[:1] not in "/&)]*"
        label = written in name and _LABEL_END.match(after) is not None
        return mention.how is How.PRONOUN or is_initials(written) or label or name.split(maxsplit=1)[0] == written

    def _place(self, words: str, span: Span) -> Span | None:
        pattern = r"\s+".join(map(re.escape, words.split()))
        found = re.compile(pattern, re.IGNORECASE).search(self._text, span.start, span.end) if pattern else None
        return Span(found.start(), found.end()) if found else None

    def _by_writing(self, words: str, span: Span) -> str:
        for mention in self._within(span):
            written = fold(mention.span.of(self._text))
            name = self.names.reference(mention.person, mention.unit)
            if name is None or mention.how in (How.PRONOUN, How.COLLECTIVE) or not written:
                continue
            if self.names.attribution is Attribution.NAMED and not is_initials(written):
                continue
            if self.names.attribution is Attribution.INITIALS and is_initials(written):
                continue
            # Where the name is longer than what is written, a second turn would find it in itself.
            if written not in name:
                beside = self.names.attribution is Attribution.NAMED
                pattern = _beside_nothing(written) if beside else _whole(written)
                words = pattern.sub(lambda found, name=name: _cased(name, found.string[: found.start()]), words)  # type: ignore[misc]
        return words

    def _without_names(self, words: str) -> str:
        words = finished(tidied(words))
        if self.names.attribution is Attribution.NAMED:
            return words
        for pattern, person in self._full:
            if pattern.search(words):
                name = self.names.person(person)
                words = pattern.sub(lambda found, name=name: _cased(name, found.string[: found.start()]), words)  # type: ignore[misc]
        return _SEVERAL.sub(lambda found: f"{'M' if found[1] == 'A' else 'm'}embers" if found[2] == "member" else
                            f"{'P' if found[1] == 'A' else 'p'}articipants", words)  # fmt: skip

    def _passive(self, words: str) -> str:
        if self.names.attribution is not Attribution.NONE:
            return words
        return _SAID.sub(lambda found: f"It was {found[1]} that", words)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


def _beside_nothing(words: str) -> re.Pattern[str]:
    """The words, but not in brackets, where they stand for the name in front, nor beside others."""
    return re.compile(rf"(?<![\w(\[/&*]){re.escape(words)}(?![\w)\]/&*])")


def _cased(name: str, before: str) -> str:
    return capitalised(name) if _BEGINS.search(before[-4:] if len(before) > 4 else before) else name


def _without_title(before: str) -> str:
    """What stands before a name, without the titles that go with it ("thanked Dr ")."""
    while True:
        head, _, last = before.rstrip().rpartition(" ")
        if not before.endswith(" ") or last.strip("([").rstrip(".").lower() not in HONORIFICS:
            return before
        before = f"{head} " if head else ""
