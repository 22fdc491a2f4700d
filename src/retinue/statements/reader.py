"""Statements of an article: what is reported to be said, and what the article itself judges."""

from __future__ import annotations

from datetime import date

from retinue.languages.base import Case, Link, Pack, Phrase, Sentence
from retinue.record import Article, Entity, Span, Statement
from retinue.statements import reports
from retinue.statements.citing import Citations
from retinue.statements.due import Calendar
from retinue.statements.extent import PAUSES, Extent
from retinue.statements.following import Following
from retinue.statements.grading import Grader
from retinue.statements.judging import ANALYSIS, FORECAST, SPEECH
from retinue.statements.loose import Loose
from retinue.statements.ownvoice import OwnVoice
from retinue.statements.report import Report, clause_start, full
from retinue.statements.voices import LINE, Voice, Voices
from retinue.statements.wording import QUOTE, wording

_SHORT = 9  # a quotation of more characters is what was said, with or without a predicate
_NEAR = 16  # characters between two pieces of evidence that are shown as one
Made = tuple[list[Statement], Voice | None]
Said = tuple[int, int, int]  # what leads to the words said, where they begin and end
Graded = tuple[int, int, str, str | None, str]


def read(
    sentences: list[Sentence],
    article: Article,
    entities: list[Entity],
    pack: Pack,
    reference: date | None,
) -> list[Statement]:
    """The statements of an article in its order; `reference` is the day it was published."""
    reader = Reader(entities, pack, reference, article.outlet)
    for sentence in sentences:
        if sentence.kind in ("body", "caption"):
            reader.sentence(sentence)
    for i, s in enumerate(reader.found, 1):
        s.id = f"s{i}"
    return reader.found


