"""Events: frames matched on clauses, one draft a telling, one event a thing."""

from __future__ import annotations

from datetime import date

from retinue.events import scene
from retinue.events.finish import finish
from retinue.events.match import Matcher
from retinue.events.merge import merge
from retinue.events.placement import Seating, seat
from retinue.events.presence import attend, gather
from retinue.languages.base import Pack, Sentence
from retinue.record import Article, Entity, Event


def read(
    sentences: list[Sentence],
    article: Article,
    entities: list[Entity],
    pack: Pack,
    reference: date | None,
) -> list[Event]:
    """The events of an article, each once, in the order in which it is first told."""
    _officials(sentences, entities)
    matcher = Matcher(pack, reference, {e.id: e.kind for e in entities})
    for sentence in sentences:
        matcher.sentence(sentence)
    discourse = matcher.discourse
    known = {e.id: e for e in entities}
    scene.fill(discourse.drafts, discourse.marks, reference, known)
    attend(discourse.drafts, discourse.presence, matcher.frames)
    gather(discourse.drafts)
    discourse.drafts[:] = [d for d in discourse.drafts if scene.stands(d)]
    seat(discourse.drafts, sentences, Seating(pack))
    drafts = merge(discourse.drafts, known)
    scene.stays(drafts, known)
    return finish(drafts)


def _officials(sentences: list[Sentence], entities: list[Entity]) -> None:
    """An official without a name (駐日大使, 国防相) acts for the state that the title names."""
    states = {e.country: e.id for e in entities if e.kind == "country" and e.country}
    for sentence in sentences:
        for m in sentence.mentions:
            if m.kind == "person" and not m.entity and m.country in states:
                m.behalf = [states[m.country]]
