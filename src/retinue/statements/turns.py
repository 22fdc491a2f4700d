"""Turns of phrase in which words are said without an ordinary quotation or clause before a verb."""

from __future__ import annotations

from retinue.languages.base import Case, Clause, Link, Phrase, Quote, Sentence
from retinue.statements.report import Report, clause_start, deep_start, keys, saying_of
from retinue.statements.wording import CLAUSE, OBJECT, QUOTE, Wording

_LINE = (Link.FINAL, Link.CHAIN, Link.THOUGH)
_AGENTS = (Case.FROM, Case.BY, Case.TO)
_SAYS = ("person", "organisation", "country")


def urged(clause: Clause, sentence: Sentence, words: Wording) -> Report | None:
    """…するよう求めた: what somebody is asked to do."""
    if clause.verb not in words.sets["urging"] or not _plain(clause):
        return None
    surface = sentence.text[: clause.end - sentence.start]
    if clause.link is not Link.FINAL and surface.endswith(clause.verb):
        return None  # 先送りするよう求める、X国の決議案: it describes a thing
    for p in clause.args:
        asked = p.case in (Case.OBJECT, Case.ALSO) and p.noun in words.sets["act of"]
        if asked and p.clause is not None and p.quote is None:
            return Report(clause, words.urged, CLAUSE, deep_start(p), p.end, body=p.clause)
    for c in reversed(sentence.clauses):
        if c.link is Link.TO and c.parent is clause and c.end <= clause.start:
            if c.connective not in words.sets["so that"]:
                continue
            end = c.end + len(c.connective)
            return Report(clause, words.urged, CLAUSE, clause_start(c), end, body=c)
    return None


def noted(clause: Clause, sentence: Sentence, words: Wording) -> Report | None:
    """「…」だったと認めた: a quotation that a copula takes into what is said."""
    if not _plain(clause):
        return None
    saying = saying_of(clause, CLAUSE, words)
    if saying is None:
        return None
    m = words.forms["noted"].search(sentence.text[: clause.start - sentence.start])
    if m is None:
        return None
    start, end = sentence.start + m.start("said"), sentence.start + m.end("said")
    known = [q for q in sentence.quotes if q.start == start]
    quotes = known or [Quote(start, end, m["said"])]
    return Report(clause, saying, QUOTE, start - 1, end + 1, quotes=quotes)


def because(clause: Clause, sentence: Sentence, words: Wording) -> Report | None:
    """…だからだと説明した: the reason that somebody gives."""
    saying = saying_of(clause, CLAUSE, words) if _plain(clause) else None
    if saying is None:
        return None
    for c in reversed(sentence.clauses):
        if c.link is Link.BECAUSE and c.parent is clause and c.end <= clause.start:
            m = words.forms["reason"].match(sentence.text, c.end - sentence.start)
            if m is not None:
                end = sentence.start + m.end("said")
                return Report(clause, saying, CLAUSE, clause_start(c), end, body=c)
    return None


def inner(clause: Clause, sentence: Sentence, words: Wording) -> Report | None:
    """「…ないよう」くぎを刺した: the quotation stands right before the verb with its object."""
    if not _plain(clause):
        return None
    for p in clause.args:
        q = p.quote
        if q is None or p.case is not Case.OBJECT or q.end + 1 >= p.end:
            continue
        noun = sentence.text[q.end + 1 - sentence.start : p.end - sentence.start]
        saying = words.verbs.get((noun + p.marker + clause.verb, QUOTE))
        if saying is not None:
            return Report(clause, saying, QUOTE, q.start - 1, q.end + 1, quotes=[q])
    return None


def agent(clause: Clause, words: Wording) -> Phrase | None:
    """Xから「…」と脅された: who said what somebody was told."""
    if clause.link not in _LINE or clause.negative:
        return None
    for p in clause.args:
        if p.case in _AGENTS and p.head is not None and p.head.kind in _SAYS:
            return p
    return None


def view(clause: Clause, quote: Quote, words: Wording) -> Phrase | None:
    """「…」と楽観的な見通しを語った: the noun behind the quotation that says what it is."""
    for p in clause.args:
        if p.case is Case.OBJECT and p.start > quote.end and p.noun in words.sets["outlooks"]:
            return p
    return None


def felt(clause: Clause, words: Wording) -> bool:
    """支持を伝えた: whether what a verb of showing has as its object is a feeling or a stance."""
    things = next((t for k in keys(clause, words) if (t := words.things.get((k, OBJECT)))), None)
    if things is None:
        return True
    ends = tuple(things)
    return any(
        p.case in (Case.OBJECT, Case.ALSO)
        and p.text.endswith(ends)
        and (p.text not in things or p.of or p.clause)  # 懸念を伝えた: of what is not told
        for p in clause.args
    )


def _plain(clause: Clause) -> bool:
    return clause.link in _LINE and not clause.passive and not clause.negative
