"""Dates and times on the lines of a page that say when it was published and changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from retinue.page.words import Words

_YMD = r"(?<!\d)(?P<y>(?:19|20)\d\d)\)?\s?(?:[年년./-])\s?(?P<m>\d{1,2})\s?[月월./-]\s?(?P<d>\d{1,2})(?!\d)(?:\s?[日일]|\.(?=\s|\Z|\())?"
_DMY = r"(?<![\d.])(?P<d2>\d{1,2})[./-](?P<m2>\d{1,2})[./-](?P<y2>(?:19|20)\d\d)(?!\d)"
_MD = re.compile(r"(?<![\d/])(?P<m>\d{1,2})(?:/|月|월\s?)(?P<d>\d{1,2})(?!\d)[日일]?")
# Every full date has one of these, and few lines do.
_YEAR = re.compile(r"(?:19|20)\d\d|年\s?\d\d?\s?月\s?\d\d?\s?日")
_OFFSET = re.compile(
    r"\s*(?:Z\b|(?:GMT|UTC)?(?P<sign>[+-])(?P<hh>\d\d?)(?::?(?P<mm>\d\d))?(?!\d)|GMT(?P<bare>\d\d?)\b)"
)
_LETTER = re.compile(r"[^\W\d_]")
# More letters than these on a line with a date make it a sentence or a headline.
_ROOM = {True: 16, False: 44}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time on a line: characters `start` to `end`; `offset` in minutes from UTC where written.

    `role` is published, modified, other or "" where no word says.
    """

    start: int
    end: int
    day: date
    time: tuple[int, int] | None = None
    offset: int | None = None
    role: str = ""


@cache
def _dates(language: str | None, month: str, eras: tuple[str, ...]) -> re.Pattern[str]:
    forms = [
        rf"(?P<era>{'|'.join(eras) or '(?!)'})\s?(?P<n>\d{{1,2}}|元)\s?年\s?(?P<m5>\d{{1,2}})\s?月\s?(?P<d5>\d{{1,2}})\s?日",
        _YMD,
        rf"(?<!\d)(?P<d3>\d{{1,2}})(?:st|nd|rd|th|-?го|-?е|\.)?\s?(?:of\s)?(?P<mon3>{month})\b\.?,?\s*(?P<y3>(?:19|20)\d\d)(?!\d)",
        rf"\b(?P<mon4>{month})\b\.?\s?(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>(?:19|20)\d\d)(?!\d)",
        _DMY,
    ]
    return re.compile("|".join(forms), re.IGNORECASE)


@cache
def _times(halves: tuple[str, ...]) -> re.Pattern[str]:
    half = rf"(?:(?P<half>{'|'.join(halves)})\s?)?" if halves else ""
    return re.compile(
        rf"(?<![\d.:]){half}(?:(?P<h>\d{{1,2}})\s?(?:[:：時시]|\.(?=\d\d\b))\s?(?:(?P<mi>\d{{2}}|\d(?=分|분))\s?[分분]?)?(?:\s?(?P<s>[:：]?\d\d)\s?[秒초]?(?!\d))?(?P<ap>\s?[ap]\.?m\b\.?)?"
        rf"|(?P<h2>\d{{1,2}})\s?(?P<ap2>[ap]\.?m\b\.?))(?!\d|[.]\d)",
        re.IGNORECASE,
    )


def find(line: str, words: Words) -> list[Stamp]:
    """The full dates of a folded line in their order, each with its time, zone and role."""
    if not _YEAR.search(line):
        return []
    stamps = [s for m in _date_pattern(words).finditer(line) if (s := _day(m, words))]
    if not stamps:
        return []
    stamps = _with_times(line, stamps, words)
    stamps += _without_year(line, stamps, words)
    return _with_roles(line, sorted(stamps, key=lambda s: s.start), words)


