"""Resolving with what the reader knows: the page's day, the tense, the date last spoken of."""

from __future__ import annotations

from datetime import date

import pytest

from retinue import dates
from retinue.dates.branches import Branch, Elements, first_characters
from retinue.dates.spans import add_months, shift, whole_week

DAY = dates.Resolved(date(2024, 8, 3), date(2024, 8, 3))


def resolve(
    text: str,
    page: date | None = date(2024, 12, 2),
    context: dates.Resolved | None = None,
    future: bool | None = None,
) -> tuple[str | None, str | None] | None:
    (e,) = dates.scan(text)
    r = e.resolve(page, context, future)
    return r and (r.first and r.first.isoformat(), r.last and r.last.isoformat())  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "future", "first"),
    [
        ("23日", None, "2024-11-23"),
        ("23日", False, "2024-11-23"),
        ("23日", True, "2024-12-23"),
        ("5日", None, "2024-11-05"),
        ("5日", False, "2024-11-05"),
        ("12月20日", False, "2024-12-20"),
        ("2日", True, "2024-12-02"),
        ("31日", True, "2024-12-31"),
        ("10月", None, "2024-10-01"),
        ("10月", True, "2025-10-01"),
        ("1月20日", None, "2025-01-20"),
        ("1月20日", False, "2024-01-20"),
        ("3月", None, "2024-03-01"),
        ("水曜日", None, "2024-11-27"),
        ("水曜日", True, "2024-12-04"),
        ("秋頭", None, None),
    ],
)
def test_tense_settles_the_year(text: str, future: bool | None, first: str | None) -> None:
    if first is None:
        assert dates.scan(text) == []
        return
    got = resolve(text, future=future)
    assert got is not None
    assert got[0] == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("同日", "2024-08-03"),
        ("翌日", "2024-08-04"),
        ("前日", "2024-08-02"),
        ("その3日後", "2024-08-06"),
        ("同月", "2024-08-01"),
        ("翌月", "2024-09-01"),
        ("翌5日", "2024-08-05"),
        ("翌2日", "2024-09-02"),
        ("同25日", "2024-08-25"),
        ("翌月曜", "2024-08-05"),
    ],
)
def test_hangs_on_the_date_last_spoken_of(text: str, first: str) -> None:
    (e,) = dates.scan(text)
    assert e.hangs_on == "context"
    got = resolve(text, context=DAY)
    assert got is not None
    assert got[0] == first
    assert resolve(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2024年5月3日", "absolute"),
        ("令和6年", "absolute"),
        ("きょう", "page"),
        ("29日", "page"),
        ("翌年", "context"),
        ("07年2月", "page"),
        ("1990年代", "absolute"),
    ],
)
def test_what_it_hangs_on(text: str, kind: str) -> None:
    (e,) = dates.scan(text)
    assert e.hangs_on == kind


def test_a_record_gets_the_year_and_a_diary_the_day() -> None:
    assert resolve("6年前") == ("2018-01-01", "2018-12-31")
    (f,) = dates.find("6年前", reference=date(2024, 12, 2))
    assert f.first == f.last == date(2018, 12, 2)


def test_passage_carries_days_over_paragraphs() -> None:
    passage = dates.Passage(date(2024, 12, 2))
    (day,) = dates.scan("首相は29日に着いた。")
    passage.read(day)
    passage.paragraph()
    (same,) = dates.scan("同日夜に会談した。")
    got = passage.read(same)
    assert got is not None
    assert got.first == date(2024, 11, 29)


def test_open_ends() -> None:
    assert resolve("25日以降") == ("2024-11-25", None)
    assert resolve("2025年末までに") == (None, "2025-12-31")
    assert resolve("2017年9月以来") == ("2017-09-01", "2017-09-30")


def test_months_and_weeks() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert whole_week(date(2024, 12, 1)) == (date(2024, 11, 25), date(2024, 12, 1))
    assert shift(date(2024, 11, 29), 2, "workday") == date(2024, 12, 3)
    with pytest.raises(OverflowError):
        add_months(date(9999, 12, 1), 1)


@pytest.mark.parametrize(
    ("pattern", "characters"),
    [("abc", "a"), ("[ab]c", "ab"), ("(?:a|b)?c", "abc"), ("(?<!x)a(?=b)", "a"), ("(a)+", "a")],
)
def test_first_characters(pattern: str, characters: str) -> None:
    assert first_characters(pattern) == frozenset(characters)


def test_first_characters_unknown() -> None:
    assert first_characters(".a") is None
    assert first_characters("a?") is None


def test_elements_tell_which_branch_matched() -> None:
    rule = {"name": "r", "is": "day"}
    one = Branch.of(r"a(?P<n>\d)(x)?", rule, {})
    two = Branch.of(r"a(?P<n>b)", {**rule, "name": "s"}, {})
    elements = Elements([one, two])
    read = elements.match("zab", 1)
    assert read is not None
    found, before, branch = read
    assert branch.rule == "s"
    assert found[before + branch.captures[0][0]] == "b"
    assert elements.match("zab", 0) is None
