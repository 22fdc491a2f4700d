"""Who fills the roles of a frame, from the cases of its arguments."""

from __future__ import annotations

from collections.abc import Sequence

from retinue.events import arguments
from retinue.events.arguments import ACTING, LOCAL, Arguments, inside
from retinue.events.draft import Draft
from retinue.events.frames import Frame
from retinue.languages.base import Case, Clause, Link, Phrase


def fill(draft: Draft, frame: Frame, args: Arguments, taking_place: frozenset[str]) -> None:
    """Fill all roles in the active voice."""
    draft.actor = one(frame.roles.get("actor", ()), args, ())
    draft.counterpart = one(frame.roles.get("counterpart", ()), args, draft.actor)
    if not draft.actor and (draft.symmetric or draft.type == "attack"):
        draft.actor = arguments.entities(args.get("between"), ACTING, False)
    elif draft.symmetric and not draft.counterpart:
        between = arguments.entities(args.get("between"), ACTING, False)
        draft.counterpart = [e for e in between if e not in draft.actor]
    if frame.embeds:
        _embedded(draft, args)
    for spec in frame.roles.get("attendee", ()):
        found = arguments.entities(args.get(spec), arguments.PEOPLE, False)
        draft.attendee.extend(e for e in found if e not in draft.principals)
    _object(draft, frame, args)
    phrases = [p for spec in frame.roles.get("place", ()) for p in args.get(spec)]
    draft.place = place([*phrases, *args.get("at")], taking_place)


def fill_passive(draft: Draft, frame: Frame, args: Arguments, taking_place: frozenset[str]) -> None:
    """Who suffers it is the subject; who does it stands in に, から, によって."""
    patient = arguments.entities(args.get("subject"), ACTING, False)
    if not patient:
        patient = arguments.entities(args.get("modified"), ACTING, False)
    doer = arguments.entities([*args.get("by"), *args.get("from")], ACTING, False)
    if not doer:
        doer = [e for e in arguments.entities(args.get("to"), ACTING, False) if e not in patient]
    swapped = Arguments(args.clause, args.noun, dict(args.table), args.prefix)
    if args.get("subject") and not args.get("object"):
        swapped.table["object"] = args.get("subject")
    swapped.table.pop("subject", None)
    _object(draft, frame, swapped)
    draft.actor = doer
    draft.counterpart = [e for e in patient if e not in doer]
    if not draft.counterpart:
        draft.counterpart = one(frame.roles.get("counterpart", ()), swapped, doer)
    draft.place = place([*args.get("at"), *args.get("to")], taking_place)


def one(specs: Sequence[str], args: Arguments, taken: Sequence[str]) -> list[str]:
    """The entities of the first specification (`"object owner"`) that yields any."""
    for spec in specs:
        case, _, kind = spec.partition(" ")
        wanted = ACTING | {"occasion"} if kind == "gathering" else ACTING
        found = arguments.entities(args.get(case), wanted, kind == "owner")
        found = [e for e in found if e not in taken]
        if found:
            return found
    return []


def _embedded(draft: Draft, args: Arguments) -> None:
    """訪朝: the country stands inside the word."""
    if draft.sentence is None:
        return
    within = [m for m in draft.sentence.mentions if _covers(args, m.start)]
    countries = [e for m in within if m.kind == "country" for e in m.entity]
    draft.counterpart = [e for e in countries if e not in draft.actor] or draft.counterpart


def _covers(args: Arguments, at: int) -> bool:
    span: Phrase | Clause | None = args.noun if args.noun is not None else args.clause
    return span is not None and span.start <= at < span.end


def _object(draft: Draft, frame: Frame, args: Arguments) -> None:
    if draft.sentence is None:
        return
    offset, text = draft.sentence.start, draft.sentence.text
    for spec in frame.roles.get("object", ()):
        for p in args.get(spec.partition(" ")[0]):
            if p.date is not None or p.quote is not None:
                continue
            ids = p.head.entity if p.head else []
            if any(e in draft.principals for e in ids):
                continue
            first = min(q.start for q in inside(p))
            draft.objects.append(text[max(0, first - offset) : p.end - offset])
            draft.object_entities.extend(e for e in ids if e not in draft.object_entities)
        if draft.objects:
            return


def place(phrases: Sequence[Phrase], taking_place: frozenset[str]) -> str | None:
    """The most exact place that the phrases name; 広島で開かれる会議 names Hiroshima."""
    best: tuple[int, str] | None = None
    for phrase in phrases:
        for p in inside(phrase):
            if p.head is not None and p.head.kind in LOCAL and p.head.entity:
                rank = (2 if p.head.kind == "place" else 1) * 1000 + p.end
                if best is None or rank > best[0]:
                    best = (rank, p.head.entity[0])
            elif best is None and holds_event(p.clause, taking_place):
                assert p.clause is not None
                where = [q for q in p.clause.args if q.case in (Case.AT, Case.TO)]
                found = place(where, taking_place)
                best = (0, found) if found else None
    return best[1] if best else None


def holds_event(clause: Clause | None, taking_place: frozenset[str]) -> bool:
    """Is it a relative clause that says where and when a thing is held?"""
    return clause is not None and clause.link is Link.ADNOMINAL and clause.verb in taking_place


def split(draft: Draft) -> None:
    """Several on one side of what takes two: the first with the others."""
    if len(draft.actor) > 1 and not draft.counterpart:
        draft.actor, draft.counterpart = draft.actor[:1], draft.actor[1:]


def sources(clause: Clause | None, draft: Draft) -> list[str]:
    """On whose word: according to whom, and who says the clause, nearest first."""
    out: list[str] = []
    depth = 0
    while clause is not None and depth < 6:
        named = [p for p in (*clause.args, *clause.shared) if p.case is Case.SOURCE]
        out.extend(e for e in arguments.entities(named, arguments.SOURCES, True) if e not in out)
        if clause.link is Link.QUOTE and clause.parent is not None:
            subject = arguments.of_clause(clause.parent).get("subject")
            told = arguments.entities(subject, arguments.SOURCES, False)
            out.extend(e for e in told if e not in out)
        clause = clause.parent
        depth += 1
    return [e for e in out if e not in draft.actor]