def is_line(line: str, stamps: list[Stamp], words: Words) -> bool:
    """Whether a folded line with these stamps is one that dates the page."""
    rest = line
    for s in reversed(stamps):
        rest = rest[: s.start] + " " + rest[s.end :]
    rest = words.label.sub(" ", rest)
    letters = len(_LETTER.findall(rest))
    labelled = any(s.role in ("published", "modified") for s in stamps)
    timed = any(s.time for s in stamps)
    room = _ROOM[words.dense]
    return letters <= (room * 2 if labelled and timed else room if timed or labelled else room // 2)


def iso(stamp: Stamp, zone: str | None) -> str:
    """The stamp as ISO 8601: a day, or a time with its offset where that is settled."""
    if stamp.time is None:
        return stamp.day.isoformat()
    moment = datetime(stamp.day.year, stamp.day.month, stamp.day.day, *stamp.time)
    if stamp.offset is not None:
        return moment.replace(tzinfo=timezone(timedelta(minutes=stamp.offset))).isoformat()
    if zone:
        try:
            return moment.replace(tzinfo=ZoneInfo(zone)).isoformat()
        except (KeyError, ValueError, OSError):  # a machine without the zone database
            return moment.isoformat()
    return moment.isoformat()


def _date_pattern(words: Words) -> re.Pattern[str]:
    return _dates(words.language, words.month, tuple(words.eras))


def _day(m: re.Match[str], words: Words) -> Stamp | None:
    g = m.groupdict()
    if g["era"]:
        y = words.eras[g["era"]] + (1 if g["n"] == "元" else int(g["n"]))
        parts = (y, int(g["m5"]), int(g["d5"]))
    elif g["y"]:
        parts = (int(g["y"]), int(g["m"]), int(g["d"]))
    elif g["y3"] or g["y4"]:
        n = "3" if g["y3"] else "4"
        month = words.months[g["mon" + n].casefold()]
        parts = (int(g["y" + n]), month, int(g["d" + n]))
    else:
        a, b = int(g["d2"]), int(g["m2"])
        # 03/04/2024 is the third of April or the fourth of March; with points the day leads.
        if not (words.day_first or "." in m[0]) and a <= 12 and b <= 12 and a != b:
            return None
        d, month = (a, b) if b <= 12 else (b, a)
        parts = (int(g["y2"]), month, d)
    try:
        return Stamp(m.start(), m.end(), date(*parts))
    except ValueError:
        return None


def _with_times(line: str, stamps: list[Stamp], words: Words) -> list[Stamp]:
    times = []
    for m in _times(tuple(words.halves)).finditer(line):
        if any(s.start < m.end() and m.start() < s.end for s in stamps):
            continue
        if (time := _clock(m, words)) is not None:
            end, offset = _zone(line, m.end(), words)
            times.append((m.start(), end, time, offset))
    out: list[Stamp] = []
    for i, s in enumerate(stamps):
        after = stamps[i + 1].start if i + 1 < len(stamps) else len(line)
        best = None
        for t in times:
            if s.end <= t[0] < after and _close(line[s.end : t[0]], words):
                best = t
                break
            if (
                t[1] <= s.start
                and (not out or t[0] >= out[-1].end)
                and _close(line[t[1] : s.start], words)
            ):
                best = t
        if best:
            times.remove(best)
            s = replace(s, start=min(s.start, best[0]), end=max(s.end, best[1]), time=best[2], offset=best[3])  # fmt: skip
        out.append(s)
    return out


def _close(gap: str, words: Words) -> bool:
    """Whether what stands between a day and a time leaves them together (a weekday, a mark)."""
    return len(gap) <= 16 and len(_LETTER.findall(gap)) <= 12 and not words.label.search(gap)


def _clock(m: re.Match[str], words: Words) -> tuple[int, int] | None:
    g = m.groupdict()
    h, mi = int(g["h"] or g["h2"]), int(g["mi"] or 0)
    if not g["mi"] and not (g.get("half") or g["ap2"] or "時" in m[0] or "시" in m[0]):
        return None
    ap = (g["ap"] or g["ap2"] or "").strip().lower()
    if ap:
        h = h % 12 + (12 if ap.startswith("p") else 0)
    elif g.get("half"):
        h = h % 12 + words.halves[g["half"]] if h <= 12 else h
    return (h, mi) if h < 24 and mi < 60 else None


def _zone(line: str, at: int, words: Words) -> tuple[int, int | None]:
    if m := _OFFSET.match(line, at):
        minutes = int(m["hh"] or m["bare"] or 0) * 60 + int(m["mm"] or 0)
        return m.end(), -minutes if m["sign"] == "-" else minutes
    if m := re.compile(r"\s*[(\[]?([^\W\d_]+(?:\s[^\W\d_]+)?)").match(line, at):
        for name in (m[1], m[1].split()[0]):
            if name.upper() in words.zones:
                return m.start(1) + len(name), words.zones[name.upper()]
    return at, None


def _without_year(line: str, stamps: list[Stamp], words: Words) -> list[Stamp]:
    """A later time without its year or its day.

    「2023/9/25 20:17(最終更新 9/25 21:52)」, «22:47 22.03.2016 (обновлено: 23:30)»
    """
    last = stamps[-1]
    m = _MD.search(line, last.end)
    if not m:
        return _without_day(line, last, words)
    try:
        day = date(last.day.year, int(m["m"]), int(m["d"]))
    except ValueError:
        return []
    if day < last.day:
        return []
    return [s for s in _with_times(line, [Stamp(m.start(), m.end(), day)], words) if s.time]


def _without_day(line: str, last: Stamp, words: Words) -> list[Stamp]:
    label = words.label.search(line, last.end)
    if not label or words.labels.get(label[0].casefold()) != "modified":
        return []
    m = _times(tuple(words.halves)).search(line, label.end())
    time = _clock(m, words) if m else None
    if not m or time is None or m.start() - label.end() > 4:
        return []
    end, offset = _zone(line, m.end(), words)
    return [Stamp(m.start(), end, last.day, time, offset or last.offset)]


def _with_roles(line: str, stamps: list[Stamp], words: Words) -> list[Stamp]:
    limits = [*(s.start for s in stamps[1:]), len(line)]
    starts = [0, *(s.end for s in stamps[:-1])]
    before = [words.label.findall(line[at : s.start]) for at, s in zip(starts, stamps, strict=True)]
    after = [
        words.label.match(line[s.end : limit].lstrip(" ()|-"))
        for s, limit in zip(stamps, limits, strict=True)
    ]
    # Some pages write the labels behind the times: 「… 06:51登録 … 08:27修正」
    behind = bool(after[0] and not before[0] and after[-1])
    out = []
    for s, b, m in zip(stamps, before, after, strict=True):
        label = m[0] if m and (behind or not b) else b[-1] if b else ""
        out.append(replace(s, role=words.labels.get(label.casefold(), "")))
    if not behind and len(out) > 1 and not before[0]:
        out[0] = replace(out[0], role="")
    return out
