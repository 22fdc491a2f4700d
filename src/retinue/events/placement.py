"""Who sat or stood where, from sentences and from notes in captions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from retinue.events import arguments
from retinue.events.draft import Draft
from retinue.languages.base import Case, Clause, Link, Mention, Pack, Phrase, Sentence, endings
from retinue.record import Placement

_GATHERINGS = frozenset(("meet", "attend", "sign", "receive", "honour"))
Seat = tuple[str, Placement]


class Seating:
    """Reads placements with a pack's words (`placement.yml`)."""

    def __init__(self, pack: Pack):
        data: dict[str, Any] = pack.resource("placement")
        self.beside = {n: side for side, nouns in data["beside"].items() for n in nouns}
        self.picture = {n: side for side, nouns in data["picture"].items() for n in nouns}
        self.between = frozenset(data["between"])
        self.order_left = tuple(data["order_left"])
        self.order_right = tuple(data["order_right"])

    def of(self, sentence: Sentence) -> list[Seat]:
        """All placements that a sentence gives: entity id and where."""
        out: list[Seat] = []
        around: list[str] = []
        for clause in sentence.clauses:
            if clause.verb in self.between:
                around = self._people([p for p in clause.args if p.case is Case.OBJECT])
                subjects = self._people(
                    [
                        p
                        for p in (*clause.args, *clause.shared)
                        if p.case in (Case.TOPIC, Case.SUBJECT)
                    ]
                )
                out.extend((a, Placement("between", s)) for a in around for s in subjects)
            out.extend(self._clause(clause, around))
        out.extend(self._notes(sentence))
        return out

    def _people(self, phrases: list[Phrase]) -> list[str]:
        return arguments.entities(phrases, arguments.PEOPLE, False)

    def _clause(self, clause: Clause, around: list[str]) -> Iterator[Seat]:
        """Xの右隣にA、左隣にBが座る; 右端はA; Xの後ろはA."""
        side, of = "", ""
        in_picture = ""
        phrases = [*clause.args, *([clause.complement] if clause.complement else [])]
        if (
            clause.link is Link.NOMINAL
            and clause.parent is not None
            and clause.parent.complement is not None
        ):
            phrases.append(clause.parent.complement)  # …の前に座るのは長官
        phrases.sort(key=lambda p: p.start)
        for p in phrases:
            noun = self._place_noun(p)
            if noun in self.beside and (p.case in (Case.TO, Case.AT, Case.TOPIC, Case.NONE)):
                owner = self._people(list(p.of))
                if owner or of or around:
                    side, of, in_picture = self.beside[noun], (owner or [of or around[0]])[0], ""
                    continue
            if noun in self.picture and p.case in (Case.TOPIC, Case.TO, Case.SUBJECT) and not p.of:
                side, in_picture = "", self.picture[noun]
                continue
            people = self._people([p])
            if side and of and p.case is not Case.TOPIC:
                yield from ((e, Placement(side, of)) for e in people if e != of)
                if people:
                    side = ""
            elif in_picture and people:
                yield people[0], Placement(in_picture)
                in_picture = ""

    def _place_noun(self, phrase: Phrase) -> str:
        """The longest word of place that the phrase ends in (右隣 before 隣)."""
        if phrase.head is not None:
            return ""
        ends = endings(phrase.nouns, 3)
        return next((e for e in reversed(list(ends)) if e in self.beside or e in self.picture), "")

    def _notes(self, sentence: Sentence) -> Iterator[Seat]:
        """(左) behind a name, (左から) before a list."""
        people = [m for m in sentence.mentions if m.kind == "person" and m.entity]
        for m in people:
            side = self.picture.get(m.side)
            if side:
                yield m.entity[0], Placement(side)
        for words, sides in (
            (self.order_left, ("leftmost", "rightmost")),
            (self.order_right, ("rightmost", "leftmost")),
        ):
            at = next((sentence.text.find(w) for w in words if w in sentence.text), -1)
            if at >= 0:
                yield from _in_order([m for m in people if m.start >= sentence.start + at], sides)


def _in_order(people: list[Mention], sides: tuple[str, str]) -> Iterator[Seat]:
    ids: list[str] = []
    for m in people:
        ids.extend(e for e in m.entity if e not in ids)
    if len(ids) < 2:
        return
    yield ids[0], Placement(sides[0])
    yield ids[-1], Placement(sides[1])
    if len(ids) == 3:
        yield ids[1], Placement("centre")


def seat(drafts: list[Draft], sentences: list[Sentence], seating: Seating) -> None:
    """Give placements to the event that the words are about: told in the same sentence or before."""
    for sentence in sentences:
        seats = seating.of(sentence)
        if not seats:
            continue
        draft = _about(
            drafts, sentence, [*(e for e, _ in seats), *(p.of for _, p in seats if p.of)]
        )
        if draft is None:
            continue
        for entity, placement in seats:
            draft.placements.setdefault(entity, placement)
            if entity not in draft.principals and entity not in draft.attendee:
                draft.attendee.append(entity)


def _about(drafts: list[Draft], sentence: Sentence, people: list[str]) -> Draft | None:
    best: tuple[tuple[int, int, int, int, int], Draft] | None = None
    for i, d in enumerate(drafts):
        if d.sentence is None or d.words or d.type in ("agree", "depart", "demand"):
            continue
        same = d.sentence.paragraph == sentence.paragraph
        here = d.sentence is sentence
        shared = len(set(people) & {*d.principals, *d.attendee})
        if not shared or (d.sentence.start > sentence.start and not same):
            continue
        before = d.sentence.paragraph < sentence.paragraph or d.sentence.start <= sentence.start
        if not before and not same:
            continue
        gap = sentence.paragraph - d.sentence.paragraph
        gathering = d.type in _GATHERINGS and d.told == 2
        told_here = 2 * here + same if sentence.kind == "caption" else int(here)
        key = (told_here, shared, int(gathering), -gap, i if before else -i)
        if best is None or key > best[0]:
            best = (key, d)
    return best[1] if best else None
