"""Words that stand for somebody or something named elsewhere: 首相, 同氏, 両国."""

from __future__ import annotations

import re
from functools import cache

from retinue.languages.base import Mention, Token
from retinue.languages.ja.mentions_lexicon import Finder, is_kanji, is_kata, lexicon
from retinue.languages.ja.titles import Post, words

_COUPLE = re.compile("夫妻")
_MANY = re.compile(r"[0-9一二三四五六七八九十数](?:人|名|カ国|か国)の$|(?:各国|次|複数|歴代|新たな|新しい|ような|という)の?$")
# 外相でもある, 臨時大統領を務める, 首相になる: the post itself is spoken of, not its holder.
_NO_HOLDER = re.compile(
    "として(?!も|の名)|でもある|でもあ|である(?!こと)|だった|で、|にあたる|に当たる|に相当|への就任|に就|を務め|を歴任|に任命|に指名|に選出|に選ば|に起用|に昇格"
    "|に当選|に復帰|に復権|になる|になっ|になり|となる|となっ|の座|の職|ポスト|を兼|に再任|に内定|の後任|出身|候補|に転じ|に推|に据え|経験者|不在|とする|とした|を解任|を退任|を辞任"
)
_PARTY = re.compile("一行")
_ENDS_WELL = ("側", "自身", "本人", "夫妻", "一行", "同士")


@cache
def _table() -> tuple[Finder, dict[str, tuple[str, int, str]]]:
    table = {form: (a, n, k) for form, (a, n, k) in lexicon("bodies")["standins"].items()}
    return Finder(sorted(table)), table


def stand_ins(
    text: str, tokens: list[Token], nameless: list[Post], taken: list[tuple[int, int]]
) -> list[Mention]:
    """Mentions with `anaphor` filled; `nameless` are titles that no name goes with."""
    busy = bytearray(len(text) + 1)
    for a, b in taken:
        busy[a:b] = b"\1" * (b - a)
    found: list[Mention] = []
    finder, table = _table()
    starts = {t.start for t in tokens}
    for index, start, end in finder.spans(text):
        word = finder.words[index]
        anaphor, number, kind = table[word]
        if any(busy[start:end]) or not _word(text, start, end, word) or start not in starts:
            continue
        m = Mention(kind, start, end, anaphor=anaphor, number=number, rule=f"stand-in {word}")
        found.append(m)
        busy[start:end] = b"\1" * (end - start)
    for post in nameless:
        mention = _title_alone(text, post, busy)
        if mention:
            found.append(mention)
            busy[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    return found


def _word(text: str, start: int, end: int, word: str) -> bool:
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    if before and is_kanji(before) and word[0] not in "同両":
        return False
    if word in ("彼", "同行", "両者", "三国", "現地", "双方", "同社", "同部", "同院", "同局") and after and is_kanji(after):
        return False
    if word == "同行" and (text.startswith(("し", "さ", "す", "者", "筋", "を求"), end) or after in "、。"):
        return False
    return not (word == "彼" and (text.startswith("ら", end) or after in "岸方"))


def _title_alone(text: str, post: Post, busy: bytearray) -> Mention | None:
    """首相は…, ロシア国防相は…: a title that stands for its holder."""
    start, end = post.start, post.end
    if post.sort != "title" or any(busy[start:end]):
        return None
    if start and text[start - 1] in "両各同" and not text.startswith("夫妻", end):
        head = text[start - 1]
        if head == "両" and (start < 2 or text[start - 2] != "の"):
            return Mention("person", start - 1, end, anaphor="both", number=2, titles=post.titles(text), rule="両+title")
        if head == "同":
            return Mention("person", start - 1, end, anaphor="same", titles=post.titles(text), rule="同+title")
        return None
    after = text[end] if end < len(text) else ""
    before = text[start - 1] if start else ""
    if post.head in words().many or _NO_HOLDER.match(text, end):
        return None
    if before and (is_kata(before) or is_kanji(before) or before.isdigit()):
        return None
    if _MANY.search(text, max(0, start - 6), start):
        return None
    if after and (is_kanji(after) or is_kata(after)) and not text.startswith(_ENDS_WELL, end):
        return None
    m = Mention("person", start, end, anaphor="title", titles=post.titles(text), rule="title alone")
    m.country = next((t.country for t in m.titles if t.country), None)
    if _COUPLE.match(text, end):
        m.end, m.anaphor, m.number = end + 2, "family", 2
    elif _PARTY.match(text, end):
        m.end = end + 2
    return m
