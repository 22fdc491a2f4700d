"""Clauses of a head-final sentence: which phrases each takes, and on which clause it hangs.

The second half of `headfinal.build`; the phrases have found their heads by now.
"""

from __future__ import annotations

from retinue.languages.base import Case, Clause, Link, Phrase

AGENTS = frozenset(("person", "organisation", "country", "outlet"))
_SUBJECTS = (Case.TOPIC, Case.SUBJECT, Case.ALSO)
# Clauses of the main line: what they say goes on to the next of them.
_LINE = frozenset((Link.CHAIN, Link.FINAL, Link.THOUGH, Link.BECAUSE))
_LOOSE = frozenset((Case.TIME, Case.AT, Case.SOURCE, Case.AIM, Case.BESIDES))


def arrange(tops: list[Phrase | Clause], clauses: list[Clause]) -> None:
    """Hand out the phrases at the top, hang the clauses on each other, pass on what they share."""
    _attach(tops, clauses)
    _parents(clauses)
    _conditions(clauses)
    _share(clauses)


def agentive(phrase: Phrase | None) -> bool:
    """Does the phrase denote somebody or a body that can act?"""
    return bool(phrase and phrase.head and phrase.head.kind in AGENTS)


def _attach(tops: list[Phrase | Clause], clauses: list[Clause]) -> None:
    """Give each clause its phrases: a predicate takes what waits before it."""
    stack: list[Phrase] = []
    topic_given = False
    left = [c for c in clauses if c.link is not Link.ADNOMINAL]
    last_real = max((i for i, c in enumerate(clauses) if not _bare(c)), default=-1)
    for item in tops:
        if isinstance(item, Phrase):
            stack.append(item)
            continue
        if left and left[0] is item:
            left.pop(0)
        closing = item is clauses[-1] or (
            clauses.index(item) == last_real and all(_bare(c) for c in left)
        )
        taken = list(stack) if closing else _taken(item, stack, topic_given)
        topic_given = topic_given or any(p.case is Case.TOPIC for p in taken)
        for p in taken:
            stack.remove(p)
        item.args.extend(taken)
        item.args.sort(key=lambda p: p.start)
        item.extent = min([item.start, *(p.start for p in item.args)])
    if stack and clauses:
        clauses[-1].args.extend(stack)


def _bare(clause: Clause) -> bool:
    """A noun that merely ends the sentence; it takes no arguments from a real predicate."""
    return clause.copula and clause.tail == "nominal"


def _taken(clause: Clause, stack: list[Phrase], topic_given: bool) -> list[Phrase]:
    """The phrases on top of the stack that belong to this clause."""
    taken: list[Phrase] = []
    filled: set[Case] = {p.case for p in clause.args}
    topic_waits = any(p.case is Case.TOPIC for p in stack)
    for p in reversed(stack):
        if p.case is Case.TOPIC:
            # 首相は会談し、円安は望ましくないとの認識を示した: the second topic stands inside
            inner = clause.link is Link.QUOTE and (
                topic_given or sum(q.case is Case.TOPIC for q in stack) > 1
            )
            if not (
                _takes_topic(clause, filled) or (inner and not filled & {Case.TOPIC, Case.SUBJECT})
            ):
                break
        elif p.case is Case.ALSO and clause.link is Link.QUOTE and _alone(p, stack):
            break  # 外相も、訪米に同行すると述べた
        elif p.case is Case.SUBJECT:
            if Case.SUBJECT in filled or not _takes_subject(clause, p, topic_waits):
                break
        elif (
            (Case.SUBJECT in filled or Case.TOPIC in filled)
            and p.case not in _LOOSE
            and clause.link not in _LINE
        ):
            break
        elif (
            p.case is Case.OBJECT
            and clause.passive
            and clause.link is Link.ADNOMINAL
            and p.head is not None
        ):
            break  # 外相を東京で開かれる会議に招いた: what is held takes no object
        elif clause.leads and (taken or p.date is not None):
            break  # 1日には議長率いる代表団が…: only the leader belongs to 率いる
        elif (
            p.case is Case.TIME
            and topic_waits
            and Case.SUBJECT in filled
            and any(t.date is not None for t in taken)
        ):
            break  # 政府は31日、首相が8月17日から訪問すると発表した
        elif (
            p.case in (Case.TIME, Case.AT)
            and (p.date is not None or Case.SUBJECT in filled or _set_off(p, clause, stack))
            and p.comma
            and topic_waits
            and (clause.link not in _LINE or p.case is Case.AT)
            and (
                _behind_topic(p, stack) if Case.SUBJECT in filled else not _behind_subject(p, stack)
            )
        ):
            break  # マリは8月、…とみなすと警告し: the date belongs to the warning
        elif (p.case is Case.OBJECT and Case.OBJECT in filled) or (
            clause.link is Link.ADNOMINAL and p.comma and p.case is not Case.OBJECT
        ):
            break
        taken.append(p)
        filled.add(p.case)
    return taken


