"""One self-contained HTML page: the article at left, its records at right, each lighting up the other."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path

from retinue.record import Disagreement, Entity, Event, Record, Role, Span, Statement
from retinue.views import wording
from retinue.views.marks import Marks, Piece

_ASSETS = Path(__file__).parent / "assets"
_CLASS = {"e": "thing", "v": "event", "s": "statement", "x": "clash"}


def page(record: Record) -> str:
    """The whole page. All text is escaped, and the page may run no script but its own."""
    css, js = ((_ASSETS / name).read_text("utf-8") for name in ("page.css", "page.js"))
    policy = (
        f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(js)}'; base-uri 'none'"
    )
    title = _text(record.article.title or "retinue")
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{css}</style>
</head>
<body>
<a class="skip" href="#records">To the records</a>
<main class="desk">
{_article(record)}
{_Cards(record).all()}
</main>
<div class="readout" role="status" aria-live="polite"></div>
<script>{js}</script>
</body>
</html>
"""


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _text(text: str) -> str:
    """Escaped, without what reverses a line or is no character."""
    return escape(wording.clean(text), quote=True)


def _article(record: Record) -> str:
    a = record.article
    language = f' lang="{_text(a.language)}"' if a.language else ""
    marks = Marks(record)
    persons = {f"e{n}" for n, e in enumerate(record.entities) if e.kind == "person"}

    def marked(paragraph: int) -> str:
        return "".join(_piece(p, persons) for p in marks.pieces(paragraph))

    lines = [f'<article class="sheet" tabindex="-1"{language} dir="auto">']
    lines.append(f"<h1>{marked(-1)}</h1>" if a.title else "<h1>(no title)</h1>")
    lines.append(f'<p class="facts" lang="en">{_facts(record)}</p>')
    for n, p in enumerate(a.paragraphs):
        kind = p.kind if p.kind in ("caption", "heading") else "body"
        lines.append(f'<p class="p {kind}" data-n="{n + 1}">{marked(n)}</p>')
    return "\n".join([*lines, "</article>"])


def _facts(record: Record) -> str:
    a = record.article
    facts = [_text(a.outlet)] if a.outlet else []
    facts += [_text(wording.moment(a.published))] if a.published else []
    if a.modified and a.modified != a.published:
        facts.append(f"updated {_text(wording.moment(a.modified))}")
    facts.append(_text(wording.language(a.language)))
    facts += [f"by {_text(', '.join(a.bylines))}"] if a.bylines else []
    facts += [f"translated by {_text(', '.join(a.translators))}"] if a.translators else []
    if a.original:
        source = _link(a.original.url, "the original") if a.original.url else "a text"
        facts.append(f"translated from {source} in {_text(wording.language(a.original.language))}")
    facts += [_link(a.url, a.url)] if a.url else []
    return " · ".join(facts)


def _link(url: str, words: str) -> str:
    """A link where the address is one of the web: a page could give a script as its address."""
    if not url.lower().startswith(("https://", "http://")):
        return _text(words)
    return f'<a href="{_text(url)}" rel="noreferrer noopener">{_text(words)}</a>'


def _piece(piece: Piece, persons: set[str]) -> str:
    text = escape(wording.printable(piece.text))
    if not piece.keys:
        return text
    kinds = dict.fromkeys("person" if k in persons else _CLASS[k[0]] for k in piece.keys)
    return f'<span class="w {" ".join(kinds)}" data-r="{" ".join(piece.keys)}">{text}</span>'


