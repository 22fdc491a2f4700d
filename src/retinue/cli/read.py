"""`retinue read`: pages to dossiers, records or an HTML page."""

from __future__ import annotations

import json
from pathlib import Path

import click

from retinue.cli.output import show
from retinue.cli.pages import STDIN, Pages, line, options
from retinue.record import Record


@click.command("read", short_help="Read pages and print what they say.")
@click.argument("page", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print the record as JSON instead.")
@click.option(
    "--html",
    metavar="FILE",
    help="Write the article beside its record to an HTML file; - prints it.",
)
@options
def command(
    page: tuple[str, ...],
    as_json: bool,
    html: str | None,
    color: str,
    debug: bool,
    **given: str | None,
) -> None:
    """Read each PAGE (HTML or plain text; - is standard input) and print its dossier.

    Several pages come one after the other, with --json as one object each. A
    page that cannot be read is reported and left out; the others are printed.
    """
    if html is not None:
        _check_target(html, page, as_json)
    pages = Pages(page, given, debug)

    def present(name: str, record: Record) -> None:
        if html is not None:
            _write(record, html)
        if as_json:
            print_json(record)
        elif html is None:
            _dossier(record, name if len(page) > 1 else None, color)

    pages.each(present)
    pages.finish()


def print_json(record: Record) -> None:
    """The record as `json.dumps` writes it, in UTF-8 whatever the locale."""
    text = json.dumps(record.to_dict(), ensure_ascii=False, indent=1)
    # A lone surrogate cannot be encoded; its escape \udXXX is good JSON.
    click.echo(text.encode("utf-8", "backslashreplace"))


def _dossier(record: Record, name: str | None, color: str) -> None:
    from rich.rule import Rule
    from rich.text import Text

    from retinue.views.dossier import dossier

    head = [Rule(Text(line(name)), align="left")] if name else []
    show([*head, dossier(record)], color)


def _check_target(html: str, page: tuple[str, ...], as_json: bool) -> None:
    if len(page) > 1:
        raise click.UsageError("--html takes one PAGE")
    if html == STDIN and as_json:
        raise click.UsageError("--json and --html - both print to standard output")
    target, source = Path(html), Path(page[0])
    if html != STDIN and target.exists() and source.exists() and target.samefile(source):
        raise click.UsageError(f"--html would overwrite the page {page[0]}")


def _write(record: Record, html: str) -> None:
    from retinue.views.html import page

    written = page(record).encode("utf-8", "replace")
    if html == STDIN:
        click.echo(written, nl=False)
        return
    try:
        Path(html).write_bytes(written)
    except OSError as error:
        raise click.FileError(html, error.strerror or str(error)) from None
