"""From sentences to drafts of events, in the order of the text."""

from __future__ import annotations

from datetime import date

from retinue.events.discourse import Discourse
from retinue.events.frames import frames
from retinue.events.nouns import NounReader, phrases
from retinue.events.predicates import PredicateReader
from retinue.events.status import Judge, wording
from retinue.events.when import Calendar
from retinue.languages.base import Pack, Sentence


class Matcher:
    """Reads the events of an article, sentence by sentence.

    `kinds` maps entity ids to their kinds. The drafts are in `discourse.drafts`.
    """

    def __init__(self, pack: Pack, reference: date | None, kinds: dict[str, str]):
        self.frames = frames(pack)
        words = wording(pack, self.frames.light)
        calendar = Calendar(reference, words, self.frames.verbs("arrive", "visit"))
        self.discourse = Discourse(Judge(words), calendar, kinds)
        self.predicates = PredicateReader(self.frames, self.discourse)
        self.nouns = NounReader(self.frames, self.discourse)

    def sentence(self, sentence: Sentence) -> None:
        """Add the events of one sentence, then of the quotations in it."""
        discourse = self.discourse
        discourse.enter(sentence)
        told: dict[int, str] = {}
        for clause in sentence.clauses:
            discourse.mark(clause, sentence)
            told[id(clause)] = self.predicates.read(clause, sentence)
        for phrase, holder in phrases(sentence):
            self.nouns.read(
                phrase, holder, sentence, told[id(holder)] if phrase in holder.args else ""
            )
        discourse.leave(sentence)
        outer = discourse.speaker, discourse.said
        for quote in sentence.quotes:
            discourse.quote(quote, sentence)
            for inner in quote.sentences:
                self.sentence(inner)
        discourse.speaker, discourse.said = outer
