"""One occasion, two countries."""

from __future__ import annotations

from itertools import combinations

from retinue.checks.occasion import days, objects, parties, people, state, told
from retinue.record import Disagreement, Event, Record

# What happens face to face and once a day; tours touch several countries in one.
_FACE_TO_FACE = {"meet", "sign"}


def two_places(record: Record) -> list[Disagreement]:
    """The same people meeting or signing on one day in two countries.

    Of two places in one country nothing can be said: one may lie in the other.
    """
    persons = people(record)
    found = []
    placed = [e for e in record.events if e.place and e.type in _FACE_TO_FACE]
    for one, other in combinations(placed, 2):
        if not _same(one, other, persons):
            continue
        here, there = state(record, one.place), state(record, other.place)
        if here and there and here != there:
            message = f"{told(record, one)}, {one.start}: in {here} or in {there}?"
            evidence = [*one.evidence, *other.evidence]
            found.append(
                Disagreement(
                    "place", message, [one.id, other.id], evidence, "one-day-two-countries"
                )
            )
    return found


def _same(one: Event, other: Event, persons: set[str]) -> bool:
    if one.type != other.type or parties(one) != parties(other):
        return False
    everyone = set(one.entities("actor", "counterpart"))
    if len(everyone) < 2 or not everyone <= persons:
        return False
    if one.status != "occurred" or other.status != "occurred":
        return False
    day, same = days(one), days(other)
    if not day or day != same or not day.single():
        return False
    about, too = objects(one), objects(other)
    return not (about and too) or bool(about & too)
