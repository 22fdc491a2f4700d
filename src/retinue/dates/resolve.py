"""From the elements of an expression to days."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from retinue.dates.elements import HANDLERS
from retinue.dates.expression import Expression, Step
from retinue.dates.frame import Frame, Unsettled
from retinue.dates.spans import ONE_DAY, Resolved

RELATIVE = ("shift", "from")


def resolve(
    expression: Expression,
    reference: date | None,
    context: Resolved | None = None,
    future: bool | None = None,
    exact: bool = False,
) -> Resolved | None:
    """The days of an expression, or None where nothing settles them.

    With `exact`, months and years before or after are counted to the day ("three
    years ago" is a day); without, they give the calendar month or year, as a record wants.
    """
    page = reference.date() if isinstance(reference, datetime) else reference
    if expression.near and (expression.bare_day or expression.yearless):
        page, future = _near(expression, page, context) or page, None
    frame = Frame(page, context, future, exact)
    try:
        found = _both_ends(expression, frame) if expression.to else _run(expression.steps, frame)
        return _bounded(found, expression.bound)
    except (Unsettled, OverflowError, ValueError):
        return None


def _near(expression: Expression, page: date | None, context: Resolved | None) -> date | None:
    """A day near the one said again ("three days on, the 10th"), if that settles."""
    try:
        near = _run(expression.near, Frame(page, context, None))
        if near.precision == "year" and near.first:
            return near.first.replace(month=7)
        return near.last
    except (Unsettled, OverflowError, ValueError):
        return None


def _run(steps: list[Step], frame: Frame) -> Resolved:
    hours = 0
    for step in steps:
        if step.is_ == "time":
            hours = max(hours, int(step.values.get("hour", 0)))
            continue
        HANDLERS[step.is_](frame, step.values)
    first, last = frame.settle()
    if hours >= 24 and first == last:  # the night counted on: 25 o'clock is 1 the next day
        first += timedelta(days=hours // 24)
        last = first
    return Resolved(first, last, frame.precision)


def _both_ends(expression: Expression, frame: Frame) -> Resolved:
    steps, to = expression.steps, expression.to
    page, context = frame.page, frame.context
    if all(s.is_ == "time" for s in to):
        return _until_hour(_run(steps, frame), steps, to)
    if all(s.is_ == "time" for s in steps):  # two o'clock to tomorrow: begins on the page's day
        end = _run(to, frame)
        day = frame.anchor("page")
        return _stretch(Resolved(day, day), end)
    if _floats(steps) and _named_year(to):
        end = _run(to, Frame(page, context, None))
        start = _run(steps, Frame(end.first, context, False))
        return _stretch(start, end)
    if _floats(steps):  # a tense speaks of the end as much as of the beginning
        frame.future = None
    start = _run(steps, frame)
    if to[0].is_ == "part" and "unit" not in to[0].values:  # early to mid March
        end = _run([*steps[:-1], *to], Frame(page, context, None))
    elif _floats(to):
        end = _run(to, Frame(start.first, context, True))
    else:
        end = _run(to, Frame(page, start, frame.future))
    return _stretch(start, end)


def _until_hour(start: Resolved, steps: list[Step], to: list[Step]) -> Resolved:
    began = max(int(s.values.get("hour", 0)) for s in steps)
    until = max(int(s.values.get("hour", 0)) for s in to)
    if start.last is not None and until >= 24 > began:
        return Resolved(start.first, start.last + ONE_DAY, "period")
    return start


def _stretch(start: Resolved, end: Resolved) -> Resolved:
    if start.first is None or end.last is None or end.last < start.first:
        raise Unsettled
    same = start.first == end.last
    return Resolved(start.first, end.last, "day" if same else "period")


def _floats(steps: list[Step]) -> bool:
    """Whether the run counts neither from the page nor names its year."""
    first = steps[0]
    if any(k in first.values for k in RELATIVE):
        return False
    return first.is_ != "year" or "short" in first.values


def _named_year(steps: list[Step]) -> bool:
    first = steps[0]
    return first.is_ == "year" and "n" in first.values and "short" not in first.values


def _bounded(found: Resolved, bound: str) -> Resolved:
    first, last = found.first, found.last
    if bound == "from":
        return Resolved(first, None, found.precision)
    if bound == "after" and last is not None:
        return Resolved(last + ONE_DAY, None, found.precision)
    if bound in ("until", "by"):
        return Resolved(None, last, found.precision)
    if bound == "before" and first is not None:
        return Resolved(None, first - ONE_DAY, found.precision)
    return found
