"""Words of Japanese text: MeCab with the IPA dictionary."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from retinue.languages.base import Token


@cache
def _tagger() -> Any:
    import ipadic
    import MeCab

    return MeCab.Tagger(ipadic.MECAB_ARGS)


@lru_cache(maxsize=50_000)
def _features(features: str) -> tuple[str, str, str]:
    """Part of speech (three levels), conjugated form, dictionary form ("" where unknown)."""
    f = features.split(",")
    return f"{f[0]},{f[1]},{f[2]}", f[5], "" if f[6] == "*" else f[6]


def tokenize(text: str) -> list[Token]:
    """The tokens of a text; white space stands between them, in none."""
    tokens: list[Token] = []
    at = 0
    find = text.find
    # Line breaks would end MeCab's input early; a space is as long and cuts no word.
    for line in _tagger().parse(text.replace("\n", " ")).split("\n"):
        surface, tab, features = line.partition("\t")
        if not tab:
            continue
        start = find(surface, at)
        at = start + len(surface)
        pos, form, base = _features(features)
        tokens.append(Token(start, at, surface, pos, base or surface, form))
    return tokens
