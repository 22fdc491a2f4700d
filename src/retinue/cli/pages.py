"""The PAGE arguments: options that say what a page does not, reading, and what is left out."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from retinue.cli import status
from retinue.errors import InputError
from retinue.record import Record

STDIN = "-"


@dataclass(slots=True)
class Pages:
    """The pages of one call, read one after the other; a bad one is reported and left out."""

    names: tuple[str, ...]
    given: dict[str, str | None]
    debug: bool = False
    failed: dict[str, int] = field(default_factory=dict)

    def each(self, action: Callable[[str, Record], None]) -> None:
        """Read each page and hand its name and record to `action`."""
        for name in self.names:
            self._one(name, action)

    def finish(self, done: int = status.DONE) -> None:
        """Say what was left out of a batch, and exit with the worst that happened."""
        if len(self.names) > 1 and self.failed:
            names = ", ".join(map(line, self.failed))
            say(f"left out {len(self.failed)} of {len(self.names)}: {names}")
        code = max([done, *self.failed.values()])
        if code:
            raise click.exceptions.Exit(code)

    def _one(self, name: str, action: Callable[[str, Record], None]) -> None:
        try:
            action(name, read_page(name, self.given))
        except (click.ClickException, click.exceptions.Exit):
            raise
        except InputError as error:
            self._fail(name, str(error), status.UNREADABLE)
        except OSError as error:
            self._fail(name, error.strerror or str(error), status.UNREADABLE)
        except Exception as error:
            if self.debug:
                traceback.print_exc()
            what = f"{type(error).__name__}: {error}"
            advice = "a fault of retinue's own; please report it with the output of --debug"
            self._fail(name, f"{what} ({advice})", status.FAULT)

    def _fail(self, name: str, message: str, code: int) -> None:
        shown = line(name)
        # The reader's own message may name the input already.
        said = line(message).removeprefix(f"{shown}: ").removeprefix("the input: ")
        say(f"{shown}: {said}")
        self.failed[name] = code


def read_page(name: str, given: dict[str, str | None]) -> Record:
    """The record of one PAGE argument; InputError or OSError where there is none."""
    from retinue.reader import read

    return read(sys.stdin.buffer.read() if name == STDIN else Path(name), **given)


def say(message: str) -> None:
    """One line on standard error."""
    click.echo(f"retinue: {message}", err=True)


def line(text: str) -> str:
    """The text on one line, safe for a terminal."""
    # A file name may hold bytes that are no text, and a message what the page holds.
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(c if c.isprintable() else " " for c in text).strip()


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter("not a date like 2024-12-02 or 2024-12-02T06:51") from None
    return value


def _pack(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from retinue.languages import available

    if value not in available():
        raise click.BadParameter(f"no pack for it; there are {', '.join(available())}")
    return value


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command which reads pages has."""
    for option in reversed(
        (
            click.option(
                "--published",
                metavar="DATE",
                callback=_day,
                help="The day (and time) of the page, where it does not say it.",
            ),
            click.option("--url", help="The page's address."),
            click.option("--outlet", help="Who published the page."),
            click.option(
                "--language",
                metavar="CODE",
                callback=_pack,
                help="The page's language, as ja; otherwise found out.",
            ),
            click.option(
                "--color",
                type=click.Choice(["auto", "always", "never"]),
                default="auto",
                show_default=True,
                help="Colours; auto follows the terminal and NO_COLOR.",
            ),
            click.option("--debug", is_flag=True, help="Show the traceback of a fault."),
        )
    ):
        command = option(command)
    return command
