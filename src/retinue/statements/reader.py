"""Statements of an article: what is reported to be said, and what the article itself judges."""

from __future__ import annotations

from datetime import date

from retinue.dates import Resolved
from retinue.languages.base import Case, Clause, Link, Pack, Phrase, Quote, Sentence
from retinue.record import Article, Entity, Span, Statement
from retinue.statements import reports
from retinue.statements.due import Calendar
from retinue.statements.judging import ANALYSIS, FORECAST, SPEECH, Hit, Judge, combine
from retinue.statements.reports import Report
from retinue.statements.voices import Voice, Voices
from retinue.statements.wording import CLAUSE, QUOTE, wording

_LINE = (Link.FINAL, Link.CHAIN, Link.THOUGH, Link.BECAUSE)


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
        self.judge = Judge(self.words)
        self.calendar = Calendar(self.words, reference)
        self.reference = reference
        self.own = _names_of(outlet)
        self.found: list[Statement] = []
        self.previous: list[Statement] = []  # those of the sentence before
        self.waiting: Sentence | None = None  # a quotation that stands alone
        self.cited: list[str] = []  # according to whom the sentence before was

    def sentence(self, sentence: Sentence) -> None:
        """Read one sentence."""
        self.voices.enter(sentence)
        if self._alone(sentence):
            self.waiting = sentence
            return
        here: list[Statement] = []
        spoke: Voice | None = None
        at = sentence.start
        reach: list[tuple[int, int]] = []
        for report in reports.find(sentence, self.words):
            made, voice = self._report(report, sentence, at)
            if made is None:
                continue
            here.extend(made)
            if report.saying.sense != "relay":
                spoke = voice or spoke
            start = min(s.evidence[0].start for s in made) if made else report.start
            reach.append((start if made else report.start, report.stop))
            at = report.stop
        if self.waiting is not None and here and spoke is not None and spoke.phrase is not None and here[0].quoted:
            before = self.waiting
            here.insert(0, self._bare(before, before.quotes[0], spoke, before.end))
        if not here:
            here = self._owned(sentence)
        if not here:
            here = self._behind(sentence)
            reach = [(s.evidence[0].start, s.evidence[0].end) for s in here]
        here = _merged(here)
        here.extend(self._judged(sentence, reach))
        self._relayed(sentence, here)
        self._according(sentence, here)
        here.sort(key=lambda s: (s.evidence[0], s.kind))
        self.found.extend(here)
        self.voices.leave(sentence, spoke)
        self.previous = here or []
        self.waiting = None

    def _alone(self, sentence: Sentence) -> bool:
        if len(sentence.quotes) != 1:
            return False
        q = sentence.quotes[0]
        text = sentence.text.strip().rstrip("。―—…─ ")
        return len(text) <= q.end - q.start + 2

    def _report(
        self, report: Report, sentence: Sentence, at: int
    ) -> tuple[list[Statement] | None, Voice | None]:
        sense = report.saying.sense
        if not report.quotes and report.how == QUOTE:
            return self._pointed(report, sentence)
        outlet = self._outlet(report)
        if outlet is not None and sense != "relay" and (report.clause.verb, QUOTE) not in self.words.relayed:
            voice: Voice | None = self.voices.of_phrase(outlet)
        else:
            voice = self._voice(report, sentence)
        if voice is not None and (self._amid(report, sentence, voice, at) or self._further(report, sentence, voice)):
            voice = self.voices.carried(sentence, min(report.start, report.clause.start))
        if sense == "relay" or outlet is not None and voice is not None and voice.phrase is not outlet:
            return self._passed_on(report, sentence)
        if voice is None:
            if report.how != QUOTE and sense != "voice":
                return None, None
            if report.saying is self.words.generic:
                return None, None
            voice = Voice(why="nobody named")
        start = self._start(report, sentence, voice, at)
        return self._make(report, sentence, voice, start), voice

    def _voice(self, report: Report, sentence: Sentence) -> Voice | None:
        clause = report.clause
        if report.saying.sense == "passed" and report.holder is not None:
            for p in report.holder.of:
                if p.case is Case.OF and p.head is not None:
                    return self.voices.of_phrase(p)
        if report.saying.sense == "voice":
            return self.voices.among([p for p in clause.args if p.case is Case.FROM])
        if clause.link is Link.ADNOMINAL and clause.modifies is not None:
            own = [p for p in clause.args if p.case in (Case.SUBJECT, Case.OF)]
            if not own:
                m = clause.modifies
                return self.voices.of_phrase(m) if m.head or m.text.endswith(self.words.unnamed) else None
        inside = report.body.args if report.body is not None and report.body is not clause else []
        found = self.voices.behind(clause, report.end) or self.voices.of_clause(clause, inside)
        parent = clause.parent
        if clause.link is Link.NOMINAL and parent is not None and parent.complement is not None and parent.complement.head:
            return self.voices.of_phrase(parent.complement)
        if found is None and parent is not None and clause.link not in _LINE:
            found = self.voices.of_clause(parent)
        return (
            found
            or self.voices.over(sentence, report.start)
            or self.voices.by(self._citing(sentence, clause.start))
            or self.voices.carried(sentence, min(report.start, clause.start))
        )

    def _amid(self, report: Report, sentence: Sentence, voice: Voice, at: int) -> bool:
        """「…まで」、日本は「…」と約束した: the state named between belongs to the words said."""
        p = voice.phrase
        if p is None or p.head is None or p.head.kind != "country" or report.how != QUOTE:
            return False
        before = sentence.text[at - sentence.start : p.start - sentence.start].strip()
        return before[:1] in ("「", "『") and before[-2:] in ("」、", "』、")

    def _outlet(self, report: Report) -> Phrase | None:
        """The medium that is the subject of the reporting words."""
        for p in report.clause.args:
            if p.case in (Case.SUBJECT, Case.TOPIC, Case.ALSO) and p.head is not None and p.head.kind == "outlet":
                return p
        return None

    def _further(self, report: Report, sentence: Sentence, voice: Voice) -> bool:
        """さらに、両国は…必要があるとも述べた: とも goes on with the one who spoke before."""
        p = voice.phrase
        both = p is not None and p.head is not None and p.head.anaphor in ("both", "sides")
        return both and report.body is not None and report.body.connective == "とも"

    def _passed_on(self, report: Report, sentence: Sentence) -> tuple[list[Statement] | None, Voice | None]:
        """…と通信社が報じた: the outlet is a source."""
        outlet = self._outlet(report)
        outlets = outlet.head.entity[:1] if outlet is not None and outlet.head else []
        if not outlets:
            # 伝える with another subject is plain speech
            voice = self.voices.of_clause(report.clause)
            if voice is None or report.clause.verb in ("報じる", "報道する"):
                return None, None
            return self._make(report, sentence, voice, self._start(report, sentence, voice, sentence.start)), voice
        if report.how != QUOTE or not report.quotes:
            if report.body is None or self._grade(report, sentence, Voice(), report.start, report.end)[0] == SPEECH:
                return None, None
        voice = Voice(None, outlets, None, False, "passed on by an outlet")
        return self._make(report, sentence, voice, reports.clause_start(report.clause)), None

    def _pointed(self, report: Report, sentence: Sentence) -> tuple[list[Statement] | None, Voice | None]:
        """「…」。X氏はこう述べた: the words stand in the sentence before."""
        if self.waiting is None:
            return None, None
        before, self.waiting = self.waiting, None
        voice = self.voices.of_clause(report.clause) or self.voices.carried(sentence, report.clause.start)
        if voice is None:
            return None, None
        quote = before.quotes[0]
        spans = [Span(before.paragraph, quote.start - 1, quote.end + 1)]
        if before.paragraph == sentence.paragraph:
            spans = [Span(before.paragraph, quote.start - 1, report.stop)]
        else:
            spans.append(Span(sentence.paragraph, sentence.start, report.stop))
        made = self._kinds(report, before, voice, quote.start, quote.end, spans)
        for s in made:
            s.quoted = True
            s.date = self._said_on(report, report.stop)
            s.trace.append("the quotation stands in the sentence before")
        return made, voice

    def _start(self, report: Report, sentence: Sentence, voice: Voice, at: int) -> int:
        """Where the evidence begins: behind the speaker and what the sentence told before."""
        start = report.start
        if report.how != CLAUSE:
            start = min(start, reports.clause_start(report.clause))
        elif voice.phrase is not None:
            start = at  # …だと、室長は見通した: all that stands before was said
        text = sentence.text
        lead = at
        while lead < report.start and text[lead - sentence.start].isspace():
            lead += 1
        if text[lead - sentence.start : lead - sentence.start + 1] in ("「", "『", "“") and report.how == QUOTE:
            return lead  # 「…」、日本は「…」と約束した
        if report.how == CLAUSE:
            for p in report.clause.args:
                if at <= p.start and p.end <= report.end and p is not voice.phrase and not self._frames(p):
                    start = min(start, reports.deep_start(p))
        if report.body is not None:
            for c in sentence.clauses:
                if at <= c.start < report.body.start and self._feeds(c, report.body):
                    start = min(start, reports.clause_start(c))
        start = max(start, at)
        p = voice.phrase
        if p is not None and start <= p.end <= report.start:
            start = min(p.end + len(p.marker), report.start)
        main = self._speaks_in(sentence, voice, report)
        if main is not None and start < main.end <= report.start:
            start = main.end
            if text.startswith(main.connective, start - sentence.start):
                start += len(main.connective)
        while start < report.start and text[start - sentence.start] in "、 　":
            start += 1
        return self._unbroken(sentence, start)

    def _unbroken(self, sentence: Sentence, start: int) -> int:
        """The start, or that of the quotation in whose middle it would fall."""
        before = sentence.text[: start - sentence.start]
        opened = before.rfind("「")
        return sentence.start + opened if opened > before.rfind("」") else start

    def _feeds(self, clause: Clause, body: Clause) -> bool:
        seen = 0
        node: Clause | None = clause
        while node is not None and seen < 12:
            if node is body:
                return True
            node = node.parent
            seen += 1
        return False

    def _speaks_in(self, sentence: Sentence, voice: Voice, report: Report) -> Clause | None:
        """An earlier clause of the main line that has the speaker as its own subject."""
        if voice.phrase is None:
            return None
        for c in sentence.clauses:
            if c is report.clause:
                return None
            if voice.phrase in c.args and c.link in _LINE and c is not report.body:
                others = [p for p in c.args if p.case in (Case.TOPIC, Case.SUBJECT) and p is not voice.phrase]
                return None if others else c
        return None

    def _make(self, report: Report, sentence: Sentence, voice: Voice, start: int) -> list[Statement]:
        evidence = [Span(sentence.paragraph, start, report.stop)]
        quoted = report.quotes and (report.how == QUOTE or reports.full(report.quotes[0]))
        if quoted and (reports.full(report.quotes[0]) or len(report.quotes[0].text) > 9 or report.saying.names):
            a, b = report.quotes[0].start, report.quotes[0].end
        else:
            a, b = self._said(report, sentence, start), report.end
        made = self._kinds(report, sentence, voice, a, b, evidence)
        frame = min(a, self._said(report, sentence, start))
        for s in made:
            if s.kind == FORECAST and len(made) == 1:
                s.due = self.calendar.due(sentence, frame, b)
        day = self._said_on(report, a)
        sources = self._sources(report, sentence, voice)
        for s in made:
            s.date = day
            s.quoted = bool(report.quotes) or any(q.start >= start and q.end < report.stop for q in sentence.quotes)
            s.sources = [*s.sources, *(x for x in sources if x not in s.sources)]
        return made

    def _said(self, report: Report, sentence: Sentence, start: int) -> int:
        """Where the words said begin: behind the day, the stage and the audience."""
        args = sorted(
            {id(p): p for c in (report.clause, report.body) if c for p in c.args}.values(),
            key=lambda p: p.start,
        )
        at = start
        for p in args:
            if reports.deep_start(p) < at or p.end >= report.end:
                continue
            if reports.deep_start(p) > at + 1 or not self._frames(p):
                break
            at = p.end + len(p.marker)
            while sentence.text[at - sentence.start : at - sentence.start + 1] in ("、", " "):
                at += 1
        return at if at < report.end else start

    def _frames(self, p: Phrase) -> bool:
        """Does the phrase tell when, where or to whom it was said?"""
        if p.case is Case.TIME:
            return True
        if p.case in (Case.AT, Case.AS, Case.BY) and p.noun.endswith(self.words.stages):
            return True
        if p.case is not Case.TO:
            return False
        outlet = p.head is not None and p.head.kind == "outlet"
        return outlet or p.noun in self.words.sets["audience"] or p.noun.endswith(self.words.alone)

    def _said_on(self, report: Report, before: int) -> str | None:
        """The day it was said: of the dates that stand before the words said."""
        clauses = [report.clause, *([report.body] if report.body else [])]
        for p in (p for c in clauses for p in (*c.args, *c.shared)):
            if p.end > before or not self._frames(p):
                continue
            for d in [p.date] if p.date else [q.date for q in p.of if q.date]:
                r: Resolved | None = d.resolve(self.reference, None, False)
                if r and r.precision == "day" and r.first and r.first == r.last:
                    return str(r.first.isoformat())
        return None

    def _sources(self, report: Report, sentence: Sentence, voice: Voice) -> list[str]:
        found = self.voices.cited([*self._told_to(report), *self._citing(sentence, report.stop)])
        for outer in report.via:
            other = self.voices.of_clause(outer.clause)
            if other is not None:
                found += [other.entity] if other.entity else other.sources
        return [e for e in dict.fromkeys(found) if e != voice.entity]

    def _told_to(self, report: Report) -> list[Phrase]:
        """ロイター通信に語った: the medium to which it was said, if not the one that prints it."""
        return [
            p
            for p in report.clause.args
            if p.case in (Case.TO, Case.AT)
            and (m := p.head or (p.of[-1].head if p.of and p.noun in self.words.sets["interview"] else None))
            and m.kind == "outlet"
            and m.name not in self.words.sets["open"]
            and m.name not in self.own
        ]

    def _citing(self, sentence: Sentence, stop: int) -> list[Phrase]:
        """…によると, …の発表では: the phrases that name on whose word the sentence is."""
        word = self.words.sets["word of"]
        return [
            p
            for c in sentence.clauses
            for p in c.args
            if p.end <= stop
            and (p.case is Case.SOURCE or (p.case is Case.AT and p.marker in self.words.sets["spoken of"] and p.noun in word and p.of))
        ]

    def _kinds(
        self,
        report: Report,
        sentence: Sentence,
        voice: Voice,
        a: int,
        b: int,
        evidence: list[Span],
    ) -> list[Statement]:
        """One statement, or several where the sentences of a quotation differ in kind."""
        parts = self._parts(report, sentence, a, b)
        graded = [(x, y, *self._grade(report, sentence, voice, x, y)) for x, y in parts]
        kinds = {g[2] for g in graded}
        if len(graded) > 1 and {FORECAST, ANALYSIS} <= kinds:
            merged = _runs(graded)
        else:
            order = {FORECAST: 0, ANALYSIS: 1, SPEECH: 2}
            pick = min(graded, key=lambda g: (order[g[2]], not g[4]))
            merged = [(a, b, pick[2], pick[3], pick[4])]
        out = []
        for x, y, kind, certainty, why in merged:
            s = Statement("", kind, _clean(sentence.text[x - sentence.start : y - sentence.start]))
            s.speaker, s.sources = voice.entity, list(voice.sources)
            s.certainty = certainty if kind != SPEECH else None
            s.evidence = evidence if len(merged) == 1 else [Span(sentence.paragraph, x, y)]
            s.rule = report.saying.rule if kind == SPEECH or not why else why
            s.trace = [f"said: {report.clause.verb} ({report.saying.rule})", voice.why or "speaker unknown"]
            if why:
                s.trace.append(f"{kind}: {why}")
            if kind == FORECAST:
                s.due = self.calendar.due(sentence, x, y)
            out.append(s)
        return out

    def _parts(self, report: Report, sentence: Sentence, a: int, b: int) -> list[tuple[int, int]]:
        for q in sentence.quotes:
            if (q.start, q.end) == (a, b) and len(q.sentences) > 1:
                return [(s.start, s.end) for s in q.sentences]
        return [(a, b)]

    def _grade(
        self, report: Report, sentence: Sentence, voice: Voice, a: int, b: int
    ) -> tuple[str, str | None, str]:
        """Kind, certainty and the hedge's rule of the words from a to b."""
        sense = report.saying.sense
        if sense == "stance":
            return SPEECH, None, ""
        judging = sense == "judge" or sense == "weigh" and voice.expert
        if report.holder is not None and not report.quotes:
            b = report.body.end if report.body is not None and report.body.end <= report.holder.start else report.holder.start
        hits = self.judge.closing(self.judge.hits(sentence, a, min(b + 14, sentence.end)), sentence, b)
        explains = judging or voice.expert or sense in ("expect", "foresee")
        hits = [h for h in hits if not h.hedge.article and (not h.hedge.expert or explains or voice.unnamed)]
        text = sentence.text[a - sentence.start : b - sentence.start].rstrip("」』。")
        if sense == "warn" and not voice.expert:
            hits = [h for h in hits if h.hedge.plain and h.kind == FORECAST]
        if hits:
            kind, certainty, rule = combine(hits, judging)
            own = not voice.expert and not judging and self.words.first_person.search(text)
            if not (own and kind == FORECAST) and (kind == FORECAST or explains):
                return kind, certainty, rule
            if kind == ANALYSIS and hits[-1].hedge.plain:
                return kind, certainty, rule
            if sense != "foresee":
                return SPEECH, None, ""
        weaker = any(w in text for w in ("早ければ",))
        if sense == "foresee":
            return FORECAST, "possible" if weaker else self._plain(text), ""
        if sense == "may":
            return self.judge.tense(text), "possible", ""
        if sense == "expect":
            return self._expected(report, text)
        if judging or (voice.expert and sense in ("say", "weigh", "warn")):
            return self._explained(report, sentence, a, b, text)
        return SPEECH, None, ""

    def _explained(
        self, report: Report, sentence: Sentence, a: int, b: int, text: str
    ) -> tuple[str, str | None, str]:
        """Words without a hedge from one who explains: what he asks for, foresees, or judges."""
        forms = self.words.forms
        if report.saying.sense != "judge" and forms["deontic"].search(text):
            return SPEECH, None, ""
        if self.judge.tense(text) == FORECAST and not forms["means"].search(text):
            expects = report.clause.verb in self.words.sets["expects"]
            if expects or forms["ahead"].search(text) or self._dated(sentence, a, b):
                return FORECAST, self._plain(text), "専門家が「…になる」と話す"
        return ANALYSIS, "certain", "専門家が「…」と話す" if report.saying.sense == "say" else ""

    def _dated(self, sentence: Sentence, a: int, b: int) -> bool:
        """Do the words name days to come?"""
        due = self.calendar.due(sentence, a, b)
        return self.reference is not None and due is not None and due[1] > self.reference.isoformat()

    def _plain(self, text: str) -> str:
        return "unlikely" if self.judge.negative(text) else "likely"

    def _expected(self, report: Report, text: str) -> tuple[str, str | None, str]:
        """…との見方を示した."""
        text = self.words.forms["leads"].sub("", text).rstrip("」』。")
        kind = self.judge.tense(text)
        return kind, self._plain(text), ""

    def _owned(self, sentence: Sentence) -> list[Statement]:
        """…というのがXの説明だ."""
        m = self.words.owner.search(sentence.text) if "というのが" in sentence.text else None
        if m is None:
            return []
        who = [x for x in sentence.mentions if m.start("who") <= x.start - sentence.start < m.end("who")]
        voice = self.voices.of_mention(who[-1]) if who else Voice(why="nobody named")
        at, end = sentence.start, sentence.start + m.start()
        s = Statement("", SPEECH, _clean(sentence.text[: m.start()]).strip("「」"), speaker=voice.entity)
        s.quoted = any(q.end + 1 == end for q in sentence.quotes)
        if m["noun"] in self.words.sets["judging"]:
            text = sentence.text[: m.start()].rstrip("」")
            hits = self.judge.closing(self.judge.hits(sentence, at, end), sentence, end)
            kind, certainty, _ = combine(hits, True) if hits else (self.judge.tense(text), "likely", "")
            s.kind, s.certainty = kind, certainty
        s.sources = list(voice.sources)
        s.evidence = [Span(sentence.paragraph, at, sentence.end)]
        s.rule, s.trace = self.words.owned.rule, [voice.why]
        return [s]

    def _behind(self, sentence: Sentence) -> list[Statement]:
        """「…」とX氏。: nothing but who said it stands behind the words."""
        for q in sentence.quotes:
            rest = sentence.text[q.end + 1 - sentence.start :].rstrip("。 ")
            if not rest and q is sentence.quotes[-1]:
                args = [*sentence.phrases, *(p for c in sentence.clauses for p in c.args)]
                cited = self.voices.by([p for p in args if p.case is Case.SOURCE])
                if cited is not None:
                    return [self._bare(sentence, q, cited, sentence.end)]
            if not rest.startswith("と"):
                continue
            for m in sentence.mentions:
                if m.start >= q.end + 2 and m.end == q.end + 1 + len(rest) and m.kind in ("person", "organisation"):
                    if m.start > q.end + 14:
                        continue
                    return [self._bare(sentence, q, self.voices.of_mention(m), m.end)]
        return []

    def _bare(self, sentence: Sentence, quote: Quote, voice: Voice, end: int) -> Statement:
        """A quotation that no reporting verb follows."""
        s = Statement("", SPEECH, quote.text, True, voice.entity, sources=list(voice.sources))
        s.evidence = [Span(sentence.paragraph, quote.start - 1, end)]
        s.rule = "「…」とX氏"
        s.trace = [voice.why]
        return s

    def _judged(self, sentence: Sentence, reach: list[tuple[int, int]]) -> list[Statement]:
        """What the article itself foresees or reads into things."""
        hits = [
            h
            for h in self.judge.hits(sentence, sentence.start, sentence.end)
            if not h.hedge.said
            and not h.hedge.expert
            and not any(a <= h.start < b for a, b in reach)
            and not any(q.start <= h.start < q.end for q in sentence.quotes)
        ]
        out: list[Statement] = []
        last = sentence.start
        i = 0
        while i < len(hits):
            group = [hits[i]]
            while i + 1 < len(hits) and self._gap(sentence, group[-1].end, hits[i + 1].start):
                i += 1
                group.append(hits[i])
            i += 1
            end = self._closed(sentence, group[-1].end)
            if end is None:
                continue
            first = group[0].start
            last = max([last, *(b for _, b in reach if b <= first)])
            out.append(self._own(sentence, group, last, end))
            last = end
        return out

    def _gap(self, sentence: Sentence, a: int, b: int) -> bool:
        return bool(self.words.forms["gap"].match(sentence.text[a - sentence.start : b - sentence.start]))

    def _closed(self, sentence: Sentence, at: int) -> int | None:
        """The end of the clause that a hedge closes, or None where it closes none."""
        text = sentence.text
        i = at - sentence.start
        while i < len(text) and "ぁ" <= text[i] <= "ん":
            i += 1
        gap = text[at - sentence.start : i]
        if len(gap) > 9 or self.words.forms["barred"].search(gap):
            return None
        if i < len(text) and text[i] not in "。、」』！!)）/ ":
            return None
        return sentence.start + i

    def _own(self, sentence: Sentence, group: list[Hit], last: int, end: int) -> Statement:
        kind, certainty, rule = combine(group, False)
        start = last
        text = sentence.text
        while start < end and text[start - sentence.start] in "、 　。":
            start += 1
        s = Statement("", kind, text[start - sentence.start : end - sentence.start])
        s.certainty, s.rule = certainty, rule
        s.evidence = [Span(sentence.paragraph, start, end)]
        s.trace = [f"{kind}: {rule}", "the article's own voice"]
        s.sources = self.voices.cited(self._citing(sentence, end))
        if kind == FORECAST:
            s.due = self.calendar.due(sentence, start, end)
        return s

    def _relayed(self, sentence: Sentence, here: list[Statement]) -> None:
        """朝鮮中央通信が報じた: who passed on what is said here or in the sentence before."""
        for c in sentence.clauses:
            saying = self.words.verbs.get((c.verb, CLAUSE))
            if saying is None or c.link not in (Link.FINAL, Link.CHAIN, Link.THOUGH):
                continue
            if saying.sense != "relay" and c.verb != "伝える":
                continue
            outlets = [p.head.entity[0] for p in c.args if p.case in (Case.SUBJECT, Case.TOPIC, Case.ALSO) and p.head and p.head.kind == "outlet" and p.head.entity]
            told = [p for p in c.args if p.case is Case.AS and p.noun in self.words.sets["word of"]]
            outlets += self.voices.cited(told)
            target = here or (self.previous if c is sentence.clauses[0] else [])
            for s in target:
                s.sources = [*s.sources, *(o for o in outlets if o not in s.sources and o != s.speaker)]

    def _according(self, sentence: Sentence, here: list[Statement]) -> None:
        """Who was cited in the sentence before stands behind …ということです as well."""
        phrases = self._citing(sentence, sentence.end)
        hearsay = self.words.forms["hearsay"].search(sentence.text)
        if not phrases and hearsay:
            for s in here:
                s.sources = [*s.sources, *(e for e in self.cited if e not in s.sources and e != s.speaker)]
        elif phrases:
            self.cited = self.voices.cited(phrases)
        elif not hearsay:
            self.cited = []


def _runs(
    graded: list[tuple[int, int, str, str | None, str]],
) -> list[tuple[int, int, str, str | None, str]]:
    """Neighbouring sentences of one kind as one."""
    out: list[tuple[int, int, str, str | None, str]] = []
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
        if s.kind != SPEECH or s.quoted or not s.speaker:
            out.append(s)
            continue
        mine = [o for o in here if o.kind == SPEECH and o.speaker == s.speaker]
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
    if len(one) == len(two) == 1 and b.start - a.end < 16:
        return [Span(a.paragraph, a.start, max(a.end, b.end))]
    return sorted([*one, *two])


def _names_of(outlet: str | None) -> frozenset[str]:
    return frozenset([outlet] if outlet else [])


def _clean(text: str) -> str:
    return text.strip(" 、　")
