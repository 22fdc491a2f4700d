"""Every example in the words of pages gives what it says."""

from __future__ import annotations

from typing import Any

import pytest

from retinue import resources
from retinue.page import bylines, captions, stamps
from retinue.page.words import GROUPS, languages, words
from retinue.text.fold import fold

FILES = ["any", *languages()]


def _rules() -> list[Any]:
    found = []
    for file in FILES:
        data = resources.source(f"page/words/{file}")
        for group in GROUPS:
            found += [
                pytest.param(file, group, r, id=f"{file}: {r['rule']}")
                for r in data.get(group) or ()
            ]
    return found


def _said(file: str, group: str, rule: dict[str, Any], example: Any) -> Any:
    w = words(None if file == "any" else file)
    text = example["text"] if isinstance(example, dict) else example
    compiled = next(r for r in w.rules[group] if r.name == rule["rule"])
    m = compiled.match(fold(text))
    if group in ("bylines", "names", "translators"):
        return bylines.names_of(m, text, w) if m else []
    if group == "originals" and m:
        g = m.groupdict()
        found = stamps.find(g.get("date") or "", w)
        language = w.languages.get(g.get("language") or g.get("language2") or "")
        return {
            "url": g.get("url"),
            "language": language,
            "published": stamps.iso(found[0], None) if found else None,
        }
    return m


@pytest.mark.parametrize(("file", "group", "rule"), _rules())
def test_examples(file: str, group: str, rule: dict[str, Any]) -> None:
    assert rule.get("examples"), "a rule says what it is for"
    assert rule.get("not"), "and what it must leave alone"
    for example in rule["examples"]:
        said = _said(file, group, rule, example)
        if group in ("bylines", "names", "translators"):
            assert said == example["names"], example["text"]
        elif group == "originals":
            want = {k: v for k, v in example.items() if k != "text"}
            assert {k: v for k, v in said.items() if v} == want, example["text"]
        else:
            assert said, example
    for example in rule["not"]:
        assert example["why"]
        said = _said(file, group, rule, example)
        if group == "originals":
            assert not said or not (said["url"] or said["language"] or said["published"])
        else:
            assert not said, example["text"]


@pytest.mark.parametrize("file", FILES)
def test_rule_names_are_unique(file: str) -> None:
    data = resources.source(f"page/words/{file}")
    for group in GROUPS:
        names = [r["rule"] for r in data.get(group) or ()]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("language", "text", "credits"),
    [
        (
            "ja",
            "12日、握手する両首脳=平壌/朝鮮中央通信・聯合ニュース",
            ["朝鮮中央通信", "聯合ニュース"],
        ),
        ("ja", "並んで歩く両首脳＝新華社・AP", ["新華社", "AP"]),
        ("ja", "会談に臨む両外相（共同）", ["共同"]),
        ("ja", "右は首相=28日、行政都市(AFP時事)", ["AFP時事"]),
        ("ja", "握手する両氏。写真：ロイター/アフロ", ["ロイター", "アフロ"]),
        ("ko", "악수하고 있다. [AFP=연합뉴스. 재판매 및 DB 금지]", ["AFP", "연합뉴스"]),
        ("en", "The leaders meet on Monday. (AP Photo/Jane Doe)", ["AP Photo"]),
        ("ru", "Начало беседы / Фото: пресс-служба/ТАСС", ["ТАСС"]),
    ],
)
def test_credits(language: str, text: str, credits: list[str]) -> None:
    assert captions.credits(text, words(language)) == credits
