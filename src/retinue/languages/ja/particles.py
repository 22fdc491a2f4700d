"""The particles of Japanese, as `particles.yml` has them."""

from __future__ import annotations

from functools import cache

from retinue.languages.base import Case
from retinue.resources import load

_PARTICLES = "languages/ja/particles"


@cache
def markers() -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[Case, bool, bool]]]:
    """The lengths of case particles by their first letter, longest first.

    And for each its case, whether it is adnominal, whether it joins.
    """
    data = load(_PARTICLES)
    table = {
        c["form"]: (Case(c["case"]), bool(c.get("adnominal")), bool(c.get("joins")))
        for c in data["cases"]
    }
    lengths: dict[str, set[int]] = {}
    for form in table:
        lengths.setdefault(form[0], set()).add(len(form))
    return {c: tuple(sorted(n, reverse=True)) for c, n in lengths.items()}, table


@cache
def adverbs() -> tuple[str, ...]:
    """て-forms that are adverbs, not predicates."""
    return tuple(load(_PARTICLES)["adverbs"])


@cache
def focus() -> frozenset[str]:
    """Words behind a noun that leave its case to the next particle."""
    return frozenset(load(_PARTICLES)["focus"])
