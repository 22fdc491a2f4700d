"""The places in a sentence where somebody is reported to say something."""

from __future__ import annotations

from collections.abc import Iterator

from retinue.languages.base import Case, Clause, Link, Quote, Sentence
from retinue.statements import turns
from retinue.statements.report import Report, clause_start, deep_start, full, keys, saying_of
from retinue.statements.voices import within
from retinue.statements.wording import ABOUT, CLAUSE, OBJECT, QUOTE, Wording


def find(sentence: Sentence, words: Wording) -> list[Report]:
    """The reports of a sentence in its order, those inside another one left out."""
    found: list[Report] = []
    for clause in sentence.clauses:
        if clause.link is Link.IF or (clause.causative and not _speaks_out(clause)):
            continue
        report = _held(clause, sentence, words)
        if report is None and _may_report(clause, words):
            report = (
                _quoted(clause, sentence, words)
                or _noun(clause, sentence, words)
                or _indirect(clause, sentence, words)
                or turns.noted(clause, sentence, words)
                or turns.inner(clause, sentence, words)
                or turns.because(clause, sentence, words)
                or turns.urged(clause, sentence, words)
                or _thing(clause, words)
                or _staged(clause, sentence, words)
                or _pointing(clause, sentence, words)
            )
        if report is None:
            continue
        found.extend(_earlier(clause, report, words))
        report.stop = report.stop or clause.end
        found.append(report)
    return _outermost(found, sentence)


def _may_report(clause: Clause, words: Wording) -> bool:
    """A quick look, since most clauses report nothing."""
    if words.reports(clause.verb) or any(p.quote is not None for p in clause.args):
        return True
    return clause.complement is not None and clause.complement.text in words.broken


def _quoted(clause: Clause, sentence: Sentence, words: Wording) -> Report | None:
    """「…」と述べた, 「…」と色をなした."""
    by = None
    if clause.passive and clause.verb not in words.sets["honoured"]:
        by = turns.agent(clause, words)
        if by is None:
            return None
    for p in reversed(clause.args):
        if p.quote is None or p.case not in (Case.QUOTE, Case.AS, Case.WITH):
            continue
        behind = _behind(sentence, p.quote)
        if not p.marker or (words.forms["loose"].search(p.marker) and clause.negative):
            continue
        if p.start < p.quote.start - 1 or not words.forms["quoted"].match(behind):
            continue  # ミサイル「X」と同じ: the name of a thing
        saying = saying_of(clause, QUOTE, words)
        if saying is None:
            if clause.verb in words.naming or not full(p.quote) or clause.link is Link.ADNOMINAL:
                continue
            saying = words.generic
        if saying.names and not _names(clause):
            continue
        report = Report(clause, saying, QUOTE, p.start, p.quote.end + 1, quotes=[p.quote], by=by)
        report.outlook = turns.view(clause, p.quote, words) is not None
        return report
    return None


def _speaks_out(clause: Clause) -> bool:
    """「…」といらだちを募らせた: a feeling roused, but words said."""
    return any(p.quote is not None and p.case is Case.QUOTE for p in clause.args)


def _behind(sentence: Sentence, quote: Quote) -> str:
    """The words behind a quotation, a note in brackets (「…」(与党幹部)と…) passed over."""
    at = quote.end + 1 - sentence.start
    if sentence.text[at : at + 1] in ("(", "（"):
        close = min((i for c in ")）" if (i := sentence.text.find(c, at)) >= 0), default=at)
        at = close + 1
    return sentence.text[at : at + 6]


def _earlier(clause: Clause, report: Report, words: Wording) -> Iterator[Report]:
    """「…」として、「…」と述べた: the first of two quotations in one clause."""
    if report.how != QUOTE or not report.quotes:
        return
    for p in clause.args:
        led = p.case is Case.AS or (p.case is Case.QUOTE and p.marker in words.sets["connects"])
        if p.quote is not None and p.end < report.start and led and full(p.quote):
            end = p.quote.end + 1
            yield Report(
                clause, words.holding, QUOTE, p.start, end, end + len(p.marker), quotes=[p.quote]
            )


