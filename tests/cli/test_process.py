"""The installed command as a process: streams, pipes, locale, start-up."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from retinue.cli import status

EXAMPLE = Path(__file__).parents[2] / "examples" / "finland-visit.txt"
COMMAND = [sys.executable, "-c", "from retinue.cli import main; main()"]


def retinue(
    *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, **environment}
    return subprocess.run(
        [*COMMAND, *arguments], input=given, capture_output=True, env=env, check=False
    )


def test_example_is_read() -> None:
    done = retinue("read", str(EXAMPLE))
    assert (done.returncode, done.stderr) == (status.DONE, b"")
    text = done.stdout.decode()
    assert "ラウティオ" in text
    assert "WHAT HAPPENED" in text


def test_page_without_date_says_that_dates_stay_relative() -> None:
    text = EXAMPLE.read_text("utf-8").replace("2025年3月14日 18時30分\n", "")
    done = retinue("read", "-", given=text.encode())
    assert "no date of publication" in done.stdout.decode()
    dated = retinue("read", "--published", "2025-03-14", "-", given=text.encode())
    assert "no date of publication" not in dated.stdout.decode()


def test_standard_input_gives_the_same_record() -> None:
    piped = retinue("read", "--json", "-", given=EXAMPLE.read_bytes())
    named = retinue("read", "--json", str(EXAMPLE))
    assert json.loads(piped.stdout) == json.loads(named.stdout)


def test_narrow_locale_does_not_stop_it() -> None:
    done = retinue("read", str(EXAMPLE), PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (status.DONE, b"")
    as_json = retinue("read", "--json", str(EXAMPLE), PYTHONIOENCODING="ascii")
    assert "ラウティオ" in as_json.stdout.decode("utf-8")


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe" * 50, b"<html></html>", b"\n\n \n"])
def test_bytes_that_are_no_page(tmp_path: Path, content: bytes) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(content)
    done = retinue("read", str(page))
    assert b"Traceback" not in done.stderr
    assert done.returncode in (status.DONE, status.UNREADABLE)
    if done.returncode:
        (line,) = done.stderr.decode().splitlines()
        assert line.startswith(f"retinue: {page}: ")


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_is_no_file(tmp_path: Path, name: str) -> None:
    done = retinue("read", str(tmp_path / name))
    assert done.returncode == status.UNREADABLE
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(f"retinue: {tmp_path / name}: ")


def test_empty_standard_input_is_named_once() -> None:
    done = retinue("read", "-")
    assert done.returncode == status.UNREADABLE
    assert done.stderr.decode().count(":") == 2
    assert done.stderr.startswith(b"retinue: -: ")


def test_broken_pipe_is_quiet() -> None:
    many = [str(EXAMPLE)] * 40
    with subprocess.Popen(
        [*COMMAND, "read", *many], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as p:
        assert p.stdout
        assert p.stderr
        p.stdout.read(10)
        p.stdout.close()
        assert p.stderr.read() == b""


def test_help_loads_no_stage() -> None:
    script = (
        "import sys\nsys.argv = ['retinue', 'read', '--help']\n"
        "from retinue.cli.command import group\n"
        "group.main(standalone_mode=False)\n"
        "heavy = {'MeCab', 'lxml', 'rich', 'ahocorasick_rs', 'yaml', 'retinue.page', 'retinue.read'}\n"
        "print(*(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stderr.split() == []
