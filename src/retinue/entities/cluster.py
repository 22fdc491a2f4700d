"""From the mentions of an article to its entities: people, things, then stand-ins."""

from __future__ import annotations

from retinue.entities.facts import facts
from retinue.entities.people import People
from retinue.entities.standins import Resolver
from retinue.entities.state import Draft, Reading
from retinue.entities.states import States
from retinue.entities.things import Things
from retinue.languages.base import Mention, Pack, Sentence
from retinue.record import Article, Entity, Position, Span


def cluster(sentences: list[Sentence], article: Article, pack: Pack) -> list[Entity]:
    """Link every mention to entities (`mention.entity`) and return them in order of appearance.

    Names in the headline count as names; their mentions stand in paragraph -1.
    """
    reading = Reading(article, facts(pack), _collect(sentences, article, pack))
    things = Things(reading)
    things.run()
    people = People(reading).run()
    states = States(reading)
    states.settle_sure(people)
    things.settle_bodies()
    Resolver(reading).run()
    states.settle_by_context(people)
    return _entities(reading)


def _collect(sentences: list[Sentence], article: Article, pack: Pack) -> list[tuple[int, Mention]]:
    """(number of the sentence, mention), headline first, each mention once, in text order."""
    headline = pack.sentences(article.title, -1, "heading") if article.title else []
    seen: set[int] = set()
    found: list[tuple[int, Mention]] = []
    for number, s in enumerate([*headline, *_flat(sentences)]):
        for m in s.mentions:
            if id(m) not in seen:
                seen.add(id(m))
                found.append((number, m))
    found.sort(key=lambda f: (f[1].paragraph, f[1].start))
    return found


def _flat(sentences: list[Sentence]) -> list[Sentence]:
    """Sentences with those inside their quotations."""
    out: list[Sentence] = []
    for s in sentences:
        out.append(s)
        for q in s.quotes:
            out.extend(_flat(q.sentences))
    return out


def _entities(reading: Reading) -> list[Entity]:
    kept = [d for d in reading.drafts if d.mentions]
    kept.sort(key=lambda d: (d.mentions[0][1].paragraph, d.mentions[0][1].start, d.order))
    out: list[Entity] = []
    for number, draft in enumerate(kept, 1):
        draft.id = f"e{number}"
        out.append(_entity(draft))
    ids = {id(d): d.id for d in kept}
    for _, m in reading.mentions:
        m.entity = [ids[id(d)] for d in reading.links.get(id(m), ()) if id(d) in ids]
    return out


def _names(draft: Draft) -> list[str]:
    """As they come in the text; a state's one-letter sign gives way to its name."""
    names = list(draft.names)
    if draft.kind == "country":
        names.sort(key=lambda n: len(n) == 1)
    return names


def _entity(draft: Draft) -> Entity:
    positions = []
    seen: set[tuple[str, str]] = set()
    for t in draft.titles:
        if (t.text, t.status) not in seen:
            seen.add((t.text, t.status))
            positions.append(
                Position(t.text, t.country or draft.country, None, t.status, t.organisation)
            )
    return Entity(
        id=draft.id,
        kind=draft.kind,
        names=_names(draft),
        label=draft.label,
        country=draft.country,
        key=draft.key,
        positions=positions,
        mentions=[Span(m.paragraph, m.start, m.end) for _, m in draft.mentions if m.paragraph >= 0],
        rule=draft.rule,
    )
