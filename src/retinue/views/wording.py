"""How a record's values read in English: dates, names, sides, sources. Shared by all views."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, cast

from retinue import resources
from retinue.record import Entity, Event, Placement, Position, Record, Span, Statement

# What a hostile page could steer a terminal with, and what reverses the order of a line.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_FAR = "9999-12-31"
# Not calendar.month_abbr, which follows the locale.
_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@cache
def words(part: str) -> dict[str, Any]:
    """A part of `words.yml`: `types`, `sides`, `kinds` or `languages`."""
    return cast("dict[str, Any]", resources.load("views/words")[part])


def clean(text: str) -> str:
    """The text without control characters, line breaks turned to spaces."""
    return printable(text).replace("\n", " ").replace("\t", " ")


def printable(text: str) -> str:
    """The text without control characters, its line breaks kept."""
    return _CONTROL.sub("", text)


def type_name(type: str) -> str:
    """`meet` as `Meeting`."""
    return str(words("types").get(type, {}).get("name", type.capitalize()))


def link(type: str) -> str:
    """The word between actor and counterpart: a meeting `with`, a visit `to`."""
    return str(words("types").get(type, {}).get("link", "and"))


def language(code: str | None) -> str:
    """`ja` as `Japanese`; the code itself where it has no name here."""
    return str(words("languages").get(code, code)) if code else "language unknown"


def name(record: Record, id: str) -> str:
    """The name an entity goes by: as written, its Latin label behind it where that differs."""
    own = short(record, id)
    label = next((clean(e.label) for e in record.entities if e.id == id and e.label), own)
    return own if label == own else f"{own} {label}"


def short(record: Record, id: str) -> str:
    """The name as written, alone; the id of what the record does not hold."""
    try:
        return clean(_main_name(record.entity(id)))
    except KeyError:
        return clean(id)


def _main_name(entity: Entity) -> str:
    """A person's fullest name (a headline has 金氏 before the text has 金正恩), else the first."""
    if not entity.names:
        return entity.label or entity.id
    return max(entity.names, key=len) if entity.kind == "person" else entity.names[0]


def position(p: Position, home: str | None) -> str:
    """A post: `国防相`, `former 首相`, `大使 (DEU)` where it serves another state than `home`."""
    status = "" if p.status == "current" else f"{p.status} "
    abroad = f" ({clean(p.country)})" if p.country and p.country != home else ""
    since = f" since {day(p.start)}" if p.start else ""
    return f"{status}{clean(p.title)}{abroad}{since}"


def other_names(entity: Entity) -> list[str]:
    """The forms a view has not shown as the main name or label."""
    return [clean(n) for n in entity.names if n not in (entity.label, _main_name(entity))]


def day(iso: str) -> str:
    """`2025-03-13` as `13 Mar 2025`; anything else as it stands."""
    d = parse_day(iso)
    return f"{d.day} {_MONTHS[d.month]} {d.year}" if d else clean(iso)


def moment(iso: str) -> str:
    """`2025-03-14T18:30:00+09:00` as `14 Mar 2025, 18:30`."""
    clock = iso[11:16] if len(iso) >= 16 and iso[10] in "T " else ""
    return day(iso[:10]) + (f", {clock}" if clock else "")


def when(start: str | None, end: str | None, precision: str | None) -> str:
    """A stretch of days in words; empty where neither end is known."""
    if not start and not end:
        return ""
    if not end:
        return f"since {day(start or '')}"
    if not start:
        return f"until {day(end)}"
    first, last = parse_day(start), parse_day(end)
    if not first or not last:
        return clean(start) if start == end else f"{clean(start)} to {clean(end)}"
    if first == last:
        return day(start)
    if precision == "year" and _whole_years(first, last):
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    if _whole_months(first, last):
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{day(end)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month]} - {day(end)}"
    return f"{day(start)} - {day(end)}"


def parse_day(iso: str) -> date | None:
    """The date of an ISO day, None where it is none."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def event_when(event: Event) -> str:
    """The days of an event in words."""
    return when(event.start, event.end, event.precision)


def timeline(record: Record) -> tuple[list[Event], list[Event]]:
    """The dated events in the order of time, and the undated in that of the article."""
    dated = [e for e in record.events if e.start or e.end]
    undated = [e for e in record.events if not (e.start or e.end)]
    dated.sort(key=lambda e: (e.start or e.end or "", e.end or _FAR))
    return dated, undated


def placement(record: Record, p: Placement) -> str:
    """Where somebody sat or stood, in words."""
    side = str(words("sides").get(p.side, p.side))
    return f"{side} {short(record, p.of)}" if p.of else side


def passages(record: Record, spans: list[Span]) -> Iterator[tuple[str, str]]:
    """Each span's words with where they stand: `title`, `¶3`, `caption ¶4`."""
    for span in spans:
        yield clean(record.words(span)), where(record, span)


def where(record: Record, span: Span) -> str:
    """The place of a span in the article, paragraphs counted from 1."""
    if span.paragraph < 0:
        return "title"
    kind = record.article.paragraphs[span.paragraph].kind
    return f"{'' if kind == 'body' else f'{clean(kind)} '}¶{span.paragraph + 1}"


def holder(record: Record, statement: Statement) -> str:
    """Who says, judges or foresees it; the article where nobody is named."""
    if statement.speaker:
        return name(record, statement.speaker)
    return "unnamed" if statement.kind == "speech" else "the article"


def _whole_months(first: date, last: date) -> bool:
    return first.day == 1 and last.day == monthrange(last.year, last.month)[1]


def _whole_years(first: date, last: date) -> bool:
    return (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31)


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month]} {first.year}"
    if first.year == last.year:
        return f"{_MONTHS[first.month]}-{_MONTHS[last.month]} {last.year}"
    return f"{_MONTHS[first.month]} {first.year} - {_MONTHS[last.month]} {last.year}"
