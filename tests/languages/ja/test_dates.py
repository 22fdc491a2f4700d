"""Every example of the Japanese date grammar, and its near misses."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from retinue import dates, resources
from retinue.dates.grammar import grammar_of
from retinue.languages.ja.dates import future, number

RULES: list[dict[str, Any]] = resources.source("languages/ja/dates")["rules"]


def _day(value: Any) -> date | None:
    return date.fromisoformat(str(value)) if value is not None else None


EXAMPLES = [(r["name"], *e) for r in RULES for e in r["examples"]]
NEAR_MISSES = [(r["name"], *e) for r in RULES for e in r["not"]]


@pytest.mark.parametrize(("rule", "marked", "reference", "first", "last"), EXAMPLES)
def test_example(rule: str, marked: str, reference: Any, first: Any, last: Any) -> None:
    words = re.search("【(.+?)】", marked)
    assert words is not None
    text = marked.replace("【", "").replace("】", "")
    page = _day(reference)
    expressions = dates.scan(text, "ja", vague=True)
    context = dates.Resolved(page, page) if page else None
    resolved = dates.settle(
        expressions, page, context, [future(text, e.start, max(e.end, e.tail)) for e in expressions]
    )
    start = words.start()
    for e, r in zip(expressions, resolved, strict=True):
        if e.start == start:
            assert e.text.startswith(words[1]) or words[1].startswith(e.text)
            if first is None and last is None:
                return
            assert r is not None
            assert (r.first, r.last) == (_day(first), _day(last))
            assert rule in e.rules
            return
    pytest.fail(f"no date at {words[1]}: {expressions}")


@pytest.mark.parametrize(("rule", "text", "why"), NEAR_MISSES)
def test_near_miss(rule: str, text: str, why: str) -> None:
    for e in dates.scan(text, "ja", vague=True):
        assert rule not in e.rules, f"{e.text}: {why}"


def test_rule_names_are_unique_and_have_examples() -> None:
    names = [r["name"] for r in RULES]
    assert len(names) == len(set(names))
    assert all(r["examples"] and r["not"] for r in RULES)


def test_starts_cover_every_word() -> None:
    """A word that no start reaches would never be found."""
    starts = grammar_of("ja").starts
    for rule in RULES:
        if rule.get("initial", True):
            for word in rule.get("words", {}):
                assert starts.match(word), word


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12),
        ("１２", 12),
        ("十二", 12),
        ("二〇二四", 2024),
        ("三十一", 31),
        ("廿", 20),
        ("千九百四十五", 1945),
        ("元", 1),
        ("0.5", 0.5),
        ("半", 0.5),
        ("山", None),
    ],
)
def test_number(words: str, value: float | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("23日に帰国する予定だ。", True),
        ("23日に帰国した。", False),
        ("23日に会談。", None),
        ("23日に訪れる見通しだと伝えた。", True),
        ("国防相は23日、訪れる予定だと述べた。", None),
        ("23日に開かれる会議を前に会談した。", True),
        ("23日に会合を開くよう要請した。", True),
        ("戻ったのは23日だ。", False),
    ],
)
def test_future(text: str, expected: bool | None) -> None:
    assert future(text, text.index("23日"), text.index("23日") + 3) is expected
