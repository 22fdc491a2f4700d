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
from functools import cache
from typing import Any, NamedTuple

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

_NOT_KEY = re.compile(r"[^a-z0-9+]+")
_NO_FLAGS: frozenset[str] = frozenset()

# English demonyms that take no -s: Chinese, Dutch, Irish, Swiss, French, Frenchmen …
_INVARIABLE = re.compile(
    r"(?:man|men|ese|sh|ss|ch|ois|[hx]|kabè)$|^(?:Sino|Anglo|Franco|Russo|Brits|Batswana|Hellenic|Philippine)$"
)


class Entry(NamedTuple):
    """One thing of the knowledge base.

    `kind` is an entity kind of the record, `subkind` finer (`city`, `agency`,
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


class Row(NamedTuple):
    """An entry with its forms in every language."""

    entry: Entry
    forms: dict[str, list[str]]
    note: bool = False  # the data explain why it shares a form with another entry


def rows(file: str) -> Iterator[Row]:
    """The rows of one data file (`countries`, `places`, …), capitals among the places."""
    for entry, columns, note in _raw(file):
        texts = {code: _split(text) for code, text in zip(LANGUAGES, columns, strict=True)}
        yield Row(entry, texts, note)


@cache
def forms(language: str) -> dict[str, Entry]:
    """Every form of a language (`ja`, `ko`, `en`, `ru`) with what it names.

    One form names one thing here; see `FILES` for who has it when several
    claim it. One-character abbreviations are not in it: `country_short`.
    """
    found: dict[str, Entry] = {}
    add = found.setdefault
    column = LANGUAGES.index(language)
    for file, _, _ in FILES:
        for entry, columns, _ in _raw(file):
            for form in _split(columns[column]):
                add(form, entry)
                # 中点 are dropped as often as written: コートジボワール, ニューヨークタイムズ.
                if "・" in form and len(form) > 5:
                    add(form.replace("・", ""), entry)
    return found


@cache
def country(iso: str) -> Entry | None:
    """The state of an ISO alpha-3 code; None where we know none."""
    return next((entry for entry, _, _ in _raw("countries") if entry.country == iso), None)


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

    English: adjectives and demonyms, plurals included (`Korean` alone is left
    to context). Russian: stems of adjectives ending in `-` (`российск-`) and
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
    return {entry.key: entry for file, _, _ in FILES for entry, _, _ in _raw(file)}


@cache
def _countries() -> list[dict[str, Any]]:
    data = resources.load("knowledge/data/countries")
    return [*data["countries"], *({**c, "subkind": "former"} for c in data["former"])]


# An entry, its forms in each of LANGUAGES (a list, or a text parted by `|`), and whether it has a note.
_Raw = tuple[Entry, list[Any], bool]


@cache
def _raw(file: str) -> list[_Raw]:
    if file == "countries":
        return [_country(c) for c in _countries()]
    kind, prefix = next((k, p) for f, k, p in FILES if f == file)
    found = [_capital(c) for c in _countries() if "capital" in c] if file == "places" else []
    for group, members in resources.load(f"knowledge/data/{file}").items():
        country = group if len(group) == 3 and group.isupper() else None
        found += [_member(member, country, kind, prefix) for member in members]
    return found


def _country(c: dict[str, Any]) -> _Raw:
    kind = c.get("subkind", "state")
    entry = Entry(f"country:{c['iso']}", "country", c["iso"], c["en"][0], kind)
    return entry, [c.get(code) for code in LANGUAGES], False


def _capital(c: dict[str, Any]) -> _Raw:
    capital = c["capital"]
    name = (_texts(capital.get("en")) or [f"{c['en'][0]} capital"])[0]
    entry = Entry(f"place:{slug(name)}", "place", c["iso"], name, "city", frozenset({"capital"}))
    return entry, [capital.get(code) for code in LANGUAGES], False


def _member(member: list[Any], country: str | None, kind: str, prefix: str) -> _Raw:
    """`[subkind flags…, ja, ko, en, ru, {key, …}]`; forms are parted by `|`."""
    more = member[5] if len(member) > 5 else {}
    subkind, *flags = member[0].split()
    name = member[3].partition("|")[0]
    key = more.get("key") or slug(name)
    marks = frozenset(flags) if flags else _NO_FLAGS
    return (
        Entry(f"{prefix}:{key}", kind, country, name, subkind, marks),
        member[1:5],
        "shared" in more,
    )


def _split(texts: Any) -> list[str]:
    return texts.split("|") if isinstance(texts, str) else texts or []


def slug(name: str) -> str:
    """The key made of an English name: `Sary-Shagan` → `sary-shagan`."""
    plain = name.lower().replace("'", "")
    if not plain.isascii():
        plain = "".join(
            c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c)
        )
    return _NOT_KEY.sub("-", plain).strip("-")


def _takes_s(word: str) -> bool:
    return word.endswith("German") or not _INVARIABLE.search(word)


def _texts(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []
