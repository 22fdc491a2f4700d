"""Lines of dates and times."""

from __future__ import annotations

import pytest

from retinue.page import stamps
from retinue.page.words import words
from retinue.text.fold import fold

CASES = [
    ("ja", "登録:2024-12-02 06:51 修正:2024-12-02 08:27", [("published", "2024-12-02T06:51:00"), ("modified", "2024-12-02T08:27:00")]),
    ("ja", "2025年9月5日 20時10分 有料記事", [("", "2025-09-05T20:10:00")]),
    ("ja", "（2025/07/29-20:36）", [("", "2025-07-29T20:36:00")]),
    ("ja", "2024.05.29 18:32", [("", "2024-05-29T18:32:00")]),
    ("ja", "2024年12月2日 午後6時5分 配信", [("published", "2024-12-02T18:05:00")]),
    ("ja", "2024年12月2日 6時 更新", [("modified", "2024-12-02T06:00:00")]),
    ("ja", "北方新聞 2023/9/25 20:17(最終更新 9/25 21:52) 有料記事", [("", "2023-09-25T20:17:00"), ("modified", "2023-09-25T21:52:00")]),
    ("ja", "２０２４年１２月２日", [("", "2024-12-02")]),
    ("ja", "令和6年12月2日", [("", "2024-12-02")]),
    ("ja", "3月 20, 2023 19:07", [("", "2023-03-20T19:07:00")]),
    ("ja", "18:59 12.11.2024", [("", "2024-11-12T18:59:00")]),
    ("ko", "입력 2024.11.12 (21:09) 수정 2024.11.12 (22:04)", [("published", "2024-11-12T21:09:00"), ("modified", "2024-11-12T22:04:00")]),
    ("ko", "2023/03/26 17:42 송고", [("published", "2023-03-26T17:42:00")]),
    ("ko", "주체113(2024)년 4월 14일 일요일 1면", [("", "2024-04-14")]),
    ("ko", "2024.12.2. 오후 6:05", [("", "2024-12-02T18:05:00")]),
    ("en", "March 14, 2025 4:12 PM UTC Updated March 14, 2025", [("", "2025-03-14T16:12:00+00:00"), ("modified", "2025-03-14")]),
    ("en", "Sat 20 Sep 2025 13.42 BST", [("", "2025-09-20T13:42:00+01:00")]),
    ("en", "Updated 11:48 PM SGT, July 28, 2025", [("modified", "2025-07-28T23:48:00+08:00")]),
    ("en", "2024-12-02T06:51:00Z", [("", "2024-12-02T06:51:00+00:00")]),
    ("en", "Date: 14/04/2024", [("published", "2024-04-14")]),
    ("en", "03/04/2024", []),
    ("en", "Oct 15, 2024, 08:41 IST", [("", "2024-10-15T08:41:00")]),
    ("ru", "22:47 22.03.2016 (обновлено: 23:30 22.03.2016)", [("", "2016-03-22T22:47:00"), ("modified", "2016-03-22T23:30:00")]),
    ("ru", "5 августа 2015, 20:11 (обновлено: 23:30)", [("", "2015-08-05T20:11:00"), ("modified", "2015-08-05T23:30:00")]),
    ("ru", "13 марта 2025, 20:55", [("", "2025-03-13T20:55:00")]),
    ("ru", "06.07.2024, 00:31 МСК", [("", "2024-07-06T00:31:00+03:00")]),
    ("ja", "2024年13月40日", []),
    ("ja", "4日、会談した。", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "line", "want"), CASES, ids=[c[1] for c in CASES])
def test_find(language: str, line: str, want: list[tuple[str, str]]) -> None:
    found = stamps.find(fold(line), words(language))
    assert [(s.role, stamps.iso(s, None)) for s in found] == want


@pytest.mark.parametrize(
    ("language", "line", "dated"),
    [
        ("ja", "時事通信 外信部 2025年07月29日20時36分配信", True),
        ("ja", "基地の前に集まる人々=2023年9月2日、AP", False),
        ("ja", "条約は2024年6月19日に平壌で署名され、同年12月4日に発効した。", False),
        ("ru", "29 июля 2025 Соседняя страна сообщила о спокойной обстановке на границе", False),
    ],
)
def test_is_line(language: str, line: str, dated: bool) -> None:
    w = words(language)
    assert stamps.is_line(fold(line), stamps.find(fold(line), w), w) is dated


def test_zone_is_added_only_where_none_is_written() -> None:
    w = words("en")
    (said,) = stamps.find("March 14, 2025 4:12 PM UTC", w)
    (bare,) = stamps.find("March 14, 2025 4:12 PM", w)
    assert stamps.iso(said, "Asia/Seoul") == "2025-03-14T16:12:00+00:00"
    assert stamps.iso(bare, "Asia/Seoul") == "2025-03-14T16:12:00+09:00"
    assert stamps.iso(bare, "No/Where") == "2025-03-14T16:12:00"
