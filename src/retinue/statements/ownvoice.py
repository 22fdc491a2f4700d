"""What the article itself foresees or reads into things."""

from __future__ import annotations

from retinue.languages.base import Sentence
from retinue.record import Span, Statement
from retinue.statements.citing import Citations
from retinue.statements.due import Calendar
from retinue.statements.extent import PAUSES
from retinue.statements.judging import FORECAST, Hit, Judge, combine
from retinue.statements.wording import Wording

_ENDS = "。、」』！!)）/ "


class OwnVoice:
    """Finds the hedges that close a clause of the article's own telling."""

    def __init__(self, words: Wording, judge: Judge, calendar: Calendar, citations: Citations):
        self.words = words
        self.judge = judge
        self.calendar = calendar
        self.citations = citations

    def judged(self, sentence: Sentence, reach: list[tuple[int, int]]) -> list[Statement]:
        """The judgements and forecasts outside `reach`, which reports already cover."""
        hits = self._free(sentence, reach)
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
            if end is not None:
                first = group[0].start
                last = max([last, *(b for _, b in reach if b <= first)])
                out.append(self._statement(sentence, group, last, end))
                last = end
        return out

    def _free(self, sentence: Sentence, reach: list[tuple[int, int]]) -> list[Hit]:
        return [
            h
            for h in self.judge.hits(sentence, sentence.start, sentence.end)
            if not h.hedge.said
            and not h.hedge.expert
            and not any(a <= h.start < b for a, b in reach)
            and not any(q.start <= h.start < q.end for q in sentence.quotes)
        ]

    def _gap(self, sentence: Sentence, a: int, b: int) -> bool:
        return bool(
            self.words.forms["gap"].match(sentence.text[a - sentence.start : b - sentence.start])
        )

    def _closed(self, sentence: Sentence, at: int) -> int | None:
        """The end of the clause that a hedge closes, or None where it closes none."""
        text = sentence.text
        i = at - sentence.start
        endings = self.words.forms["endings"].match(text, i)
        i = endings.end() if endings else i
        gap = text[at - sentence.start : i]
        if len(gap) > 9 or self.words.forms["barred"].search(gap):
            return None
        if i < len(text) and text[i] not in _ENDS:
            return None
        return sentence.start + i

    def _statement(self, sentence: Sentence, group: list[Hit], last: int, end: int) -> Statement:
        kind, certainty, rule = combine(group, False)
        start = last
        text = sentence.text
        while start < end and text[start - sentence.start] in PAUSES + "。":
            start += 1
        s = Statement("", kind, text[start - sentence.start : end - sentence.start])
        s.certainty, s.rule = certainty, rule
        s.evidence = [Span(sentence.paragraph, start, end)]
        s.trace = [f"{kind}: {rule}", "the article's own voice"]
        s.sources = self.citations.voices.cited(self.citations.citing(sentence, end))
        if kind == FORECAST:
            s.due = self.calendar.due(sentence, start, end)
        return s
