"""What each kind of element does to the days found so far."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from retinue.dates import counted
from retinue.dates.frame import Frame, Span, Unsettled
from retinue.dates.spans import (
    ONE_DAY,
    add_months,
    months_from,
    whole_month,
    whole_week,
    whole_year,
)

Values = dict[str, Any]


def _century(f: Frame, v: Values) -> None:
    if v.get("before_christ"):
        raise Unsettled
    n = v["n"] if "n" in v else f.anchor("page").year // 100 + 1 + v["shift"]
    first = max(1, (n - 1) * 100)
    f.set(date(first, 1, 1), date((n - 1) * 100 + 99, 12, 31), "century")


def _decade(f: Frame, v: Values) -> None:
    n = int(v["n"])
    if n < 100:
        # "The nineties": those that lie behind or around the page.
        page = f.anchor("page").year
        n += page // 100 * 100
        if n > page:
            n -= 100
    f.set(date(n, 1, 1), date(n + 9, 12, 31), "decade")


def _year(f: Frame, v: Values) -> None:
    if v.get("before_christ"):
        raise Unsettled
    if "shift" in v:
        f.year = f.anchor(v.get("from")).year + v["shift"]
        if v.get("fiscal") and f.anchor(v.get("from")).month < 4:
            f.year -= 1
    elif "era" in v:
        f.year = v["era"] + v["n"] - 1
    elif v.get("short"):
        f.year = _full_year(f, v["n"])
    else:
        f.year = v["n"]
    f.fiscal = bool(v.get("fiscal"))
    if "to" in v and f.year is not None:
        last = v["to"] if v["to"] >= 100 else f.year // 100 * 100 + v["to"]
        if last < f.year:
            raise Unsettled
        f.set(date(f.year, 1, 1), date(last, 12, 31), "period")


def _full_year(f: Frame, n: int) -> int:
    """The year that two digits mean: not more than twenty after the page's."""
    page = f.anchor("page").year
    year = page // 100 * 100 + n
    if f.future and year < page:
        return year + 100
    return year - 100 if year > page + 20 else year


def _month(f: Frame, v: Values) -> None:
    f.year = v.get("year", f.year)
    f.future = v.get("ahead", f.future)
    if "shift" in v:
        moved = add_months(f.anchor(v.get("from")), v["shift"])
        f.year, f.month = moved.year, moved.month
    elif v.get("from") == "context":
        f.year, f.month = f.anchor("context").year, v["n"]
    else:
        f.month, f.month_to = v["n"], v.get("to")
    f.fiscal = f.fiscal and "shift" not in v
    f.span = None
    f.weekday = f.weekday if "shift" not in v else None


def _day(f: Frame, v: Values) -> None:
    f.future = v.get("ahead", f.future)
    if "era" in v:
        f.year = v["era"] + v["year"] - 1
    elif "year" in v:
        f.year = v["year"] if v["year"] >= 100 else _full_year(f, v["year"])
    if "month" in v:
        f.month = v["month"]
    if "shift" in v:
        source = v.get("from")
        base = f.anchor(source)
        if source == "context" and v["shift"] > 0 and f.context and f.context.last:
            base = f.context.last
        day = base + timedelta(days=v["shift"])
        f.set(day, day, "day")
    elif v.get("from") == "context":
        f.set(*_day_of_context(f, v), "day")
    else:
        f.day, f.day_to = v["n"], v.get("to")
        f.weekday = f.weekday if f.month is None or f.span is None else None
        f.span = None


def _day_of_context(f: Frame, v: Values) -> Span:
    base = f.anchor("context")
    months = [0, 1, 2] if v.get("next") else [0]
    for ahead in months:
        month = add_months(base.replace(day=1), ahead)
        try:
            day = month.replace(day=v["n"])
        except ValueError:
            continue
        if day > base or not v.get("next"):
            return day, day
    raise Unsettled


