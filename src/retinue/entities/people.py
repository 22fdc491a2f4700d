"""Which mentions name the same person."""

from __future__ import annotations

from retinue.entities.names import ideographic, likeness, parts
from retinue.entities.persons_known import Knowledge
from retinue.entities.state import Draft, Reading
from retinue.languages.base import Mention, Title


class People:
    """Clusters the named people of an article."""

    def __init__(self, reading: Reading):
        self.r = reading
        self.facts = reading.facts
        self.knowledge = Knowledge(reading)
        self.people: list[Draft] = []
        self.by_name: dict[str, list[Draft]] = {}

    def run(self) -> list[Draft]:
        """Link each named person, then look everyone up in the knowledge base."""
        for number, (sentence, m) in enumerate(self.r.mentions):
            if m.kind != "person" or not m.name:
                continue
            draft = self._find(m, number)
            if draft is None:
                draft = self.r.new("person")
                self.people.append(draft)
            self._take(draft, sentence, m, number)
        for draft in self.people:
            self.knowledge.settle(draft)
        return self.people

    # ---- one mention

    def _find(self, m: Mention, number: int) -> Draft | None:
        # An equal name outweighs a part of one, so that those who bear it are tried first.
        same = self.by_name.get(m.name, [])
        return self._best(m, same, number) or self._best(m, self.people, number)

    def _best(self, m: Mention, drafts: list[Draft], number: int) -> Draft | None:
        best: tuple[float, Draft] | None = None
        for d in drafts:
            score = self._score(m, d, number)
            if score > 0 and (best is None or score > best[0]):
                best = (score, d)
        return best[1] if best else None

    def _score(self, m: Mention, d: Draft, number: int) -> float:
        base = self._likeness(m, d)
        if base == 0:
            key = self.knowledge.key(m.name, m.country)
            if key is None or key != d.key:
                return 0
            base = 3
        elif base == 2 and any(self._clash(m.name, b) for b in d.names):
            return 0
        country = None if m.rule.endswith(("look of the name", "body")) else m.country
        if country and d.country and country != d.country and not self._same_full(m, d):
            return 0
        if self._wife(m) != bool(d.honorifics & self.facts.wives) and (
            m.titles or d.titles or self._wife(m)
        ):
            return 0
        if base < 3 and self._kin_of(m, d):
            return 0
        title = self._titles(m, d)
        if base < 3 and (title < -1 or (title < 0 and len(m.name) == 1)):
            return 0
        return base * 10 + title * 6 - min((number - d.last) * 0.02, 3)

    def _likeness(self, m: Mention, d: Draft) -> int:
        base = 0
        for b in d.names:
            base = max(base, likeness(m.name, b))
            for a in m.aliases:
                base = max(base, likeness(a, b))
        return base

    def _clash(self, name: str, other: str) -> bool:
        """Two full names that differ: ラウル・カストロ and フィデル・カストロ."""
        if name[0].isascii() != other[0].isascii():
            return False
        if len(parts(name)) > 1 and len(parts(other)) > 1:
            return not likeness(name, other)
        return (
            ideographic(name)
            and ideographic(other)
            and len(name) >= 3
            and len(other) >= 3
            and name != other
            and len(name) == len(other)
        )

    def _same_full(self, m: Mention, d: Draft) -> bool:
        return m.name in d.names and (len(parts(m.name)) > 1 or len(m.name) >= 3)

    def _wife(self, m: Mention) -> bool:
        return m.honorific in self.facts.wives

    def _titles(self, m: Mention, d: Draft) -> float:
        """Up to 1 where the posts agree, -1 where one is a leader's and the other is not, else 0."""
        if not m.titles or not d.titles:
            return 0
        alike = max(self.facts.alike(t.text, x.text) for t in m.titles for x in d.titles)
        if alike:
            return -5 if self._before_and_after(m, d) else alike
        if self._exclusive(m, d):
            return -5
        return (
            -1 if len(m.name) == 1 and self._official(m.titles) != self._official(d.titles) else 0
        )

    def _before_and_after(self, m: Mention, d: Draft) -> bool:
        """The holder of a post and a former holder: カストロ議長, フィデル・カストロ前議長."""
        return not any(
            (t.status == "former") == (x.status == "former") for t in m.titles for x in d.titles
        ) and any(
            self.facts.head(t.text) == self.facts.head(x.text) for t in m.titles for x in d.titles
        )

    def _exclusive(self, m: Mention, d: Draft) -> bool:
        """Posts of which one person holds one at a time."""
        posts = self.facts.exclusive
        ours = [
            h for t in m.titles if t.status == "current" and (h := self.facts.head(t.text)) in posts
        ]
        return bool(ours) and any(
            t.status == "current" and (h := self.facts.head(t.text)) in posts and h not in ours
            for t in d.titles
        )

    def _kin_of(self, m: Mention, d: Draft) -> bool:
        """大統領の父で…のB・A議長 is not A大統領."""
        text = self.r.text(m.paragraph)
        for t in m.titles:
            if t.text in self.facts.kin and t.start > 1 and text[t.start - 1] == self.facts.of:
                before = text[: t.start - 1]
                if (before.endswith((*d.names, *d.heads)) and d.heads) or before.endswith(
                    tuple(d.names)
                ):
                    return True
        return False

    def _official(self, titles: list[Title]) -> int:
        """2 for leaders, 1 for those who serve a state, 0 for scholars and business."""
        groups = {self.facts.group.get(self.facts.head(t.text), "") for t in titles}
        if "leader" in groups or "party" in groups:
            return 2
        return 0 if groups <= {"learned", "work", "business"} else 1

    def _take(self, d: Draft, sentence: int, m: Mention, number: int) -> None:
        self.r.link(sentence, m, d)
        d.last = number
        for name in (m.name, *m.aliases):
            if name not in d.names:
                d.names[name] = None
                self.by_name.setdefault(name, []).append(d)
        for t in m.titles:
            d.titles.append(t)
            d.heads[self.facts.head(t.text)] = None
        if m.honorific:
            d.honorifics.add(m.honorific)
        if m.rule.endswith("above states"):
            d.above = True
        if m.rule.endswith("look of the name"):
            d.weak = m.country
        elif m.rule.endswith("body"):
            d.body = d.body or m.country
        else:
            d.country = d.country or m.country
        d.key = d.key or self.knowledge.key(m.name, d.country)
        d.rule = d.rule or m.rule
