"""The words of pages, one file per language beside `any.yml`, compiled when first used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from retinue import resources

_FLAGS = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape of a line. `where` is line, start or end; `weight` is that of a caption's sign.

    `has` are strings of which a line must have one: a quick look before the pattern.
    """

    name: str
    pattern: re.Pattern[str]
    where: str = "line"
    weight: float = 0.0
    sure: bool = True
    has: tuple[str, ...] = ()

    def match(self, line: str) -> re.Match[str] | None:
        """The match in a folded line: whole, at its start or at its end."""
        if self.has:
            for h in self.has:
                if h in line:
                    break
            else:
                return None
        if self.where == "line":
            return self.pattern.fullmatch(line)
        return self.pattern.match(line) if self.where == "start" else self.pattern.search(line)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium as pages name it; `zone` is an IANA zone, "" where it is not settled."""

    name: str
    zone: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """All that is known of the lines of pages in one language."""

    language: str | None
    zone: str | None
    dense: bool
    body: int
    day_first: bool
    nav: frozenset[str]
    menu: re.Pattern[str]
    outlets: dict[str, Outlet]
    agency: re.Pattern[str]
    months: dict[str, int]
    month: str
    halves: dict[str, int]
    eras: dict[str, int]
    zones: dict[str, int]
    languages: dict[str, str]
    labels: dict[str, str]
    label: re.Pattern[str]
    name: re.Pattern[str]
    bureau: re.Pattern[str]
    signature: re.Pattern[str]
    rules: dict[str, tuple[Rule, ...]]
    whole: dict[str, re.Pattern[str]]

    def fits(self, group: str, line: str) -> bool:
        """Whether any rule of a group of whole lines fits a folded line (one pass for all)."""
        return self.whole[group].fullmatch(line) is not None

    def first(self, group: str, line: str) -> tuple[Rule, re.Match[str]] | None:
        """The first rule of a group that fits a folded line."""
        for rule in self.rules[group]:
            if found := rule.match(line):
                return rule, found
        return None


GROUPS = (
    "furniture", "ends", "stops", "bylines", "names", "translators", "originals", "captions", "credits",
)  # fmt: skip


def languages() -> list[str]:
    """The languages that have a file of words."""
    return sorted(p.stem for p in (resources.ROOT / "page/words").glob("*.yml") if p.stem != "any")


@cache
def _known() -> frozenset[str]:
    built = (resources.BUILT / "page/words").glob("*.json")
    return frozenset(languages()) | {p.stem for p in built if p.stem != "any"}


@cache
def words(language: str | None) -> Words:
    """The words of a language with those of every language; the latter alone where it has none."""
    common: dict[str, Any] = resources.load("page/words/any")
    own: dict[str, Any] = resources.load(f"page/words/{language}") if language in _known() else {}
    labels = dict(_labels(common["labels"], own.get("labels", {})))
    months = {**common["months"], **own.get("months", {})}
    rules = {g: tuple(sorted(_rules(g, own, common), key=lambda r: -r.weight)) for g in GROUPS}
    return Words(
        language=language,
        zone=own.get("zone"),
        dense=own.get("dense", common["dense"]),
        body=own.get("body", common["body"]),
        day_first=own.get("day_first", False),
        nav=frozenset(str(n).casefold() for n in (*common["nav"], *own.get("nav", ()))),
        menu=re.compile(_bounded([*common["nav"], *map(str, own.get("nav", ()))], r"\w"), _FLAGS),
        outlets=dict(_outlets([*common["outlets"], *own.get("outlets", ())], own.get("zone"))),
        agency=_agency([*common["agencies"], *own.get("agencies", ())]),
        months={k.casefold(): v for k, v in months.items()},
        month=_either(months) or r"(?!)",
        halves=own.get("halves", {}),
        eras=own.get("eras", {}),
        zones={**common["zones"], **own.get("zones", {})},
        languages=own.get("languages", {}),
        labels=labels,
        label=re.compile(_bounded(labels) or r"(?!)", _FLAGS),
        name=re.compile(own.get("name", common["name"])),
        bureau=re.compile(own.get("bureau", "")),
        signature=re.compile(own.get("signature", r"(?!)") + r"\s*\Z"),
        rules=rules,
        whole={g: _whole(rules[g]) for g in ("furniture", "ends", "stops", "credits")},
    )


def _whole(rules: tuple[Rule, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{r.pattern.pattern})" for r in rules) or r"(?!)", _FLAGS)


def _rules(group: str, *sources: dict[str, Any]) -> Iterator[Rule]:
    for source in sources:
        for entry in source.get(group) or ():
            where = entry.get("where", "line")
            pattern = entry["pattern"] + (r"\s*\Z" if where == "end" else "")
            flags = 0 if group in ("bylines", "names", "translators") else _FLAGS
            yield Rule(
                entry["rule"],
                re.compile(pattern, flags),
                where,
                float(entry.get("weight", 0)),
                bool(entry.get("sure", True)),
                tuple(entry.get("has", ())),
            )


def _labels(*sources: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    for source in sources:
        for kind, texts in source.items():
            yield from ((t.casefold(), kind) for t in texts)


def _outlets(entries: list[dict[str, Any]], zone: str | None) -> Iterator[tuple[str, Outlet]]:
    for e in entries:
        outlet = Outlet(e["name"], e.get("zone", zone))
        yield from ((line.casefold(), outlet) for line in e["lines"])


def _either(texts: Iterable[str]) -> str:
    return "|".join(re.escape(t) for t in sorted(texts, key=len, reverse=True))


def _bounded(texts: Iterable[str], letter: str = "[A-Za-zА-Яа-яЁё]") -> str:
    """Alternatives that do not begin or end inside a word (of an alphabet)."""
    either = _either(texts)
    return f"(?<!{letter})(?:{either})(?!{letter})" if either else ""


def _agency(texts: list[str]) -> re.Pattern[str]:
    return re.compile(_bounded(texts))
