"""The command line: what it prints, where it prints it, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from retinue.checks import disagreements
from retinue.cli import pages, status
from retinue.cli.command import COMMANDS, group
from retinue.errors import InputError
from retinue.record import Record
from visit import visit

Run = Callable[..., Result]


@pytest.fixture
def asked() -> list[dict[str, Any]]:
    """What the reader was asked, page by page."""
    return []


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, asked: list[dict[str, Any]]) -> Run:
    """The command line over a reader that knows one page, and how some names go wrong."""

    def read_page(name: str, given: dict[str, str | None]) -> Record:
        asked.append({"name": name, **given})
        if name.startswith("bad"):
            raise InputError(f"{name}: no article in it")
        if name.startswith("gone"):
            raise FileNotFoundError(2, "No such file or directory", name)
        if name.startswith("fault"):
            raise ValueError("two\nlines \x1b[31m")
        record = visit()
        if name.startswith("calm"):
            record.events = []
        record.disagreements = disagreements(record)
        return record

    monkeypatch.setattr(pages, "read_page", read_page)
    return lambda *args, **rest: CliRunner().invoke(group, args, **rest)


def test_read_prints_the_dossier(run: Run) -> None:
    result = run("read", "page.txt")
    assert result.exit_code == status.DONE
    assert "WHAT HAPPENED" in result.stdout
    assert "\x1b" not in result.stdout
    assert [line for line in result.stdout.splitlines() if line != line.rstrip()] == []
    assert result.stderr == ""


def test_json_is_the_record_plain(run: Run) -> None:
    record = visit()
    record.disagreements = disagreements(record)
    result = run("read", "--json", "page.txt")
    assert result.stdout == json.dumps(record.to_dict(), ensure_ascii=False, indent=1) + "\n"


def test_json_of_several_pages_is_one_object_each(run: Run) -> None:
    text = run("read", "--json", "a", "bad", "b").stdout
    first, end = json.JSONDecoder().raw_decode(text)
    second, _ = json.JSONDecoder().raw_decode(text[end:].lstrip())
    assert first == second == json.loads(run("read", "--json", "a").stdout)


def test_lone_surrogate_in_the_record_still_prints_as_json(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = visit()
    record.article.title = "\ud800会談"
    monkeypatch.setattr(pages, "read_page", lambda name, given: record)
    result = run("read", "--json", "page.txt")
    assert json.loads(result.stdout_bytes)["article"]["title"] == "\ud800会談"


def test_options_reach_the_reader(run: Run, asked: list[dict[str, Any]]) -> None:
    given = {"published": "2024-12-02", "url": "https://x.example", "outlet": "X", "language": "ja"}
    options = [word for key, value in given.items() for word in (f"--{key}", value)]
    assert run("read", *options, "-").exit_code == status.DONE
    assert asked == [{"name": "-", **given}]


def test_batch_goes_on_and_says_what_it_left_out(run: Run) -> None:
    result = run("read", "bad.txt", "a.txt", "gone.txt", "b.txt")
    assert result.exit_code == status.UNREADABLE
    assert result.stdout.count("WHAT HAPPENED") == 2
    assert "a.txt" in result.stdout
    assert result.stderr.splitlines() == [
        "retinue: bad.txt: no article in it",
        "retinue: gone.txt: No such file or directory",
        "retinue: left out 2 of 4: bad.txt, gone.txt",
    ]


def test_fault_is_one_line_that_names_the_page(run: Run) -> None:
    result = run("read", "a.txt", "fault.txt", "b.txt")
    assert result.exit_code == status.FAULT
    assert result.stdout.count("WHAT HAPPENED") == 2
    first = result.stderr.splitlines()[0]
    assert first.startswith("retinue: fault.txt: ValueError: two lines")
    assert "report" in first
    assert "\x1b" not in result.stderr
    assert "Traceback" not in result.stderr
    assert "Traceback" in run("read", "--debug", "fault.txt").stderr


def test_file_name_that_is_no_text(run: Run) -> None:
    result = run("read", "bad\udcff\n.txt")
    assert result.exit_code == status.UNREADABLE
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("color", "environment", "colored"),
    [
        ("auto", {}, False),
        ("always", {}, True),
        ("never", {}, False),
        ("auto", {"NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour(run: Run, color: str, environment: dict[str, str], colored: bool) -> None:
    env = {"NO_COLOR": None, "FORCE_COLOR": None, **environment}
    result = run("read", "--color", color, "page.txt", env=env)
    assert ("\x1b[" in result.stdout) is colored


def test_html_is_written_and_nothing_printed(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.html"
    result = run("read", "page.txt", "--html", str(target))
    assert (result.exit_code, result.stdout) == (status.DONE, "")
    assert target.read_text("utf-8").startswith("<!doctype html>")


def test_html_to_standard_output(run: Run) -> None:
    assert run("read", "page.txt", "--html", "-").stdout.startswith("<!doctype html>")


def test_html_beside_json(run: Run, tmp_path: Path) -> None:
    result = run("read", "page.txt", "--json", "--html", str(tmp_path / "out.html"))
    assert json.loads(result.stdout)["article"]["title"] == visit().article.title


def test_html_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    result = run("read", "page.txt", "--html", str(tmp_path / "none" / "out.html"))
    assert result.exit_code != status.DONE
    assert "out.html" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "a", "b", "--html", "x.html"),
        ("read", "a", "--json", "--html", "-"),
        ("read", "a", "--published", "yesterday"),
        ("read", "a", "--language", "xx"),
        ("read", "a", "--color", "sometimes"),
        ("explain", "a", "v99"),
        ("prophesy",),
    ],
)
def test_wrong_command_lines(run: Run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == status.UNREADABLE
    assert result.stdout == ""
    assert "Error: " in result.stderr


def test_html_never_overwrites_its_page(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "page.html"
    source.write_text("precious")
    assert run("read", str(source), "--html", str(source)).exit_code == status.UNREADABLE
    assert source.read_text() == "precious"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("calm",), status.DONE),
        (("page",), status.DISAGREES),
        (("calm", "page"), status.DISAGREES),
        (("page", "bad"), status.UNREADABLE),
        (("calm", "gone"), status.UNREADABLE),
        (("page", "fault"), status.FAULT),
    ],
)
def test_check_exits_with_what_it_found(run: Run, names: tuple[str, ...], expected: int) -> None:
    assert run("check", *names).exit_code == expected


def test_check_shows_both_passages(run: Run) -> None:
    result = run("check", "page")
    assert "昨年6月に単独で東京を訪問し" in result.stdout
    assert "昨年7月に東京を訪問した" in result.stdout
    assert run("check", "calm").stdout == ""


def test_explain_shows_one_thing_or_all(run: Run) -> None:
    one = run("explain", "page", "v2").stdout
    assert "rule meet-by-hand" in one
    assert "v3 " not in one
    every = run("explain", "page").stdout
    assert all(f"{id} " in every for id in ("e1", "v3", "s1"))


def test_every_command_helps(run: Run) -> None:
    listed = run("--help").stdout
    for name, summary in COMMANDS.items():
        assert summary in listed
        help = run(name, "--help")
        assert help.exit_code == status.DONE
        assert group.get_command(None, name).short_help == summary  # type: ignore[union-attr, arg-type]
