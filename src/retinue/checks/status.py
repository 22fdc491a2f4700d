"""One says that it was or will be, the other that it was not."""

from __future__ import annotations

from retinue.checks.occasion import apart, days, destination, named, objects, parties, told
from retinue.record import Disagreement, Event, Record

# A plan that came about, or was called off by those who made it, is no contradiction;
# what one source tells and another denies is.
_TOLD = {"occurred", "planned"}


def done_and_denied(record: Record) -> list[Disagreement]:
    """An event that one source tells or announces and another one denies."""
    denials = [e for e in record.events if e.status == "denied" and e.sources]
    return [
        _report(record, told_one, denied)
        for denied in denials
        for told_one in record.events
        if told_one.status in _TOLD
        and _other_word(told_one, denied)
        and _one_thing(record, told_one, denied)
    ]


def _other_word(told_one: Event, denied: Event) -> bool:
    return bool(told_one.sources) and not set(denied.sources) & set(told_one.sources)


def _one_thing(record: Record, one: Event, other: Event) -> bool:
    if one.type != other.type or parties(one) != parties(other) or not any(parties(one)):
        return False
    if one.type in ("visit", "arrive", "depart"):
        if destination(record, one) != destination(record, other):
            return False
    elif apart(record, one, other):
        return False
    first, second = days(one), days(other)
    if first and second:
        return first.gap(second) <= 0
    # Undated, they must share more than the parties: where, what, or the place in the article.
    return bool(
        (one.place and one.place == other.place)
        or objects(one) & objects(other)
        or _neighbours(one, other)
    )


def _neighbours(one: Event, other: Event) -> bool:
    return any(
        min(a.paragraph, b.paragraph) >= 0 and abs(a.paragraph - b.paragraph) <= 1
        for a in one.evidence
        for b in other.evidence
    )


def _report(record: Record, told_one: Event, denied: Event) -> Disagreement:
    message = (
        f"{told(record, told_one)}: {told_one.status} on the word of "
        f"{named(record, told_one.sources)}, denied on that of {named(record, denied.sources)}"
    )
    evidence = list(dict.fromkeys([*told_one.evidence, *denied.evidence]))
    return Disagreement("status", message, [told_one.id, denied.id], evidence, "told-and-denied")
