"""Folding keeps offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retinue.text.fold import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [("２０２４年（令和６年）", "2024年(令和6年)"), ("ＡＰ＝共同", "AP=共同"), ("ｷｰｳ", "キーウ"), ("全角　空白", "全角 空白"), ("～", "~"), ("］", "]"), ("＼", "\\")],
)  # fmt: skip
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_length(text: str) -> None:
    assert len(fold(text)) == len(text)
