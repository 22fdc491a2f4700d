"""Frames: which words tell of which event, from a pack's triggers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from retinue.languages.base import Pack
from retinue.resources import load


@dataclass(slots=True, eq=False)
class Frame:
    """One trigger entry: when it fires and how its cases fill roles.

    `when` and `unless` map alternatives of cases (`"to|of"`) to what must, or
    must not, stand there. `roles` maps a role to specifications such as
    `"object owner"`, best first.
    """

    rule: str
    type: str
    when: dict[str, dict[str, Any]]
    unless: dict[str, dict[str, Any]]
    roles: dict[str, list[str]]
    first: bool = False
    negative: bool = False
    embeds: bool = False
    light: bool = False
    words: bool = False
    passive: bool = False
    act: bool = False
    goal: bool = False
    inverse: bool = False  # its words deny the event (欠席する)
    explicit: bool = False  # the text around must not supply what it asks for
    ahead: bool = False  # only what is to come, or was called off
    also: str = ""  # a second event that the same words tell
    status: str = ""  # the most that its words claim
    intransitive: frozenset[str] = frozenset()


@dataclass(slots=True)
class Frames:
    """All frames of a pack, by the word that calls them."""

    by_verb: dict[str, list[Frame]] = field(default_factory=dict)
    by_noun: dict[str, list[Frame]] = field(default_factory=dict)
    presence: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    joining: frozenset[str] = frozenset()
    urging: Frame | None = None
    light: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    suffered: frozenset[str] = frozenset()
    telling: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict)  # see `verbs`

    def nouns(self) -> frozenset[str]:
        """All eventive nouns."""
        return frozenset(self.by_noun)

    def verbs(self, *types: str) -> frozenset[str]:
        """The verbs that tell of these types of event."""
        known = self.telling.get(types)
        if known is None:
            known = self.telling[types] = frozenset(
                v for v, found in self.by_verb.items() if any(f.type in types for f in found)
            )
        return known


@cache
def types() -> dict[str, Any]:
    """The event types with their codes and default roles (`events/types.yml`)."""
    data: dict[str, Any] = load("events/types")
    return data


_CACHE: dict[str, Frames] = {}


def frames(pack: Pack) -> Frames:
    """The frames of a pack, compiled once."""
    if pack.code not in _CACHE:
        _CACHE[pack.code] = _compile(pack.resource("triggers"), pack)
    return _CACHE[pack.code]


def _compile(data: dict[str, Any], pack: Pack) -> Frames:
    out = Frames(
        joining=frozenset(data.get("joining", ())),
        light=frozenset(data.get("light", ())),
        behind=frozenset(data.get("behind", ())),
        suffered=frozenset(data.get("suffered", ())),
    )
    for entry in data["entries"]:
        frame = _frame(entry)
        suru = entry.get("suru", ())
        if entry.get("urging"):
            out.urging = frame
        for verb in [*entry.get("verbs", ()), *(pack.verbalise(n) for n in suru)]:
            out.by_verb.setdefault(verb, []).append(frame)
        for noun in [*entry.get("nouns", ()), *suru]:
            out.by_noun.setdefault(noun, []).append(frame)
    for entry in data.get("presence", ()):
        for verb in entry["verbs"]:
            out.presence[verb] = entry["role"], tuple(entry["at"])
    for table in (out.by_verb, out.by_noun):
        for found in table.values():
            found.sort(key=lambda f: not f.first)
    return out


def _frame(entry: dict[str, Any]) -> Frame:
    roles = {**types()[entry["type"]]["roles"], **entry.get("roles", {})}
    return Frame(
        rule=entry["rule"],
        type=entry["type"],
        when=_conditions(entry.get("when", {})),
        unless=_conditions(entry.get("unless", {})),
        roles=roles,
        first=bool(entry.get("first")),
        negative=bool(entry.get("negative")),
        embeds=bool(entry.get("embeds")),
        light=bool(entry.get("light")),
        words=bool(entry.get("words")),
        passive=bool(entry.get("passive")),
        act=bool(entry.get("act")),
        goal=bool(entry.get("goal")),
        inverse=bool(entry.get("inverse")),
        status=entry.get("status", ""),
        also=entry.get("also", ""),
        ahead=bool(entry.get("ahead")),
        explicit=bool(entry.get("explicit")),
        intransitive=frozenset(entry.get("intransitive", ())),
    )


def _conditions(given: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {
        cases: {
            **wanted,
            "kinds": frozenset(wanted.get("kinds", ())),
            "nouns": frozenset(wanted.get("nouns", ())),
        }
        for cases, wanted in given.items()
    }
