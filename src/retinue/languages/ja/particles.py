"""The particles of Japanese, as `particles.yml` has them."""

from __future__ import annotations

import re
from functools import cache

from retinue.languages.base import Case
from retinue.resources import load

_PARTICLES = "languages/ja/particles"


@cache
def markers() -> tuple[re.Pattern[str], dict[str, tuple[Case, bool, bool]]]:
    """What finds a case particle, and for each its case, whether it is adnominal, whether it joins."""
    data = load(_PARTICLES)
    table = {
        c["form"]: (Case(c["case"]), bool(c.get("adnominal")), bool(c.get("joins")))
        for c in data["cases"]
    }
    forms = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, forms))), table


@cache
def adverbs() -> tuple[str, ...]:
    """て-forms that are adverbs, not predicates."""
    return tuple(load(_PARTICLES)["adverbs"])


@cache
def focus() -> frozenset[str]:
    """Words behind a noun that leave its case to the next particle."""
    return frozenset(load(_PARTICLES)["focus"])
