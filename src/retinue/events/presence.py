"""Who else was there: 同席した, 同行した, …を伴って say it of an event told elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from retinue.events import arguments
from retinue.events.draft import Draft
from retinue.events.frames import Frames
from retinue.events.status import DENIED, OCCURRED
from retinue.languages.base import Case, Clause, Link, Phrase, Sentence

_BESIDE = ("honour", "attend", "sign", "exercise", "launch")
_ATTENDED = ("meet", "attend", "exercise")
_JOURNEYS = ("visit", "arrive", "depart")
_MAIN = (Link.CHAIN, Link.FINAL, Link.THOUGH)


@dataclass(slots=True)
class Presence:
    """A clause that names those present; `event` is the noun that says at what, if any."""

    clause: Clause
    sentence: Sentence
    people: list[str]
    event: Phrase | None
    at: tuple[str, ...]  # the types of event that one can be present at in this way
    latest: bool = False  # at what was told last, since no event is named


def notice(
    clause: Clause, sentence: Sentence, role: str, at: tuple[str, ...], frames: Frames
) -> Presence | None:
    """Read a clause of presence; None where it names nobody."""
    args = arguments.of_clause(clause)
    event = next(
        (p for case in ("to", "at", "topic") for p in args.get(case) if _names_event(p, frames)),
        None,
    )
    cases = ("object",) if role == "object" else ("subject", "also", "none", "topic", "with")
    phrases = [p for case in cases for p in args.get(case) if p is not event]
    people = arguments.entities(sorted(phrases, key=lambda p: p.start), arguments.PEOPLE, False)
    return Presence(clause, sentence, people, event, at) if people else None


def _names_event(phrase: Phrase, frames: Frames) -> bool:
    return (
        bool(phrase.nouns)
        and (phrase.noun in frames.by_noun or "".join(phrase.nouns[-2:]) in frames.by_noun)
    ) or bool(phrase.head and phrase.head.kind == "occasion")


def attend(drafts: list[Draft], presences: list[Presence], frames: Frames) -> None:
    """Add those present to the events that they were present at."""
    for presence in presences:
        draft = _target(drafts, presence, frames)
        if draft is None:
            continue
        draft.attendee.extend(
            e for e in presence.people if e not in draft.attendee and e not in draft.principals
        )
        draft.trace.append(f"present: {presence.clause.verb}")


def gather(drafts: list[Draft]) -> None:
    """外相会談が開かれ、4氏が出席した: those who came to a meeting of nobody else are the ones who met."""
    for draft in drafts:
        if draft.open and not draft.principals and len(draft.attendee) > 1:
            draft.actor, draft.counterpart, draft.attendee = (
                draft.attendee[:1],
                draft.attendee[1:],
                [],
            )


def _latest(drafts: list[Draft], presence: Presence) -> Draft | None:
    here = presence.sentence
    told = [
        d
        for d in drafts
        if d.sentence is not None
        and d.sentence.paragraph == here.paragraph
        and d.sentence.start <= here.start
        if d.status != DENIED and d.type in _ATTENDED and d.clause is not presence.clause and d.told
    ]
    return max(told, key=lambda d: d.sentence.start if d.sentence else 0, default=None)


def _target(drafts: list[Draft], presence: Presence, frames: Frames) -> Draft | None:
    wanted = presence.at
    partners: set[str] = set()
    if presence.event is not None:
        found = frames.by_noun.get(presence.event.noun, ())
        wanted = tuple(f.type for f in found) or presence.at
        partners = set(
            arguments.entities(
                [p for p in presence.event.of if p.case in (Case.WITH, Case.OF)],
                arguments.PEOPLE,
                False,
            )
        )
    if presence.latest:
        return _latest(drafts, presence)
    carried = presence.clause.parent if presence.clause.link is Link.CHAIN else None
    for d in drafts:
        if carried is not None and d.clause is carried and d.type in (*presence.at, *_BESIDE):
            return d  # 夫人らを率いて出迎えた, 総主教と並び祈りをささげた
    past = presence.clause.past or presence.clause.link is Link.CHAIN
    best: tuple[tuple[int, float, int], Draft] | None = None
    for i, d in enumerate(drafts):
        if (
            d.type not in wanted
            or d.sentence is None
            or d.clause is presence.clause
            or set(d.actor) == set(presence.people)
        ):
            continue
        if partners and not partners & set(d.principals):
            continue
        if past and d.status != OCCURRED:
            continue  # nobody has yet been present at what is to come
        if d.open and d.sentence is not presence.sentence:
            continue
        if presence.sentence.quoted and presence.event is None and d.type not in _JOURNEYS:
            continue  # 「次官を伴ったことは…だ」: what somebody says of the whole visit
        gap = presence.sentence.paragraph - d.sentence.paragraph
        after = gap < 0 or (gap == 0 and d.sentence.start > presence.sentence.start)
        if (after or gap > (4 if presence.event is not None else 1)) and not partners:
            continue
        main = (
            d.told == 2 and d.clause is not None and d.clause.link in _MAIN and d.status != DENIED
        )
        told = 2 * (d.sentence is presence.sentence) + (gap == 0)
        key = (0 if after else 1, 3 * main + (d.type == wanted[0]) + told - 0.3 * gap, i)
        if best is None or key > best[0]:
            best = (key, d)
    return best[1] if best else None
