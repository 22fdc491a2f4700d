"""retinue: news about diplomacy and defence, read into an auditable record."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from retinue import dates, page
    from retinue.reader import read

__version__ = "0.1.0"
__all__ = ["dates", "page", "read"]


def __getattr__(name: str) -> Any:
    # Stages load when first used, so that importing the package costs nothing.
    if name == "read":
        value: Any = import_module("retinue.reader").read
    elif name in ("dates", "page"):
        value = import_module(f"retinue.{name}")
    else:
        raise AttributeError(f"module 'retinue' has no attribute {name!r}")
    globals()[name] = value
    return value
