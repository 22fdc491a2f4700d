"""Sets that a text speaks of as one: lists of states (the three countries), people of the sentence before."""

from __future__ import annotations

from retinue.entities.state import Draft, Reading
from retinue.languages.base import Mention

_AHEAD = 2  # sentences that a list may follow behind "the three countries"
_NEAR = 5  # sentences that "both" looks back for whom the text was about


class StateSets:
    """The lists of states of an article, for 3か国 and the like."""

    def __init__(self, reading: Reading):
        self.r = reading
        self.lists: list[
            tuple[int, int, list[Draft]]
        ] = []  # (number of the last mention, sentence, states)
        run: list[Draft] = []
        last: tuple[int, Mention] | None = None
        for index, (sentence, m) in enumerate(reading.mentions):
            states = reading.links.get(id(m), []) if m.kind == "country" and not m.anaphor else []
            if not states:
                continue
            if m.parts:
                self.lists.append((index, sentence, states))
            if not (last and last[1].paragraph == m.paragraph and self._joined(last[1], m)):
                run = []
            run = [*run, *(s for s in states if s not in run)]
            if len(run) > 1:
                if self.lists and last and self.lists[-1][0] == last[0]:
                    self.lists.pop()
                self.lists.append((index, sentence, run))
            last = (index, m)

    def _joined(self, a: Mention, b: Mention) -> bool:
        gap = self.r.text(a.paragraph)[a.end : b.start]
        return 0 < len(gap) <= 3 and gap.startswith(self.r.facts.joins)

    def find(self, index: int, sentence: int, number: int) -> list[Draft]:
        """The last list of so many states before the mention `index`, else one that follows closely."""
        for at, s, states in reversed(self.lists):
            if at >= index:
                continue
            if len(states) == number:
                return states
            if s == sentence and len(states) == number - 1:
                first = self._first_state(sentence)
                if first and first not in states:
                    return [first, *states]
        for at, s, states in self.lists:
            if at > index and s <= sentence + _AHEAD and len(states) == number:
                return states
        return []

    def _first_state(self, sentence: int) -> Draft | None:
        """The state with which the sentence begins: 米国はA、B、Cを交えた4カ国の会合を…"""
        for s, m in self.r.mentions:
            if s == sentence and m.kind == "country":
                return next(iter(self.r.links.get(id(m), [])), None)
        return None


def people_in_view(reading: Reading, index: int, number: int) -> list[Draft]:
    """Whom 両者 or 2人 at mention `index` stands for: as many people as the sentences just before name."""
    sentence = reading.mentions[index][0]
    named, topics = _told(reading, index)
    group: dict[int, Draft] = dict(named.get(sentence, {}))
    if len(group) == number:
        return list(group.values())
    group = {}
    for back in range(1, _NEAR + 1):
        there = named.get(sentence - back, {})
        if len(there) == number:
            return list(there.values())
        group = {**there, **group}
        if len(group) == number:
            return list(group.values())
        if len(group) > number:
            return []
        if there and number == 2 and len(group) == 1:
            about = next(
                (d for s, d in reversed(topics) if s < sentence - back and id(d) not in group), None
            )
            return [about, *group.values()] if about else []
    return []


def _told(
    reading: Reading, index: int
) -> tuple[dict[int, dict[int, Draft]], list[tuple[int, Draft]]]:
    """The people named before mention `index` by sentence, and whom sentences were about; quotations left out."""
    sentence, m = reading.mentions[index]
    named: dict[int, dict[int, Draft]] = {}
    topics: list[tuple[int, Draft]] = []
    f = reading.facts
    for s, other in reading.mentions[max(0, index - 40) : index]:
        if other.kind != "person" or sentence - s > _NEAR + 2 or m.paragraph - other.paragraph > 1:
            continue
        text = reading.text(other.paragraph)
        if m.paragraph != other.paragraph and reading.kind(other.paragraph) == "caption":
            continue
        if text.count(f.quotes[0], 0, other.start) > text.count(f.quotes[1], 0, other.start):
            continue
        drafts = reading.links.get(id(other), [])
        if len(drafts) == 1 and text.startswith(f.topics, other.end):
            topics.append((s, drafts[0]))
        if m.paragraph == other.paragraph or m.rule == "number of people":
            named.setdefault(s, {}).update((id(d), d) for d in drafts)
    return named, topics
