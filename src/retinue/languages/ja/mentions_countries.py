"""Whose people the mentions of a paragraph are: told by the state before them, a side, or the name."""

from __future__ import annotations

import re

from retinue.languages.base import Mention, Token
from retinue.languages.ja.mentions_lexicon import is_kanji
from retinue.languages.ja.mentions_signs import names

_CHAIN = re.compile(r"の(?:[^、。はがをもにでと]{0,12}の)?")
# 韓国からは…外相が出席: of a state, and a name follows at once
_FROM_WHERE = re.compile(
    r"から(?:は|も)?、?(?![^。、]{0,20}(?:訪|帰|来|戻|輸|出国|撤|受け|移|購|得|届|派遣|追放))[一-鿿ァ-ヺー・]{2,}"
)
# キーウ近郊ブチャ, 韓国・慶州, ポーランド南東部の…
_WITHIN = re.compile(
    "の?(?:首都|近郊|郊外|国境|最大都市|[東西南北中]{1,2}部|内陸部|の|・|、)?(?:の|・)?"
)
_LISTED = re.compile("[、とや・,]|ら?(?:と|、|[0-9]+人)|および|及び|並びに|ならびに|に加え|のほか")
_SIDE_OF = re.compile("側(?:から|は|では|も|の|、)?")


def countries(
    text: str, found: list[Mention], starts: dict[int, Token], bodies: dict[int, str]
) -> None:
    """ロシアの…外相, 中国側から…: whose people the mentions are."""
    side: str | None = None
    side_end = 0
    before: Mention | None = None
    for m in found:
        if side and "。" in text[side_end : m.start]:
            side = None
        if m.kind == "person" and (m.name or m.titles) and not m.country:
            m.country = _from_chain(text, before, m)
            if side and (m.country is None or _vague_body(before, side)):
                m.country = side
                m.rule += "+side"
                if not _LISTED.match(text, m.end):
                    side = None  # 中国からは李首相が出るが、…: the next clause is about others
            if m.country is None and id(m) in bodies:
                m.country = bodies[id(m)]
                m.rule += "+body"
            if m.country is None and m.name and _above_states(text, before, m):
                m.rule += "+above states"
            elif m.country is None and m.name and _japanese(m, starts):
                m.country = "JPN"
                m.rule += "+look of the name"
        elif (
            m.country is None
            and m.kind in ("organisation", "document", "weapon")
            and before is not None
        ):
            m.country = _from_chain(text, before, m)
        if (
            m.kind == "place"
            and m.country is None
            and before
            and before.country
            and before.kind in ("place", "country")
        ):
            m.country = before.country if _WITHIN.fullmatch(text, before.end, m.start) else None
        if (
            m.kind in ("country", "organisation")
            and m.country
            and text.startswith("から", m.end)
            and _FROM_WHERE.match(text, m.end)
        ):
            side, side_end = m.country, m.end
        if m.rule == "…側" and m.country and _SIDE_OF.match(text, m.end - 1):
            after = text[m.end : m.end + 2]
            if after[:1] in ("は", "か", "で", "も", "、") or after == "の代":
                side, side_end = m.country, m.end
        before = m


def _vague_body(before: Mention | None, side: str) -> bool:
    """国家安全保障会議 is several states' name for theirs; whose side is told decides."""
    return bool(
        before
        and before.kind == "organisation"
        and before.rule == "known"
        and before.country != side
    )


def _above_states(text: str, before: Mention | None, m: Mention) -> bool:
    """国連の…事務次長 serves no state, whatever the name."""
    return bool(
        before
        and before.kind == "organisation"
        and before.key
        and before.country is None
        and _CHAIN.fullmatch(text, before.end, m.start)
    )


def _from_chain(text: str, before: Mention | None, m: Mention) -> str | None:
    if before is None or before.kind not in ("country", "organisation", "outlet", "place"):
        return None
    joined = before.end == m.start and before.kind != "place"
    # 韓国・東国大の…: the dot says where the body is
    joined = joined or (m.kind == "organisation" and text[before.end : m.start] == "・")
    if not before.country or not (joined or _CHAIN.fullmatch(text, before.end, m.start)):
        return None
    if before.kind == "place" and before.rule != "known":
        return None
    if before.start and text[before.start - 1] in "駐在":
        return None  # 駐サウジの…大使 is sent there
    if any(t.text.endswith("大使") and "駐" in t.text for t in m.titles) and before.kind == "place":
        return None
    return before.country


def _japanese(m: Mention, starts: dict[int, Token]) -> bool:
    """Does the name look Japanese: a surname of two kanji or more that the tokenizer knows?"""
    first = starts.get(m.name_start)
    if is_kanji(m.name[0]) and any("ぁ" <= c <= "ん" for c in m.name):
        return True
    if (
        len(m.name) >= 4
        and not m.aliases
        and all(is_kanji(c) for c in m.name)
        and not m.name.startswith(names().compound)
    ):
        return True
    if first is None or "人名" not in first.pos or not is_kanji(m.name[0]):
        return False
    if len(first.text) >= 2 and first.end <= m.name_end and not m.aliases:
        return True
    if first.end < m.name_end:
        second = starts.get(first.end)
        both = second is not None and "人名" in second.pos and second.end == m.name_end
        n = names()
        return both and not m.aliases and m.name[0] not in n.korean | n.chinese
    return False
