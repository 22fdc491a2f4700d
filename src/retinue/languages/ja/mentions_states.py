"""States in one letter, and places told by the word before them or by the tokenizer."""

from __future__ import annotations

import re

from retinue.languages.base import Token
from retinue.languages.ja.mentions_lexicon import is_kanji, is_kata, shorts
from retinue.languages.ja.mentions_shapes import Sheet

_COMPOUND = re.compile("[日米韓朝中ロ露英仏独伊印豪台加比越欧]{2,4}")
_NOT_COMPOUND = frozenset(["日日", "日比", "加日", "日加"])
_COMPOUND_STOP = re.compile("[国本東南央部心小高比谷旬間年月頃々立]|米州|央")
_TOWARDS = re.compile(
    "(?:訪|離|対|駐|在|反|親|嫌|来|遣|帰)([日米韓朝中ロ露英仏独伊印豪台加比越])(?![国本東南央部心小高])"
)
_ALONE = re.compile(
    r"(?:^|(?<=[、。・\s「…！？(]))([米韓朝ロ露英仏独伊印豪北])(?=[、がはにをとのへも]|大統領|首相|外相)"
)
_AROUND = re.compile(
    r"(?:首都|近郊|東部|西部|南部|北部|中部|南東部|南西部|北東部|北西部|内陸部|行政都市|港湾都市|州都|県都|拠点都市|都市|町|古都|要衝|激戦地)(?:の)?([ァ-ヺー]{2,}(?:・[ァ-ヺー]+)*)"
)


def states(sheet: Sheet) -> None:
    """日米韓, 訪ロ, 米、: states written in one letter."""
    text = sheet.text
    for m in _COMPOUND.finditer(text):
        a, b = m.span()
        if (a and is_kanji(text[a - 1]) and text[a - 1] not in "前元現駐在両") or not sheet.free(
            a, b
        ):
            continue
        if (b < len(text) and _COMPOUND_STOP.match(text, b)) or (
            a and is_kata(text[a - 1]) and m.group()[0] == "ロ"
        ):
            continue
        if (
            b < len(text) and is_kata(text[b - 1]) and is_kata(text[b])
        ) or m.group() in _NOT_COMPOUND:
            continue
        states = [shorts().get(c) for c in m.group() if c != "欧"]
        parts = [s for s in states if s]
        if len(parts) >= 2 and len(set(parts)) == len(parts):
            sheet.add("country", a, b, rule="states in one letter").parts = parts
    for pattern, rule in ((_TOWARDS, "訪+state"), (_ALONE, "state in one letter")):
        for m in pattern.finditer(text):
            a, b = m.span(1)
            if sheet.free(a, b) and (
                a + 1 >= len(text) or not (is_kata(text[a]) and is_kata(text[a + 1]))
            ):
                iso = shorts().get(m.group(1))
                if iso:
                    sheet.add("country", a, b, country=iso, key=f"country:{iso}", rule=rule)


def unknown_places(sheet: Sheet, tokens: list[Token]) -> None:
    """Places that nobody lists: a name behind 首都 and the like, and what the tokenizer takes for one."""
    for m in _AROUND.finditer(sheet.text):
        if sheet.free(m.start(1), m.end(1)):
            sheet.add("place", m.start(1), m.end(1), rule="首都+name")
    for t in tokens:
        if "地域" in t.pos and t.end - t.start >= 2 and sheet.free(t.start, t.end):
            text = sheet.text
            if t.end < len(text) and (is_kata(text[t.end]) and is_kata(text[t.end - 1])):
                continue
            if (
                t.start
                and is_kata(text[t.start])
                and (is_kata(text[t.start - 1]) or text[t.start - 1] == "・")
            ):
                continue
            sheet.add("place", t.start, t.end, rule="place of the tokenizer")
