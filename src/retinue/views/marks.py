"""Which words of the article belong to which records: the text cut where any span begins or ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from retinue.record import Record, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, and the keys of the records that rest on it, the narrowest first."""

    text: str
    keys: tuple[str, ...] = ()


def keyed(record: Record) -> dict[str, list[Span]]:
    """A key for each thing of the record, unique and safe in HTML, with its spans."""
    spans: dict[str, list[Span]] = {}
    spans |= {f"e{n}": e.mentions for n, e in enumerate(record.entities)}
    spans |= {f"v{n}": e.evidence for n, e in enumerate(record.events)}
    spans |= {f"s{n}": s.evidence for n, s in enumerate(record.statements)}
    spans |= {f"x{n}": d.evidence for n, d in enumerate(record.disagreements)}
    return spans


def pieces(record: Record, paragraph: int) -> Iterator[Piece]:
    """A paragraph (-1 is the title) as consecutive pieces."""
    text = record.words(Span(paragraph, 0, 10**9))
    spans = [
        (min(s.end, len(text)) - s.start, s, key)
        for key, all_spans in keyed(record).items()
        for s in all_spans
        if s.paragraph == paragraph and s.start < min(s.end, len(text))
    ]
    spans.sort(key=lambda entry: entry[0])
    cuts = {0, len(text)} | {s.start for _, s, _ in spans}
    cuts |= {min(s.end, len(text)) for _, s, _ in spans}
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        keys = dict.fromkeys(k for _, s, k in spans if s.start <= start and end <= s.end)
        yield Piece(text[start:end], tuple(keys))
