"""The record of one article: what `retinue read --json` prints.

Offsets count Unicode code points inside one paragraph's `text`, end exclusive.
Dates are ISO 8601 strings, countries ISO 3166-1 alpha-3, languages ISO 639-1.
This module imports nothing of ours: every stage may use it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Paragraph:
    """One paragraph of the article proper. `kind` is `body`, `heading` or `caption`."""

    kind: str
    text: str
    credits: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Original:
    """The article of which this page is a translation."""

    url: str | None = None
    language: str | None = None
    published: str | None = None


@dataclass(slots=True)
class Article:
    """A page with its furniture taken off."""

    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    title: str | None = None
    published: str | None = None
    modified: str | None = None
    bylines: list[str] = field(default_factory=list)
    translators: list[str] = field(default_factory=list)
    original: Original | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass(slots=True, frozen=True, order=True)
class Span:
    """Words of the article: characters `start` to `end` of a paragraph; -1 is the title."""

    paragraph: int
    start: int
    end: int


@dataclass(slots=True)
class Position:
    """A post that the article gives a person; `status` is current, former or designate."""

    title: str
    country: str | None = None
    start: str | None = None
    status: str = "current"
    organisation: str | None = None


@dataclass(slots=True)
class Entity:
    """Everything the article calls by different names that is one thing."""

    id: str
    kind: str
    names: list[str] = field(default_factory=list)
    label: str | None = None
    country: str | None = None
    key: str | None = None
    positions: list[Position] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)
    rule: str | None = None


@dataclass(slots=True, frozen=True)
class Placement:
    """Where somebody sat or stood: `side` of the entity `of`, or in the picture."""

    side: str
    of: str | None = None


@dataclass(slots=True)
class Role:
    """A part in an event: actor, counterpart, attendee or object."""

    role: str
    entity: str | None = None
    text: str | None = None
    placement: Placement | None = None


@dataclass(slots=True)
class Event:
    """One thing that happened, is planned, possible or denied."""

    id: str
    type: str
    status: str = "occurred"
    start: str | None = None
    end: str | None = None
    precision: str | None = None
    place: str | None = None
    roles: list[Role] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    plover: dict[str, str | None] = field(default_factory=dict)
    cameo: str | None = None
    evidence: list[Span] = field(default_factory=list)
    rule: str = ""
    trace: list[str] = field(default_factory=list)

    def entities(self, *roles: str) -> list[str]:
        """The entity ids that stand in the given roles, in order."""
        return [r.entity for r in self.roles if r.role in roles and r.entity]


@dataclass(slots=True)
class Statement:
    """What somebody said (`speech`), reads into things (`analysis`) or foresees (`forecast`)."""

    id: str
    kind: str
    text: str
    quoted: bool = False
    speaker: str | None = None
    date: str | None = None
    sources: list[str] = field(default_factory=list)
    certainty: str | None = None
    due: tuple[str, str] | None = None
    evidence: list[Span] = field(default_factory=list)
    rule: str = ""
    trace: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Disagreement:
    """Two passages of the article that cannot both be right about one thing."""

    about: str
    message: str
    events: list[str] = field(default_factory=list)
    evidence: list[Span] = field(default_factory=list)
    rule: str = ""


@dataclass(slots=True)
class Record:
    """The record of one article."""

    article: Article
    entities: list[Entity] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def entity(self, id: str) -> Entity:
        """The entity of that id; KeyError where there is none."""
        for e in self.entities:
            if e.id == id:
                return e
        raise KeyError(id)

    def words(self, span: Span) -> str:
        """The words that a span points at."""
        text = (
            self.article.title or ""
            if span.paragraph < 0
            else self.article.paragraphs[span.paragraph].text
        )
        return text[span.start : span.end]

    def to_dict(self) -> dict[str, Any]:
        """The record as docs/record.md has it, ready for `json.dumps`."""
        return {
            "article": _article(self.article),
            "entities": [_entity(e, self) for e in self.entities],
            "events": [_event(e) for e in self.events],
            "statements": [_statement(s) for s in self.statements],
            "disagreements": [
                {
                    "about": d.about,
                    "message": d.message,
                    "events": d.events,
                    "evidence": [_span(s) for s in d.evidence],
                    "rule": d.rule,
                }
                for d in self.disagreements
            ],
            "notes": self.notes,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Record:
        """The record that `to_dict` wrote."""
        a = dict(data["article"])
        a["paragraphs"] = [
            Paragraph(p["kind"], p["text"], p.get("credits", [])) for p in a["paragraphs"]
        ]
        a["original"] = Original(**a["original"]) if a.get("original") else None
        return cls(
            article=Article(**a),
            entities=[_read_entity(e) for e in data.get("entities", [])],
            events=[_read_event(e) for e in data.get("events", [])],
            statements=[_read_statement(s) for s in data.get("statements", [])],
            disagreements=[
                Disagreement(
                    d["about"],
                    d["message"],
                    d["events"],
                    [Span(**s) for s in d["evidence"]],
                    d["rule"],
                )
                for d in data.get("disagreements", [])
            ],
            notes=data.get("notes", []),
        )


def _span(s: Span) -> dict[str, int]:
    return {"paragraph": s.paragraph, "start": s.start, "end": s.end}


def _article(a: Article) -> dict[str, Any]:
    original = None
    if a.original:
        o = a.original
        original = {"url": o.url, "language": o.language, "published": o.published}
    paragraphs: list[dict[str, Any]] = []
    for p in a.paragraphs:
        d: dict[str, Any] = {"kind": p.kind, "text": p.text}
        if p.kind == "caption" or p.credits:
            d["credits"] = p.credits
        paragraphs.append(d)
    return {
        "url": a.url,
        "outlet": a.outlet,
        "language": a.language,
        "title": a.title,
        "published": a.published,
        "modified": a.modified,
        "bylines": a.bylines,
        "translators": a.translators,
        "original": original,
        "paragraphs": paragraphs,
    }


def _entity(e: Entity, record: Record) -> dict[str, Any]:
    d: dict[str, Any] = {
        "id": e.id,
        "kind": e.kind,
        "names": e.names,
        "label": e.label,
        "country": e.country,
        "key": e.key,
        "mentions": [{**_span(m), "text": record.words(m)} for m in e.mentions],
    }
    if e.kind == "person":
        d["positions"] = [
            {
                "title": p.title,
                "country": p.country,
                "organisation": p.organisation,
                "from": p.start,
                "status": p.status,
            }
            for p in e.positions
        ]
    if e.rule:
        d["rule"] = e.rule
    return d


def _event(e: Event) -> dict[str, Any]:
    roles = []
    for r in e.roles:
        d: dict[str, Any] = {"role": r.role}
        if r.entity:
            d["entity"] = r.entity
        if r.text:
            d["text"] = r.text
        if r.placement:
            d["placement"] = {"side": r.placement.side, "of": r.placement.of}
        roles.append(d)
    return {
        "id": e.id,
        "type": e.type,
        "status": e.status,
        "start": e.start,
        "end": e.end,
        "precision": e.precision,
        "place": e.place,
        "roles": roles,
        "sources": e.sources,
        "plover": e.plover,
        "cameo": e.cameo,
        "evidence": [_span(s) for s in e.evidence],
        "rule": e.rule,
        "trace": e.trace,
    }


def _statement(s: Statement) -> dict[str, Any]:
    return {
        "id": s.id,
        "kind": s.kind,
        "quoted": s.quoted,
        "speaker": s.speaker,
        "text": s.text,
        "date": s.date,
        "sources": s.sources,
        "certainty": s.certainty,
        "due": {"start": s.due[0], "end": s.due[1]} if s.due else None,
        "evidence": [_span(x) for x in s.evidence],
        "rule": s.rule,
        "trace": s.trace,
    }


def _read_entity(d: dict[str, Any]) -> Entity:
    return Entity(
        id=d["id"],
        kind=d["kind"],
        names=d["names"],
        label=d["label"],
        country=d["country"],
        key=d["key"],
        positions=[
            Position(p["title"], p["country"], p["from"], p["status"], p.get("organisation"))
            for p in d.get("positions", [])
        ],
        mentions=[Span(m["paragraph"], m["start"], m["end"]) for m in d["mentions"]],
        rule=d.get("rule"),
    )


def _read_event(d: dict[str, Any]) -> Event:
    roles = [
        Role(
            r["role"],
            r.get("entity"),
            r.get("text"),
            Placement(**r["placement"]) if r.get("placement") else None,
        )
        for r in d["roles"]
    ]
    rest = {k: d[k] for k in ("id", "type", "status", "start", "end", "precision", "place")}
    return Event(
        **rest,
        roles=roles,
        sources=d["sources"],
        plover=d["plover"],
        cameo=d["cameo"],
        evidence=[Span(**s) for s in d["evidence"]],
        rule=d["rule"],
        trace=d.get("trace", []),
    )


def _read_statement(d: dict[str, Any]) -> Statement:
    due = d.get("due")
    return Statement(
        id=d["id"],
        kind=d["kind"],
        text=d["text"],
        quoted=d["quoted"],
        speaker=d["speaker"],
        date=d["date"],
        sources=d["sources"],
        certainty=d["certainty"],
        due=(due["start"], due["end"]) if due else None,
        evidence=[Span(**x) for x in d["evidence"]],
        rule=d["rule"],
        trace=d.get("trace", []),
    )
