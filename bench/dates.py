"""Scores `retinue.dates.find` on sets of written dates.

    python bench/dates.py FOLDER [--show] [--language ja]

FOLDER holds `ja.jsonl`, `ja-timex.jsonl`. A case is right where each expected
expression is found, with days among its accepted pairs, and, where the case lists
everything, nothing else is found. Three measures of the place:

- strict: the same characters;
- trimmed: the same but for a particle or blank at the end (に, で, の, は, ごろ …),
  which the sets themselves take in or leave out from one case to the next
  (2日後に, 2日後);
- overlap: one character in common.

`open` cases (since, before …) accept a day more or less. Where ja_timex is installed
it is scored in the same run.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

LOOSE = "にでのはも、 　ごろ頃までからい"


@dataclass
class Hit:
    """A date that a reader found."""

    start: int
    end: int
    first: date | None
    last: date | None


Reader = Callable[[str, "datetime | None"], list[Hit]]


def retinue_reader(text: str, reference: datetime | None, language: str = "ja") -> list[Hit]:
    """What retinue finds."""
    from retinue import dates

    return [Hit(f.start, f.end, f.first, f.last) for f in dates.find(text, language, reference)]


def timex_reader() -> Reader | None:
    """ja_timex as a reader, or None where it is not installed."""
    try:
        from ja_timex import TimexParser  # type: ignore[import-not-found]
    except ImportError:
        return None

    def read(text: str, reference: datetime | None) -> list[Hit]:
        hits = []
        for t in TimexParser(reference=reference).parse(text):
            if t.type in ("SET", "DURATION") and not t.mod:  # a length of time, no date
                continue
            fixed = reference is not None or str(t.value)[:4].isdigit()
            day = t.to_datetime() if fixed else None
            first = day.date() if day is not None else None
            hits.append(Hit(*t.span, first, _timex_last(t, first)))
        return hits

    return read


def _timex_last(t: Any, first: date | None) -> date | None:
    """The last day of a TIMEX3 value of a whole month or year."""
    if first is None or t.type != "DATE":
        return first
    value = str(t.value)
    if value.endswith("-XX-XX"):
        return date(first.year, 12, 31)
    if value.endswith("-XX") and len(value) == 10:
        following = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
        return following - timedelta(days=1)
    return first


def same_place(text: str, hit: Hit, e: dict[str, Any], how: str) -> bool:
    """Whether a hit stands where the case has it."""
    if "start" not in e or e["start"] is None:
        return True
    start, end = e["start"], e["end"]
    if how == "overlap":
        return hit.start < end and start < hit.end
    if how == "trimmed":
        mine = text[hit.start : hit.end].rstrip(LOOSE)
        theirs = text[start:end].rstrip(LOOSE)
        return hit.start == start and mine == theirs
    return (hit.start, hit.end) == (start, end)


def same_days(hit: Hit, e: dict[str, Any]) -> bool:
    """Whether the days are among those accepted (all are, where none are listed)."""
    if not e.get("pairs"):
        return "date" not in e or str(hit.first) == e["date"]
    slack = 1 if e.get("open") else 0
    return any(
        _near(hit.first, pair[0], slack) and _near(hit.last, pair[1], slack) for pair in e["pairs"]
    )


def _near(day: date | None, wanted: str | None, slack: int) -> bool:
    if day is None or wanted is None:
        return day is None and wanted is None
    return abs((day - date.fromisoformat(wanted)).days) <= slack


def right(case: dict[str, Any], hits: list[Hit], how: str) -> bool:
    """Whether a case is right as a whole."""
    text = case["input"]
    left = list(hits)
    for e in case["expected"]:
        match = next((h for h in left if same_place(text, h, e, how) and same_days(h, e)), None)
        if match is None:
            return False
        left.remove(match)
    if case.get("count") is not None and len(hits) != case["count"]:
        return False
    if case.get("complete"):
        spared = [(o["start"], o["end"]) for o in case.get("other", [])]
        return all(any(h.start < b and a < h.end for a, b in spared) for h in left)
    return True


def cases(path: Path) -> Iterable[dict[str, Any]]:
    """The cases of a file."""
    for line in path.read_text("utf-8").splitlines():
        yield json.loads(line)


def score(path: Path, reader: Reader, show: bool) -> str:
    """One line of figures for a file."""
    counts = {"strict": 0, "trimmed": 0, "overlap": 0}
    total = 0
    spent = 0.0
    for case in cases(path):
        total += 1
        given = case.get("reference")
        reference = datetime.fromisoformat(given) if given else None
        begun = time.perf_counter()
        try:
            hits = reader(case["input"], reference)
        except Exception as error:  # a baseline may fail on a case: that case is wrong
            hits = []
            if show:
                print("!", case["input"], error)
        spent += time.perf_counter() - begun
        for how in counts:
            counts[how] += right(case, hits, how)
        if show and not right(case, hits, "trimmed"):
            _show(case, hits)
    shares = "  ".join(f"{how} {n / total:.3f}" for how, n in counts.items())
    return f"{total:5} cases  {shares}  {1e6 * spent / total:.0f} us/case"


def _show(case: dict[str, Any], hits: list[Hit]) -> None:
    text = case["input"]
    print("-", (case.get("reference") or "")[:10], text)
    for e in case["expected"]:
        print(
            "    want",
            e.get("text"),
            e.get("pairs") or e.get("value") or e.get("date"),
            e.get("mod", ""),
        )
    for h in hits:
        print("    have", text[h.start : h.end], h.first, h.last)


def main() -> None:
    """Print the figures of each file."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--show", action="store_true", help="print the cases that fail")
    arguments.add_argument("--language", default="ja")
    given = arguments.parse_args()
    baseline = timex_reader() if given.language == "ja" else None
    for path in sorted(given.folder.glob(f"{given.language}*.jsonl")):

        def read(text: str, reference: datetime | None) -> list[Hit]:
            return retinue_reader(text, reference, given.language)

        print(f"{path.name:16} retinue   {score(path, read, given.show)}")
        if baseline is not None:
            print(f"{path.name:16} ja_timex  {score(path, baseline, False)}")


if __name__ == "__main__":
    main()
