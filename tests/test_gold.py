"""The annotated articles hang together, and the scorer tells right from wrong."""

from __future__ import annotations

import copy
import json
import runpy
from pathlib import Path
from typing import Any

import pytest

from retinue import resources

BENCH = Path(__file__).parents[1] / "bench"
GOLD = sorted((BENCH / "gold").glob("*.gold.json"))
SCORE = runpy.run_path(str(BENCH / "score.py"))


def gold_of(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def keys(item: dict[str, Any]) -> set[str]:
    """The people and things that an event or statement refers to."""
    listed = [
        k for role in ("actor", "counterpart", "attendee", "sources") for k in item.get(role, [])
    ]
    placed = [k for who, _, of in item.get("placement", []) for k in (who, of)]
    return {k for k in (*listed, *placed, item.get("place"), item.get("speaker")) if k}


@pytest.mark.parametrize("path", GOLD, ids=lambda p: p.name)
def test_annotation_rests_on_its_article(path: Path) -> None:
    gold = gold_of(path)
    text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text("utf-8")
    items = [*gold["events"], *gold["statements"]]
    assert [i["at"] for i in items if i["at"] not in text] == []
    assert set().union(*map(keys, items)) <= {*gold["people"], *gold["others"]}
    types = resources.source("events/types")
    known = set(types.get("types", types))
    assert {t for e in gold["events"] for t in (e["type"], *e.get("also", []))} <= known


def annotated() -> tuple[dict[str, Any], dict[str, Any]]:
    """A small annotation and the record that is right by it."""
    passage = "真鍋防衛相は13日、ラウティオ国防相と会談した。"
    who = {"m": "真鍋", "l": "ラウティオ"}
    day = "2025-03-13"
    at = {"paragraph": 0, "start": 0, "end": len(passage)}
    gold = {
        "article": {"language": "ja"},
        "paragraphs": {"body": ["真鍋防衛相は"]},
        "people": {k: {"names": [n], "country": "JPN", "titles": []} for k, n in who.items()},
        "others": {},
        "events": [
            {
                "type": "meet",
                "start": day,
                "end": day,
                "actor": ["m"],
                "counterpart": ["l"],
                "at": "会談した",
            }
        ],
        "statements": [],
    }
    person = {"kind": "person", "label": None, "country": "JPN", "mentions": [], "positions": []}
    roles = [{"role": "actor", "entity": "l"}, {"role": "counterpart", "entity": "m"}]
    event = {
        "type": "meet",
        "status": "occurred",
        "start": day,
        "end": day,
        "place": None,
        "sources": [],
    }
    record = {
        "article": {"language": "ja", "paragraphs": [{"kind": "body", "text": passage}]},
        "entities": [{"id": k, "names": [n], **person} for k, n in who.items()],
        "events": [{**event, "roles": roles, "evidence": [at], "rule": "r"}],
        "statements": [],
    }
    return gold, record


def under(gold: dict[str, Any], record: dict[str, Any]) -> set[str]:
    """The parts that are not perfect."""
    parts = SCORE["Comparison"](gold, record).run().parts
    return {name for name, p in parts.items() if p.f1 < 1}


def test_right_record_is_perfect() -> None:
    # A meeting has no direction: the sides may stand either way round.
    assert under(*annotated()) == set()


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ({"status": "planned"}, {"event status"}),
        ({"start": "2025-03-01", "end": "2025-03-31"}, {"event date"}),
        ({"roles": [{"role": "actor", "entity": "m"}]}, {"event principals"}),
        ({"start": "2025-04-01", "end": "2025-04-01"}, {"events"}),
        ({"type": "visit"}, {"events"}),
        ({"sources": ["m"]}, {"event sources"}),
    ],
)
def test_each_error_costs_its_part(change: dict[str, Any], parts: set[str]) -> None:
    gold, record = annotated()
    record["events"][0].update(change)
    assert under(gold, record) == parts


def test_one_event_answers_for_one() -> None:
    gold, record = annotated()
    record["events"] *= 2
    assert under(gold, record) == {"events"}


def test_optional_event_is_neither_missed_nor_wrong() -> None:
    gold, record = annotated()
    gold["events"][0]["optional"] = True
    assert under(gold, copy.deepcopy(record)) == set()
    assert under(gold, {**record, "events": []}) == set()


def test_floors_only_rise() -> None:
    part = SCORE["Part"](right=1, said=2, wanted=2)
    assert SCORE["raised"]({"events": 0.9}, {"events": part}) == {"events": 0.9}
    assert SCORE["raised"]({"events": 0.3}, {"events": part}) == {"events": 0.49}