class _Cards:
    """The right side: a card for each thing of the record."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.keys = {e.id: f"e{n}" for n, e in enumerate(record.entities)}

    def all(self) -> str:
        r = self.record
        people = [self._person(e) for e in r.entities if e.kind == "person"]
        numbers = {e.id: n for n, e in enumerate(r.events)}
        dated, undated = wording.timeline(r)
        events = [self._event(numbers[e.id], e) for e in (*dated, *undated)]
        said = [self._statement(n, s) for n, s in enumerate(r.statements) if s.kind == "speech"]
        seen = [self._statement(n, s) for n, s in enumerate(r.statements) if s.kind != "speech"]
        sections = [
            (
                "clashes",
                "What disagrees",
                [self._clash(n, d) for n, d in enumerate(r.disagreements)],
            ),
            ("people", "Who", people),
            ("events", "What happened", events),
            ("said", "What was said", said),
            ("seen", "Judged and foreseen", seen),
            ("things", "Also named", [self._thing(e) for e in r.entities if e.kind != "person"]),
        ]
        jump = "".join(f'<a href="#{i}">{t}<b>{len(c)}</b></a>' for i, t, c in sections if c)
        body = "".join(self._section(*section) for section in sections if section[2])
        body += "".join(f'<p class="soft">{_text(n)}</p>' for n in r.notes)
        nav = f'<nav class="jump" aria-label="Records">{jump}</nav>'
        return f'<section class="records" id="records" aria-label="Records">{nav}{body}</section>'

    def _section(self, id: str, title: str, cards: list[str]) -> str:
        columns = ' class="two"' if id in ("people", "things") else ""
        return f'<h2 id="{id}">{title}</h2><div{columns}>{"".join(cards)}</div>'

    def _card(self, key: str, kind: str, label: str, lines: list[str]) -> str:
        body = "".join(
            f"<p>{line}</p>" if not line.startswith("<") else line for line in lines if line
        )
        return (
            f'<article class="card {kind}" id="{key}" tabindex="0" data-label="{_text(label)}">'
            f"{body}</article>\n"
        )

    def _person(self, e: Entity) -> str:
        posts = ", ".join(wording.position(p, e.country) for p in e.positions)
        others = ", ".join(wording.other_names(e))
        lines = [
            f'<p class="main">{self._own(e)}{_pill(e.country)}</p>',
            _text(posts),
            f'<p class="soft">also {_text(others)}</p>' if others else "",
        ]
        return self._card(self.keys[e.id], "person", wording.name(self.record, e.id), lines)

    def _thing(self, e: Entity) -> str:
        line = f'<p>{self._own(e)} <span class="soft">{_text(e.kind)}</span></p>'
        return self._card(self.keys[e.id], "thing", wording.name(self.record, e.id), [line])

    def _own(self, e: Entity) -> str:
        own = wording.short(self.record, e.id)
        label = wording.name(self.record, e.id)[len(own) :]
        return f'<bdi>{_text(own)}</bdi><span class="soft">{_text(label)}</span>'

    def _event(self, number: int, e: Event) -> str:
        days, name = wording.event_when(e), wording.type_name(e.type)
        status = f'<span class="pill {_text(e.status)}">{_text(e.status)}</span>'
        lines = [
            f'<p><span class="when">{_text(days or "no date given")}</span> '
            f'<span class="main">{_text(name)}</span>{status if e.status != "occurred" else ""}</p>',
            self._parties(e),
            self._roles(e, "attendee", "present"),
            self._roles(e, "object", "about"),
            self._at(e),
            self._word_of(e.sources),
            self._behind(e),
        ]
        who = ", ".join(wording.short(self.record, i) for i in e.entities("actor", "counterpart"))
        label = " ".join(part for part in (name, days, who) if part)
        return self._card(f"v{number}", "event", label, [_paragraph(line) for line in lines])

    def _parties(self, e: Event) -> str:
        actors = self._parts(e, "actor") or '<span class="soft">somebody</span>'
        others = self._parts(e, "counterpart")
        with_whom = f' <span class="soft">{_text(wording.link(e.type))}</span> {others}'
        return actors + (with_whom if others else "") if e.entities("actor", "counterpart") else ""

    def _at(self, e: Event) -> str:
        # In `visit` the state gone to is counterpart and place at once.
        if not e.place or e.place in e.entities("counterpart"):
            return ""
        return f'<span class="soft">at</span> {self._named(e.place)}'

    def _roles(self, e: Event, role: str, title: str) -> str:
        parts = self._parts(e, role)
        return f'<span class="soft">{title}</span> {parts}' if parts else ""

    def _parts(self, e: Event, role: str) -> str:
        return ", ".join(self._part(r) for r in e.roles if r.role == role)

    def _part(self, r: Role) -> str:
        who = self._named(r.entity) if r.entity else f"<bdi>{_text(r.text or '')}</bdi>"
        if not r.placement:
            return who
        return f'{who} <span class="seat">({_text(wording.placement(self.record, r.placement))})</span>'

    def _named(self, id: str | None) -> str:
        key = self.keys.get(id or "")
        name = f"<bdi>{_text(wording.short(self.record, id or ''))}</bdi>"
        return f'<a href="#{key}" data-ref="{key}">{name}</a>' if key else name

    def _word_of(self, sources: list[str]) -> str:
        if not sources:
            return ""
        chain = ", from ".join(self._named(s) for s in sources)
        return f'<span class="soft">on the word of</span> {chain}'

    def _statement(self, number: int, s: Statement) -> str:
        who = self._named(s.speaker) if s.speaker else _text(wording.holder(self.record, s))
        said = _text(s.text)
        facts = [s.kind if s.kind != "speech" else "", s.certainty or ""]
        facts += [wording.day(s.date) if s.date else ""]
        facts += [f"due {wording.when(*s.due, None)}" if s.due else ""]
        lines = [
            f'<span class="main">{who}</span>{"".join(_pill(f) for f in facts)}',
            f'<span class="said">{f"“{said}”" if s.quoted else said}</span>',
            self._word_of(s.sources),
            self._behind(s),
        ]
        label = f"{wording.holder(self.record, s)}: {s.kind}"
        return self._card(f"s{number}", "statement", label, [_paragraph(line) for line in lines])

    def _clash(self, number: int, d: Disagreement) -> str:
        quotes = "".join(self._passage(s) for s in d.evidence)
        return self._card(
            f"x{number}", "clash", d.message, [f'<p class="main">{_text(d.message)}</p>{quotes}']
        )

    def _passage(self, span: Span) -> str:
        words, where = next(wording.passages(self.record, [span]))
        return f'<blockquote class="said">{_text(words)} <span class="soft">{_text(where)}</span></blockquote>'

    def _behind(self, thing: Event | Statement) -> str:
        words = wording.passages(self.record, thing.evidence)
        steps = [f"“{_text(w)}” <i>{_text(where)}</i>" for w, where in words]
        steps += [f"<code>{_text(step)}</code>" for step in thing.trace]
        rule = f" · <code>{_text(thing.rule)}</code>" if thing.rule else ""
        listed = "".join(f"<li>{step}</li>" for step in steps)
        return f"<details><summary>{_text(thing.id)}{rule}</summary><ul>{listed}</ul></details>"


def _paragraph(line: str) -> str:
    return line if not line or line.startswith(("<p", "<details")) else f"<p>{line}</p>"


def _pill(text: str | None) -> str:
    return f'<span class="pill">{_text(text)}</span>' if text else ""
