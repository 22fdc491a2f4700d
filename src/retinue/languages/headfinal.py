"""The shallow tree of a head-final sentence (Japanese, Korean).

Input: noun phrases with cases and predicates with links, in the order of the
text. Whatever modifies stands before what it modifies, so everything hangs on
something to its right. Cases and links are abstract; no word of any language
stands here. What a pack must add is one question: is this phrase an event?
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from retinue.languages import headfinal_clauses
from retinue.languages.base import Case, Clause, Link, Phrase


def build(
    items: Sequence[Phrase | Clause], eventive: Callable[[Phrase], bool]
) -> tuple[list[Phrase], list[Clause]]:
    """Hang phrases on phrases and clauses; the top phrases and all clauses, in text order."""
    tops = _chains(items, eventive)
    tops = _coordinate(tops)
    clauses = [i for i in items if isinstance(i, Clause)]
    headfinal_clauses.arrange(tops, clauses)
    return [t for t in tops if isinstance(t, Phrase)], clauses


def _chains(
    items: Sequence[Phrase | Clause], eventive: Callable[[Phrase], bool]
) -> list[Phrase | Clause]:
    """Adnominal phrases and clauses go onto the phrase they modify."""
    tops: list[Phrase | Clause] = []
    mods: list[Phrase] = []
    relative: list[Clause] = []
    for item in items:
        phrase = item if isinstance(item, Phrase) else item.complement
        if phrase is not None and phrase.clause is None:
            mods = _take(phrase, mods, eventive)
            relative = _modify(phrase, relative)
        if isinstance(item, Phrase):
            if item.adnominal:
                mods.append(item)
            else:
                tops.append(item)
            continue
        if item.complement is None and mods:
            # 氏の訪れた… / …への派遣決定: what modifies a verb is its argument
            for m in mods:
                m.case = Case.SUBJECT if m.case is Case.OF else m.case
                m.adnominal = False
                tops.append(m)
            mods = []
        tops.append(item)
        if item.link is Link.ADNOMINAL:
            relative.append(item)
    tops.extend(mods)
    tops.sort(key=lambda t: t.start)
    return tops


def _take(phrase: Phrase, mods: list[Phrase], eventive: Callable[[Phrase], bool]) -> list[Phrase]:
    """Hang the waiting modifiers on the phrase; those that wait for a later one are returned."""
    waiting = []
    for m in mods:
        if _passes_by(m, phrase):
            waiting.append(m)
        elif m.case is Case.OF or m.case is Case.TIME or not phrase.adnominal or eventive(phrase):
            phrase.of.append(m)
            m.parent = phrase
        else:
            waiting.append(m)
    return waiting


# What cannot belong to a state, a place or a man, so that it belongs to the noun behind.
_BESIDE = {
    "person": frozenset(("country", "place", "person")),
    "organisation": frozenset(("country",)),
    "country": frozenset(("country",)),
}


def _passes_by(modifier: Phrase, phrase: Phrase) -> bool:
    """首相の中国への訪問, EUのウクライナへの支援: the visitor is not China's, nor the EU Ukraine's."""
    if modifier.case is not Case.OF or modifier.head is None or phrase.head is None:
        return False
    if not phrase.adnominal or phrase.case is Case.OF:
        return False
    return phrase.head.kind in _BESIDE.get(modifier.head.kind, ())


def _modify(phrase: Phrase, relative: list[Clause]) -> list[Clause]:
    """Hang relative clauses on the phrase; 訪朝したロシアの国防相 goes past the country."""
    if not relative:
        return relative
    if phrase.date is not None:
        # 締結した翌日に, 外相が戻る10日に; but 訪朝した29日の様子 modifies what comes behind
        hangs = getattr(phrase.date, "hangs_on", "") == "context"
        if phrase.start != relative[-1].end or (phrase.adnominal and not hangs):
            return relative
    elif phrase.adnominal and phrase.case is Case.OF and _passing(phrase):
        return relative
    phrase.clause = relative[-1]
    for clause in relative:
        clause.modifies = phrase
    return []


def _passing(phrase: Phrase) -> bool:
    """A modifier between a relative clause and its noun: …したロシアの国防相, …する80年目の式典."""
    if phrase.head:
        return phrase.head.kind in ("country", "place", "organisation")
    return phrase.text[:1].isdigit()


def _coordinate(tops: list[Phrase | Clause]) -> list[Phrase | Clause]:
    """Join A and B: the last one carries the case, the others are its `coords`."""
    _coordinate_modifiers(tops)
    out: list[Phrase | Clause] = []
    for item in tops:
        target = item if isinstance(item, Phrase) else item.complement
        if target is not None:
            while out and isinstance(out[-1], Phrase) and _joined(out[-1], target):
                p = out.pop()
                assert isinstance(p, Phrase)
                target.coords[:0] = [*p.coords, p]
                p.parent = target
        out.append(item)
    return out


def _coordinate_modifiers(tops: list[Phrase | Clause]) -> None:
    """AとBのC: A was left outside; it joins B, which modifies C."""
    for i, item in enumerate(tops):
        target = item if isinstance(item, Phrase) else item.complement
        if target is None or not target.of:
            continue
        first = min(target.of, key=lambda p: p.start)
        deepest = first
        while deepest.of and deepest.of[0].start < deepest.start:
            deepest = deepest.of[0]
        for j in range(i - 1, -1, -1):
            p = tops[j]
            if not isinstance(p, Phrase) or not p.joins or p.end > first.start:
                break
            if (
                p.head
                and target.head
                and p.head.kind == target.head.kind
                and not (first.head and first.head.kind == p.head.kind)
            ):
                break  # アメリカの国務長官、韓国の外相と: the heads join, not 国務長官 and 韓国
            for candidate in _levels(first):
                if (
                    p.parent is None
                    and _joined(p, candidate)
                    and not (candidate is not first and _same(p, first))
                ):
                    candidate.coords[:0] = [*p.coords, p]
                    p.parent = candidate
                    break
            if p.parent is None:
                break
    tops[:] = [t for t in tops if not (isinstance(t, Phrase) and t.parent is not None)]


def _levels(phrase: Phrase) -> list[Phrase]:
    out = [phrase]
    while phrase.of:
        phrase = phrase.of[0]
        out.append(phrase)
    return out


def _joined(p: Phrase, q: Phrase) -> bool:
    if not p.joins or p.date is not None or q.date is not None or p.quote or q.quote:
        return False
    if p.case not in (Case.NONE, Case.WITH):
        return False
    return _same(p, q)


def _same(p: Phrase, q: Phrase) -> bool:
    """Do the two denote things of one class?"""
    a, b = p.head, q.head
    if q.case is Case.ALONG and (a is None or b is None):
        return True  # 夫人、娘とともに
    if a is None or b is None:
        return (a is b and p.case is not Case.WITH) or (
            a is b
            and p.case is Case.WITH
            and not p.comma
            and q.case in (Case.OBJECT, Case.OF, Case.NONE)
        )
    if a.kind == b.kind:
        return True
    return {a.kind, b.kind} <= {"organisation", "country"}
