"""Japanese predicates: the verb with its endings, and how its clause links to what follows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from retinue.languages.base import Clause, Link, Token
from retinue.resources import load


class Word(Protocol):
    """What a predicate is read from (`phrases.Unit`)."""

    start: int
    end: int
    text: str
    token: Token | None
    pos: str


@cache
def _links() -> tuple[dict[str, Link], dict[str, Link]]:
    data = load("languages/ja/links")
    endings = {form: Link(link) for link, forms in data["endings"].items() for form in forms}
    nouns = {form: Link(link) for link, forms in data["nouns"].items() for form in forms}
    return endings, nouns


# Verbs that say nothing of their own behind て: …している, …してきた.
_HELPERS = frozenset(
    "いる ある おく しまう くる いく もらう くれる いただく おる みる みせる くださる ゆく 行く 来る る てる とる あげる やる ほしい 欲しい いい よい".split()
)
_VERBAL = ("動詞,非自立", "形容詞,非自立", "動詞,自立", "形容詞,自立")
_CONDITIONAL = frozenset(("なら", "ならば", "たら", "だら"))
_NEGATIVES = frozenset(["ない", "ぬ", "ん", "ず", "まい"])


def read_predicate(
    text: str, units: Sequence[Word], i: int, verb: str, start: int
) -> tuple[Clause, int]:
    """Read the predicate whose verb word is unit i; the clause and the next unit to read."""
    clause = Clause(start, units[i].end, verb)
    i = _endings(units, i, clause, verb)
    clause.tail = text[clause.end : units[i - 1].end] if units[i - 1].end > clause.end else ""
    words_end = units[i - 1].end
    conditional = units[i - 1].text in _CONDITIONAL
    i = _link(units, i, clause)
    if conditional and clause.link is not Link.ADNOMINAL:
        clause.link = Link.IF
    clause.end = max(clause.end, words_end)
    return clause, i


def _endings(units: Sequence[Word], i: int, clause: Clause, verb: str) -> int:
    """Walk over auxiliaries; the index behind them."""
    if units[i].pos.startswith("助動詞"):
        _mark(units[i], clause)
    i += 1
    n = len(units)
    while i < n:
        u = units[i]
        pos, base = u.pos, u.token.base if u.token else u.text
        if pos.startswith(("助動詞", "動詞,接尾")):
            _mark(u, clause)
            before = units[i - 1].token
            if u.text == "だ" and before is not None and before.form == "連用タ接続":
                clause.past = True  # 臨んだ
        elif pos.startswith("助詞,接続助詞") and u.text in ("て", "で", "ちゃ", "じゃ"):
            j = i + 1
            if j < n and units[j].pos.startswith("助詞,係助詞") and units[j].text in ("は", "も"):
                j += 1
            if _lemma(units, j) not in _HELPERS or not units[j].pos.startswith(_VERBAL):
                break
            i = j
        elif pos.startswith(("動詞,非自立", "形容詞,非自立")):
            _mark(u, clause)
        elif pos.startswith("助詞,係助詞") and _lemma(units, i + 1) in ("ない", "ある"):
            pass  # 会談ではない, 行きはしない
        elif (
            pos.startswith("助詞,接続助詞")
            and u.text == "ば"
            and _lemma(units, i + 1) in ("なる", "いける")
        ):
            clause.tail = "なければならない"
        elif verb == "だ" and pos.startswith("形容詞") and base == "ない":
            clause.negative = True
        elif (verb == "だ" and base == "ある" and pos.startswith("動詞")) or (
            pos.startswith("名詞,接尾") and u.text in ("そう", "方")
        ):
            pass
        else:
            break
        i += 1
    return i


def _lemma(units: Sequence[Word], i: int) -> str:
    """The dictionary form of the word at `i`, "" where none stands there."""
    token = units[i].token if i < len(units) else None
    return token.base if token else ""


def _mark(u: Word, clause: Clause) -> None:
    base = u.token.base if u.token else u.text
    form = u.token.form if u.token else ""
    if base in ("れる", "られる"):
        clause.passive = True
    elif base in ("せる", "させる"):
        clause.causative = True
    elif base in _NEGATIVES:
        clause.negative = not clause.negative or base != "ない"
    elif (
        base in ("た", "だ")
        and u.text in ("た", "だ", "たら", "だら", "だっ")
        and u.pos.startswith("助動詞")
        and form in ("基本形", "仮定形", "連用タ接続")
    ):
        clause.past = u.text in ("た", "だっ") or (base == "た")
    elif u.text in ("た",):
        clause.past = True


def _link(units: Sequence[Word], i: int, clause: Clause) -> int:
    """Set how the clause links to what follows unit i; the next unit to read."""
    endings, nouns = _links()
    n = len(units)
    if i >= n or units[i].text in ("。", "！", "？", "!", "?"):
        return i
    u = units[i]
    if u.text in ("、", "，"):
        clause.link, clause.comma = Link.CHAIN, True
        return i + 1
    forms = _forms(units, i)
    for width in range(len(forms), 0, -1):
        form = forms[width - 1]
        if form in ("ので", "のに") and (width > 1 or _nominal_after_all(units, i)):
            if width > 1:
                continue
            clause.link, clause.connective = Link.NOMINAL, "の"
            return i + 1
        link = endings.get(form)
        if link is not None and u.pos.startswith(
            ("助詞", "助動詞", "接続詞", "動詞", "名詞,非自立", "名詞,接尾")
        ):
            return _linked(units, i + width, clause, link, form)
        link = nouns.get(form) if u.pos.startswith(("名詞", "助詞", "連体詞")) else None
        if link is not None and not (u.token and u.pos.startswith("名詞,サ変")):
            return _linked(units, i + width, clause, link, form)
    if u.pos.startswith(("名詞", "接頭詞", "連体詞", "形容詞", "副詞", "動詞")) or not u.token:
        last = units[i - 1].token
        stem = (
            last is not None and last.form.startswith("連用") and not last.pos.startswith("助動詞")
        )
        clause.link = Link.CHAIN if stem else Link.ADNOMINAL
        return i
    if u.text in ("「", "『", "（", "("):
        clause.link = Link.ADNOMINAL
        return i
    if u.pos.startswith("助詞,格助詞") or u.pos.startswith("助詞,係助詞"):
        clause.link, clause.connective = Link.NOMINAL, ""
        return i
    return i


def _forms(units: Sequence[Word], i: int) -> list[str]:
    """One, two and three words from unit `i` on, as long as they are words."""
    forms: list[str] = []
    form = ""
    for word in units[i : i + 3]:
        if not word.token:
            break
        form += word.text
        forms.append(form)
    return forms


def _nominal_after_all(units: Sequence[Word], i: int) -> bool:
    """…のに続き: の is a noun there, not part of のに."""
    nxt = units[i + 1].text if i + 1 < len(units) else ""
    return nxt[:1] in tuple("続加対伴合比") if units[i].text == "のに" else nxt == "は"


def _linked(units: Sequence[Word], i: int, clause: Clause, link: Link, form: str) -> int:
    clause.link, clause.connective = link, form
    if i < len(units) and units[i].text in ("、", "，"):
        clause.comma = True
        # …と、 behind a plain present is a condition; what is said comes without a break
        if (
            form == "と"
            and link is Link.QUOTE
            and not clause.past
            and units[i - 1].pos.startswith("助詞,接続助詞")
        ):
            clause.link = Link.WHEN
        return i + 1
    return i
