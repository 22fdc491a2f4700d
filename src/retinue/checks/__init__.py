"""What disagrees within one article: two passages that cannot both be right.

The checks look at the record alone and know no language. They prefer silence:
an article that tells of two occasions is no disagreement, so each check asks
for a sign that one occasion is meant.
"""

from __future__ import annotations

from retinue.checks.dates import after_publication, two_dates
from retinue.checks.order import backwards, left_before_arriving
from retinue.checks.people import two_states
from retinue.checks.places import two_places
from retinue.checks.seats import two_sides
from retinue.checks.status import done_and_denied
from retinue.record import Disagreement, Record

__all__ = ["disagreements"]

CHECKS = (
    two_dates,
    two_places,
    done_and_denied,
    two_states,
    two_sides,
    left_before_arriving,
    backwards,
    after_publication,
)


def disagreements(record: Record) -> list[Disagreement]:
    """Every disagreement in the record, in the order of the passages; evidence from each side."""
    found = [d for check in CHECKS for d in check(record)]
    return sorted(found, key=lambda d: (d.evidence[:1], d.about, d.rule))
