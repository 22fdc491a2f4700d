"""Bytes or text of a page to an article without its furniture."""

from __future__ import annotations

import re

from retinue.page import plain
from retinue.page.decode import check, decode, load
from retinue.record import Article

__all__ = ["extract", "load"]

_MARKUP = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]", re.IGNORECASE
)
_TAG = re.compile(
    r"</?(?:p|div|span|a|br|h[1-6]|section|figure|main|table|ul|li|meta)\b[^<>]{0,400}>",
    re.IGNORECASE,
)


def extract(
    html: str | bytes,
    url: str | None = None,
    *,
    published: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
) -> Article:
    """The article of a page, given as HTML or as plain text copied from a browser.

    `published`, `outlet` and `language` are what the caller knows; they win
    over the page, but a page that gives the hour of the same day keeps it.
    Raises InputError for what is no text.
    """
    text = decode(html) if isinstance(html, bytes) else check(html)
    if is_html(text):
        from retinue.page import html as markup

        article = markup.read(text, url=url, language=language, outlet=outlet)
    else:
        article = plain.read(text, language=language, outlet=outlet)
    article.url = url or article.url
    if published and not (article.published or "").startswith(published):
        article.published = published
    return article


def is_html(text: str) -> bool:
    """Whether a text is HTML (a page or a piece of one) and not plain text."""
    head = text[:20_000]
    return bool(_MARKUP.search(head)) or len(_TAG.findall(head)) >= 3
