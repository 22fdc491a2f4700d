"""Resolving the dates of an article in order, each with what the ones before it settle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from retinue.dates.expression import Expression
from retinue.dates.resolve import resolve
from retinue.dates.spans import Resolved

# "The same day" wants a day to hang on, "the same month" a day or a month; coarser
# ones are passed over: "six years ago …, the same evening".
GRAINS: dict[str, frozenset[str]] = {
    "day": frozenset({"day", "period"}),
    "weekday": frozenset({"day", "period"}),
    "week": frozenset({"day", "week", "period"}),
    "month": frozenset({"day", "third", "month", "period"}),
}


@dataclass(slots=True)
class Passage:
    """The dates spoken of so far in an article; `read` takes its expressions in order.

    `context` is what a first "the same day" hangs on. With `exact`, months and years
    before or after are counted to the day.
    """

    reference: date | None
    context: Resolved | None = None
    exact: bool = False
    spoken: list[Resolved] = field(default_factory=list)
    _month: tuple[int, Resolved] | None = None  # a sentence, and its last date with a month
    _year: tuple[int, int] | None = None  # a sentence, and the year last named in it

    def paragraph(self) -> None:
        """A new paragraph begins: sentences count afresh, the dates spoken of stay."""
        self._month = self._year = None

    def read(self, e: Expression, future: bool | None = None) -> Resolved | None:
        """The days of the next expression; None where nothing settles them."""
        near = self._month[1] if self._month and self._month[0] == e.sentence else None
        days = self._after(e, near) if near is not None and e.bare_day else None
        if e.bracketed and e.yearless and self._year and self._year[0] == e.sentence:
            # "next year's third anniversary (24 February)"
            days = resolve(e, date(self._year[1], 7, 1), None, None, self.exact)
        if days is None:
            days = resolve(e, self.reference, self._hold(e), future, self.exact)
        if days is None or e.vague:
            return days
        if days.first is not None and days.last is not None and e.bound != "since":
            self.spoken.append(days)
        if days.first is not None and days.precision == "year":
            self._year = (e.sentence, days.first.year)
        if e.has_month or (near is not None and e.bare_day):
            self._month = (e.sentence, days)
        return days

    def _hold(self, e: Expression) -> Resolved | None:
        """The date that the expression hangs on, if it hangs on one."""
        wanted = GRAINS.get(e.steps[0].is_)
        for days in reversed(self.spoken):
            if wanted is None or days.precision in wanted:
                return days
        return self.context

    def _after(self, e: Expression, before: Resolved) -> Resolved | None:
        """A bare day in the month of the date before it; None where that runs backwards."""
        if before.first is None or before.precision not in ("day", "period"):
            return None
        days = resolve(e, before.first, None, True, self.exact)
        if days is None or days.first is None:
            return None
        same = (days.first.year, days.first.month) == (before.first.year, before.first.month)
        return days if same else None


def settle(
    expressions: Sequence[Expression],
    reference: date | None,
    context: Resolved | None = None,
    futures: Sequence[bool | None] = (),
    exact: bool = False,
) -> list[Resolved | None]:
    """The days of each expression of one paragraph, in order; None where nothing settles them.

    `context` is the date last spoken of before it, `futures` what the tense of each
    clause says. A bare day behind a named month of the same sentence is of that
    month ("on 1 August …, on the 3rd"), unless it would run backwards.
    """
    passage = Passage(reference, context, exact)
    return [
        passage.read(e, futures[n] if n < len(futures) else None) for n, e in enumerate(expressions)
    ]
