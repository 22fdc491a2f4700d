"""Finds date expressions: a run of elements, coarse to fine, perhaps to a second run."""

from __future__ import annotations

import re
from typing import Any

from retinue.dates.branches import Branch
from retinue.dates.expression import Expression, Step
from retinue.dates.grammar import Grammar

# What may stand behind what in one expression: the calendar's own order, coarse to fine.
FOLLOWS: dict[str, frozenset[str]] = {
    "century": frozenset({"part", "rest"}),
    "decade": frozenset({"part"}),
    "year": frozenset(
        {"year", "month", "season", "half", "quarter", "week", "part", "rest", "holiday", "lasting"}
    ),
    "half": frozenset({"part"}),
    "quarter": frozenset({"part"}),
    "season": frozenset({"part"}),
    "month": frozenset({"day", "week", "weekday", "part", "rest", "weekend", "lasting"}),
    "week": frozenset({"weekday", "part", "weekend", "rest"}),
    "weekend": frozenset({"weekday", "part", "time"}),
    "part": frozenset({"weekday"}),
    "day": frozenset({"weekday", "time", "weekof", "offset", "rest", "part", "lasting"}),
    "holiday": frozenset({"weekday", "time"}),
    "weekday": frozenset({"time", "month", "day", "rest", "offset", "part", "lasting"}),
    "time": frozenset({"time", "lasting"}),
    "offset": frozenset({"weekday", "time"}),
    "now": frozenset({"offset"}),
}
RELATIVE = {"page", "context"}
MAXIMUM = 8  # elements of one run; a longer one is a table, not a date


def scan(text: str, grammar: Grammar, vague: bool = False) -> list[Expression]:
    """The date expressions of a text in its order, none overlapping, unresolved."""
    found: list[Expression] = []
    at = 0
    search = grammar.starts.search
    size = len(text)
    while at < size:
        start = search(text, at)
        if start is None:
            break
        expression = _read(text, start.start(), grammar)
        if expression is None:
            at = start.end() if start.end() > start.start() else start.start() + 1
            continue
        if vague or not expression.vague:
            found.append(expression)
        at = max(expression.end, start.start() + 1)
    if found:
        _number_sentences(text, found, grammar.sentence)
    return found


def _number_sentences(text: str, found: list[Expression], end: re.Pattern[str]) -> None:
    stops = [m.end() for m in end.finditer(text)]
    here = 0
    begin = 0
    for e in found:
        while here < len(stops) and stops[here] <= e.start:
            begin = stops[here]
            here += 1
        e.sentence = begin


def _read(text: str, start: int, g: Grammar) -> Expression | None:
    """The expression that begins at `start`, if one does."""
    steps, end, vague = _run(text, start, g, first=True)
    if not steps:
        return None
    near: list[Step] = []
    if again := _again(text, end, g, steps):
        near = steps
        steps, end = again
    to: list[Step] = []
    join = g.join.match(text, end)
    if join and steps[-1].is_ not in ("offset", "period", "now"):
        others, other_end, _ = _run(text, join.end(), g, first=False)
        close = g.close.match(text, other_end) if others else None
        if others and _is_range(join, close, steps, others, g):
            to = others
            end = close.end() if close else other_end
    if all(s.is_ == "time" for s in (*steps, *to)):
        return None
    bound, tail, end = _bound(text, end, g, steps, bool(to))
    return Expression(
        start,
        end,
        text[start:end],
        _hangs_on(steps),
        steps,
        to,
        bound,
        tail,
        vague,
        bracketed=text[start - 1 : start] in ("(", "（"),
        near=near,
    )


def _again(text: str, end: int, g: Grammar, steps: list[Step]) -> tuple[list[Step], int] | None:
    """The same date said in figures behind a relative one: "three days on, the 10th"."""
    first = steps[0]
    relative = first.values.get("from") == "context" or first.is_ in (
        "offset",
        "weekend",
        "holiday",
    )
    if not relative and not (first.is_ == "day" and "shift" in first.values):
        return None
    link = g.again.match(text, end)
    if link is None:
        return None
    said, stop, _ = _run(text, link.end(), g, first=True)
    if not said or said[0].is_ not in ("year", "month", "day", "weekday"):
        return None
    if said[0].is_ == "weekday" and first.is_ == "weekend":
        return None
    if RELATIVE & {said[0].values.get("from")} and said[0].is_ != "year":
        return None
    closed = g.shut.match(text, stop) if link["open"] else None
    if link["open"] and closed is None:
        return None
    return said, closed.end() if closed else stop


def _run(text: str, at: int, g: Grammar, first: bool) -> tuple[list[Step], int, bool]:
    """Elements from `at` on, where they end, and whether the first is a vague word."""
    steps: list[Step] = []
    vague = False
    end = at
    while len(steps) < MAXIMUM:
        read = _element(text, at, g, opens=first and not steps)
        if read is None and steps:
            link = g.link.match(text, at)
            if link and link.end() > at:
                read = _element(text, link.end(), g)
        if read is None:
            break
        found, before, branch = read
        if steps and branch.is_ not in FOLLOWS.get(steps[-1].is_, ()):
            break
        step = _step(found, before, branch, g)
        if step is None or (steps and not _fits(steps[-1], step)):
            break
        if not steps:
            vague = branch.vague
        steps.append(step)
        at = end = found.end()
    return steps, end, vague and len(steps) == 1


