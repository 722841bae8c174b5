"""How people, units and groups are called in a summary: in full once resolved, else as written."""

from __future__ import annotations

from collections.abc import Sequence

from minutextract.meeting import Meeting, Person, Unit
from minutextract.record import Owner, Party
from minutextract.render.wording import capitalised, fold, joined

NOT_CLEAR = "Owner not clear"


def person_of(meeting: Meeting, person_id: str | None) -> Person | None:
    """The person with this id, or None."""
    return next((person for person in meeting.people if person.id == person_id), None)


def unit_of(meeting: Meeting, unit_id: str | None) -> Unit | None:
    """The unit with this id, or None."""
    return next((unit for unit in meeting.units if unit.id == unit_id), None)


def with_affiliation(person: Person) -> str:
    """A person's name with the organisation, or else the post, in brackets."""
    affiliation = person.organisation or person.post
    return fold(f"{person.name} ({affiliation})" if affiliation else person.name)


def owners_label(meeting: Meeting, owners: Sequence[Owner]) -> str:
    """Who is to act: "Jane Roe (Harbour Trust) and members"; what names nobody is called not clear."""
    unclear = joined(f"“{fold(owner.text)}”" for owner in owners if not is_clear(owner))
    clear = [_owner_label(meeting, owner) for owner in owners if is_clear(owner)]
    if not clear:
        return f"{NOT_CLEAR} (written {unclear})" if unclear else NOT_CLEAR
    return capitalised(joined([*clear, f"{unclear} (not clear)"] if unclear else clear))


def is_clear(owner: Owner) -> bool:
    """Whether the words name somebody, a group or an office."""
    return owner.kind != "unknown"


def _owner_label(meeting: Meeting, owner: Owner) -> str:
    person, unit = person_of(meeting, owner.person), unit_of(meeting, owner.unit)
    if person:
        return fold(f"{person.name} ({person.organisation})" if person.organisation else person.name)
    return _unit_label(unit, owner.name) if unit else fold(owner.name)


def _unit_label(unit: Unit, written: str) -> str:
    name, short = fold(unit.name), fold(written)
    return name if short.casefold() in name.casefold() else f"{name} ({short})"


def parties_label(meeting: Meeting, parties: Sequence[Party]) -> str:
    """Those who give or receive thanks: "Jane Roe and members"."""
    units = [(unit_of(meeting, party.unit), party.name) for party in parties]
    return capitalised(joined(_unit_label(unit, name) if unit else fold(name) for unit, name in units))


def speakers_label(meeting: Meeting, parties: Sequence[Party], text: str) -> str:
    """Those who made a point, without those whom its text names in full, or whose surname it begins with."""
    named, beginning = text.casefold(), text.split()[:4]
    units = [unit_of(meeting, party.unit) for party in parties]
    names = [fold(unit.name if unit else party.name) for unit, party in zip(units, parties, strict=True)]
    return joined(name for name in names if name.casefold() not in named and name.split()[-1] not in beginning)
