"""Days that run backwards."""

from __future__ import annotations

from retinue.checks.occasion import days, parse, state, told
from retinue.record import Disagreement, Event, Record

# A departure this long before an arrival belongs to an earlier journey.
_ONE_JOURNEY = 7


def backwards(record: Record) -> list[Disagreement]:
    """An event that ends before it begins."""
    found = []
    for event in record.events:
        first, last = parse(event.start), parse(event.end)
        if first and last and last < first:
            message = (
                f"{told(record, event)}: ends on {event.end}, before it begins on {event.start}"
            )
            found.append(
                Disagreement("order", message, [event.id], list(event.evidence), "end-before-start")
            )
    return found


def left_before_arriving(record: Record) -> list[Disagreement]:
    """A guest who leaves a country before arriving in it.

    Only where the article knows one arrival and one departure: with more, he
    came back. His own country he leaves first, as a matter of course.
    """
    found = []
    for person in record.entities:
        if person.kind != "person" or not person.country:
            continue
        came, went = (_journeys(record, person.id, type) for type in ("arrive", "depart"))
        for there in came.keys() & went.keys() - {person.country}:
            if len(came[there]) == len(went[there]) == 1:
                found += _reversed(record, came[there][0], went[there][0])
    return found


def _journeys(record: Record, person: str, type: str) -> dict[str, list[Event]]:
    by_state: dict[str, list[Event]] = {}
    for e in record.events:
        if e.type == type and e.status == "occurred" and person in e.entities("actor"):
            there = state(record, e.place)
            if there:
                by_state.setdefault(there, []).append(e)
    return by_state


def _reversed(record: Record, came: Event, went: Event) -> list[Disagreement]:
    arrival, departure = days(came), days(went)
    if not arrival or not departure or came.precision != "day" or went.precision != "day":
        return []
    if not 0 < (arrival.first - departure.last).days <= _ONE_JOURNEY:
        return []
    message = f"{told(record, went)}: left on {departure.text()}, arrived on {arrival.text()}?"
    evidence = [*went.evidence, *came.evidence]
    return [Disagreement("order", message, [went.id, came.id], evidence, "left-before-arriving")]
