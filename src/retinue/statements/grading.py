"""What a reported sentence is: speech, analysis or forecast, and how sure."""

from __future__ import annotations

from datetime import date

from retinue.languages.base import Sentence
from retinue.statements.due import Calendar
from retinue.statements.extent import CLOSING
from retinue.statements.judging import ANALYSIS, FORECAST, SPEECH, Hit, Judge, combine
from retinue.statements.report import Report
from retinue.statements.voices import Voice
from retinue.statements.wording import Wording

Grade = tuple[str, str | None, str]  # kind, certainty, rule of the hedge


class Grader:
    """Grades words by their hedges, by the reporting verb and by who speaks."""

    def __init__(self, words: Wording, calendar: Calendar, reference: date | None):
        self.words = words
        self.judge = Judge(words)
        self.calendar = calendar
        self.reference = reference

    def grade(
        self, report: Report, sentence: Sentence, voice: Voice, said: tuple[int, int, int]
    ) -> Grade:
        """Kind, certainty and the hedge's rule of the words said.

        `said`: where what leads to them begins (公算は「小さい」), where they begin and end.
        """
        lead, a, b = said
        sense = "expect" if report.outlook else report.saying.sense
        if sense == "stance" and not voice.expert:
            return SPEECH, None, ""
        b = _before_holder(report, b)
        text = sentence.text[a - sentence.start : b - sentence.start].rstrip(CLOSING + "。")
        judging = sense == "judge" or (sense == "weigh" and voice.expert)
        explains = judging or voice.expert or sense in ("expect", "foresee")
        hits = self._hits(sentence, lead, b, explains or voice.unnamed)
        if sense == "warn" and not voice.expert:
            threat = self.words.forms["threat"].search(text)
            hits = [h for h in hits if h.hedge.plain and h.kind == FORECAST and not threat]
        if hits:
            kind, certainty, rule = combine(hits, judging)
            kind = FORECAST if sense == "foresee" or self._foretells(report) else kind
            own = kind == FORECAST and not explains and self.words.first_person.search(text)
            if (
                (kind == FORECAST and not own)
                or explains
                or (kind == ANALYSIS and hits[-1].hedge.plain)
            ):
                return kind, certainty, rule
            return SPEECH, None, ""
        if sense == "stance":
            return SPEECH, None, ""
        return self._unhedged(report, sentence, voice, a, b)

    def _hits(self, sentence: Sentence, a: int, b: int, explains: bool) -> list[Hit]:
        near = self.judge.hits(sentence, a, min(b + 14, sentence.end))
        closing = self.judge.closing(near, sentence, b)
        if not closing and explains:
            pause = self.words.forms["pauses"]
            closing = [h for h in near if pause.match(sentence.text, h.end - sentence.start)][-1:]
        return [h for h in closing if not h.hedge.article and (not h.hedge.expert or explains)]

    def _unhedged(self, report: Report, sentence: Sentence, voice: Voice, a: int, b: int) -> Grade:
        sense = "expect" if report.outlook else report.saying.sense
        text = sentence.text[a - sentence.start : b - sentence.start].rstrip(CLOSING + "。")
        if sense == "foresee":
            weaker = any(w in text for w in self.words.weaken)
            return FORECAST, "possible" if weaker else self._plain(text), ""
        view = report.holder is not None and report.holder.noun in self.words.sets["views"]
        if sense == "may" or (sense == "voice" and view):
            return self.judge.tense(text), "possible", ""
        if sense == "expect" and self._foretells(report):
            return FORECAST, self._plain(text), ""
        if sense == "expect":
            text = self.words.forms["leads"].sub("", text).rstrip(CLOSING + "。")
            return self.judge.tense(text), self._plain(text), ""
        if sense == "regard" and not voice.expert:
            ahead = self.judge.tense(text) == FORECAST and self.words.forms["ahead"].search(text)
            return (FORECAST, self._plain(text), "") if ahead else (SPEECH, None, "")
        if sense == "judge" or (voice.expert and sense in ("say", "weigh", "warn", "regard")):
            return self._explained(report, sentence, a, b, text)
        return SPEECH, None, ""

    def _foretells(self, report: Report) -> bool:
        """…との見通しを示した: the noun itself looks ahead."""
        holder = report.holder
        return holder is not None and holder.noun in self.words.sets["foretelling"]

    def _explained(self, report: Report, sentence: Sentence, a: int, b: int, text: str) -> Grade:
        """Words without a hedge from one who explains: what he asks for, foresees, or judges."""
        forms = self.words.forms
        if report.saying.sense != "judge" and forms["deontic"].search(text):
            return SPEECH, None, ""
        expects = report.clause.verb in self.words.sets["expects"]
        if self.judge.tense(text) == FORECAST and not forms["means"].search(text):
            due = (
                None
                if expects or forms["ahead"].search(text)
                else self.calendar.due(sentence, a, b)
            )
            ahead = (
                self.reference is not None
                and due is not None
                and due[1] > self.reference.isoformat()
            )
            if expects or forms["ahead"].search(text) or ahead:
                return FORECAST, self._plain(text), ""
        return ANALYSIS, "likely" if expects and not report.quotes else "certain", ""

    def beside(self, sentence: Sentence, a: int, b: int, rule: str) -> tuple[int, Hit] | None:
        """Aするかもしれないが、Bとは考えにくい: the forecast before the closing one, and its end."""
        pause = self.words.forms["pauses"]
        found: tuple[int, Hit] | None = None
        hits = self.judge.hits(sentence, a, b)
        for h in hits[:-1]:
            m = pause.match(sentence.text, h.end - sentence.start)
            certain = h.kind == FORECAST and not h.hedge.article
            if m is not None and certain and sentence.start + m.end() <= hits[-1].start:
                found = (sentence.start + m.end(), h)
        return found if rule else None

    def _plain(self, text: str) -> str:
        return "unlikely" if self.judge.negative(text) else "likely"


def _before_holder(report: Report, end: int) -> int:
    """…との見方を示した: the hedge stands before the noun that holds the words."""
    holder, body = report.holder, report.body
    if holder is None or report.quotes:
        return end
    return body.end if body is not None and body.end <= holder.start else holder.start
