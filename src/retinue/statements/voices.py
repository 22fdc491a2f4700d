"""Who speaks: from the subject of the reporting words, or from what stood before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from retinue.languages.base import Case, Clause, Link, Mention, Phrase, Sentence
from retinue.record import Entity
from retinue.statements.wording import Wording

_SPEAKING = frozenset(("person", "organisation", "country"))
_SEVERAL = ("both", "sides")
_NAMED = ("person", "organisation")
_BODIES = ("organisation", "country")
LINE = (Link.FINAL, Link.CHAIN, Link.THOUGH, Link.BECAUSE)
_APART = (Link.ADNOMINAL, Link.QUOTE, Link.NOMINAL)  # what is told there has its own subject
_SUBJECTS = (Case.TOPIC, Case.SUBJECT, Case.ALSO)


@dataclass(slots=True)
class Voice:
    """Who speaks (`entity`, None for nobody named), through whom (`sources`), and why we think so."""

    entity: str | None = None
    sources: list[str] = field(default_factory=list)
    phrase: Phrase | None = None
    expert: bool = False
    unnamed: bool = False
    why: str = ""


def within(phrase: Phrase) -> Iterator[Phrase]:
    """The phrase and all that hangs on it."""
    yield phrase
    for p in (*phrase.of, *phrase.coords):
        yield from within(p)


class Voices:
    """Finds speakers; remembers who spoke last and whom the text was speaking of."""

    def __init__(self, words: Wording, entities: list[Entity]):
        self.words = words
        self.entities = {e.id: e for e in entities}
        self.bodies = {
            name: e.id
            for e in reversed(entities)
            if e.kind in _BODIES
            for name in e.names
            if not name.endswith(words.unnamed)
        }
        self.experts: dict[str, bool] = {}
        self.last: Voice | None = None
        self.topic: Voice | None = None
        self.paragraph = -2
        self.clauses: list[Clause] = []

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence; a new paragraph forgets of whom the text was speaking."""
        self.clauses = sentence.clauses
        if sentence.paragraph != self.paragraph:
            self.paragraph = sentence.paragraph
            self.topic = None

    def leave(self, sentence: Sentence, spoke: Voice | None) -> None:
        """Remember for the next sentence who spoke in this one, or of whom it told."""
        if spoke is not None:
            self.last = self.topic = spoke
            return
        self.topic = self._told_of(sentence) or self.topic

    def _told_of(self, sentence: Sentence) -> Voice | None:
        """Of whom a sentence tells: its last topic, else the last who does something."""
        for clause in reversed(sentence.clauses):
            if clause.link not in LINE:
                continue
            for p in reversed(clause.args):
                if p.case is Case.TOPIC and self._speaks(p):
                    return self.of_phrase(p)
        for clause in reversed(sentence.clauses):
            found = self.of_clause(clause) or self._document(clause)
            if found is not None:
                return found
        return None

    def _document(self, clause: Clause) -> Voice | None:
        """宣言には…とある: the text goes on to tell what it says."""
        for p in clause.args:
            if (
                p.case in (Case.TO, Case.AT)
                and p.marker in self.words.sets["spoken of"]
                and p.head
                and p.head.kind == "document"
            ):
                return self.of_phrase(p)
        return None

    def of_clause(self, clause: Clause, body: Clause | None = None) -> Voice | None:
        """The one who does what the clause says, if somebody that can speak.

        `body` is the clause that is said: its topic can be the speaker's, its subject cannot.
        """
        inside = {id(p) for p in body.args} if body is not None else set()
        topics = [p for p in body.args if p.case is Case.TOPIC] if body is not None else []
        shared = [p for p in clause.shared if p.start < clause.start]
        for phrases in (clause.args, topics, shared):
            able = [p for p in phrases if p.case in _SUBJECTS and self._speaks(p)]
            able = [p for p in able if phrases is topics or id(p) not in inside]
            leading = [p for p in able if p.case is not Case.SUBJECT] or able
            if leading:  # X相も、Y国は「…」と警告した: the first of them
                return self.of_phrase(self._first(leading, clause))
        return self._cleft(clause)

    def _first(self, phrases: list[Phrase], clause: Clause) -> Phrase:
        """The first of several subjects, those ahead of an earlier clause (Xは…し、Yも…) last."""
        if len(phrases) > 1:
            ends = [c.end for c in self.clauses if c.end <= clause.start and c.link in LINE[1:3]]
            edge = max(ends, default=0)
            phrases = [p for p in phrases if p.start >= edge] or phrases
        return min(phrases, key=lambda p: p.start)

    def _cleft(self, clause: Clause) -> Voice | None:
        """…を唱えるのはX氏で、「…」と話す: the one whom the cleft brings out."""
        split = any(
            p.case is Case.TOPIC and p.clause is not None and p.clause.link is Link.NOMINAL
            for p in (*clause.args, *clause.shared)
        )
        if not split:
            return None
        said = clause.complement
        if said is not None and said.head is not None and said.head.kind in _NAMED:
            return self.of_phrase(said)
        for p in clause.args:
            if p.case is Case.AT and p.head is not None and p.head.kind in _NAMED:
                return self.of_phrase(p)
        return None

    def _speaks(self, p: Phrase) -> bool:
        if p.head is not None:
            if p.head.kind == "country" and p.head.start > p.start:
                return False  # 訪…, 対…: a visit, not the state
            return p.head.kind in _SPEAKING or p.head.kind == "document"
        if p.case is Case.TOPIC and p.noun in self.words.sets["texts"]:
            return True
        return p.text.endswith(self.words.unnamed) or p.text.endswith(self.words.somebody)

    def of_phrase(self, p: Phrase) -> Voice:
        """The voice that a phrase names."""
        voice = Voice(phrase=p)
        first = p.everyone()[0]
        if (
            first is not p
            and first.case is Case.WITH
            and first.head
            and p.head
            and first.head.kind == p.head.kind
        ):
            voice = self.of_phrase(first)
            voice.phrase = p
            return voice
        nobody = p.text.endswith(self.words.unnamed) and not self._known(p)
        if nobody:
            voice.unnamed = True
            voice.sources = self._bodies(p)
            voice.why = f"unnamed: {p.text}"
        elif p.head is not None and p.head.kind == "document":
            voice.sources = p.head.entity[:1]
            voice.why = f"it stands in {p.text}"
        elif p.head is None:
            voice.sources = self._bodies(p)
            voice.why = f"not known by name: {p.text}"
        else:
            voice.entity = p.head.entity[0] if p.head.entity else None
            voice.why = f"speaker: {p.text}"
            if voice.entity is None:
                voice.sources = self._bodies(p, states=False)
        voice.expert = self._is_expert(p, voice.entity)
        return voice

    def _known(self, p: Phrase) -> bool:
        """A person by name, or a body that is called the authorities (保健当局)."""
        if p.head is None or not p.head.name:
            return False
        body = p.head.kind == "organisation" and p.head.name.endswith(self.words.authorities)
        return p.head.kind == "person" or body

    def _bodies(self, p: Phrase, states: bool = True) -> list[str]:
        """The body whose unnamed official speaks: named beside him, within his name, or a state."""
        mentions = [m for q in within(p) for m in q.mentions if m.entity]
        named = [m for m in mentions if not m.name.endswith(self.words.unnamed)]
        for m in named:
            if m.kind == "organisation":
                return m.entity[:1]
        for m in mentions:
            for end in range(len(m.name) - 1, 1, -1):
                if m not in named and m.name[:end] in self.bodies:
                    return [self.bodies[m.name[:end]]]
        for end in range(len(p.text) - 1, 1, -1) if not mentions else ():
            if p.text[:end] in self.bodies:
                return [self.bodies[p.text[:end]]]
        alone = [m for m in named if m.kind == "country" and m.anaphor not in _SEVERAL]
        return alone[0].entity[:1] if states and alone else []

    def _is_expert(self, p: Phrase, entity: str | None) -> bool:
        explaining = self.words.sets["explaining"]
        here = any(
            self.words.expert.search(q.text)
            or (q.clause is not None and q.clause.verb in explaining)
            for q in within(p)
        )
        if entity is None:
            return here
        if here:
            self.experts[entity] = True
        if entity not in self.experts:
            known = self.entities.get(entity)
            words = (
                [x for q in known.positions for x in (q.title, q.organisation or "")]
                if known
                else []
            )
            self.experts[entity] = (
                known is not None
                and known.kind == "person"
                and bool(self.words.expert.search(" ".join(words)))
            )
        return self.experts[entity]

    def over(self, sentence: Sentence, before: int) -> Voice | None:
        """The topic of the whole sentence, where the tree has given it to a later clause."""
        topics = [
            p
            for c in sentence.clauses
            for p in c.args
            if p.case is Case.TOPIC and p.date is None and p.end <= before <= c.start
        ]
        first = min(topics, key=lambda p: p.start, default=None)
        return self.of_phrase(first) if first is not None and self._speaks(first) else None

    def outer(self, clause: Clause, p: Phrase) -> Voice | None:
        """X大使は、Y国が「…」と非難し、…: the topic before the subject, given to a later clause."""
        if p.case is not Case.SUBJECT:
            return None
        node: Clause | None = clause
        while node is not None and node.link in (*LINE[:3], Link.TO):
            for q in node.args:
                if q.case in (Case.TOPIC, Case.ALSO) and q.end <= p.start and self._speaks(q):
                    return self.of_phrase(q)
            node = node.parent
        return None

    def ahead(self, clause: Clause, before: int) -> Voice | None:
        """Who stands as a subject of the clause ahead of an offset."""
        able = [p for p in clause.args if p.case in _SUBJECTS and p.end <= before]
        return next((self.of_phrase(p) for p in able if self._speaks(p)), None)

    def topic_of(self, clause: Clause, before: int) -> Voice | None:
        """The topic of a clause ahead of an offset, if it can speak."""
        able = [p for p in clause.args if p.case in (Case.TOPIC, Case.ALSO) and p.end <= before]
        return next((self.of_phrase(p) for p in able if self._speaks(p)), None)

    def behind(self, clause: Clause, after: int) -> Voice | None:
        """…したと、室長は述べた: who is named between the words said and the reporting words."""
        for p in clause.args:
            if p.start >= after and p.case in _SUBJECTS and self._speaks(p):
                return self.of_phrase(p)
        return None

    def by(self, phrases: list[Phrase]) -> Voice | None:
        """…氏の発表では: the person or body on whose word a sentence without a subject is."""
        for p in phrases:
            for q in within(p):
                if q.head is not None and q.head.kind in _SPEAKING:
                    return self.of_phrase(q)
        return None

    def carried(self, sentence: Sentence, before: int) -> Voice | None:
        """Who goes on speaking where the clause names nobody."""
        for clause in reversed(sentence.clauses):
            if clause.end <= before and clause.link not in _APART:
                found = self.of_clause(clause)
                if found is not None:
                    return found
        if self.topic is not None:
            return Voice(
                self.topic.entity,
                self.topic.sources,
                None,
                self.topic.expert,
                why="goes on speaking",
            )
        if self.last is not None:
            return Voice(
                self.last.entity, self.last.sources, None, self.last.expert, why="spoke last"
            )
        return None

    def among(self, phrases: list[Phrase]) -> Voice | None:
        """Nobody named, among those that the phrases name (与党から…との声が上がった)."""
        for p in phrases:
            if p.head is not None and p.head.entity:
                return Voice(None, p.head.entity[:1], p, why=f"voices from {p.text}")
        return None

    def of_mention(self, m: Mention) -> Voice:
        """The voice of a mention that stands alone behind the words."""
        p = Phrase(m.start, m.end, m.name, Case.SUBJECT, head=m, mentions=[m])
        return self.of_phrase(p)

    def cited(self, phrases: Iterable[Phrase]) -> list[str]:
        """Those according to whom something is so, unnamed ones by their body."""
        out: list[str] = []
        for p in phrases:
            head = p.head or next((q.head for q in within(p) if q.head), None)
            head = head or (p.mentions[-1] if p.mentions else None)
            if head is None:
                continue
            if head.name.endswith(self.words.unnamed) or p.text.endswith(self.words.unnamed):
                out.extend(self._bodies(p, states=False))
            elif head.entity:
                out.append(head.entity[0])
        return out
