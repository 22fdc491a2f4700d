"""Eventive nouns: 会談, 訪問, 派兵 as arguments and as modifiers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from retinue.dates.spans import Resolved
from retinue.events import arguments, roles, telling
from retinue.events.arguments import ACTING, LOCAL, Arguments
from retinue.events.discourse import Discourse
from retinue.events.draft import Draft
from retinue.events.frames import Frame, Frames, types
from retinue.events.status import DENIED, OCCURRED, PLANNED
from retinue.languages.base import Case, Clause, Link, Phrase, Sentence

# Types that need both sides named when only a noun tells of them.
_PAIRED = frozenset(("meet", "call", "receive", "invite", "message"))
_JOURNEYS = frozenset(("visit", "arrive", "depart"))
_NEEDS_GOAL = frozenset(("visit", "arrive"))
# A name compounded with the noun may be the one it is done to.
_AIMED = frozenset(("aid", "supply", "support", "attack", "accuse", "sanction"))


class NounReader:
    """Reads the events that nouns tell."""

    def __init__(self, frames: Frames, discourse: Discourse):
        self.frames = frames
        self.discourse = discourse
        self.judge = discourse.judge
        self.taking_place = self.judge.words.taking_place

    def read(self, phrase: Phrase, holder: Clause | None, sentence: Sentence, told: str) -> None:
        """Read one phrase. `holder` is the clause it stands in, `told` what that clause told."""
        called = self._called(phrase)
        if called is None:
            return
        index, frames = called
        status, full = self.judge.noun(phrase, holder, index)
        if status is None:
            return
        if self._called_off(phrase, sentence):
            status = DENIED
        args = arguments.of_noun(phrase)
        if full and holder is not None:
            _add_holder(args, holder, phrase)
        for frame in frames:
            if frame.type == told:
                return  # 歓送を受けた is told by its verb already
            if self._fires(frame, args):
                draft = telling.begin(frame, status, args, sentence)
                draft.told, draft.noun = (1 if full else 0), phrase
                if self._settle(draft, frame, args, holder):
                    return

    def _settle(self, draft: Draft, frame: Frame, args: Arguments, holder: Clause | None) -> bool:
        """Fill the draft; tell it and return True, if it says enough."""
        phrase = draft.noun
        assert phrase is not None
        full = draft.told == 1
        decree = holder
        if full and holder is not None and holder.link is Link.QUOTE:
            decree = holder.parent  # 封鎖を実施すると通告した
        if (
            frame.act
            and draft.status == PLANNED
            and decree is not None
            and self.judge.decrees(decree)
        ):
            self.discourse.decree = decree
            draft.status = OCCURRED
        self._fill(draft, frame, args)
        if frame.goal:
            self._toward(draft, phrase, holder)
        if full and not draft.actor and holder is not None and not holder.passive:
            topic = self.discourse.topic
            draft.actor, draft.guessed = [e for e in topic if e not in draft.counterpart], True
        if not full and holder is not None:
            self._from_holder(draft, phrase, holder)
        if draft.guessed and draft.type in ("meet", "call") and len(draft.principals) < 2:
            draft.actor, draft.guessed = [], False
        if self._complete(draft, frame):
            telling.tell(draft, args, holder if full else None, self.discourse)
            return True
        if not frame.light:
            self._refer(draft, holder, args)
        return False

    def _called(self, phrase: Phrase) -> tuple[int, list[Frame]] | None:
        """The frames that a phrase's words call, the last eventive word first, and its place."""
        words = phrase.nouns
        if not words and phrase.head is not None and phrase.head.kind in ("document", "occasion"):
            # a named thing that is an event too (祝電, 日米首脳会談)
            name = _kind_of(phrase.head.name)
            ends = (name[-k:] for k in range(min(6, len(name)), 1, -1))
            found = next((self.frames.by_noun[e] for e in ends if e in self.frames.by_noun), None)
            if phrase.head.kind == "document" and found:
                found = [f for f in found if f.type == "message"]
            return (-1, found) if found else None
        for end in range(len(words), 0, -1):
            for start in range(max(0, end - 3), end):
                found = self.frames.by_noun.get("".join(words[start:end]))
                if found:
                    # 訪問団, 攻撃型: what follows makes another thing of it
                    whole = all(w in self.frames.behind for w in words[end:])
                    return (end - 1, found) if whole else None
        return None

    def _called_off(self, phrase: Phrase, sentence: Sentence) -> bool:
        """訪問は10月に予定されていたが、延期された."""
        cancelling = self.judge.words.cancelling
        return any(
            c.verb in cancelling and phrase in (*c.args, *c.shared) for c in sentence.clauses
        )

    def _fires(self, frame: Frame, args: Arguments) -> bool:
        if frame.embeds:
            return True
        if frame.type not in _PAIRED:
            for cases, wanted in frame.when.items():
                if "of" in cases.split("|") and not arguments.holds(args, cases, wanted):
                    return False
        return not any(arguments.holds(args, c, w) for c, w in frame.unless.items())

    def _fill(self, draft: Draft, frame: Frame, args: Arguments) -> None:
        roles.fill(draft, frame, args, self.taking_place)
        if not draft.actor:
            draft.actor = arguments.entities(args.get("by"), ACTING, False)
        owners = arguments.entities(args.get("of"), ACTING, False)
        compound = arguments.entities(args.get("compound"), ACTING, False)
        if draft.type in _JOURNEYS:
            draft.counterpart = draft.counterpart or [e for e in compound if e not in draft.actor]
            draft.actor = [e for e in draft.actor if e not in draft.counterpart]
            owners = [e for e in owners if e not in compound]
        asked = args.clause is not None and args.clause.link is Link.TO
        if draft.type == "meet" and owners and asked:
            draft.actor = owners  # 安保理の会合を開くよう求めた: the council meets, not who asks
        if owners and self._suffers(draft, compound):
            draft.counterpart, draft.actor = owners, [e for e in draft.actor if e not in owners]
            return
        draft.actor = draft.actor or owners
        if compound and draft.type not in _JOURNEYS:
            if not draft.actor:
                draft.actor = [e for e in compound if e not in draft.counterpart]
            elif not draft.counterpart and draft.type in _AIMED:
                draft.counterpart = [e for e in compound if e not in draft.actor]
        if types()[draft.type]["roles"].get("place") and draft.place is None:
            where = [p for case in ("to", "at", "compound", "of") for p in args.get(case)]
            draft.place = roles.place(where, self.taking_place)

    def _suffers(self, draft: Draft, compound: list[str]) -> bool:
        """氏の殺害, ロシア機の撃墜: what stands in the genitive is done to, not doing."""
        noun = draft.noun
        return noun is not None and not compound and arguments.ends_in(noun, self.frames.suffered)

    def _toward(self, draft: Draft, phrase: Phrase, holder: Clause | None) -> None:
        """訪問先の首都で語った, 次の訪問国の中国に向かう: the place is what the noun modifies."""
        target = phrase
        while target.parent is not None:
            target = target.parent
            if target.head is not None and target.head.kind in LOCAL:
                draft.place = roles.place([target], self.taking_place)
                draft.counterpart = arguments.entities([target], ACTING, True)
        if target.case in (Case.AIM, Case.TO):
            draft.status = PLANNED
        if holder is not None:
            subject = arguments.of_clause(holder).get("subject")
            draft.actor = arguments.entities(subject, ACTING, False) or list(self.discourse.topic)
            draft.clause = holder if target.case is Case.AT else draft.clause

    def _from_holder(self, draft: Draft, phrase: Phrase, holder: Clause) -> None:
        """1月6日の電話会談で、大統領が首相に求めた: who talked is who acts in the clause."""
        here = phrase.case is Case.AT and phrase in holder.args
        if (
            draft.type in ("meet", "call", "invite")
            and len(draft.principals) < 2
            and (draft.principals or here)
        ):
            outer = arguments.of_clause(holder)
            cases = ("subject",) if draft.principals else ("subject", "to", "with")
            people = arguments.entities([p for c in cases for p in outer.get(c)], ACTING, False)
            draft.actor = draft.actor or people[:1]
            draft.counterpart = draft.counterpart or [e for e in people if e not in draft.actor]
        about = holder.copula and phrase.case is Case.TOPIC
        if draft.type == "visit" and not draft.actor and about:
            topic = self.discourse.topic
            draft.actor, draft.guessed = [e for e in topic if e not in draft.counterpart], True
        if holder.copula or phrase.case in (Case.AT, Case.BY, Case.TOPIC, Case.SUBJECT):
            draft.clause = holder

    def _refer(self, draft: Draft, holder: Clause | None, args: Arguments) -> None:
        """会談は宮殿で行われ: a noun without people of its own speaks of the event just told.

        With another day it is another time of the same people: 初回は昨年11月に開催.
        """
        if draft.type not in ("meet", "call", "visit") or draft.noun is None:
            return
        alike = (d for d in reversed(self.discourse.drafts) if d.type == draft.type and d.told == 2)
        told = next(alike, None)
        if told is None or not told.near(draft, 2) or len(told.principals) < 2:
            if draft.type == "meet" and draft.told == 1 and not draft.principals:
                draft.open = True
                telling.tell(draft, args, holder, self.discourse)
            return
        calendar = self.discourse.calendar
        when, _ = calendar.of_noun(draft.noun, None)
        if when is None and holder is not None and draft.told == 1:
            when, _ = calendar.of_clause(holder, None)
        if when is not None and told.when is not None and not _overlap(when, told.when):
            draft.actor, draft.counterpart = list(told.actor), list(told.counterpart)
            draft.status = (
                PLANNED if calendar.ahead(when) and draft.status == OCCURRED else draft.status
            )
            telling.tell(draft, args, holder if draft.told == 1 else None, self.discourse)
            draft.told = 0  # another time than the one the article goes on about
        elif draft.told == 1 and draft.status == OCCURRED:
            told.place = told.place or draft.place
            told.when = told.when or when

    def _complete(self, draft: Draft, frame: Frame) -> bool:
        if draft.told == 1:
            return bool(draft.principals) or draft.type in telling.FROM_SCENE
        if draft.symmetric:
            roles.split(draft)
        if draft.type in _PAIRED:
            return len(draft.principals) > 1
        if draft.type in _NEEDS_GOAL or frame.light:
            return bool(draft.actor and (draft.counterpart or draft.place))
        if frame.words or draft.type == "attend":
            return False
        return bool(draft.actor) or draft.type == "launch"


def phrases(sentence: Sentence) -> Iterator[tuple[Phrase, Clause]]:
    """Every phrase of a sentence with the clause it stands in, however deep."""
    for clause in sentence.clauses:
        tops = [*clause.args, *([clause.complement] if clause.complement else [])]
        for top in tops:
            for p in arguments.inside(top):
                yield p, clause


def _kind_of(name: str) -> str:
    """What stands before a proper name in quotation marks: 共同訓練「…」."""
    opening = next(
        (i for i, sign in enumerate(name) if unicodedata.category(sign) in ("Ps", "Pi")), 0
    )
    return name[:opening] or name


def _overlap(a: Resolved, b: Resolved) -> bool:
    if a.first is None or b.first is None:
        return True
    return a.first <= (b.last or b.first) and b.first <= (a.last or a.first)


def _add_holder(args: Arguments, holder: Clause, phrase: Phrase) -> None:
    """Give an eventive noun the arguments of the light verb that carries it."""
    args.clause = holder
    for case, found in arguments.of_clause(holder).table.items():
        for p in found:
            if p is not phrase and phrase not in p.coords and p not in phrase.coords:
                args.add(case, p)
    if holder.passive:
        args.table.pop("subject", None)
