"""Decisions: a sentence that settles something, or a motion with those who moved it and how the vote went."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from minutextract.document import Span
from minutextract.findings.certain_decisions import certain_decisions
from minutextract.findings.cues import read_cue
from minutextract.findings.decision_matter import (
    approved_above,
    heading_over,
    is_generic,
    leaves_open,
    motion_above,
    proposed_above,
    recommendation,
    with_matter,
)
from minutextract.findings.elsewhere import ends_meeting, is_remark, is_told
from minutextract.findings.insights import speaker_flags
from minutextract.findings.material import Material
from minutextract.findings.motion_groups import motion_groups, said_in
from minutextract.findings.motions import (
    CUE,
    Clause,
    is_abstention,
    is_certain,
    is_comment,
    is_outcome,
    is_support,
    mover_in,
    only_names,
    opens_motion,
    seconder_in,
    tells_seconder,
)
from minutextract.findings.owners import parties, parts_of
from minutextract.findings.repetition import Texts, without_repeats
from minutextract.findings.turns import turn_of
from minutextract.findings.votes import outcome_in, stated_outcome, vote_in
from minutextract.findings.wording import motion_text
from minutextract.record import Decision, Flag, Outcome, Party, Sentence, Vote, finding_id

# In a sentence that tells the business itself, what became of it.
_STATED = re.compile(
    r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:approved|accepted|adopted|agreed|carried|passed|defeated|rejected)\b"
)
# That there was a vote, and not on which side it fell.
_VOTED_ON = re.compile(r"\bvoted\s+(?:on|about)\s", re.IGNORECASE)
_ADDRESS_ALONE = re.compile(r"\W*https?://\S+\W*")
_MOST_MARKED, _MOST_RESOLVED = 3, 10
_RESOLUTION = re.compile(r"^\W*(?:resolution|resolved)\b(?:\s*#?\d+)?\s*:", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\b(?:asked|said|reported|queried|thanked|commented|explained|replied|left\s+the|moved|proposed\s+by|seconded)\b|^\W*action",
    re.IGNORECASE,
)
_ADDED = re.compile(r"\((?:and|&|\+)\s+([A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?)\)")
# The minutes of the hour for which an item was planned: ":05 - :15 Old minutes approved".
_SLOT = re.compile(r"^\W{0,3}(?:\d{1,2})?:\d\d\s*[-–—]\s*(?:\d{1,2})?:\d\d\s+(?=[A-Za-z])")
_Clauses = Callable[[str], Clause | None]


def find_decisions(material: Material) -> list[Decision]:
    """What the meeting settled, in order; a motion and the lines that tell its vote are one decision."""
    found = list[Decision]()
    put = list[Sentence]()
    certain = certain_decisions(material)
    for group in motion_groups(material):
        if any(one.id in certain for one in group):
            found += [certain[one.id] for one in group if one.id in certain]
        elif _is_motion(material, group):
            if not ends_meeting(said_in(material, group[0])) and _is_settled(material, group):
                found.append(_motion(material, group))
                put += _recommended(material, group)
        else:
            found += [
                _decision(material, one) for one in group if "decision" in one.labels and not _is_none(material, one)
            ]
    # What was recommended is told where the meeting agrees to it.
    told = Texts()
    for one in put:
        told.add(said_in(material, one))
    whole = _without_parts([one for one in found if not told.have(one.text)])
    return without_repeats(material, whole)


def _without_parts(found: Sequence[Decision]) -> list[Decision]:
    """The decisions without those whose words are part of the one before."""
    kept = list[Decision]()
    for one in found:
        if not (kept and one.span.within(kept[-1].span)):
            kept.append(one)
    return kept


def _is_none(material: Material, sentence: Sentence) -> bool:
    return ends_meeting(said_in(material, sentence)) or is_told(material, sentence) or is_remark(material, sentence)


def _recommended(material: Material, group: Sequence[Sentence]) -> list[Sentence]:
    words = motion_text([said_in(material, one) for one in group])
    if words is None:
        return motion_above(material, group[0])
    found = recommendation(material, group[0], words)
    return [found] if found else []


def _is_motion(material: Material, group: Sequence[Sentence]) -> bool:
    """Whether a group tells of a motion: several lines, or one that names who seconded or how the vote went."""
    said = said_in(material, group[0])
    return len(group) > 1 or (opens_motion(said) and bool(seconder_in(said) or is_certain(said)))


def _is_settled(material: Material, group: Sequence[Sentence]) -> bool:
    """Whether the words say that the meeting settled it; a motion that nobody seconded or voted on may be anything."""
    if any("decision" in sentence.labels for sentence in group):
        return True
    said = [said_in(material, sentence) for sentence in group]
    if any(map(is_certain, said)) or (_any(mover_in, said) and _any(seconder_in, said)):
        return True
    if CUE.match(said[0]):
        return any(map(is_outcome, said[1:]))
    return len(said) == 2 and (is_support(said[1]) or (is_comment(said[1]) and _is_planning(material, group[0])))


def _is_planning(material: Material, sentence: Sentence) -> bool:
    """Whether the item is on applications that the meeting is asked to comment on: then silence is an answer too."""
    return "planning" in (_title(material, sentence) or "").lower()


def _any(clause: _Clauses, said: Sequence[str]) -> bool:
    return any(clause(one) for one in said)


def _decision(material: Material, sentence: Sentence) -> Decision:
    cue = read_cue(material.document, material.block(sentence), sentence.span)
    span = _marked(material, sentence) if cue and cue.label == "decision" else sentence.span
    content = Span(cue.content, span.end) if cue and cue.label == "decision" else span
    said = said_in(material, sentence)
    vote, puts = vote_in(said), opens_motion(said)
    ended = outcome_in(said) if puts else stated_outcome(said)
    words = _SLOT.sub("", content.of(material.text)).strip(" .;:")
    text = with_matter(material, sentence, words, marked=bool(cue))
    flags = material.label_flags(sentence, "decision")
    alone = leaves_open(content.of(material.text)) and material.before(sentence) and turn_of(material, sentence)
    if leaves_open(text) or alone:
        flags = [Flag.UNCERTAIN_LABEL]
    return Decision(
        id=finding_id(material.document, span, "decision"),
        span=span,
        sentence=sentence.id,
        score=sentence.scores.get("decision", 1.0),
        item=sentence.item,
        flags=(*flags, *([Flag.NO_OUTCOME] if _VOTED_ON.search(said) and not (vote or ended) else [])),
        text=text,
        vote=vote,
        outcome=ended if vote else None,
    )


def _marked(material: Material, sentence: Sentence) -> Span:
    """What a mark covers: the sentence and those behind it in its line that are no decision of their own.

    A resolution's wording runs to the end of its line, whatever it says, or until somebody speaks to it.
    """
    end = sentence.span.end
    resolution = _RESOLUTION.match(said_in(material, sentence))
    for one in material.following(sentence)[: _MOST_RESOLVED if resolution else _MOST_MARKED]:
        if read_cue(material.document, material.block(one), one.span):
            break
        if _SPEAKS.search(said_in(material, one)) if resolution else "decision" in one.labels:
            break
        end = one.span.end
    return Span(sentence.span.start, end)


def _stated_outcome(said: Sequence[str]) -> Outcome | None:
    """The outcome that the motion's own sentence tells: "The minutes were approved. Proposed by AB, seconded CD"."""
    found = _STATED.search(said[0])
    return outcome_in(found[0]) if found and not opens_motion(said[0]) else None


