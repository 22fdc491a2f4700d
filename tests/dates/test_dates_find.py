"""What `find` and `scan` promise, whatever the text."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retinue import dates

PAGE = date(2024, 12, 2)  # a Monday


def found(text: str, page: date | None = PAGE) -> list[tuple[str, str | None, str | None]]:
    return [
        (f.text, f.first and f.first.isoformat(), f.last and f.last.isoformat())
        for f in dates.find(text, reference=page)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昨年12月18、19日に", [("昨年12月18、19日", "2023-12-18", "2023-12-19")]),
        ("2019年から21年にかけて", [("2019年から21年にかけて", "2019-01-01", "2021-12-31")]),
        ("23年10月から24年3月まで", [("23年10月から24年3月まで", "2023-10-01", "2024-03-31")]),
        ("11月から翌年3月まで", [("11月から翌年3月まで", "2024-11-01", "2025-03-31")]),
        ("2日午後〜4日に", [("2日午後〜4日", "2024-12-02", "2024-12-04")]),
        ("11月30日〜12月1日", [("11月30日〜12月1日", "2024-11-30", "2024-12-01")]),
        ("年末から年始にかけて", [("年末から年始にかけて", "2024-12-01", "2025-01-31")]),
        ("来週月曜から", [("来週月曜から", "2024-12-09", None)]),
        ("29日から3日間", [("29日から3日間", "2024-11-29", "2024-12-01")]),
        ("2030年までに", [("2030年まで", None, "2030-12-31")]),
        ("令和6年度予算", [("令和6年度", "2024-04-01", "2025-03-31")]),
        (
            "10月31日、11月1日の2日",
            [("10月31日", "2024-10-31", "2024-10-31"), ("11月1日", "2024-11-01", "2024-11-01")],
        ),
        ("２０２４年１２月１日", [("２０２４年１２月１日", "2024-12-01", "2024-12-01")]),
        ("2024年2月30日", [("2024年2月30日", None, None)]),
    ],
)
def test_stretches(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [f for f in found(text) if f[0] not in ("2日",)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "毎日新聞は伝えた",
        "一日中雨だった",
        "日本の3人が来た",
        "5日間にわたり交戦した",
        "10年ぶりの会談",
        "3日連続で発射した",
        "前年比5%増",
        "0.1〜0.25%",
        "世紀の会談",
        "金氏と土井氏",
        "明日香村の木下氏",
        "元日銀総裁",
        "任期5年の大統領",
        "4年に1度の選挙",
        "月面探査機",
        "午後3時に集まる",
        "",
    ],
)
def test_false_friends(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("8月3日に着き、翌日に帰った。", ["2024-08-03", "2024-08-04"]),
        ("8月1日に会い、3日に別れた。", ["2024-08-01", "2024-08-03"]),
        ("8月30日に会い、3日に別れた。", ["2024-08-30", "2024-11-03"]),
        ("8月1日に会った。同月3日に別れた。", ["2024-08-01", "2024-08-03"]),
        (
            "6年前に会った。12月1日に着き、同日夜に発った。",
            ["2018-12-02", "2024-12-01", "2024-12-01"],
        ),
        ("昨年3月に会い、同年5月に別れた。", ["2023-03-01", "2023-05-01"]),
        ("来年の開戦3年(2月24日)に合わせる。", ["2025-01-01", "2025-02-24"]),
    ],
)
def test_context_inside_the_text(text: str, days: list[str]) -> None:
    assert [f[1] for f in found(text)] == days


def test_without_a_reference_nothing_relative_is_settled() -> None:
    text = "きょう29日、来月、6月、2019年5月3日、翌日、23年5月"
    settled = [f for f in found(text, None) if f[1] or f[2]]
    assert settled == [
        ("2019年5月3日", "2019-05-03", "2019-05-03"),
        ("翌日", "2019-05-04", "2019-05-04"),
    ]


def test_reference_may_be_a_time() -> None:
    assert found("きのう") == [
        (f.text, str(f.first), str(f.last))
        for f in dates.find("きのう", reference=datetime(2024, 12, 2, 23, 59))
    ]


def test_unknown_language() -> None:
    with pytest.raises(LookupError):
        dates.find("31 December", language="xx")


def test_vague_words_only_on_request() -> None:
    assert dates.scan("最近、できるだけ早く会う") == []
    assert [e.text for e in dates.scan("最近、会う", vague=True)] == ["最近"]


def test_limits_keep_their_words_outside() -> None:
    (e,) = dates.scan("18日から訪問する")
    assert (e.text, e.bound, e.tail - e.end) == ("18日", "from", 2)
    (e,) = dates.scan("2017年9月以来だ")
    assert (e.text, e.bound) == ("2017年9月", "since")


DATE_WORDS = st.text(
    alphabet="0123456789０１２年月日週時分前後今来昨先翌同末初旬春秋一二三十〇両半間火土曜()（）・、~〜からまでの令和平成/.-R'第",
    max_size=40,
)


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(DATE_WORDS, st.text(max_size=60)),
    st.one_of(st.none(), st.dates()),
)
def test_any_text(text: str, page: date | None) -> None:
    last = 0
    for f in dates.find(text, reference=page):
        assert last <= f.start < f.end <= len(text)
        assert f.text == text[f.start : f.end]
        if f.first and f.last:
            assert f.first <= f.last
        last = f.start + 1


@settings(max_examples=200, deadline=None)
@given(st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)))
def test_a_whole_date_means_itself(day: date) -> None:
    if day.year < 1000:
        return
    (f,) = dates.find(f"{day.year}年{day.month}月{day.day}日")
    assert (f.first, f.last, f.precision) == (day, day, "day") or day.year > 2999


@settings(max_examples=200, deadline=None)
@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 1, 1)))
def test_a_bare_day_lies_within_two_months_behind(page: date) -> None:
    for n in (1, 15, 28, 30, 31):
        (f,) = dates.find(f"{n}日", reference=page)
        assert f.first is not None
        assert 0 <= (page - f.first).days <= 62
        assert f.first.day == n
