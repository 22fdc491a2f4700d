"""The sieve lets no pattern slip that could match."""

from __future__ import annotations

import re

import pytest

from retinue.languages import available, pack
from retinue.statements.wording import wording
from retinue.text.sieve import Sieve, needed


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("見通し(?:だ|を示)", {"見通し"}),
        ("(?:予想|予測)(?:する)?", {"予"}),
        ("(?:恐れ|リスク)がある", {"がある"}),
        ("[可公]", {"可", "公"}),
        ("(?:予想)?される", {"される"}),
        ("(?:予想){2}", {"予想"}),
        ("[^可]", None),
        ("(?:予想|)$", None),
        ("(?i:abc)", None),
        ("(?i)abc", None),
    ],
)
def test_needed(pattern: str, words: set[str] | None) -> None:
    assert needed(re.compile(pattern)) == words


def test_candidates_are_in_order_and_open_patterns_always_among_them() -> None:
    sieve = Sieve([re.compile(p) for p in ("恐れ", ".$", "見通し", "れが")])
    assert sieve.candidates("見通しに恐れがある") == [0, 1, 2, 3]
    assert sieve.candidates("会談した") == [1]


@pytest.mark.parametrize("code", available())
def test_hedges_found_are_candidates(code: str) -> None:
    words = wording(pack(code))
    data = pack(code).resource("hedges")["hedges"]
    assert len(words.patterns) == len(data)
    from retinue.resources import source

    for entry in source(f"languages/{code}/hedges")["hedges"]:
        for example in entry.get("examples", ()):
            text = example["text"] if isinstance(example, dict) else str(example)
            found = [i for i, p in enumerate(words.patterns) if p.search(text)]
            assert set(found) <= set(words.sieve.candidates(text))
