"""The days of an event: which date phrase is its own, and what it means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from retinue.dates.expression import Expression
from retinue.dates.passage import Passage
from retinue.dates.spans import Resolved
from retinue.events.arguments import inside
from retinue.events.status import Wording
from retinue.languages.base import Case, Clause, Link, Phrase, Sentence


class Calendar:
    """Resolves the date phrases of an article in the order of the text."""

    def __init__(
        self,
        reference: date | None,
        words: Wording,
        arriving: frozenset[str],
    ):
        self.words = words
        self.arriving = arriving  # verbs of coming: their day is that of what follows
        self.occasions: dict[str, Resolved] = {}
        self.passage = Passage(reference)
        self.reference = reference
        self.read: dict[int, Resolved | None] = {}
        self.context: dict[int, Resolved | None] = {}
        self.clauses: dict[int, Resolved] = {}
        self.children: dict[int, list[Clause]] = {}
        self.captions: dict[int, Resolved] = {}
        self.paragraph = -1

    def enter(self, sentence: Sentence) -> None:
        """Read the dates of the next sentence (quotations inside it come with it)."""
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
            self.passage.paragraph()
        for expression in sentence.dates:
            if id(expression) not in self.read:
                self.context[id(expression)] = self.last
                found = self.read[id(expression)] = self.passage.read(expression)
                if sentence.kind == "caption" and found is not None:
                    self.captions[sentence.paragraph] = found

    def ahead(self, when: Resolved) -> bool:
        """Does it begin after the page appeared?"""
        return bool(self.reference and when.first and when.first > self.reference)

    @property
    def last(self) -> Resolved | None:
        """The date last spoken of."""
        return self.passage.spoken[-1] if self.passage.spoken else None

    def resolve(self, phrase: Phrase, future: bool | None) -> Resolved | None:
        """What a date phrase means; 締結した翌日 hangs on the event of its clause."""
        expression: Expression = phrase.date
        context = self.context.get(id(expression), self.last)
        hangs = expression.hangs_on == "context"
        if phrase.clause is not None and hangs:
            context = (
                self.clauses.get(id(phrase.clause)) or self._own_date(phrase.clause) or context
            )
        elif not future and id(expression) in self.read:
            return self.read[id(expression)]
        if hangs and context is not None and context.precision not in ("day", "period"):
            return context  # the day after something in June: some day of June
        return expression.resolve(self.reference, context, future)

    def _own_date(self, clause: Clause) -> Resolved | None:
        for p in (*clause.args, *clause.shared):
            if p.date is not None:
                return self.resolve(p, None)
        return None

    def of_clause(
        self, clause: Clause, future: bool | None, occasions: bool = False
    ) -> tuple[Resolved | None, str]:
        """The days of a predicate, and where they come from (`own`, `of`, `shared`, `outer`).

        With `occasions`, the day of what is attended is the day of attending (29日の公演を観た).
        """
        own = list(dates_in(clause.args))
        if own:
            return self._pair(clause, own, future) or self._best(own, future), "own"
        modified = self._modified(clause, future) or self._cleft(clause)
        if modified is not None:
            return modified, "own"
        for p in clause.args:
            if occasions or p.case in (Case.AT, Case.BY):
                found = self._of_occasion(p, future)
                if found is not None:
                    return found, "of"
        return self._around(clause, future, occasions)

    def _modified(self, clause: Clause, future: bool | None) -> Resolved | None:
        """外相が帰国する10日: the day that the clause modifies."""
        day = clause.modifies
        if clause.link is not Link.ADNOMINAL or day is None or day.date is None:
            return None
        return None if day.date.hangs_on == "context" else self.resolve(day, future)

    def _around(
        self, clause: Clause, future: bool | None, occasions: bool
    ) -> tuple[Resolved | None, str]:
        """The day from the clauses around a predicate that names none itself."""
        child = self._of_children(clause, future)
        if child is not None:
            return child, "child"
        shared = list(dates_in(clause.shared))
        if shared:
            return self._best(shared, future), "shared"
        came = self._of_arrival(clause)
        if came is not None:
            return came, "outer"
        if (
            clause.link in (Link.WHEN, Link.WHILE, Link.AFTER, Link.BEFORE, Link.CHAIN)
            and clause.parent is not None
        ):
            outer = list(dates_in(clause.parent.args))
            if outer and (clause.link is not Link.CHAIN or outer[0].start < clause.start):
                return self._best(outer, None), "outer"
        if clause.link is Link.ADNOMINAL and clause.parent is not None:
            said = clause.parent.copula or clause.parent.verb in self.words.plans
            if clause.modifies is not None and clause.modifies.content and said:
                return self.of_clause(clause.parent, future, occasions)  # 来週訪れる方向だ
            # 先週末、首都を訪れた大統領とは会っている: the date right before the clause is its too
            begin = min([clause.start, *(p.start for p in clause.args)])
            near = [p for p in clause.parent.args if p.date is not None and 0 <= begin - p.end <= 1]
            if near and clause.past:
                return self._best(near, None), "outer"
        return None, ""

    def _of_occasion(self, phrase: Phrase, future: bool | None) -> Resolved | None:
        """The day of what is attended: 29日の公演, 5月に広島で開かれる会議, or one told before."""
        if phrase.case is Case.QUOTE:
            return None
        nested = list(dates_of(phrase))
        clause = phrase.clause
        for p in inside(phrase):
            held = p.clause
            if not nested and held is not None and held.verb in self.words.taking_place:
                clause, nested = held, list(dates_in(held.args))
        found = (
            self._best(nested, None if clause is not None and clause.past else future)
            if nested
            else None
        )
        names = (
            phrase.head.entity if phrase.head is not None and phrase.head.kind == "occasion" else []
        )
        for e in names:
            if found is not None:
                self.occasions.setdefault(e, found)
            found = found or self.occasions.get(e)
        return found

    def _cleft(self, clause: Clause) -> Resolved | None:
        """国交が回復したのは7月20日: the day stands behind."""
        parent, phrase = clause.parent, clause.modifies
        if clause.link is not Link.NOMINAL or parent is None or phrase is None or not parent.copula:
            return None
        if phrase.case is not Case.TOPIC or phrase not in parent.args:
            return None
        found = [
            p
            for p in (*parent.args, *([parent.complement] if parent.complement else []))
            if p.date is not None
        ]
        return self._best(found, None) if found else None

    def _pair(self, clause: Clause, own: list[Phrase], future: bool | None) -> Resolved | None:
        """7日と8日に訪問し: from the first to the second."""
        first = next((p for p in clause.args if p.date is not None and p.case is Case.WITH), None)
        if first is None or len(own) != 1 or not 0 <= own[0].start - first.end <= 2:
            return None
        a, b = self.resolve(first, future), self.resolve(own[0], future)
        if a is None or b is None or a.first is None or b.last is None or not a.first < b.last:
            return None
        return Resolved(a.first, b.last, "period") if (b.last - a.first).days == 1 else None

    def _of_arrival(self, clause: Clause) -> Resolved | None:
        """27日に首都に降り立った教皇は、大統領と会談した: the day of coming is that of what follows."""
        for p in (*clause.args, *clause.shared):
            came = p.clause
            if (
                p.case in (Case.TOPIC, Case.SUBJECT)
                and came is not None
                and came.verb in self.arriving
            ):
                found = (
                    list(dates_in(came.args)) if came.link is Link.ADNOMINAL and came.past else []
                )
                if found:
                    return self._best(found, None)
        return None

    def _of_children(self, clause: Clause, future: bool | None) -> Resolved | None:
        """8月に首都を訪れた際、支援を求めた: the day of the clause that says when."""
        for child in self.children.get(id(clause), ()):
            if child.link in (Link.WHEN, Link.AFTER) or (child.link is Link.CHAIN and child.comma):
                own = list(dates_in(child.args))
                if not own and child.verb in self.words.following:
                    own = [d for p in child.args for d in dates_of(p)]
                if own:
                    return self._best(own, future if child.link is Link.CHAIN else None)
        return None

    def of_noun(self, phrase: Phrase, future: bool | None) -> tuple[Resolved | None, str]:
        """The days that modify an eventive noun (29日の会談)."""
        found = list(dates_of(phrase))
        relative = phrase.clause
        if not found and relative is not None and relative.verb in self.words.taking_place:
            found = list(dates_in(relative.args))
        return (self._best(found, future), "of") if found else (None, "")

    def stated(self, clause: Clause) -> Resolved | None:
        """前回の訪独は2023年4月だった: the day is what the copula says."""
        said = clause.complement
        return self.resolve(said, None) if said is not None and said.date is not None else None

    def since(self, clause: Clause) -> Resolved | None:
        """訪朝は23年10月以来: the days of the last time before, where the clause gives them."""
        for p in clause.args:
            if p.date is not None and p.date.bound in ("since", "from"):
                plain = replace(p.date, bound="")
                found: Resolved | None = plain.resolve(
                    self.reference, self.context.get(id(p.date)), None
                )
                return found
        return None

    def _best(self, phrases: list[Phrase], future: bool | None) -> Resolved | None:
        """The sharpest of several dates: 3日午前 beside 今年."""
        best: Resolved | None = None
        for p in phrases:
            if p.date.bound in ("since", "after") and len(phrases) > 1:
                continue
            r = self.resolve(p, future)
            if (
                r is not None
                and (r.first is not None or r.last is not None)
                and (best is None or _length(r) < _length(best))
            ):
                best = r
        return best


def dates_in(phrases: list[Phrase]) -> Iterator[Phrase]:
    """Date phrases that stand beside a predicate."""
    for p in phrases:
        for q in p.everyone():
            if q.date is not None and (
                q.case is Case.TIME or q.case in (Case.FROM, Case.UNTIL, Case.AT, Case.TO)
            ):
                yield q


def dates_of(phrase: Phrase) -> Iterator[Phrase]:
    """Date phrases that modify a noun, through other plain modifiers."""
    for p in phrase.of:
        if p.date is not None:
            yield p
        elif p.head is None or p.head.kind == "occasion":
            yield from dates_of(p)


def _length(r: Resolved) -> int:
    if r.first is None or r.last is None:
        return 10_000
    return (r.last - r.first).days
