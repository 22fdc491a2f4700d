"""Dates, types and sides in words."""

from __future__ import annotations

import pytest

from retinue import resources
from retinue.views import wording
from sketch import Sketch


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2025-03-13", "2025-03-13", "day", "13 Mar 2025"),
        ("2025-03-11", "2025-03-14", "day", "11-14 Mar 2025"),
        ("2025-02-27", "2025-03-02", "day", "27 Feb - 2 Mar 2025"),
        ("2024-12-30", "2025-01-02", "day", "30 Dec 2024 - 2 Jan 2025"),
        ("2024-06-01", "2024-06-30", "month", "Jun 2024"),
        ("2024-02-01", "2024-02-29", "month", "Feb 2024"),
        ("2025-09-01", "2025-11-30", "month", "Sep-Nov 2025"),
        ("2024-12-01", "2025-02-28", None, "Dec 2024 - Feb 2025"),
        ("2019-01-01", "2019-12-31", "year", "2019"),
        ("2010-01-01", "2019-12-31", "year", "2010-2019"),
        ("9999-12-01", "9999-12-31", "month", "Dec 9999"),
        ("2025-03-13", None, "day", "since 13 Mar 2025"),
        (None, "2025-03-13", "day", "until 13 Mar 2025"),
        (None, None, None, ""),
        ("soon", "soon", None, "soon"),
        ("2025-02-30", "2025-03-01", "day", "2025-02-30 to 2025-03-01"),
    ],
)
def test_stretch_of_days(
    start: str | None, end: str | None, precision: str | None, words: str
) -> None:
    assert wording.when(start, end, precision) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2025-03-14T18:30:00+09:00", "14 Mar 2025, 18:30"),
        ("2025-03-14T06:51", "14 Mar 2025, 06:51"),
        ("2025-03-14", "14 Mar 2025"),
        ("lately", "lately"),
    ],
)
def test_moment(iso: str, words: str) -> None:
    assert wording.moment(iso) == words


def test_every_word_is_told() -> None:
    for entry in resources.source("views/words")["types"].values():
        assert set(entry) == {"name", "link"}
        assert all(isinstance(value, str) for value in entry.values())


def test_values_without_words_stand_for_themselves() -> None:
    assert wording.type_name("parley") == "Parley"
    assert wording.link("parley") == "and"
    assert wording.language("fr") == "fr"
    assert wording.language(None) == "language unknown"


def test_person_goes_by_the_fullest_name() -> None:
    s = Sketch().body("金氏が北朝鮮(朝鮮民主主義人民共和国)で会談した。金正恩委員長は発言した。")
    s.person("e1", "PRK", "金", "金正恩", label="Kim Jong Un")
    s.entity("c1", "country", "北朝鮮", "朝鮮民主主義人民共和国", country="PRK")
    assert wording.name(s.record, "e1") == "金正恩 Kim Jong Un"
    assert wording.other_names(s.record.entity("e1")) == ["金"]
    assert wording.short(s.record, "c1") == "北朝鮮"
    assert wording.name(s.record, "e9") == "e9"
