"""Which of many patterns can match a text at all: one pass over the text for all of them.

A pattern such as `見通し(?:だ|を示)` matches only where 見通し stands. The words
that patterns need are read off their syntax and looked for together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

_MOST = 40  # alternatives; more of them say too little


class Sieve:
    """Patterns by the words of which each needs at least one."""

    def __init__(self, patterns: Sequence[re.Pattern[str]]):
        self._always: list[int] = []
        by_word: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            words = needed(pattern)
            if words is None:
                self._always.append(number)
            for word in words or ():
                by_word.setdefault(word, []).append(number)
        self._numbers = list(by_word.values())
        self._machine: Any = AhoCorasick(list(by_word), matchkind=MatchKind.Standard)

    def candidates(self, text: str) -> list[int]:
        """The numbers of the patterns that may match somewhere in the text, ascending."""
        found = set(self._always)
        for word in {
            hit[0] for hit in self._machine.find_matches_as_indexes(text, overlapping=True)
        }:
            found.update(self._numbers[word])
        return sorted(found)


def needed(pattern: re.Pattern[str]) -> frozenset[str] | None:
    """Words of which every text that the pattern matches has one; None where none can be told."""
    if pattern.flags & re.IGNORECASE:
        return None
    try:
        return _of_row(import_module("re._parser").parse(pattern.pattern))
    except (ImportError, AttributeError):
        return None


def _of_row(items: Iterable[Any]) -> frozenset[str] | None:
    """The best set that any stretch of a row of parsed items needs."""
    best: frozenset[str] | None = None
    run = ""
    for op, value in items:
        if str(op) == "LITERAL":
            run += chr(value)
            continue
        best = _better(best, frozenset([run]) if run else None)
        run = ""
        best = _better(best, _of_item(str(op), value))
    return _better(best, frozenset([run]) if run else None)


def _of_item(name: str, value: Any) -> frozenset[str] | None:
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        return _of_row(value[2]) if value[0] else None
    if name == "SUBPATTERN":
        # (?i:…): its letters stand for others too
        return None if value[1] & re.IGNORECASE else _of_row(value[-1])
    if name == "IN":
        if all(str(op) == "LITERAL" for op, _ in value):
            return frozenset(chr(c) for _, c in value)
        return None
    if name == "BRANCH":
        sets = [_of_row(branch) for branch in value[1]]
        if any(s is None for s in sets):
            return None
        return frozenset().union(*(s for s in sets if s is not None))
    return None


def _better(a: frozenset[str] | None, b: frozenset[str] | None) -> frozenset[str] | None:
    """The set whose shortest word is longer; of equals the smaller."""
    if a is None or b is None:
        return b if a is None else a
    if len(b) > _MOST >= len(a):
        return a
    rank_a, rank_b = (min(map(len, a)), -len(a)), (min(map(len, b)), -len(b))
    return b if rank_b > rank_a else a
