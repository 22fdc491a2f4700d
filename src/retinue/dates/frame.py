"""The state of resolving one run of elements, coarse to fine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from retinue.dates.spans import Resolved, add_months, whole_month, whole_year

Span = tuple[date, date]
# A month named without its year is of the page's own year unless another is this much
# nearer; and it rather lies behind than ahead.
SAME_YEAR_BONUS = timedelta(days=183)
AHEAD_PENALTY = timedelta(days=45)
# "On 1 August tariffs were to begin", three days before: last August would be called so.
SOON = timedelta(days=62)
LONG_AGO = timedelta(days=270)


class Unsettled(Exception):
    """Nothing in the text or given with it settles the expression."""


@dataclass(slots=True)
class Frame:
    """What the elements read so far say; `span` once they settle days."""

    page: date | None
    context: Resolved | None
    future: bool | None
    exact: bool = False
    year: int | None = None
    fiscal: bool = False
    month: int | None = None
    month_to: int | None = None
    day: int | None = None
    day_to: int | None = None
    weekday: int | None = None
    span: Span | None = None
    precision: str = "unknown"
    counted: bool = False  # the span was counted off in weeks

    def anchor(self, source: str | None) -> date:
        """The day that a relative element counts from; Unsettled where there is none."""
        if source == "context":
            if self.context is not None and (self.context.first or self.context.last):
                return self.context.first or self.context.last  # type: ignore[return-value]
            raise Unsettled
        if self.page is None:
            raise Unsettled
        return self.page

    def set(self, first: date, last: date, precision: str) -> None:
        """Settle the days so far."""
        self.span = (first, last)
        self.precision = precision

    def settle(self) -> Span:
        """The days that the elements so far mean; Unsettled where nothing settles them."""
        if self.span is None:
            self.span = self._choose()
        return self.span

    def _choose(self) -> Span:
        self.precision = "day" if self.day or self.weekday is not None else "month"
        if self.day is not None and self.month is None:
            return self._bare_day()
        if self.month is not None:
            return self._in_month(self.month)
        if self.year is not None:
            self.precision = "year"
            if self.fiscal:
                return date(self.year, 4, 1), date(self.year + 1, 3, 31)
            return whole_year(self.year)
        if self.weekday is not None:
            return self._bare_weekday(self.weekday)
        raise Unsettled

    def _in_month(self, month: int) -> Span:
        years: Iterable[int]
        if self.year is not None:
            # The fiscal year's January to March are of the next.
            years = [self.year + 1 if self.fiscal and month < 4 else self.year]
        else:
            page = self.anchor("page")
            years = [page.year - 1, page.year, page.year + 1]
        found = [s for y in years if 1 <= y <= 9998 and (s := self._days(y, month))]
        if not found:
            raise Unsettled
        return found[0] if self.year is not None else self.nearest(self._right_weekday(found))

    def _days(self, year: int, month: int) -> Span | None:
        """The named days in a month of a year, or None where it has no such day."""
        if self.day is None:
            first, last = whole_month(year, month)
            if self.month_to is not None:
                later = year if self.month_to >= month else year + 1
                last = whole_month(later, self.month_to)[1]
            return first, last
        try:
            first = date(year, month, self.day)
            if self.day_to is None:
                return first, first
            if self.day_to >= self.day:
                return first, date(year, month, self.day_to)
            following = add_months(date(year, month, 1), 1)
            return first, following.replace(day=self.day_to)
        except ValueError:
            return None

    def _bare_day(self) -> Span:
        page = self.anchor("page")
        start = date(page.year, page.month, 1)
        reach = range(-12, 13) if self.weekday is not None else range(-2, 3)
        found = []
        for months in reach:
            try:
                month = add_months(start, months)
            except OverflowError:
                continue
            if span := self._days(month.year, month.month):
                found.append(span)
        return self._past_first(self._right_weekday(found), page)

    def _right_weekday(self, found: list[Span]) -> list[Span]:
        """Those on the weekday named beside the day; all where none is (a slip of the pen)."""
        if self.weekday is None:
            return found
        return [s for s in found if s[0].weekday() == self.weekday] or found

    def _past_first(self, found: list[Span], page: date) -> Span:
        past = [s for s in found if s[0] <= page]
        ahead = [s for s in found if s[1] >= page]
        if self.future and ahead:
            return ahead[0]
        if past:
            return past[-1]
        if not found:
            raise Unsettled
        return found[0]

    def _bare_weekday(self, weekday: int) -> Span:
        page = self.anchor("page")
        back = (page.weekday() - weekday) % 7
        day = page + timedelta(days=(-back) % 7) if self.future else page - timedelta(days=back)
        return day, day

    def nearest(self, found: list[Span]) -> Span:
        """Of the same days in several years, those the page means."""
        page = self.anchor("page")
        if self.future is True and (ahead := [s for s in found if s[1] >= page]):
            return ahead[0]
        past = [s for s in found if s[0] <= page]
        soon = [s for s in found if page < s[0] <= page + SOON and s[0].year == page.year]
        if self.future is False and past and not (soon and page - past[-1][1] > LONG_AGO):
            return past[-1]

        def distance(span: Span) -> timedelta:
            first, last = span
            apart = max(first - page, page - last, timedelta(0))
            apart += AHEAD_PENALTY if first > page else timedelta(0)
            return apart - SAME_YEAR_BONUS if first.year == page.year else apart

        return min(found, key=distance)
