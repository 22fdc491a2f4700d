"""Whom 首相, 同氏, 両国 and the like stand for."""

from __future__ import annotations

from retinue.entities.sets import StateSets, people_in_view
from retinue.entities.state import Draft, Reading
from retinue.languages.base import Mention


class Resolver:
    """Walks the mentions in order and resolves those that name nobody."""

    def __init__(self, reading: Reading):
        self.r = reading
        self.facts = reading.facts
        self.seen: list[tuple[int, int, Draft]] = []  # (sentence, paragraph, draft), people
        self.places: list[tuple[int, str]] = []  # (sentence, iso): states in view
        self.things: list[Draft] = []
        self.pair: tuple[int, list[Draft]] | None = None
        self.sets = StateSets(reading)
        self.counts: dict[int, int] = {}

    def run(self) -> None:
        """Resolve; what stays open is linked to nothing."""
        group: list[Draft] = []
        group_sentence = -1
        for index, (sentence, m) in enumerate(self.r.mentions):
            if m.anaphor:
                drafts = self._resolve(index, sentence, m)
                if drafts:
                    self.r.link(sentence, m, *drafts)
            drafts = self.r.links.get(id(m), [])
            self._remember(sentence, m, drafts)
            if m.kind == "person" and m.rule.startswith("list+title") and drafts:
                group = [*group, drafts[0]] if group_sentence == sentence else [drafts[0]]
                group_sentence = sentence
                if len(group) >= 2:
                    self.pair = (sentence, group)

    def _remember(self, sentence: int, m: Mention, drafts: list[Draft]) -> None:
        for d in drafts:
            self.counts[id(d)] = self.counts.get(id(d), 0) + 1
            if d.kind == "person":
                self.seen.append((sentence, m.paragraph, d))
            elif d.kind == "country" and d.country:
                if m.anaphor and len(drafts) > 2:
                    continue  # 3か国 brings none of its three into view
                self.places.append((sentence, d.country))
            else:
                self.things.append(d)
            if d.kind in ("person", "organisation") and d.country:
                self.places.append((sentence, d.country))

    def _resolve(self, index: int, sentence: int, m: Mention) -> list[Draft]:
        if m.anaphor == "title":
            found = self._holder(index, sentence, m) or self._unnamed(m)
            return [found] if found else []
        if m.anaphor == "family":
            found = self._holder(index, sentence, m)
            return [found, *self._wife(found)] if found else []
        if m.anaphor == "same":
            return self._same(index, sentence, m)
        if m.anaphor in ("both", "sides"):
            return self._both(index, sentence, m)
        return []

    # ---- 首相

    def _holder(self, index: int, sentence: int, m: Mention) -> Draft | None:
        title = m.titles[0].text if m.titles else ""
        head = self.facts.head(title)
        status = m.titles[0].status if m.titles else "current"
        fitting = [
            d
            for d in self.r.drafts
            if d.kind == "person" and self._holds(d, title, status, m.country)
        ]
        if not fitting:
            return None
        if len(fitting) == 1:
            return fitting[0]
        own_name = [d for d in fitting if head in d.heads]
        fitting = own_name or fitting
        recent = self._latest(fitting, sentence)
        if m.country is None and head in self.facts.domestic and self.r.home:
            own = [d for d in fitting if d.country == self.r.home]
            near = [d for _, p, d in self.seen if p == m.paragraph and any(d is f for f in fitting)]
            if own and (not near or any(d in own for d in near)):
                return self._most(own)
        if recent:
            return self._salient(recent[1], fitting, head)
        return self._next(index, fitting)

    def _salient(self, found: Draft, fitting: list[Draft], head: str) -> Draft:
        """Of a state's several popes or kings the one the article is about, not the one named in passing."""
        if not self.facts.leader(head):
            return found
        rivals = [d for d in fitting if d.country in (found.country, None) and d is not found]
        best = max(rivals, key=lambda d: self.counts.get(id(d), 0), default=found)
        return best if self.counts.get(id(best), 0) >= 2 * self.counts.get(id(found), 0) else found

    def _unnamed(self, m: Mention) -> Draft | None:
        """元日銀審議委員, ロシア国防相 whom nobody names: somebody of that body or state."""
        text = self.r.text(m.paragraph)[m.start : m.end]
        whose = (
            m.country
            or any(t.organisation for t in m.titles)
            or any(s in text for s in self.facts.sent)
        )
        if not m.titles or not whose or text == self.facts.head(text):
            return None
        same = next(
            (d for d in self.r.drafts if d.kind == "organisation" and text in d.names), None
        )
        if same is None:
            same = self.r.new("organisation")
            same.names[text] = None
            same.country = m.country
            same.rule = "unnamed holder of a post"
        return same

    def _holds(self, d: Draft, title: str, status: str, country: str | None) -> bool:
        head = self.facts.head(title)
        if country and d.country and country != d.country:
            return False
        for t in d.titles:
            if (t.status == "former") != (status == "former"):
                continue
            if head.endswith(self.facts.envoys) and title != head and t.text != title:
                continue  # 駐レバノン大使 is no other ambassador
            if self.facts.alike(t.text, head):
                return True
        return False

    def _latest(self, fitting: list[Draft], sentence: int) -> tuple[int, Draft] | None:
        return self._first([(s, d) for s, _, d in self.seen if any(d is f for f in fitting)])

    def _first(self, seen: list[tuple[int, Draft]]) -> tuple[int, Draft] | None:
        """Of the last sentence that names one of them the first: what it was about."""
        if not seen:
            return None
        return next((s, d) for s, d in seen if s == seen[-1][0])

    def _most(self, drafts: list[Draft]) -> Draft:
        return max(drafts, key=lambda d: (len(d.mentions), -d.order))

    def _next(self, index: int, fitting: list[Draft]) -> Draft | None:
        for _, m in self.r.mentions[index + 1 :]:
            for d in self.r.links.get(id(m), ()):
                if any(d is f for f in fitting):
                    return d
        return None

    def _wife(self, d: Draft) -> list[Draft]:
        wives = [
            x
            for x in self.r.drafts
            if x.kind == "person"
            and x.honorifics & self.facts.wives
            and x.country in (d.country, None)
        ]
        return wives[:1]

    # ---- 同氏

    def _same(self, index: int, sentence: int, m: Mention) -> list[Draft]:
        word = self.r.text(m.paragraph)[m.start : m.end]
        if m.kind == "person":
            return self._same_person(word, sentence)
        if m.kind == "country":
            capital = self._capital(index, m)
            states = [capital] if capital else [c for s, c in self.places]
            if not states:
                return []
            found = [d for d in self.r.drafts if d.kind == "country" and d.country == states[-1]]
            return found[:1]
        tail = word[1:]
        for d in reversed(self.things):
            if d.kind == m.kind and any(n.endswith(tail) for n in d.names):
                return [d]
        if m.kind in ("outlet", "place"):
            for d in reversed(self.things):
                if d.kind == m.kind:
                    return [d]
        if m.kind == "organisation" and len(tail) > 1:
            return [self._unheard(tail)]
        return []

    def _capital(self, index: int, m: Mention) -> str | None:
        """同国の首都ワガドゥグ: the capital tells which state it is."""
        if not self.r.text(m.paragraph).startswith(self.facts.capital, m.end):
            return None
        behind = (
            o
            for _, o in self.r.mentions[index + 1 : index + 3]
            if o.kind == "place" and o.start - m.end < 5
        )
        return next(
            (o.country for o in behind if o.country and o.name not in self.facts.capital), None
        )

    def _unheard(self, name: str) -> Draft:
        """同議長室 where no such body was named: that of the state last in view."""
        d = self.r.new("organisation")
        d.names[name] = None
        d.country = self.places[-1][1] if self.places else None
        return d

    def _same_person(self, word: str, sentence: int) -> list[Draft]:
        tail = word.removeprefix(self.facts.same) if word.startswith(self.facts.same) else ""
        fitting = [
            (s, d)
            for s, _, d in self.seen
            if sentence - s <= 6
            and (
                not tail
                or tail in self.facts.anybody
                or any(self.facts.alike(t.text, tail) for t in d.titles)
            )
        ]
        # Aは同氏と会った: not A, where the sentence names nobody else.
        here = {id(d) for s, d in fitting if s == sentence}
        earlier = [(s, d) for s, d in fitting if id(d) not in here]
        found = self._first(earlier if len(here) == 1 and earlier else fitting)
        return [found[1]] if found else []

    # ---- 両氏, 両国

    def _both(self, index: int, sentence: int, m: Mention) -> list[Draft]:
        if m.kind == "person":
            if m.rule == "states+title":
                return self._of_states(index, sentence, m)
            return self._people(index, sentence, m)
        if m.anaphor == "sides" and self.pair and sentence - self.pair[0] <= 3:
            return self.pair[1]
        return self._states(index, sentence, m)

    def _of_states(self, index: int, sentence: int, m: Mention) -> list[Draft]:
        """日米の外相: the one minister of each, wherever the article names him; else the states, which act."""
        s, before = self.r.mentions[index - 1] if index else (-1, None)
        states = (
            self.r.links.get(id(before), [])
            if before and s == sentence and before.kind == "country"
            else []
        )
        title = m.titles[0]
        found: list[Draft] = []
        for state in states:
            holders = [
                d
                for d in self.r.drafts
                if d.kind == "person"
                and d.country == state.country
                and self._holds(d, title.text, title.status, state.country)
            ]
            found += holders if len(holders) == 1 else []
        return (
            found
            if states and len(found) == len(states)
            else states or self._people(index, sentence, m)
        )

    def _people(self, index: int, sentence: int, m: Mention) -> list[Draft]:
        word = self.r.text(m.paragraph)[m.start : m.end]
        leaders = self.facts.leaders in word
        if self.pair and len(self.pair[1]) == m.number and sentence - self.pair[0] <= 4:
            return self.pair[1]
        heads = [self.facts.head(t.text) for t in m.titles]
        anybody = word[1:] in self.facts.anybody or m.rule == "number of people"
        if anybody and not leaders:
            found = people_in_view(self.r, index, m.number)
            if found or m.rule == "number of people":
                self.pair = (sentence, found) if found else self.pair
                return found
        if not heads and not leaders and not anybody:
            heads = [word[1:] if word.startswith(self.facts.several) else word]
        chosen: list[Draft] = []
        for d in self._ranked(sentence, m, heads, leaders):
            if leaders and any(d.country and d.country == c.country for c in chosen):
                continue
            chosen.append(d)
            if len(chosen) == m.number:
                self.pair = (sentence, chosen)
                return chosen
        return []

    def _ranked(self, sentence: int, m: Mention, heads: list[str], leaders: bool) -> list[Draft]:
        """The people seen whose posts fit, those most spoken of and nearest first."""
        here = self._states_in(sentence, m)
        scores: dict[int, tuple[float, Draft]] = {}
        for s, _, d in self.seen:
            if leaders and not any(self.facts.leader(h) for h in d.heads):
                continue
            if heads and not any(self.facts.alike(t.text, h) for t in d.titles for h in heads):
                continue
            if not leaders and not heads and sentence - s > 5:
                continue
            score = self.counts.get(id(d), 0) + max(0, 6 - (sentence - s))
            score += 6 if heads and any(h in d.heads for h in heads) else 0
            score += 6 if d.country in here else 0
            scores[id(d)] = (max(score, scores.get(id(d), (0.0, d))[0]), d)
        return [d for _, d in sorted(scores.values(), key=lambda x: -x[0])]

    def _states_in(self, sentence: int, m: Mention) -> set[str | None]:
        """The states of the bodies that the sentence names before: ロシア大統領府は両氏が…"""
        return {
            o.country
            for s, o in self.r.mentions
            if s == sentence
            and o.start < m.start
            and o.kind in ("organisation", "country")
            and o.country
        }

    def _states(self, index: int, sentence: int, m: Mention) -> list[Draft]:
        if m.number > 2:
            return self.sets.find(index, sentence, m.number)
        drafts = {d.country: d for d in self.r.drafts if d.kind == "country" and d.country}
        weights: dict[str, float] = {}
        for age, (_, iso) in enumerate(reversed(self.places[-60:])):
            if iso in drafts:
                weights[iso] = weights.get(iso, 0) + 1 / (1 + age * 0.05)
        best = sorted(weights, key=lambda c: -weights[c])[: m.number]
        return [drafts[c] for c in best] if len(best) == m.number else []
