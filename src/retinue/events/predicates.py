"""Predicates: which frame a clause fires, and who fills its roles."""

from __future__ import annotations

from typing import Any

from retinue.events import arguments, presence, roles, telling
from retinue.events.arguments import ACTING, Arguments
from retinue.events.discourse import Discourse
from retinue.events.draft import Draft
from retinue.events.frames import Frame, Frames
from retinue.events.status import DENIED, OCCURRED, PLANNED, POSSIBLE
from retinue.languages.base import Case, Clause, Link, Phrase, Sentence

# Whose actor, where unsaid, is the topic of the text.
_FROM_TOPIC = frozenset(
    (
        *("meet", "visit", "depart", "arrive", "receive", "honour", "sign", "agree", "call"),
        *("attend", "invite", "message", "support", "accuse", "reject", "threaten", "demand"),
        "protest",
    )
)
# Proposed or asked for, these are possible events; of others only the asking is one.
_PROPOSED = frozenset(("meet", "call", "visit", "attend", "sign"))
_GATHERINGS = ("meet", "call", "sign", "receive", "attend")


class PredicateReader:
    """Reads the events that predicates tell."""

    def __init__(self, frames: Frames, discourse: Discourse):
        self.frames = frames
        self.discourse = discourse
        self.judge = discourse.judge

    def read(self, clause: Clause, sentence: Sentence) -> str:
        """Read one clause; the type of the event it told, or ""."""
        children = self.discourse.calendar.children.get(id(clause), [])
        args = _arguments(clause, children)
        frame = self._frame(clause, args)
        if self._urged(clause, sentence, args):
            return "demand"
        if self._present(clause, sentence, args, frame) or frame is None:
            return ""
        status = self._status(clause, frame, sentence)
        if status is None or (frame.ahead and status == OCCURRED):
            return ""
        draft = telling.begin(frame, status, args, sentence)
        beforehand = any(c.link is Link.BEFORE for c in children)
        draft.ongoing = beforehand or self.judge.ongoing(clause)
        taking_place = self.judge.words.taking_place
        if clause.passive and not frame.passive:
            roles.fill_passive(draft, frame, args, taking_place)
        else:
            roles.fill(draft, frame, args, taking_place)
        self._complete(draft, frame, clause, sentence)
        telling.tell(draft, args, clause, self.discourse)
        return frame.type

    def _urged(self, clause: Clause, sentence: Sentence, args: Arguments) -> bool:
        """「日本は情勢の緩和に役立つべきだ」: the speaker asks it of the subject."""
        frame = self.frames.urging
        said = clause.parent if clause.link is Link.QUOTE else self.discourse.said
        final = clause.link is Link.QUOTE or (sentence.quoted and clause is sentence.clauses[-1])
        if (
            frame is None
            or said is None
            or not final
            or not self.judge.words.urging.search(clause.tail)
        ):
            return False
        speaker = arguments.entities(arguments.of_clause(said).get("subject"), ACTING, False)
        speaker = speaker or list(self.discourse.speaker)
        own = [p for p in clause.args if p.case in (Case.TOPIC, Case.SUBJECT)]
        asked = [e for e in arguments.entities(own, ACTING, False) if e not in speaker]
        if not speaker or not asked:
            return False
        draft = telling.begin(frame, OCCURRED, args, sentence)
        draft.actor, draft.counterpart = speaker, asked
        telling.tell(draft, args, clause, self.discourse)
        return True

    def _status(self, clause: Clause, frame: Frame, sentence: Sentence) -> str | None:
        if frame.negative and clause.link is Link.IF:
            return None
        status = self.judge.clause(clause, sentence.kind == "caption")
        if clause.link is Link.TO and status == POSSIBLE and frame.type not in _PROPOSED:
            return None
        if frame.negative and status == DENIED:
            return OCCURRED
        written = self.judge.merely_written(clause) if frame.words else None
        if written is not None:
            return written
        if frame.type == "invite" and self.judge.words.wishing.search(clause.tail):
            return OCCURRED
        if frame.act and status == PLANNED and clause.link in (Link.QUOTE, Link.NOMINAL):
            if clause.parent is not None and self.judge.decrees(clause.parent):
                self.discourse.decree = clause.parent
                return OCCURRED
        return status

    def _complete(self, draft: Draft, frame: Frame, clause: Clause, sentence: Sentence) -> None:
        """Add what the quotation or the text around supplies."""
        discourse = self.discourse
        quoted = sentence.quoted and discourse.said is not None
        if not draft.counterpart and frame.words and quoted:
            assert discourse.said is not None
            outer = arguments.of_clause(discourse.said)
            draft.counterpart = roles.one(frame.roles.get("counterpart", ()), outer, draft.actor)
        if draft.type in ("accuse", "threaten") and not draft.counterpart and draft.actor:
            draft.counterpart = self._spoken_of(clause, draft)
        if draft.type in ("meet", "call") and not draft.counterpart:
            draft.counterpart = self._brought(clause, draft)
        if clause.verb in frame.intransitive and draft.type == "appoint":
            # 就任する: who takes the post is the counterpart; 辞任する: who resigns is the actor
            draft.counterpart, draft.actor = draft.counterpart or draft.actor, []
        uttered = frame.words and self.judge.uttered(clause)
        if uttered and draft.status == PLANNED:
            draft.status = OCCURRED
        if draft.actor or clause.passive:
            return
        if uttered and sentence.quoted and discourse.speaker:
            draft.actor = list(discourse.speaker)
        elif clause.link not in (Link.ADNOMINAL, Link.TO) and self._from_topic(draft, sentence):
            draft.actor, draft.guessed = _topic(clause, sentence) or list(discourse.topic), True

    def _brought(self, clause: Clause, draft: Draft) -> list[str]:
        """外相を官邸に招いて会談した: whom the clause before brings."""
        for child in self.discourse.calendar.children.get(id(clause), ()):
            if child.link is Link.CHAIN and not child.passive:
                found = arguments.entities(child.get(Case.OBJECT), arguments.PEOPLE, False)
                found = [e for e in found if e not in draft.actor]
                if found:
                    return found
        return []

    def _spoken_of(self, clause: Clause, draft: Draft) -> list[str]:
        """「ロシアの侵略は暴挙だ」と非難した: whom the words quoted are about."""
        for phrase in clause.args:
            if phrase.quote is None:
                continue
            for sentence in phrase.quote.sentences:
                for inner in sentence.clauses:
                    about = [p for p in inner.args if p.case in (Case.TOPIC, Case.SUBJECT)]
                    found = arguments.entities(about, ACTING, True)
                    found = [e for e in found if e not in draft.actor]
                    if found:
                        return found
        return []

    def _from_topic(self, draft: Draft, sentence: Sentence) -> bool:
        if draft.type in _FROM_TOPIC:
            return draft.status != DENIED or draft.words
        return draft.type != "launch" and draft.status != DENIED and _unsaid(sentence)

    def _present(
        self, clause: Clause, sentence: Sentence, args: Arguments, frame: Frame | None
    ) -> bool:
        """同席した, 会談には外相らが出席した: who was there, not an event of its own."""
        role, at = self.frames.presence.get(clause.verb, ("", ()))
        joining = clause.verb in self.frames.joining and self._joins(args, sentence)
        if frame is not None and frame.ahead and self.judge.clause(clause) != OCCURRED:
            return False
        latest = False
        if not role and joining and (frame is None or frame.type == "attend"):
            role, at = "subject", _GATHERINGS
            latest = frame is None or frame.explicit
        if not role or (frame is not None and frame.type != "attend"):
            return False
        found = presence.notice(clause, sentence, role, at, self.frames)
        if found is not None:
            found.latest = latest and found.event is None
            self.discourse.presence.append(found)
        return found is not None

    def _meeting(self, sentence: Sentence) -> bool:
        """外相会談は…で開かれ、4氏が出席した: is a meeting what the sentence is about?"""
        about = (
            p for c in sentence.clauses for p in c.args if p.case in (Case.TOPIC, Case.SUBJECT)
        )
        return any(
            f.type in _GATHERINGS for p in about for f in self.frames.by_noun.get(p.noun, ())
        )

    def _joins(self, args: Arguments, sentence: Sentence) -> bool:
        """Is it an event told elsewhere that they attend: a meeting, or none named at all?"""
        if not self.discourse.drafts and not self._meeting(sentence):
            return False
        goals = [p for p in (*args.get("to"), *args.get("object")) if p.date is None]
        if not goals:
            return bool(args.get("subject"))
        plain = [p for p in goals if not p.mentions and p.clause is None]
        met = any(f.type in _GATHERINGS for p in plain for f in self.frames.by_noun.get(p.noun, ()))
        return met and not any(o.head for p in goals for o in p.of)

    def _frame(self, clause: Clause, args: Arguments) -> Frame | None:
        for key in _keys(clause):
            for frame in self.frames.by_verb.get(key, ()):
                if frame.negative and not clause.negative:
                    continue
                if frame.light and not args.get("subject") and not args.get("object"):
                    continue
                if self._fires(frame, args):
                    return frame
        return None

    def _fires(self, frame: Frame, args: Arguments) -> bool:
        wanted = all(
            arguments.holds(args, cases, w)
            or (not frame.explicit and self._implied(cases, w, args))
            for cases, w in frame.when.items()
        )
        return wanted and not any(arguments.holds(args, c, w) for c, w in frame.unless.items())

    def _implied(self, cases: str, wanted: dict[str, Any], args: Arguments) -> bool:
        """Where nobody is named, the topic of the text may be meant."""
        clause = args.clause
        if clause is None or clause.link is Link.ADNOMINAL or clause.passive or args.get("subject"):
            return False
        named = wanted["kinds"] and not wanted["nouns"]
        return bool(named) and "subject" in cases.split("|") and bool(self.discourse.topic)


