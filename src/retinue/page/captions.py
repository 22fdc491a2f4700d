"""Captions in plain text, and whom they credit."""

from __future__ import annotations

import re

from retinue.page.words import Words
from retinue.text.fold import fold

ENOUGH = 3.0
_LONG = {True: 280, False: 600}
_EDGE = " 。.、,・/／|=＝()（）[]［］:："


def score(folded: str, words: Words, *, full: bool = True) -> float:
    """How much a folded line looks like a caption; from `ENOUGH` on it is one.

    With `full`, 0 where it cannot reach that; else the sum of all signs.
    """
    if len(folded) > _LONG[words.dense]:
        return 0.0
    total, left = 0.0, sum(r.weight for r in words.rules["captions"] if r.weight > 0)
    # The heaviest signs come first; most paragraphs are settled without the light ones.
    for rule in words.rules["captions"]:
        if rule.weight < 0:
            if total > 0 and rule.match(folded):
                total += rule.weight
            continue
        if full and total + left < ENOUGH - 0.5:
            return 0.0
        left -= rule.weight
        if rule.match(folded):
            total += rule.weight
    return total


def credits(text: str, words: Words) -> list[str]:
    """The agencies that a caption names, as written, in their order."""
    folded = fold(text)
    found: list[tuple[int, str]] = []
    for rule in words.rules["captions"]:
        if not any(g.startswith("credit") for g in rule.pattern.groupindex):
            continue
        m = rule.match(folded)
        for group in rule.pattern.groupindex if m else ():
            if m and group.startswith("credit") and m[group]:
                found += _agencies(text, folded, m.span(group), words)
    return list(dict.fromkeys(name for _, name in sorted(found)))


def _agencies(text: str, folded: str, span: tuple[int, int], words: Words) -> list[tuple[int, str]]:
    # Names may begin a little before what the rule took (AFP=…, EPA・…).
    start = min(span[0], max(folded.rfind(c, 0, span[0]) + 1 for c in "=(/ "))
    hits = words.agency.finditer(folded, start, span[1])
    return [(h.start(), name) for h in hits if (name := text[h.start() : h.end()].strip(_EDGE))]


def is_credit(folded: str, words: Words) -> bool:
    """Whether a folded line names agencies and nothing else."""
    if len(folded) > 80:
        return False
    if words.fits("credits", folded):
        return True
    rest, count = words.agency.subn("", folded)
    return count > 0 and not re.search(r"\w", rest)
