"""What a summary says, before any format: every renderer prints this and nothing else."""

from __future__ import annotations

from pathlib import PurePath

from minutextract.record import Record
from minutextract.render.agreed import agreed_actions
from minutextract.render.checks import checks
from minutextract.render.content import NO_DATE, Group, Line, Section, Summary, grouped
from minutextract.render.fitting import (
    NO_ROOM,
    cut_short,
    kept,
    limit,
    section_words,
    shortened,
    undated,
    without_items,
)
from minutextract.render.heading import facts, title
from minutextract.render.key import initials_key
from minutextract.render.names import Names
from minutextract.render.options import DEFAULT, Length, SummaryOptions
from minutextract.render.outcomes import decisions
from minutextract.render.points import Points, key_points
from minutextract.render.recognition import recognition
from minutextract.render.rewording import Rewording
from minutextract.render.tasks import earlier_actions, open_actions
from minutextract.render.wording import fold

__all__ = ["NO_DATE", "Group", "Line", "Section", "Summary", "summarize"]
_NOTHING = "Nothing was found in these minutes: no actions, decisions, thanks or key points."
_CUT_SHORT = "Where a line ends in “…”, the minutes say more."
# Of the room that actions and decisions leave, earlier actions and thanks take at most so much each.
_SHARE_OF_EARLIER, _SHARE_OF_THANKS = 0.35, 0.4


def summarize(record: Record, options: SummaryOptions = DEFAULT) -> Summary:
    """The content of a record's summary, made of its words only.

    Every action and every decision has a line at any length, one for both where what was decided is the action alone;
    all thanks that say for what, or to whom by name, have one in all but a brief summary; progress and points have as
    many as there is room for.
    """
    words = Rewording(record, Names(record.meeting, options.attribution, to_tell=options.to_tell))
    heading, known, source = words.plain(title(record)), facts(words, options.length), _source(record)
    if not (record.actions or record.updates or record.decisions or record.praise or record.insights):
        return Summary(heading, known, _NOTHING, (), tuple(checks(record, ())), source, options)
    sections, points, remark = _fitted(words, options.length)
    known = (*known, *initials_key(words.names, record, known, sections))
    return Summary(heading, known, remark, sections, tuple(checks(record, points.shown)), source, options)


def _fitted(words: Rewording, length: Length) -> tuple[tuple[Section, ...], Points, str]:
    """The sections that fit, the points among them, and what to say of lines cut short."""
    record = words.record
    room = limit(record, length)
    must = frozenset(action.id for action in record.actions)
    earlier = _earlier(words, length)
    still_open = [kept(earlier, must, 0)] if earlier else []
    both = agreed_actions(record)
    known = [open_actions(words, set(both.values())), decisions(words, both.keys())]
    settled, cut = cut_short([*known, *still_open], room, length)
    room -= sum(map(section_words, settled))
    sections = list(settled[:2])
    if earlier:
        taken = section_words(settled[2])
        earlier = kept(shortened(earlier) if cut else earlier, must, _SHARE_OF_EARLIER * max(room, 0) + taken)
        room -= section_words(earlier) - taken
        sections += [earlier]
    thanks = recognition(words)
    thanks = thanks if length is Length.FULL else without_items(thanks)
    short = length is Length.BRIEF
    must = frozenset() if short else frozenset(one.id for one in record.praise)
    thanks = kept(shortened(thanks) if short or cut else thanks, must, _SHARE_OF_THANKS * room)
    room -= section_words(thanks)
    said = [line.text for section in (*sections, thanks) for line in section.lines]
    points = key_points(words, said, room, length)
    return (*sections, thanks, _points(points)), points, _CUT_SHORT if cut else ""


def _earlier(words: Rewording, length: Length) -> Section | None:
    earlier = earlier_actions(words)
    if earlier is None or length is Length.FULL:
        return earlier
    return shortened(undated(earlier)) if length is Length.BRIEF else without_items(earlier)


def _source(record: Record) -> str:
    source = record.document.source
    return (
        f"Extracted from {fold(PurePath(source.path).name)} (sha256 {source.sha256[:12]}); not a substitute for the "
        "approved minutes. Corrections: reply to whoever sent this."
    )


def _points(points: Points) -> Section:
    why = NO_ROOM if points.crowded_out else "none that stands alone"
    empty = f"{why}; {points.left_out} in the record" if points.left_out else "none recorded"
    return Section("points", "Key points", grouped(points.lines), empty, left_out=points.left_out)
