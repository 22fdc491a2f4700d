"""From clauses to drafts of events: which frame fires, who fills its roles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from retinue.events import arguments, presence
from retinue.events.arguments import ACTING, LOCAL, Arguments
from retinue.events.draft import Draft
from retinue.events.frames import Frame, frames, types
from retinue.events.presence import Presence
from retinue.events.scene import Mark
from retinue.events.status import DENIED, PLANNED, POSSIBLE, Judge, Wording
from retinue.events.when import Calendar
from retinue.languages.base import Case, Clause, Link, Pack, Phrase, Quote, Sentence
from retinue.record import Span

_SOURCES = frozenset(("outlet", "organisation", "person", "country", "document"))
# Types that need both sides named when only a noun tells of them.
_PAIRED = frozenset(("meet", "call", "receive", "invite", "message"))
# Whose actor, where unsaid, is the topic of the text.
_FROM_TOPIC = frozenset(
    "meet visit depart arrive receive honour sign agree call attend invite message support accuse "
    "reject threaten demand protest".split()
)
# Proposed or asked for, these are possible events; of others only the asking is one.
_PROPOSED = frozenset(("meet", "call", "visit", "attend", "sign"))
_OCCASIONS = frozenset(("attend", "meet", "receive", "exercise", "launch", "honour"))
# Kept without people until the scene is known.
_FROM_SCENE = frozenset(("launch", "receive"))
_GATHERINGS = ("meet", "call", "sign", "receive", "attend")
_JOURNEYS = frozenset(("visit", "arrive", "depart"))
_NEEDS_GOAL = frozenset(("visit", "arrive"))


class Matcher:
    """Reads the events of an article, sentence by sentence."""

    def __init__(self, pack: Pack, reference: date | None, kinds: dict[str, str]):
        self.kinds = kinds
        self.frames = frames(pack)
        self.judge = Judge(Wording.of(pack, self.frames.light))
        self.calendar = Calendar(reference, self.judge.words.taking_place, self.judge.words.following)
        self.marks: list[Mark] = []
        self.topic: list[str] = []
        self.paragraph, self.opened = -1, False
        self.drafts: list[Draft] = []
        self.before = self.here = 0
        self.decree: Clause | None = None
        self.speaker: list[str] = []
        self.said: Clause | None = None
        self.told: dict[int, str] = {}
        self.presence: list[Presence] = []

    def sentence(self, sentence: Sentence) -> None:
        """Add the events of one sentence, then of the quotations in it."""
        self.calendar.enter(sentence)
        children = self.calendar.children = _children(sentence.clauses)
        if not sentence.quoted:
            self.before, self.here = self.here, sentence.start
        for clause in sentence.clauses:
            self._mark(clause, sentence)
            self._clause(clause, sentence, children.get(id(clause), []))
        for phrase, holder in _phrases(sentence):
            self._noun(phrase, holder, sentence)
        self._attribute(sentence)
        self._note_topic(sentence)
        outer = self.speaker, self.said
        for quote in sentence.quotes:
            self._enter_quote(quote, sentence)
            for inner in quote.sentences:
                self.sentence(inner)
        self.speaker, self.said = outer

    def _enter_quote(self, quote: Quote, sentence: Sentence) -> None:
        """Who says the quotation, and the clause that says so."""
        for clause in sentence.clauses:
            if any(p.quote is quote for p in (*clause.args, *([clause.complement] if clause.complement else []))):
                subject = arguments.of_clause(clause).get("subject")
                self.speaker = arguments.entities(subject, ACTING, False) or list(self.topic)
                self.said = clause
                return
        self.speaker, self.said = list(self.topic), None

    def _mark(self, clause: Clause, sentence: Sentence) -> None:
        """A dated clause of the main line moves the scene, event or not."""
        if clause.link not in (Link.CHAIN, Link.FINAL, Link.THOUGH) or sentence.quoted or not clause.past and clause.link is Link.FINAL:
            return
        when, dated = self.calendar.of_clause(clause, None)
        if when is not None and dated in ("own", "of") and when.first is not None:
            people = arguments.entities(arguments.of_clause(clause).get("subject"), ACTING, False)
            opening = sentence.paragraph != self.paragraph
            self.marks.append(Mark(len(self.drafts), when, frozenset(people), sentence.paragraph, opening))

    def _attribute(self, sentence: Sentence) -> None:
        """朝鮮中央通信が13日報じた。 A sentence that only names the source of the one before."""
        if len(sentence.clauses) != 1 or sentence.quoted:
            return
        clause = sentence.clauses[0]
        if clause.verb not in self.judge.words.facts or any(p.case in (Case.OBJECT, Case.QUOTE) for p in clause.args):
            return
        subject = [p for p in arguments.of_clause(clause).get("subject") if p.head and p.head.kind in ("outlet", "organisation")]
        sources = arguments.entities(subject, _SOURCES, False)
        for draft in reversed(self.drafts):
            if draft.sentence is None or draft.sentence.paragraph != sentence.paragraph or draft.sentence.end < self.before:
                break
            draft.sources.extend(e for e in sources if e not in draft.sources)

    def _note_topic(self, sentence: Sentence) -> None:
        """Who the text is about: whoever は marks; が only opens a topic where there is none."""
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
                ids = [e for p in clause.args if p.case is case for e in arguments.entities([p], ACTING, False)]
                if ids:
                    self.topic, self.opened = ids, True
                    return

    # predicates

    def _clause(self, clause: Clause, sentence: Sentence, children: list[Clause]) -> None:
        args = arguments.of_clause(clause)
        for child in children:
            if child.link in (Link.TO, Link.QUOTE):
                args.add("to-clause", _clause_phrase(child))
        if any(p.clause is not None and p.clause.link is Link.NOMINAL for p in clause.args):
            args.add("nominal", next(p for p in clause.args if p.clause is not None))
        role, at = self.frames.presence.get(clause.verb, ("", ()))
        frame = self._frame(clause, args)
        if not role and frame is not None and frame.type == "attend" and self._joins(args):
            role, at = "subject", _GATHERINGS  # 会談には外相らが出席した: who was there, not an event of its own
        if role and (frame is None or frame.type == "attend"):
            found = presence.notice(clause, sentence, role, at, self.frames)
            if found is not None:
                self.presence.append(found)
                return
        if frame is None:
            return
        status = self.judge.clause(clause, sentence.kind == "caption")
        if clause.link is Link.TO and status == POSSIBLE and frame.type not in _PROPOSED:
            return
        if status is None:
            return
        if frame.negative and status == DENIED:
            status = "occurred"
        decreed = frame.act and status == PLANNED and clause.parent is not None and clause.link in (Link.QUOTE, Link.NOMINAL)
        if decreed and clause.parent is not None and clause.parent.verb in self.judge.words.decreeing and self.judge.clause(clause.parent) == "occurred":
            status = "occurred"
            self.decree = clause.parent
        self.told[id(clause)] = frame.type
        draft = self._draft(frame, status, args, sentence)
        before = any(c.link is Link.BEFORE for c in children)
        draft.ongoing = before or self.judge.ongoing(clause)
        if clause.passive and not frame.passive:
            self._passive(draft, frame, args)
        else:
            self._fill(draft, frame, args)
        if not draft.counterpart and frame.words and sentence.quoted and self.said is not None:
            outer = arguments.of_clause(self.said)
            draft.counterpart = self._role(frame.roles.get("counterpart", ()), outer, ACTING, draft.actor)
        if clause.verb in frame.intransitive:
            _intransitive(draft)
        uttered = frame.words and self.judge.uttered(clause)
        if uttered and status == PLANNED:
            draft.status = "occurred"
        if not draft.actor and uttered and sentence.quoted and self.speaker:
            draft.actor = list(self.speaker)
        elif not draft.actor and not clause.passive and clause.link is not Link.ADNOMINAL:
            if draft.type in _FROM_TOPIC or draft.type != "launch" and self._unsaid(sentence):
                draft.actor, draft.guessed = list(self.topic), True
        self._tell(draft, args, clause, sentence)

    def _joins(self, args: Arguments) -> bool:
        """Is it an event told elsewhere that they attend: a meeting, or none named at all?"""
        goals = [p for p in (*args.get("to"), *args.get("object")) if p.date is None]
        plain = [p for p in goals if not p.mentions and p.clause is None]
        met = any(f.type in ("meet", "sign", "receive") for p in plain for f in self.frames.by_noun.get(p.noun, ()))
        return bool(self.drafts) and (met and not any(o.head for p in goals for o in p.of) or not goals and bool(args.get("subject")))

    def _unsaid(self, sentence: Sentence) -> bool:
        """Does the sentence leave its subject out altogether?"""
        return not sentence.quoted and not any(
            p.case in (Case.TOPIC, Case.SUBJECT) for c in sentence.clauses for p in c.args
        )

    def _frame(self, clause: Clause, args: Arguments) -> Frame | None:
        for key in self._verb_keys(clause):
            for frame in self.frames.by_verb.get(key, ()):
                if frame.negative and not clause.negative:
                    continue
                if frame.light and not args.get("subject") and not args.get("object"):
                    continue
                if self._fires(frame, args):
                    return frame
        return None

    def _verb_keys(self, clause: Clause) -> Iterator[str]:
        joined = clause.verb
        keys = [joined]
        for word in reversed(clause.prefix[-2:]):
            joined = word + joined
            keys.append(joined)
        return reversed(keys)  # type: ignore[return-value]

    def _fires(self, frame: Frame, args: Arguments) -> bool:
        # Where nobody is named the topic of the text may be meant; kinds are then checked on filling.
        return all(
            arguments.holds(args, cases, wanted) or self._implied(cases, wanted, args)
            for cases, wanted in frame.when.items()
        ) and not any(arguments.holds(args, cases, wanted) for cases, wanted in frame.unless.items())

    def _implied(self, cases: str, wanted: dict[str, Any], args: Arguments) -> bool:
        clause = args.clause
        if clause is None or clause.link is Link.ADNOMINAL or clause.passive or args.get("subject"):
            return False
        named = wanted["kinds"] and not wanted["nouns"]
        return bool(named) and "subject" in cases.split("|") and bool(self.topic)

    # eventive nouns

    def _noun(self, phrase: Phrase, holder: Clause | None, sentence: Sentence) -> None:
        told = self.told.get(id(holder), "") if holder is not None and phrase in holder.args else ""
        for index, frames_ in self._noun_frames(phrase):
            args = arguments.of_noun(phrase)
            status, full = self.judge.noun(phrase, holder, index)
            if status is None:
                return
            if self._called_off(phrase, sentence):
                status = DENIED
            if full and holder is not None:
                _add_holder(args, holder, phrase)
            for frame in frames_:
                if frame.type == told:
                    return  # 歓送を受けた is told by its verb already
                if not self._fires_noun(frame, args):
                    continue
                draft = self._draft(frame, status, args, sentence)
                draft.told = 1 if full else 0
                draft.noun = phrase
                if status == PLANNED and holder is not None and holder.verb in self.judge.words.decreeing:
                    if self.judge.clause(holder) == "occurred":
                        self.decree = holder
                        draft.status = "occurred" if frame.act else draft.status
                self._fill_noun(draft, frame, args)
                if frame.goal:
                    self._toward(draft, phrase, holder)
                if full and not draft.actor and holder is not None and not holder.passive:
                    draft.actor, draft.guessed = [e for e in self.topic if e not in draft.counterpart], True
                if not full and holder is not None:
                    self._from_holder(draft, phrase, holder)
                if self._complete(draft, frame, full):
                    self._tell(draft, args, holder if full else None, sentence)
                    return
                self._refer(draft, phrase, holder, full)
            return

    def _toward(self, draft: Draft, phrase: Phrase, holder: Clause | None) -> None:
        """訪問先の首都で語った, 次の訪問国の中国に向かう: the place is what the noun modifies."""
        target = phrase
        while target.parent is not None:
            target = target.parent
            if target.head is not None and target.head.kind in LOCAL:
                draft.place = self._place([target], draft)
                draft.counterpart = arguments.entities([target], ACTING, True)
        if target.case in (Case.AIM, Case.TO):
            draft.status = PLANNED
        if holder is not None:
            draft.actor = arguments.entities(arguments.of_clause(holder).get("subject"), ACTING, False) or list(self.topic)
            draft.clause = holder if target.case is Case.AT else draft.clause

    def _called_off(self, phrase: Phrase, sentence: Sentence) -> bool:
        """訪問は10月に予定されていたが、延期された."""
        words = self.judge.words
        return any(
            phrase in (*c.args, *c.shared) and words.governors.get(c.verb) == DENIED and c.verb in words.cancelling
            for c in sentence.clauses
        )

    def _noun_frames(self, phrase: Phrase) -> Iterator[tuple[int, list[Frame]]]:
        """The frames that a phrase's words call, the last eventive word first."""
        words = phrase.nouns
        for end in range(len(words), 0, -1):
            for start in range(max(0, end - 3), end):
                found = self.frames.by_noun.get("".join(words[start:end]))
                if found:
                    # 訪問団, 攻撃型: what follows makes another thing of it
                    if all(w in self.frames.behind for w in words[end:]):
                        yield end - 1, found
                    return

    def _fires_noun(self, frame: Frame, args: Arguments) -> bool:
        if frame.embeds:
            return True
        for cases, wanted in frame.when.items() if frame.type not in _PAIRED else ():
            if "of" in cases.split("|") and not arguments.holds(args, cases, wanted):
                return False
        return not any(arguments.holds(args, cases, wanted) for cases, wanted in frame.unless.items())

    def _fill_noun(self, draft: Draft, frame: Frame, args: Arguments) -> None:
        self._fill(draft, frame, args)
        kinds = ACTING
        if not draft.actor:
            draft.actor = arguments.entities(args.get("by"), kinds, False)
        owners = arguments.entities(args.get("of"), kinds, False)
        compound = [e for p in args.get("compound") for e in arguments.entities([p], ACTING, False)]
        if draft.type in _JOURNEYS:
            draft.counterpart = draft.counterpart or [e for e in compound if e not in draft.actor]
            draft.actor = [e for e in draft.actor if e not in draft.counterpart]
            owners = [e for e in owners if e not in compound]
        target = "place" if types()[draft.type]["roles"].get("place") else "counterpart"
        if not draft.actor and owners:
            draft.actor = owners
        if compound and draft.type not in _JOURNEYS:
            if not draft.actor:
                draft.actor = [e for e in compound if e not in draft.counterpart]
            elif not draft.counterpart and draft.type in ("visit", "aid", "supply", "support", "attack", "accuse", "sanction"):
                draft.counterpart = [e for e in compound if e not in draft.actor]
        if target == "place" and draft.place is None:
            draft.place = self._place([*args.get("to"), *args.get("at"), *args.get("compound"), *args.get("of")], draft)

    def _from_holder(self, draft: Draft, phrase: Phrase, holder: Clause) -> None:
        """1月6日の電話会談で、大統領が首相に求めた: who talked is who acts in the clause."""
        if draft.type in ("meet", "call") and len(draft.principals) < 2 and (draft.principals or phrase.case is Case.AT and phrase in holder.args):
            outer = arguments.of_clause(holder)
            cases = ("subject",) if draft.principals else ("subject", "to", "with")
            people = arguments.entities([p for c in cases for p in outer.get(c)], ACTING, False)
            draft.actor = draft.actor or people[:1]
            draft.counterpart = draft.counterpart or [e for e in people if e not in draft.actor]
        if draft.type == "visit" and not draft.actor and holder.verb == "だ" and phrase.case is Case.TOPIC:
            draft.actor, draft.guessed = [e for e in self.topic if e not in draft.counterpart], True
        if phrase.case in (Case.AT, Case.BY) or holder.verb == "だ" or phrase.case in (Case.TOPIC, Case.SUBJECT):
            draft.clause = holder

    def _refer(self, draft: Draft, phrase: Phrase, holder: Clause | None, full: bool) -> None:
        """会談は宮殿で行われ: a noun without people of its own speaks of the event just told."""
        told = next((d for d in reversed(self.drafts) if d.type == draft.type and d.told == 2), None)
        if told is None or draft.status != "occurred" or not _close(told, draft):
            return
        if full and holder is not None:
            told.place = told.place or draft.place
            if told.when is None:
                told.when, told.dated = self.calendar.of_clause(holder, None)

    def _complete(self, draft: Draft, frame: Frame, full: bool) -> bool:
        if full:
            return bool(draft.principals) or draft.type in _FROM_SCENE
        if types()[draft.type].get("symmetric"):
            _split(draft)
        if draft.type in _PAIRED:
            return len(draft.principals) > 1
        if draft.type in _NEEDS_GOAL:
            return bool(draft.actor and (draft.counterpart or draft.place))
        if frame.light:
            return bool(draft.actor and (draft.place or draft.counterpart))
        if frame.words:
            return False
        return bool(draft.actor) or draft.type == "launch"

    # filling

    def _draft(self, frame: Frame, status: str, args: Arguments, sentence: Sentence) -> Draft:
        draft = Draft(frame.type, status, frame.rule, sentence=sentence, clause=args.clause)
        draft.words = frame.words
        draft.symmetric = bool(types()[frame.type].get("symmetric"))
        return draft

    def _fill(self, draft: Draft, frame: Frame, args: Arguments) -> None:
        draft.actor = self._role(frame.roles.get("actor", ()), args, ACTING, ())
        draft.counterpart = self._role(frame.roles.get("counterpart", ()), args, ACTING, draft.actor)
        if frame.embeds:
            self._embedded(draft, args)
        for spec in frame.roles.get("attendee", ()):
            if draft.type not in ("meet", "call"):
                draft.attendee.extend(e for e in arguments.entities(args.get(spec), frozenset(("person",)), False) if e not in draft.actor)
        self._object(draft, frame, args)
        phrases = [p for spec in frame.roles.get("place", ()) for p in args.get(spec)]
        draft.place = self._place([*phrases, *args.get("at")], draft)

    def _embedded(self, draft: Draft, args: Arguments) -> None:
        """訪朝: the country stands inside the word."""
        inside = [m for m in draft.sentence.mentions if _within(m.start, args)] if draft.sentence else []
        countries = [e for m in inside if m.kind == "country" for e in m.entity]
        draft.counterpart = [e for e in countries if e not in draft.actor] or draft.counterpart

    def _role(
        self, specs: list[str] | tuple[str, ...], args: Arguments, kinds: frozenset[str], taken: list[str] | tuple[str, ...]
    ) -> list[str]:
        for spec in specs:
            case, _, owner = spec.partition(" ")
            wanted = kinds | {"occasion"} if owner == "gathering" else kinds
            found = arguments.entities(args.get(case), wanted, owner == "owner")
            found = [e for e in found if e not in taken]
            if found:
                return found
        return []

    def _object(self, draft: Draft, frame: Frame, args: Arguments) -> None:
        for spec in frame.roles.get("object", ()):
            for p in args.get(spec.partition(" ")[0]):
                if p.date is not None or p.quote is not None:
                    continue
                ids = p.head.entity if p.head else []
                if any(e in draft.principals for e in ids):
                    continue
                first = min((q.start for q in _inside(p)), default=p.start)
                assert draft.sentence is not None
                offset = draft.sentence.start
                draft.objects.append(draft.sentence.text[max(0, first - offset) : p.end - offset])
                draft.object_entities.extend(e for e in ids if e not in draft.object_entities)
            if draft.objects:
                return

    def _place(self, phrases: list[Phrase], draft: Draft) -> str | None:
        best: tuple[int, str] | None = None
        for phrase in phrases:
            for p in _inside(phrase):
                if p.head is not None and p.head.kind in LOCAL and p.head.entity:
                    rank = (2 if p.head.kind == "place" else 1) * 1000 + p.end
                    if best is None or rank > best[0]:
                        best = (rank, p.head.entity[0])
                elif p.clause is not None and p.clause.link is Link.ADNOMINAL and p.clause.verb in self.judge.words.taking_place:
                    inner = self._place([q for q in p.clause.args if q.case in (Case.AT, Case.TO)], draft)
                    if inner and best is None:
                        best = (0, inner)
        return best[1] if best else None

    def _passive(self, draft: Draft, frame: Frame, args: Arguments) -> None:
        """Who suffers it is the subject; who does it stands in に, から, によって."""
        patient = arguments.entities(args.get("subject"), ACTING, False)
        if not patient and args.clause and args.clause.link is Link.ADNOMINAL and args.get("modified"):
            patient = arguments.entities(args.get("modified"), ACTING, False)
        doer = arguments.entities([*args.get("by"), *args.get("from")], ACTING, False)
        if not doer:
            doer = [e for e in arguments.entities(args.get("to"), ACTING, False) if e not in patient]
        swapped = Arguments(args.clause, args.noun, dict(args.table), args.prefix)
        if args.get("subject") and not args.get("object"):
            swapped.table["object"] = args.get("subject")
        swapped.table.pop("subject", None)
        self._object(draft, frame, swapped)
        draft.actor = doer
        draft.counterpart = [e for e in patient if e not in doer]
        if not draft.counterpart:
            draft.counterpart = [e for e in self._role(frame.roles.get("counterpart", ()), swapped, ACTING, doer)]
        draft.place = self._place([*args.get("at"), *args.get("to")], draft)

    # finishing

    def _tell(self, draft: Draft, args: Arguments, clause: Clause | None, sentence: Sentence) -> None:
        if draft.symmetric or draft.type == "attack":
            _split(draft)
        if draft.type == "exercise" and not draft.principals and clause is not None and clause.link is Link.QUOTE and clause.parent is not None:
            draft.actor = arguments.entities(arguments.of_clause(clause.parent).get("subject"), ACTING, False)
        draft.counterpart = [e for e in draft.counterpart if e not in draft.actor or draft.type == "appoint"]
        if not draft.principals and draft.type not in _FROM_SCENE:
            return
        future = draft.status in (PLANNED, POSSIBLE)
        if draft.noun is not None:
            draft.when, draft.dated = self.calendar.of_noun(draft.noun, future or None)
            if draft.when is None and clause is None and draft.clause is not None:
                draft.when, draft.dated = self.calendar.of_clause(draft.clause, None)
                since = self.calendar.since(draft.clause) if draft.clause.verb == "だ" else None
                draft.when = since or draft.when
        if draft.when is None and clause is not None:
            occasions = draft.type in _OCCASIONS
            draft.when, draft.dated = self.calendar.of_clause(clause, future or None, occasions)
        if draft.when is None and self.decree is not None:
            draft.when, draft.dated = self.calendar.of_clause(self.decree, None)
        self.decree = None
        if draft.when is None and sentence.quoted and draft.words and self.said is not None:
            draft.when, draft.dated = self.calendar.of_clause(self.said, None)
        elif draft.when is None and sentence.quoted and self.said is not None and draft.type in ("visit", "attend"):
            draft.when, draft.dated = self.calendar.of_clause(self.said, True, True)
        if clause is not None and draft.when is not None:
            self.calendar.clauses[id(clause)] = draft.when
        gathers = draft.noun is not None or draft.clause is None or draft.clause.verb in self.judge.words.taking_place
        draft.gathering = gathers and not any(self.kinds.get(e) == "person" for e in draft.principals)
        draft.sources = self._sources(clause or args.clause, draft)
        draft.evidence = [_evidence(draft, clause, sentence)]
        draft.trace = _trace(draft, args)
        self.drafts.append(draft)

    def _sources(self, clause: Clause | None, draft: Draft) -> list[str]:
        out: list[str] = []
        seen = 0
        while clause is not None and seen < 6:
            for p in (*clause.args, *clause.shared):
                if p.case is Case.SOURCE:
                    out.extend(e for e in arguments.entities([p], _SOURCES, True) if e not in out)
            if clause.link is Link.QUOTE and clause.parent is not None:
                subject = arguments.of_clause(clause.parent).get("subject")
                out.extend(e for e in arguments.entities(subject, _SOURCES, False) if e not in out)
            clause = clause.parent
            seen += 1
        return [e for e in out if e not in draft.actor]