def _weekday(f: Frame, v: Values) -> None:
    n = v["wd"] if "wd" in v else v["n"]
    if "shift" in v:
        first, _ = whole_week(f.anchor(v.get("from")))
        day = first + timedelta(days=7 * v["shift"] + n)
        f.set(day, day, "day")
        return
    if v.get("from") == "context" or v.get("next"):
        base = f.anchor(v.get("from"))
        day = base + timedelta(days=(n - base.weekday() - 1) % 7 + 1)
        f.set(day, day, "day")
        return
    if "nth" in v:
        _nth_weekday(f, n, int(v["nth"]))
        return
    if f.day is not None or f.span is None:
        f.weekday = n
        if f.precision == "unknown" and f.day is None and f.span is None and f.month is None:
            f.precision = "day"
        return
    if f.counted and f.span[0] == f.span[1]:  # "the Sunday two weeks on"
        day = f.span[0] - timedelta(days=(f.span[0].weekday() - n) % 7)
        f.set(day, day, "day")
        return
    if f.precision == "day" and f.span[0] == f.span[1]:
        return  # "29 May (Wednesday)": said twice
    # Inside a week: its Monday, its Friday.
    first, last = f.span
    day = first + timedelta(days=(n - first.weekday()) % 7)
    if day > last:
        day = whole_week(first)[0] + timedelta(days=n)
    f.set(day, day, "day")


def _nth_weekday(f: Frame, n: int, nth: int) -> None:
    if f.month is None and f.span is None:
        page = f.anchor("page")
        f.year, f.month = page.year, page.month
    first, last = f.settle()
    if nth < 0:
        day = last - timedelta(days=(last.weekday() - n) % 7)
    else:
        day = first + timedelta(days=(n - first.weekday()) % 7 + 7 * (nth - 1))
    if not first <= day <= last:
        raise Unsettled
    f.set(day, day, "day")


def _week(f: Frame, v: Values) -> None:
    if "shift" in v:
        first, last = whole_week(f.anchor(v.get("from")))
        move = timedelta(days=7 * v["shift"])
        f.set(first + move, last + move, "week")
        return
    if f.year is None and f.month is None and f.span is None:
        f.year = f.anchor("page").year
    first, last = f.settle()
    n = v["n"]
    if n < 0:
        monday = whole_week(last)[0]
    else:
        monday = whole_week(_first_week(first))[0] + timedelta(days=7 * (n - 1))
    f.set(monday, monday + timedelta(days=6), "week")


def _first_week(first: date) -> date:
    """A day of the first week of a month or year: the one with its first Thursday."""
    return first + timedelta(days=(3 - first.weekday()) % 7)


def _week_of(f: Frame, v: Values) -> None:
    f.set(*whole_week(f.settle()[0]), "week")


def _unit(f: Frame, unit: str) -> None:
    """The year, month or week of the page."""
    page = f.anchor("page")
    if unit == "spoken_month":
        # "…in the middle of October. Late in the month": the month just spoken of
        spoken = f.context.first if f.context and f.context.precision == "third" else None
        page = spoken or page
        f.set(*whole_month(page.year, page.month), "month")
    elif unit == "month":
        f.set(*whole_month(page.year, page.month), "month")
    elif unit == "week":
        f.set(*whole_week(page), "week")
    elif unit == "fiscal":
        year = page.year if page.month >= 4 else page.year - 1
        f.set(date(year, 4, 1), date(year + 1, 3, 31), "year")
    else:
        # "After the turn of the year": in the first half of a year it lies behind.
        ahead = unit == "new_year" and (page.month > 6 if f.future is None else f.future)
        f.set(*whole_year(page.year + ahead), "year")


def _weekend(f: Frame, v: Values) -> None:
    if "shift" in v:
        monday = whole_week(f.anchor(v.get("from")))[0] + timedelta(days=7 * v["shift"])
    elif f.span is not None and f.precision == "week":
        monday = f.span[0]
    else:
        page = f.anchor("page")
        weeks = 0 if f.future or page.weekday() >= 5 else -1
        monday = whole_week(page)[0] + timedelta(days=7 * weeks)
    f.set(monday + timedelta(days=5), monday + timedelta(days=6), "period")


def _parted(f: Frame, first_month: int, count: int, precision: str) -> None:
    """Months on end in the year so far, or in the year that the page means."""
    if f.fiscal:
        first_month += 3
    if f.year is None and f.span is None:
        page = f.anchor("page")
        years = [page.year - 1, page.year, page.year + 1]
        found = [_stretch(y, first_month, count) for y in years]
        f.set(*f.nearest(found), precision)
        return
    year = f.year if f.year is not None else f.settle()[0].year
    f.set(*_stretch(year, first_month, count), precision)
    f.year = None


