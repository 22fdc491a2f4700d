"""`retinue explain`: the rules and words behind a record."""

from __future__ import annotations

import click

from retinue.cli.output import show
from retinue.cli.pages import Pages, options
from retinue.record import Record


@click.command("explain", short_help="Show the rules and words behind a record.")
@click.argument("page")
@click.argument("id", required=False)
@options
def command(page: str, id: str | None, color: str, debug: bool, **given: str | None) -> None:
    """Show which rule found each thing in PAGE, on which words, step by step.

    ID is that of one event, statement or entity (v3, s1, e2); without it all are shown.
    """

    def present(name: str, record: Record) -> None:
        from retinue.views.trace import trees

        found = list(trees(record, id))
        if not found and id is not None:
            raise click.BadParameter(f"nothing has the id {id!r}", param_hint="ID")
        show(found, color)

    pages = Pages((page,), given, debug)
    pages.each(present)
    pages.finish()
