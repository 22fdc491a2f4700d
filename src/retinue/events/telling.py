"""Finishing a draft: its days, sources and the words it rests on."""

from __future__ import annotations

from copy import copy

from retinue.dates.spans import Resolved
from retinue.events import arguments, roles
from retinue.events.arguments import ACTING, Arguments, inside
from retinue.events.discourse import Discourse
from retinue.events.draft import Draft
from retinue.events.frames import Frame, types
from retinue.events.status import DENIED, OCCURRED, PLANNED, POSSIBLE
from retinue.languages.base import Case, Clause, Link, Sentence
from retinue.record import Span

# Kept without people until the scene is known.
FROM_SCENE = frozenset(("launch", "receive"))
# The day of what is attended is the day of attending.
_OCCASIONS = frozenset(("attend", "meet", "receive", "exercise", "launch", "honour"))


def begin(frame: Frame, status: str, args: Arguments, sentence: Sentence) -> Draft:
    """A draft without roles."""
    if frame.inverse:
        status = DENIED
    elif frame.status and status == OCCURRED:
        status = frame.status
    draft = Draft(frame.type, status, frame.rule, sentence=sentence, clause=args.clause)
    draft.words, draft.also = frame.words, frame.also
    draft.gathering = any("gathering" in spec for spec in frame.roles.get("actor", ()))
    draft.symmetric = bool(types()[frame.type].get("symmetric"))
    return draft


def tell(draft: Draft, args: Arguments, clause: Clause | None, discourse: Discourse) -> None:
    """Settle the draft and add it to the discourse, if it names anybody."""
    assert draft.sentence is not None
    if draft.symmetric or draft.type == "attack":
        roles.split(draft)
    if draft.type == "exercise" and not draft.principals and clause is not None:
        _whoever_reports(draft, clause)
    draft.counterpart = [e for e in draft.counterpart if e not in draft.actor]
    if not draft.principals and draft.type not in FROM_SCENE and not draft.open:
        return
    _date(draft, clause, discourse)
    _sane(draft, discourse)
    if clause is not None and draft.when is not None:
        discourse.calendar.clauses[id(clause)] = draft.when
    held = discourse.judge.words.taking_place
    gathers = draft.noun is not None or draft.clause is None or draft.clause.verb in held
    people = any(discourse.kinds.get(e) == "person" for e in draft.principals)
    named = any(discourse.kinds.get(e) == "occasion" for e in draft.principals)
    draft.gathering = (gathers or named or draft.gathering) and not people
    draft.later = clause is not None and bool(
        discourse.judge.words.later.search(_words(clause, draft.sentence))
    )
    outer = clause.parent if clause is not None and clause.link is Link.QUOTE else None
    draft.reported = outer is not None and arguments.from_outlet(
        arguments.of_clause(outer).get("subject")
    )
    draft.sources = roles.sources(clause or args.clause, draft)
    draft.evidence = [_evidence(draft, clause, draft.sentence)]
    draft.trace = _trace(draft, args)
    discourse.drafts.extend(_each(draft, clause, discourse))
    if draft.also and draft.told == 2:
        second = copy(draft)
        second.type, second.counterpart, second.also = draft.also, [], ""
        discourse.drafts.append(second)


def _each(draft: Draft, clause: Clause | None, discourse: Discourse) -> list[Draft]:
    """首相と外相にそれぞれ会った: met one after the other, they are met in an event each."""
    sentence = draft.sentence
    if (
        draft.type not in ("meet", "call")
        or len(draft.counterpart) < 2
        or clause is None
        or sentence is None
    ):
        return [draft]
    words = _words(clause, sentence)
    if not any(w in words for w in discourse.judge.words.each):
        return [draft]
    out = []
    for e in draft.counterpart:
        one = copy(draft)
        one.counterpart = [e]
        out.append(one)
    return out


def _words(clause: Clause, sentence: Sentence) -> str:
    return sentence.text[clause.extent - sentence.start : clause.end - sentence.start]