def _motion(material: Material, group: Sequence[Sentence]) -> Decision:
    span = Span(group[0].span.start, group[-1].span.end)
    said = [said_in(material, sentence) for sentence in group]
    moved_by, mover_flags = _who(material, group, mover_in)
    seconded_by, seconder_flags = _who(material, group, seconder_in)
    closing = " ".join(filter(None, map(_closing, said))) or ("" if tells_seconder(said[-1]) else said[-1])
    outcome = outcome_in(closing) or _stated_outcome(said)
    vote = _vote(said)
    counted = vote is not None and vote.in_favour is not None and vote.against is not None
    flags = [*mover_flags, *seconder_flags, *([] if outcome or counted else [Flag.NO_OUTCOME])]
    words = _motion_text(material, group, said)
    if words is None:
        flags.append(Flag.UNCERTAIN_LABEL)
    return Decision(
        id=finding_id(material.document, span, "decision"),
        span=span,
        sentence=group[0].id,
        # What minutes mark as a motion that was voted on is one, whatever the classifier makes of its lines.
        score=1.0 if outcome else max(sentence.scores.get("decision", 1.0) for sentence in group),
        item=group[0].item,
        flags=tuple(dict.fromkeys(flags)),
        text=words or _bare_text(material, group[-1], said),
        moved_by=moved_by,
        seconded_by=seconded_by,
        vote=vote,
        outcome=outcome,
    )