def _close(a: Draft, b: Draft) -> bool:
    return a.sentence is not None and b.sentence is not None and b.sentence.paragraph - a.sentence.paragraph <= 1


def _split(draft: Draft) -> None:
    if len(draft.actor) > 1 and not draft.counterpart:
        draft.actor, draft.counterpart = draft.actor[:1], draft.actor[1:]


def _intransitive(draft: Draft) -> None:
    """就任する: who takes the post is the counterpart; 辞任する: who resigns is the actor."""
    if draft.type == "appoint":
        draft.counterpart = draft.counterpart or draft.actor
        draft.actor = []


def _add_holder(args: Arguments, holder: Clause, phrase: Phrase) -> None:
    """Give an eventive noun the arguments of the light verb that carries it."""
    outer = arguments.of_clause(holder)
    args.clause = holder
    for case, phrases in outer.table.items():
        for p in phrases:
            if p is not phrase and phrase not in p.coords and p not in phrase.coords:
                args.add(case, p)
    if holder.passive:
        args.table.pop("subject", None)


def _clause_phrase(clause: Clause) -> Phrase:
    return Phrase(clause.extent or clause.start, clause.end, clause.verb, Case.QUOTE, clause=clause)


def _children(clauses: list[Clause]) -> dict[int, list[Clause]]:
    out: dict[int, list[Clause]] = {}
    for c in clauses:
        if c.parent is not None:
            out.setdefault(id(c.parent), []).append(c)
    return out


