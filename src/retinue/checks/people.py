"""One person, two states."""

from __future__ import annotations

from itertools import combinations

from retinue.record import Disagreement, Entity, Position, Record, Span


def two_states(record: Record) -> list[Disagreement]:
    """A person who holds the same post of two states at once.

    Different posts prove nothing: an ambassador's title names two states, and
    one may hold several offices.
    """
    found = []
    for person in record.entities:
        posts = [p for p in person.positions if p.status == "current" and p.country]
        for one, other in combinations(posts, 2):
            # A post dated later may follow the other; who reads 2024 may be told of 2018.
            if (
                one.title == other.title
                and one.country != other.country
                and not (one.start or other.start)
            ):
                evidence = _passages(record, person, one, other)
                name = person.names[0] if person.names else person.id
                message = f"{name}: {one.title} of {one.country} or of {other.country}?"
                found.append(Disagreement("post", message, [], evidence, "one-post-two-states"))
    return found


def _passages(record: Record, person: Entity, one: Position, other: Position) -> list[Span]:
    mentions = [m for m in person.mentions if one.title in _around(record, m)]
    mentions = mentions or person.mentions
    states = {e.country: e.names for e in record.entities if e.kind == "country"}
    chosen = [
        next(
            (
                m
                for m in mentions
                if any(n in _around(record, m) for n in states.get(p.country, []))
            ),
            None,
        )
        for p in (one, other)
    ]
    found = list(dict.fromkeys(m for m in chosen if m))
    return found if len(found) == 2 else mentions[:2]


def _around(record: Record, mention: Span) -> str:
    """A mention's words with what stands directly before and behind it."""
    near = 24
    wide = Span(mention.paragraph, max(0, mention.start - near), mention.end + near)
    return record.words(wide)
