"""The dossier of one article for the terminal: who, what, said, foreseen, disagreeing."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from retinue.record import Disagreement, Entity, Event, Record, Role, Span, Statement
from retinue.views import wording

STATUS_STYLE = {"planned": "yellow", "possible": "magenta", "denied": "red"}
_LABEL = "dim"
_WORDS = "dim"


def dossier(record: Record) -> Group:
    """Everything the record holds, in the order in which one asks for it."""
    parts: list[RenderableType] = [_head(record)]
    sections = [
        ("Who", _people(record)),
        ("What happened", _events(record)),
        ("What was said", _statements(record, speech=True)),
        ("Judged and foreseen", _statements(record, speech=False)),
        ("What disagrees", _disagreements(record)),
        ("Also named", _others(record)),
        ("Notes", _notes(record)),
    ]
    for title, lines in sections:
        if lines:
            parts += [Text(), Text(title.upper(), style="bold cyan"), *lines]
    if not any(lines for _, lines in sections[:5]):
        parts += [Text(), Text("Nothing found: nobody met, said or foresaw anything here.")]
    return Group(*parts)


def _head(record: Record) -> RenderableType:
    a = record.article
    title = Text(wording.clean(a.title or "(no title)"), style="bold")
    facts = [wording.clean(a.outlet)] if a.outlet else []
    if a.published:
        facts.append(wording.moment(a.published))
    if a.modified and a.modified != a.published:
        facts.append(f"updated {wording.moment(a.modified)}")
    facts.append(wording.language(a.language))
    if a.bylines:
        facts.append("by " + ", ".join(map(wording.clean, a.bylines)))
    if a.translators:
        facts.append("translated by " + ", ".join(map(wording.clean, a.translators)))
    lines = [title, Text(" · ".join(facts), style=_LABEL)]
    if a.original:
        facts = [wording.language(a.original.language)]
        if a.original.published:
            facts.append(wording.moment(a.original.published))
        if a.original.url:
            facts.append(wording.clean(a.original.url))
        lines.append(Text("translated from " + " · ".join(facts), style=_LABEL))
    if a.url:
        lines.append(Text(wording.clean(a.url), style=_LABEL))
    return Group(*lines)


_DATES = 14  # as in "11-14 Mar 2025"


def _grid(*widths: int | None) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for width in widths:
        grid.add_column(
            max_width=width, min_width=width if width == _DATES else None, overflow="fold"
        )
    return grid


def _inset(what: RenderableType, left: int = 2) -> RenderableType:
    return Padding(what, (0, 0, 0, left))


def _people(record: Record) -> list[RenderableType]:
    people = [e for e in record.entities if e.kind == "person"]
    if not people:
        return []
    grid = _grid(34, None, None)
    for e in people:
        name = Text(wording.short(record, e.id), style="bold")
        if e.label and e.label != name.plain:
            name.append(f" {wording.clean(e.label)}", style="not bold dim")
        grid.add_row(name, Text(wording.clean(e.country or ""), style="green"), _posts(e))
    return [_inset(grid)]


def _posts(e: Entity) -> Text:
    text = Text(", ".join(wording.position(p, e.country) for p in e.positions))
    others = wording.other_names(e)
    if others:
        text.append(f"{'; ' if text else ''}also {', '.join(others)}", style=_LABEL)
    return text


def _others(record: Record) -> list[RenderableType]:
    grid = _grid(None, None)
    for kind, title in wording.words("kinds").items():
        names = [_labelled(record, e.id) for e in record.entities if e.kind == kind]
        if names:
            grid.add_row(Text(title, style=_LABEL), Text(", ").join(names))
    return [_inset(grid)] if grid.row_count else []


def _labelled(record: Record, id: str) -> Text:
    """The name as written, and its label, subdued, where there is one."""
    own = wording.short(record, id)
    rest = wording.name(record, id)[len(own) :]
    return Text.assemble(own, (rest, _LABEL))


def _events(record: Record) -> list[RenderableType]:
    dated, undated = wording.timeline(record)
    parts: list[RenderableType] = []
    if dated:
        grid = _grid(_DATES, None)
        for e in dated:
            grid.add_row(Text(wording.event_when(e), style="bold green"), _event(record, e))
        parts.append(_inset(grid))
    if undated:
        grid = _grid(_DATES, None)
        for n, e in enumerate(undated):
            grid.add_row(Text("" if n else "no date given", style=_LABEL), _event(record, e))
        parts.append(_inset(grid))
    return parts


def _event(record: Record, e: Event) -> RenderableType:
    head = Text(wording.type_name(e.type), style="bold")
    if e.status != "occurred":
        head.append(f" [{e.status}]", style=STATUS_STYLE.get(e.status, ""))
    if e.place and e.place not in e.entities("counterpart"):
        head.append(" · ", style="not bold").append_text(_labelled(record, e.place))
    # What `retinue explain` takes.
    head.append(f"  {e.id}", style="not bold dim")
    lines = [head]
    parties = _parties(record, e)
    if parties:
        lines.append(parties)
    for role, title in (("attendee", "present: "), ("object", "about: ")):
        names = [_part(record, r) for r in e.roles if r.role == role]
        if names:
            lines.append(Text.assemble((title, _LABEL), Text(", ").join(names)))
    if e.sources:
        lines.append(_word_of(record, e.sources))
    return Group(*lines, *_evidence(record, e.evidence), Text())


def _parties(record: Record, e: Event) -> Text | None:
    actors = [_part(record, r) for r in e.roles if r.role == "actor"]
    others = [_part(record, r) for r in e.roles if r.role == "counterpart"]
    if not actors and not others:
        return None
    text = Text(", ").join(actors) if actors else Text("somebody", style=_LABEL)
    if others:
        text = Text.assemble(text, (f" {wording.link(e.type)} ", _LABEL), Text(", ").join(others))
    return text


def _part(record: Record, r: Role) -> Text:
    text = _labelled(record, r.entity) if r.entity else Text(wording.clean(r.text or "…"))
    if r.placement:
        text.append(f" ({wording.placement(record, r.placement)})", style="cyan")
    return text


def _word_of(record: Record, sources: list[str]) -> Text:
    # Nearest first: the outlet that printed it, then whom that outlet had it from.
    chain = Text(", from ", style=_LABEL).join(_labelled(record, s) for s in sources)
    return Text.assemble(("on the word of ", _LABEL), chain)


def _evidence(record: Record, spans: Iterable[Span]) -> list[Text]:
    return [
        Text.assemble((f"“{words}”", _WORDS), (f"  {where}", "dim cyan"))
        for words, where in wording.passages(record, list(spans))
    ]


def _statements(record: Record, speech: bool) -> list[RenderableType]:
    chosen = [s for s in record.statements if (s.kind == "speech") == speech]
    return [_inset(_statement(record, s)) for s in chosen]


def _statement(record: Record, s: Statement) -> RenderableType:
    head = Text(style="bold")
    head.append_text(_labelled(record, s.speaker) if s.speaker else Text(wording.holder(record, s)))
    facts = []
    if s.kind != "speech":
        facts.append(s.kind)
        facts += [s.certainty] if s.certainty else []
    if s.date:
        facts.append(wording.day(s.date))
    if s.due:
        facts.append(f"due {wording.when(*s.due, None)}")
    if facts:
        head.append(" · " + " · ".join(facts), style="not bold yellow")
    head.append(f"  {s.id}", style="not bold dim")
    lines = [head]
    if s.sources:
        lines.append(_word_of(record, s.sources))
    said = wording.clean(s.text)
    text = Text(f"“{said}”" if s.quoted else said)
    if s.evidence:
        text.append(f"  {wording.where(record, s.evidence[0])}", style="dim cyan")
    return Group(*lines, _inset(text), Text())


def _disagreements(record: Record) -> list[RenderableType]:
    return [_inset(disagreement(record, d)) for d in record.disagreements]


def disagreement(record: Record, d: Disagreement) -> RenderableType:
    """One disagreement: what about, then the passages against each other."""
    head = Text(wording.clean(d.message), style="bold red")
    return Group(head, *(_inset(t) for t in _evidence(record, d.evidence)), Text())


def _notes(record: Record) -> list[RenderableType]:
    return [_inset(Text(wording.clean(n))) for n in record.notes]
