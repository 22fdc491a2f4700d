"""Where the words said begin and end, and when they were said."""

from __future__ import annotations

from datetime import date

from retinue.dates import Resolved
from retinue.languages.base import Case, Clause, Phrase, Sentence
from retinue.statements.report import Report, clause_start, deep_start
from retinue.statements.voices import LINE, Voice
from retinue.statements.wording import CLAUSE, QUOTE, Wording

OPENING, CLOSING, PAUSES = "「『“", "」』”", "、 　"


class Extent:
    """Finds the stretch of text that a report covers."""

    def __init__(self, words: Wording, reference: date | None):
        self.words = words
        self.reference = reference

    def start(self, report: Report, sentence: Sentence, voice: Voice, at: int) -> int:
        """Where the evidence begins: behind the speaker and what the sentence told before `at`."""
        text, base = sentence.text, sentence.start
        lead = at
        while lead < report.start and text[lead - base].isspace():
            lead += 1
        if report.how == QUOTE and text[lead - base : lead - base + 1] in tuple(OPENING):
            return lead  # 「…」、日本は「…」と約束した
        start = max(self._reach(report, sentence, voice, at), at)
        p = voice.phrase
        if p is not None and start <= p.end <= report.start:
            start = min(p.end + len(p.marker), report.start)
        main = self._speaks_in(sentence, voice, report)
        if main is not None and start < main.end <= report.start:
            start = main.end
            if text.startswith(main.connective, start - base):
                start += len(main.connective)
        while start < report.start and text[start - base] in PAUSES:
            start += 1
        return _unbroken(sentence, start)

    def _reach(self, report: Report, sentence: Sentence, voice: Voice, at: int) -> int:
        """How far back the phrases and clauses reach that belong to the words said."""
        start = report.start
        if report.how != CLAUSE:
            begins = min(start, clause_start(report.clause))
            return min([begins, *self._leading(report, voice, at)])
        if voice.phrase is not None:
            return at  # …だと、室長は見通した: all that stands before was said
        for p in report.clause.args:
            if at <= p.start and p.end <= report.end and not self.frames(p):
                start = min(start, deep_start(p))
        for c in sentence.clauses if report.body is not None else ():
            if (
                report.body is not None
                and at <= c.start < report.body.start
                and _feeds(c, report.body)
            ):
                start = min(start, clause_start(c))
        return start

    def _leading(self, report: Report, voice: Voice, at: int) -> list[int]:
        """Xが踏み切る公算は「小さい」とし、…: the topic right before the words belongs to them."""
        return [
            deep_start(p)
            for p in report.clause.shared
            if p.case is Case.TOPIC
            and p is not voice.phrase
            and at <= p.start
            and 0 <= report.start - p.end - len(p.marker) <= 1
        ]

    def _speaks_in(self, sentence: Sentence, voice: Voice, report: Report) -> Clause | None:
        """An earlier clause of the main line that has the speaker as its own subject."""
        if voice.phrase is None:
            return None
        for c in sentence.clauses:
            if c is report.clause:
                return None
            if voice.phrase in c.args and c.link in LINE and c is not report.body:
                others = [
                    p
                    for p in c.args
                    if p.case in (Case.TOPIC, Case.SUBJECT) and p is not voice.phrase
                ]
                return None if others else c
        return None

    def said(self, report: Report, sentence: Sentence, start: int) -> int:
        """Where the words said begin: behind the day, the stage and the audience."""
        args = sorted(
            {id(p): p for c in (report.clause, report.body) if c for p in c.args}.values(),
            key=lambda p: p.start,
        )
        at = start
        for p in args:
            if deep_start(p) < at or p.end >= report.end:
                continue
            if deep_start(p) > at + 1 or not self.frames(p):
                break
            at = p.end + len(p.marker)
            while sentence.text[at - sentence.start : at - sentence.start + 1] in tuple(PAUSES):
                at += 1
        return at if at < report.end else start

    def frames(self, p: Phrase) -> bool:
        """Does the phrase tell when, where or to whom it was said?"""
        if p.case is Case.TIME:
            return True
        if p.case in (Case.AT, Case.AS, Case.BY) and p.noun.endswith(self.words.stages):
            return True
        if p.case is not Case.TO:
            return False
        outlet = p.head is not None and p.head.kind == "outlet"
        return outlet or p.noun in self.words.sets["audience"] or p.noun.endswith(self.words.alone)

    def said_on(self, report: Report, before: int) -> str | None:
        """The day it was said: of the dates that stand before the words said."""
        clauses = [report.clause, *([report.body] if report.body else [])]
        for p in (p for c in clauses for p in (*c.args, *c.shared)):
            if p.end > before or not self.frames(p):
                continue
            for d in [p.date] if p.date else [q.date for q in p.of if q.date]:
                r: Resolved | None = d.resolve(self.reference, None, False)
                if r and r.precision == "day" and r.first and r.first == r.last:
                    return str(r.first.isoformat())
        return None


def _feeds(clause: Clause, body: Clause) -> bool:
    """Does the clause hang on what is said?"""
    node: Clause | None = clause
    for _ in range(12):
        if node is None or node is body:
            break
        node = node.parent
    return node is body


def _unbroken(sentence: Sentence, start: int) -> int:
    """The start, or that of the quotation in whose middle it would fall."""
    before = sentence.text[: start - sentence.start]
    opened = before.rfind(OPENING[0])
    return sentence.start + opened if opened > before.rfind(CLOSING[0]) else start