def _stretch(year: int, first_month: int, count: int) -> Span:
    return months_from(year + (first_month - 1) // 12, (first_month - 1) % 12 + 1, count)


def _half(f: Frame, v: Values) -> None:
    _parted(f, 1 + 6 * (v["n"] - 1), 6, "half")


def _quarter(f: Frame, v: Values) -> None:
    _parted(f, 1 + 3 * (v["n"] - 1), 3, "quarter")


def _season(f: Frame, v: Values) -> None:
    if "shift" in v:
        f.year = f.anchor(v.get("from")).year + v["shift"]
    _parted(f, v["season"] if "season" in v else v["n"], 3, "season")


def _holiday(f: Frame, v: Values) -> None:
    f.month, f.day = v["month"], v["n"]


def _part(f: Frame, v: Values) -> None:
    if "unit" in v:
        _unit(f, v["unit"])
    first, last = f.settle()
    part = v["n"]
    if part in ("first_day", "last_day"):
        day = first if part == "first_day" else last
        f.set(day, day, "day")
    elif f.precision == "week":
        _part_of_week(f, first, part)
    elif (last - first).days > 300:
        _part_of_year(f, first, last, part)
    elif part in ("all", "within"):
        pass
    elif f.precision == "month":
        ends = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}
        ends |= {"half1": (1, 15), "half2": (16, last.day)}
        low, high = ends[part]
        f.set(first.replace(day=low), first.replace(day=high), "third")
    else:
        _third(f, first, last, part)
    if (
        part == "within"
        and f.page is not None
        and f.future is not False
        and f.span
        and f.span[0] <= f.page <= f.span[1]
    ):
        # "Within the year" runs from the page's day.
        f.set(f.page, f.span[1], "period")


def _part_of_week(f: Frame, monday: date, part: str) -> None:
    # Early: Monday to Wednesday; middle: Tuesday to Friday; late: Thursday to Sunday.
    days = {"early": (0, 2), "mid": (1, 4), "late": (3, 6), "half1": (0, 2), "half2": (3, 6)}
    if part in days:
        low, high = days[part]
        f.set(monday + timedelta(days=low), monday + timedelta(days=high), "period")


def _part_of_year(f: Frame, first: date, last: date, part: str) -> None:
    if (last - first).days > 366:  # a decade, a century
        _third(f, first, last, part)
    elif part == "early":
        f.set(*whole_month(first.year, first.month), "month")
    elif part == "late":
        f.set(*whole_month(last.year, last.month), "month")
    elif part == "mid":
        f.set(add_months(first, 4), add_months(first, 8) - ONE_DAY, "period")
    elif part == "half1":
        f.set(first, add_months(first, 6) - ONE_DAY, "half")
    elif part == "half2":
        f.set(add_months(first, 6), last, "half")


def _third(f: Frame, first: date, last: date, part: str) -> None:
    third = timedelta(days=(last - first).days // 3)
    half = timedelta(days=(last - first).days // 2)
    if part == "early":
        f.set(first, first + third, "period")
    elif part == "mid":
        f.set(first + third, last - third, "period")
    elif part == "late":
        f.set(last - third, last, "period")
    elif part == "half1":
        f.set(first, first + half, "period")
    elif part == "half2":
        f.set(first + half, last, "period")


def _rest(f: Frame, v: Values) -> None:
    if "unit" in v:
        _unit(f, v["unit"])
    first, last = f.settle()
    page = f.anchor("page")
    f.set(page if first <= page <= last else first, last, "period")


HANDLERS: dict[str, Callable[[Frame, Values], None]] = {
    "century": _century,
    "decade": _decade,
    "year": _year,
    "month": _month,
    "day": _day,
    "weekday": _weekday,
    "week": _week,
    "weekof": _week_of,
    "weekend": _weekend,
    "half": _half,
    "quarter": _quarter,
    "season": _season,
    "holiday": _holiday,
    "part": _part,
    "rest": _rest,
    "offset": counted.offset,
    "lasting": counted.lasting,
    "period": counted.period,
    "year_to_date": counted.year_to_date,
    "now": counted.now,
}
