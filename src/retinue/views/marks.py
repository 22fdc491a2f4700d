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


class Marks:
    """The pieces of every paragraph of a record."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._spans: dict[int, list[tuple[Span, str]]] = {}
        for letter, all_spans in (
            ("e", [e.mentions for e in record.entities]),
            ("v", [e.evidence for e in record.events]),
            ("s", [s.evidence for s in record.statements]),
            ("x", [d.evidence for d in record.disagreements]),
        ):
            # Numbers, not the record's ids: those need not be safe in HTML, nor unique across kinds.
            for number, spans in enumerate(all_spans):
                for span in spans:
                    self._spans.setdefault(span.paragraph, []).append((span, f"{letter}{number}"))

    def pieces(self, paragraph: int) -> Iterator[Piece]:
        """A paragraph (-1 is the title) as consecutive pieces."""
        text = self._record.words(Span(paragraph, 0, 10**9))
        spans = [
            (s.start, min(s.end, len(text)), key)
            for s, key in self._spans.get(paragraph, [])
            if 0 <= s.start < min(s.end, len(text))
        ]
        spans.sort(key=lambda span: span[1] - span[0])
        cuts = {0, len(text), *(s for s, _, _ in spans), *(e for _, e, _ in spans)}
        for start, end in pairwise(sorted(cuts)):
            keys = dict.fromkeys(k for s, e, k in spans if s <= start and end <= e)
            yield Piece(text[start:end], tuple(keys))
