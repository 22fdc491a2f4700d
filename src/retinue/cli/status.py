"""The exit statuses of the command line."""

DONE = 0
DISAGREES = 1  # `check` found something, as linters and `diff` have it
UNREADABLE = 2  # also what click gives for a wrong command line
FAULT = 70  # EX_SOFTWARE of sysexits.h: ours, not the input's
INTERRUPTED = 130
