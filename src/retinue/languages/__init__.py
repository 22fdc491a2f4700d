"""Language packs: one folder each, found by listing."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import cast

from retinue.languages.base import Pack


@cache
def available() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages that have a pack."""
    return tuple(sorted(p.parent.name for p in Path(__file__).parent.glob("*/adapter.py")))


@cache
def pack(code: str) -> Pack:
    """The pack of a language; KeyError where there is none."""
    if code not in available():
        raise KeyError(code)
    return cast(Pack, import_module(f"retinue.languages.{code}.adapter").PACK)
