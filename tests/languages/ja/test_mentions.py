"""Names of bodies, places and the rest, stand-ins, and what holds of all mentions."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retinue.languages.base import Mention
from retinue.languages.ja.mentions import find
from retinue.languages.ja.tokens import tokenize
from retinue.resources import source
from retinue.text.fold import fold

BODIES = source("languages/ja/bodies")
NAMES = source("languages/ja/names")


def mentions(text: str) -> list[Mention]:
    folded = fold(text)
    return find(folded, tokenize(folded), 0)


@pytest.mark.parametrize("case", BODIES["examples"], ids=lambda c: c["text"][:20])
def test_example_of_a_body(case: dict[str, Any]) -> None:
    text = case["text"]
    found = [f"{m.kind}|{text[m.start : m.end]}|{m.country or '-'}" for m in mentions(text)]
    for wanted in case["gives"]:
        assert wanted in found


@pytest.mark.parametrize("case", BODIES["not"], ids=lambda c: c["text"][:20])
def test_no_state_here(case: dict[str, Any]) -> None:
    found = [m.name for m in mentions(case["text"]) if m.kind == "country" and m.name != "日中"]
    assert found == [], case["why"]


@pytest.mark.parametrize("case", NAMES["examples"], ids=lambda c: c["text"][:20])
def test_bare_name(case: dict[str, Any]) -> None:
    found = [m.name for m in mentions(case["text"]) if m.kind == "person" and m.name]
    assert found == case["gives"]


@pytest.mark.parametrize("case", NAMES["not"], ids=lambda c: c["text"][:20])
def test_name_of_something_else(case: dict[str, Any]) -> None:
    found = [m.name for m in mentions(case["text"]) if m.kind == "person"]
    assert found == [], case["why"]


@pytest.mark.parametrize(
    ("text", "anaphor", "number"),
    [
        ("同氏は答えた。", "same", 1),
        ("両氏は会った。", "both", 2),
        ("3首脳は並んだ。", "both", 3),
        ("首相は官邸に戻った。", "title", 1),
        ("ケニア国防相は応じた。", "title", 1),
        ("大統領夫妻が出迎えた。", "family", 2),
        ("双方は合意した。", "sides", 2),
        ("両国の関係は深い。", "both", 2),
    ],
)
def test_stand_in(text: str, anaphor: str, number: int) -> None:
    assert [(m.anaphor, m.number) for m in mentions(text) if m.anaphor] == [(anaphor, number)]


@pytest.mark.parametrize(
    "text",
    [
        "外相でもある同僚が来た。",
        "首相になる。",
        "9人の政策委員が投票した。",
        "首相公邸に入った。",
        "次の大統領が決める。",
    ],
)
def test_a_post_that_stands_for_nobody(text: str) -> None:
    assert [m for m in mentions(text) if m.anaphor == "title"] == []


def test_states_of_a_compound() -> None:
    (m,) = mentions("日米韓が協議した。")
    assert m.parts == ["JPN", "USA", "KOR"]


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet="のはが、。「」()・両同氏中米ロ韓ア・ベン大統領首相外東京側から国防省1 ",
        max_size=40,
    )
)
def test_mentions_lie_in_order_and_apart(text: str) -> None:
    at = 0
    for m in mentions(text):
        assert at <= m.start < m.end <= len(text)
        assert m.start <= m.name_start <= m.name_end <= m.end or not m.name
        at = m.end
