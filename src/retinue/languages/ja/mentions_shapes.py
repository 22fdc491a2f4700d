"""The shapes of names of bodies, places and things, and the sheet on which finds are entered."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from retinue.languages.base import Mention
from retinue.languages.ja.mentions_lexicon import lexicon

KINDS = ("outlet", "organisation", "document", "weapon", "occasion", "place")
_LONGEST_SUFFIX = 10
# 大統領府で会談, 外務省に呼び, 防衛省を訪れ: the house of the body
_HERE = re.compile(
    "で(?![はもあす])|[にへ](?=招|迎え|集|到着|呼|入[りっ]|着[いきく])|を(?=訪|後に|出[てる])"
)


class Shapes:
    """bodies.yml in the form the reader wants."""

    def __init__(self) -> None:
        data = lexicon("bodies")
        self.suffix: dict[str, str] = {}
        self.alone: dict[str, str] = {}
        for kind in KINDS:
            for word in data[kind]["suffix"]:
                self.suffix.setdefault(word, kind)
            for word in (*data[kind].get("alone", ()), *data[kind].get("loose", ())):
                self.alone.setdefault(word, kind)
        self.people = frozenset(data["organisation"]["people"])
        self.of_a_state = frozenset(data["organisation"]["of_a_state"])
        self.houses = tuple(data["houses"])
        self.lead = tuple(sorted(data["lead"], key=len, reverse=True))


@cache
def shapes() -> Shapes:
    """The shapes of names, compiled once."""
    return Shapes()


@lru_cache(20_000)
def ending_of(whole: str) -> tuple[str, str]:
    """The ending of a word that tells what it names, and the kind; two "" where none does."""
    s = shapes()
    if whole in s.alone:
        return whole, s.alone[whole]
    size = len(whole)
    for length in range(min(_LONGEST_SUFFIX, size), 0, -1):
        word = whole[size - length :]
        if word in s.people:
            return word, "people" if length < size else ""
        if word in s.suffix and (length < size or word in s.alone):
            return word, s.suffix[word]
        if word in s.alone and length < size:
            return word, s.alone[word]
    return "", ""


@cache
def nominal(pos: str) -> bool:
    """Can a word of this part of speech be part of a name?"""
    return pos.startswith(("名詞", "接頭詞,名詞", "未知語")) and not pos.startswith(
        (
            "名詞,数",
            "名詞,代名詞",
            "名詞,非自立",
            "名詞,副詞可能",
            "名詞,接尾,助数詞",
            "名詞,接尾,副詞可能",
        )
    )


class Sheet:
    """What is found in one paragraph, no two finds at one place. `taken` is not to be entered."""

    def __init__(self, text: str, taken: list[tuple[int, int]]):
        self.text = text
        self.shapes = shapes()
        self.busy = bytearray(len(text) + 1)
        for a, b in taken:
            self.busy[a:b] = b"\1" * (b - a)
        self.found: list[Mention] = []

    def free(self, start: int, end: int) -> bool:
        """Is nothing found there yet?"""
        return self.busy.find(1, start, end) < 0

    def add(
        self,
        kind: str,
        start: int,
        end: int,
        *,
        country: str | None = None,
        key: str | None = None,
        label: str | None = None,
        rule: str = "",
        name: tuple[int, int] | None = None,
    ) -> Mention:
        """Enter a mention; `name` is the span of the bare name, where that is shorter."""
        a, b = name or (start, end)
        if (
            kind == "organisation"
            and self.text.endswith(self.shapes.houses, a, b)
            and _HERE.match(self.text, end)
        ):
            kind, key, label = "place", None, None
        m = Mention(
            kind, start, end, self.text[a:b], a, b, country=country, key=key, label=label, rule=rule
        )
        self.busy[start:end] = b"\1" * (end - start)
        self.found.append(m)
        return m
