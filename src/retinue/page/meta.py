"""What an HTML page says about itself: JSON-LD, Open Graph and other meta elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from retinue.page.words import Words

_ARTICLE = re.compile(
    r"(News|Reportage|Analysis|Opinion|Background|Blog|Scholarly)?(Article|Posting)$|LiveBlogPosting"
)
_TAG = re.compile(r"<[^>]{0,400}>")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:?\d\d)?)?")
_LIMIT = 2_000_000


@dataclass(slots=True)
class Meta:
    """Facts in the page's head; times are ISO 8601 as the page has them."""

    titles: list[str] = field(default_factory=list)  # og:title, JSON-LD, <title>
    published: str | None = None
    modified: str | None = None
    authors: list[str] = field(default_factory=list)
    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    body: str = ""
    description: str = ""


def read(root: Any) -> Meta:
    """The facts of a parsed page, JSON-LD before Open Graph before the rest."""
    m = Meta()
    for item in _items(root):
        _from_item(item, m)
    tags = _tags(root)
    own = _first(tags, "og:title", "twitter:title")
    m.titles = [t for t in (own, *m.titles[:1], tags.get("title")) if t]
    m.published = m.published or iso(
        _first(tags, "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate", "article.published", "parsely-pub-date", "cxenseparse:recs:publishtime", "last-modified-date")
    )  # fmt: skip
    m.modified = m.modified or iso(
        _first(
            tags,
            "article:modified_time",
            "og:updated_time",
            "datemodified",
            "lastmod",
            "last-modified",
        )
    )
    if not m.authors:
        names = _first(tags, "author", "article:author", "dc.creator", "byl", "parsely-author")
        m.authors = [] if not names or "//" in names else [names]
    m.outlet = m.outlet or _first(tags, "og:site_name", "application-name")
    m.description = m.description or _first(tags, "og:description", "description") or ""
    m.url = m.url or _first(tags, "og:url")
    lang = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    m.language = m.language or (lang[:2].lower() if lang[:2].isalpha() else None)
    return m


def iso(text: str | None) -> str | None:
    """An ISO 8601 day or minute with its offset; None for anything else."""
    m = _ISO.match((text or "").strip().replace(" ", "T", 1))
    if not m:
        return None
    time, zone = m[1], m[4]
    if not time:
        return m[0]
    seconds = m[2] or ":00"
    offset = "+00:00" if zone == "Z" else zone or ""
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    return f"{m[0][:16]}{seconds}{offset}"


def site_off(title: str, outlet: str | None, words: Words) -> str:
    """A title without the site's name behind it."""
    parts = re.split(r"(\s+[|–—-]\s+|\s*[|｜：]\s*|\s*»\s*)", title)
    while len(parts) > 2:
        last = parts[-1].strip().casefold()
        own = (outlet or "").casefold()
        if last in words.outlets or (own and (last == own or last in own or own in last)):
            parts = parts[:-2]
        else:
            break
    return "".join(parts).strip() or title


def _first(tags: dict[str, str], *names: str) -> str | None:
    return next((tags[n] for n in names if tags.get(n)), None)


def _tags(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for e in root.iter("meta"):
        name = e.get("property") or e.get("name") or e.get("itemprop")
        content = e.get("content")
        if name and content and content.strip():
            found.setdefault(name.lower(), html.unescape(content).strip()[:1000])
    for e in root.iter("title"):
        found.setdefault("title", " ".join((e.text or "").split()))
        break
    return found


def _items(root: Any) -> Iterator[dict[str, Any]]:
    """The articles among the page's JSON-LD items."""
    for e in root.iter("script"):
        if (e.get("type") or "").lower() != "application/ld+json" or not e.text:
            continue
        try:
            data = json.loads(e.text[:_LIMIT].strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        todo = [data]
        seen = 0
        while todo and seen < 2000:
            x = todo.pop(0)
            seen += 1
            if isinstance(x, list):
                todo.extend(x)
            elif isinstance(x, dict):
                kinds = x.get("@type")
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(k, str) and _ARTICLE.match(k) for k in kinds):
                    yield x
                else:
                    todo.extend(
                        x[k] for k in ("@graph", "mainEntity", "mainEntityOfPage") if k in x
                    )


def _from_item(x: dict[str, Any], m: Meta) -> None:
    m.titles += [t for t in [_text(x.get("headline")) or _text(x.get("name"))] if t]
    m.published = m.published or iso(_text(x.get("datePublished")))
    m.modified = m.modified or iso(_text(x.get("dateModified")))
    m.language = m.language or (_text(x.get("inLanguage")) or "")[:2].lower() or None
    m.body = m.body or (_text(x.get("articleBody")) or "")
    m.description = m.description or _text(x.get("description")) or ""
    publisher = x.get("publisher")
    if isinstance(publisher, dict):
        m.outlet = m.outlet or _text(publisher.get("name"))
    if not m.authors:
        m.authors = list(dict.fromkeys(_names(x.get("author"))))


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.strip() and "//" not in value:
            yield _TAG.sub("", html.unescape(value)).strip()
    elif isinstance(value, list):
        for v in value[:50]:
            if not isinstance(v, list):
                yield from _names(v)
    elif isinstance(value, dict):
        name = value.get("name")
        if not isinstance(name, dict):
            yield from _names(name)


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    return html.unescape(_TAG.sub(" ", value)).strip() or None
