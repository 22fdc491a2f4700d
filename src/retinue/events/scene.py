"""What a telling leaves unsaid it has from the scene: the other side, and the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from retinue.dates.spans import Resolved
from retinue.events.draft import Draft
from retinue.events.status import DENIED, OCCURRED
from retinue.languages.base import Link
from retinue.record import Entity

_MEETINGS = frozenset(("meet", "call", "visit"))
# Things that are done at, or right around, the meeting or stay that the scene is about.
_OF_SCENE = frozenset(
    [
        "meet",
        "receive",
        "attend",
        "honour",
        "sign",
        "agree",
        "support",
        "accuse",
        "demand",
        "reject",
        "threaten",
        "message",
        "invite",
        "visit",
        "arrive",
        "depart",
        "call",
        "protest",
        "cooperate",
        "attack",
        "exercise",
        "detain",
        "sanction",
        "withdraw",
        "concede",
    ]
)
_AT_MEETING = frozenset(
    [
        "agree",
        "sign",
        "support",
        "message",
        "accuse",
        "demand",
        "invite",
        "honour",
        "threaten",
        "reject",
    ]
)
_HOSTILE = frozenset(("attack", "accuse", "protest", "sanction", "detain", "withdraw"))
_STAY = timedelta(days=12)


@dataclass(slots=True, frozen=True)
class Mark:
    """A dated clause of the main line; `order` drafts stand before it."""

    order: int
    when: Resolved
    people: frozenset[str]
    paragraph: int
    opening: bool  # in the first sentence of its paragraph
    end: int  # where its sentence ends


@dataclass(slots=True)
class Scene:
    """Where the telling has got to: the day, and who is on stage."""

    day: Resolved | None = None
    people: set[str] = field(default_factory=set)
    meeting: Draft | None = None  # the last one told
    news: Draft | None = None  # the last one told that is not of long before
    guest: Draft | None = None  # the last to come, go or meet
    launcher: list[str] = field(default_factory=list)
    sides: list[str] = field(default_factory=list)  # the two that fight
    paragraph: int = -1
    end: int = 0  # where the sentence that set it ends

    def at(self, draft: Draft) -> Draft | None:
        """The meeting that a telling belongs to: in a new paragraph, that of the news again."""
        last = self.meeting
        return last if last is not None and last.near(draft, 0) else self.news


def fill(
    drafts: list[Draft], marks: Iterable[Mark], reference: date | None, entities: dict[str, Entity]
) -> None:
    """Complete drafts, in the order of the text, from the scene before them."""
    scene = Scene()
    waiting = list(marks)
    for i, draft in enumerate(drafts):
        while waiting and waiting[0].order <= i:
            mark = waiting.pop(0)
            if mark.people or (mark.opening and mark.when.precision == "day"):
                scene.day, scene.people = mark.when, set(mark.people)
                scene.paragraph, scene.end = mark.paragraph, mark.end
        _at_home(draft, entities)
        _partner(draft, scene)
        _opponent(draft, scene, entities)
        _day(draft, scene, reference)
        _move(draft, scene)
    drafts[:] = [d for d in drafts if d.open or stands(d)]


def stands(draft: Draft) -> bool:
    """Is enough said of it? One man alone meets nobody."""
    if draft.type in ("meet", "call") and len(draft.principals) == 1:
        return draft.gathering
    return bool(draft.principals)


def _at_home(draft: Draft, entities: dict[str, Entity]) -> None:
    """Nobody visits his own country: a visitor guessed from the topic was another."""
    if draft.type == "visit" and draft.guessed and draft.actor:
        there = _country(draft.counterpart, entities)
        if there is not None and there == entities[draft.actor[0]].country:
            draft.actor, draft.counterpart = [], []


def _partner(draft: Draft, scene: Scene) -> None:
    """一致した, 署名した behind 会談し: with the one just met; 見送った: the one who leaves."""
    if draft.type == "launch":
        draft.actor = draft.actor or list(scene.launcher)
        scene.launcher = draft.actor
    meeting = scene.at(draft)
    if meeting is None or not meeting.near(draft, 3 if draft.type == "receive" else 1):
        return
    if (
        draft.type in ("meet", "call")
        and draft.guessed
        and len(draft.principals) < 2
        and len(meeting.principals) == 2
    ):
        draft.actor, draft.counterpart = list(meeting.actor), list(meeting.counterpart)
        draft.trace.append("both sides: those of the meeting told before")
    if draft.symmetric and len(draft.principals) == 1 and draft.type in ("agree", "sign"):
        if meeting.type in ("meet", "call") and draft.principals[0] in meeting.principals:
            draft.counterpart = [e for e in meeting.principals if e not in draft.principals]
            draft.trace.append("other side: from the meeting told before")
    elif draft.type == "receive" and not draft.principals:
        draft.actor, draft.counterpart = list(meeting.actor), list(meeting.counterpart)
        draft.trace.append("host and guest: of the meeting told before")
    elif draft.type == "receive" and not draft.counterpart:
        guest = scene.guest or meeting
        others = [e for e in guest.actor if e not in draft.actor]
        if others:
            draft.counterpart = others[:1]
            draft.trace.append("guest: who comes or goes in the words before")


def _opponent(draft: Draft, scene: Scene, entities: dict[str, Entity]) -> None:
    """Against whom, where two fight: one side's force attacks the other; who fired is accused."""
    if draft.type == "attack" and draft.actor and draft.counterpart:
        states = [_state(e, entities) for e in (draft.actor[0], draft.counterpart[0])]
        if all(states) and states[0] != states[1]:
            scene.sides = [s for s in states if s]
    if draft.counterpart or not draft.actor or draft.status == DENIED:
        return
    own = entities[draft.actor[0]].country
    meeting = scene.at(draft)
    if (
        draft.type in ("demand", "invite", "message")
        and meeting is not None
        and meeting.near(draft, 0)
    ):
        partner = [e for e in meeting.principals if e not in draft.actor]
        if len(meeting.principals) == 2 and len(partner) == 1:
            draft.counterpart = partner
            draft.trace.append("other side: whom the actor meets")
            return
    if draft.type in _HOSTILE and scene.sides and own:
        others = [e for e in scene.sides if entities[e].country != own]
        if len(others) == 1:
            draft.counterpart = others
            draft.trace.append("other side: of the fight told before")
            return
    if draft.type in ("attack", "visit") and draft.place is not None:
        state = _state(draft.place, entities)
        if state is not None and state not in draft.actor and entities[state].country != own:
            draft.counterpart = [state]
            draft.trace.append("other side: the state of the place")
            return
    if draft.type in ("accuse", "protest", "threaten") and scene.launcher:
        culprits = [e for e in scene.launcher if entities[e].country != own]
        draft.counterpart = culprits
        if culprits:
            draft.trace.append("other side: who fired")


