"""The rooms of the house: who may import whom, what an engine may know, how large a file may grow."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from retinue.languages import available

TESTS = Path(__file__).parent
ROOT = TESTS.parent
SOURCE = ROOT / "src" / "retinue"
FILES = sorted(p for p in SOURCE.rglob("*.py"))
# A stage imports from its own row and those above it; docs/architecture.md has the same table.
ROWS = (
    {"record", "errors", "resources"},
    {"text"},
    {"page"},
    {"languages", "dates", "knowledge", "names"},
    {"entities"},
    {"events"},
    {"statements"},
    {"checks"},
    {"reader"},
    {"views"},
    {"cli"},
)
RANK = {stage: n for n, row in enumerate(ROWS) for stage in row}
# What reads every language alike. Which language it is, and its words, come from a pack.
ENGINES = ("dates", "entities", "events", "statements", "checks")
WORDS = re.compile(r"[\u0400-\u04ff\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]")
# An engine may ask which script a character is of: [一-鿿々ヶ].
RANGES = re.compile(r".-.|[一鿿龥龯々〆ヶ가힣]")
LINES = 400
FUNCTION_LINES = 60  # 40 is the aim; a table or a template may go beyond it


def test_rooms_are_those_of_the_docs() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rows = re.findall(r"^\| (`.*?) \|", page, re.MULTILINE)
    assert tuple(set(re.findall(r"`(\w+)`", row)) for row in rows) == ROWS


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def stage(path: Path) -> str:
    """The room of a file: the first part of its path inside the package."""
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The modules of ours that a file imports, those inside functions and for types included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.split(".")[0] == "retinue")
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            if node.module == "retinue":
                yield from (f"retinue.{a.name}" for a in node.names)
            elif node.module.startswith("retinue."):
                yield from (f"{node.module}.{a.name}" for a in node.names)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_stage_imports_only_upstream(path: Path) -> None:
    if path == SOURCE / "__init__.py":
        return
    here = RANK[stage(path)]
    for module in imports(path):
        there = module.split(".")[1]
        assert there in RANK or there == "__version__", f"{module} belongs to no room"
        assert RANK.get(there, 0) <= here, f"{module} lies downstream"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_relative_imports_are_spelt_out(path: Path) -> None:
    levels = [n.level for n in ast.walk(tree(path)) if isinstance(n, ast.ImportFrom)]
    assert not any(levels)


@pytest.mark.parametrize("code", available())
def test_pack_is_reached_only_through_the_list_of_packs(code: str) -> None:
    inside = SOURCE / "languages" / code
    for path in FILES:
        if inside not in path.parents:
            used = [m for m in imports(path) if m.startswith(f"retinue.languages.{code}")]
            assert used == [], name(path)


def values(path: Path) -> Iterator[str]:
    """The strings of a file that the program uses: no docstrings, no default of a parameter."""
    ignored: set[int] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr):
                ignored.add(id(first.value))
        if isinstance(node, ast.FunctionDef):
            defaults = (*node.args.defaults, *node.args.kw_defaults)
            ignored.update(id(d) for d in defaults if d)
    for node in ast.walk(tree(path)):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in ignored
        ):
            yield node.value


@pytest.mark.parametrize("path", [p for p in FILES if stage(p) in ENGINES], ids=name)
def test_engine_names_no_language(path: Path) -> None:
    found = list(values(path))
    assert set(found) & {"ja", "ko", "en", "ru", "zh"} == set()
    assert [v for v in found if WORDS.search(RANGES.sub("", v))] == [], "words belong in a pack"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_file_and_functions_are_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LINES
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < FUNCTION_LINES, node.name


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert len(ast.get_docstring(tree(path)) or "") > len(".")


def test_there_is_no_room_for_everything() -> None:
    rooms = {part.removesuffix(".py") for p in FILES for part in p.relative_to(SOURCE).parts}
    assert rooms & {"utils", "util", "helpers", "common", "misc"} == set()


@pytest.mark.parametrize("path", sorted(TESTS.rglob("test_*.py")), ids=name)
def test_no_test_hides_another_of_its_name(path: Path) -> None:
    scopes = [n for n in ast.walk(tree(path)) if isinstance(n, ast.Module | ast.ClassDef)]
    for scope in scopes:
        names = Counter(n.name for n in scope.body if isinstance(n, ast.FunctionDef))
        assert [n for n, count in names.items() if count > 1] == []


def test_no_two_test_files_share_a_name() -> None:
    # pytest imports them by their bare names.
    names = Counter(
        p.name for p in TESTS.rglob("*.py") if p.name not in ("__init__.py", "conftest.py")
    )
    assert [n for n, count in names.items() if count > 1] == []
