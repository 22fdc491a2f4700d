"""Drafts to events of the record: ids, roles, codes."""

from __future__ import annotations

from retinue.events.draft import Draft
from retinue.events.frames import types
from retinue.record import Event, Role


def finish(drafts: list[Draft]) -> list[Event]:
    """Events in the order given."""
    return [_event(f"v{i}", d) for i, d in enumerate(drafts, 1)]


def _event(id: str, d: Draft) -> Event:
    codes = types()[d.type]
    roles = [Role("actor", e, placement=d.placements.get(e)) for e in d.actor]
    roles += [Role("counterpart", e, placement=d.placements.get(e)) for e in d.counterpart]
    principals = set(d.principals)
    roles += [
        Role("attendee", e, placement=d.placements.get(e))
        for e in d.attendee
        if e not in principals
    ]
    for i, text in enumerate(d.objects):
        entity = d.object_entities[i] if i < len(d.object_entities) else None
        roles.append(Role("object", entity, text))
    when = d.when
    event, mode = codes["plover"]
    return Event(
        id,
        d.type,
        d.status,
        start=when.first.isoformat() if when and when.first else None,
        end=when.last.isoformat() if when and when.last else None,
        precision=when.precision if when and when.first else None,
        place=d.place,
        roles=roles,
        sources=d.sources,
        plover={"event": event, "mode": mode},
        cameo=codes["cameo"],
        evidence=d.evidence,
        rule=d.rule,
        trace=d.trace,
    )
