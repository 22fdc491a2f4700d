"""Which language a text is in."""

from __future__ import annotations

import time

import pytest

from retinue import resources
from retinue.text.language import identify

DATA = resources.source("text/language")


@pytest.mark.parametrize("example", DATA["examples"], ids=lambda e: e["text"][:16] or "empty")
def test_examples(example: dict[str, str]) -> None:
    assert identify(example["text"]) == example["language"]


@pytest.mark.parametrize("example", DATA["not"], ids=lambda e: e["why"])
def test_not(example: dict[str, str]) -> None:
    assert identify(example["text"]) != example["language"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("日銀金利据置", None),
        ("Президент Сербии прибыл в Минск", "ru"),
        ("Прем’єр-міністр України заявив про підтримку", "uk"),
        (
            "Президентът на България се срещна с министъра, съобщиха от пресцентъра, че ще има нова среща",
            "bg",
        ),
        ("北朝鮮のКНДР発表を受け、首相は会談した。", "ja"),
        ("국방부는 K2 전차 180대를 Poland에 수출한다고 밝혔다.", "ko"),
        ("NATOとEUとUNはOSCEのWGで議論", "ja"),
        ("中国国家主席在人民大会堂举行仪式欢迎来访的总统", "zh"),
    ],
)
def test_short(text: str, language: str | None) -> None:
    assert identify(text) == language


def test_words_are_words() -> None:
    for language, words in DATA["words"].items():
        assert all(isinstance(w, str) for w in words), (
            f"{language}: YAML reads on and no as booleans"
        )


def test_fast() -> None:
    text = DATA["examples"][0]["text"] * 200
    identify(text)
    start = time.perf_counter()
    for _ in range(50):
        identify(text)
    assert (time.perf_counter() - start) / 50 < 0.01
