"""What the stages of clustering share: drafts of entities and the reading of one article."""

from __future__ import annotations

from dataclasses import dataclass, field

from retinue.entities.facts import Facts
from retinue.knowledge import gazetteer
from retinue.languages.base import Mention, Title
from retinue.record import Article


@dataclass(slots=True, eq=False)
class Draft:
    """An entity in the making."""

    kind: str
    order: int
    names: dict[str, None] = field(default_factory=dict)
    country: str | None = None
    key: str | None = None
    label: str | None = None
    titles: list[Title] = field(default_factory=list)
    heads: dict[str, None] = field(default_factory=dict)
    honorifics: set[str] = field(default_factory=set)
    mentions: list[tuple[int, Mention]] = field(default_factory=list)
    weak: str | None = None  # the state that the mere look of the name tells
    body: str | None = None  # the state of the body in a title, which others may have too
    above: bool = False  # serves a body above states
    last: int = 0  # number of the mention that named it last
    id: str = ""
    rule: str = ""


class Reading:
    """One article: its mentions with the numbers of their sentences, drafts and links."""

    def __init__(self, article: Article, facts: Facts, mentions: list[tuple[int, Mention]]):
        self.article = article
        self.facts = facts
        self.mentions = mentions
        self.drafts: list[Draft] = []
        self.links: dict[int, list[Draft]] = {}  # id of the mention -> what it stands for
        self.home = home_of(article, facts)

    def new(self, kind: str) -> Draft:
        """A further draft."""
        draft = Draft(kind, len(self.drafts))
        self.drafts.append(draft)
        return draft

    def link(self, sentence: int, mention: Mention, *drafts: Draft) -> None:
        """The mention stands for the drafts."""
        self.links[id(mention)] = list(drafts)
        for d in drafts:
            d.mentions.append((sentence, mention))

    def state_of(self, m: Mention) -> str | None:
        """The state of what a mention stands for; None for several or for none."""
        if m.kind != "person" and (m.country or m.parts):
            return m.country
        drafts = self.links.get(id(m), ())
        return drafts[0].country if len(drafts) == 1 else None

    def kind(self, paragraph: int) -> str:
        """What a paragraph is: body, heading (the headline too) or caption."""
        return "heading" if paragraph < 0 else self.article.paragraphs[paragraph].kind

    def text(self, paragraph: int) -> str:
        """The words of a paragraph, -1 for the headline."""
        return (
            (self.article.title or "") if paragraph < 0 else self.article.paragraphs[paragraph].text
        )


def home_of(article: Article, facts: Facts) -> str | None:
    """The state whose government the article calls just "the government"."""
    if article.outlet:
        entry = gazetteer.forms(facts.language).get(article.outlet)
        if entry is not None and entry.kind == "outlet" and entry.country:
            return entry.country
    original = article.original.language if article.original else None
    return facts.homes.get(original or "") or _by_order(article, facts) or facts.home


def _by_order(article: Article, facts: Facts) -> str | None:
    """The state that a page names first in compounds of states, against the habit of the home state."""
    for state, words in facts.order.items():
        if any(w in p.text for p in article.paragraphs for w in words):
            return state
    return None
