"""Every example in `speech.yml` and `hedges.yml` gives what stands beside it."""

from __future__ import annotations

from typing import Any

import pytest

from retinue.resources import source
from sayings import read, shown

# Rules that stand alone, outside the lists of verbs and nouns.
SINGLE = (
    "generic",
    "holding",
    "staged",
    "owned",
    "nameless",
    "viewed",
    "urged",
    "announced",
    "continued",
)


def _entries() -> list[tuple[str, dict[str, Any]]]:
    speech, hedges = source("languages/ja/speech"), source("languages/ja/hedges")
    entries = [
        *speech["verbs"],
        *speech["nouns"],
        *(speech[k] for k in SINGLE),
    ]
    return [(e["rule"], e) for e in (*entries, *hedges["hedges"])]


ENTRIES = _entries()
EXAMPLES = [(rule, x) for rule, e in ENTRIES for x in e["examples"]]
NOTS = [(rule, x) for rule, e in ENTRIES for x in e["not"]]


def test_rule_names_are_unique() -> None:
    names = [rule for rule, _ in ENTRIES]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[x["text"] for _, x in EXAMPLES])
def test_example(rule: str, example: dict[str, Any]) -> None:
    record = read(example["text"])
    found = [shown(record, s) for s in record.statements]
    assert len(found) == len(example["gives"]), found
    for want, have in zip(example["gives"], found, strict=True):
        assert {k: have[k] for k in want} == want


@pytest.mark.parametrize(("rule", "near"), NOTS, ids=[x["text"] for _, x in NOTS])
def test_near_miss(rule: str, near: dict[str, Any]) -> None:
    assert near["why"]
    found = [s for s in read(near["text"]).statements if s.rule == rule]
    assert found == [], near["why"]
