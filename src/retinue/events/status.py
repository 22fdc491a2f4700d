"""Did it happen? From tense, negation, hedges and what governs the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from retinue.events.arguments import ends_in
from retinue.languages.base import Case, Clause, Link, Pack, Phrase, endings

OCCURRED, PLANNED, POSSIBLE, DENIED = "occurred", "planned", "possible", "denied"

# Where a noun stands to what governs it (訪問を計画する, 訪問について協議する).
_GOVERNED = frozenset(
    (Case.OBJECT, Case.SUBJECT, Case.TOPIC, Case.ALSO, Case.ABOUT, Case.TO, Case.NONE)
)
_UTTERED = (Link.FINAL, Link.QUOTE, Link.CHAIN, Link.ADNOMINAL, Link.THOUGH)


@dataclass(slots=True)
class Wording:
    """A pack's words about status (`status.yml`), compiled."""

    nouns: dict[str, str]
    tails: re.Pattern[str]
    governors: dict[str, str]
    facts: frozenset[str]
    holding: frozenset[str]
    repeats: tuple[str, ...]
    plans: frozenset[str]
    cancelling: frozenset[str]
    decreeing: frozenset[str]
    following: frozenset[str]
    speaking: frozenset[str]
    becoming: frozenset[str]
    each: tuple[str, ...]
    asking: frozenset[str]
    absent: frozenset[str]
    later: re.Pattern[str]
    considering: frozenset[str]
    supposed: frozenset[str]
    willing: frozenset[str]
    reasons: frozenset[str]
    leaning: frozenset[str]
    wishing: re.Pattern[str]
    urging: re.Pattern[str]
    taking_place: frozenset[str]
    ongoing: re.Pattern[str]
    states: frozenset[str]
    light: frozenset[str]

    @classmethod
    def of(cls, pack: Pack, light: frozenset[str]) -> Wording:
        """The wording of a pack."""
        data: dict[str, Any] = pack.resource("status")
        return cls(
            nouns={n: status for status, nouns in data["nouns"].items() for n in nouns},
            tails=re.compile("|".join(data["tails"]["possible"])),
            governors={v: status for status, verbs in data["governors"].items() for v in verbs},
            facts=frozenset(data["facts"]),
            holding=frozenset(data["holding"]),
            repeats=tuple(data["repeats"]),
            plans=frozenset(data["plans"]),
            cancelling=frozenset(data["cancelling"]),
            decreeing=frozenset(data["decreeing"]),
            following=frozenset(data["following"]),
            speaking=frozenset(data["speaking"]),
            becoming=frozenset(data["becoming"]),
            each=tuple(data["each"]),
            asking=frozenset(data["asking"]),
            absent=frozenset(data["absent"]),
            later=re.compile("|".join(data["later"])),
            willing=frozenset(data["willing"]),
            considering=frozenset(data["considering"]),
            supposed=frozenset(data["supposed"]),
            reasons=frozenset(data["reasons"]),
            leaning=frozenset(data["leaning"]),
            wishing=re.compile("|".join(data["wishing"])),
            urging=re.compile("|".join(data["urging"])),
            taking_place=frozenset(data["taking_place"]),
            ongoing=re.compile("|".join(data["ongoing"])),
            states=frozenset(data["states"]),
            light=light,
        )


_CACHE: dict[str, Wording] = {}


def wording(pack: Pack, light: frozenset[str]) -> Wording:
    """The wording of a pack, compiled once; `light` are its light verbs."""
    if pack.code not in _CACHE:
        _CACHE[pack.code] = Wording.of(pack, light)
    return _CACHE[pack.code]


