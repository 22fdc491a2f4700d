"""Forecast or analysis, and how sure: from the hedges of the words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retinue.languages.base import Sentence
from retinue.statements.voices import within
from retinue.statements.wording import Hedge, Wording

FORECAST, ANALYSIS, SPEECH = "forecast", "analysis", "speech"


@dataclass(slots=True)
class Hit:
    """A hedge in the text; `kind` is settled, `certainty` that of the thing said to come."""

    start: int
    end: int
    hedge: Hedge
    kind: str
    certainty: str


class Judge:
    """Finds hedges and settles what they make of the words before them."""

    def __init__(self, words: Wording):
        self.words = words
        self._sentence: Sentence | None = None  # the one whose hedges `_hits` are
        self._hits: list[Hit] = []

    def hits(self, sentence: Sentence, start: int, end: int) -> list[Hit]:
        """The hedges between two offsets of the paragraph, in order."""
        if sentence is not self._sentence:
            self._sentence, self._hits = sentence, self._find(sentence)
        return [h for h in self._hits if start <= h.start and h.end <= end]

    def _find(self, sentence: Sentence) -> list[Hit]:
        text = sentence.text
        patterns = self.words.patterns
        matches = [
            (m.start(), i, m)
            for i in self.words.sieve.candidates(text)
            for m in patterns[i].finditer(text)
        ]
        if not matches or not any(word in text for word in self.words.smell):
            return []
        found: list[Hit] = []
        at = sentence.start
        for _, i, m in sorted(matches, key=lambda x: x[:2]):
            if sentence.start + m.start() >= at:
                found.append(self._settle(sentence, m, self.words.hedges[i]))
                at = found[-1].end
        return found

    def _settle(self, sentence: Sentence, m: re.Match[str], hedge: Hedge) -> Hit:
        before = sentence.text[max(0, m.start() - 24) : m.start()]
        kind, certainty = hedge.kind, hedge.certainty
        if kind == "by_tense":
            kind = self.tense(before, sentence, m.start())
        if hedge.turns and certainty == "likely" and self.negative(before + m.group()[:0]):
            certainty = "unlikely"
        return Hit(sentence.start + m.start(), sentence.start + m.end(), hedge, kind, certainty)

    def tense(self, before: str, sentence: Sentence | None = None, at: int = 0) -> str:
        """Forecast where the words before a hedge look ahead, analysis where they do not."""
        words = self.words
        before = before.rstrip("」』")
        if words.settled.search(before) and not words.forms["coming"].search(before):
            return ANALYSIS
        if words.forms["noun"].search(before):
            if words.forms["thing"].search(before):
                return ANALYSIS
            if words.forms["eventive"].search(before):
                return FORECAST
            return FORECAST if sentence is None or self._eventive(sentence, at) else ANALYSIS
        ahead = words.forms["verbal"].search(before) or words.forms["when"].search(before)
        return FORECAST if ahead else ANALYSIS

    def _eventive(self, sentence: Sentence, at: int) -> bool:
        """Xの可能性: is X something that happens?"""
        end = sentence.start + at - 1
        for p in sentence.phrases:
            for q in within(p):
                if q.end == end:
                    return bool(q.nouns) and q.head is None
        return True

    def negative(self, before: str) -> bool:
        """Whether the words before a hedge deny."""
        return bool(self.words.negated.search(before)) and not self.words.affirming.search(before)

    def closing(self, hits: list[Hit], sentence: Sentence, end: int) -> list[Hit]:
        """The hedges that close the words up to `end`: nothing but endings stands behind each."""
        out: list[Hit] = []
        edge = end
        for hit in reversed(hits):
            if hit.end > end:
                continue
            gap = sentence.text[hit.end - sentence.start : edge - sentence.start].strip("。」』、 ")
            if not self.words.forms["gap"].match(gap):
                break
            out.insert(0, hit)
            edge = hit.start
        return out


def combine(hits: list[Hit], judging: bool) -> tuple[str, str, str]:
    """Kind, certainty and rule of hedges that close the same words.

    `judging`: they are somebody's analysis, in which a weak hedge foresees nothing.
    """
    strong = [h for h in hits if not h.hedge.weak]
    main = strong[-1] if strong else hits[-1]
    kind = main.kind
    if main.hedge.kind == "by_tense" and any(h.hedge.kind == ANALYSIS for h in hits):
        kind = ANALYSIS  # 狙いだろう
    if judging and not strong:
        kind = ANALYSIS
    certainty = main.certainty
    if certainty == "likely" and hits[0].certainty in ("unlikely", "possible"):
        certainty = hits[0].certainty  # 難しいだろう
    if main.certainty == "certain" and hits[-1] is not main:
        certainty = hits[-1].certainty
    return kind, certainty, main.hedge.rule
