"""Elements that count: years ago, days later, within a month, the past week."""

from __future__ import annotations

from datetime import date
from typing import Any

from retinue.dates.frame import Frame, Unsettled
from retinue.dates.spans import ONE_DAY, shift, whole_month, whole_year

Values = dict[str, Any]


def offset(f: Frame, v: Values) -> None:
    if v.get("several") and not v.get("within"):
        raise Unsettled  # "several years ago" settles nothing
    sign = v["sign"]
    source = v.get("from", "page")
    if f.span is not None or f.day is not None or f.month is not None:
        first, last = f.settle()
        base = last if sign > 0 else first
    elif source == "either":
        known = f.context is not None and f.context.first is not None
        base = f.anchor("context" if known else "page")
    else:
        base = f.anchor(source)
    day = base
    for amount, unit in v["amount"]:
        day = shift(day, sign * amount, unit)
    if v.get("within"):
        _within(f, base, day, v)
        return
    if v.get("count_first"):  # "in four days from yesterday" counts yesterday's morrow
        day -= ONE_DAY * sign
    f.set(day, day, "day")
    f.counted = v["amount"][-1][1] == "week"
    if f.counted:
        return
    if not f.exact and not v.get("exact"):
        _coarsen(f, day, v["amount"])
    if v.get("limit"):
        raise Unsettled


def _coarsen(f: Frame, day: date, amount: list[tuple[float, str]]) -> None:
    """Counted in years it is a year, in months a month: more was not said."""
    unit = amount[-1][1]
    if len(amount) > 1 and unit == "day":
        return
    if unit in ("year", "decade", "century") and amount[-1][0] == int(amount[-1][0]):
        f.set(*whole_year(day.year), "year")
    elif unit in ("month", "year"):
        f.set(*whole_month(day.year, day.month), "month")


def lasting(f: Frame, v: Values) -> None:
    """From the day so far on, that day included."""
    first = day = f.settle()[0]
    for amount, unit in v["amount"]:
        day = shift(day, amount, unit)
    f.set(first, max(first, day - ONE_DAY), "period")


def _within(f: Frame, base: date, day: date, v: Values) -> None:
    # Days and weeks count the first day; months and years run to the same date.
    unit = v["amount"][-1][1]
    if v["sign"] < 0:
        f.set(day, base, "period")
        return
    if unit in ("day", "week") and day > base:
        day -= ONE_DAY
    f.set(base, day, "period" if day > base else "day")


def period(f: Frame, v: Values) -> None:
    base = f.anchor(v.get("from"))
    day = base
    for amount, unit in v["amount"]:
        day = shift(day, v["sign"] * amount, unit)
    if day == base:
        f.set(day, day, "day")
    elif v["amount"][-1][1] in ("hour", "minute", "second"):
        f.set(min(day, base), max(day, base), "period")
    elif v["sign"] < 0:
        f.set(day, base - ONE_DAY, "period")
    else:
        f.set(base + ONE_DAY, day, "period")


def year_to_date(f: Frame, v: Values) -> None:
    page = f.anchor("page")
    f.set(date(page.year, 1, 1), max(date(page.year, 1, 1), page - ONE_DAY), "period")


def now(f: Frame, v: Values) -> None:
    page = f.anchor("page")
    if v.get("loose"):
        raise Unsettled
    f.set(page, page, "day")
