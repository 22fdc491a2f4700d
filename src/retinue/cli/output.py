"""Printing to the terminal: width, colours, and nothing that trails."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import RenderableType


def show(parts: Iterable[RenderableType], color: str) -> None:
    """Print the parts: coloured and as wide as the terminal, or plain where it is none."""
    from rich.console import Console

    console = Console(
        force_terminal=_colored(color) or None,
        no_color=not _colored(color),
        highlight=False,
        emoji=False,
        markup=False,
        soft_wrap=False,
    )
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    text = "\n".join(line.rstrip() for line in captured.get().split("\n"))
    click.echo(text, nl=False, color=_colored(color))


def _colored(color: str) -> bool:
    if color == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return color == "always"