def _alone(p: Phrase, stack: list[Phrase]) -> bool:
    """Is it the first in the sentence who can act?"""
    return agentive(p) and _leader(p, stack) is None


def _leader(p: Phrase, stack: list[Phrase]) -> Phrase | None:
    """The last topic or subject that stands before a phrase."""
    before = (q for q in stack if q.start < p.start and q.case in (Case.TOPIC, Case.SUBJECT))
    return max(before, key=lambda q: q.start, default=None)


def _set_off(p: Phrase, clause: Clause, stack: list[Phrase]) -> bool:
    """長官は記者会見で、首相が訪米し会談すると発表した: the press conference is where it was announced."""
    behind = [q.start for q in stack if q.start > p.start]
    return (
        clause.link is Link.QUOTE
        and _behind_topic(p, stack)
        and min([clause.start, *behind]) > p.end + 2
    )


def _behind_subject(p: Phrase, stack: list[Phrase]) -> bool:
    """軍は、北朝鮮が29日午前、…を発射したと発表した: the day stands inside with the subject."""
    leader = _leader(p, stack)
    return leader is not None and leader.case is Case.SUBJECT


def _behind_topic(p: Phrase, stack: list[Phrase]) -> bool:
    """政府は19日、外相が訪問すると発表した: the day is that of the announcement."""
    before = [q for q in stack if q.start < p.start]
    return bool(before) and before[-1].case is Case.TOPIC and before[-1].date is None


def _takes_topic(clause: Clause, filled: set[Case]) -> bool:
    if clause.link is Link.FINAL:
        return True
    return clause.link in _LINE and Case.SUBJECT not in filled and Case.TOPIC not in filled


def _takes_subject(clause: Clause, p: Phrase, topic_waits: bool) -> bool:
    if clause.link is Link.TO:
        return topic_waits  # 政府が各国に…するよう働きかけた: who asks, not who is asked
    if clause.link is not Link.ADNOMINAL:
        return True
    head = clause.modifies
    if clause.unaccusative and agentive(p) and head is not None and head.case not in _SUBJECTS:
        return False
    if head is None or topic_waits or head.case in _SUBJECTS:
        return not p.comma or head is None
    return not agentive(head) and not p.comma


def _parents(clauses: list[Clause]) -> None:
    for i in range(len(clauses) - 1, -1, -1):
        clause = clauses[i]
        if clause.modifies is not None:
            clause.parent = _holder(clause.modifies, clauses[i + 1 :])
            continue
        clause.parent = next((c for c in clauses[i + 1 :] if c.link is not Link.ADNOMINAL), None)
        if (
            clause.parent is not None
            and clause.parent.link not in _LINE
            and (
                (clause.link is Link.CHAIN and _on_line(clause))
                # …と非難する一方、望むと述べた: set against what is said, not part of it
                or (
                    clause.link is Link.WHILE
                    and clause.parent.link is Link.QUOTE
                    and _bare_of(clause)
                )
            )
        ):
            line = (c for c in clauses[i + 1 :] if c.link in _LINE and not _inner(c))
            clause.parent = next(line, clause.parent)
        if clause.parent is None and i + 1 < len(clauses):
            clause.parent = clauses[-1]


def _bare_of(clause: Clause) -> bool:
    """Has it no subject of its own?"""
    return not any(p.case in (Case.TOPIC, Case.SUBJECT) for p in clause.args)


def _inner(clause: Clause) -> bool:
    """Does a chained clause lead into what is said, so that it stands inside it?"""
    while clause.link is Link.CHAIN and clause.parent is not None:
        clause = clause.parent
        if clause.link not in _LINE:
            return True
    return False


def _conditions(clauses: list[Clause]) -> None:
    for clause in clauses:
        if clause.link is Link.IF and clause.parent is not None:
            clause.parent.conditional = True


