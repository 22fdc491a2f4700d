"""One event for one thing, however often the article tells it."""

from __future__ import annotations

from retinue.dates.spans import Resolved
from retinue.events.draft import Draft
from retinue.events.status import OCCURRED
from retinue.record import Entity

# Of these, two in two places are two events even on one day.
_PLACED = frozenset(("honour", "attend", "receive", "arrive", "depart", "attack", "exercise"))


def merge(drafts: list[Draft], entities: dict[str, Entity]) -> list[Draft]:
    """Fold drafts that tell the same event into the fullest of them."""
    out: list[Draft] = []
    for draft in drafts:
        twin = next((d for d in reversed(out) if same(d, draft, entities)), None)
        if twin is None:
            out.append(draft)
        else:
            absorb(twin, draft)
    return out


def same(a: Draft, b: Draft, entities: dict[str, Entity]) -> bool:
    """Do two drafts tell one event?"""
    if a.type != b.type or not _agree(a.when, b.when):
        return False
    if a.status != b.status and not any(d.told == 0 and d.status == OCCURRED for d in (a, b)):
        return False
    if a.symmetric:
        return _same_people(set(a.principals), set(b.principals)) or _same_states(a, b, entities)
    if a.type == "attend" and a.objects and b.objects and a.told and b.told:
        if not set(a.object_entities) & set(b.object_entities) and a.objects[0] != b.objects[0]:
            return False
    if not set(a.actor) & set(b.actor) and a.actor and b.actor:
        return False
    if a.counterpart and b.counterpart and not set(a.counterpart) & set(b.counterpart):
        return False
    if (
        a.place
        and b.place
        and a.place != b.place
        and (a.type in _PLACED or not (a.when and b.when))
    ):
        return a.type in ("visit",) and bool(set(a.counterpart) & set(b.counterpart))
    return bool(set(a.principals) & set(b.principals))


def _same_people(a: set[str], b: set[str]) -> bool:
    if not a & b:
        return False
    return a <= b or b <= a


def _same_states(a: Draft, b: Draft, entities: dict[str, Entity]) -> bool:
    """中露首脳会談 is the meeting of the two presidents told elsewhere."""
    if (a.told and b.told) or len(a.principals) != 2 or len(b.principals) != 2:
        return False
    sides = [{entities[e].country for e in d.principals} for d in (a, b)]
    bare = any(all(entities[e].kind == "country" for e in d.principals) for d in (a, b))
    return bare and None not in sides[0] and sides[0] == sides[1]


def _agree(a: Resolved | None, b: Resolved | None) -> bool:
    if a is None or b is None or a.first is None or b.first is None:
        return True
    a_last, b_last = a.last or a.first, b.last or b.first
    return a.first <= b_last and b.first <= a_last


def absorb(a: Draft, b: Draft) -> None:
    """Give draft a what b knows better."""
    for name in (
        "actor",
        "counterpart",
        "attendee",
        "objects",
        "object_entities",
        "sources",
        "evidence",
    ):
        mine, theirs = getattr(a, name), getattr(b, name)
        if name in ("actor", "counterpart"):
            if not mine or (a.guessed and not b.guessed):
                setattr(a, name, [e for e in theirs if name == "actor" or e not in a.actor])
        else:
            mine.extend(x for x in theirs if x not in mine)
    a.place = a.place or b.place
    if a.when is None or (b.when is not None and _sharper(b.when, a.when)):
        a.when, a.dated = b.when, b.dated
    a.placements = {**b.placements, **a.placements}
    if b.told > a.told:
        a.status, a.told, a.rule = b.status, b.told, b.rule
    a.trace.extend(t for t in b.trace if t not in a.trace)


def _sharper(b: Resolved, a: Resolved) -> bool:
    if a.first is None or a.last is None:
        return b.first is not None
    return b.first is not None and b.last is not None and (b.last - b.first) < (a.last - a.first)
