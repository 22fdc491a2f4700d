"""A pack's words for saying and foreseeing (`speech.yml`, `hedges.yml`), compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from retinue.languages.base import Pack
from retinue.text.sieve import Sieve

QUOTE, CLAUSE, OBJECT, ABOUT = "quote", "clause", "object", "about"


@dataclass(slots=True, frozen=True)
class Saying:
    """A reporting verb or noun in one of its uses; `sense` as `speech.yml` defines it."""

    rule: str
    sense: str
    names: bool = False


@dataclass(slots=True, frozen=True)
class Hedge:
    """One way to say that something may be or come; see `hedges.yml`."""

    rule: str
    kind: str
    certainty: str
    weak: bool = False
    expert: bool = False
    said: bool = False
    article: bool = False
    turns: bool = False
    plain: bool = False


@dataclass(slots=True)
class Wording:
    """All of it. `verbs` maps (verb, use) to its saying, `nouns` (noun, verb) likewise."""

    verbs: dict[tuple[str, str], Saying] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    nouns: dict[tuple[str, str], Saying] = field(default_factory=dict)
    shown: dict[str, Saying] = field(default_factory=dict)  # by noun alone, behind a light verb
    content: frozenset[str] = frozenset()
    relayed: frozenset[tuple[str, str]] = frozenset()
    things: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    urged: Saying = Saying("", "stance")
    announced: Saying = Saying("", "say")
    continued: Saying = Saying("", "say")
    naming: frozenset[str] = frozenset()
    pointing: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    somebody: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    staged: Saying = Saying("", "stance")
    owned: Saying = Saying("", "say")
    viewed: Saying = Saying("", "say")
    viewing: re.Pattern[str] = re.compile("$^")
    owner: re.Pattern[str] = re.compile("$^")
    generic: Saying = Saying("", "say")
    holding: Saying = Saying("", "say")
    nameless: Saying = Saying("", "say")
    expert: re.Pattern[str] = re.compile("$^")
    hedges: list[Hedge] = field(default_factory=list)
    patterns: list[re.Pattern[str]] = field(default_factory=list)  # one for each of `hedges`
    sieve: Sieve = field(default_factory=lambda: Sieve(()))  # of `patterns`
    settled: re.Pattern[str] = re.compile("$^")
    negated: re.Pattern[str] = re.compile("$^")
    affirming: re.Pattern[str] = re.compile("$^")
    smell: tuple[str, ...] = ()
    weaken: tuple[str, ...] = ()
    reporting: dict[str, bool] = field(default_factory=dict)  # see `reports`; filled as verbs come
    first_person: re.Pattern[str] = re.compile("$^")
    forms: dict[str, re.Pattern[str]] = field(default_factory=dict)
    sets: dict[str, frozenset[str]] = field(default_factory=dict)

    def reports(self, verb: str) -> bool:
        """Whether a verb (the last word of a lexicon entry, too) can report anything."""
        known = self.reporting.get(verb)
        if known is None:
            others = self.sets["light"] | self.sets["acts"] | self.sets["urging"]
            known = verb in others or any(v == verb for _, v in self.nouns)
            known = known or any(v.endswith(verb) for v in self.known)
            self.reporting[verb] = known
        return known


_KNOWN: dict[str, Wording] = {}


def wording(pack: Pack) -> Wording:
    """The wording of a pack, compiled once."""
    if pack.code not in _KNOWN:
        _KNOWN[pack.code] = _compiled(pack)
    return _KNOWN[pack.code]


def _compiled(pack: Pack) -> Wording:
    w = Wording()
    _speech(w, pack.resource("speech"))
    _hedges(w, pack.resource("hedges"))
    return w


def _speech(w: Wording, data: dict[str, Any]) -> None:
    for entry in data["verbs"]:
        saying = Saying(entry["rule"], entry["sense"], bool(entry.get("names")))
        uses = [use for use in (CLAUSE, OBJECT, ABOUT) if entry.get(use)]
        if not uses or uses == [CLAUSE]:
            uses.append(QUOTE)
        for verb in entry["verbs"]:
            for use in uses:
                w.verbs.setdefault((verb, use), saying)
                if "things" in entry:
                    w.things[verb, use] = frozenset(entry["things"])
    passing = [e["verbs"] for e in data["verbs"] if e["sense"] == "relay"]
    w.relayed = frozenset(
        (verb, use) for verbs in passing for verb in verbs for use in (QUOTE, CLAUSE)
    )
    w.known = frozenset(verb for verb, _ in w.verbs)
    for entry in data["nouns"]:
        saying = Saying(entry["rule"], entry["sense"])
        for noun in entry["nouns"]:
            w.shown.setdefault(noun, saying)
            for verb in entry["verbs"]:
                w.nouns.setdefault((noun, verb), saying)
    _single(w, data)


def _single(w: Wording, data: dict[str, Any]) -> None:
    """What stands outside the lists of verbs and nouns."""
    w.content = frozenset(noun for noun, _ in w.nouns)
    w.naming = frozenset(data["naming"])
    w.pointing = tuple(data["pointing"])
    w.unnamed = tuple(data["unnamed"])
    w.somebody = tuple(data["somebody"])
    w.authorities = tuple(data["authorities"])
    w.stages = tuple(data["stages"])
    w.alone = tuple(data["staged"]["stages"])
    w.staged = Saying(data["staged"]["rule"], "stance")
    w.generic = Saying(data["generic"]["rule"], "say")
    w.holding = Saying(data["holding"]["rule"], "say")
    w.nameless = Saying(data["nameless"]["rule"], "say")
    w.urged = Saying(data["urged"]["rule"], "stance")
    w.announced = Saying(data["announced"]["rule"], "say")
    w.continued = Saying(data["continued"]["rule"], "say")
    w.broken = dict(data["broken"])
    owned = data["owned"]
    w.owned, w.owner = Saying(owned["rule"], "say"), re.compile(owned["pattern"])
    w.sets["judging"] = frozenset(owned["judging"])
    viewed = data["viewed"]
    w.viewed, w.viewing = Saying(viewed["rule"], "say"), re.compile(viewed["pattern"])
    w.sets["viewing"] = frozenset(viewed["judging"])
    w.expert = re.compile("|".join(data["experts"]))
    w.forms = {name: re.compile(pattern) for name, pattern in data["forms"].items()}
    w.sets.update({name: frozenset(words) for name, words in data["sets"].items()})


def _hedges(w: Wording, data: dict[str, Any]) -> None:
    flags = ("weak", "expert", "said", "article", "turns", "plain")
    for h in data["hedges"]:
        w.hedges.append(
            Hedge(h["rule"], h["kind"], h["certainty"], **{f: bool(h.get(f)) for f in flags})
        )
        w.patterns.append(re.compile(h["pattern"]))
    w.sieve = Sieve(w.patterns)
    w.smell = tuple(data["smell"])
    w.weaken = tuple(data["weaken"])
    w.settled = re.compile(data["settled"])
    w.negated = re.compile(data["negated"])
    w.affirming = re.compile(data["affirming"])
    w.first_person = re.compile("|".join(data["firstperson"]))
    w.forms.update({name: re.compile(pattern) for name, pattern in data["forms"].items()})
    w.sets.update({name: frozenset(words) for name, words in data["sets"].items()})