def _on_line(clause: Clause) -> bool:
    """Does a chained clause go on at the level of the sentence (会談し、…すると述べた)?

    One with a subject of its own stands inside what follows (北朝鮮が…発射し、…落下したと発表した),
    and so does one behind a topic that is set off with a comma.
    """
    topics = [p for p in clause.args if p.case is Case.TOPIC]
    if topics:
        return not topics[-1].comma or topics[-1].end + 2 < clause.start
    return not any(p.case is Case.SUBJECT for p in clause.args)


def _holder(phrase: Phrase, later: list[Clause]) -> Clause | None:
    """The clause in which a phrase stands, however deep."""
    top = phrase
    while top.parent is not None:
        top = top.parent
    for c in later:
        if top in c.args or c.complement is top:
            return c
    return None


def _share(clauses: list[Clause]) -> None:
    """What a clause leaves unsaid it has from the main line: subject, time, place."""
    carrier: Clause | None = None
    for i, clause in enumerate(clauses):
        if clause.link is Link.ADNOMINAL:
            _plan(clause, carrier, clauses[i + 1 :])
            _of_day(clause, clauses[:i])
            continue
        if clause.link in _LINE:
            if carrier is not None:
                _inherit(clause, carrier)
            elif i and clauses[i - 1].link is Link.AFTER:
                _inherit(clause, clauses[i - 1])  # 副大統領が参列したあと韓国を訪れ
            carrier = clause
            continue
        chained = next(
            (c for c in reversed(clauses[:i]) if c.parent is clause and c.link is Link.CHAIN), None
        )
        if any(p.case in _SUBJECTS for p in clause.args):
            continue
        if chained is not None:
            found = [
                p for p in (*chained.args, *chained.shared) if p.case in (*_SUBJECTS, Case.TIME)
            ]
        else:
            main = next((c for c in clauses[i + 1 :] if c.link in _LINE), None)
            found = [
                p
                for p in (main.args if main else [])
                if p.case is Case.TOPIC or (p.case is Case.ALSO and agentive(p))
            ]
            if not found and carrier is not None:
                found = [p for p in (*carrier.args, *carrier.shared) if p.case in _SUBJECTS]
        clause.shared.extend(p for p in found if p.case is not Case.ALSO or agentive(p))


def _of_day(clause: Clause, before: list[Clause]) -> None:
    """大統領が首都を訪れ、条約を結んだ翌日: the chain goes on into what tells the day."""
    if (
        clause.modifies is None
        or clause.modifies.date is None
        or any(p.case in _SUBJECTS for p in clause.args)
    ):
        return
    chained = next((c for c in reversed(before) if c.link is not Link.ADNOMINAL), None)
    if chained is not None and chained.link is Link.CHAIN:
        clause.shared.extend(
            p for p in (*chained.args, *chained.shared) if p.case in (*_SUBJECTS, Case.TIME)
        )


def _plan(clause: Clause, carrier: Clause | None, later: list[Clause]) -> None:
    """議長は退任する意向を示した: whose plan it is does it."""
    holder = clause.parent
    if holder is None or clause.modifies is None or not clause.modifies.content:
        return
    if any(p.case in _SUBJECTS for p in clause.args):
        return
    found = [
        p for p in holder.args if p.case is Case.TOPIC or (p.case in _SUBJECTS and agentive(p))
    ]
    if not found and holder.link is Link.QUOTE:
        # 大統領は、会談する見通しだと述べた
        main = next((c for c in later if c.link in _LINE), None)
        found = [p for p in (main.args if main else []) if p.case is Case.TOPIC]
    if not found and carrier is not None:
        found = [p for p in (*carrier.args, *carrier.shared) if p.case in _SUBJECTS]
    clause.shared.extend(found)


def _inherit(clause: Clause, carrier: Clause) -> None:
    own = {p.case for p in clause.args}
    have = (*carrier.args, *carrier.shared)
    if not own & {Case.TOPIC, Case.SUBJECT} and not any(
        p.case is Case.ALSO and agentive(p) for p in clause.args
    ):
        clause.shared.extend(
            p for p in have if p.case in _SUBJECTS and (p.case is not Case.ALSO or agentive(p))
        )
    elif Case.TOPIC not in own:
        clause.shared.extend(p for p in have if p.case is Case.TOPIC and Case.SUBJECT not in own)
    for case in (Case.TIME, Case.AT, Case.SOURCE):
        if case not in own:
            clause.shared.extend(p for p in have if p.case is case)
