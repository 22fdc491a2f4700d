"""What makes two events of a record candidates for one occasion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from retinue.record import Event, Record, Span

# Actor and counterpart may be swapped.
SYMMETRICAL = {"meet", "call", "sign", "agree", "exercise", "cooperate"}
TRAVEL = {"visit", "arrive", "depart"}


@dataclass(frozen=True, slots=True)
class Days:
    """The days of an event, both inclusive."""

    first: date
    last: date

    def gap(self, other: Days) -> int:
        """Days from the end of one to the beginning of the other; 0 or less where they overlap."""
        return max((other.first - self.last).days, (self.first - other.last).days)

    def single(self) -> bool:
        return self.first == self.last

    def text(self) -> str:
        if self.single():
            return self.first.isoformat()
        month = self.first.isoformat()[:7]
        if month == self.last.isoformat()[:7] and self.first.day == 1 and self.last.day >= 28:
            return month
        return f"{self.first.isoformat()} to {self.last.isoformat()}"


def days(event: Event) -> Days | None:
    """The days of an event; None where an end is open or what stands there is no day."""
    if not event.start or not event.end:
        return None
    first, last = parse(event.start), parse(event.end)
    return Days(first, last) if first and last and first <= last else None


def parse(iso: str | None) -> date | None:
    """The day of an ISO date or time."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def parties(event: Event) -> tuple[frozenset[str], ...]:
    """Who did it with whom: as one set where the two may be swapped."""
    actors, others = frozenset(event.entities("actor")), frozenset(event.entities("counterpart"))
    return (actors | others,) if event.type in SYMMETRICAL else (actors, others)


def people(record: Record) -> set[str]:
    """The ids of the record's persons."""
    return {e.id for e in record.entities if e.kind == "person"}


def state(record: Record, id: str | None) -> str | None:
    """The country of a place, state or body."""
    for e in record.entities:
        if e.id == id:
            return e.country
    return None


def destination(record: Record, event: Event) -> str | None:
    """The state gone to."""
    hosts = (state(record, id) for id in (event.place, *event.entities("counterpart")))
    return next((h for h in hosts if h), None)


def objects(event: Event) -> frozenset[str]:
    """What the event is about, entity ids and words."""
    return frozenset(r.entity or r.text or "" for r in event.roles if r.role == "object")


def apart(record: Record, one: Event, other: Event) -> bool:
    """Whether places or objects of their own make them two occasions."""
    here, there = one.place, other.place
    if here and there and here != there and not _within(record, here, there):
        return True
    about, too = objects(one), objects(other)
    return bool(about and too and not about & too)


def _within(record: Record, here: str, there: str) -> bool:
    # A state holds every place in it; of two towns nothing is known.
    kinds = {e.id: e.kind for e in record.entities}
    if "country" not in (kinds.get(here), kinds.get(there)):
        return False
    return state(record, here) is not None and state(record, here) == state(record, there)


def voice(record: Record, span: Span) -> str:
    """Who speaks in a passage: the picture's `caption`, or the `text` with its headlines."""
    if span.paragraph < 0:
        return "text"
    kind = record.article.paragraphs[span.paragraph].kind
    return "caption" if kind == "caption" else "text"


def voices(record: Record, event: Event) -> set[str]:
    """The voices that tell of an event."""
    return {voice(record, s) for s in event.evidence}


def named(record: Record, ids: Iterable[str]) -> str:
    """The names of entities, the fullest that the article has."""
    found = {e.id: max(e.names, key=len, default=e.label or e.id) for e in record.entities}
    return ", ".join(found.get(id, id) for id in ids)


def told(record: Record, event: Event) -> str:
    """An event in a few words: `meet (真鍋修, コスキ)`."""
    return (
        f"{event.type} ({named(record, event.entities('actor', 'counterpart')) or 'nobody named'})"
    )
