"""Which mentions name the same state, place, body, outlet, document, weapon or occasion."""

from __future__ import annotations

from retinue.entities.state import Draft, Reading
from retinue.knowledge import gazetteer
from retinue.languages.base import Mention


class Things:
    """Clusters what is no person."""

    def __init__(self, reading: Reading):
        self.r = reading
        self.by_key: dict[str, Draft] = {}
        self.by_name: dict[tuple[str, str], Draft] = {}
        self.by_kind: dict[str, list[Draft]] = {}

    def run(self) -> None:
        """Link every mention that has a name or parts."""
        near: tuple[int, str] | None = None  # paragraph and state of the last name that has one
        for sentence, m in self.r.mentions:
            if m.country:
                near = (m.paragraph, m.country)
            if m.kind == "person" or m.anaphor:
                continue
            if m.kind == "organisation" and m.country is None and m.key is None and ("organisation", m.name) not in self.by_name:
                m.country = self._whose(m, near)
            if m.parts:
                states = [self.state(iso) for iso in m.parts]
                if len(m.name) == len(states):
                    for d, sign in zip(states, m.name, strict=True):
                        d.names.setdefault(sign)
                self.r.link(sentence, m, *states)
                continue
            if m.kind == "country":
                iso = m.country
                if iso:
                    d = self.state(iso)
                    d.names[m.name] = None
                    for alias in m.aliases:
                        d.names[alias] = None
                    self.r.link(sentence, m, d)
                continue
            self.r.link(sentence, m, self._thing(m))

    def _whose(self, m: Mention, near: tuple[int, str] | None) -> str | None:
        """The state of 政府 is the paper's own, that of 軍政 the one just spoken of."""
        facts = self.r.facts
        if m.name in facts.bodies_at_home:
            return self.r.home
        if m.name in facts.bodies_alone and near and m.paragraph - near[0] <= 1:
            return near[1]
        return None

    def state(self, iso: str) -> Draft:
        """The draft of a state, made where there is none yet."""
        key = f"country:{iso}"
        d = self.by_key.get(key)
        if d is None:
            d = self.by_key[key] = self.r.new("country")
            d.key, d.country = key, iso
            entry = gazetteer.country(iso)
            d.label = entry.label if entry else None
        return d

    def _thing(self, m: Mention) -> Draft:
        d = self._known(m) or self._same(m) or self._longer(m)
        if d is None:
            d = self.r.new(m.kind)
            self.by_kind.setdefault(m.kind, []).append(d)
            d.rule = m.rule
        d.key = d.key or m.key
        d.label = d.label or m.label
        d.country = d.country or m.country
        if m.key:
            self.by_key[m.key] = d
        for name in (m.name, *m.aliases):
            d.names[name] = None
            self.by_name.setdefault((m.kind, name), d)
        return d

    def _known(self, m: Mention) -> Draft | None:
        return self.by_key.get(m.key) if m.key else None

    def _same(self, m: Mention) -> Draft | None:
        for name in (m.name, *m.aliases):
            d = self.by_name.get((m.kind, name))
            if d is not None and not (m.country and d.country and m.country != d.country):
                return d
        return None

    def _longer(self, m: Mention) -> Draft | None:
        """パレード after 記念軍事パレード; 新華社 and 国営新華社通信."""
        name = m.name
        for prefix in self.r.facts.prefixes:
            if name.startswith(prefix) and (m.kind, name[len(prefix) :]) in self.by_name:
                return self.by_name[m.kind, name[len(prefix) :]]
        if len(name) < 2:
            return None
        for d in reversed(self.by_kind.get(m.kind, [])):
            if m.country and d.country and m.country != d.country:
                continue
            for other in d.names:
                if other.endswith(name) or (m.kind == "outlet" and name in other):
                    return d
        return None
