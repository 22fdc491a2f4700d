"""What a telling leaves unsaid it has from the scene: the other side, and the day."""

from __future__ import annotations

from dataclasses import dataclass, field

from retinue.dates.spans import Resolved
from retinue.events.draft import Draft

_MEETINGS = frozenset(("meet", "call", "visit"))
# Things that are done at, or right around, the meeting or stay that the scene is about.
_OF_SCENE = frozenset(
    "meet receive attend honour sign agree support accuse demand reject threaten message invite "
    "arrive depart call protest cooperate attack exercise detain sanction withdraw".split()
)


@dataclass(slots=True)
class Scene:
    """Where the telling has got to: the day, and who is on stage."""

    day: Resolved | None = None
    people: set[str] = field(default_factory=set)
    meeting: Draft | None = None
    launcher: list[str] = field(default_factory=list)
    paragraph: int = -1


def fill(drafts: list[Draft]) -> None:
    """Complete drafts, in the order of the text, from the scene before them."""
    scene = Scene()
    for draft in drafts:
        _partner(draft, scene)
        _day(draft, scene)
        _move(draft, scene)
    drafts[:] = [d for d in drafts if d.principals]


def _partner(draft: Draft, scene: Scene) -> None:
    """一致した, 署名した behind 会談し: with the one just met; 見送った: the one who leaves."""
    if draft.type == "launch":
        draft.actor = draft.actor or list(scene.launcher)
        scene.launcher = draft.actor
    meeting = scene.meeting
    if meeting is None or not _near(draft, meeting):
        return
    if draft.symmetric and len(draft.principals) == 1 and draft.type in ("agree", "sign"):
        if meeting.type in ("meet", "call") and draft.principals[0] in meeting.principals:
            draft.counterpart = [e for e in meeting.principals if e not in draft.principals]
            draft.trace.append("other side: from the meeting told before")
    elif draft.type == "receive" and not draft.principals:
        draft.actor, draft.counterpart = list(meeting.actor), list(meeting.counterpart)
        draft.trace.append("host and guest: of the meeting told before")
    elif draft.type == "receive" and not draft.counterpart:
        others = [e for e in meeting.actor if e not in draft.actor]
        if others:
            draft.counterpart = others[:1]
            draft.trace.append("guest: who comes or goes in the words before")


def _near(draft: Draft, other: Draft) -> bool:
    a, b = draft.sentence, other.sentence
    return a is not None and b is not None and a.paragraph - b.paragraph <= 1


def _day(draft: Draft, scene: Scene) -> None:
    if draft.when is not None or draft.status != "occurred" or draft.told == 0:
        return
    if scene.day is None or scene.day.precision != "day" or draft.type not in _OF_SCENE:
        return
    here = draft.sentence.paragraph if draft.sentence else -2
    if not scene.people & set(draft.principals) and scene.paragraph != here:
        return
    draft.when, draft.dated = scene.day, "scene"
    draft.trace.append("day: that of the scene before")


def _move(draft: Draft, scene: Scene) -> None:
    if draft.status == "occurred" and draft.type in (*_MEETINGS, "depart", "arrive"):
        scene.meeting = draft
    if draft.dated in ("own", "of", "shared", "outer") and draft.when is not None and draft.when.first is not None:
        if draft.status == "occurred":
            scene.day = draft.when
            scene.paragraph = draft.sentence.paragraph if draft.sentence else -1
            scene.people = set(draft.principals) | set(draft.attendee)
    elif draft.dated == "scene":
        scene.people |= set(draft.principals) | set(draft.attendee)
