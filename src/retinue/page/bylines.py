"""Who wrote and who translated a page."""

from __future__ import annotations

import re

from retinue.page.words import Rule, Words
from retinue.text.fold import fold

_BETWEEN = re.compile(r"\s*(?:[、,/&;·]|\band\b|\bи\b|(?<=[가-힣])[·ㆍ](?=[가-힣]))\s*")
_SPACE = re.compile(r"\s+")


def names(text: str, words: Words) -> list[str]:
    """The names in the words of a byline: without bureau, post and agency.

    `text` is as written; nothing is left of it where only agencies stand there.
    """
    found: list[str] = []
    for item in _BETWEEN.split(text):
        name = _SPACE.sub(" ", fold(item).rpartition("=")[2]).strip(" .-–—=・|")
        if m := words.bureau.match(name):
            name = name[m.end() :]
        # Korean names need no more than a space between them: 「오승하 김도현 특파원」
        parts = [name] if words.name.fullmatch(name) else name.split(" ")
        if all(words.name.fullmatch(p) for p in parts):
            found += [
                p.replace(" ", "") if words.dense and not p.isascii() else p
                for p in parts
                if not _medium(p, words)
            ]
    return found


def names_of(m: re.Match[str], text: str, words: Words) -> list[str]:
    """The names of all groups that a rule calls names."""
    spans = [m.span(g) for g in m.re.groupindex if g.startswith("names") and m[g]]
    return [n for start, end in sorted(spans) for n in names(text[start:end], words)]


def _medium(name: str, words: Words) -> bool:
    key = name.casefold()
    return key in words.outlets or key in words.nav or bool(words.agency.fullmatch(name))


def line(
    folded: str, text: str, words: Words, group: str = "bylines"
) -> tuple[Rule, list[str]] | None:
    """The names that a whole line gives, if it is a line of reporters (or of translators)."""
    for rule in words.rules[group]:
        m = rule.match(folded) if rule.where == "line" else None
        if m and (found := names_of(m, text, words)):
            return rule, found
    return None


def inside(text: str, words: Words) -> tuple[list[str], str]:
    """The names given at the beginning or end of a paragraph, and what is left of it.

    What stands at the beginning is part of the sentence and stays; a signature
    after the last sentence goes.
    """
    found: list[str] = []
    for rule in words.rules["bylines"]:
        if rule.where == "line":
            continue
        folded = fold(text)
        # A signature is short; the whole paragraph need not be searched for it.
        at = max(0, len(folded) - 160) if rule.where == "end" else 0
        m = rule.pattern.search(folded, at) if rule.where == "end" else rule.match(folded)
        if not m:
            continue
        said = names_of(m, text, words)
        found += [n for n in said if n not in found]
        if said and rule.where == "end":
            text = text[: m.start()].rstrip()
    return found, text
