"""From the words of a Japanese sentence to noun phrases and predicates, left to right.

The output is flat: what hangs on what is the head-final builder's business
(`languages/headfinal.py`).
"""

from __future__ import annotations

from retinue.languages.base import Case, Clause, Link, Phrase
from retinue.languages.ja import particles
from retinue.languages.ja.nouns import noun_phrase
from retinue.languages.ja.predicates import read_predicate
from retinue.languages.ja.units import (
    Unit,
    is_formal,
    is_light,
    is_noun,
)

_CLOSERS = "」』”）)]】〉》"


class Flow:
    """Reads units into phrases and clauses."""

    def __init__(self, text: str, units: list[Unit]):
        self.text = text
        self.units = units
        self.n = len(units)
        self.starts = {u.start: i for i, u in enumerate(units)}
        for i, u in enumerate(units):
            at = u.start
            while at and text[at - 1] in '「『“”"':  # the mark before a name in quotation marks
                at -= 1
                self.starts.setdefault(at, i)
        self.items: list[Phrase | Clause] = []

    def run(self) -> list[Phrase | Clause]:
        """The items in the order of the text."""
        i = 0
        while i < self.n:
            u = self.units[i]
            if is_noun(u, i, self.units):
                i = self._noun_phrase(i)
            elif u.pos.startswith(("動詞", "形容詞")):
                i = self._verb(i)
            elif u.pos.startswith("名詞"):
                i = self._noun_phrase(i)  # a formal noun behind a marker that ends like a verb
            elif u.text == "、" or u.text == "，":
                if self.items:
                    self.items[-1].comma = True
                i += 1
            else:
                i += 1
        if self.items and isinstance(self.items[-1], Phrase) and not self.items[-1].adnominal:
            self._bare_end()
        return self.items

    def _bare_end(self) -> None:
        """訪朝は23年10月以来。 A sentence that stops at a noun says that it is so."""
        last = self.items[-1]
        if isinstance(last, Phrase) and any(
            isinstance(i, Phrase) and i.case is Case.TOPIC for i in self.items[:-1]
        ):
            clause = Clause(last.end, last.end, "だ", copula=True)
            clause.tail = "nominal"
            if last.date is None:
                self.items.pop()
                clause.complement, clause.start = last, last.start
            self.items.append(clause)

    def _noun_phrase(self, i: int) -> int:
        """Read the noun phrase at unit i, with its marker or the predicate it becomes."""
        first = i
        units = self.units
        i += 1
        while i < self.n and is_noun(units[i], i, units):
            if self._breaks(first, i):
                break
            i += 1
        run = units[first:i]
        nxt = units[i] if i < self.n else None
        if len(run) > 1 and run[-1].text == "中" and self._amid(run):
            return self._amid_clause(run, i)
        if nxt and nxt.token and run[-1].token and is_light(nxt.token) and not is_formal(run[-1]):
            return self._suru(first, i)
        while nxt and nxt.text in particles.focus() and not nxt.pos.startswith("名詞"):
            i += 1
            nxt = units[i] if i < self.n else None
        if nxt and nxt.token and nxt.token.base in ("だ", "です") and nxt.pos.startswith("助動詞"):
            return self._copula(run, i)
        phrase = noun_phrase(self.text, run)
        if (
            nxt
            and nxt.text == "で"
            and phrase.content
            and i + 1 < self.n
            and units[i + 1].text == "、"
        ):
            # …する方針で、…: a copula that goes on
            clause = Clause(phrase.start, nxt.end, "だ", Link.CHAIN, copula=True, comma=True)
            clause.complement = phrase
            self.items.append(clause)
            return i + 2
        self.items.append(phrase)
        if nxt and nxt.text in ("、", "，") and run[-1].token and self._chained_noun(run):
            self._nominal_end(run, phrase, i)
            return i + 1
        case_end = self._marker(phrase, i)
        if case_end is not None:
            return case_end
        if self._ends_here(i) and run[-1].token and not phrase.date:
            self._nominal_end(run, phrase, i)
        return i

    def _breaks(self, first: int, i: int) -> bool:
        """Does a new noun phrase begin at unit i without a marker between?"""
        before, here = self.units[i - 1], self.units[i]
        if before.quote or here.quote:
            return bool(here.quote and not before.quote and before.date)
        if before.date:
            # 29日ソウルで / 2日午後に: the date is a phrase of its own before a name or noun
            return not here.date and here.text not in (
                "以来",
                "以降",
                "付",
                "付け",
                "前",
                "後",
                "ごろ",
                "頃",
            )
        if here.date and here.date is not before.date:
            return True
        # 今回 / 初めて / 同日 and the like stand apart from the noun that follows
        return (
            before.pos.startswith("名詞,副詞可能") and first == i - 1 and here.mention is not None
        )

    def _marker(self, phrase: Phrase, i: int) -> int | None:
        """Give the phrase the case of the marker at unit i; the unit behind it, or None."""
        if i >= self.n:
            return None
        lengths, table = particles.markers()
        here = self.units[i].start
        form = ""
        for length in lengths.get(self.text[here : here + 1], ()):
            if self.text[here : here + length] in table:
                form = self.text[here : here + length]
                break
        while form and not (
            here + len(form) in self.starts or here + len(form) >= self.units[-1].end
        ):
            form = form[:-1]
            while form and form not in table:
                form = form[:-1]
        if self._conjugates(here + len(form)):
            form = form[:1] if form[:1] in table else form  # 演習を始めた: no marker をはじめ
        if not form or not self.units[i].pos.startswith(
            ("助詞", "名詞,接尾", "名詞,非自立", "接続詞", "助動詞")
        ):
            return self._comma_join(phrase, i)
        if form in ("で", "では", "でも") and self.units[i].pos.startswith("助動詞"):
            return None
        case, phrase.adnominal, phrase.joins = table[form]
        phrase.marker = form
        if phrase.quote is not None and case in (Case.WITH, Case.TO, Case.TOPIC, Case.NONE):
            phrase.joins = False
            return self.starts.get(here + len(form), self.n)
        if is_formal(self.units[i - 1]) and phrase.date is None:
            phrase.joins = False
        if not (
            phrase.date is not None and case in (Case.TO, Case.TOPIC, Case.AT, Case.NONE, Case.ALSO)
        ):
            phrase.case = case
        return self.starts.get(here + len(form), self.n)

    def _conjugates(self, end: int) -> bool:
        """Does a verb's ending follow what looks like a marker?"""
        i = self.starts.get(end, 0)
        if not 0 < i < self.n or not self.units[i - 1].pos.startswith("動詞"):
            return False
        return self.units[i].pos.startswith(("助動詞", "動詞,接尾", "動詞,非自立"))

    def _comma_join(self, phrase: Phrase, i: int) -> int | None:
        if self.units[i].text in ("、", "，", "・"):
            last = self.units[i - 1]
            span = last.text.endswith("間") and last.pos.startswith("名詞,接尾")  # 20分間、電話で
            phrase.joins = not (is_formal(last) or span or (last.token and last.text in _TIMES))
            phrase.comma = self.units[i].text != "・"
            return i + 1
        return None

    def _suru(self, first: int, i: int) -> int:
        """会談した, 電話会談し, ロシア訪問する: noun and する are one predicate."""
        run = self.units[first:i]
        noun = run[-1]
        prefix = run[:-1]
        verb = noun.text + "する"
        if noun.pos.startswith("名詞,接尾") and prefix and prefix[-1].token:
            verb = prefix.pop().text + verb  # 老朽化する, 首都入りする
        clause, after = read_predicate(self.text, self.units, i, verb, noun.start)
        if any(u.date for u in prefix):
            cut = max(k for k, u in enumerate(prefix) if u.date) + 1
            self.items.append(noun_phrase(self.text, prefix[:cut]))
            prefix = prefix[cut:]
        if prefix:
            clause.start = prefix[0].start
            clause.prefix = [u.text for u in prefix if not u.mention]
            inner = [u for u in prefix if u.mention]
            if inner:
                p = noun_phrase(self.text, inner)
                p.case = Case.OF
                clause.args.append(p)
        return self._predicate(clause, after)

    def _copula(self, run: list[Unit], i: int) -> int:
        phrase = noun_phrase(self.text, run)
        clause, after = read_predicate(self.text, self.units, i, "だ", phrase.start)
        clause.complement = phrase
        clause.copula = True
        if clause.link is Link.FINAL and not clause.tail and self.units[i].text in ("な",):
            clause.link = Link.ADNOMINAL
        return self._predicate(clause, after)

    def _ends_here(self, i: int) -> bool:
        return (
            i >= self.n
            or self.units[i].text in ("。", "、", "，", "…", "！", "？", "―", "—")
            or self.units[i].text in _CLOSERS
        )

    def _amid(self, run: list[Unit]) -> bool:
        """首都を訪問中の大統領: a verbal noun with its object, going on."""
        before = self.items[-1] if self.items else None
        return (
            run[-2].pos.startswith("名詞,サ変接続")
            and isinstance(before, Phrase)
            and before.case in (Case.OBJECT, Case.TO, Case.WITH, Case.AT)
            and not before.adnominal
        )

    def _amid_clause(self, run: list[Unit], i: int) -> int:
        clause = Clause(run[-2].start, run[-1].end, run[-2].text + "する")
        clause.tail = "ている"
        clause.prefix = [u.text for u in run[:-2] if not u.mention]
        following = self.units[i].text if i < self.n else ""
        clause.link = (
            Link.ADNOMINAL
            if following == "の"
            else Link.CHAIN
            if following in ("で", "に", "、")
            else Link.FINAL
        )
        said = self.units[i + 1].text if following == "だ" and i + 1 < self.n else ""
        if said in ("と", "として"):
            clause.link, clause.connective = Link.QUOTE, said  # 協議中だと語った
            i += 2
        self.items.append(clause)
        return i + 1 if following in ("の", "で", "に", "、") else i

    def _chained_noun(self, run: list[Unit]) -> bool:
        """施設を爆撃、…: a verbal noun that goes on with a comma."""
        before = self.items[-2] if len(self.items) > 1 else None
        if not run[-1].pos.startswith("名詞,サ変接続") or before is None:
            return False
        if isinstance(before, Clause):
            return before.link is Link.QUOTE  # …を支えると約束、…
        led = before.case in (Case.OBJECT, Case.TO, Case.WITH, Case.QUOTE, Case.FROM)
        return led and not before.joins and not before.adnominal

    def _nominal_end(self, run: list[Unit], phrase: Phrase, i: int) -> None:
        """体言止め: 「…を要求。」 「…に到着、」: an eventive noun that closes a clause."""
        before = self.items[-2] if len(self.items) > 1 else None
        verbal = run[-1].pos.startswith("名詞,サ変接続") or run[-1].text in _VERBAL_ENDS
        final = i >= self.n or self.units[i].text in ("。", "…") or i + 1 >= self.n
        led = (isinstance(before, Clause) and before.link in (Link.QUOTE, Link.TO)) or (
            isinstance(before, Phrase)
            and not before.adnominal
            and before.case not in (Case.NONE, Case.TIME)
            and not (before.joins and not before.marker)
        )
        if (
            verbal
            and led
            and (
                final
                or isinstance(before, Clause)
                or (
                    isinstance(before, Phrase)
                    and before.case in (Case.OBJECT, Case.TO, Case.WITH, Case.QUOTE, Case.FROM)
                    and not before.joins
                )
            )
        ):
            self.items.pop()
            self.starts.setdefault(phrase.end, i)
            clause = Clause(run[-1].start, phrase.end, run[-1].text + "する", past=True)
            clause.link = Link.FINAL if final else Link.CHAIN
            clause.tail = "nominal"
            clause.prefix = [u.text for u in run[:-1] if not u.mention]
            inner = [u for u in run[:-1] if u.mention]
            if inner:
                p = noun_phrase(self.text, inner)
                p.case = Case.OF
                clause.args.append(p)
            self.items.append(clause)
        elif final and i >= self.n - 1:
            self.items.pop()
            clause = Clause(phrase.start, phrase.end, "だ", copula=True)
            clause.complement = phrase
            clause.tail = "nominal"
            self.items.append(clause)

    def _verb(self, i: int) -> int:
        u = self.units[i]
        adverbs = particles.adverbs()
        adverb = None
        if self.text.startswith(adverbs, u.start):
            adverb = next(a for a in adverbs if self.text.startswith(a, u.start))
        if adverb is not None and u.start + len(adverb) in self.starts:
            return self.starts[u.start + len(adverb)]
        if self._adverbial(i):
            return i + 1
        base = u.token.base if u.token else u.text
        start = u.start
        nxt = self.units[i + 1] if i + 1 < self.n else None
        stem = u.token is not None and u.token.form == "連用形" and u.pos.startswith("動詞,自立")
        if (
            stem
            and nxt
            and nxt.token
            and nxt.start == u.end
            and nxt.pos.startswith("動詞,自立")
            and nxt.token.base not in ("する", "なる")
        ):
            base = u.text + nxt.token.base  # 降り立つ, 駆け寄る
            i += 1
        clause, after = read_predicate(self.text, self.units, i, base, start)
        return self._predicate(clause, after)

    def _adverbial(self, i: int) -> bool:
        """強く求めた, 近く訪問する: an adjective right before what it modifies is no clause."""
        u = self.units[i]
        if (
            u.token is None
            or u.token.form != "連用テ接続"
            or u.token.base == "ない"
            or i + 1 >= self.n
        ):
            return False
        nxt = self.units[i + 1]
        return (
            nxt.start == u.end
            and nxt.pos.startswith(("動詞,自立", "名詞"))
            and (nxt.token is None or nxt.token.base not in ("する", "なる"))
        )

    def _predicate(self, clause: Clause, i: int) -> int:
        """Add a predicate; a nominalised one becomes a phrase too, with the marker behind it."""
        self.items.append(clause)
        if clause.link is Link.NOMINAL:
            noun = clause.connective or "の"
            phrase = Phrase(clause.start, self.units[i - 1].end, noun, Case.NONE, clause=clause)
            phrase.nouns = [noun]
            clause.modifies = phrase
            self.items.append(phrase)
            after = self._marker(phrase, i) if i < self.n else None
            return i if after is None else after
        if (
            clause.link in _ADVERBIAL
            and i < self.n
            and self.units[i].text in ("に", "は", "も", "には", "にも", "で", "では", "から")
        ):
            return i + 1
        return i


_ADVERBIAL = frozenset(
    (Link.WHEN, Link.AFTER, Link.BEFORE, Link.WHILE, Link.IF, Link.BECAUSE, Link.TO)
)
_TIMES = frozenset("後 前 中 際 時 末 下 以降 以来 直後 直前 当初 現在 当時 今後 一方".split())
_VERBAL_ENDS = frozenset(["入り"])
