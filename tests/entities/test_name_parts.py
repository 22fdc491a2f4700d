"""Is one written name part of another?"""

from __future__ import annotations

import pytest

from retinue.entities.names import fit


@pytest.mark.parametrize(
    ("short", "full", "degree"),
    [
        ("ベロン", "アンリ・ベロン", 2),
        ("アンリ", "アンリ・ベロン", 2),
        ("アンリ・ベロン", "アンリ・ベロン", 3),
        ("アンリベロン", "アンリ・ベロン", 3),
        ("白", "白容民", 2),
        ("容民", "白容民", 2),
        ("容", "白容民", 0),
        ("東山", "東山健", 2),
        ("ミル・カントス", "ホル・カントス", 0),
        ("ロン", "アンリ・ベロン", 0),
    ],
)
def test_fit(short: str, full: str, degree: int) -> None:
    assert fit(short, full) == degree
