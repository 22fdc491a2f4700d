"""What the finders look up: known names of countries, places, bodies, people; compiled once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from retinue.resources import load


@dataclass(slots=True, frozen=True)
class Known:
    """A thing the knowledge base has under a name."""

    kind: str
    key: str | None = None
    label: str | None = None
    country: str | None = None


@dataclass(slots=True, frozen=True)
class Hit:
    """A known name at `start` to `end` of a paragraph."""

    start: int
    end: int
    known: Known


class Finder:
    """An Aho-Corasick automaton over words; the leftmost and longest win."""

    def __init__(self, words: list[str]):
        self.words = words
        self._machine: Any = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)

    def spans(self, text: str) -> list[tuple[int, int, int]]:
        """(index of the word, start, end), in the order of the text."""
        found: list[tuple[int, int, int]] = self._machine.find_matches_as_indexes(text)
        return found


@cache
def known_things() -> dict[str, Known]:
    """Form -> thing, for all but people."""
    from retinue.languages.ja.mentions_known import things

    return things()


@cache
def thing_finder() -> Finder:
    """Finds known things by name."""
    return Finder(sorted(known_things()))


@cache
def shorts() -> dict[str, str]:
    """One-character abbreviations of countries -> ISO code (米, 露)."""
    from retinue.languages.ja.mentions_known import short_names

    return short_names()


@cache
def lexicon(name: str) -> Any:
    """A data file of the pack."""
    return load(f"languages/ja/{name}")


def is_kanji(c: str) -> bool:
    """A Chinese character (or a sign that repeats one)."""
    return "一" <= c <= "鿿" or c in "々〆ヶ〇" or "㐀" <= c <= "䶿" or "豈" <= c <= "﫿"


def is_kata(c: str) -> bool:
    """A katakana letter or the long mark."""
    return "ァ" <= c <= "ヺ" or c == "ー"
