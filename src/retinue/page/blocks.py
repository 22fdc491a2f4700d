"""The text of an HTML tree as blocks, in their order, without what is never text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

_SKIP = frozenset((
    "script", "style", "noscript", "template", "svg", "iframe", "nav", "footer", "form", "button", "select", "option",
    "textarea", "input", "object", "embed", "audio", "video", "canvas", "math", "dialog", "menu", "map",
))  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "rb", "ruby", "rt", "rp", "rtc", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "label", "acronym", "nobr",
))  # fmt: skip
_READINGS = frozenset(("rt", "rp"))  # ruby over Chinese characters
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOILER = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|related\w*|recommend\w*|share|sharing|social\w*|"
    r"newsletter\w*|subscri\w*|promo\w*|advert\w*|ads?|sponsor\w*|comments?|cookie\w*|consent|popup|modal|banner|"
    r"ranking|popular|trending|most-?(?:read|popular|viewed)|tags?|taglist|toolbar|skip\w*|byline\w*|author\w*|dateline|timestamp|"
    r"more-?(?:on|from|stories)|read-?more|readmore|also-?read|copyright|disclaimer|teasers?|signup|sign-up|login|outbrain|taboola|"
    r"widget\w*|topics|print-?only|visually-?hidden|sr-only|screen-reader\w*|hidden|donat\w*|inline-?related|kicker|correction)(?=$|[\s_-])",
    re.IGNORECASE,
)
_KEEP = re.compile(
    r"article-?(?:body|content|text)|story-?(?:body|content)|post-?(?:body|content)|entry-?content|has-|main-?content",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"caption|photo-?(?:credit|desc)|image-?(?:desc|credit|caption)|img_?(?:txt|desc)|cutline|legend",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
# A full-width space is part of a Japanese headline.
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
MAX_DEPTH = 400
MAX_NODES = 120_000


@dataclass(slots=True, eq=False)
class Block:
    """A run of text between two breaks. `parents` are node numbers, outermost first."""

    text: str
    tag: str
    links: int
    parents: tuple[int, ...]
    caption: bool = False
    boiler: bool = False


@dataclass(slots=True)
class Tree:
    """All blocks, and which nodes are the page's own mark of its article."""

    blocks: list[Block] = field(default_factory=list)
    marked: list[int] = field(default_factory=list)
    boilers: set[int] = field(default_factory=set)
    title: str = ""


@dataclass(slots=True)
class _Frame:
    """One open element."""

    number: int
    tag: str
    caption: bool
    link: bool


@lru_cache(maxsize=20_000)
def _named(names: str) -> tuple[bool, bool, bool]:
    """Whether the names of an element say caption, furniture, article."""
    keep = bool(_KEEP.search(names))
    return (
        len(names) < 200 and bool(_CAPTION.search(names)),
        not keep and bool(_BOILER.search(names)),
        keep,
    )


class _Walk:
    def __init__(self) -> None:
        self.tree = Tree()
        self.stack: list[_Frame] = [_Frame(0, "body", False, False)]
        self.blocks: list[int] = [0]
        self.parts: list[str] = []
        self.links = 0
        self.count = 0

    def text(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            if self.stack[-1].link:
                self.links += len(text.strip())

    def flush(self) -> None:
        if not self.parts:
            return
        text = "".join(self.parts)
        if "\n" in text or "  " in text or "\t" in text:
            text = _SPACE.sub(" ", text)
        text = text.strip()
        self.parts.clear()
        if text:
            top = self.stack[-1]
            block = Block(text, top.tag, self.links, tuple(self.blocks), top.caption)
            self.tree.blocks.append(block)
        self.links = 0

    def open(self, element: Any, tag: str) -> None:
        top = self.stack[-1]
        self.count += 1
        if tag in _INLINE:
            self.stack.append(_Frame(-1, top.tag, top.caption, top.link or tag == "a"))
            return
        self.flush()
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        caption = top.caption or tag == "figcaption"
        boiler = tag == "aside"
        keep = element.get("itemprop") == "articleBody"
        if len(names) > 1:
            named = _named(names)
            caption = caption or (tag != "article" and named[0])
            boiler = boiler or (named[1] and tag not in ("body", "html", "article", "main"))
            keep = keep or named[2]
        if boiler:
            self.tree.boilers.add(self.count)
        if keep:
            self.tree.marked.append(self.count)
        frame = (
            tag if tag in _HEADINGS or tag in ("p", "li", "blockquote", "td", "figure") else "div"
        )
        self.stack.append(_Frame(self.count, frame, caption, top.link or tag == "a"))
        self.blocks.append(self.count)

    def close(self) -> None:
        if self.stack[-1].number >= 0:
            self.flush()
            self.blocks.pop()
        self.stack.pop()


def walk(root: Any) -> Tree:
    """The blocks of a parsed page; what lies too deep or too far on is left out."""
    state = _Walk()
    # An explicit stack: hostile pages nest deeper than Python recurses.
    todo: list[tuple[Any, bool]] = [(root, False)]
    while todo:
        element, done = todo.pop()
        if done:
            state.close()
            state.text(element.tail)
            continue
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIP or _unread(element, tag):
            state.text(element.tail)
            continue
        if tag == "br":
            state.flush()
            state.text(element.tail)
            continue
        if tag == "head":
            continue
        if len(state.stack) > MAX_DEPTH or state.count > MAX_NODES:
            continue
        state.open(element, tag)
        state.text(element.text)
        todo.append((element, True))
        todo.extend((child, False) for child in reversed(element))
    state.flush()
    _settle(state.tree)
    return state.tree


def _settle(tree: Tree) -> None:
    """Mark the blocks of furniture; an element with half the page's text is none, whatever its name."""
    mass: dict[int, int] = {}
    whole = 0
    for b in tree.blocks:
        if b.tag in ("p", "div", "blockquote") and b.links * 2 < len(b.text) > 40:
            whole += len(b.text)
            for n in b.parents:
                mass[n] = mass.get(n, 0) + len(b.text)
    boilers = {n for n in tree.boilers if mass.get(n, 0) * 2 < whole}
    if boilers:
        for b in tree.blocks:
            b.boiler = not boilers.isdisjoint(b.parents)


def _unread(element: Any, tag: str) -> bool:
    """Whether an element is hidden, or a reading that would run into its word."""
    if tag in _READINGS:
        # Where the page brings its own brackets the reading is text: 尹錫悦(ユンソンニョル).
        parent = element.getparent()
        return parent is None or parent.find("rp") is None
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return tag not in ("body", "article", "main", "div")
    style = element.get("style")
    return bool(style and _HIDDEN.search(style))
