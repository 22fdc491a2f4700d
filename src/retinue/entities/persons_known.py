"""Which of the people of the knowledge base a person of the article is."""

from __future__ import annotations

from functools import cache

from retinue.entities.names import ideographic, parts
from retinue.entities.state import Draft, Reading
from retinue.knowledge import people as known

# Of several who bear a surname, papers leave out the title of these alone.
_HIGH = frozenset(["head-of-state", "head-of-government", "party-leader"])


@cache
def _lookup(language: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    return known.forms(language), known.surnames(language)


class Knowledge:
    """Looks people up by name, post and state on the article's day."""

    def __init__(self, reading: Reading):
        self.facts = reading.facts
        self.full, self.surnames = _lookup(self.facts.language)
        self.day = (reading.article.published or "")[:10]

    def key(self, name: str, country: str | None) -> str | None:
        """The known person of a full name, where only one fits."""
        keys = self.full.get(name)
        if not keys:
            return None
        fitting = [k for k in keys if not country or known.get(k).country in (country, None)]
        return fitting[0] if len(fitting) == 1 else None

    def settle(self, d: Draft) -> None:
        """Give the draft the key, label and state of the person it is, where one fits."""
        wife = bool(d.honorifics & self.facts.wives)
        key = d.key or (None if wife else self._by_surname(d))
        if key:
            person = known.get(key)
            if (
                d.country
                and person.country
                and d.country != person.country
                and not self._named_fully(d)
            ):
                return
            d.key, d.label = person.key, person.label
            if person.country is None and d.country is None:
                d.above = True
            d.country = None if d.above else d.country or person.country

    def _named_fully(self, d: Draft) -> bool:
        return any(n in self.full for n in d.names)

    def _by_surname(self, d: Draft) -> str | None:
        """プーチン大統領: of those who bear the name, the one whose post and state fit."""
        if any(len(parts(n)) > 1 for n in d.names) or any(
            ideographic(n) and len(n) > 2 for n in d.names
        ):
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
        unsure = best < 1 and (
            ideographic(next(iter(d.names)))
            or (self.facts.posted(d.titles) and known.get(winners[0]).country != d.country)
        )
        return None if unsure else winners[0]

    def _post_fit(self, person: known.Person, d: Draft) -> float:
        roles = {r for t in d.titles for r in self.facts.roles_of(t.text)}
        titled = self.facts.posted(d.titles)
        score = 0.0
        for post in person.posts:
            if post.role in _HIGH:
                score = max(score, 0.5)
            if post.role in roles:
                score = max(score, 3 if self._held(post) else 2)
            elif not titled and self._held(post):
                score = max(score, 1)
        if score < 1 and roles:
            return -1
        return score

    def _held(self, post: known.Post) -> bool:
        """On the article's day; without one, nothing is known to be held."""
        return bool(self.day) and post.held(self.day)