def _state(entity: str, entities: dict[str, Entity]) -> str | None:
    """The state that an entity is or belongs to, as an entity of the article."""
    country = entities[entity].country
    return (
        next(
            (e.id for e in entities.values() if e.kind == "country" and e.country == country), None
        )
        if country
        else None
    )


def _day(draft: Draft, scene: Scene, reference: date | None) -> None:
    if draft.when is not None or draft.told == 0 or draft.ongoing or draft.later:
        return
    if draft.status not in (OCCURRED, DENIED):
        return
    if draft.clause is not None and draft.clause.link in (Link.ADNOMINAL, Link.WHEN, Link.IF):
        return  # told in passing, of another time as likely as not
    day = scene.day
    meeting = scene.at(draft)
    if (
        meeting is not None
        and draft.type in _AT_MEETING
        and meeting.type in ("meet", "call")
        and draft.actor
    ):
        sides, met = set(draft.principals), set(meeting.principals)
        if (
            meeting.when is not None
            and sides <= met
            and meeting.near(draft, 5 if sides == met else 2)
        ):
            day = meeting.when  # what the two say and sign, they say and sign when they meet
    if day is None:
        return
    here = draft.sentence.paragraph if draft.sentence else -2
    same = scene.paragraph == here and draft.sentence is not None
    if same and draft.sentence is not None:
        same = draft.sentence.start <= scene.end + 1 or day.precision != "day"
    known = bool(scene.people & set(draft.principals))
    # What an article tells without a date is of the day it reports on, where that is the day's news.
    fresh = bool(reference and day.first and abs((reference - day.first).days) <= 1)
    if day.precision != "day" and not same:
        return
    if not (known or same or (fresh and draft.type in _OF_SCENE)):
        return
    if draft.type not in _OF_SCENE and not (known and same):
        return
    if day.last is None:
        day = replace(day, last=day.first)  # from the 20th on: that day is what is told of
    draft.when, draft.dated = day, "scene"
    how = (
        "meeting"
        if meeting is not None and day is meeting.when
        else "known"
        if known
        else "same paragraph"
        if same
        else "fresh"
    )
    draft.trace.append(f"day: that of the scene before ({how})")


