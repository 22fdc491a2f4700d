"""The alternatives of a grammar, sorted by the character that each may begin with.

An alternation of three hundred patterns costs microseconds at every place it is
tried. At one character only a few of them can begin; those are compiled together
when that character is first met.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

# Escapes and classes are read over, so that a bracket in them opens no group.
_GROUP = re.compile(r"\\.|\[(?:\\.|[^\]])*\]|(\((?:\?P<(\w+)>|(?!\?)))")
_NAME = re.compile(r"\(\?P<\w+>")


@dataclass(slots=True, frozen=True)
class Branch:
    """One alternative: its pattern, what rule and kind it is of, its values and captures.

    `captures` are the places of its named groups among all its groups, from 1.
    """

    pattern: str
    rule: str
    is_: str
    values: dict[str, Any]
    vague: bool
    captures: tuple[tuple[int, str], ...]
    groups: int

    @classmethod
    def of(cls, pattern: str, rule: dict[str, Any], values: dict[str, Any]) -> Branch:
        """The branch of a pattern with named groups, which may stand twice."""
        names = [m[2] for m in _GROUP.finditer(pattern) if m[1]]
        captures = tuple((n, name) for n, name in enumerate(names, 1) if name)
        plain = _NAME.sub("(", pattern)
        vague = bool(rule.get("vague", False))
        return cls(plain, rule["name"], rule["is"], values, vague, captures, len(names))


Table = tuple[re.Pattern[str], dict[int, tuple[int, Branch]]]


@dataclass(slots=True)
class Elements:
    """Branches in the order in which they are tried."""

    branches: list[Branch]
    _firsts: list[frozenset[str] | None] = field(default_factory=list)
    _tables: dict[str, Table | None] = field(default_factory=dict)
    _shared: dict[tuple[int, ...], Table] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._firsts = [_figures_alike(first_characters(b.pattern)) for b in self.branches]

    def match(self, text: str, at: int) -> tuple[re.Match[str], int, Branch] | None:
        """The first branch that fits at a place, with the number of groups before its own."""
        character = text[at : at + 1]
        try:
            table = self._tables[character]
        except KeyError:
            # All figures share one table: they begin the same things.
            alike = "0" if character.isnumeric() else character
            table = self._tables[character] = self._table(alike)
        if table is None:
            return None
        found = table[0].match(text, at)
        if found is None or found.lastindex is None:
            return None
        before, branch = table[1][found.lastindex]
        return found, before, branch

    def _table(self, character: str) -> Table | None:
        chosen = tuple(
            n for n, first in enumerate(self._firsts) if first is None or character in first
        )
        if not chosen:
            return None
        if chosen not in self._shared:
            self._shared[chosen] = _compile([self.branches[n] for n in chosen])
        return self._shared[chosen]


def _figures_alike(characters: frozenset[str] | None) -> frozenset[str] | None:
    if characters is None:
        return None
    return frozenset("0" if c.isnumeric() else c for c in characters)


def _compile(branches: Iterable[Branch]) -> Table:
    """One alternation; the empty group that closes a branch tells which it was."""
    parts = []
    meaning = {}
    groups = 0
    for branch in branches:
        pattern = f"(?:{branch.pattern})" if "|" in branch.pattern else branch.pattern
        parts.append(f"{pattern}()")
        meaning[groups + branch.groups + 1] = (groups, branch)
        groups += branch.groups + 1
    return re.compile("|".join(parts)), meaning


def first_characters(pattern: str) -> frozenset[str] | None:
    """The characters with which a match may begin; None where that cannot be told."""
    try:
        parser = import_module("re._parser")
        return _first(parser.parse(pattern))
    except (ImportError, AttributeError):
        return None


def _first(items: Any) -> frozenset[str] | None:
    """The first characters of parsed items in a row; None where they may match nothing."""
    found: frozenset[str] = frozenset()
    for op, value in items:
        name = str(op)
        if name in ("AT", "ASSERT", "ASSERT_NOT"):
            continue
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            low, _, inner = value
            more = _first(inner)
            if more is None:
                return None
            found |= more
            if low:
                return found
            continue
        more = _first_of(name, value)
        return None if more is None else found | more
    return None


def _first_of(name: str, value: Any) -> frozenset[str] | None:
    if name == "LITERAL":
        return frozenset(chr(value))
    if name == "IN":
        return _class(value)
    if name == "SUBPATTERN":
        return _first(value[-1])
    if name == "BRANCH":
        found: frozenset[str] = frozenset()
        for each in value[1]:
            more = _first(each)
            if more is None:
                return None
            found |= more
        return found
    return None


def _class(items: Any) -> frozenset[str] | None:
    found = set()
    for op, value in items:
        if str(op) == "LITERAL":
            found.add(chr(value))
        elif str(op) == "RANGE" and value[1] - value[0] < 200:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found)
