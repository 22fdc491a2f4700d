"""Data files: written as YAML beside their examples, read at run time as JSON.

YAML is for people; parsing it costs a second, so `python -m retinue.resources`
(`make build`) writes each source `a/b.yml` to `_built/a/b.json` without the
parts that only tests and readers need (`examples`, `not`, `why`).
In a source checkout a stale built file is rebuilt when it is asked for.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent
BUILT = ROOT / "_built"
FOR_PEOPLE = {"examples", "not", "why"}
_CHECKOUT = (ROOT.parents[1] / "pyproject.toml").exists()


@cache
def load(name: str) -> Any:
    """The data of `name` (`languages/ja/triggers`), as plain lists, dicts and strings."""
    built = BUILT / f"{name}.json"
    source = ROOT / f"{name}.yml"
    if _CHECKOUT and source.exists():
        if not built.exists() or built.stat().st_mtime < source.stat().st_mtime:
            build(name)
    return json.loads(built.read_bytes())


def source(name: str) -> Any:
    """The source of `name` with its examples (needs PyYAML; for tests and builds)."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((ROOT / f"{name}.yml").read_text("utf-8"), Loader=loader)


def names() -> list[str]:
    """All data sources, sorted."""
    found = (p.relative_to(ROOT) for p in ROOT.rglob("*.yml"))
    return sorted(p.with_suffix("").as_posix() for p in found)


def built_text(name: str) -> str:
    """What the built file of `name` must hold."""
    return json.dumps(_strip(source(name)), ensure_ascii=False, separators=(",", ":")) + "\n"


def build(name: str) -> None:
    """Write the built file of `name`, atomically."""
    target = BUILT / f"{name}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(built_text(name))
    os.chmod(temporary, 0o644)
    os.replace(temporary, target)


def _strip(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(k): _strip(v) for k, v in value.items() if k not in FOR_PEOPLE}
    if isinstance(value, list):
        return [_strip(v) for v in value]
    return value


if __name__ == "__main__":
    for each in names():
        build(each)
    print(f"{len(names())} data files built", file=sys.stderr)
