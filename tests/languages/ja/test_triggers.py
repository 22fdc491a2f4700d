"""Every example beside a trigger gives its events; every counter-example stays silent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from retinue import resources
from retinue.events.frames import types
from retinue.reader import read_article
from retinue.record import Article, Event, Paragraph, Record

ENTRIES: list[dict[str, Any]] = resources.source("languages/ja/triggers")["entries"]
EXPECTED = re.compile(r"(\w+)(?:\(([^)]*)\))?")


def record(sentence: str) -> Record:
    article = Article(
        language="ja", published="2024-12-02", paragraphs=[Paragraph("body", sentence)]
    )
    return read_article(article)


def cases(key: str) -> Iterator[tuple[str, str, str]]:
    for entry in ENTRIES:
        for sentence, value in entry.get(key, {}).items():
            yield entry["type"], sentence, value


def stands_for(record: Record, id: str, words: str) -> bool:
    return any(name and name in words for name in record.entity(id).names)


def fits(record: Record, event: Event, sides: str) -> bool:
    if not sides:
        return True
    actor, _, counterpart = (part.strip() for part in sides.partition(";"))
    first, second = event.entities("actor"), event.entities("counterpart")
    if types()[event.type].get("symmetric"):
        first = second = [*first, *second]
    return (not actor or any(stands_for(record, e, actor) for e in first)) and (
        not counterpart or any(stands_for(record, e, counterpart) for e in second)
    )


@pytest.mark.parametrize(("type_", "sentence", "expected"), list(cases("examples")))
def test_example_gives_its_events(type_: str, sentence: str, expected: str) -> None:
    found = record(sentence)
    for wanted, sides in EXPECTED.findall(expected):
        alike = [e for e in found.events if e.type == wanted]
        assert any(fits(found, e, sides) for e in alike), [
            (e.type, [found.entity(i).names for i in e.entities("actor", "counterpart")])
            for e in found.events
        ]


@pytest.mark.parametrize(("type_", "sentence", "why"), list(cases("not")))
def test_counter_example_stays_silent(type_: str, sentence: str, why: str) -> None:
    assert type_ not in [e.type for e in record(sentence).events], why


def test_every_trigger_has_an_example() -> None:
    assert [e["rule"] for e in ENTRIES if not e.get("examples")] == []


def test_rule_names_are_unique() -> None:
    names = [e["rule"] for e in ENTRIES]
    assert sorted(set(names)) == sorted(names)
