"""Behind a record: the rule that made it, the words it rests on, the steps it took."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from rich.tree import Tree

from retinue.record import Entity, Event, Record, Role, Span, Statement
from retinue.views import wording

Traced = Entity | Event | Statement


def find(record: Record, id: str | None) -> list[Traced]:
    """The thing of that id, or everything; an empty list where there is none."""
    every: list[Traced] = [*record.entities, *record.events, *record.statements]
    return every if id is None else [t for t in every if t.id == id]


def trees(record: Record, id: str | None) -> Iterator[Tree]:
    """One tree for each thing that `find` gives."""
    for thing in find(record, id):
        if isinstance(thing, Entity):
            yield _entity(record, thing)
        elif isinstance(thing, Event):
            yield _event(record, thing)
        else:
            yield _statement(record, thing)


def _entity(record: Record, e: Entity) -> Tree:
    tree = _root(e.id, e.kind, wording.name(record, e.id), e.rule)
    for p in e.positions:
        tree.add(Text(f"post: {wording.position(p, e.country)}"))
    if e.key:
        tree.add(Text(f"known as {wording.clean(e.key)}"))
    _passages(tree, record, e.mentions)
    return tree


def _event(record: Record, e: Event) -> Tree:
    days = wording.event_when(e) or "undated"
    tree = _root(e.id, e.type, f"{e.status}, {days}", e.rule)
    for r in e.roles:
        tree.add(Text(f"{r.role}: {_filler(record, r)}"))
    if e.place:
        tree.add(Text(f"place: {_named(record, e.place)}"))
    _behind(tree, record, e)
    return tree


def _statement(record: Record, s: Statement) -> Tree:
    facts = [wording.holder(record, s), s.certainty, "quoted" if s.quoted else None]
    facts += [f"due {wording.when(*s.due, None)}"] if s.due else []
    tree = _root(s.id, s.kind, ", ".join(f for f in facts if f), s.rule)
    _behind(tree, record, s)
    return tree


def _behind(tree: Tree, record: Record, thing: Event | Statement) -> None:
    if thing.sources:
        tree.add(Text("sources: " + ", ".join(_named(record, s) for s in thing.sources)))
    _passages(tree, record, thing.evidence)
    if thing.trace:
        steps = tree.add(Text("steps", style="cyan"))
        for step in thing.trace:
            steps.add(Text(wording.clean(step)))


def _root(id: str, kind: str, facts: str, rule: str | None) -> Tree:
    head = Text.assemble((id, "bold green"), " ", (kind, "bold"), f" {facts}")
    if rule:
        head.append(f"  rule {wording.clean(rule)}", style="yellow")
    return Tree(head, guide_style="dim")


def _passages(tree: Tree, record: Record, spans: list[Span]) -> None:
    for span in spans:
        where = f"{wording.where(record, span)}, {span.start}-{span.end}"
        words = wording.clean(record.words(span))
        tree.add(Text.assemble((f"“{words}”", ""), (f"  {where}", "dim cyan")))


def _filler(record: Record, r: Role) -> str:
    text = _named(record, r.entity) if r.entity else wording.clean(r.text or "")
    return f"{text} ({wording.placement(record, r.placement)})" if r.placement else text


def _named(record: Record, id: str) -> str:
    return f"{wording.name(record, id)} ({id})"