class Reader:
    """Reads sentence after sentence."""

    def __init__(
        self, entities: list[Entity], pack: Pack, reference: date | None, outlet: str | None = None
    ):
        self.words = wording(pack)
        self.voices = Voices(self.words, entities)
        self.calendar = Calendar(self.words, reference)
        self.grader = Grader(self.words, self.calendar, reference)
        self.extent = Extent(self.words, reference)
        self.citations = Citations(self.words, self.voices, outlet)
        self.loose = Loose(self.words, self.voices, self.grader.judge, self.calendar)
        self.following = Following(self.words, self.voices, self.grader.judge, self.calendar)
        self.own = OwnVoice(self.words, self.grader.judge, self.calendar, self.citations)
        self.found: list[Statement] = []
        self.waiting: Sentence | None = None  # a quotation that stands alone

    def sentence(self, sentence: Sentence) -> None:
        """Read one sentence."""
        self.voices.enter(sentence)
        if self.loose.alone(sentence):
            self.waiting = sentence
            return
        here, spoke, reach = self._reported(sentence)
        announced = self.following.announced(sentence) if not here else None
        if announced is not None:
            self.found.extend(announced)
            self.voices.leave(sentence, None)
            self.waiting = None
            return
        if not here:
            here = (
                self.loose.find(sentence)
                or self.following.cited(sentence)
                or self.following.continued(sentence)
            )
            reach = [(s.evidence[0].start, s.evidence[0].end) for s in here]
        here = _merged(here)
        here.extend(self.own.judged(sentence, reach))
        self.citations.settle(sentence, here)
        here.sort(key=lambda s: (s.evidence[0], s.kind))
        self.found.extend(here)
        self.following.leave(sentence, here)
        self.voices.leave(sentence, spoke)
        self.waiting = None

    def _reported(
        self, sentence: Sentence
    ) -> tuple[list[Statement], Voice | None, list[tuple[int, int]]]:
        """The statements of the sentence's reports, who spoke last, and what they cover."""
        here: list[Statement] = []
        spoke: Voice | None = None
        reach: list[tuple[int, int]] = []
        at = sentence.start
        for report in reports.find(sentence, self.words):
            made, voice = self._report(report, sentence, at)
            if made:
                here.extend(made)
                spoke = voice or spoke
                reach.append((min(s.evidence[0].start for s in made), report.stop))
                at = report.stop
        before = self.waiting
        if (
            before is not None
            and spoke is not None
            and spoke.phrase is not None
            and here
            and here[0].quoted
        ):
            # 「…」。X氏は「…」と述べた: the first words are his as well
            here.insert(0, self.loose.bare(before, before.quotes[0], spoke, before.end))
        return here, spoke, reach

    def _report(self, report: Report, sentence: Sentence, at: int) -> Made:
        if not report.quotes and report.how == QUOTE:
            return self._pointed(report, sentence)
        medium = self.citations.medium(report)
        if medium is None and self.citations.unknown(report):
            return [], None
        if (report.clause.verb, report.how) in self.words.relayed and (
            medium is not None or report.saying.sense == "relay"
        ):
            return self._passed_on(report, sentence, medium)
        speaker = report.by or medium
        voice = (
            self.voices.of_phrase(speaker) if speaker is not None else self._voice(report, sentence)
        )
        if voice is not None and (_amid(report, sentence, voice, at) or _further(report, voice)):
            voice = self.voices.carried(sentence, min(report.start, report.clause.start))
        if voice is None:
            unquoted = report.how != QUOTE and report.saying.sense not in (
                "voice",
                "foresee",
                "judge",
            )
            if unquoted or report.saying is self.words.generic:
                return [], None
            voice = Voice(why="nobody named")
        return self._make(
            report, sentence, voice, self.extent.start(report, sentence, voice, at)
        ), voice

    def _voice(self, report: Report, sentence: Sentence) -> Voice | None:
        clause, holder = report.clause, report.holder
        if report.saying.sense == "passed" and holder is not None:
            owner = next((p for p in holder.of if p.case is Case.OF and p.head is not None), None)
            if owner is not None:
                return self.voices.of_phrase(owner)
        if report.saying.sense == "voice":
            return self.voices.among([p for p in clause.args if p.case is Case.FROM])
        bare = not any(p.case in (Case.SUBJECT, Case.OF) for p in clause.args)
        if clause.link is Link.ADNOMINAL and clause.modifies is not None and bare:
            return self._modified(clause.modifies)
        parent = clause.parent
        if clause.link is Link.NOMINAL and parent and parent.complement and parent.complement.head:
            return self.voices.of_phrase(parent.complement)  # 「…」と話すのはX氏だ
        body = report.body if report.body is not clause else None
        found = self.voices.behind(clause, report.end) or self.voices.of_clause(clause, body)
        if report.body is clause and parent is not None:  # 当局は44人が死亡したとしている
            found = self.voices.topic_of(parent, clause.start) or found
        if found is not None and found.phrase and found.phrase.start < report.end:
            found = self.voices.outer(clause, found.phrase) or found
        if found is None and parent is not None and clause.link not in LINE:
            found = self.voices.ahead(parent, clause.start) or self.voices.of_clause(parent)
        before = min(report.start, clause.start)
        if found is None and report.saying is self.words.urged:
            found = self.voices.carried(sentence, before)
        return (
            found
            or self.voices.over(sentence, report.start)
            or self.voices.by(self.citations.citing(sentence, clause.start))
            or self.voices.carried(sentence, before)
        )

    def _modified(self, phrase: Phrase) -> Voice | None:
        """「…」と話すX氏: the one whom the reporting clause describes."""
        named = phrase.head is not None or phrase.text.endswith(self.words.unnamed)
        return self.voices.of_phrase(phrase) if named else None

    def _passed_on(self, report: Report, sentence: Sentence, medium: Phrase | None) -> Made:
        """…と通信社が報じた: the outlet is a source, and nobody is named who said it."""
        if medium is None or medium.head is None:
            return [], None
        told = self.citations.told(sentence, report)
        if report.how != QUOTE or not report.quotes:
            kind = self.grader.grade(
                report, sentence, Voice(), (report.start, report.start, report.end)
            )[0]
            if report.body is None or (kind == SPEECH and not told):
                return [], None
        elif any(p.case is Case.OBJECT and p.end <= report.start for p in report.clause.args):
            return self._judged_by(report, sentence, medium)
        voice = Voice(None, medium.head.entity[:1], why="passed on by an outlet")
        voice.sources += self.voices.cited(told)
        start = min(report.start, clause_start(report.clause))
        if told and told[-1].end < report.start:
            start = told[-1].end + len(told[-1].marker)
            while sentence.text[start - sentence.start] in PAUSES:
                start += 1
        return self._make(report, sentence, voice, start), None

    def _judged_by(self, report: Report, sentence: Sentence, medium: Phrase) -> Made:
        """通信社は成果を「控えめだ」と伝えた: the outlet judges in its own name."""
        voice = self.voices.of_phrase(medium)
        made = self._make(report, sentence, voice, report.start)
        for s in made:
            if s.kind == SPEECH:
                s.kind, s.certainty = ANALYSIS, "certain"
        return made, None

    def _pointed(self, report: Report, sentence: Sentence) -> Made:
        """「…」。X氏はこう述べた: the words stand in the sentence before."""
        before, self.waiting = self.waiting, None
        if before is None:
            return [], None
        voice = self.voices.of_clause(report.clause)
        voice = voice or self.voices.carried(sentence, report.clause.start)
        if voice is None:
            self.waiting = before
            return [], None
        quote = before.quotes[0]
        spans = [Span(before.paragraph, quote.start - 1, quote.end + 1)]
        if before.paragraph == sentence.paragraph:
            spans = [Span(before.paragraph, quote.start - 1, report.stop)]
        else:
            spans.append(Span(sentence.paragraph, sentence.start, report.stop))
        made = self._kinds(report, before, voice, (quote.start, quote.start, quote.end), spans)
        for s in made:
            s.quoted = True
            s.date = self.extent.said_on(report, report.stop)
            s.trace.append("the quotation stands in the sentence before")
        return made, voice

    def _make(
        self, report: Report, sentence: Sentence, voice: Voice, start: int
    ) -> list[Statement]:
        quote = report.quotes[0] if report.quotes else None
        frame = self.extent.said(report, sentence, start)
        a, b = frame, report.end
        if quote is not None:
            long = report.how == QUOTE and (len(quote.text) > _SHORT or report.saying.names)
            if long or full(quote):
                a, b = quote.start, quote.end
        evidence = [Span(sentence.paragraph, start, report.stop)]
        made = self._kinds(report, sentence, voice, (min(a, frame), a, b), evidence)
        if len(made) == 1 and made[0].kind == FORECAST:
            made[0].due = self.calendar.due(sentence, min(a, frame), b)
        sources = self.citations.of(report, sentence, voice)
        inner = any(start <= q.start and q.end < report.stop for q in sentence.quotes)
        for s in made:
            s.date = self.extent.said_on(report, a)
            s.quoted = bool(report.quotes) or inner
            s.sources = [*s.sources, *(x for x in sources if x not in s.sources)]
        return made

    def _graded(
        self,
        report: Report,
        sentence: Sentence,
        voice: Voice,
        said: Said,
    ) -> list[Graded]:
        """The parts of what is said, each with its kind: sentences, or forecasts side by side."""
        first, start, end = said
        parts = _parts(sentence, (start, end))
        graded: list[Graded] = [
            (
                x,
                y,
                *self.grader.grade(report, sentence, voice, (first if x == start else x, x, y)),
            )
            for x, y in parts
        ]
        judging = report.saying.sense == "judge"
        graded = _chosen(graded, (start, end), judging)
        if len(graded) == 1 and graded[0][2] == FORECAST:
            explained = voice.expert or voice.unnamed
            rule = graded[0][4] if explained else ""
            beside = self.grader.beside(sentence, first, graded[0][1], rule)
            if beside is not None:
                at, hit = beside
                one: Graded = (first, at, FORECAST, hit.certainty, hit.hedge.rule)
                return [one, (at, *graded[0][1:])]
        return graded

    def _kinds(
        self,
        report: Report,
        sentence: Sentence,
        voice: Voice,
        said: Said,
        evidence: list[Span],
    ) -> list[Statement]:
        """One statement, or several where the sentences of a quotation differ in kind."""
        out = []
        graded = self._graded(report, sentence, voice, said)
        for x, y, kind, certainty, why in graded:
            s = Statement(
                "", kind, sentence.text[x - sentence.start : y - sentence.start].strip(PAUSES)
            )
            s.speaker, s.sources = voice.entity, list(voice.sources)
            s.certainty = certainty if kind != SPEECH else None
            s.evidence = evidence if len(graded) == 1 else [Span(sentence.paragraph, x, y)]
            s.rule = why or report.saying.rule
            s.trace = [
                f"said: {report.clause.verb} ({report.saying.rule})",
                voice.why or "speaker unknown",
            ]
            s.trace += [f"{kind}: {why}"] if why else []
            s.due = self.calendar.due(sentence, x, y) if kind == FORECAST else None
            out.append(s)
        return out


