"""What a Japanese sentence is a sequence of, and what its nouns are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from retinue.languages.base import Mention, Quote, Token, endings
from retinue.resources import load


@dataclass(slots=True)
class Unit:
    """A word, a mention, a date or a quotation: what a sentence is a sequence of."""

    start: int
    end: int
    text: str
    token: Token | None = None
    mention: Mention | None = None
    date: Any = None
    quote: Quote | None = None
    pos: str = ""


# Nouns that stand for a clause or a time, not for a thing.
FORMAL = frozenset(
    "こと の もの ため わけ はず よう ところ とき 時 際 間 上 うち 中 後 あと のち 前 以降 以来 場合 一方 つもり ほど".split()
)
# 4人, 両氏, 3カ国: they act for those they are counted from.
_COUNTED = re.compile(r"[0-9数両]+(?:人|氏|首脳|者|[カか]国|国|外相|閣僚)$")
_PLURALS = frozenset(["ら", "たち", "達", "など", "等"])


@cache
def _acting() -> frozenset[str]:
    return frozenset(load("languages/ja/particles")["acting"])


def words_of(run: list[Unit]) -> list[str]:
    """The words behind the last mention; a number with its counter is left out.

    弾道ミサイル1発 → 弾道 ミサイル; 第2回戦略対話 → 戦略 対話; 5日間 → 5 日 間.
    """
    if len(run) == 1 and run[0].token and not run[0].date:
        return [run[0].text]
    blocks: list[list[str]] = [[]]
    counted = False
    for u in run:
        if u.mention:
            blocks, counted = [[]], False
        elif u.date is not None:
            continue
        elif u.pos.startswith("名詞,数"):
            counted = True
            if blocks[-1]:
                blocks.append([])
        elif counted and u.pos.startswith("名詞,接尾"):
            continue
        else:
            counted = False
            blocks[-1].append(u.text)
    full = [b for b in blocks if b and b != ["第"]]
    if full:
        last = full[-1]
        while len(last) > 1 and (last[-1] in _PLURALS or last[-1] == "第"):
            last = last[:-1]
        return last
    if any(u.mention for u in run):
        return []  # 防空ミサイル350発: a name and how many
    return [u.text for u in run if u.date is None]


@cache
def _content_nouns() -> frozenset[str]:
    return frozenset(n for nouns in load("languages/ja/status")["nouns"].values() for n in nouns)


def is_content(words: list[str]) -> bool:
    """Is the noun a plan, hope or guess (予定, 可能性), whose content modifies it?"""
    content = _content_nouns()
    return any(end in content for end in endings(words, 3))


def counted(text: str) -> bool:
    """Is it a number of people or states (4人, 両氏)?"""
    return bool(_COUNTED.match(text))


def can_act(words: list[str]) -> bool:
    """Does the noun act for whom it belongs to (戦闘機, 司令官)?"""
    acting = _acting()
    if any(end in acting for end in endings(words, 3)):
        return True
    return bool(words) and (words[-1][-2:] in acting or words[-1][-3:] in acting)


def is_noun(u: Unit, i: int, units: list[Unit]) -> bool:
    """Can the unit stand in a noun phrase?"""
    pos = u.pos
    if not pos or pos.startswith(_NEVER_NOUNS):
        return bool(u.mention or u.date or u.quote)
    if pos.startswith("名詞"):
        # …すること: a formal noun behind a predicate is read with the predicate
        return not (
            pos.startswith("名詞,非自立") and u.text in FORMAL and i > 0 and _verbal(units[i - 1])
        )
    if pos.startswith(("接頭詞", "連体詞")):
        return True
    if (
        pos.startswith("助動詞")
        and u.text in ("な", "なる")
        and i > 0
        and units[i - 1].pos.startswith("名詞")
    ):
        return i + 1 < len(units) and units[i + 1].pos.startswith(("名詞", "接頭詞", "連体詞"))
    return pos.startswith("記号") and u.text in "・＝=&/-－〜～" and 0 < i < len(units) - 1


# Words that stand in no noun phrase: most of a sentence that is no noun.
_NEVER_NOUNS = ("助詞", "動詞", "形容詞", "副詞", "接続詞", "感動詞", "フィラー")


def _verbal(u: Unit) -> bool:
    return u.pos.startswith(("動詞", "助動詞", "形容詞"))


def is_formal(u: Unit) -> bool:
    """Is it a formal or adverbial noun, which neither joins nor takes する?"""
    return u.pos.startswith(("名詞,非自立", "名詞,副詞可能"))


def is_light(token: Token) -> bool:
    """Is it する or できる behind a verbal noun?"""
    return token.pos.startswith("動詞") and token.base in (
        "する",
        "できる",
        "いたす",
        "なさる",
        "為す",
        "致す",
        "出来る",
        "為る",
    )
