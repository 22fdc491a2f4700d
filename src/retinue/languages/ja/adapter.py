"""The Japanese pack: paragraphs to sentences of phrases and clauses."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import Any

from retinue.dates import scan
from retinue.languages import headfinal
from retinue.languages.base import Case, Clause, Link, Mention, Phrase, Quote, Sentence, Token
from retinue.languages.ja import mentions as ja_mentions
from retinue.languages.ja.brackets import Brackets
from retinue.languages.ja.phrases import Flow
from retinue.languages.ja.tokens import tokenize
from retinue.languages.ja.units import Unit
from retinue.resources import load
from retinue.text.fold import fold


class Japanese:
    """`base.Pack` for Japanese."""

    code = "ja"

    def resource(self, name: str) -> Any:
        """A data file of this pack."""
        return load(f"languages/ja/{name}")

    def verbalise(self, noun: str) -> str:
        """会談 → 会談する."""
        return noun + "する"

    def sentences(self, text: str, paragraph: int, kind: str) -> list[Sentence]:
        """The sentences of a paragraph, quotations inside them analysed in turn."""
        folded = fold(text)
        tokens = tokenize(folded)
        found = ja_mentions.find(folded, tokens, paragraph)
        dates = scan(folded, self.code)
        reader = _Reader(text, folded, tokens, found, dates, paragraph, kind)
        return reader.sentences()


class _Reader:
    """Reads one paragraph."""

    def __init__(
        self,
        text: str,
        folded: str,
        tokens: list[Token],
        mentions: list[Mention],
        dates: list[Any],
        paragraph: int,
        kind: str,
    ):
        self.text, self.folded = text, folded
        self.paragraph, self.kind = paragraph, kind
        self.mentions, self.dates = mentions, dates
        self.brackets = Brackets(folded)
        self.units = _units(folded, tokens, mentions, dates)
        self.unit_ends = [u.end for u in self.units]

    def sentences(self) -> list[Sentence]:
        return self._within(0, len(self.text), False)

    def _within(self, start: int, end: int, quoted: bool) -> list[Sentence]:
        cuts = self.brackets.sentence_ends(start, end)
        out = []
        for a, b in cuts:
            sentence = self._sentence(a, b, quoted)
            if sentence is not None:
                out.append(sentence)
        return out

    def _sentence(self, start: int, end: int, quoted: bool) -> Sentence | None:
        if not self.folded[start:end].strip():
            return None
        sentence = Sentence(
            start, end, self.text[start:end], paragraph=self.paragraph, kind=self.kind
        )
        sentence.quoted = quoted
        quotes = self.brackets.quotes(start, end)
        units: list[Unit] = []
        hidden = self.brackets.notes(start, end)
        if self.kind == "caption":
            hidden += self.brackets.credit(start, end)
        pending = list(quotes)
        skip_to = start
        for i in range(bisect_right(self.unit_ends, start), len(self.units)):
            u = self.units[i]
            if u.start >= end:
                break
            while pending and u.start >= pending[0][0] - 1:
                a, b = pending.pop(0)
                if a < skip_to:
                    continue
                quote = Quote(a, b, self.text[a:b])
                quote.sentences = self._within(a, b, True)
                sentence.quotes.append(quote)
                units.append(Unit(a - 1, b + 1, self.text[a - 1 : b + 1], quote=quote))
                skip_to = b + 1
            if u.start < skip_to or u.text in _MARKS:
                continue
            if hidden and any(a <= u.start < b for a, b in hidden):
                continue
            units.append(u)
        sentence.mentions = [m for m in self.mentions if start <= m.start < end]
        sentence.dates = [d for d in self.dates if start <= d.start < end]
        items = Flow(self.folded, units).run()
        _settle_to(items)
        _mark_leading(items)
        sentence.phrases, sentence.clauses = headfinal.build(items, self._eventive)
        return sentence

    def _eventive(self, phrase: Phrase) -> bool:
        return phrase.noun in _eventive_nouns()


def _settle_to(items: list[Phrase | Clause]) -> None:
    """と behind a present: what somebody says (…すると、外相は述べた) or a condition (…すると増える)."""
    said = _said_verbs()
    clauses = [i for i in items if isinstance(i, Clause)]
    for i, clause in enumerate(clauses):
        if clause.connective != "と" or clause.link not in (Link.WHEN, Link.QUOTE):
            continue
        outer = next((c for c in clauses[i + 1 :] if c.link is not Link.ADNOMINAL), None)
        if outer is not None and outer.verb in said:
            clause.link = Link.QUOTE
        elif clause.link is Link.QUOTE and not clause.past and clause.comma:
            clause.link = Link.WHEN


def _mark_leading(items: list[Phrase | Clause]) -> None:
    """国防相率いる代表団, 国防相を団長とする代表団: who leads what the clause modifies."""
    links = load("languages/ja/links")
    leading, unaccusative = links["leading"], links["unaccusative"]
    for i, item in enumerate(items):
        if not isinstance(item, Clause) or item.link is not Link.ADNOMINAL:
            continue
        item.unaccusative = item.verb in unaccusative
        before = items[i - 1] if i else None
        if item.verb in leading["verbs"] and not item.passive:
            item.leads = (Case.SUBJECT, Case.NONE)
        elif item.verb == "する" and isinstance(before, Phrase) and before.text in leading["posts"]:
            item.leads = (Case.OBJECT,)


@cache
def _said_verbs() -> frozenset[str]:
    return frozenset(load("languages/ja/links")["said"])


_MARKS = frozenset('「」『』“”"〝〟【】〈〉《》')


@cache
def _eventive_nouns() -> frozenset[str]:
    entries = load("languages/ja/triggers")["entries"]
    return frozenset(n for e in entries for n in (*e.get("suru", ()), *e.get("nouns", ())))


def _units(text: str, tokens: list[Token], mentions: list[Mention], dates: list[Any]) -> list[Unit]:
    """Tokens, with those inside a mention or a date merged into one unit."""
    units: list[Unit] = []
    spans = _spans(text, mentions, dates)
    k = at = 0
    count = len(spans)
    for token in tokens:
        end = token.end
        if end <= at:
            continue
        while k < count and spans[k].start < end:
            span = spans[k]
            k += 1
            if span.start < at:
                continue
            if span.start > max(token.start, at):
                units.append(_piece(text, token, max(token.start, at), span.start))
            units.append(span)
            at = span.end
        if end <= at:
            continue
        start = token.start
        if start < at:
            units.append(_piece(text, token, at, end))
        else:
            units.append(Unit(start, end, token.text, token, None, None, None, token.pos))
        at = end
    return units


def _spans(text: str, mentions: list[Mention], dates: list[Any]) -> list[Unit]:
    """Mentions and dates as units; of two that overlap the longer one stands."""
    eventive = _eventive_nouns()
    out: list[Unit] = []
    for m in mentions:
        # 訪朝: a verbal noun that has a country in it
        start = m.start - (text[max(0, m.start - 1) : m.end] in eventive)
        words = text[start : m.end]
        if words in eventive:
            token = Token(start, m.end, words, "名詞,サ変接続,*", words)
            out.append(Unit(start, m.end, words, token=token, pos=token.pos))
        elif m.end > m.start:
            out.append(Unit(m.start, m.end, words, mention=m))
    out += [Unit(d.start, d.end, text[d.start : d.end], date=d) for d in dates]
    out.sort(key=lambda u: (u.start - u.end, u.start))
    kept: list[Unit] = []
    busy = bytearray(len(text))
    for u in out:
        if busy.find(1, u.start, u.end) < 0:
            busy[u.start : u.end] = b"\1" * (u.end - u.start)
            kept.append(u)
    return sorted(kept, key=lambda u: u.start)


def _piece(text: str, token: Token, start: int, end: int) -> Unit:
    part = Token(start, end, text[start:end], token.pos, text[start:end], token.form)
    return Unit(start, end, part.text, token=part, pos=token.pos)


PACK = Japanese()
