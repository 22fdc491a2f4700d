"""The arguments of a predicate or an eventive noun, by the names that frames use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from retinue.languages.base import Case, Clause, Link, Mention, Phrase, endings

ACTING = frozenset(("person", "organisation", "country"))
PEOPLE = frozenset(("person",))
LOCAL = frozenset(("place", "country"))
_NAMES = {case: case.value for case in Case}
SOURCES = frozenset(("outlet", "organisation", "person", "country", "document"))


@dataclass(slots=True, eq=False)
class Arguments:
    """What stands in which case. `clause` is the predicate, `noun` the eventive noun's phrase."""

    clause: Clause | None = None
    noun: Phrase | None = None
    table: dict[str, list[Phrase]] = field(default_factory=dict)
    prefix: list[str] = field(default_factory=list)

    def get(self, case: str) -> list[Phrase]:
        """The phrases under a name (`object`, `modified`, `subject`, …)."""
        return self.table.get(case, [])

    def add(self, case: str, phrase: Phrase) -> None:
        """Put a phrase under a name."""
        self.table.setdefault(case, []).append(phrase)


def of_clause(clause: Clause) -> Arguments:
    """The arguments of a predicate: its own first, then those shared with it."""
    out = Arguments(clause=clause, prefix=list(clause.prefix))
    table = out.table
    between: list[Phrase] = []
    for p in (*clause.args, *clause.shared):
        table.setdefault(_NAMES[p.case], []).append(p)
        if p.case is Case.OF:
            out.add("compound", p)
        if p.between:
            between.extend(p.of)
    modified = _modified(clause)
    if modified is not None:
        out.add("modified", modified)
    if between:
        table["between"] = between
    _subject(out, clause, modified)
    _cleft(out, clause)
    return out


def _cleft(out: Arguments, clause: Clause) -> None:
    """出迎えたのは外相で: who did it stands behind."""
    parent = clause.parent
    if clause.link is not Link.NOMINAL or parent is None or parent.complement is None:
        return
    phrase = clause.modifies
    if (
        phrase is not None
        and phrase.case is Case.TOPIC
        and phrase in parent.args
        and acts(parent.complement)
    ):
        own = [p for p in clause.args if p.case is Case.SUBJECT]
        if not own:
            out.table["subject"] = [parent.complement]


def _modified(clause: Clause) -> Phrase | None:
    """What a relative clause modifies; 握手するAとB: both."""
    phrase = clause.modifies
    if phrase is None or clause.link is not Link.ADNOMINAL:
        return None
    joined = phrase.parent
    return joined if joined is not None and phrase in joined.coords else phrase


def _subject(out: Arguments, clause: Clause, modified: Phrase | None) -> None:
    """Who does it: が, else a topic or a focused actor, else the noun that the clause modifies."""
    if out.get("subject"):
        return
    topics = [p for p in out.get("topic") if p.date is None]
    acting = [p for p in topics if acts(p)]
    also = [p for p in out.get("also") if acts(p)]
    if acting or (topics and not also):
        out.table["subject"] = acting or topics
    elif also:
        out.table["subject"] = also
    elif modified is not None and acts(modified):
        out.table["subject"] = [modified]


def of_noun(phrase: Phrase) -> Arguments:
    """The arguments of an eventive noun: what stands in OF, and the names compounded with it."""
    out = Arguments(noun=phrase, prefix=phrase.nouns[:-1])
    modifiers = list(_modifiers(phrase))
    if not any(acts(p) for p in modifiers) and phrase.coords:
        modifiers += [
            p for p in _modifiers(phrase.coords[0]) if acts(p)
        ]  # 北朝鮮の核開発と衛星の発射
    for p in modifiers:
        out.add(p.case.value, p)
    if phrase.mentions and phrase.head is None:
        inner = Phrase(phrase.start, phrase.end, phrase.text, Case.OF)
        inner.mentions = phrase.mentions
        inner.head = phrase.mentions[-1]
        inner.coords = [_lone(m) for m in phrase.mentions[:-1]]
        out.add("compound", inner)
        out.add("of", inner)
    return out


def _lone(mention: Mention) -> Phrase:
    p = Phrase(mention.start, mention.end, mention.name, Case.OF, head=mention)
    p.mentions = [mention]
    return p


def _modifiers(phrase: Phrase) -> Iterator[Phrase]:
    """Phrases that modify it, and what modifies a plain modifier between (X の 3日間の 訪問)."""
    for p in phrase.of:
        yield p
        if p.head is None or p.date is not None:
            yield from _modifiers(p)


def acts(phrase: Phrase) -> bool:
    """Can what the phrase denotes act?"""
    return (phrase.head is not None and phrase.head.kind in ACTING) or phrase.acting


