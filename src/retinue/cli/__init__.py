"""The `retinue` command. One file per command, loaded when it is called."""

from __future__ import annotations


def main() -> None:
    """Run the command line and exit with its status."""
    from retinue.cli.command import run

    run()