def _bare_text(material: Material, last: Sentence, said: Sequence[str]) -> str:
    """What is told where no line of a vote says on what it was: its end behind what stands above, or all its lines."""
    ended = said[-1].strip(" .;:")
    text = with_matter(material, last, ended)
    return text if text != ended else " ".join(said).strip(" .;:")


def _closing(said: str) -> str:
    """What a sentence tells of the end of its motion; of one that tells of much beside the seconder, only that."""
    if is_outcome(said) or is_certain(said) or only_names(said):
        return said
    found = _STATED.search(said) if tells_seconder(said) else None
    return found[0] if found else ""


def _vote(said: Sequence[str]) -> Vote | None:
    """The vote that the lines tell; who abstained by name is part of it, and then it is not unanimous."""
    first = next((at for at, one in enumerate(said) if at and is_abstention(one)), None)
    vote = vote_in(" ".join(one for one in said if not is_abstention(one)))
    if vote is None or first is None:
        return vote
    return replace(vote, text=" ".join(said[first:]).strip(" ."), unanimous=False)


def _motion_text(material: Material, group: Sequence[Sentence], said: Sequence[str]) -> str | None:
    """What was moved; None if neither the lines nor what stands above them tells it."""
    words = motion_text([one for one in said if not _ADDRESS_ALONE.fullmatch(one)]) or _told(said[0])
    if words:
        return with_matter(material, group[0], words)
    title = _title(material, group[0])
    named = approved_above(material, group[0]) or proposed_above(material, group[0]) or heading_over(material, group[0])
    return named or (title if title and not is_generic(title) else None)


def _told(said: str) -> str | None:
    """A few words in front of a vote ("Budget: 200"), if they are not part of it."""
    bare = only_names(said) or is_outcome(said) or opens_motion(said) or _ADDRESS_ALONE.fullmatch(said)
    return None if bare else said.strip(" .;:")


def _title(material: Material, sentence: Sentence) -> str | None:
    """What the agenda calls the item, for a vote whose lines do not say on what."""
    item = material.item_of(sentence)
    return item.title if item else None


def _who(material: Material, group: Sequence[Sentence], clause: _Clauses) -> tuple[tuple[Party, ...], tuple[Flag, ...]]:
    for sentence in group:
        found = clause(said_in(material, sentence))
        if found and found.name:
            start = sentence.span.start
            return _named(material, Span(start + found.name[0], start + found.name[1]))
    return (), ()


def _written(material: Material, part: Span) -> str:
    """A name as it stands there, without an article in front of what ends with the surname of somebody listed."""
    words = part.of(material.text)
    surnames = {person.name.split()[-1] for person in material.meeting.people}
    return words[4:] if words.startswith("the ") and words.split()[-1] in surnames else words


def _in_brackets(text: str, span: Span) -> tuple[Span, ...]:
    """The name that brackets add to one: "AB (and CD) seconded"."""
    found = _ADDED.search(text, span.start, span.end)
    return (Span(*found.span(1)),) if found else ()


def _named(material: Material, span: Span) -> tuple[tuple[Party, ...], tuple[Flag, ...]]:
    """The people of a phrase; a name that nothing resolves stays as it is written."""
    named, flags = list[Party](), list[Flag]()
    for part in (*parts_of(material.text, span), *_in_brackets(material.text, span)):
        mentions = tuple(one for one in material.mentions_in(part) if one.person or len(one.span) == len(part))[:1]
        named += parties(material, mentions) or (Party(_written(material, part)),)
        flags += speaker_flags(mentions)
    return tuple(dict.fromkeys(named)), tuple(dict.fromkeys(flags))
