"""One seat, two sides."""

from __future__ import annotations

from itertools import combinations

from retinue.checks.occasion import days, named, parties, voice
from retinue.record import Disagreement, Event, Placement, Record, Role

_OPPOSITE = {"left": "right", "right": "left"}


def two_sides(record: Record) -> list[Disagreement]:
    """A person who sits to the left of another here and to his right there, on one occasion.

    Two captions may show two moments, and the edge of a picture is no seat: at
    least one passage must be the text's own.
    """
    found = []
    seated = [(e, r) for e in record.events for r in e.roles if r.placement and r.placement.of]
    for (one, mine), (other, theirs) in combinations(seated, 2):
        if mine.entity == theirs.entity and _opposite(mine, theirs) and _one_occasion(one, other):
            spans = list(dict.fromkeys([*one.evidence, *other.evidence]))
            if len(spans) > 1 and any(voice(record, s) == "text" for s in spans):
                found.append(_report(record, one, other, mine, theirs))
    return found


def _opposite(one: Role, other: Role) -> bool:
    a, b = one.placement, other.placement
    return bool(a and b and a.of == b.of and _OPPOSITE.get(a.side) == b.side)


def _one_occasion(one: Event, other: Event) -> bool:
    if one is other:
        return True
    day = days(one)
    return (
        one.type == other.type
        and parties(one) == parties(other)
        and day is not None
        and day.single()
        and day == days(other)
    )


def _report(record: Record, one: Event, other: Event, mine: Role, theirs: Role) -> Disagreement:
    who = _name(record, mine.entity)
    sides = [_side(record, r.placement) for r in (mine, theirs) if r.placement]
    message = f"{who}: {' or '.join(sides)}?"
    events = list(dict.fromkeys([one.id, other.id]))
    evidence = list(dict.fromkeys([*one.evidence, *other.evidence]))
    return Disagreement("placement", message, events, evidence, "one-seat-two-sides")


def _side(record: Record, placement: Placement) -> str:
    return f"{placement.side} of {_name(record, placement.of)}"


def _name(record: Record, id: str | None) -> str:
    return named(record, [id]) if id else "somebody"
