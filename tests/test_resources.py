"""The data files: sources that parse, built files that equal them, rules that carry their proof."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from retinue import resources

NAMES = resources.names()


def entries(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping of a data file, with its path."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            if key not in resources.FOR_PEOPLE:
                yield from entries(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            yield from entries(inner, f"{path}/{n}")


class Strict(yaml.SafeLoader):
    """Refuses a key that stands twice in one mapping, where YAML would keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        twice = {k for k in keys if keys.count(k) > 1}
        assert not twice, f"{twice} stands twice, line {node.start_mark.line + 1}"
        return super().construct_mapping(node, deep)


@pytest.mark.parametrize("name", NAMES)
def test_source_parses_and_repeats_no_key(name: str) -> None:
    text = (resources.ROOT / f"{name}.yml").read_text("utf-8")
    yaml.load(text, Loader=Strict)


@pytest.mark.parametrize("name", NAMES)
def test_built_file_equals_its_source(name: str) -> None:
    built = resources.BUILT / f"{name}.json"
    assert built.exists(), "make build"
    assert built.read_text("utf-8") == resources.built_text(name), "make build"


def test_every_built_file_has_a_source() -> None:
    built = {
        p.relative_to(resources.BUILT).with_suffix("").as_posix()
        for p in resources.BUILT.rglob("*.json")
    }
    assert built <= set(NAMES)


def reason(refused: Any) -> Any:
    """Why: behind the sentence in a pair, or under its own key."""
    return (
        refused[-1] if isinstance(refused, list) and len(refused) > 1 else dict(refused).get("why")
    )


@pytest.mark.parametrize("name", NAMES)
def test_rules_carry_their_examples(name: str) -> None:
    """Where an entry gives examples it gives some, and each `not` says what it prevents."""
    for path, entry in entries(resources.source(name)):
        if "examples" in entry:
            assert entry["examples"], path
        refused = entry.get("not", {})
        reasons = refused.values() if isinstance(refused, dict) else map(reason, refused)
        assert all(reasons), path


@pytest.mark.parametrize("name", NAMES)
def test_no_two_rules_of_a_file_share_a_name(name: str) -> None:
    rules = [
        e["rule"] for _, e in entries(resources.source(name)) if isinstance(e.get("rule"), str)
    ]
    assert sorted(rules) == sorted(set(rules))


def test_stale_built_file_is_rebuilt_in_a_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "ROOT", tmp_path)
    monkeypatch.setattr(resources, "BUILT", tmp_path / "_built")
    source = tmp_path / "a" / "b.yml"
    source.parent.mkdir()
    source.write_text("words: [会談]\nexamples: [会談した。]\n", "utf-8")
    assert resources.load("a/b") == {"words": ["会談"]}
    source.write_text("words: [面会]\n", "utf-8")
    later = (resources.BUILT / "a" / "b.json").stat().st_mtime + 5
    os.utime(source, (later, later))
    resources.load.cache_clear()
    assert resources.load("a/b") == {"words": ["面会"]}
    resources.load.cache_clear()


def test_dossier_has_a_word_for_every_event_type() -> None:
    types = resources.source("events/types")
    assert set(resources.source("views/words")["types"]) == set(types.get("types", types))
