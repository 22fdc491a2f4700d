"""Sentences that only tell who said the one before, or go on telling what was said in it."""

from __future__ import annotations

from retinue.languages.base import Case, Phrase, Sentence
from retinue.record import Span, Statement
from retinue.statements.due import Calendar
from retinue.statements.extent import PAUSES
from retinue.statements.judging import FORECAST, SPEECH, Judge, combine
from retinue.statements.voices import Voice, Voices
from retinue.statements.wording import Wording

_TAIL = 14  # characters: longer than what says at the end that it is hearsay
_SUBJECTS = (Case.TOPIC, Case.SUBJECT, Case.ALSO)
_TELLING = ("person", "organisation")


class Following:
    """Remembers the sentence before, as long as the paragraph goes on."""

    def __init__(self, words: Wording, voices: Voices, judge: Judge, calendar: Calendar):
        self.words = words
        self.judge = judge
        self.calendar = calendar
        self.voices = voices
        self.before: Sentence | None = None
        self.said: list[Statement] = []

    def leave(self, sentence: Sentence, said: list[Statement]) -> None:
        """Remember a sentence and its statements."""
        self.before, self.said = sentence, said

    def announced(self, sentence: Sentence) -> list[Statement] | None:
        """インド軍が発表した。: the sentence before is what was announced.

        The new statements (none where the one before has its own, which then gets the
        source); None where the sentence announces nothing so.
        """
        before = self.before
        if before is None or before.paragraph != sentence.paragraph:
            return None
        who = self._announcer(sentence)
        if who is None:
            return None
        voice = self.voices.of_phrase(who)
        body = voice.entity or next(iter(voice.sources), None)
        if body is None:
            return None
        made: list[Statement] = []
        if self.said:
            for s in self.said:
                if body not in (s.speaker, *s.sources):
                    s.sources = [*s.sources, body]
                    s.trace.append(f"announced by {who.text}")
        elif who.head is not None and who.head.kind in _TELLING:
            made = [self._statement(before, voice, self.words.announced.rule)]
            made[0].evidence.append(Span(sentence.paragraph, sentence.start, sentence.end))
        self.leave(sentence, made)
        return made

    def _announcer(self, sentence: Sentence) -> Phrase | None:
        clause = sentence.clauses[-1] if sentence.clauses else None
        if clause is None or sentence.quotes or clause.passive or clause.negative:
            return None
        if clause.verb not in self.words.sets["announcing"] and not (
            self.words.forms["announces"].search(sentence.text[-_TAIL:])
        ):
            return None
        if any(c is not clause and c.modifies is None for c in sentence.clauses):
            return None
        if any(p.case in (Case.OBJECT, Case.QUOTE, Case.ABOUT) for p in clause.args):
            return None
        who = [p for p in clause.args if p.case in _SUBJECTS]
        return who[0] if len(who) == 1 and who[0].clause is None else None

    def continued(self, sentence: Sentence) -> list[Statement]:
        """2年以内に選挙を実施するという。: he who spoke in the sentence before goes on."""
        before = self.before
        if before is None or before.paragraph != sentence.paragraph or not self.said:
            return []
        last = self.said[-1]
        text = sentence.text[-_TAIL:]
        if last.speaker is None or not self.words.forms["planned"].search(text):
            return []
        clauses = sentence.clauses
        args = [p for c in clauses for p in c.args]
        inner = {id(p) for c in clauses if c.modifies is not None for p in c.args}
        for p in args:
            told = p.case is Case.SUBJECT and id(p) not in inner
            if told or p.case in (Case.SOURCE, Case.TOPIC, Case.ALSO):
                return []
        known = self.voices.last or Voice()
        voice = Voice(last.speaker, list(last.sources), None, known.expert, why="goes on speaking")
        return [self._statement(sentence, voice, self.words.continued.rule)]

    def cited(self, sentence: Sentence) -> list[Statement]:
        """X教授によると、…見込みだという。: a person on whose word the sentence is speaks."""
        m = self.words.forms["hearsay"].search(sentence.text)
        if m is None:
            return []
        for p in (p for c in sentence.clauses for p in c.args if p.case is Case.SOURCE):
            if p.head is None or p.head.kind != "person" or not p.head.entity:
                continue
            voice = self.voices.of_phrase(p)
            s = self._statement(sentence, voice, self.words.continued.rule)
            at, end = p.end + len(p.marker), sentence.start + m.start()
            while sentence.text[at - sentence.start] in PAUSES:
                at += 1
            s.evidence = [Span(sentence.paragraph, at, sentence.end)]
            s.text = sentence.text[at - sentence.start : m.start()]
            hits = self.judge.closing(self.judge.hits(sentence, at, end), sentence, end)
            if hits and (voice.expert or any(h.hedge.plain for h in hits)):
                s.kind, s.certainty, _ = combine(hits, voice.expert)
            if s.kind == FORECAST:
                s.due = self.calendar.due(sentence, at, end)
            return [s]
        return []

    def _statement(self, sentence: Sentence, voice: Voice, rule: str) -> Statement:
        text = sentence.text.strip().rstrip("。")
        s = Statement("", SPEECH, text, speaker=voice.entity, sources=list(voice.sources))
        s.evidence = [Span(sentence.paragraph, sentence.start, sentence.end)]
        s.rule, s.trace = rule, [voice.why]
        return s
