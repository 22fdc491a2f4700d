"""The date grammar of a language: its `dates.yml` compiled into a few expressions.

`starts` finds the characters at which a date may begin, `opening` reads the
first element there, `element` any later one. Every alternative of every rule is one branch, closed
by an empty group, so that the number of the last group names the rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from retinue import resources

_GROUP = re.compile(r"(?<!\\)\((?:\?P<(\w+)>|(?!\?))")
_MACRO = re.compile(r"\{(\w+)\}")


@dataclass(slots=True, frozen=True)
class Branch:
    """What one alternative of `element` gives: the rule's kind, values and captures."""

    rule: str
    is_: str
    values: dict[str, Any]
    captures: tuple[tuple[int, str], ...]
    vague: bool


@dataclass(slots=True, frozen=True)
class Elements:
    """One alternation, and what its closing groups mean."""

    pattern: re.Pattern[str]
    branches: dict[int, Branch]


@dataclass(slots=True, frozen=True)
class Grammar:
    """A compiled `dates.yml`; `number` reads the language's numerals."""

    code: str
    starts: re.Pattern[str]
    opening: Elements
    element: Elements
    link: re.Pattern[str]
    join: re.Pattern[str]
    close: re.Pattern[str]
    bounds: re.Pattern[str]
    bound_kinds: dict[int, dict[str, Any]]
    amount: re.Pattern[str]
    units: dict[str, str]
    words: dict[str, dict[str, Any]]
    number: Callable[[str], float | None]
    sentence: re.Pattern[str]
    future: Callable[[str, int], bool | None]


@cache
def grammar(code: str) -> Grammar:
    """The grammar of a language; LookupError where the language has none."""
    try:
        data = resources.load(f"languages/{code}/dates")
        adapter = import_module(f"retinue.languages.{code}.dates")
    except (FileNotFoundError, ModuleNotFoundError) as error:
        raise LookupError(f"no date grammar for language {code!r}") from error
    macros: dict[str, str] = data["pieces"]
    rules: list[dict[str, Any]] = data["rules"]
    bounds, bound_kinds = _bounds(data["bounds"], macros)
    return Grammar(
        code=code,
        starts=re.compile(_expand(data["starts"], macros)),
        opening=_compile([r for r in rules if r.get("initial", True)], macros),
        element=_compile(rules, macros),
        link=re.compile(_expand(data["link"], macros)),
        join=re.compile(_expand(data["join"], macros)),
        close=re.compile(_expand(data["close"], macros)),
        bounds=bounds,
        bound_kinds=bound_kinds,
        amount=re.compile(_expand(data["amount"], macros)),
        units=data["units"],
        words=data["values"],
        number=adapter.number,
        sentence=re.compile(data["sentence"]),
        future=adapter.future,
    )


def _expand(pattern: str, macros: dict[str, str]) -> str:
    while True:
        bigger = _MACRO.sub(lambda m: macros[m[1]] if m[1] in macros else m[0], pattern)
        if bigger == pattern:
            return bigger
        pattern = bigger


def _compile(rules: list[dict[str, Any]], macros: dict[str, str]) -> Elements:
    """One alternation of all rules in the order of the file, words longest first."""
    parts: list[str] = []
    branches: dict[int, Branch] = {}
    group = 0
    for rule in rules:
        for pattern, values in _alternatives(rule):
            pattern = _expand(pattern, macros)
            captures = []
            for found in _GROUP.finditer(pattern):
                group += 1
                if found[1]:
                    captures.append((group, found[1].rstrip("0123456789")))
            pattern = re.sub(r"\(\?P<\w+>", "(", pattern)
            group += 1
            parts.append(f"(?:{pattern})()" if "|" in pattern else f"{pattern}()")
            branches[group] = Branch(
                rule["name"],
                rule["is"],
                values,
                tuple(captures),
                rule.get("vague", False),
            )
    return Elements(re.compile("|".join(parts)), branches)


def _alternatives(rule: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The patterns of a rule, each with its values."""
    values: dict[str, Any] = rule.get("value", {})
    found: list[tuple[str, dict[str, Any]]] = [(p, values) for p in rule.get("patterns", [])]
    after = rule.get("unless_next", "")
    before = rule.get("unless_before", "")
    words: dict[str, Any] | list[str] = rule.get("words", {})
    for word in sorted(words, key=len, reverse=True):
        own = values
        if isinstance(words, dict):
            given = words[word]
            own = {**values, **(given if isinstance(given, dict) else {rule["gives"]: given})}
        pattern = re.escape(word) + (f"(?!{after})" if after else "")
        found.append(((f"(?<!{before})" if before else "") + pattern, own))
    return found


def _bounds(
    entries: list[dict[str, Any]], macros: dict[str, str]
) -> tuple[re.Pattern[str], dict[int, dict[str, Any]]]:
    parts = []
    kinds = {}
    for number, entry in enumerate(entries, 1):
        parts.append(f"(?:{_expand(entry['pattern'], macros)})()")
        kinds[number] = entry
    return re.compile("|".join(parts)), kinds
