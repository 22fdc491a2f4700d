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
        self.stateless: list[
            tuple[int, Mention]
        ] = []  # bodies that every state has, with their numbers

    def run(self) -> None:
        """Link every mention that has a name or parts."""
        for index, (sentence, m) in enumerate(self.r.mentions):
            if m.kind == "person" or m.anaphor:
                continue
            if (
                m.kind == "organisation"
                and m.country is None
                and m.key is None
                and ("organisation", m.name) not in self.by_name
            ):
                if m.name in self.r.facts.bodies_at_home:
                    m.country = self.r.home  # the paper's own
                elif m.name in self.r.facts.bodies_alone:
                    self.stateless.append((index, m))
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

    def settle_bodies(self) -> None:
        """The state of 軍政 or 議会 is the one in view; people have theirs by now."""
        for index, m in self.stateless:
            draft = self.r.links[id(m)][0]
            draft.country = draft.country or self._in_view(index)

    def _in_view(self, index: int) -> str | None:
        """The last state of the sentence before the body, what the sentence before was about, the last state."""
        sentence, m = self.r.mentions[index]
        last: str | None = None
        topic: str | None = None
        for s, other in reversed(self.r.mentions[max(0, index - 25) : index]):
            if m.paragraph - other.paragraph > 1 or (topic and s < sentence - 1):
                break
            state = self.r.state_of(other)
            if state is None:
                continue
            if s == sentence:
                return state
            last = last or state
            if s == sentence - 1 and self.r.text(other.paragraph).startswith(
                self.r.facts.topics, other.end
            ):
                topic = state
        return topic or last

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
            if d is None or (m.country and d.country and m.country != d.country):
                continue
            if m.country and d.country is None and m.name in self.r.facts.bodies_alone:
                continue  # 三国の軍政 is not the 軍政 named before, whose state is yet to be seen
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
            if m.country and m.country != (d.country or (None if name in d.names else m.country)):
                continue
            for other in d.names:
                if other.endswith(name) or (m.kind == "outlet" and name in other):
                    return d
        return None