def _names(clause: Clause) -> bool:
    """XをYと呼んだ says something of X; Yと呼ばれるX, Yと呼ぶX only name it."""
    named = any(p.case in (Case.OBJECT, Case.ABOUT) for p in clause.args)
    return named and clause.link in (Link.FINAL, Link.CHAIN, Link.THOUGH)


def _held(clause: Clause, sentence: Sentence, words: Wording) -> Report | None:
    """…としている, …とした上で: と and する are no clause of their own."""
    if clause.link is Link.QUOTE and words.forms["held"].match(clause.connective):
        at = clause.end - sentence.start
        m = words.forms["holds"].match(sentence.text, at)
        if m is None:
            return None
        stop = sentence.start + m.end()
        return Report(
            clause, words.holding, CLAUSE, clause_start(clause), clause.end, stop, body=clause
        )
    if clause.verb in words.sets["light"] and not any(
        (k, QUOTE) in words.verbs for k in keys(clause, words)
    ):
        for p in clause.args:
            if (
                p.quote is not None
                and p.case is Case.QUOTE
                and p.marker in words.sets["connects"]
                and full(p.quote)
            ):
                if clause.link in (Link.ADNOMINAL, Link.NOMINAL):
                    return None
                return Report(
                    clause, words.holding, QUOTE, p.start, p.quote.end + 1, quotes=[p.quote]
                )
    return None


def _noun(clause: Clause, sentence: Sentence, words: Wording) -> Report | None:
    """…との考えを示した, 「…」との声が上がった."""
    for p in reversed(clause.args):
        noun = next((n for n in (p.noun, "".join(p.nouns[-2:])) if n in words.content), None)
        if noun is None or p.quote is not None:
            continue
        saying = next((s for k in keys(clause, words) if (s := words.nouns.get((noun, k)))), None)
        if saying is None and p.case is Case.OBJECT and clause.verb in words.sets["light"]:
            saying = words.shown.get(noun)
        denying = clause.verb in words.sets["denying"]
        if (
            saying is None
            or clause.negative != denying
            or (clause.passive and saying.sense != "voice")
        ):
            continue
        near = [
            *within(p),
            *(p.clause.args if p.clause and p.clause.verb[-1:] in words.sets["adjectives"] else ()),
        ]
        quotes = [q.quote for q in near if q.quote is not None]
        before = sentence.text[: p.start - sentence.start]
        led = words.forms["leads"].search(before[-4:]) is not None
        body = p.clause or _body(clause, sentence, p.start, words)
        if not (
            quotes or led or (p.clause is not None and clause_start(p.clause) < p.clause.start)
        ):
            continue  # 強い懸念を示した: of what is not told
        if saying.sense in ("voice", "passed") and not quotes:
            continue
        if clause.link is Link.ADNOMINAL and not quotes:
            continue
        start = deep_start(p)
        if body is not None and p.clause is None and led:
            start = min(start, clause_start(body))
        return Report(clause, saying, CLAUSE, start, p.end, quotes=quotes, holder=p, body=body)
    return None


def _body(clause: Clause, sentence: Sentence, before: int, words: Wording) -> Clause | None:
    """The clause in QUOTE that hangs on the reporting clause."""
    for c in reversed(sentence.clauses):
        listed = c.link is Link.CHAIN and c.connective in words.sets["and so on"]
        if (c.link is Link.QUOTE or listed) and c.parent is clause and c.end <= before:
            return c
    return None


def _connects(body: Clause, sentence: Sentence, words: Wording) -> bool:
    """…すると, …したなどと: the words that lead from what is said to the verb."""
    if body.connective in words.sets["connects"]:
        return True
    behind = sentence.text[body.end - sentence.start :]
    return body.link is Link.CHAIN and behind.startswith(tuple(words.sets["connects"]))


def _indirect(clause: Clause, sentence: Sentence, words: Wording) -> Report | None:
    """…すると述べた; …したことを明らかにした."""
    if (
        clause.passive
        or clause.negative
        or (clause.link in (Link.ADNOMINAL, Link.NOMINAL) and not clause.shared)
    ):
        return None
    saying = saying_of(clause, CLAUSE, words)
    if saying is None:
        return None
    body = _body(clause, sentence, clause.start, words)
    if body is not None and _connects(body, sentence, words):
        report = Report(clause, saying, CLAUSE, clause_start(body), body.end, body=body)
        report.adds = body.connective in words.sets["adds"]
        return report
    for p in clause.args:
        told = saying.sense in ("say", "relay")
        if told and p.case is Case.OBJECT and p.clause is not None and p.noun in words.sets["that"]:
            return Report(clause, saying, CLAUSE, deep_start(p), p.end, body=p.clause)
    return None


