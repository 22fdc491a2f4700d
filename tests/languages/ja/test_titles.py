"""People with their posts: every example of the title lexicon, and what brackets and lists give."""

from __future__ import annotations

from typing import Any

import pytest

from retinue.languages.base import Mention
from retinue.languages.ja.mentions import find
from retinue.languages.ja.tokens import tokenize
from retinue.resources import source
from retinue.text.fold import fold

LEXICON = source("languages/ja/titles")


def people(text: str) -> list[Mention]:
    folded = fold(text)
    return [m for m in find(folded, tokenize(folded), 0) if m.kind == "person" and m.name]


def told(m: Mention) -> str:
    return f"{m.name}|{'/'.join(t.text for t in m.titles)}|{m.country or '-'}"


@pytest.mark.parametrize("case", LEXICON["examples"], ids=lambda c: c["text"][:20])
def test_example_of_a_post(case: dict[str, Any]) -> None:
    assert sorted(told(m) for m in people(case["text"])) == sorted(case["gives"])


@pytest.mark.parametrize("case", LEXICON["not"], ids=lambda c: c["text"][:20])
def test_no_person_here(case: dict[str, Any]) -> None:
    assert [told(m) for m in people(case["text"])] == [], case["why"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ロドマン次期首相が語った。", "designate"),
        ("ロドマン前首相が語った。", "former"),
        ("ロドマン元首相が語った。", "former"),
        ("ロドマン首相が語った。", "current"),
        ("大統領は国防長官にロドマン氏を指名した。", "designate"),
    ],
)
def test_status_of_a_post(text: str, status: str) -> None:
    assert [t.status for m in people(text) for t in m.titles] == [status]


def test_reading_in_brackets_is_another_name() -> None:
    (m,) = people("白容民（ペク・ヨンミン）外相が到着した。")
    assert m.aliases == ["ペク・ヨンミン"]


def test_place_in_the_picture() -> None:
    sides = [m.side for m in people("握手するセバン首相(左)とタナット外相(右端)")]
    assert sides == ["左", "右端"]


def test_row_from_the_left() -> None:
    sides = [m.side for m in people("(左から)セバン首相、タナット外相、オリム国防相")]
    assert sides == ["左端", "中央", "右端"]


def test_a_mention_spans_name_post_and_bracket() -> None:
    text = "白容民(ペク・ヨンミン)外相が到着した。"
    (m,) = people(text)
    assert text[m.start : m.end] == "白容民(ペク・ヨンミン)外相"
    assert text[m.name_start : m.name_end] == "白容民"
