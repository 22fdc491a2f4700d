"""What the date grammar needs of Japanese besides its data: numerals, and tense at a glance."""

from __future__ import annotations

import re

_DIGITS = str.maketrans("０１２３４５６７８９．〇零", "0123456789.00")
_KANJI = {c: n for n, c in enumerate("一二三四五六七八九", 1)}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_WORDS = {
    "元": 1.0,
    "正": 1.0,
    "半": 0.5,
    "ひと": 1.0,
    "ふた": 2.0,
    "数": 3.0,
    "数十": 30.0,
    "廿": 20.0,
    "両": 2.0,
}
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_ENDS = re.compile(r"[。！？!?\n」』]")
_PART = re.compile(r"[、。，！？!?\n「」『』]")
# Verbs and nouns that stand before a noun: 開かれる会議, 予定の訪問; 開かれた会議.
_COMING = re.compile(
    r"(?:(?<!てい)(?<!でい)(?:かれる|われる|予定される|始まる|控える|迎える|訪れる)"
    r"|予定(?:する|の|だ(?!っ))|に控えた)(?=[一-龥々ァ-ヶA-Za-z])"
    r"|(?<!てい)(?<!でい)[るうくすむぶつぐ](?:予定|見通し|見込み|方針|計画|意向|考え|構え|はず"
    r"|よう(?:に)?(?:要請|要求|求|呼|指示|命|提案|働)|こと(?:で|を|に)(?:一致|合意|決|発表|明らか|表明|した)"
    r"|と(?:発表|表明|明らか|述べ|伝え|語|決め))"
)
_GONE = re.compile(
    r"(?:した|された|かれた|われた|った|いた|えた|れた|きた)(?=[一-龥々ァ-ヶA-Za-z])"
)
_WAS = re.compile(r"[ただ]のは、?$")  # 回復したのは7月20日だ
_PAST = re.compile(r"(?<!予定だっ)(?<!見通しだっ)(?<![い見])た$")
_AHEAD = re.compile(
    r"(?:予定|見通し|見込み|方針|計画|つもり|意向|はず)(?:だ|です|となって|という|で)?|でしょう$|だろう$"
    r"|ください$|たい(?:です)?$|(?<!てい)(?<!あり)(?<!あい)ます$"
    r"|(?<!てい)(?<!でい)(?:する|かれる|われる|始まる|訪れる|向かう|戻る|着く|開く|会う|行く|迎える|臨む)$"
)


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


def future(text: str, start: int, end: int) -> bool | None:
    """Whether the clause around a date looks ahead (True), back (False) or neither.

    A glance at the words behind the date, for a text read without its clauses: the
    verb of its own clause if it modifies a noun, else the words that end the sentence.
    """
    if _WAS.search(text[max(0, start - 4) : start]):
        return False
    part = _PART.search(text, end)
    stop = part.start() if part else len(text)
    own = text[end:stop]
    if _COMING.search(own):
        return True
    if _GONE.search(own):
        return False
    close = _ENDS.search(text, end)
    until = close.start() if close else len(text)
    last = text[max(end, until - 12) : until]
    if _PAST.search(last):
        # 29日、訪れる予定だと述べた: the saying is past; other clauses may look ahead.
        return False if until == stop else None
    return True if _AHEAD.search(last) else None
