"""Names of states, places, bodies, outlets, documents, weapons and occasions.

The data are `data/*.yml` (how to add to them: docs/knowledge.md). All of it is
looked up by form in one language, so nothing is built for a language that
nobody asks for. Forms are exact: folding of width and case, inflection and
plurals are the language packs' work.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from retinue import resources

LANGUAGES = ("ja", "ko", "en", "ru")

# File, entity kind, first part of the key. Where two kinds share a form the
# earlier file has it: 台湾 is a state before it is an island, NHK a medium
# before it is a company, クレムリン the presidency before it is a building.
FILES = (
    ("countries", "country", "country"),
    ("outlets", "outlet", "outlet"),
    ("bodies", "organisation", "body"),
    ("documents", "document", "document"),
    ("occasions", "occasion", "occasion"),
    ("weapons", "weapon", "weapon"),
    ("places", "place", "place"),
)

# English demonyms that take no -s: Chinese, Dutch, Irish, Swiss, French, Frenchmen …
_INVARIABLE = re.compile(
    r"(?:man|men|ese|sh|ss|ch|ois|[hx]|kabè)$|^(?:Sino|Anglo|Franco|Russo|Brits|Batswana|Hellenic|Nordic)$"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the knowledge base.

    `kind` is an entity kind of FORMAT.md, `subkind` finer (`city`, `agency`,
    `missile`), `country` an ISO alpha-3 code or None for what belongs to no
    one state, `label` the usual English name. `flags` are words of the data
    (`state` and `channel` of outlets, `capital` of places, language codes).
    """

    key: str
    kind: str
    country: str | None
    label: str
    subkind: str = ""
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with its forms in every language."""

    entry: Entry
    forms: dict[str, list[str]]
    note: bool = False  # the data explain why it shares a form with another entry


def rows(file: str) -> Iterator[Row]:
    """The rows of one data file (`countries`, `places`, …), capitals among the places."""
    kind, prefix = next((k, p) for f, k, p in FILES if f == file)
    if file == "countries":
        yield from (_country_row(c) for c in _countries())
        return
    if file == "places":
        yield from (_capital_row(c) for c in _countries() if c.get("capital"))
    for group, members in resources.load(f"knowledge/data/{file}").items():
        country = group if len(group) == 3 and group.isupper() else None
        for member in members:
            yield _row(member, country, kind, prefix)


@cache
def forms(language: str) -> dict[str, Entry]:
    """Every form of a language (`ja`, `ko`, `en`, `ru`) with what it names.

    One form names one thing here; see `FILES` for who has it when several
    claim it. One-character abbreviations are not in it: `country_short`.
    """
    found: dict[str, Entry] = {}
    add = found.setdefault
    for file, _, _ in FILES:
        for row in rows(file):
            for form in row.forms[language]:
                add(form, row.entry)
                # 中点 are dropped as often as written: コートジボワール, ニューヨークタイムズ.
                if "・" in form and len(form) > 5:
                    add(form.replace("・", ""), row.entry)
    return found


@cache
def country(iso: str) -> Entry | None:
    """The state of an ISO alpha-3 code; None where we know none."""
    return next((row.entry for row in rows("countries") if row.entry.country == iso), None)


@cache
def country_names(iso: str, language: str) -> list[str]:
    """The names of a state in a language, the usual one first; empty where unknown."""
    return next((_texts(c.get(language)) for c in _countries() if c["iso"] == iso), [])


@cache
def country_short(language: str, *, alone: bool = False) -> dict[str, str]:
    """One-character abbreviations with the state they stand for (`米` → `USA`).

    They are good in compounds (日米韓, 訪米, 한미); with `alone` only those
    that headlines use as words by themselves.
    """
    return {
        char: c["iso"]
        for c in _countries()
        for char in _texts(c.get("alone" if alone else "short", {}).get(language))
    }


@cache
def body_short(language: str) -> dict[str, str]:
    """One-character abbreviations of bodies with their keys (`欧` → `body:eu`), for compounds."""
    members = [m for g in resources.load("knowledge/data/bodies").values() for m in g]
    return {
        char: f"body:{m[5]['key']}"
        for m in members
        if len(m) > 5 and "short" in m[5]
        for char in m[5]["short"].get(language, [])
    }


@cache
def demonyms(language: str) -> dict[str, str]:
    """Words for people and things of a state, with its code.

    English: adjectives and demonyms, plurals included (`Korean` is left to
    context). Russian: stems of adjectives ending in `-` (`российск-`) and
    demonyms in the nominative. Japanese and Korean make theirs from the
    country's name, so theirs are empty.
    """
    found: dict[str, str] = {}
    for c in _countries():
        words = _texts(c.get("adj", {}).get(language))
        if language == "ru":
            words = [f"{w}-" for w in words] + _texts(c.get("dem"))
        elif language == "en":
            words = [*words, *(f"{w}s" for w in words if _takes_s(w))]
        for word in words:
            found.setdefault(word, c["iso"])
    return found


@cache
def metonyms(language: str) -> dict[str, str]:
    """Places and buildings that stand for a government, with its state: `平壌` → `PRK`."""
    found: dict[str, str] = {}
    for c in _countries():
        capital = c.get("capital", {})
        words = _texts(capital.get(language)) if capital.get("metonym", True) else []
        for word in (*words, *_texts(c.get("metonyms", {}).get(language))):
            found.setdefault(word, c["iso"])
    return found


def get(key: str) -> Entry | None:
    """The entry of a key (`place:pyongyang`); None where there is none."""
    return _by_key().get(key)


def label(key: str) -> str | None:
    """The usual English name behind a key; None where there is none."""
    found = get(key)
    return found.label if found else None


@cache
def _by_key() -> dict[str, Entry]:
    return {row.entry.key: row.entry for file, _, _ in FILES for row in rows(file)}


@cache
def _countries() -> list[dict[str, Any]]:
    data = resources.load("knowledge/data/countries")
    return [*data["countries"], *({**c, "subkind": "former"} for c in data["former"])]


def _country_row(c: dict[str, Any]) -> Row:
    entry = Entry(f"country:{c['iso']}", "country", c["iso"], c["en"][0], c.get("subkind", "state"))
    return Row(entry, {code: _texts(c.get(code)) for code in LANGUAGES})


def _capital_row(c: dict[str, Any]) -> Row:
    capital = c["capital"]
    name = (_texts(capital.get("en")) or [f"{c['en'][0]} capital"])[0]
    entry = Entry(f"place:{slug(name)}", "place", c["iso"], name, "city", frozenset({"capital"}))
    return Row(entry, {code: _texts(capital.get(code)) for code in LANGUAGES})


def _row(member: list[Any], country: str | None, kind: str, prefix: str) -> Row:
    """`[subkind flags…, ja, ko, en, ru, {key, …}]`; forms are parted by `|`."""
    head, *columns = member
    more = columns[4] if len(columns) > 4 else None
    subkind, *flags = head.split()
    texts = {code: text.split("|") if text else [] for code, text in zip(LANGUAGES, columns, strict=False)}
    name = texts["en"][0]
    key = (more and more.get("key")) or slug(name)
    entry = Entry(f"{prefix}:{key}", kind, country, name, subkind, frozenset(flags))
    return Row(entry, texts, bool(more and more.get("shared")))


def slug(name: str) -> str:
    """The key made of an English name: `Sary-Shagan` → `sary-shagan`."""
    plain = unicodedata.normalize("NFD", name.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "")
    return re.sub(r"[^a-z0-9+]+", "-", plain).strip("-")


def _takes_s(word: str) -> bool:
    return word.endswith("German") or not _INVARIABLE.search(word)


def _texts(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []
