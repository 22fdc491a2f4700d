"""The pack's view of the knowledge base: which forms are names of what."""

from __future__ import annotations

from retinue.knowledge import gazetteer
from retinue.languages.ja.mentions_lexicon import Known, lexicon

# Forms that are everyday words far more often than the thing.
_SHORTEST = 2


def things() -> dict[str, Known]:
    """Form -> thing, for all but people."""
    left_out = frozenset(lexicon("bodies")["ambiguous"])
    found: dict[str, Known] = {}
    for form, e in gazetteer.forms("ja").items():
        # 党政治局 without the party's name is any ruling party's.
        if len(form) >= _SHORTEST and form not in left_out and form[0] != "党":
            found[form] = Known(e.kind, e.key, e.label, e.country)
    for kind, entries in lexicon("bodies")["names"].items():
        for form, country in entries.items():
            found.setdefault(form, Known(kind, None, None, country))
    return found


def short_names() -> dict[str, str]:
    """One-character abbreviations -> ISO code."""
    return {c: iso for c, iso in gazetteer.country_short("ja").items() if len(c) == 1}