def _phrases(sentence: Sentence) -> Iterator[tuple[Phrase, Clause | None]]:
    """Every phrase of a sentence with the clause it stands in, however deep."""
    for clause in sentence.clauses:
        tops = [*clause.args, *([clause.complement] if clause.complement else [])]
        for top in tops:
            for p in _inside(top):
                yield p, clause


def _inside(phrase: Phrase) -> Iterator[Phrase]:
    yield phrase
    for p in (*phrase.of, *phrase.coords):
        yield from _inside(p)


def _within(start: int, args: Arguments) -> bool:
    if args.noun is not None:
        return args.noun.start <= start < args.noun.end
    return args.clause is not None and args.clause.start <= start < args.clause.end


def _evidence(draft: Draft, clause: Clause | None, sentence: Sentence) -> Span:
    if draft.noun is not None and clause is None:
        phrases = list(_inside(draft.noun))
        return Span(sentence.paragraph, min(p.start for p in phrases), max(p.end for p in phrases))
    assert clause is not None
    starts = [clause.start] + [q.start for p in clause.args for q in _inside(p)]
    end = clause.end
    if clause.link is Link.ADNOMINAL and clause.modifies is not None:
        end = max(end, clause.modifies.end)
    return Span(sentence.paragraph, min(starts), end)


def _trace(draft: Draft, args: Arguments) -> list[str]:
    out = []
    if args.clause is not None:
        c = args.clause
        out.append(f"predicate {c.verb} ({c.link.value}{', passive' if c.passive else ''})")
    if args.noun is not None:
        out.append(f"noun {args.noun.text}")
    for case, phrases in args.table.items():
        out.extend(f"{case}: {p.text}" for p in phrases if p.quote is None)
    if draft.guessed:
        out.append("actor: the topic of the sentence before")
    return out
