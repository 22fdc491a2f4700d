"""An event while it is being read: entity ids, days, and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field

from retinue.dates.spans import Resolved
from retinue.languages.base import Clause, Phrase, Sentence
from retinue.record import Placement, Span


@dataclass(slots=True, eq=False)
class Draft:
    """One telling of an event. `told` is how fully: 2 a predicate, 1 a noun with a light verb, 0 a mere mention."""

    type: str
    status: str
    rule: str
    actor: list[str] = field(default_factory=list)
    counterpart: list[str] = field(default_factory=list)
    attendee: list[str] = field(default_factory=list)
    objects: list[str] = field(default_factory=list)
    object_entities: list[str] = field(default_factory=list)
    placements: dict[str, Placement] = field(default_factory=dict)
    place: str | None = None
    when: Resolved | None = None
    dated: str = ""  # how the date was found: own, shared, narrative
    sources: list[str] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    trace: list[str] = field(default_factory=list)
    told: int = 2
    words: bool = False
    symmetric: bool = False
    sentence: Sentence | None = None
    clause: Clause | None = None
    noun: Phrase | None = None
    also: str = ""  # a second type that the same words tell
    gathering: bool = False  # a body meets, not one side with another
    ongoing: bool = False  # it goes on at the time of writing
    open: bool = False  # a meeting of which it is not said yet who met
    reported: bool = False  # what somebody reports as a fact
    later: bool = False  # some time after what was told before
    guessed: bool = False  # its actor is taken from the context

    @property
    def principals(self) -> list[str]:
        """Actor and counterpart together, in order."""
        return [*self.actor, *(c for c in self.counterpart if c not in self.actor)]

    def near(self, later: Draft, reach: int = 1) -> bool:
        """Does a later draft stand within so many paragraphs of this one?"""
        a, b = self.sentence, later.sentence
        return a is not None and b is not None and b.paragraph - a.paragraph <= reach
