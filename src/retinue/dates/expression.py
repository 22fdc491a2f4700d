"""A date expression as found in a text, before it is resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from retinue.dates.spans import Resolved


@dataclass(slots=True, frozen=True)
class Step:
    """One element of an expression, from coarse to fine: what it is and its values.

    `is_` is a kind of `retinue.dates.calendar` (`year`, `month`, `day`, `weekday`,
    `part`, `offset`, …); `values` are numbers and words of that kind
    (`n`, `to`, `shift`, `from`, `unit`, …); `rule` names the grammar rule.
    """

    is_: str
    values: dict[str, Any]
    rule: str
    start: int
    end: int


@dataclass(slots=True, eq=False)
class Expression:
    """An unresolved date: characters `start` to `end` of the text.

    `hangs_on` is `absolute` (means the same on any page), `page` (relative to the
    page's date) or `context` (relative to the date or event last spoken of).
    `steps` run from coarse to fine. `to` is the other end of a range.
    `bound` is how it limits: "" (on), `from` (that day on: resolves with an open end),
    `since` (the last time was then: resolves to the day itself), `until` and `by` (that
    day included), `before`, `after`, `within`. `near` is a relative date that the steps
    say again in figures. `tail` is the end of the word that says so (from, until),
    which `end` leaves out. `vague` marks words such as "now" and "recently".
    """

    start: int
    end: int
    text: str
    hangs_on: str
    steps: list[Step]
    to: list[Step] = field(default_factory=list)
    bound: str = ""
    tail: int = 0
    vague: bool = False
    sentence: int = 0  # where its sentence begins
    bracketed: bool = False
    near: list[Step] = field(default_factory=list)  # what it says again: the day before, the 1st

    @property
    def rules(self) -> list[str]:
        """The names of the grammar rules behind it, in the order of the text."""
        return [s.rule for s in (*self.near, *self.steps, *self.to)]

    @property
    def has_month(self) -> bool:
        """Whether it names its month (a later bare day may lean on it)."""
        return any(s.is_ == "month" for s in (*self.steps, *self.to))

    @property
    def yearless(self) -> bool:
        """Whether it names a month but no year, nor counts from the page."""
        first = self.steps[0].values
        return self.steps[0].is_ == "month" and "n" in first and not {"from", "year"} & set(first)

    @property
    def bare_day(self) -> bool:
        """Whether it is a day of an unnamed month (the 29th)."""
        first = self.steps[0]
        return first.is_ == "day" and "n" in first.values and "from" not in first.values

    def resolve(
        self,
        reference: date | None,
        context: Resolved | None = None,
        future: bool | None = None,
    ) -> Resolved | None:
        """The days it means, or None where nothing settles them.

        `reference` is the page's day, `context` the date last spoken of,
        `future` what the tense of the clause says (None: nothing).
        A side that is open or unsettled is None in the result.
        """
        from retinue.dates.resolve import resolve

        return resolve(self, reference, context, future)


@dataclass(slots=True, frozen=True)
class Found:
    """A date found by `retinue.dates.find`: offsets, words, and the days they mean."""

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    precision: str
    rule: str = ""
