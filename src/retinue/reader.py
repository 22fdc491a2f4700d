"""One page to one record: the chain of stages."""

from __future__ import annotations

from datetime import date
from os import PathLike
from pathlib import Path

from retinue import entities, events, page, statements
from retinue.checks import disagreements
from retinue.errors import InputError
from retinue.languages import available, pack
from retinue.languages.base import Sentence
from retinue.record import Article, Record


def read(
    source: str | bytes | PathLike[str],
    *,
    url: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    language: str | None = None,
) -> Record:
    """The record of a page.

    `source` is a path, the page's bytes, or its text (a string of several lines
    or one that begins with `<`). The keywords give what the page does not say;
    `published` is ISO 8601. Raises `errors.InputError` where the page cannot be
    read or is in a language that has no pack.
    """
    if isinstance(source, PathLike) or (isinstance(source, str) and _is_path(source)):
        source = page.load(Path(source))
    article = page.extract(source, url, published=published, outlet=outlet, language=language)
    return read_article(article)


def read_article(article: Article) -> Record:
    """The record of an article whose furniture is already off."""
    code = article.language
    if code not in available():
        raise InputError(
            f"the text is in {code or 'no language that could be told'}; "
            f"there are packs for {', '.join(available())} (--language sets it)"
        )
    language = pack(code)
    reference = _day(article.published)
    sentences: list[Sentence] = []
    for i, paragraph in enumerate(article.paragraphs):
        sentences.extend(language.sentences(paragraph.text, i, paragraph.kind))
    found = entities.cluster(sentences, article, language)
    record = Record(article, found)
    record.events = events.read(sentences, article, found, language, reference)
    record.statements = statements.read(sentences, article, found, language, reference)
    record.disagreements = disagreements(record)
    if reference is None:
        record.notes.append("no date of publication: dates relative to it stay open")
    return record


def _is_path(source: str) -> bool:
    return "\n" not in source and not source.lstrip().startswith("<") and len(source) < 4096


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
