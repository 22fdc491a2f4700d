"""Reads a few sentences of our own and shows their statements."""

from __future__ import annotations

from datetime import date
from typing import Any

from retinue import statements
from retinue.entities import cluster
from retinue.languages import pack
from retinue.record import Article, Paragraph, Record, Statement


def read(text: str, day: str = "2024-06-12") -> Record:
    """The record of a Japanese text, its statements only; each line is a paragraph."""
    lines = text.splitlines()
    article = Article(
        language="ja", published=day, paragraphs=[Paragraph("body", x) for x in lines]
    )
    ja = pack("ja")
    sentences = [s for i, line in enumerate(lines) for s in ja.sentences(line, i, "body")]
    entities = cluster(sentences, article, ja)
    found = statements.read(sentences, article, entities, ja, date.fromisoformat(day))
    return Record(article, entities, statements=found)


def shown(record: Record, s: Statement) -> dict[str, Any]:
    """A statement as the tables write it, speakers by the words of their first mention."""
    return {
        "kind": s.kind,
        "text": s.text,
        "quoted": s.quoted,
        "certainty": s.certainty,
        "due": list(s.due) if s.due else None,
        "date": s.date,
        "speaker": _words(record, s.speaker),
        "sources": [record.entity(x).names[0] for x in s.sources],
    }


def _words(record: Record, entity: str | None) -> str | None:
    return record.words(record.entity(entity).mentions[0]) if entity else None
