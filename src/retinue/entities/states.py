"""The state of a person whom the article gives none: from the post, the look of the name, the context."""

from __future__ import annotations

from retinue.entities.names import ideographic
from retinue.entities.state import Draft, Reading
from retinue.knowledge import gazetteer
from retinue.languages.base import Mention


class States:
    """Settles the states of people, surest evidence first."""

    def __init__(self, reading: Reading):
        self.r = reading
        self.facts = reading.facts
        self.barred: set[str | None] = set()
        self.index = {id(m): i for i, (_, m) in enumerate(reading.mentions)}

    def settle_sure(self, people: list[Draft]) -> None:
        """Fill `country` from post and name, of those who have none and serve no body above states."""
        for d in people:
            d.above = d.above or any(self.facts.serves_above(t) for t in d.titles)
            if d.country is None and not d.above:
                d.country = self._only_state(d) or d.body or self._by_look(d)

    def settle_by_context(self, people: list[Draft]) -> None:
        """Fill what is left from who and what stands around; stand-ins are resolved by then."""
        for d in people:
            if d.country is None and not d.above:
                self.barred = self._barred(d)
                d.country = self._from_context(d)

    def _barred(self, d: Draft) -> set[str | None]:
        """States that cannot be the person's, whatever stands around."""
        barred: set[str | None] = set()
        if self.facts.home_in_kanji and not any(ideographic(n[0]) for n in d.names):
            barred.add(self.facts.home)
        if any(t.text.endswith(self.facts.envoys) for t in d.titles):
            barred |= {self._host(t.text) for t in d.titles} | self._sent_before(d)
        if any(t.text in self.facts.kin for t in d.titles) or d.honorifics & self.facts.wives:
            barred.add("VAT")  # whose clergy have no families
        return barred - {None}

    def _sent_before(self, d: Draft) -> set[str | None]:
        """駐サウジの…大使: the state behind the sign of sending, before the name."""
        found: set[str | None] = set()
        for _, m in d.mentions:
            index = self.index[id(m)]
            if index:
                _, before = self.r.mentions[index - 1]
                text = self.r.text(before.paragraph)
                if before.start and text[before.start - 1] in self.facts.sent:
                    found.add(before.country)
        return found

    def _only_state(self, d: Draft) -> str | None:
        return next((s for t in d.titles if (s := self.facts.only_state(t.text))), None)

    def _by_look(self, d: Draft) -> str | None:
        """What the look of the name tells; a reading in brackets says it is read in another language."""
        return d.weak if d.weak and all(ideographic(n[0]) for n in d.names) else None

    def _from_context(self, d: Draft) -> str | None:
        """The state of kin, of the neighbour in a list, else of the nearest name before."""
        if any(t.text.endswith(self.facts.envoys) for t in d.titles):
            return self._sender(d)
        served = next((t.country for t in d.titles if t.country), None)
        if served:
            return served
        private = self.facts.private_only(d.titles)
        if private and self.r.home != self.facts.home and self.r.home in self.facts.kanji_states:
            return self.r.home
        private = private or not self.facts.placed(d.titles)
        for sentence, m in d.mentions:
            index = self.index[id(m)]
            if self._foreign_kanji(d):
                if self.r.home != self.facts.home and self.facts.in_parliament(d.titles):
                    return self.r.home
                found = (
                    self._neighbour(index, m, -1)
                    or self._neighbour(index, m, 1)
                    or self._east_asian(index)
                )
                if found:
                    return found
                continue
            found = (
                self._body_before(index, m)
                or self._company(index, sentence, m)
                or self._family(index, sentence, m)
            )
            found = found or self._neighbour(index, m, -1) or self._nearest(index, sentence, m, 0)
            if found or private or self._of_above(d, index, sentence):
                return found
            found = self._around(index, sentence, m)
            if found:
                return found
        if self.facts.posted(d.titles):
            for sentence, m in d.mentions:
                found = self._beside(self.index[id(m)], sentence)
                if found:
                    return found
        return self._main_state()

    def _main_state(self) -> str | None:
        """The state to which most places and bodies of the article belong, if most do."""
        counts: dict[str, int] = {}
        for k, (_, other) in enumerate(self.r.mentions):
            state = self._state_at(k) if other.kind != "person" else None
            if state:
                counts[state] = counts.get(state, 0) + 1
        best = max(counts, key=lambda c: counts[c], default=None)
        head = next((o.country for _, o in self.r.mentions if o.paragraph < 0 and o.country), None)
        share = (
            0.25 if best == head else 0.4
        )  # the headline's own state needs fewer names behind it
        return best if best and counts[best] >= max(3, share * sum(counts.values())) else None

    def _around(self, index: int, sentence: int, m: Mention) -> str | None:
        """A list, the place of the sentence, whom the sentence before was about, any place before."""
        return (
            self._topic(index, sentence, m)
            or self._paragraph(m)
            or self._nearest(index, sentence, m, 3)
            or self._neighbour(index, m, 1)
        )

    def _topic(self, index: int, sentence: int, m: Mention) -> str | None:
        """The state of the first person of the sentence before, for the first person of this one."""
        first: str | None = None
        for k in range(index - 1, max(-1, index - 20), -1):
            s, other = self.r.mentions[k]
            if other.paragraph != m.paragraph or s < sentence - 1:
                break
            if other.kind == "person" and s == sentence:
                return None
            if other.kind == "person":
                first = self._state_at(k) or first
        return first

    def _of_above(self, d: Draft, index: int, sentence: int) -> bool:
        """アフリカ連合は会合を開いた。ユスフ委員長は…: one of the body that the sentence before is about."""
        if not any(self.facts.head(t.text) in self.facts.of_a_body for t in d.titles):
            return False
        first: Mention | None = None
        for k in range(index - 1, max(-1, index - 15), -1):
            s, other = self.r.mentions[k]
            if s < sentence - 1:
                break
            first = (
                other
                if s == sentence - 1 and other.kind in ("organisation", "country", "person")
                else first
            )
        if first is None or first.kind != "organisation" or not first.key or first.country:
            return False
        d.above = True
        return True

    def _paragraph(self, m: Mention) -> str | None:
        """The state that most names of the paragraph belong to, if it is more than one name's."""
        counts: dict[str, int] = {}
        for k, (_, other) in enumerate(self.r.mentions):
            if other.paragraph == m.paragraph and other is not m and (state := self._state_at(k)):
                counts[state] = counts.get(state, 0) + 1
        best = sorted(counts, key=lambda c: -counts[c])[:2]
        if (
            not best
            or counts[best[0]] < 2
            or (len(best) > 1 and counts[best[1]] * 2 > counts[best[0]])
        ):
            return None
        return best[0]

    def _foreign_kanji(self, d: Draft) -> bool:
        """A name in kanji with a Chinese or Korean surname."""
        return any(ideographic(n) and n[0] in self.facts.surnames for n in d.names)

    def _east_asian(self, index: int) -> str | None:
        """The nearest state before, else behind, whose people have names in kanji."""
        states = self.facts.kanji_states
        order = [*range(index - 1, -1, -1), *range(index + 1, len(self.r.mentions))]
        return next((c for k in order if (c := self._state_at(k)) in states), None)

    def _state_at(self, k: int) -> str | None:
        _, other = self.r.mentions[k]
        state = self.r.state_of(other)
        return None if state in self.barred else state

    def _sender(self, d: Draft) -> str | None:
        """Envoys are sent by the state most spoken of beside the one they are sent to."""
        titles = " ".join(t.text for t in d.titles)
        for sentence, m in d.mentions:
            index = self.index[id(m)]
            found = self._neighbour(index, m, -1) or self._company(index, sentence, m)
            if found:
                return found
            house = self._embassy(index, sentence)
            if house:
                return house
        counts: dict[str, int] = {}
        for k, (_, other) in enumerate(self.r.mentions):
            state = self._state_at(k)
            text = self.r.text(other.paragraph)
            sent_to = other.start > 0 and text[other.start - 1] in self.facts.sent
            if state and not sent_to and not (other.name and other.name in titles):
                counts[state] = counts.get(state, 0) + 1
        return max(counts, key=lambda c: counts[c], default=None)

    def _embassy(self, index: int, sentence: int) -> str | None:
        """…のロシア大使館は…、〈大使〉が: whose embassy the sentence names before."""
        for k in range(index - 1, max(-1, index - 8), -1):
            s, other = self.r.mentions[k]
            if s != sentence:
                break
            if other.name.endswith(self.facts.embassies) and (state := self._state_at(k)):
                return state
        return None

    def _host(self, title: str) -> str | None:
        """The state that an envoy is sent to: 駐中国大使."""
        for sign in self.facts.sent:
            _, found, rest = title.partition(sign)
            for cut in range(len(rest) if found else 0, 0, -1):
                entry = gazetteer.forms(self.facts.language).get(rest[:cut])
                if entry is not None and entry.kind == "country":
                    return entry.country
        return None

    def _company(self, index: int, sentence: int, m: Mention) -> str | None:
        """…氏には…国防相が同行: those who travel together."""
        text = self.r.text(m.paragraph)
        end = text.find(self.facts.stop, m.end)
        if not any(w in text[m.end : end if end >= 0 else len(text)] for w in self.facts.company):
            return None
        first = next(
            (k for k, (s, o) in enumerate(self.r.mentions) if s == sentence and o.kind == "person"),
            index,
        )
        return self._state_at(first) if first < index else None

    def _body_before(self, index: int, m: Mention) -> str | None:
        """軍政ナンバー2の…: the body that stands before with nothing or one word between."""
        if index == 0:
            return None
        _, before = self.r.mentions[index - 1]
        if (
            before.kind != "organisation"
            or before.paragraph != m.paragraph
            or m.start - before.end not in (0, 1)
        ):
            return None
        drafts = self.r.links.get(id(before))
        return drafts[0].country if drafts else None

    def _beside(self, index: int, sentence: int) -> str | None:
        """The state of the other people of the sentence, where they have one between them."""
        near = [
            k
            for k in range(max(0, index - 15), index + 15)
            if k != index and k < len(self.r.mentions)
        ]
        states = {
            c
            for k in near
            if self.r.mentions[k][0] == sentence
            and self.r.mentions[k][1].kind == "person"
            and (c := self._state_at(k))
        }
        return states.pop() if len(states) == 1 else None

    def _family(self, index: int, sentence: int, m: Mention) -> str | None:
        """Kin have the state of the one before の, else of the first person of the sentence before."""
        if not any(t.text in self.facts.kin for t in m.titles):
            return None
        first: str | None = None
        for k in range(index - 1, -1, -1):
            s, other = self.r.mentions[k]
            if other.paragraph != m.paragraph:
                break
            drafts = self.r.links.get(id(other))
            if (
                other.kind == "person"
                and drafts
                and drafts[0].country
                and drafts[0].country not in self.barred
            ):
                first = drafts[0].country
                if s == sentence:
                    break
        return first

    def _neighbour(self, index: int, m: Mention, step: int) -> str | None:
        """The state of the one before (-1) or behind (1) in a list: A外相、B次官."""
        k = index + step
        if not 0 <= k < len(self.r.mentions):
            return None
        _, n = self.r.mentions[k]
        if n.paragraph != m.paragraph or n.kind != "person" or not n.name:
            return None
        first, second = (n, m) if step < 0 else (m, n)
        gap = self.r.text(m.paragraph)[first.end : second.start]
        if 0 < len(gap) <= 2 and gap.startswith(self.facts.joins):
            return self._state_at(k)
        return None

    def _nearest(self, index: int, sentence: int, m: Mention, far: int) -> str | None:
        """The state of the last place, body or state before that is nobody else's."""
        deals = any(w in t.text for t in m.titles for w in self.facts.deals_with)
        for k in range(index - 1, max(-1, index - 25), -1):
            s, other = self.r.mentions[k]
            if other.paragraph != m.paragraph or sentence - s > far:
                break
            if other.kind == "person":
                country = self._state_at(k) if deals else None
            elif (
                other.kind not in ("place", "country", "organisation")
                or self._taken(k)
                or self._aside(other)
            ):
                continue
            else:
                country = None if other.name in self.facts.bodies_at_home else self._state_at(k)
            if country and not (
                deals and other.name and any(other.name in t.text for t in m.titles)
            ):
                return country
        return None

    def _aside(self, other: Mention) -> bool:
        """Is the state what is dealt with (ロシア産ガス, 対ロ制裁), not a side?"""
        text = self.r.text(other.paragraph)
        f = self.facts
        return text.startswith(f.aside_behind, other.end) or text.endswith(
            f.aside_before, 0, other.start
        )

    def _taken(self, k: int) -> bool:
        """Does the state or body say whose man the next one is (中国の習近平…)?"""
        if k + 1 >= len(self.r.mentions):
            return False
        _, here = self.r.mentions[k]
        _, after = self.r.mentions[k + 1]
        return (
            after.kind == "person"
            and bool(after.name)
            and after.country == here.country
            and 0 <= after.start - here.end <= 1
        )
