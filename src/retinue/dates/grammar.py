"""The date grammar of a language: its `dates.yml` compiled into a few expressions.

`starts` finds the characters at which a date may begin, `opening` reads an
element there, `further` those that only follow another.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from retinue import resources
from retinue.dates.branches import Branch, Elements

_MACRO = re.compile(r"\{(\w+)\}")


@dataclass(slots=True, frozen=True)
class Grammar:
    """A compiled `dates.yml`; `number` reads the language's numerals."""

    code: str
    starts: re.Pattern[str]
    opening: Elements
    further: Elements
    link: re.Pattern[str]
    again: re.Pattern[str]
    shut: re.Pattern[str]
    several: list[str]
    join: re.Pattern[str]
    close: re.Pattern[str]
    bounds: re.Pattern[str]
    bound_kinds: dict[int, dict[str, Any]]
    amount: re.Pattern[str]
    units: dict[str, str]
    words: dict[str, dict[str, Any]]
    number: Callable[[str], float | None]
    sentence: re.Pattern[str]
    future: Callable[[str, int, int], bool | None]


@cache
def grammar_of(code: str) -> Grammar:
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
        opening=_elements(rules, macros, True),
        further=_elements(rules, macros, False),
        link=re.compile(_expand(data["link"], macros)),
        again=re.compile(_expand(data["again"], macros)),
        shut=re.compile(data["shut"]),
        several=data["several"],
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


def _elements(rules: list[dict[str, Any]], macros: dict[str, str], initial: bool) -> Elements:
    """The alternatives of the rules in the order of the file, words longest first."""
    return Elements(
        [
            Branch.of(_expand(pattern, macros), rule, values)
            for rule in rules
            if rule.get("initial", True) is initial
            for pattern, values in _alternatives(rule)
        ]
    )


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
