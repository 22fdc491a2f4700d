"""`retinue check`: where a page disagrees with itself."""

from __future__ import annotations

import click

from retinue.cli import status
from retinue.cli.output import show
from retinue.cli.pages import Pages, line, options
from retinue.record import Record


@click.command("check", short_help="Show where a page disagrees with itself.")
@click.argument("page", nargs=-1, required=True)
@options
def command(page: tuple[str, ...], color: str, debug: bool, **given: str | None) -> None:
    """Show what each PAGE says in two ways, with both passages.

    Exits with 1 where something disagrees and with 0 where nothing does.
    """
    pages = Pages(page, given, debug)
    found: list[str] = []

    def present(name: str, record: Record) -> None:
        from rich.text import Text

        from retinue.views.dossier import disagreement

        if record.disagreements:
            found.append(name)
            head = [Text(line(name), style="bold")] if len(page) > 1 else []
            show([*head, *(disagreement(record, d) for d in record.disagreements)], color)

    pages.each(present)
    pages.finish(status.DISAGREES if found else status.DONE)
