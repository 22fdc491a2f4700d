"""Bytes to text: encodings, and errors that say what to do."""

from __future__ import annotations

import contextlib
import importlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retinue import page
from retinue.errors import InputError

JA = "外相は4日、首都で記者会見し、「対話を続ける」と述べた。来月に隣国を訪れるという。\n" * 3
KO = "외교장관은 4일 서울에서 기자회견을 열고 대화를 계속하겠다고 밝혔다.\n" * 3
RU = "Министр иностранных дел заявил в среду, что переговоры продолжатся в столице.\n" * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (JA, e)
        for e in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp932", "euc_jp", "iso2022_jp")
    ]
    + [(KO, e) for e in ("utf-8", "cp949", "euc_kr")]
    + [(RU, e) for e in ("utf-8", "windows-1251", "koi8_r")],
)
def test_encodings(text: str, encoding: str) -> None:
    assert page.load(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("label", "encoding"), [("Shift_JIS", "cp932"), ("EUC-JP", "euc_jp"), ("x-sjis", "cp932")]
)
def test_declared(label: str, encoding: str) -> None:
    html = f'<html><head><meta charset="{label}"></head><body><p>{JA}①髙</p></body></html>'
    text = page.load(html.encode(encoding, "replace"))
    assert JA in text


def test_a_wrong_declaration_does_not_win() -> None:
    html = f'<html><head><meta charset="us-asciiX"></head><body><p>{JA}</p></body></html>'
    assert JA in page.load(html.encode())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04aaaa", "zip"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x00\x01\x02\x03" * 500, "binary"),
        (("Ð¿Ñ€Ð¸Ð²ÐµÑ‚ " * 50).encode(), "garbled"),
        (("縺ｮ繧定ｨ " * 50).encode(), "garbled"),
        (b"\xff\xfe\xfd" * 30 + b"\x81", "read"),
        (("\ufffd" * 300).encode(), "read"),
    ],
)
def test_no_text(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says) as e:
        page.extract(data)
    assert "\n" not in str(e.value)
    assert ";" in str(e.value) or ":" in str(e.value)


def test_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = tmp_path / "nothing.txt"
    with pytest.raises(InputError, match=r"nothing\.txt: no such file"):
        page.load(missing)
    with pytest.raises(InputError, match="is a directory"):
        page.load(tmp_path)
    with pytest.raises(InputError, match="cannot be read"):
        page.load("a\0b")
    f = tmp_path / "page.txt"
    f.write_bytes(JA.encode("euc_jp"))
    assert page.load(str(f)) == JA
    monkeypatch.setattr(importlib.import_module("retinue.page.decode"), "LIMIT", 10)
    with pytest.raises(InputError, match="too large"):
        page.load(f)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    with contextlib.suppress(InputError):
        page.extract(data)


LINES = st.lists(
    st.sampled_from(
        ["2024年12月2日 6時51分", "外相は4日、会談した。", "関連記事", "外相(左)=共同", "", "By Jane Doe", "<p>", "</div>",
         "<script>", "9999-99-99 99:99", "=", "[", "(", "訳H.J", "ⓒ 1", "홍길동 기자", "Автор, Вера Кольцова", "http://a", "Фото: x", "\x00", "\ud7ff", "①"]
    )
    | st.text(max_size=30),
    max_size=12,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_any_lines(lines: list[str]) -> None:
    try:
        a = page.extract("\n".join(lines))
    except InputError:
        return
    assert all(p.kind in ("body", "heading", "caption") for p in a.paragraphs)
    assert all(p.text for p in a.paragraphs)