def _element(
    text: str, at: int, g: Grammar, opens: bool = False
) -> tuple[re.Match[str], int, Branch] | None:
    """The element at a place: one that only follows others first, unless it opens a date."""
    if not opens:
        found = g.further.match(text, at)
        if found is not None:
            return found
    return g.opening.match(text, at)


def _fits(before: Step, step: Step) -> bool:
    """Whether an element can narrow the one before it: no second year, no month shift."""
    if step.is_ == "year":
        return "shift" in before.values and "n" in step.values
    if step.is_ == "month":
        return "shift" not in step.values
    if step.is_ == "day":
        return "shift" not in step.values and step.values.get("from") not in RELATIVE
    if step.is_ == "week":
        return "shift" not in step.values
    if step.is_ == "part" and before.is_ in ("day", "weekday"):
        return bool(step.values["n"] == "within")
    if step.is_ == "weekday" and before.is_ == "month":
        return "nth" in step.values
    return True


def _step(found: re.Match[str], before: int, branch: Branch, g: Grammar) -> Step | None:
    values = dict(branch.values)
    for group, name in branch.captures:
        words = found[before + group]
        if words is None:
            continue
        value: Any
        table = g.words.get(name)
        if table is not None:
            value = table.get(words)
        elif name == "amount":
            value = _amount(words, g)
            values["several"] = any(word in words for word in g.several)
        else:
            value = g.number(words)
        if value is None:
            return None
        values[name] = value
    if not _sensible(branch.is_, values):
        return None
    return Step(branch.is_, values, branch.rule, found.start(), found.end())


LIMITS = {
    "year": (1, 2999),
    "month": (1, 12),
    "day": (1, 31),
    "quarter": (1, 4),
    "week": (1, 53),
    "century": (1, 30),
}


def _sensible(kind: str, values: dict[str, Any]) -> bool:
    low, high = LIMITS.get(kind, (0, 0))
    if not high:
        return True
    for name in ("n", "to"):
        if name in values:
            value = values[name]
            last = kind == "week" and value == -1
            if value != int(value) or not (low <= value <= high or last):
                return False
            values[name] = int(value)
    if "month" in values and not 1 <= values["month"] <= 12:
        return False
    return not ("year" in values and not 0 <= values["year"] <= 2999)


def _amount(words: str, g: Grammar) -> list[tuple[float, str]] | None:
    """A month and two days as [(1, month), (2, day)]; None where a number is unknown."""
    parts = []
    for found in g.amount.finditer(words):
        number = g.number(found["n"])
        unit = g.units.get(found["unit"])
        if number is None or unit is None:
            return None
        half = found["half"]
        parts.append((number + (0.5 if half else 0.0), unit))
    return parts or None


def _is_range(
    join: re.Match[str],
    close: re.Match[str] | None,
    steps: list[Step],
    others: list[Step],
    g: Grammar,
) -> bool:
    """Whether two runs are one stretch: joined by a word for it, or closed by one."""
    if join["weak"] is not None:  # "and", a comma: a stretch only with a closing word
        return close is not None and close["both"] is not None
    coarse = {s.is_ for s in steps}
    if others[0].is_ == "time" and "time" not in coarse:
        return False
    if others[0].is_ == "part":
        return "unit" in others[0].values or steps[-1].is_ == "part"
    return others[0].is_ != "offset"


def _bound(
    text: str, end: int, g: Grammar, steps: list[Step], is_range: bool
) -> tuple[str, int, int]:
    """How the expression limits, where the limiting words end, and its own end."""
    found = g.bounds.match(text, end)
    if found is None or found.lastindex is None:
        return "", end, end
    entry = g.bound_kinds[found.lastindex]
    if is_range and not entry.get("range"):
        return "", end, end
    needs = entry.get("needs")
    if needs == "fixed" and not _fixed(steps):
        return "", end, end
    if entry.get("inside", True):
        return entry["is"], found.end(), found.end()
    return entry["is"], found.end(), end


def _fixed(steps: list[Step]) -> bool:
    """Whether it names a year of the calendar or a day of a month."""
    kinds = {s.is_ for s in steps if "n" in s.values}
    years = [s for s in steps if s.is_ == "year" and s.values.get("n", 0) >= 1000]
    return bool(years) or {"month", "day"} <= kinds or {"time"} < {s.is_ for s in steps}


def _hangs_on(steps: list[Step]) -> str:
    first = steps[0]
    given = first.values.get("from")
    if given in RELATIVE:
        return str(given)
    if first.is_ in ("century", "decade") or "year" in first.values:
        return "absolute"
    if first.is_ == "year" and not first.values.get("short"):
        return "absolute"
    return "page"
