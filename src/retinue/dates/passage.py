"""Resolving the dates of one passage in order, each with what the ones before it settle."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from retinue.dates.expression import Expression
from retinue.dates.resolve import resolve
from retinue.dates.spans import Resolved


def settle(
    expressions: Sequence[Expression],
    reference: date | None,
    context: Resolved | None = None,
    futures: Sequence[bool | None] = (),
    exact: bool = False,
) -> list[Resolved | None]:
    """The days of each expression of a paragraph, in order; None where nothing settles them.

    `context` is the date last spoken of before it, `futures` what the tense of each
    clause says. A bare day behind a named month of the same sentence is of that
    month ("on 1 August …, on the 3rd"), unless it would run backwards.
    """
    found: list[Resolved | None] = []
    month: tuple[int, Resolved] | None = None  # the sentence, and its last date with a month
    for index, e in enumerate(expressions):
        future = futures[index] if index < len(futures) else None
        days = None
        if e.bare_day and month and month[0] == e.sentence:
            days = _after(e, month[1], exact)
        if days is None:
            days = resolve(e, reference, context, future, exact)
        found.append(days)
        known = days is not None and (days.first is not None or days.last is not None)
        if days is not None and known and not e.vague:
            context = days
            if e.has_month or (month and month[0] == e.sentence and e.bare_day):
                month = (e.sentence, days) if days.first else None
    return found


def _after(e: Expression, before: Resolved, exact: bool) -> Resolved | None:
    """A bare day in the month of the date before it; None where that runs backwards."""
    if before.first is None or before.precision not in ("day", "period"):
        return None
    days = resolve(e, before.first, None, True, exact)
    if days is None or days.first is None:
        return None
    same = (days.first.year, days.first.month) == (before.first.year, before.first.month)
    return days if same else None
