"""When a forecast would come true: the days its own dates name."""

from __future__ import annotations

from datetime import date

from retinue.dates import Expression, Resolved
from retinue.languages.base import Sentence
from retinue.statements.wording import Wording


class Calendar:
    """Resolves the dates of what is said, counted from the page's day."""

    def __init__(self, words: Wording, reference: date | None):
        self.words = words
        self.reference = reference

    def due(self, sentence: Sentence, start: int, end: int) -> tuple[str, str] | None:
        """First and last day of what is foreseen between two offsets; None where nothing says."""
        found: list[Resolved] = []
        context: Resolved | None = None
        for d in sentence.dates:
            if not start <= d.start < end:
                if d.end <= start:
                    context = d.resolve(self.reference, context, True) or context
                continue
            if self._conditional(sentence, d.end, end):
                context = d.resolve(self.reference, context, True) or context
                continue
            r = d.resolve(self.reference, context, True)
            if r is None or (r.first is None and r.last is None):
                continue
            context = r
            r = self._limited(sentence, d, r)
            if r.last is not None and (self.reference is None or r.last >= self.reference):
                found.append(r)
        return self._hull(found)

    def _limited(self, sentence: Sentence, d: Expression, r: Resolved) -> Resolved:
        """10月の会議までの: the limit stands behind what the date modifies."""
        behind = sentence.text[max(d.end, d.tail) - sentence.start :][:24]
        if self.words.forms["limit"].match(behind) and r.last is not None:
            return Resolved(None, r.last, "period")
        return r

    def _conditional(self, sentence: Sentence, at: int, end: int) -> bool:
        """Does the date belong to a condition (来月3日に…なら、…)?"""
        text = sentence.text[at - sentence.start : end - sentence.start]
        head = text.split("、")[0] if "、" in text else ""
        return bool(head and self.words.forms["condition"].search(head))

    def _hull(self, found: list[Resolved]) -> tuple[str, str] | None:
        if not found:
            return None
        days = [r for r in found if r.precision in ("day", "period")]
        exact = days or found
        firsts = [r.first for r in exact]
        lasts = [r.last for r in exact if r.last is not None]
        first = min((f for f in firsts if f is not None), default=self.reference)
        if first is None or not lasts:
            return None
        if self.reference is not None and first < self.reference <= max(lasts):
            first = self.reference
        return first.isoformat(), max(lasts).isoformat()
