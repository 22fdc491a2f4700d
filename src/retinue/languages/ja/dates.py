"""What the date grammar needs of Japanese besides its data: numerals, and tense at a glance."""

from __future__ import annotations

import re

_DIGITS = str.maketrans("０１２３４５６７８９．〇零", "0123456789.00")
_KANJI = {c: n for n, c in enumerate("一二三四五六七八九", 1)}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_WORDS = {"元": 1.0, "正": 1.0, "半": 0.5, "ひと": 1.0, "ふた": 2.0, "数": 3.0, "廿": 20.0, "両": 2.0}
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_PAST = re.compile(r"(?<![い見])た(?:。|[」』）)]|$)")
_AHEAD = re.compile(r"予定|見通し|見込み|方針|計画|でしょう|だろう|つもり|意向|たい|はず|ください|ようと")
_PRESENT = re.compile(r"(?:(?<!てい)(?<!あり)ます|(?:行|開|戻|迎え|訪れ|始ま|する)[うくる]?)(?:[。！!]|$)")


def number(words: str) -> float | None:
    """The value of a numeral (12, １２, 十二, 二〇二四, 元, 半); None where it is none."""
    known = _WORDS.get(words)
    if known is not None:
        return known
    plain = words.translate(_DIGITS)
    if _PLAIN.fullmatch(plain):
        return float(plain) if "." in plain else int(plain)
    return _kanji(plain)


def _kanji(words: str) -> int | None:
    if not any(c in _UNITS or c == "廿" for c in words):
        digits = "".join(str(_KANJI.get(c, c)) for c in words)
        return int(digits) if digits.isascii() and digits.isdigit() else None
    total = 0
    current = 0
    for c in words.replace("廿", "二十"):
        if c in _UNITS:
            total += (current or 1) * _UNITS[c]
            current = 0
        elif c in _KANJI:
            current = _KANJI[c]
        elif c.isascii() and c.isdigit():
            current = current * 10 + int(c)
        else:
            return None
    return total + current


def future(text: str, end: int) -> bool | None:
    """Whether the sentence around a date looks ahead (True), back (False) or neither.

    A glance at the words that close the sentence, for a text read without its clauses.
    """
    stop = text.find("。", end)
    rest = text[end : stop + 1 if stop >= 0 else len(text)]
    if _AHEAD.search(rest) or _PRESENT.search(rest[-6:]):
        return True
    return False if _PAST.search(rest[-12:]) else None
