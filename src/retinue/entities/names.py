"""Is one written name a part of another? By script, not by language."""

from __future__ import annotations

import re
from functools import lru_cache

# Where katakana ends the number of a pope or king begins, a word of its own.
_JOINTS = re.compile("[\u30fb\uff1d=\\s]+|(?<=[\u30a1-\u30fa\u30fc])(?=[^\u30a0-\u30ff\uff1d=\\s])")


def ideographic(text: str) -> bool:
    """Is it written in Chinese characters alone?"""
    return bool(text) and all("一" <= c <= "鿿" or c in "々〆ヶ" or "㐀" <= c <= "䶿" for c in text)


@lru_cache(4096)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name: アンドレイ・ベロウソフ has two, 金正恩 one."""
    return tuple(p for p in _JOINTS.split(name) if p)


@lru_cache(16384)
def fit(short: str, full: str) -> int:
    """3 where the names are equal, 2 where `short` is part of `full`, 0 where neither."""
    if short == full:
        return 3
    a, b = parts(short), parts(full)
    if a == b or "".join(a) == "".join(b):
        return 3
    if len(a) < len(b):
        return 2 if _within(a, b) else 0
    if len(a) == len(b) == 1 and ideographic(short) and ideographic(full):
        return 2 if _part_of_unspaced(short, full) else 0
    return 0


@lru_cache(16384)
def likeness(a: str, b: str) -> int:
    """`fit` whichever of the two is part of the other."""
    return fit(a, b) or fit(b, a)


def _within(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    at = 0
    for part in a:
        while at < len(b) and b[at] != part:
            at += 1
        if at == len(b):
            return False
        at += 1
    return True


def _part_of_unspaced(short: str, full: str) -> bool:
    """金 or 正恩 in 金正恩, 岸田 or 文雄 in 岸田文雄."""
    if len(short) >= len(full) or len(full) < 2:
        return False
    if full.startswith(short):
        return len(short) <= 3 and not (len(short) == 2 and len(full) == 3 and False)
    return full.endswith(short) and len(short) >= 2