def _chosen(graded: list[Graded], said: tuple[int, int], judging: bool) -> list[Graded]:
    """The parts that stand for themselves, or the weightiest of them for all."""
    foretold = {g[2] for g in graded if g[4] or judging or g[2] != ANALYSIS}
    if {FORECAST, ANALYSIS} <= foretold:
        return _runs(graded)
    order = {FORECAST: 0, ANALYSIS: 1, SPEECH: 2}
    pick = min(graded, key=lambda g: (order[g[2]], not g[4]))
    return [(*said, *pick[2:])]


def _amid(report: Report, sentence: Sentence, voice: Voice, at: int) -> bool:
    """「…なら」、わが島は「…」と述べた: the state named between belongs to the words said."""
    p = voice.phrase
    if p is None or p.head is None or p.head.kind != "country" or report.how != QUOTE:
        return False
    before = sentence.text[at - sentence.start : p.start - sentence.start].strip()
    return before[:1] in ("「", "『") and before[-2:] in ("」、", "』、")


def _further(report: Report, voice: Voice) -> bool:
    """両者は…すべきだとも述べた: とも goes on with the one who spoke before."""
    p = voice.phrase
    both = p is not None and p.head is not None and p.head.anaphor in ("both", "sides")
    return both and report.body is not None and report.adds


