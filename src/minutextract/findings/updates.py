"""What the minutes say about actions of earlier meetings: done, dropped, moving or carried over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from minutextract.document import Span
from minutextract.findings.actions import task_of
from minutextract.findings.material import Material
from minutextract.findings.owners import owners_in
from minutextract.findings.standing import Standing
from minutextract.people.subjects import subject
from minutextract.record import Action, Owner, Sentence, Update, finding_id
from minutextract.structure.status import Progress

# What somebody did, and did not merely say of it.
_DID = re.compile(
    r"\s+(?:has\s+|have\s+|also\s+)?(?!(?:asked|reported|noted|said|stated|confirmed|mentioned|advised|wanted|needed|agreed|offered|"
    r"proposed|suggested|explained|told|thanked|hoped)\b)(?:[a-z]{2,}ed|sent|wrote|spoke|bought|made|built|brought|found|got|put|took)\s"
)


def find_updates(material: Material, actions: Sequence[Action]) -> list[Update]:
    """Every task whose status the minutes state, in order, with the action where it is still open."""
    updates: dict[tuple[str, str, str], Update] = {}
    carried = [action for action in actions if action.status == "carried"]
    for sentence in material.sentences:
        if standing := material.standings.tasks.get(sentence.id):
            update = _update(material, sentence, standing, carried)
            # A list at the end repeats what the review said.
            updates.setdefault((update.ref, " ".join(update.text.lower().split()), update.status), update)
    return list(updates.values())


def _update(material: Material, sentence: Sentence, standing: Standing, carried: Sequence[Action]) -> Update:
    [first, *_] = task_of(material, sentence, standing)
    if not first.owners and standing.progress is Progress.DONE and (owners := _who_did(material, standing.task)):
        first = replace(first, owners=owners, text=standing.task.of(material.text).strip(" .;:–—-"), flags=())
    span = Span(min(sentence.span.start, standing.said.start), max(sentence.span.end, standing.said.end))
    row = material.action_rows.get(sentence.block)
    return Update(
        id=finding_id(material.document, standing.task, "update"),
        span=sentence.span if row or len(span) > 2 * len(sentence.span) + 200 else span,
        sentence=sentence.id,
        score=sentence.scores.get("action", 1.0),
        item=sentence.item,
        flags=tuple(flag for flag in first.flags if "owner" in flag or "initials" in flag or "name" in flag),
        ref=first.ref,
        text=first.text if len(first.owners) else standing.task.of(material.text).strip(" .;:–—-"),
        owners=first.owners,
        status=standing.progress.value,
        note=standing.said.of(material.text).strip(" .;:()[]–—-") if standing.said != sentence.span else "",
        action=next((action.id for action in carried if _tells(action, sentence)), None),
    )


def _who_did(material: Material, task: Span) -> tuple[Owner, ...]:
    """Whoever the words of a task that is done say did it ("Ann painted the door"), if the list has them."""
    leading = subject(material.text, task, material.mentions_in(task))
    if leading is None or not all(one.person for one in leading.mentions):
        return ()
    did = _DID.match(material.text, leading.end, task.end)
    return tuple(owners_in(material, Span(leading.mentions[0].span.start, leading.end))[0]) if did else ()


def _tells(action: Action, sentence: Sentence) -> bool:
    return action.sentence == sentence.id or any(span.within(sentence.span) for span in action.repeats)