def _whoever_reports(draft: Draft, clause: Clause) -> None:
    """国防省は爆撃機が飛行したと発表した: the ministry's own, where no other is named."""
    if clause.link is Link.QUOTE and clause.parent is not None:
        subject = arguments.of_clause(clause.parent).get("subject")
        draft.actor = arguments.entities(subject, ACTING, False)


def _date(draft: Draft, clause: Clause | None, discourse: Discourse) -> None:
    calendar = discourse.calendar
    told = (
        clause is not None and clause.past and clause.link in (Link.FINAL, Link.CHAIN, Link.QUOTE)
    )
    future = True if draft.status in (PLANNED, POSSIBLE) and not told else None
    if draft.noun is not None:
        draft.when, draft.dated = calendar.of_noun(draft.noun, future)
        if draft.when is None and clause is None and draft.clause is not None:
            draft.when, draft.dated = calendar.of_clause(draft.clause, None)
            if draft.clause.copula:
                stated = calendar.since(draft.clause) or calendar.stated(draft.clause)
                draft.when = stated or draft.when
    if draft.when is None and clause is not None:
        occasions = draft.type in _OCCASIONS
        draft.when, draft.dated = calendar.of_clause(clause, future, occasions)
        if draft.type == "invite" and draft.dated == "own" and _after_guest(clause):
            draft.when, draft.dated = None, ""
    if draft.when is None and discourse.decree is not None:
        draft.when, draft.dated = calendar.of_clause(discourse.decree, None)
    discourse.decree = None
    if draft.when is None:
        draft.when, draft.dated = _of_report(draft, clause or draft.clause, discourse)
    said = discourse.said
    if (
        draft.when is not None
        or said is None
        or draft.sentence is None
        or not draft.sentence.quoted
    ):
        return
    if draft.words:
        draft.when, draft.dated = calendar.of_clause(said, None)
    elif draft.type in ("visit", "attend"):
        draft.when, draft.dated = calendar.of_clause(said, True, True)


def _of_report(
    draft: Draft, clause: Clause | None, discourse: Discourse
) -> tuple[Resolved | None, str]:
    """評議会は15日、首相を拘束したと発表した: the day of the report, where no other is told."""
    outer = clause.parent if clause is not None and clause.link is Link.QUOTE else None
    if outer is None or not (draft.words or draft.status == OCCURRED):
        return None, ""
    fact = outer.verb in discourse.judge.words.facts
    if not (draft.words or fact):
        return None, ""
    when, _ = discourse.calendar.of_clause(outer, None)
    return when, "report" if when is not None else ""


def _sane(draft: Draft, discourse: Discourse) -> None:
    """What has happened did so before the page; a bare deadline is no date; captions have one date."""
    when = draft.when
    chained = draft.clause is not None and draft.clause.link is Link.CHAIN and draft.told == 2
    if when is not None and chained and draft.status == OCCURRED and discourse.calendar.ahead(when):
        draft.status = (
            PLANNED  # 大臣は、来月訪問し…すると発表した: what lies ahead has not happened
        )
    if when is not None and (
        when.first is None or (draft.status == OCCURRED and discourse.calendar.ahead(when))
    ):
        draft.when, draft.dated = None, ""
    if draft.when is None and draft.sentence is not None and draft.sentence.kind == "caption":
        draft.when = discourse.calendar.captions.get(draft.sentence.paragraph)
        draft.dated = "caption" if draft.when is not None else ""


def _after_guest(clause: Clause) -> bool:
    """首相を18日に官邸へ招いた: the day is that of the visit, not of the asking."""
    guests = [p.start for p in clause.args if p.case is Case.OBJECT]
    days = [p.start for p in clause.args if p.date is not None]
    return bool(guests and days) and min(days) > min(guests)


def _evidence(draft: Draft, clause: Clause | None, sentence: Sentence) -> Span:
    if draft.noun is not None and clause is None:
        phrases = list(inside(draft.noun))
        return Span(sentence.paragraph, min(p.start for p in phrases), max(p.end for p in phrases))
    assert clause is not None
    starts = [clause.start] + [q.start for p in clause.args for q in inside(p)]
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
