"""One occasion, two dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from retinue.checks.occasion import (
    TRAVEL,
    Days,
    apart,
    days,
    destination,
    objects,
    parse,
    parties,
    people,
    told,
    voices,
)
from retinue.record import Disagreement, Event, Record

# Neighbouring months, or days that one confuses: what lies further apart are two occasions.
_NEAR_MONTHS = 31
_NEAR_DAYS = 3
# Of these a day is told. A stay, a conference, a guest's welcome and farewell spread over days,
# and a caption gives that of its picture; they can only disagree about the month.
_ON_A_DAY = {"meet", "call", "sign", "arrive", "depart", "honour", "appoint", "dismiss"}
_DATED = _ON_A_DAY | {"visit", "receive", "attend"}

Key = tuple[object, ...]
Pair = tuple[Event, Event]


def two_dates(record: Record) -> list[Disagreement]:
    """An occasion on which the text and a caption, or two sources, give different dates.

    Each side must know one date only: whoever tells of two dates tells of two
    occasions. Dates of one side count as one where they overlap.
    """
    found: dict[tuple[object, ...], list[Pair]] = defaultdict(list)
    for group in _groups(record).values():
        for one, other in _sides(record, group):
            if not apart(record, one, other) and _close(one, other):
                # A visit and the meeting on it are told in one breath: one disagreement.
                key = (days(one), days(other), _passage(one), _passage(other))
                found[key].append((one, other))
    return [_report(record, pairs) for pairs in found.values()]


def after_publication(record: Record) -> list[Disagreement]:
    """An event told as past that is dated after the page."""
    times = (parse(record.article.published), parse(record.article.modified))
    known = [t for t in times if t]
    if not known:
        return []
    # A day's grace: the page's clock need not be that of the place.
    latest = max(known) + timedelta(days=1)
    found = []
    for event in record.events:
        start = parse(event.start)
        # Months and years come from plans and terms that are named beside the event: only a day counts.
        exact = event.status == "occurred" and event.precision == "day"
        if exact and start and start > latest:
            message = (
                f"{told(record, event)}: told as past, but dated {event.start}, after the page"
            )
            found.append(
                Disagreement(
                    "date", message, [event.id], list(event.evidence), "past-after-the-page"
                )
            )
    return found


def _groups(record: Record) -> dict[Key, list[Event]]:
    """Dated, past events by what must be the same for one occasion."""
    groups: dict[Key, list[Event]] = defaultdict(list)
    persons = people(record)
    for event in record.events:
        key = _key(record, event, persons)
        if event.status == "occurred" and event.evidence and days(event) and key:
            groups[key].append(event)
    return groups


def _key(record: Record, event: Event, persons: set[str]) -> Key | None:
    if event.type not in _DATED:
        return None
    everyone = frozenset(event.entities("actor", "counterpart"))
    # States meet and agree all the time; a person is in one place at a time.
    if not everyone & persons:
        return None
    if event.type in TRAVEL:
        gone = destination(record, event)
        travellers = frozenset(event.entities("actor"))
        return ("depart" if event.type == "depart" else "visit", travellers, gone) if gone else None
    if event.type in ("appoint", "dismiss"):
        about = objects(event)
        return (event.type, everyone, about) if about else None
    if event.type in ("attend", "sign"):
        about = objects(event) or frozenset([event.place] if event.place else [])
        return (event.type, parties(event), about) if about else None
    return (event.type, parties(event)) if len(everyone) > 1 else None


def _sides(record: Record, group: list[Event]) -> Iterator[Pair]:
    """One event of each of two sides that contradict each other within a group."""
    text = [e for e in group if voices(record, e) == {"text"}]
    caption = [e for e in group if voices(record, e) == {"caption"}]
    # An event that both tell shows that the article knows the occasions apart.
    if text and caption and len(text) + len(caption) == len(group):
        yield from _contradiction(text, caption)
        return
    for one, other in combinations(sorted({tuple(e.sources) for e in group if e.sources}), 2):
        if not set(one) & set(other):
            mine = [e for e in group if tuple(e.sources) == one]
            yield from _contradiction(mine, [e for e in group if tuple(e.sources) == other])


def _contradiction(mine: list[Event], theirs: list[Event]) -> Iterator[Pair]:
    for side in (mine, theirs):
        if any(_days(a).gap(_days(b)) > 0 for a, b in combinations(side, 2)):
            return
    if all(_days(a).gap(_days(b)) > 0 for a in mine for b in theirs):
        # The most exact of each side stands for it.
        exact = [min(side, key=lambda e: _days(e).last - _days(e).first) for side in (mine, theirs)]
        yield exact[0], exact[1]


def _close(one: Event, other: Event) -> bool:
    gap = _days(one).gap(_days(other))
    if _fine(one) and _fine(other):
        return gap <= _NEAR_DAYS and one.type == other.type and one.type in _ON_A_DAY
    # A day against a month: an old picture beside today's news, as a rule.
    return one.precision == other.precision == "month" and gap <= _NEAR_MONTHS


def _fine(event: Event) -> bool:
    return event.precision == "day"


def _days(event: Event) -> Days:
    found = days(event)
    assert found is not None  # `_groups` lets no other in
    return found


def _passage(event: Event) -> int:
    return event.evidence[0].paragraph


def _report(record: Record, pairs: list[Pair]) -> Disagreement:
    one, other = pairs[0]
    events = [*(a for a, _ in pairs), *(b for _, b in pairs)]
    names = ", ".join(dict.fromkeys(told(record, a) for a, _ in pairs))
    message = f"{names}: {_days(one).text()} or {_days(other).text()}?"
    evidence = [s for e in events for s in e.evidence]
    ids = list(dict.fromkeys(e.id for e in events))
    return Disagreement(
        "date", message, ids, list(dict.fromkeys(evidence)), "one-occasion-two-dates"
    )
