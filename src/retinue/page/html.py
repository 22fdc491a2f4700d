"""A page of HTML to an article."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import Any

import lxml.html as lx

from retinue.errors import InputError
from retinue.page import blocks, bylines, captions, lines, meta, plain
from retinue.page.blocks import Block, Tree
from retinue.page.lines import Line
from retinue.page.words import Words, words
from retinue.record import Article, Paragraph
from retinue.text.fold import fold
from retinue.text.language import identify

_LETTERS = re.compile(r"\W+")
_XML = re.compile(r"\A\s*<\?xml[^>]*\?>")
_MASS = 0.72  # a child that holds this share of the text is looked into instead of its parent
_TAIL = 0.15  # of the text may follow the marker of related pages and be lost
_HEADS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def read(
    text: str, *, url: str | None = None, language: str | None = None, outlet: str | None = None
) -> Article:
    """The article of an HTML page. `outlet` and `language`, where given, win over the page."""
    root = _parse(plain.clean(text))
    facts = meta.read(root)
    tree = blocks.walk(root)
    sample = "\n".join(b.text for b in tree.blocks if b.tag == "p" or len(b.text) > 60)
    language = language or identify(sample) or facts.language
    w = words(language)
    chosen = _article_blocks(tree, facts, w)
    article = Article(url=url or facts.url, outlet=outlet or facts.outlet, language=language)
    article.title = _title(tree, facts, w)
    article.paragraphs = _paragraphs(chosen, article.title, facts, w)
    _from_page(article, tree, facts, w)
    return article


def _parse(text: str) -> Any:
    parser = lx.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lx.document_fromstring(_XML.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (ValueError, lx.etree.LxmlError) as e:
        raise InputError(
            f"the input: cannot be read as HTML ({e}); give the page or its text"
        ) from None
    return root


def _mass(b: Block, w: Words) -> float:
    """How much a block weighs as text of an article."""
    n = len(b.text)
    if b.boiler or b.caption or b.links * 2 > n or n < w.body or b.tag in _HEADS:
        return 0.0
    return n * (1.0 if b.tag in ("p", "blockquote") else 0.7)


def _article_blocks(tree: Tree, facts: meta.Meta, w: Words) -> list[Block]:
    """The blocks of the element that holds the article."""
    masses = [_mass(b, w) for b in tree.blocks]
    chosen = _dense(tree, masses)
    ids = set(map(id, chosen))
    size = sum(
        len(b.text) for b, mass in zip(tree.blocks, masses, strict=True) if mass and id(b) in ids
    )
    # Some pages call their summary the body.
    if len(facts.body) >= 0.6 * size:
        return _known(tree.blocks, masses, facts.body) or chosen
    return chosen


def _dense(tree: Tree, masses: list[float]) -> list[Block]:
    """The blocks of the smallest element with most of the page's text."""
    total: defaultdict[int, float] = defaultdict(float)
    children: defaultdict[int, set[int]] = defaultdict(set)
    for b, mass in zip(tree.blocks, masses, strict=True):
        if mass:
            for parent, child in pairwise((*b.parents, -1)):
                total[parent] += mass
                if child >= 0:
                    children[parent].add(child)
    if not total:
        return [b for b in tree.blocks if not b.boiler]
    node = 0
    whole = total[0]
    marked = [n for n in tree.marked if total.get(n, 0) >= 0.65 * whole]
    if marked:
        node = min(marked, key=lambda n: total[n])
    while True:
        best = max(children[node], key=lambda n: total[n], default=None)
        if best is None or total[best] < _MASS * total[node] or not children[best]:
            break
        node = best
    inside = [b for b in tree.blocks if node in b.parents]
    return [*_lead(tree, inside, node), *inside]


def _lead(tree: Tree, inside: list[Block], node: int) -> list[Block]:
    """The captions of the pictures above the text, between it and the headline."""
    first = inside[0]
    above = first.parents[max(0, first.parents.index(node) - 3)]
    found: list[Block] = []
    for b in tree.blocks:
        if b is first:
            break
        if b.tag == "h1":
            found.clear()
        if b.caption and not b.boiler and above in b.parents:
            found.append(b)
    return found[-3:]


