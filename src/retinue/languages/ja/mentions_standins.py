"""Words that stand for somebody or something named elsewhere: 首相, 同氏, 両国."""

from __future__ import annotations

import re
from functools import cache

from retinue.languages.base import Mention, Token
from retinue.languages.ja.mentions_lexicon import Finder, is_kanji, is_kata, lexicon, shorts
from retinue.languages.ja.titles import Post, words

_COUPLE = re.compile("夫妻")
_MANY = re.compile(
    r"[0-9一二三四五六七八九十数](?:人|名|カ国|か国)の$|(?:各国|次|複数|歴代|新たな|新しい|ような|という)の?$|(?:駐在|赴任|着任)(?:する|した|中の)$"
)
# 外相でもある, 臨時大統領を務める, 首相になる: the post itself is spoken of, not its holder.
_NO_HOLDER = re.compile(
    "として(?!も|の名)|の派遣|の人選|でもある|でもあ|である(?!こと)|だった|で、|にあたる|に当たる|に相当|への就任|に就|を務め|を歴任|に任命|に指名|に選出|に選ば|に起用|に昇格"
    "|に当選|に復帰|に復権|になる|になっ|になり|となる|となっ|の座|の職|ポスト|を兼|に再任|に内定|の後任|出身|候補|に転じ|に推|に据え|経験者|不在|とする|とした|を解任|を退任|を辞任"
)
# 2人は今夜…, 4人の閣僚は…: those of the sentence before
_NUMBER = re.compile(
    r"(?:^|(?<=[。、「\s]))([2-6]|[二三四五六])人(?:の(?:首脳|閣僚|外相|指導者))?(?=は|とも|の(?:間|後ろ|会談|対面|右|左))"
)
# 3か国, 日米豪3カ国, 欧州3か国(英仏独), 同3か国
_STATES = re.compile(
    r"(?:欧州|同|上記の?|これら|この|アフリカ|アジア|北欧|中央アジア|サヘル|加盟|[日米韓朝中ロ露英仏独伊印豪台加]{3,7})?([3-9]|[三四五六七])[かカヵヶケ]国(?:\(([日米韓朝中ロ露英仏独伊印豪台加比越]{2,7})\))?(?!目|語)"
)
_OF_STATES = re.compile(
    "(両国|両政府|双方|[3-7三四五][かカヵヶケ]国|[日米韓朝中ロ露英仏独伊印豪台加比越]{2,4})の$"
)
_FIGURES = {"二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7}
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
        if (
            busy.find(1, start, end) >= 0
            or not _word(text, start, end, word)
            or start not in starts
        ):
            continue
        m = Mention(kind, start, end, anaphor=anaphor, number=number, rule=f"stand-in {word}")
        found.append(m)
        busy[start:end] = b"\1" * (end - start)
    _sets(text, busy, found)
    for post in nameless:
        mention = _title_alone(text, post, busy)
        if mention:
            found.append(mention)
            busy[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    return found


def _sets(text: str, busy: bytearray, found: list[Mention]) -> None:
    """2人, 4人の閣僚; 3か国 and what stands before or behind it."""
    for pattern, sign, kind, rule in (
        (_NUMBER, "人", "person", "number of people"),
        (_STATES, "国", "country", "number of states"),
    ):
        if sign not in text:
            continue
        for k in pattern.finditer(text):
            if busy.find(1, k.start(), k.end()) >= 0:
                continue
            number = _FIGURES.get(k.group(1)) or int(k.group(1))
            m = Mention(kind, k.start(), k.end(), anaphor="both", number=number, rule=rule)
            letters = _letters(k, number) if kind == "country" else ""
            if letters:
                at = text.index(letters, k.start())
                m.anaphor, m.name, m.name_start, m.name_end = "", letters, at, at + len(letters)
                m.parts = [shorts()[c] for c in letters]
            found.append(m)
            busy[m.start : m.end] = b"\1" * (m.end - m.start)


def _letters(k: re.Match[str], number: int) -> str:
    """日米韓 of 日米韓3カ国, 英仏独 of 欧州3か国(英仏独), where they are as many as the number says."""
    before = k.string[k.start() : k.start(1)]
    letters = k.group(2) or before
    return letters if len(letters) == number and all(c in shorts() for c in letters) else ""


def _word(text: str, start: int, end: int, word: str) -> bool:
    before = text[start - 1] if start else ""
    after = text[end] if end < len(text) else ""
    if before and is_kanji(before) and word[0] not in "同両":
        return False
    if (
        word in ("彼", "同行", "両者", "三国", "現地", "双方", "同社", "同部", "同院", "同局")
        and after
        and is_kanji(after)
    ):
        return False
    if word == "同行" and (
        text.startswith(("し", "さ", "す", "者", "筋", "を求"), end) or after in "、。"
    ):
        return False
    return not (word == "彼" and (text.startswith("ら", end) or after in "岸方"))


def _title_alone(text: str, post: Post, busy: bytearray) -> Mention | None:
    """首相は…, ロシア国防相は…: a title that stands for its holder."""
    start, end = post.start, post.end
    if post.sort != "title" or busy.find(1, start, end) >= 0:
        return None
    if start and text[start - 1] in "両各同" and not text.startswith("夫妻", end):
        head = text[start - 1]
        if head == "両" and (start < 2 or text[start - 2] != "の"):
            return Mention(
                "person",
                start - 1,
                end,
                anaphor="both",
                number=2,
                titles=post.titles(text),
                rule="両+title",
            )
        if head == "同":
            return Mention(
                "person", start - 1, end, anaphor="same", titles=post.titles(text), rule="同+title"
            )
        return None
    after = text[end] if end < len(text) else ""
    before = text[start - 1] if start else ""
    if post.head in words().many or _NO_HOLDER.match(text, end):
        return None
    if before and (is_kata(before) or is_kanji(before) or before.isdigit()):
        return None
    of = _OF_STATES.search(text, max(0, start - 6), start)
    if of and post.start == start and not (after and (is_kanji(after) or is_kata(after))):
        figure = of.group(1)[0]
        number = _FIGURES.get(figure) or (
            int(figure) if figure.isdigit() else 2 if figure in "両双" else len(of.group(1))
        )
        return Mention(
            "person",
            start,
            end,
            anaphor="both",
            number=number,
            titles=post.titles(text),
            rule="states+title",
        )
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
