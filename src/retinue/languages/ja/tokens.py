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


_SIGNS = {"、": "記号,読点,*", "。": "記号,句点,*", ",": "記号,読点,*"}


@lru_cache(maxsize=1_000)
def _signs(surface: str) -> bool:
    """Several different signs that MeCab takes for one word, as in 正恩(ジョンウン)、."""
    return len(set(surface)) > 1 and not any(c.isalnum() for c in surface)


@lru_cache(maxsize=20_000)
def _word(line: str) -> tuple[str, int, str, str, str] | None:
    """Surface, its length, part of speech (three levels), dictionary form, conjugated form.

    None for a line of MeCab's that is no word. A page repeats most of its lines.
    """
    surface, tab, features = line.partition("\t")
    if not tab:
        return None
    f = features.split(",")
    base = surface if f[6] in ("*", "") else f[6]
    return surface, len(surface), f"{f[0]},{f[1]},{f[2]}", base, f[5]


def tokenize(text: str) -> list[Token]:
    """The tokens of a text; white space stands between them, in none."""
    tokens: list[Token] = []
    at = 0
    find = text.find
    # Line breaks would end MeCab's input early; a space is as long and cuts no word.
    for line in _tagger().parse(text.replace("\n", " ")).split("\n"):
        word = _word(line)
        if word is None:
            continue
        surface, size, pos, base, form = word
        start = find(surface, at)
        at = start + size
        if size > 1 and not surface[-1].isalnum() and _signs(surface):
            tokens += [
                Token(i, i + 1, sign, _SIGNS.get(sign, "記号,一般,*"), sign, "*")
                for i, sign in enumerate(surface, start)
            ]
            continue
        tokens.append(Token(start, at, surface, pos, base, form))
    return tokens
