"""Mentions in a Japanese paragraph: names and what stands for a name.

`find` is the pack's one entry: people first (`mentions_people`), then bodies,
places and things (`mentions_bodies`), then what stands for somebody named
elsewhere (`mentions_standins`), and at last what neighbours tell of one
another (`mentions_links`).
"""

from __future__ import annotations

from collections.abc import Iterator

from retinue.languages.base import Mention, Token
from retinue.languages.ja.mentions_bodies import BodiesReader
from retinue.languages.ja.mentions_lexicon import Hit, known_things, thing_finder
from retinue.languages.ja.mentions_links import link
from retinue.languages.ja.mentions_people import PeopleReader
from retinue.languages.ja.mentions_standins import stand_ins


def _hits(text: str) -> Iterator[Hit]:
    """Known names; モスクワの赤の広場 is two of them, since either part is a name."""
    things, finder = known_things(), thing_finder()
    for i, start, end in finder.spans(text):
        form = finder.words[i]
        known = things[form]
        at = form.find("の")
        tail = things.get(form[at + 1 :]) if at > 0 else None
        if tail and tail.key == known.key:
            front = things.get(form[:at])
            if front:
                yield Hit(start, start + at, front)
            yield Hit(start + at + 1, end, tail)
        else:
            yield Hit(start, end, known)


def find(text: str, tokens: list[Token], paragraph: int) -> list[Mention]:
    """All mentions of one paragraph, in the order of the text, none inside another."""
    hits = list(_hits(text))
    reader = PeopleReader(text, tokens, hits)
    people = reader.run()
    taken = [(m.start, m.end) for m in people]
    substitutes = stand_ins(text, tokens, reader.nameless, taken)
    taken += [(m.start, m.end) for m in substitutes]
    others = BodiesReader(text, tokens, hits, taken).run()
    found = link(text, tokens, [*people, *others, *substitutes], reader.nameless, reader.bodies)
    for m in found:
        m.paragraph = paragraph
    return found
