"""Quotations and words that no reporting verb follows: 「…」とX氏。, …というのがXの説明だ."""

from __future__ import annotations

from retinue.languages.base import Case, Quote, Sentence
from retinue.record import Span, Statement
from retinue.statements.due import Calendar
from retinue.statements.judging import FORECAST, SPEECH, Judge, combine
from retinue.statements.voices import Voice, Voices
from retinue.statements.wording import Wording

_FAR = 14  # characters between the quotation and the name behind it
_TAIL = 16  # characters: longer than …との受け止めである。
_PAUSES = "、 　"


class Loose:
    """Reads what is said without a verb of saying."""

    def __init__(self, words: Wording, voices: Voices, judge: Judge, calendar: Calendar):
        self.words = words
        self.calendar = calendar
        self.voices = voices
        self.judge = judge

    def alone(self, sentence: Sentence) -> bool:
        """Whether the sentence is one quotation and nothing else."""
        if len(sentence.quotes) != 1:
            return False
        q = sentence.quotes[0]
        return len(sentence.text.strip().rstrip("。―—…─ ")) <= q.end - q.start + 2

    def find(self, sentence: Sentence) -> list[Statement]:
        """What a sentence without reports says all the same."""
        return self._owned(sentence) or self._viewed(sentence) or self._behind(sentence)

    def _owned(self, sentence: Sentence) -> list[Statement]:
        """…というのがXの説明だ."""
        m = self.words.owner.search(sentence.text)
        if m is None:
            return []
        who = [
            x
            for x in sentence.mentions
            if m.start("who") <= x.start - sentence.start < m.end("who")
        ]
        voice = self.voices.of_mention(who[-1]) if who else Voice(why="nobody named")
        at, end = sentence.start, sentence.start + m.start()
        s = Statement(
            "",
            SPEECH,
            sentence.text[: m.start()].strip(_PAUSES).strip("「」"),
            speaker=voice.entity,
        )
        s.quoted = any(q.end + 1 == end for q in sentence.quotes)
        if m["noun"] in self.words.sets["judging"]:
            self._grade(s, sentence, at, end)
        s.sources = list(voice.sources)
        s.evidence = [Span(sentence.paragraph, at, sentence.end)]
        s.rule, s.trace = self.words.owned.rule, [voice.why]
        return [s]

    def _viewed(self, sentence: Sentence) -> list[Statement]:
        """X氏は「…」との見方だ."""
        m = self.words.viewing.search(sentence.text, max(0, len(sentence.text) - _TAIL))
        if m is None or not sentence.clauses:
            return []
        at, end = sentence.start, sentence.start + m.start()
        voice = self.voices.topic_of(sentence.clauses[-1], end)
        if voice is None:
            last = self.voices.topic
            if last is None or not last.expert:
                return []
            voice = Voice(last.entity, list(last.sources), why="goes on speaking")
        if voice.phrase is not None:
            at = voice.phrase.end + len(voice.phrase.marker)
        said = sentence.text[at - sentence.start : m.start()].strip(_PAUSES)
        s = Statement("", SPEECH, said.strip("「」"), speaker=voice.entity)
        s.quoted = any(q.end + 1 == end for q in sentence.quotes) or said.endswith("」")
        if m["noun"] in self.words.sets["viewing"]:
            self._grade(s, sentence, at, end)
        s.sources = list(voice.sources)
        s.evidence = [Span(sentence.paragraph, at, sentence.end)]
        s.rule, s.trace = self.words.viewed.rule, [voice.why]
        return [s]

    def _grade(self, s: Statement, sentence: Sentence, at: int, end: int) -> None:
        """What is called a view is an analysis or a forecast."""
        text = sentence.text[: end - sentence.start].rstrip("」")
        hits = self.judge.closing(self.judge.hits(sentence, at, end), sentence, end)
        kind, certainty, _ = combine(hits, True) if hits else (self.judge.tense(text), "likely", "")
        s.kind, s.certainty = kind, certainty
        if kind == FORECAST:
            s.due = self.calendar.due(sentence, at, end)

    def _behind(self, sentence: Sentence) -> list[Statement]:
        """「…」とX氏。: nothing but who said it stands behind the words."""
        for q in sentence.quotes:
            rest = sentence.text[q.end + 1 - sentence.start :].rstrip("。 ")
            if not rest and q is sentence.quotes[-1]:
                args = [*sentence.phrases, *(p for c in sentence.clauses for p in c.args)]
                cited = self.voices.by([p for p in args if p.case is Case.SOURCE])
                if cited is not None:
                    return [self.bare(sentence, q, cited, sentence.end)]
            if not self.words.forms["quoted"].match(rest):
                continue
            for m in sentence.mentions:
                if (
                    m.start >= q.end + 2
                    and m.end == q.end + 1 + len(rest)
                    and m.kind in ("person", "organisation")
                ):
                    if m.start > q.end + _FAR:
                        continue
                    return [self.bare(sentence, q, self.voices.of_mention(m), m.end)]
        return []

    def bare(self, sentence: Sentence, quote: Quote, voice: Voice, end: int) -> Statement:
        """A quotation that no reporting verb follows."""
        s = Statement("", SPEECH, quote.text, True, voice.entity, sources=list(voice.sources))
        s.evidence = [Span(sentence.paragraph, quote.start - 1, end)]
        s.rule = self.words.nameless.rule
        s.trace = [voice.why]
        return s