def holds(args: Arguments, cases: str, wanted: dict[str, Any]) -> bool:
    """Does one of the cases (`"to|of"`) hold what is wanted?"""
    for case in cases.split("|"):
        if case == "prefix":
            if wanted["nouns"] & set(args.prefix):
                return True
            continue
        if case == "tail":
            if args.clause and any(n in args.clause.tail for n in wanted["nouns"]):
                return True
            continue
        if any(fits(p, wanted) for p in args.get(case)):
            return True
    return False


def fits(phrase: Phrase, wanted: dict[str, Any]) -> bool:
    """Is the phrase of a wanted kind, or does it end in a wanted noun?"""
    if wanted.get("any"):
        return True
    if (
        wanted.get("inanimate")
        and phrase.head is None
        and phrase.quote is None
        and phrase.nouns
        and not phrase.acting
    ):
        return True
    if wanted.get("plural"):
        head = phrase.head
        return bool(phrase.coords) or bool(head and (head.number > 1 or len(head.entity) > 1))
    if phrase.head is not None and phrase.head.kind in wanted["kinds"]:
        return True
    if phrase.acting and "country" in wanted["kinds"]:
        return True
    return any(ends_in(p, wanted["nouns"]) for p in phrase.everyone())


def ends_in(phrase: Phrase, nouns: frozenset[str]) -> bool:
    """Is its last word, or its last words together, one of the nouns?"""
    if not nouns:
        return False
    if any(end in nouns for end in endings(phrase.nouns, 4)) or phrase.text in nouns:
        return True
    last = phrase.noun
    if len(last) > 1 and last[-1] in nouns:
        return True
    head = phrase.head
    if head is None or phrase.nouns:
        return False
    long = _long(nouns)
    return (head.name or phrase.text).endswith(long) or any(
        t.text.endswith(long) for t in head.titles
    )


@lru_cache(4096)
def _long(nouns: frozenset[str]) -> tuple[str, ...]:
    """Those of more than one letter: what a name may end in."""
    return tuple(n for n in nouns if len(n) > 1)


def entities(phrases: Iterable[Phrase], kinds: frozenset[str], owner: bool) -> list[str]:
    """The entity ids that the phrases denote; with `owner`, those they belong to."""
    out: list[str] = []
    for phrase in phrases:
        for p in phrase.everyone():
            if p.head is not None and p.head.kind in kinds:
                ids = leaders(p) or _several(p) or p.head.entity or p.head.behalf
            elif p.clause is not None and p.clause.leads:
                ids = leaders(p)
            elif (p.acting and "country" in kinds) or owner:
                ids = owners(p, kinds)
            else:
                continue
            for i in ids:
                if i not in out:
                    out.append(i)
    return out


def _several(phrase: Phrase) -> list[str]:
    """ニジェール、マリの軍政: several states behind one word act each for themselves."""
    for p in phrase.of:
        if p.coords and phrase.head is not None and phrase.head.kind == "organisation":
            members = p.everyone()
            if all(m.head is not None and m.head.kind == "country" for m in members):
                return [e for m in members for e in m.head.entity]  # type: ignore[union-attr]
    return []


def from_outlet(subject: Iterable[Phrase]) -> bool:
    """通信は18日、…と報じた: what an agency reports is what the text goes on about."""
    return any(p.head is not None and p.head.kind == "outlet" for p in subject)


def leaders(phrase: Phrase) -> list[str]:
    """Who heads a delegation: 国防相率いる代表団, 国防相を団長とする代表団."""
    clause = phrase.clause
    if clause is None or not clause.leads or (phrase.head and phrase.head.kind != "organisation"):
        return []
    heads = [
        p
        for p in clause.args
        if p.head is not None and p.head.kind == "person" and p.case in clause.leads
    ]
    return [e for p in heads[:1] for e in p.head.entity] if heads else []  # type: ignore[union-attr]


def owners(phrase: Phrase, kinds: frozenset[str]) -> list[str]:
    """Whose the thing is: the nearest actor in OF or BY, or in its relative clause, or in its name."""
    for p in reversed(phrase.of):
        found = entities([p], kinds, False) or owners(p, kinds)
        if not found and p.coords:
            found = owners(p.coords[0], kinds)  # ロシアの個人と団体: both are Russia's
        if found:
            return found
    if phrase.clause is not None:
        inner = of_clause(phrase.clause)
        found = entities([p for p in inner.get("subject") if p is not phrase], kinds, False)
        if found:
            return found
    for m in phrase.mentions:
        if m.kind in kinds and m.entity:
            return m.entity
    return []


def inside(phrase: Phrase) -> Iterator[Phrase]:
    """The phrase and all that modifies it or is coordinated with it, however deep."""
    yield phrase
    for p in (*phrase.of, *phrase.coords):
        yield from inside(p)
