"""Written dates and the days they mean. The engine knows calendars, the packs know words.

`find` reads a text on its own; `scan` only marks expressions, for a reader that
resolves them with what it knows of the clause (`Passage.read`, `settle`, `Expression.resolve`).
"""

from __future__ import annotations

from datetime import date, datetime

from retinue.dates.expression import Expression, Found, Step
from retinue.dates.grammar import grammar_of
from retinue.dates.passage import Passage, settle
from retinue.dates.spans import Resolved

__all__ = ["Expression", "Found", "Passage", "Resolved", "Step", "find", "scan", "settle"]


def scan(text: str, language: str = "ja", vague: bool = False) -> list[Expression]:
    """The unresolved dates of a text, in its order, none overlapping.

    Words such as "now" and "recently" are left out unless `vague`.
    LookupError where the language has no date grammar.
    """
    from retinue.dates.scanner import scan as run

    return run(text, grammar_of(language), vague)


def find(text: str, language: str = "ja", reference: datetime | date | None = None) -> list[Found]:
    """The dates of a text with the days they mean, counted from `reference`.

    A date that hangs on another (the next day, on the 5th of the same month) takes
    the one before it in the text, else the reference. Sides that are open or that
    nothing settles are None; without a reference nothing relative is settled.
    """
    page = reference.date() if isinstance(reference, datetime) else reference
    g = grammar_of(language)
    expressions = scan(text, language, vague=True)
    resolved = settle(
        expressions,
        page,
        context=Resolved(page, page) if page else None,
        futures=[g.future(text, e.start, e.tail) for e in expressions],
        exact=True,
    )
    found = []
    for e, r in zip(expressions, resolved, strict=True):
        end = max(e.end, e.tail)
        first, last, precision = (r.first, r.last, r.precision) if r else (None, None, "unknown")
        words = text[e.start : end]
        found.append(Found(e.start, end, words, first, last, precision, " ".join(e.rules)))
    return found