def _thing(clause: Clause, words: Wording) -> Report | None:
    """支持を表明した, …案に言及した."""
    if (
        clause.passive
        or clause.negative
        or clause.link in (Link.ADNOMINAL, Link.NOMINAL, Link.WHEN)
    ):
        return None
    for use, case in ((OBJECT, Case.OBJECT), (ABOUT, Case.TO)):
        saying = saying_of(clause, use, words)
        if saying is None or (use == OBJECT and not turns.felt(clause, words)):
            continue
        for p in reversed(clause.args):
            topic = (
                p.case is Case.TOPIC
                and use == OBJECT
                and p.head is None
                and saying.sense == "stance"
            )
            if saying.sense == "stance" and p.noun in words.sets["that"]:
                continue
            if (p.case is case or topic) and p.quote is None and p.date is None:
                start = deep_start(p)
                return Report(clause, saying, use, start, p.end, holder=p, body=p.clause)
    return None


def _staged(clause: Clause, sentence: Sentence, words: Wording) -> Report | None:
    """声明で…を歓迎し、…: an act of words done in a statement or at a press conference."""
    if (
        clause.passive
        or clause.negative
        or clause.link not in (Link.FINAL, Link.CHAIN, Link.THOUGH)
    ):
        return None
    if clause.verb not in words.sets["acts"]:
        return None
    stage = next(
        (
            p
            for p in (*clause.args, *clause.shared)
            if p.case is Case.AT and p.noun.endswith(words.alone)
        ),
        None,
    )
    if stage is None and not _mid_speech(clause, sentence, words):
        return None
    for p in clause.args:
        if p.case is Case.OBJECT and p.quote is None:
            return Report(
                clause, words.staged, OBJECT, deep_start(p), p.end, holder=p, body=p.clause
            )
    return None


def _mid_speech(clause: Clause, sentence: Sentence, words: Wording) -> bool:
    """国営放送で演説し、…を宣言した."""
    return any(
        c.parent is clause and c.link is Link.CHAIN and c.verb in words.sets["speeches"]
        for c in sentence.clauses
    )


def _pointing(clause: Clause, sentence: Sentence, words: Wording) -> Report | None:
    """こう述べた."""
    saying = saying_of(clause, QUOTE, words)
    if saying is None or clause.passive:
        return None
    before = sentence.text[: clause.start - sentence.start]
    points = before.endswith(words.pointing)
    plain = clause.link is Link.FINAL and saying.sense in ("say", "weigh", "stance")
    if not points and not plain:
        return None
    report = Report(clause, saying, QUOTE, clause.start, clause.start, clause.end)
    report.points = points
    return report


def _outermost(found: list[Report], sentence: Sentence) -> list[Report]:
    """Leave out what one reports to have been said inside what another says."""
    dropped: set[int] = set()
    for i, inner in enumerate(found):
        for outer in found[i + 1 :]:
            if id(outer) in dropped or not _inside(inner, outer):
                continue
            own = inner.how == QUOTE and inner.quotes and full(inner.quotes[0])
            relayed = outer.saying.sense == "relay"
            dropped.add(id(outer) if own or relayed else id(inner))
            if own and not relayed:
                inner.via.append(outer)
            break
    return [r for r in found if id(r) not in dropped]


def _inside(inner: Report, outer: Report) -> bool:
    if outer.points or inner.points or not outer.start <= inner.clause.start < outer.end:
        return False
    return (
        inner.clause is outer.body
        or inner.clause.link not in (Link.CHAIN, Link.FINAL, Link.THOUGH)
        or _feeds(inner.clause, outer)
    )


def _feeds(clause: Clause, outer: Report) -> bool:
    parent = clause.parent
    return parent is not None and parent is outer.body
