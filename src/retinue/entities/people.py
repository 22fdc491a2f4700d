"""Which mentions name the same person."""

from __future__ import annotations

from datetime import date
from functools import cache

from retinue.entities.names import fit, ideographic, parts
from retinue.entities.state import Draft, Reading
from retinue.knowledge import people as known
from retinue.languages.base import Mention, Title

# Of several who bear a surname, papers leave out the title of these alone.
_HIGH = frozenset(["head-of-state", "head-of-government", "party-leader"])
_WIVES = ("夫人", "부인", "여사")


@cache
def _lookup(language: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    try:
        return known.forms(language), known.surnames(language)
    except FileNotFoundError:
        return {}, {}


class People:
    """Clusters the named people of an article."""

    def __init__(self, reading: Reading):
        self.r = reading
        self.facts = reading.facts
        self.full, self.surnames = _lookup(self.facts.language)
        self.day = (reading.article.published or "")[:10]
        self.people: list[Draft] = []
        self.by_name: dict[str, list[Draft]] = {}
        self.index = {id(m): i for i, (_, m) in enumerate(reading.mentions)}

    def run(self) -> None:
        """Link each named person; then settle knowledge and countries."""
        for number, (sentence, m) in enumerate(self.r.mentions):
            if m.kind != "person" or not m.name:
                continue
            draft = self._find(m, number)
            if draft is None:
                draft = self.r.new("person")
                self.people.append(draft)
            self._take(draft, sentence, m, number)
        for draft in self.people:
            self._settle(draft)
        for draft in self.people:
            if draft.country is None and not draft.above:
                draft.country = self._only_state(draft) or self._by_look(draft) or self._from_context(draft)

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
        base = max((self._fit(a, b) for a in (m.name, *m.aliases) for b in d.names), default=0)
        if base == 0:
            key = self._key(m.name, m.country)
            if key is None or key != d.key:
                return 0
            base = 3
        elif base == 2 and any(self._clash(m.name, b) for b in d.names):
            return 0
        country = None if m.rule.endswith("Japanese name") else m.country
        if country and d.country and country != d.country and not self._same_full(m, d):
            return 0
        if self._wife(m) != any(w in h for h in d.honorifics for w in _WIVES) and (
            m.titles or d.titles or self._wife(m)
        ):
            return 0
        title = self._titles(m, d)
        if base < 3 and (title < -1 or (title < 0 and len(m.name) == 1)):
            return 0
        return base * 10 + title * 6 - min((number - d.last) * 0.02, 3)

    def _fit(self, a: str, b: str) -> int:
        return fit(a, b) or fit(b, a)

    def _clash(self, name: str, other: str) -> bool:
        """Two full names that differ: ラウル・カストロ and フィデル・カストロ."""
        if name[0].isascii() != other[0].isascii():
            return False
        if len(parts(name)) > 1 and len(parts(other)) > 1:
            return not self._fit(name, other)
        return ideographic(name) and ideographic(other) and len(name) >= 3 and len(other) >= 3 and name != other and len(name) == len(other)

    def _same_full(self, m: Mention, d: Draft) -> bool:
        return m.name in d.names and (len(parts(m.name)) > 1 or len(m.name) >= 3)

    def _wife(self, m: Mention) -> bool:
        return any(w in m.honorific for w in _WIVES)

    def _titles(self, m: Mention, d: Draft) -> float:
        """Up to 1 where the posts agree, -1 where one is a leader's and the other is not, else 0."""
        if not m.titles or not d.titles:
            return 0
        alike = max(self.facts.alike(t.text, x.text) for t in m.titles for x in d.titles)
        if alike:
            return -5 if self._before_and_after(m, d) else alike
        if self._exclusive(m, d):
            return -5
        return -1 if len(m.name) == 1 and self._official(m.titles) != self._official(d.titles) else 0

    def _before_and_after(self, m: Mention, d: Draft) -> bool:
        """The holder of a post and a former holder: カストロ議長, フィデル・カストロ前議長."""
        return not any(
            (t.status == "former") == (x.status == "former") for t in m.titles for x in d.titles
        ) and any(self.facts.head(t.text) == self.facts.head(x.text) for t in m.titles for x in d.titles)

    def _exclusive(self, m: Mention, d: Draft) -> bool:
        """Posts of which one person holds one at a time."""
        posts = self.facts.exclusive
        ours = [h for t in m.titles if t.status == "current" and (h := self.facts.head(t.text)) in posts]
        return bool(ours) and any(
            t.status == "current" and (h := self.facts.head(t.text)) in posts and h not in ours for t in d.titles
        )

    def _official(self, titles: list[Title]) -> int:
        """2 for leaders, 1 for those who serve a state, 0 for scholars and business."""
        groups = {self.facts.group.get(self.facts.head(t.text), "") for t in titles}
        if "leader" in groups or "party" in groups:
            return 2
        return 0 if groups <= {"learned", "work", "business"} else 1

    def _key(self, name: str, country: str | None) -> str | None:
        """The known person of a full name, where only one fits."""
        keys = self.full.get(name)
        if not keys:
            return None
        fitting = [k for k in keys if not country or known.get(k).country in (country, None)]
        return fitting[0] if len(fitting) == 1 else None

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
        if m.rule.endswith("Japanese name"):
            d.weak = m.country
        else:
            d.country = d.country or m.country
        d.key = d.key or self._key(m.name, d.country)
        d.rule = d.rule or m.rule

    # ---- what is known

    def _settle(self, d: Draft) -> None:
        key = d.key or self._by_surname(d)
        if key:
            person = known.get(key)
            if d.country and person.country and d.country != person.country and not self._named_fully(d):
                return
            d.key, d.label = person.key, person.label
            d.country = None if d.above else d.country or person.country

    def _named_fully(self, d: Draft) -> bool:
        return any(n in self.full for n in d.names)

    def _by_surname(self, d: Draft) -> str | None:
        """プーチン大統領: of those who bear the name, the one whose post and state fit."""
        if any(len(parts(n)) > 1 for n in d.names) or any(ideographic(n) and len(n) > 2 for n in d.names):
            return None
        found: dict[str, float] = {}
        for name in d.names:
            for key in (*self.surnames.get(name, ()), *self.full.get(name, ())):
                person = known.get(key)
                if d.country and person.country != d.country:
                    continue
                found[key] = max(found.get(key, -9), self._post_fit(person, d))
        if not found:
            return None
        best = max(found.values())
        winners = [k for k, v in found.items() if v == best]
        if len(winners) > 1 or best < 0:
            return None
        unsure = best < 1 and (ideographic(next(iter(d.names))) or (self._posts(d) and known.get(winners[0]).country != d.country))
        return None if unsure else winners[0]

    def _posts(self, d: Draft) -> bool:
        """Has it a post, not just a part someone plays (創設者)?"""
        return any(self.facts.head(t.text) in self.facts.group for t in d.titles)

    def _post_fit(self, person: known.Person, d: Draft) -> float:
        roles = {r for t in d.titles for r in self.facts.roles_of(t.text)}
        day = self.day or date.today().isoformat()
        titled = self._posts(d)
        score = 0.0
        for post in person.posts:
            if post.role in _HIGH:
                score = max(score, 0.5)
            if post.role in roles:
                score = max(score, 3 if post.held(day) else 2)
            elif not titled and post.held(day):
                score = max(score, 1)
        if score < 1 and roles:
            return -1
        return score

    # ---- the state, where nobody says it

    def _only_state(self, d: Draft) -> str | None:
        return next((s for t in d.titles if (s := self.facts.only_state(t.text))), None)

    def _by_look(self, d: Draft) -> str | None:
        """What the look of the name tells; a reading in brackets says it is read in another language."""
        return d.weak if d.weak and all(ideographic(n[0]) for n in d.names) else None

    def _from_context(self, d: Draft) -> str | None:
        """The state of kin, of the neighbour in a list, else of the nearest name before."""
        if any(t.text.endswith(("大使", "公使")) for t in d.titles):
            return self._sender(d)
        for sentence, m in d.mentions:
            index = self.index[id(m)]
            if self._foreign_kanji(d):
                found = self._neighbour(index, m, -1) or self._neighbour(index, m, 1) or self._east_asian(index)
                if found:
                    return found
                continue
            found = self._body_before(index, m) or self._company(index, sentence, m) or self._family(index, sentence, m) or self._around(index, sentence, m)
            if found:
                return found
        if self._posts(d):
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
        return best if best and counts[best] >= max(3, 0.4 * sum(counts.values())) else None

    def _around(self, index: int, sentence: int, m: Mention) -> str | None:
        """A list, the place of the sentence, whom the sentence before was about, any place before."""
        return (
            self._neighbour(index, m, -1)
            or self._nearest(index, sentence, m, 0)
            or self._topic(index, sentence, m)
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
        if other.kind == "person":
            drafts = self.r.links.get(id(other))
            return drafts[0].country if drafts else None
        return other.country

    def _sender(self, d: Draft) -> str | None:
        """Envoys are sent by the state most spoken of beside the one they are sent to."""
        titles = " ".join(t.text for t in d.titles)
        for sentence, m in d.mentions:
            index = self.index[id(m)]
            found = self._neighbour(index, m, -1) or self._company(index, sentence, m)
            if found:
                return found
        counts: dict[str, int] = {}
        for k, (_, other) in enumerate(self.r.mentions):
            state = self._state_at(k)
            text = self.r.text(other.paragraph)
            sent_to = other.start > 0 and text[other.start - 1] in "駐在"
            if state and not sent_to and not (other.name and other.name in titles):
                counts[state] = counts.get(state, 0) + 1
        hosts = {o.country for _, o in self.r.mentions if o.kind == "country" and o.name and f"駐{o.name}" in titles}
        return max((c for c in counts if c not in hosts), key=lambda c: counts[c], default=None)

    def _company(self, index: int, sentence: int, m: Mention) -> str | None:
        """…氏には…国防相が同行: those who travel together."""
        text = self.r.text(m.paragraph)
        end = text.find("。", m.end)
        if not any(w in text[m.end : end if end >= 0 else len(text)] for w in self.facts.company):
            return None
        first = next((k for k, (s, o) in enumerate(self.r.mentions) if s == sentence and o.kind == "person"), index)
        return self._state_at(first) if first < index else None

    def _body_before(self, index: int, m: Mention) -> str | None:
        """軍政ナンバー2の…: the body that stands before with nothing or one word between."""
        if index == 0:
            return None
        _, before = self.r.mentions[index - 1]
        if before.kind != "organisation" or before.paragraph != m.paragraph or m.start - before.end not in (0, 1):
            return None
        drafts = self.r.links.get(id(before))
        return drafts[0].country if drafts else None

    def _beside(self, index: int, sentence: int) -> str | None:
        """The state of the other people of the sentence, where they have one between them."""
        near = [k for k in range(max(0, index - 15), index + 15) if k != index and k < len(self.r.mentions)]
        states = {
            c
            for k in near
            if self.r.mentions[k][0] == sentence and self.r.mentions[k][1].kind == "person" and (c := self._state_at(k))
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
            if other.kind == "person" and drafts and drafts[0].country:
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
        if 0 < len(gap) <= 2 and gap[:1] in "、と,や及":
            return self._state_at(k)
        return None

    def _nearest(self, index: int, sentence: int, m: Mention, far: int) -> str | None:
        """The state of the last place, body or state before that is nobody else's."""
        deals = any("特使" in t.text or "担当" in t.text for t in m.titles)
        for k in range(index - 1, max(-1, index - 25), -1):
            s, other = self.r.mentions[k]
            if other.paragraph != m.paragraph or sentence - s > far:
                break
            if other.kind == "person":
                country = self._state_at(k) if deals else None
            elif other.kind not in ("place", "country", "organisation") or self._taken(k):
                continue
            else:
                country = None if other.name in self.facts.bodies_at_home else self._state_at(k)
            if country and not (deals and other.name and any(other.name in t.text for t in m.titles)):
                return country
        return None

    def _taken(self, k: int) -> bool:
        """Does the state or body say whose man the next one is (中国の習近平…)?"""
        if k + 1 >= len(self.r.mentions):
            return False
        _, here = self.r.mentions[k]
        _, after = self.r.mentions[k + 1]
        return after.kind == "person" and bool(after.name) and after.country == here.country and 0 <= after.start - here.end <= 1
