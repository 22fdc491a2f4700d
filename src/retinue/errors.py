"""What goes wrong with an input, said in one line."""

from __future__ import annotations


class InputError(Exception):
    """An input that cannot be read. The message names the input and what to do about it."""
