"""On whose word the article has a statement: those cited, told, or passing it on."""

from __future__ import annotations

from retinue.languages.base import Case, Link, Phrase, Sentence
from retinue.record import Statement
from retinue.statements.report import Report
from retinue.statements.voices import Voice, Voices
from retinue.statements.wording import CLAUSE, Wording

_TAIL = 14  # characters: longer than what says at the end that it is hearsay
_SUBJECTS = (Case.SUBJECT, Case.TOPIC, Case.ALSO)


class Citations:
    """Fills the sources of statements; `outlet` is the medium that prints the article."""

    def __init__(self, words: Wording, voices: Voices, outlet: str | None):
        self.words = words
        self.voices = voices
        self.outlet = outlet or ""
        self.cited: list[str] = []  # according to whom the sentence before was
        self.previous: list[Statement] = []  # those of the sentence before

    def medium(self, report: Report) -> Phrase | None:
        """The medium that is the subject of the reporting words."""
        for p in report.clause.args:
            if p.case in _SUBJECTS and p.head is not None and p.head.kind == "outlet":
                return p
        return None

    def unknown(self, report: Report) -> bool:
        """…と、地元紙Xが伝えている: whether a medium not known as one passes the words on."""
        if (report.clause.verb, report.how) not in self.words.relayed:
            return False
        return any(
            p.case is Case.SUBJECT and p.start >= report.end and p.head is None
            for p in report.clause.args
        )

    def of(self, report: Report, sentence: Sentence, voice: Voice) -> list[str]:
        """The sources of what a report says, nearest first, the speaker left out."""
        found = self.voices.cited(
            [*self._told(sentence, report), *self.citing(sentence, report.stop)]
        )
        for outer in report.via:
            other = self.voices.of_clause(outer.clause)
            if other is not None:
                found += [other.entity] if other.entity else other.sources
        return [e for e in dict.fromkeys(found) if e != voice.entity]

    def _told(self, sentence: Sentence, report: Report) -> list[Phrase]:
        """通信社に語った: the medium to which it was said, if not the one that prints it."""
        out = []
        facing = [
            p
            for c in sentence.clauses
            for p in c.args
            if c is not report.clause
            and p.marker in self.words.sets["facing"]
            and p.end <= report.end
        ]
        for p in (*report.clause.args, *facing):
            head = p.head
            if head is None and p.of and p.noun in self.words.sets["interview"]:
                head = p.of[-1].head
            if p.case not in (Case.TO, Case.AT) or head is None or head.kind != "outlet":
                continue
            own = bool(self.outlet) and (head.name in self.outlet or self.outlet in head.name)
            if not own and head.name not in self.words.sets["open"]:
                out.append(p)
        return out

    def told(self, sentence: Sentence, report: Report) -> list[Phrase]:
        """高官の話として: those on whose word an outlet has what it reports."""
        return [
            p
            for c in sentence.clauses
            for p in c.args
            if p.case is Case.AS and p.end <= report.clause.end and self._words_of(p)
        ]

    def _words_of(self, p: Phrase) -> bool:
        return p.noun in self.words.sets["word of"] and bool(p.of or p.mentions)

    def citing(self, sentence: Sentence, stop: int) -> list[Phrase]:
        """…によると, …の発表では: the phrases that name on whose word the sentence is."""
        return [p for c in sentence.clauses for p in c.args if p.end <= stop and self._cites(p)]

    def _cites(self, p: Phrase) -> bool:
        sets = self.words.sets
        words = p.case is Case.AT and p.marker in sets["spoken of"] and p.noun in sets["word of"]
        return p.case is Case.SOURCE or (words and bool(p.of))

    def settle(self, sentence: Sentence, here: list[Statement]) -> None:
        """Give the statements of a sentence those who pass it on; remember them for the next."""
        self._relayed(sentence, here)
        phrases = self.citing(sentence, sentence.end)
        hearsay = self.words.forms["hearsay"].search(sentence.text[-_TAIL:])
        if phrases:
            self.cited = self.voices.cited(phrases)
        elif hearsay:
            _add(here, self.cited)
        else:
            self.cited = []
        self.previous = here

    def _relayed(self, sentence: Sentence, here: list[Statement]) -> None:
        """朝鮮中央通信が報じた: who passed on what is said here or in the sentence before."""
        for i, c in enumerate(sentence.clauses):
            if (
                c.link not in (Link.FINAL, Link.CHAIN, Link.THOUGH)
                or (c.verb, CLAUSE) not in self.words.relayed
            ):
                continue
            outlets = [
                p for p in c.args if p.case in _SUBJECTS and p.head and p.head.kind == "outlet"
            ]
            told = [p for p in c.args if p.case is Case.AS and p.noun in self.words.sets["word of"]]
            inside = [s for s in here if s.evidence[0].start < c.end]
            passed = inside or (self.previous if i == 0 and not here else [])
            _add(passed, self.voices.cited([*outlets, *told]))


def _add(statements: list[Statement], sources: list[str]) -> None:
    for s in statements:
        s.sources = [*s.sources, *(e for e in sources if e not in s.sources and e != s.speaker)]