def _known(all_blocks: list[Block], masses: list[float], body: str) -> list[Block]:
    """The blocks of the page from the first to the last that its own JSON-LD body holds."""
    key = _LETTERS.sub("", body)
    hits = []
    for i, b in enumerate(all_blocks):
        if len(b.text) >= 15 and not b.boiler:
            k = _LETTERS.sub("", b.text)
            if k and (k in key):
                hits.append(i)
    found = sum(len(_LETTERS.sub("", all_blocks[i].text)) for i in hits)
    if found < 0.75 * len(key) or not key:
        return []
    known = set(hits)
    between = range(hits[0], hits[-1] + 1)
    return [all_blocks[i] for i in between if i in known or not masses[i]]


def _title(tree: Tree, facts: meta.Meta, w: Words) -> str | None:
    """The title on which most of headline, JSON-LD, Open Graph and head agree."""
    heads = [b.text for b in tree.blocks if b.tag == "h1" and not b.boiler]
    said = [heads[0]] if len(heads) == 1 else []
    said += [meta.site_off(t, facts.outlet, w) for t in facts.titles]
    keys = [_LETTERS.sub("", t) for t in said]
    if not keys:
        return heads[0] if heads else None
    # Where each says something else, the headline on the page, the first, is the title.
    best = max(keys, key=keys.count)
    variants = [t for t, k in zip(said, keys, strict=True) if k == best]
    spaceless = ["".join(v.split()) for v in variants]
    return variants[spaceless.index(max(spaceless, key=spaceless.count))]


def _paragraphs(
    chosen: list[Block], title: str | None, facts: meta.Meta, w: Words
) -> list[Paragraph]:
    all_lines = [_line(b, w) for b in chosen]
    weights = [len(x.text) if x.kind == "prose" else 0 for x in all_lines]
    total = sum(weights) or 1
    summary = _LETTERS.sub("", facts.description)
    found: list[Paragraph] = []
    done = 0
    for b, x, n in zip(chosen, all_lines, weights, strict=True):
        if x.kind in ("end", "stop") and done > 0 and total - done < _TAIL * total:
            break
        done += n
        p = _paragraph(b, x, title, w)
        if p is None or (found and found[-1].text == p.text):
            continue
        if (
            not found
            and p.kind == "body"
            and _LETTERS.sub("", p.text) == summary
            and n < 0.3 * total
        ):
            p.kind = "heading"
        found.append(p)
    while found and found[-1].kind == "heading":
        found.pop()
    return found


def _line(b: Block, w: Words) -> Line:
    x = Line(b.text, fold(b.text), False, True, True)
    lines.classify([x], w)
    return x


def _paragraph(b: Block, x: Line, title: str | None, w: Words) -> Paragraph | None:
    """A block as a paragraph, None where it is furniture."""
    if b.boiler or x.kind in (
        "menu",
        "furniture",
        "stamp",
        "byline",
        "outlet",
        "end",
        "stop",
        "label",
    ):
        return None
    if b.caption or b.tag == "figure":
        if x.kind == "credit" or len(b.text) < w.body // 2:
            return None
        return Paragraph("caption", b.text, captions.credits(b.text, w))
    if x.kind in ("credit", "translator", "original") or b.text == title or b.tag == "h1":
        return None
    if b.tag in _HEADS:
        return Paragraph("heading", b.text) if b.links * 2 <= len(b.text) else None
    if b.links * 10 > len(b.text) * 7:
        return None
    if x.kind == "caption" and b.tag != "p":
        return Paragraph("caption", b.text, captions.credits(b.text, w))
    if x.kind == "prose" or b.tag in ("p", "blockquote", "li"):
        return Paragraph("body", b.text)
    return Paragraph("body", b.text) if len(b.text) >= 2 * w.body else None


def _from_page(article: Article, tree: Tree, facts: meta.Meta, w: Words) -> None:
    """Times and names: from the head of the page, else from its text."""
    article.published = facts.published
    article.modified = facts.modified
    names = []
    for a in facts.authors:
        names += bylines.names(a, w) or [a]
    article.bylines = list(dict.fromkeys(names))
    for p in article.paragraphs:
        if p.kind == "body":
            said, p.text = bylines.inside(p.text, w)
            article.bylines += [n for n in said if n not in article.bylines]
    if article.published and article.bylines and article.title:
        return
    text = "\n\n".join(b.text for b in tree.blocks if len(b.text) < 4000)
    seen = plain.read(text[:60_000], language=article.language, outlet=article.outlet)
    if not article.published:
        article.published, article.modified = seen.published, article.modified or seen.modified
    article.bylines = article.bylines or seen.bylines
    article.translators = seen.translators
    article.original = seen.original
    article.title = article.title or seen.title
