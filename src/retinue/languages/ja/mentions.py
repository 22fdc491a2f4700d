"""Mentions in a Japanese paragraph: names and what stands for a name.

`find` is the pack's one entry: people first (`mentions_people`), then bodies,
places and things (`mentions_bodies`), then what stands for somebody named
elsewhere (`mentions_standins`), and at last what neighbours tell of one
another (`mentions_links`).
"""

from __future__ import annotations

from retinue.languages.base import Mention, Token
from retinue.languages.ja.mentions_bodies import BodiesReader
from retinue.languages.ja.mentions_lexicon import Hit, known_things, thing_finder
from retinue.languages.ja.mentions_links import link
from retinue.languages.ja.mentions_people import PeopleReader
from retinue.languages.ja.mentions_standins import stand_ins


def find(text: str, tokens: list[Token], paragraph: int) -> list[Mention]:
    """All mentions of one paragraph, in the order of the text, none inside another."""
    things, finder = known_things(), thing_finder()
    hits = [Hit(a, b, things[finder.words[i]]) for i, a, b in finder.spans(text)]
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
