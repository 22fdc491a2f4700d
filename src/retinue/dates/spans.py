"""Days, months and years as spans of days; no word of any language."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(slots=True, frozen=True)
class Resolved:
    """The days an expression means, both inclusive; None where open or not settled.

    `precision` is `day`, `week`, `third`, `month`, `quarter`, `season`, `half`,
    `year`, `decade`, `century`, `period` (any other stretch of days) or `unknown`.
    """

    first: date | None
    last: date | None
    precision: str = "day"

    @property
    def settled(self) -> bool:
        """Whether both ends are known."""
        return self.first is not None and self.last is not None


def add_months(day: date, months: int) -> date:
    """The same day so many months on, or the month's last day where it has no such day.

    OverflowError where that leaves the years 1 to 9999.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def whole_month(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def whole_year(year: int) -> tuple[date, date]:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def months_from(year: int, month: int, count: int) -> tuple[date, date]:
    """First and last day of `count` months on end; the season of winter crosses the year."""
    first = date(year, month, 1)
    return first, add_months(first, count) - ONE_DAY


def whole_week(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of a day."""
    first = day - timedelta(days=day.weekday())
    return first, first + timedelta(days=6)


def shift(day: date, amount: float, unit: str) -> date:
    """The day `amount` units later (earlier where negative); hours leave the day as it is
    until they fill one. OverflowError outside the years 1 to 9999."""
    if unit in ("year", "month", "decade", "century"):
        months = amount * {"year": 12, "month": 1, "decade": 120, "century": 1200}[unit]
        whole = int(months)
        moved = add_months(day, whole)
        return moved + timedelta(days=round((months - whole) * 30))
    if unit == "workday":
        return _workdays(day, int(amount))
    days = amount * {"week": 7.0, "day": 1.0, "hour": 1 / 24, "minute": 0.0, "second": 0.0}[unit]
    return day + timedelta(days=int(days))


def _workdays(day: date, amount: int) -> date:
    step = ONE_DAY if amount > 0 else -ONE_DAY
    # Beyond a few years nobody counts working days: five of seven will do.
    if abs(amount) > 2_000:
        return day + timedelta(days=amount * 7 // 5)
    left = abs(amount)
    while left:
        day += step
        if day.weekday() < 5:
            left -= 1
    return day
