"""One report: reporting words with what is said, and where its parts begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from retinue.languages.base import Case, Clause, Phrase, Quote
from retinue.statements.voices import within
from retinue.statements.wording import Saying, Wording

_NAME = 10  # characters: a longer quotation is hardly a name


@dataclass(slots=True, eq=False)
class Report:
    """Reporting words (`clause`) with what is said: `start` to `end`, quotations in `quotes`.

    `how` is quote, clause, object or about; `stop` is the end of the reporting words.
    `holder` is the noun that holds the words (考え, 声), `body` the clause that is said.
    """

    clause: Clause
    saying: Saying
    how: str
    start: int = 0
    end: int = 0
    stop: int = 0
    quotes: list[Quote] = field(default_factory=list)
    holder: Phrase | None = None
    body: Clause | None = None
    via: list[Report] = field(default_factory=list)  # who reports the report
    adds: bool = False  # とも述べた: besides what was said before
    points: bool = False  # こう述べた: the words stand in another sentence
    by: Phrase | None = None  # who says it, where that is not the subject
    outlook: bool = False  # 「…」と楽観的な見通しを語った


def deep_start(phrase: Phrase) -> int:
    """Where a phrase begins with all that modifies it."""
    start = phrase.start
    for p in within(phrase):
        start = min(start, p.start)
        if p.clause is not None:
            start = min(start, clause_start(p.clause))
    return start


def clause_start(clause: Clause) -> int:
    """Where a clause begins with all its phrases."""
    return min([clause.start, clause.extent or clause.start, *(deep_start(p) for p in clause.args)])


def keys(clause: Clause, words: Wording) -> Iterator[str]:
    """The verb as the lexicon may write it: with its object, alone, or put together again."""
    for p in reversed(clause.args):
        if p.case in (Case.OBJECT, Case.TO):
            yield p.text + p.marker + clause.verb
        elif p.case is Case.NONE and p.text in words.broken:
            yield words.broken[p.text]
    if clause.complement is not None and clause.complement.text in words.broken:
        yield words.broken[clause.complement.text]
    yield clause.verb


def saying_of(clause: Clause, use: str, words: Wording) -> Saying | None:
    for key in keys(clause, words):
        saying = words.verbs.get((key, use))
        if saying is not None:
            return saying
    return None


def full(quote: Quote) -> bool:
    """Whether a quotation is a sentence and not merely words."""
    if "。" in quote.text:
        return True
    if not quote.sentences or not quote.sentences[-1].clauses:
        return len(quote.text) > _NAME
    last = quote.sentences[-1].clauses[-1]
    return not (last.copula and last.tail == "nominal")
