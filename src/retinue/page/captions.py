"""Captions in plain text, and whom they credit."""

from __future__ import annotations

import re

from retinue.page.words import Words
from retinue.text.fold import fold

ENOUGH = 3.0
_LONG = {True: 280, False: 600}
_EDGE = " 。.、,・/／|=＝()（）[]［］:："


def score(folded: str, words: Words) -> float:
    """How much a folded line looks like a caption; from `ENOUGH` on it is one."""
    if len(folded) > _LONG[words.dense]:
        return 0.0
    return sum(r.weight for r in words.rules["captions"] if r.match(folded))


def credits(text: str, words: Words) -> list[str]:
    """The agencies that a caption names, as written, in their order."""
    folded = fold(text)
    found: list[str] = []
    for rule in words.rules["captions"]:
        if "credit" not in rule.pattern.groupindex:
            continue
        if m := rule.match(folded):
            # Names may begin a little before what the rule took (AFP=…, EPA・…).
            start = min(m.start("credit"), max(folded.rfind(c, 0, m.start("credit")) + 1 for c in "=(/ "))
            for a in words.agency.finditer(folded, start, m.end("credit")):
                name = text[a.start() : a.end()].strip(_EDGE)
                if name and name not in found:
                    found.append(name)
    return found


def is_credit(folded: str, words: Words) -> bool:
    """Whether a folded line names agencies and nothing else."""
    if len(folded) > 60:
        return False
    rest, count = words.agency.subn("", folded)
    return count > 0 and not re.search(r"\w", rest)
