"""Writes what the docs take from the program: `cli` (docs/cli.md) and `picture` (docs/dossier.svg)."""

from __future__ import annotations

import io
import re
import sys
from html import unescape
from pathlib import Path

import click

from retinue.cli.command import COMMANDS, group

DOCS = Path(__file__).parent
EXAMPLE = DOCS.parent / "examples" / "finland-visit.txt"
WIDTH, HEIGHT = 96, 48
CELL = 12.2  # the width that Rich draws a cell with

HEAD = """# The command line

<!-- Generated from --help by `make build`; do not edit. -->
"""


def cli() -> str:
    """The reference of all commands, as `--help` prints them."""
    parts = [HEAD, _help(group, "retinue", None)]
    with click.Context(group, info_name="retinue") as parent:
        for name in COMMANDS:
            command = group.get_command(parent, name)
            assert command is not None
            parts.append(_help(command, f"retinue {name}", parent))
    return "\n".join(parts)


def _help(command: click.Command, title: str, parent: click.Context | None) -> str:
    # A fixed width: the page must not depend on the terminal it was made in.
    context = click.Context(
        command,
        info_name=title.split()[-1],
        parent=parent,
        terminal_width=88,
        max_content_width=88,
        **command.context_settings if parent is None else {"help_option_names": ["-h", "--help"]},
    )
    return f"## `{title}`\n\n```text\n{command.get_help(context)}\n```\n"


def picture() -> str:
    """The beginning of the example's dossier, drawn as a terminal."""
    from rich.console import Console
    from rich.segment import Segment, Segments

    from retinue.reader import read
    from retinue.views.dossier import dossier

    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, highlight=False
    )
    lines = console.render_lines(dossier(read(EXAMPLE)), pad=False)[:HEIGHT]
    console.print(Segments([part for line in lines for part in (*line, Segment.line())]))
    drawn = console.export_svg(title=f"retinue read examples/{EXAMPLE.name}", unique_id="retinue")
    # No fonts from the network, and one that has the characters.
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    drawn = drawn.replace("Fira Code", "Noto Sans Mono CJK JP")
    drawn = re.sub(r"\s*font-variant-east-asian: full-width;", "", drawn)
    return re.sub(r'textLength="[\d.]+"([^>]*)>([^<]*)<', _stretched, drawn)


def _stretched(text: re.Match[str]) -> str:
    # Rich counts characters here, where a Japanese one is two cells wide.
    from rich.cells import cell_len

    length = round(CELL * cell_len(unescape(text[2])), 1)
    return f'textLength="{length}"{text[1]}>{text[2]}<'


if __name__ == "__main__":
    for what in sys.argv[1:]:
        if what == "cli":
            (DOCS / "cli.md").write_text(cli(), "utf-8")
        elif what == "picture":
            (DOCS / "dossier.svg").write_text(picture(), "utf-8")
        else:
            sys.exit(f"docs/generate.py: cli or picture, not {what!r}")
