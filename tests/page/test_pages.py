"""Pages of our own in the shapes of many outlets, each with what must be read from it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from retinue import page
from retinue.text.fold import fold

PAGES = Path(__file__).parents[1] / "pages"


def _source(expected: Path) -> Path:
    return next(
        p for p in (expected.with_suffix(".txt"), expected.with_suffix(".html")) if p.exists()
    )


@pytest.mark.parametrize("expected", sorted(PAGES.glob("*.json")), ids=lambda p: p.stem)
def test_page(expected: Path) -> None:
    want = json.loads(expected.read_text("utf-8"))
    article = page.extract(page.load(_source(expected)))
    assert article.language == want.pop("language", expected.stem.split("-")[0])
    for kind in ("body", "caption", "heading"):
        if kind in want:
            have = [fold(p.text) for p in article.paragraphs if p.kind == kind]
            opening = want.pop(kind)
            assert len(have) == len(opening), have
            for text, words in zip(have, opening, strict=True):
                assert text.startswith(fold(words))
    if "credits" in want:
        assert [p.credits for p in article.paragraphs if p.kind == "caption"] == want.pop("credits")
    if "original" in want:
        assert article.original is not None
        for field, value in want.pop("original").items():
            assert getattr(article.original, field) == value
    for field, value in want.items():
        assert getattr(article, field) == value, field


def test_what_the_caller_knows_wins() -> None:
    text = (PAGES / "ja-broadcast-shape.txt").read_text("utf-8")
    a = page.extract(text, "https://example.org/1", outlet="北方ニュース", published="2024-12-02")
    assert (a.url, a.outlet) == ("https://example.org/1", "北方ニュース")
    assert a.published == "2024-12-02T06:51:00+09:00", "the page knows the hour of the same day"
    assert page.extract(text, published="2024-12-05").published == "2024-12-05"


def test_a_plain_page_is_fast() -> None:
    text = (PAGES / "ja-chosun-shape.txt").read_text("utf-8")
    page.extract(text)
    start = time.perf_counter()
    for _ in range(20):
        page.extract(text)
    assert (time.perf_counter() - start) / 20 < 0.02, "1 ms on a quiet machine, 20 on any"
