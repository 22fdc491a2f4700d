"""The group of commands, and what happens when one of them fails."""

from __future__ import annotations

import signal
import sys
from importlib import import_module
from typing import NoReturn

import click

from retinue import __version__
from retinue.cli import status

COMMANDS = {
    "read": "Read pages and print what they say.",
    "check": "Show where a page disagrees with itself.",
    "explain": "Show the rules and words behind a record.",
}


class Commands(click.Group):
    """A group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"retinue.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done, 1 `check` found disagreements, 2 a page could not be read or the "
    "command line is wrong, 70 a fault of retinue's own.",
)
@click.version_option(__version__, prog_name="retinue")
def group() -> None:
    """Read news about diplomacy and defence into an auditable record.

    Who met whom, when and where, who stood beside them, who said what on whose
    word, and what was foreseen: each with the words of the page it rests on.
    """


def run() -> NoReturn:
    """Run the group; every ending is an exit status, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # A narrow locale must not turn a Japanese page into a UnicodeEncodeError.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if hasattr(signal, "SIGPIPE"):
        # When the reader of our output leaves (`| head`), end as quietly as `cat` does.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        code = group.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = status.INTERRUPTED
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        click.echo(f"retinue: {type(error).__name__}: {error} (please report it)", err=True)
        code = status.FAULT
    sys.exit(code if isinstance(code, int) else status.DONE)
