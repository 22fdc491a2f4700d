"""What a run of Japanese nouns denotes: its head, its date, the words that say what it is."""

from __future__ import annotations

from retinue.languages.base import Case, Phrase
from retinue.languages.ja.units import Unit, can_act, counted, is_content, words_of

_TRANSPARENT = frozenset(
    "ら 側 など 等 自身 本人 双方 両国 両者 たち 達 一行 陣営 両人 夫妻 ご夫妻 夫婦 一家".split()
)
_DATE_TAIL = frozenset(
    "以来 以降 付 付け 前 後 ごろ 頃 午前 午後 夜 朝 夕 未明 早朝 深夜 正午 過ぎ 昼 夕方 から まで 両日 現在".split()
)


def noun_phrase(text: str, run: list[Unit]) -> Phrase:
    """The phrase of a run of nouns, still without the case that its marker will give it."""
    start, end = run[0].start, run[-1].end
    mentions = [u.mention for u in run if u.mention]
    head = run[-1].mention
    core = _before_name(text, run)
    tail = words_of(core)
    if core is not run:
        head = core[-1].mention
    if (
        head is None
        and mentions
        and (tail[:1] in (["ら"], ["など"]) or all(t in _TRANSPARENT for t in tail))
    ):
        head = mentions[-1]  # 参謀長ら軍首脳
    dates = [u.date for u in run if u.date]
    date = dates[0] if dates and all(u.date or u.text in _DATE_TAIL for u in run) else None
    quotes = [u.quote for u in run if u.quote]
    quote = quotes[0] if quotes else None
    phrase = Phrase(start, end, text[start:end], Case.NONE, head=head, mentions=mentions)
    phrase.nouns, phrase.date, phrase.quote = tail, date, quote
    phrase.content = is_content(tail)
    phrase.between = tail == ["間"]
    phrase.acting = counted(phrase.text) or can_act(tail or ([head.name] if head else []))
    if date is not None:
        phrase.case = Case.TIME
    if quote is not None and run[-1].quote:
        phrase.case = Case.QUOTE
    return phrase


def _before_name(text: str, run: list[Unit]) -> list[Unit]:
    """共同訓練「フリーダムエッジ」: the noun before a name in quotation marks says what it is."""
    for k in range(1, len(run)):
        opens = text[run[k].start - 1] == "「" and text[run[-1].end : run[-1].end + 1] == "」"
        if (
            opens
            and not run[k - 1].pos.startswith(("名詞,接尾", "名詞,数"))
            and all(u.mention is None or u.mention.kind == "occasion" for u in run[k:])
            and not any(u.quote for u in run)
        ):
            return run[:k]
    return run