class Judge:
    """Judges predicates and eventive nouns; None means: not told as an event at all."""

    def __init__(self, wording: Wording):
        self.words = wording

    def uttered(self, clause: Clause) -> bool:
        """Is the saying the deed: 「…を支持する」, …を非難すると述べた?"""
        if clause.past or clause.negative or clause.passive or clause.link not in _UTTERED:
            return False
        return not self._hearsay(clause)

    def _hearsay(self, clause: Clause) -> bool:
        """釈放を働き掛けるという: told of the future, not done by saying it."""
        outer = clause.parent
        if clause.link is not Link.QUOTE or outer is None or outer.verb not in self.words.states:
            return False
        return not outer.get(Case.TOPIC, Case.SUBJECT)

    def merely_written(self, clause: Clause) -> str | None:
        """会合を求める書簡を送る準備を進めている: as sure as the letter is."""
        outer = clause.parent
        if (
            clause.link is not Link.ADNOMINAL
            or clause.past
            or outer is None
            or clause.modifies is None
        ):
            return None
        head = clause.modifies.head
        if head is None or head.kind != "document":
            return None
        status = self.clause(outer)
        return status if status in (PLANNED, POSSIBLE) else None

    def clause(self, clause: Clause, caption: bool = False, depth: int = 0) -> str | None:
        """The status of what a predicate says."""
        if depth > 8:
            return OCCURRED
        words = self.words
        if clause.link is Link.QUOTE and clause.connective in words.asking:
            return None
        if words.tails.search(clause.tail):
            return POSSIBLE
        own = self._own(clause, caption)
        if own == PLANNED and clause.conditional:
            return POSSIBLE
        link = clause.link
        parent = clause.parent
        if link is Link.IF:
            return POSSIBLE
        if link is Link.QUOTE and parent is not None:
            return self._said(own, clause, parent, depth)
        if link is Link.CHAIN and parent is not None and not _nominal(clause):
            return self._chain(clause, parent, caption, depth)
        if link in (Link.NOMINAL, Link.ADNOMINAL) and clause.modifies is not None:
            return self._modifying(own, clause, caption, depth)
        if link is Link.TO:
            return self._purpose(clause, parent, depth)
        if link in (Link.WHEN, Link.AFTER, Link.BEFORE, Link.WHILE) and not clause.past and parent:
            outer = self.clause(parent, caption, depth + 1)
            return outer if outer != DENIED else OCCURRED
        return own

    def _own(self, clause: Clause, caption: bool) -> str:
        if clause.negative:
            return DENIED
        state = clause.verb in self.words.states
        if clause.past or caption or state or self.ongoing(clause):
            return OCCURRED
        return PLANNED

    def ongoing(self, clause: Clause) -> bool:
        """Does it go on at the time of writing (…している)?"""
        return bool(self.words.ongoing.search(clause.tail))

    def _chain(self, clause: Clause, parent: Clause, caption: bool, depth: int) -> str | None:
        if clause.negative:
            return DENIED
        if self.ongoing(clause):
            return OCCURRED
        if parent.verb in self.words.plans:
            return self.words.governors.get(parent.verb, PLANNED)
        if parent.complement is not None and parent.link is Link.FINAL:
            return self.hedge(parent.complement) or OCCURRED
        outer = self.clause(parent, caption, depth + 1)
        return OCCURRED if outer in (None, DENIED) else outer

    def _said(self, own: str, clause: Clause, parent: Clause, depth: int) -> str | None:
        verb = parent.verb
        governed = self.words.governors.get(verb)
        if governed == DENIED:
            return DENIED
        if own in (OCCURRED, DENIED):
            if governed == POSSIBLE and verb not in self.words.facts and own == OCCURRED:
                return POSSIBLE
            return own
        return governed or PLANNED

    def _modifying(self, own: str, clause: Clause, caption: bool, depth: int) -> str | None:
        phrase = clause.modifies
        assert phrase is not None
        hedge = self.hedge(phrase)
        outer = clause.parent
        if hedge:
            dropped = outer is not None and outer.complement is phrase and outer.past
            if hedge == PLANNED and (dropped or self._absent(outer, phrase)):
                return DENIED  # 出席する予定だったが, 会う予定はない: it did not come to that
            return hedge
        if clause.link is Link.NOMINAL and self._absent(outer, phrase):
            return DENIED
        if clause.link is Link.ADNOMINAL or own in (OCCURRED, DENIED):
            if clause.link is Link.NOMINAL and own == OCCURRED:
                return self._thought(phrase, clause) or own
            return own
        if outer is None:
            return None
        if phrase.case in (Case.TOPIC, Case.SUBJECT) and self._repeats(outer):
            return None
        if self.words.tails.search(outer.tail):
            return POSSIBLE
        return self.words.governors.get(outer.verb)

    def _absent(self, clause: Clause | None, phrase: Phrase) -> bool:
        if clause is None or phrase not in clause.args:
            return False
        return clause.verb in self.words.absent

    def _thought(self, phrase: Phrase, clause: Clause) -> str | None:
        """…したものとみられる: somebody's guess about the past."""
        outer = clause.parent
        if (
            outer is not None
            and phrase.noun in self.words.supposed
            and self.words.governors.get(outer.verb) == POSSIBLE
        ):
            return POSSIBLE
        return None

    def _purpose(self, clause: Clause, parent: Clause | None, depth: int) -> str | None:
        if parent is None:
            return None
        if self.words.governors.get(parent.verb) == POSSIBLE:
            return POSSIBLE
        return PLANNED

    def _fell_through(self, clause: Clause) -> bool:
        """会合は取りやめとなった, 訪問が中止になった."""
        return clause.verb in self.words.becoming and any(
            self.words.nouns.get(p.noun) == DENIED for p in clause.get(Case.WITH, Case.TO)
        )

    def decrees(self, clause: Clause) -> bool:
        """Is it an order or announcement, given, by which what is ordered holds (命じた)?"""
        return clause.verb in self.words.decreeing and self.clause(clause) == OCCURRED

    def _repeats(self, clause: Clause) -> bool:
        text = clause.complement.text if clause.complement else clause.verb
        return any(r in text for r in self.words.repeats)

    def hedge(self, phrase: Phrase) -> str | None:
        """What a noun such as 予定 or 可能性 makes of what modifies it."""
        table = self.words.nouns
        return next((table[end] for end in endings(phrase.nouns, 3) if end in table), None)

    def noun(self, phrase: Phrase, holder: Clause | None, index: int) -> tuple[str | None, bool]:
        """Status of an eventive noun, and whether the verb that carries it tells it in full.

        `index` is the place of the eventive word in `phrase.nouns`.
        """
        for word in phrase.nouns[index + 1 :]:
            if word in self.words.nouns:
                ordered = holder is not None and phrase in holder.args
                return self.words.nouns[word], ordered and self._orders(holder)
        top = phrase
        while top.parent is not None:
            joined = top in top.parent.coords
            hedge = None if joined else self.hedge(top.parent)
            if hedge:
                return hedge, False
            if joined and top is phrase:
                phrase = top.parent  # 武官の追放と貿易の停止を…: both are what the verb governs
            top = top.parent
        if holder is None:
            return None, False
        if holder.negative and holder.verb in self.words.holding:
            return DENIED, True
        held = self._held(phrase)
        if top is not phrase:
            return held or self._background(top, holder), False
        return self._carried(phrase, holder, held)

    def _orders(self, holder: Clause | None) -> bool:
        return holder is not None and holder.verb in self.words.decreeing

    def _held(self, phrase: Phrase) -> str | None:
        """5月に広島で開かれる会議: the relative clause says whether it is still to come."""
        relative = phrase.clause
        if relative is None or relative.link is not Link.ADNOMINAL:
            return None
        return self._own(relative, False) if relative.verb in self.words.taking_place else None

    def _carried(self, phrase: Phrase, holder: Clause, held: str | None) -> tuple[str | None, bool]:
        """The noun is an argument of the verb: 会談を行った, 訪問を計画している, 会談で述べた."""
        if self._fell_through(holder):
            return DENIED, True
        governed = self.words.governors.get(holder.verb)
        if self._reason(phrase, holder):
            return OCCURRED, False
        if self._refuted(phrase, holder):
            return DENIED, False
        if governed == DENIED and self.clause(holder) == POSSIBLE:
            return PLANNED, False  # キャンセルすることもありうる: it still stands
        if holder.verb in self.words.light and holder.verb in self.words.plans:
            return (DENIED if holder.negative else PLANNED), True
        if holder.verb in self.words.light:
            return (DENIED if holder.negative else self.clause(holder)), True
        if held is not None and governed != DENIED:
            return held, False
        if self._willing(phrase, holder):
            return (DENIED if holder.negative else POSSIBLE), True
        if governed and holder.verb not in self.words.speaking and phrase.case in _GOVERNED:
            told = (
                governed == PLANNED
                or holder.verb in self.words.cancelling
                or holder.verb in self.words.considering
            )
            return governed, told and phrase.case is Case.OBJECT
        return self._background(phrase, holder), False

    def _willing(self, phrase: Phrase, holder: Clause) -> bool:
        """訪中に意欲を示した, 離脱に動く: whose wish it is would do it."""
        if phrase.case is not Case.TO:
            return False
        wished = any(ends_in(p, self.words.willing) for p in holder.get(Case.OBJECT, Case.SUBJECT))
        return wished or holder.verb in self.words.leaning

    def _background(self, top: Phrase, holder: Clause) -> str:
        if top.case is Case.AIM:
            return PLANNED
        if top.case not in (Case.SUBJECT, Case.OBJECT) or holder.copula:
            return OCCURRED
        chained = holder.link is Link.CHAIN
        ahead = self.clause(holder) if chained else self._own(holder, False)
        return POSSIBLE if ahead == PLANNED else OCCURRED

    def _refuted(self, phrase: Phrase, holder: Clause) -> bool:
        """首脳会談については「開かれなかった」と述べた: the words quoted deny it."""
        if phrase.case not in (Case.ABOUT, Case.TOPIC, Case.ALSO):
            return False
        for p in holder.args:
            if p.quote is None or p.start < phrase.end:
                continue
            clauses = [c for s in p.quote.sentences for c in s.clauses]
            if any(c.negative and c.verb in self.words.holding for c in clauses):
                return True
        return False

    def _reason(self, phrase: Phrase, holder: Clause) -> bool:
        """武器供与を理由に断交した: what is given as the reason is a fact."""
        return phrase.case is Case.OBJECT and any(
            p.noun in self.words.reasons and 0 <= p.start - phrase.end <= 2
            for p in holder.get(Case.TO, Case.AS)
        )


def _nominal(clause: Clause) -> bool:
    return clause.tail == "nominal"