def _parts(sentence: Sentence, said: tuple[int, int]) -> list[tuple[int, int]]:
    for q in sentence.quotes:
        if (q.start, q.end) == said and len(q.sentences) > 1:
            return [(s.start, s.end) for s in q.sentences]
    return [said]


def _runs(graded: list[Graded]) -> list[Graded]:
    """Neighbouring sentences of one kind as one."""
    out: list[Graded] = []
    for g in graded:
        if out and out[-1][2] == g[2]:
            out[-1] = (out[-1][0], g[1], g[2], g[3], g[4])
        else:
            out.append(g)
    return out


def _merged(here: list[Statement]) -> list[Statement]:
    """One entry per speaker and sentence: reported speech joins the speaker's quotation."""
    out: list[Statement] = []
    for s in here:
        if s.kind != SPEECH or s.quoted or not (s.speaker or s.sources):
            out.append(s)
            continue
        mine = [
            o
            for o in here
            if o.kind == SPEECH and o.speaker == s.speaker and (s.speaker or o.sources == s.sources)
        ]
        other = next((o for o in mine if o.quoted), mine[0])
        if other is not s:
            other.evidence = _joined(other.evidence, s.evidence)
            other.trace.append(f"also: {s.text}")
        else:
            out.append(s)
    return out


def _joined(one: list[Span], two: list[Span]) -> list[Span]:
    """Two pieces of evidence of one sentence, as one where hardly anything stands between."""
    a, b = sorted([one[0], two[0]])
    if len(one) == len(two) == 1 and b.start - a.end < _NEAR:
        return [Span(a.paragraph, a.start, max(a.end, b.end))]
    return sorted([*one, *two])