def _move(draft: Draft, scene: Scene) -> None:
    if draft.sentence is not None and draft.sentence.kind == "caption":
        return  # a picture stands beside the telling
    main = (
        draft.clause is not None
        and (draft.reported or draft.clause.link in (Link.CHAIN, Link.FINAL, Link.THOUGH))
        and draft.told > 0
    )
    told = draft.status == OCCURRED and main and draft.told == 2
    if told and draft.type in _MEETINGS:
        scene.meeting = scene.guest = draft
        if not _long_before(draft, scene.news):
            scene.news = draft
    elif draft.status == OCCURRED and main and draft.type in ("depart", "arrive"):
        scene.guest = draft
    if draft.when is None or draft.when.first is None or draft.status != OCCURRED or not main:
        return
    people = set(draft.principals) | set(draft.attendee)
    if draft.dated in ("own", "of", "child"):
        scene.day = draft.when
        if draft.sentence is not None:
            scene.paragraph, scene.end = draft.sentence.paragraph, draft.sentence.end
        scene.people = people
    elif draft.when == scene.day:
        scene.people |= people


def _long_before(draft: Draft, meeting: Draft | None) -> bool:
    """昨年6月に東京を訪問し: an earlier occasion, told beside the one the article is about."""
    if meeting is None or meeting.when is None or draft.when is None:
        return False
    if meeting.when.first is None or draft.when.last is None:
        return False
    return draft.when.last < meeting.when.first - _STAY


def stays(drafts: list[Draft], entities: dict[str, Entity]) -> None:
    """A visit lasts from the arrival to the departure that the article tells of."""
    for visit in drafts:
        if visit.type != "visit" or visit.status != OCCURRED:
            continue
        ends = [_leg(visit, d, entities) for d in drafts if d.type in ("arrive", "depart")]
        first = min(
            (w.first for d, w in filter(None, ends) if d.type == "arrive" and w.first), default=None
        )
        last = max(
            (w.first for d, w in filter(None, ends) if d.type == "depart" and w.first), default=None
        )
        own = visit.when
        if own is not None and own.precision != "day":
            continue
        start = first or (own.first if own else None)
        if start is None or last is None or not start < last <= start + _STAY:
            continue
        if own is not None and own.first is not None and not start <= own.first <= last:
            continue
        visit.when = (
            Resolved(start, last, "period")
            if own is None
            else replace(own, first=start, last=last, precision="period")
        )
        visit.trace.append("days: from the arrival to the departure")


def _leg(visit: Draft, leg: Draft, entities: dict[str, Entity]) -> tuple[Draft, Resolved] | None:
    """The leg of the visitor's journey in the country visited, with its day."""
    if not set(visit.actor) & set(leg.actor) or leg.status == DENIED or leg.when is None:
        return None
    a = _country([*visit.counterpart, visit.place], entities)
    b = _country([leg.place], entities)
    return (leg, leg.when) if a is None or b is None or a == b else None


def _country(ids: Iterable[str | None], entities: dict[str, Entity]) -> str | None:
    return next(
        (entities[e].country for e in ids if e and e in entities and entities[e].country), None
    )
