"""A page of HTML to an article."""

from __future__ import annotations

from lxml import html as lx

from retinue.page import plain
from retinue.record import Article


def read(text: str, *, url: str | None = None, language: str | None = None, outlet: str | None = None) -> Article:
    """The article of an HTML page."""
    root = lx.fromstring(text)
    return plain.read("\n".join(root.itertext()), language=language, outlet=outlet)