def _arguments(clause: Clause, children: list[Clause]) -> Arguments:
    args = arguments.of_clause(clause)
    for child in children:
        if child.link in (Link.TO, Link.QUOTE):
            start = child.extent or child.start
            args.add("to-clause", Phrase(start, child.end, child.verb, Case.QUOTE, clause=child))
    for p in clause.args:
        if p.clause is not None and p.clause.link is Link.NOMINAL:
            args.add("nominal", p)
    return args


def _keys(clause: Clause) -> list[str]:
    """The verb with the words compounded with it, longest first (電話会談する, 会談する)."""
    joined = clause.verb
    keys = [joined]
    for word in reversed(clause.prefix[-2:]):
        joined = word + joined
        keys.append(joined)
    return keys[::-1]


def _topic(clause: Clause, sentence: Sentence) -> list[str]:
    """Whom は marks earlier in the sentence."""
    before = [
        p
        for c in sentence.clauses
        for p in c.args
        if p.case is Case.TOPIC and p.end <= clause.start
    ]
    return arguments.entities(before[-1:], ACTING, False)


def _unsaid(sentence: Sentence) -> bool:
    """Does the sentence leave its subject out altogether?"""
    return not sentence.quoted and not any(
        p.case in (Case.TOPIC, Case.SUBJECT) for c in sentence.clauses for p in c.args
    )
