"""Bytes of a page to text, or one clear error."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from retinue.errors import InputError

LIMIT = 20_000_000  # bytes; the largest news pages known are a tenth of it

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file: give its text or the HTML page"),
    (b"PK\x03\x04", "a zip or Office file: unpack it first"),
    (b"\x1f\x8b", "a gzip file: unpack it first"),
    (b"BZh", "a bzip2 file: unpack it first"),
    (b"\xfd7zXZ", "an xz file: unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd file: unpack it first"),
    (b"\x89PNG", "a picture: give the page's text"),
    (b"\xff\xd8\xff", "a picture: give the page's text"),
    (b"GIF8", "a picture: give the page's text"),
    (b"RIFF", "a media file: give the page's text"),
    (b"\x7fELF", "a program: give a page"),
    (b"SQLite format 3", "a database: give a page"),
    (b"\xd0\xcf\x11\xe0", "an old Office file: save it as text first"),
)
_META = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.I
)
# The names that pages use, and the larger sets that hold what such pages really contain.
_ALIASES = {
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "euckr": "cp949", "x-windows-949": "cp949",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030",
    "x-euc-jp": "euc_jp", "utf8": "utf-8",
}  # fmt: skip
_GUESSES = ("cp932", "euc_jp", "cp949", "windows-1251", "koi8_r", "cp1252")
_KANA = re.compile("[ぁ-んァ-ヶー、。]")
_HANGUL = re.compile("[가-힣]")
_CYRILLIC_LOWER = re.compile("[а-яё]")
_CYRILLIC_UPPER = re.compile("[А-ЯЁ]")
_RARE = re.compile("[\ue000-\uf8ff｡-ﾟ\x80-\x9f\ufffd]")
_USUAL = re.compile(
    r"[\x20-\x7e\t\r\n\u0400-\u04ff\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uff65]"
)
# UTF-8 read as something else: Ã© â€™ Ð¿Ñ€ 縺ｮ ç¤¾
_MOJIBAKE = re.compile(
    r"[ÃÂ][\x80-\xbf©®°]|â€|[ÐÑ][\x80-\xbf°-¿]|縺[ｮｯｫ代≧ゅ九k溘]|繝[ｼ√ｳ]|ã[\x80-\x83]|ì[\x80-\xbf]|ë[\x80-\xbf]"
)


def load(source: str | Path | bytes) -> str:
    """The text of a page from its file (a path) or its bytes.

    Raises InputError, one line that names the input and says what to do.
    """
    if isinstance(source, bytes | bytearray | memoryview):
        return decode(bytes(source), "the input")
    path = Path(source)
    name = str(source)
    try:
        if path.is_dir():
            raise InputError(f"{name}: is a directory; name the files in it")
        if path.stat().st_size > LIMIT:
            raise InputError(_too_large(name, path.stat().st_size))
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{name}: no such file; check the path") from None
    except (OSError, ValueError) as e:
        reason = getattr(e, "strerror", None) or str(e)
        raise InputError(
            f"{name}: cannot be read ({reason}); check the path and its permissions"
        ) from None
    return decode(data, name)


def decode(data: bytes, name: str = "the input", *, declared: str | None = None) -> str:
    """The text of a page's bytes; `name` is what an error calls them."""
    if len(data) > LIMIT:
        raise InputError(_too_large(name, len(data)))
    if not data.strip():
        raise InputError(f"{name}: is empty; give a page with text")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"{name}: is {what}")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return check(_strict(data, encoding) or data.decode(encoding, "replace"), name)
    return check(_decoded(data, name, declared), name)


def check(text: str, name: str = "the input") -> str:
    """The text itself, or InputError where it is none."""
    if not text.strip():
        raise InputError(f"{name}: is empty; give a page with text")
    sample = text[:20_000]
    if sample.count("\ufffd") > 3 + len(sample) // 100:
        raise InputError(f"{name}: its characters cannot be read; save it again as UTF-8")
    if len(_MOJIBAKE.findall(sample)) > max(3, len(sample) // 40):
        raise InputError(f"{name}: is garbled (read in a wrong encoding); save it again as UTF-8")
    if sample.count("?") > 40 and sample.count("?") * 3 > len(sample):
        raise InputError(
            f"{name}: is garbled (its letters have become question marks); save it again as UTF-8"
        )
    return text


def _decoded(data: bytes, name: str, declared: str | None) -> str:
    nuls = data[:4096].count(0)
    if nuls and (text := _wide(data)):
        return text
    if nuls > 8 and nuls * 50 > len(data[:4096]):
        raise InputError(f"{name}: is a binary file; give a page of HTML or text")
    if b"\x1b$" in data or b"\x1b(" in data:
        try:
            return data.decode("iso2022_jp_ext")
        except UnicodeDecodeError:
            pass
    for encoding in (_declared(data, declared), "utf-8"):
        if encoding and (text := _strict(data, encoding)) is not None:
            return text
    # A page cut off inside a character, or with a few broken bytes, is still UTF-8.
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 200 < len(text) and any(ord(c) > 0x2FF for c in text[:20_000]):
        return text
    guess = max(((_quality(data, e), e) for e in _GUESSES), key=lambda x: x[0])
    if guess[0] <= 0:
        raise InputError(f"{name}: its characters cannot be read; save it again as UTF-8")
    return data.decode(guess[1], "replace")


def _wide(data: bytes) -> str | None:
    """The text of UTF-16 without its mark, None where it is none."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strict(data, encoding)
        if text and len(_USUAL.findall(text[:4000])) > 0.95 * len(text[:4000]):
            return text
    return None


def _declared(data: bytes, declared: str | None) -> str | None:
    found = _META.search(data[:4096])
    label = declared or (found[1].decode("ascii", "replace") if found else None)
    if not label:
        return None
    label = _ALIASES.get(label.lower(), label)
    try:
        return codecs.lookup(label).name
    except LookupError:
        return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _quality(data: bytes, encoding: str) -> float:
    """How much of a sample reads as a text of the encoding's languages."""
    text = data[:8000].decode(encoding, "replace")
    high = [c for c in text if ord(c) > 0x7F]
    if not high:
        return 0.0
    joined = "".join(high)
    good = {
        "cp932": len(_KANA.findall(joined)) * 2,
        "euc_jp": len(_KANA.findall(joined)) * 2,
        "cp949": len(_HANGUL.findall(joined)),
        "windows-1251": _russian(joined),
        "koi8_r": _russian(joined),
        "cp1252": sum(c.isalpha() for c in high) * 0.3,
    }[encoding]
    bad = len(_RARE.findall(joined)) * 3
    return (good - bad) / len(high)


def _russian(text: str) -> float:
    """Small letters outnumber capitals by far; in the wrong of the two sets it is the reverse."""
    return len(_CYRILLIC_LOWER.findall(text)) - 2 * len(_CYRILLIC_UPPER.findall(text))


def _too_large(name: str, size: int) -> str:
    return f"{name}: is too large ({size // 1_000_000} MB, the limit is {LIMIT // 1_000_000}); give a single page"
