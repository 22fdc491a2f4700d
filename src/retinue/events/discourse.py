"""What an article has said so far, as far as later words lean on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from retinue.events import arguments
from retinue.events.arguments import ACTING
from retinue.events.draft import Draft
from retinue.events.presence import Presence
from retinue.events.scene import Mark
from retinue.events.status import OCCURRED, Judge
from retinue.events.when import Calendar
from retinue.languages.base import Case, Clause, Link, Quote, Sentence

_MAIN_LINE = (Link.CHAIN, Link.FINAL, Link.THOUGH)
_REPORTERS = frozenset(("outlet", "organisation"))


@dataclass(slots=True, eq=False)
class Discourse:
    """Drafts so far, whom the text is about, who speaks, and how its dates run.

    `topic` are entity ids. `speaker` and `said` belong to the quotation being
    read: who says it and the clause that says so. `decree` is the clause that
    makes what is being read happen by saying so.
    """

    judge: Judge
    calendar: Calendar
    kinds: dict[str, str]  # entity id to kind
    drafts: list[Draft] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    presence: list[Presence] = field(default_factory=list)
    topic: list[str] = field(default_factory=list)
    speaker: list[str] = field(default_factory=list)
    said: Clause | None = None
    decree: Clause | None = None
    paragraph: int = -1
    opened: bool = False  # the paragraph has a topic of its own
    before: int = 0  # where the sentence before begins
    here: int = 0

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence."""
        self.calendar.enter(sentence)
        self.calendar.children = _children(sentence.clauses)
        if not sentence.quoted:
            self.before, self.here = self.here, sentence.start

    def quote(self, quote: Quote, sentence: Sentence) -> None:
        """Note who says the quotation, and the clause that says so."""
        for clause in sentence.clauses:
            held = [*clause.args, *([clause.complement] if clause.complement else [])]
            if any(p.quote is quote for p in held):
                subject = arguments.of_clause(clause).get("subject")
                self.speaker = arguments.entities(subject, ACTING, False) or list(self.topic)
                self.said = clause
                return
        self.speaker, self.said = list(self.topic), None

    def mark(self, clause: Clause, sentence: Sentence) -> None:
        """A dated clause of the main line moves the scene, event or not."""
        if clause.link not in _MAIN_LINE or sentence.quoted:
            return
        when, dated = self.calendar.of_clause(clause, None)
        if when is None or dated not in ("own", "of") or when.first is None:
            return
        subject = arguments.of_clause(clause).get("subject")
        if arguments.from_outlet(subject):
            return  # the day of a report is not that of what it tells
        since = any(p.date is not None and p.date.bound == "since" for p in clause.args)
        told = clause.past or clause.link is not Link.FINAL
        if since or not told or self.calendar.ahead(when) or self.judge.clause(clause) != OCCURRED:
            return
        people = arguments.entities(subject, ACTING, False)
        opening = sentence.paragraph != self.paragraph
        order, who = len(self.drafts), frozenset(people)
        self.marks.append(Mark(order, when, who, sentence.paragraph, opening, sentence.end))

    def leave(self, sentence: Sentence) -> None:
        """End a sentence: whom it attributes the one before to, and whom it is about."""
        self._attribute(sentence)
        self._note_topic(sentence)

    def _attribute(self, sentence: Sentence) -> None:
        """朝鮮中央通信が13日報じた。 A sentence that only names the source of the one before."""
        if len(sentence.clauses) != 1 or sentence.quoted:
            return
        clause = sentence.clauses[0]
        told = any(p.case in (Case.OBJECT, Case.QUOTE) for p in clause.args)
        if clause.verb not in self.judge.words.facts or told:
            return
        subject = arguments.of_clause(clause).get("subject")
        reporters = [p for p in subject if p.head and p.head.kind in _REPORTERS]
        sources = arguments.entities(reporters, arguments.SOURCES, False)
        for draft in reversed(self.drafts):
            s = draft.sentence
            if s is None or s.paragraph != sentence.paragraph or s.end < self.before:
                break
            draft.sources.extend(e for e in sources if e not in draft.sources)

    def _note_topic(self, sentence: Sentence) -> None:
        """Whoever は marks is the topic; が only opens one where there is none."""
        if sentence.quoted or sentence.kind == "caption":
            return
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.opened = sentence.paragraph, False
        for case in (Case.TOPIC, Case.SUBJECT):
            if case is Case.SUBJECT and self.opened:
                return
            for clause in sentence.clauses:
                if clause.link is Link.ADNOMINAL:
                    continue
                phrases = [p for p in clause.args if p.case is case]
                ids = arguments.entities(phrases, ACTING, False)
                if ids:
                    self.topic, self.opened = ids, True
                    return


def _children(clauses: list[Clause]) -> dict[int, list[Clause]]:
    out: dict[int, list[Clause]] = {}
    for c in clauses:
        if c.parent is not None:
            out.setdefault(id(c.parent), []).append(c)
    return out
