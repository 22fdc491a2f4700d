"""Records written by hand: an article's paragraphs and what a reader would find in them."""

from __future__ import annotations

from typing import Any

from retinue.record import (
    Article,
    Disagreement,
    Entity,
    Event,
    Paragraph,
    Placement,
    Position,
    Record,
    Role,
    Span,
    Statement,
)


class Sketch:
    """Builds a record; `at` is always words of the article, looked up to give the evidence."""

    def __init__(self, published: str | None = "2025-03-14T18:30:00+09:00", **article: Any) -> None:
        article.setdefault("language", "ja")
        self.record = Record(Article(published=published, **article))

    def body(self, *texts: str) -> Sketch:
        return self._paragraphs("body", texts)

    def caption(self, *texts: str) -> Sketch:
        return self._paragraphs("caption", texts)

    def _paragraphs(self, kind: str, texts: tuple[str, ...]) -> Sketch:
        self.record.article.paragraphs += [Paragraph(kind, t) for t in texts]
        return self

    def entity(
        self, id: str, kind: str, *names: str, country: str | None = None, **rest: Any
    ) -> Sketch:
        """An entity with a mention wherever one of its names stands."""
        entity = Entity(id, kind, list(names), country=country, **rest)
        for n, p in enumerate(self.record.article.paragraphs):
            covered: set[int] = set()
            for name in sorted(names, key=len, reverse=True):
                at = p.text.find(name)
                while at >= 0:
                    if at not in covered:
                        entity.mentions.append(Span(n, at, at + len(name)))
                        covered.update(range(at, at + len(name)))
                    at = p.text.find(name, at + len(name))
        entity.mentions.sort()
        self.record.entities.append(entity)
        return self

    def person(
        self, id: str, country: str, *names: str, posts: tuple[Any, ...] = (), **rest: Any
    ) -> Sketch:
        positions = [p if isinstance(p, Position) else Position(p, country) for p in posts]
        return self.entity(id, "person", *names, country=country, positions=positions, **rest)

    def event(self, type: str, at: str | tuple[str, ...], days: str = "", **rest: Any) -> Sketch:
        """`days`: `2025-03-13`, `2025-03` (the whole month) or `2025-03-11/2025-03-14`.

        Roles are `actor`, `counterpart`, `attendee`: ids separated by blanks, each with
        `@side:of` behind it where it is placed; `object` is text.
        """
        start, end, precision = _days(days)
        roles: list[Role] = []
        for role in ("actor", "counterpart", "attendee"):
            roles += [_role(role, word) for word in rest.pop(role, "").split()]
        if "object" in rest:
            roles.append(Role("object", text=rest.pop("object")))
        event = Event(
            id=f"v{len(self.record.events) + 1}",
            type=type,
            start=start,
            end=end,
            precision=precision,
            roles=roles,
            evidence=self.find(at),
            rule=rest.pop("rule", f"{type}-by-hand"),
            sources=rest.pop("sources", "").split(),
            **rest,
        )
        self.record.events.append(event)
        return self

    def statement(self, kind: str, at: str, **rest: Any) -> Sketch:
        statement = Statement(
            id=f"s{len(self.record.statements) + 1}",
            kind=kind,
            text=rest.pop("text", at),
            evidence=self.find(at),
            sources=rest.pop("sources", "").split(),
            rule=f"{kind}-by-hand",
            **rest,
        )
        self.record.statements.append(statement)
        return self

    def disagreement(self, about: str, message: str, *at: str) -> Sketch:
        self.record.disagreements.append(Disagreement(about, message, [], self.find(at)))
        return self

    def find(self, at: str | tuple[str, ...]) -> list[Span]:
        spans = []
        for words in (at,) if isinstance(at, str) else at:
            for n, p in enumerate(self.record.article.paragraphs):
                if words in p.text:
                    start = p.text.index(words)
                    spans.append(Span(n, start, start + len(words)))
                    break
            else:
                raise AssertionError(f"not in the article: {words}")
        return spans


def _role(role: str, word: str) -> Role:
    id, _, place = word.partition("@")
    side, _, of = place.partition(":")
    return Role(role, id, placement=Placement(side, of or None) if side else None)


def _days(days: str) -> tuple[str | None, str | None, str | None]:
    if not days:
        return None, None, None
    if "/" in days:
        start, _, end = days.partition("/")
        return start or None, end or None, "day"
    if len(days) == 7:
        last = {"02": "28", "04": "30", "06": "30", "09": "30", "11": "30"}.get(days[5:], "31")
        return f"{days}-01", f"{days}-{last}", "month"
    if len(days) == 4:
        return f"{days}-01-01", f"{days}-12-31", "year"
    return days, days, "day"
