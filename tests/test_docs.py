"""The docs say what is true: commands, fields, types, files."""

from __future__ import annotations

import dataclasses
import re
import runpy
import shlex
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from retinue import record, resources
from retinue.cli.command import COMMANDS, group
from retinue.languages import available
from retinue.reader import read

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md"), ROOT / "bench" / "gold" / "README.md"])
README = (ROOT / "README.md").read_text("utf-8")
RECORD = (DOCS / "record.md").read_text("utf-8")


def test_command_line_page_is_current() -> None:
    generate = runpy.run_path(str(DOCS / "generate.py"))
    assert (DOCS / "cli.md").read_text("utf-8") == generate["cli"](), "make build"


@pytest.mark.parametrize("name", COMMANDS)
def test_readme_shows_every_command(name: str) -> None:
    assert f"retinue {name} " in README


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", path.read_text("utf-8")):
        assert "://" in target or (path.parent / target).exists(), target


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_files_named_exist(path: Path) -> None:
    """`languages/ja/triggers.yml` in the docs is a file of the package or of the project."""
    for named in re.findall(r"`([a-z_./-]+\.(?:py|yml|md|svg|txt))`", path.read_text("utf-8")):
        knowledge = resources.ROOT / "knowledge"
        pack = resources.ROOT / "languages" / "ja"
        roots = (ROOT, path.parent, resources.ROOT, pack, knowledge, knowledge / "data")
        # An author of a new pack reads of its adapter before there is one.
        assert any((root / named).exists() for root in roots), named


def test_readme_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    lines = re.findall(r"^retinue .*", README, re.MULTILINE)
    assert len(lines) >= len(COMMANDS)
    for text in lines:
        words = shlex.split(text, comments=True)[1:]
        words = [str(tmp_path / w) if w.endswith(".html") else w for w in words]
        result = CliRunner().invoke(group, words)
        assert result.exit_code in (0, 1), text
        assert result.stderr == "", text


@pytest.mark.parametrize("path", sorted((ROOT / "examples").iterdir()), ids=lambda p: p.name)
def test_examples_are_read(path: Path) -> None:
    found = read(path)
    assert [e for e in found.entities if e.kind == "person"]
    assert found.events
    assert found.article.published


def test_readme_leads_to_every_page() -> None:
    assert [p.name for p in DOCS.glob("*.md") if f"](docs/{p.name})" not in README] == []


def test_rule_page_names_every_file_of_a_pack() -> None:
    page = (DOCS / "add-a-rule.md").read_text("utf-8")
    files = sorted((resources.ROOT / "languages").glob("*/*.yml"))
    assert [f.name for f in files if f"`languages/ja/{f.name}`" not in page] == []


def test_dependency_page_names_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    page = (DOCS / "dependencies.md").read_text("utf-8").lower()
    names = [re.split(r"[<>=]", each)[0].lower() for each in wanted]
    assert [n for n in names if f"`{n}`" not in page] == []


def test_architecture_page_names_every_room() -> None:
    page = (DOCS / "architecture.md").read_text("utf-8")
    rooms = {p.stem for p in resources.ROOT.iterdir() if not p.name.startswith(("_", "py.typed"))}
    table = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`.*?) \|", page, re.MULTILINE))))
    assert table == rooms


def test_readme_tests_as_ci_does() -> None:
    assert "make check" in README
    assert re.search(r"^make check$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "name", re.findall(r"make (\w+)", "\n".join(p.read_text("utf-8") for p in PAGES))
)
def test_make_targets_exist(name: str) -> None:
    assert re.search(rf"^{name}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "kind",
    [
        record.Article,
        record.Original,
        record.Paragraph,
        record.Entity,
        record.Position,
        record.Event,
        record.Role,
        record.Placement,
        record.Statement,
        record.Disagreement,
        record.Record,
    ],
)
def test_record_page_names_every_field(kind: type) -> None:
    # A position's `start` is called `from` in JSON.
    written = {"start": "from"} if kind is record.Position else {}
    for field in dataclasses.fields(kind):
        name = written.get(field.name, field.name)
        assert re.search(rf'[`"]{name}[`"]', RECORD), name


def test_record_page_names_every_event_type() -> None:
    types = resources.source("views/words")["types"]
    assert [t for t in types if f"`{t}`" not in RECORD] == []


def test_record_page_counts_its_example_right() -> None:
    quoted = re.search(r"^> (.*)$", RECORD, re.MULTILINE)
    assert quoted
    text = quoted[1]
    words = re.search(
        r"`([^`]+)`\s+is `\{\"paragraph\": 0, \"start\": (\d+), \"end\": (\d+)\}`", RECORD
    )
    assert words
    assert text[int(words[2]) : int(words[3])] == words[1]
    mention = re.search(r'"start": (\d+), "end": (\d+), "text": "([^"]+)"', RECORD)
    assert mention
    assert text[int(mention[1]) : int(mention[2])] == mention[3]


def test_every_language_has_an_english_name() -> None:
    names = resources.source("views/words")["languages"]
    assert set(available()) <= set(names)


def test_changelog_has_the_version() -> None:
    from retinue import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
