# Everything runs with the Python of the active environment.
PYTHON ?= python3

.PHONY: build lint types test check bench picture

build:  ## Write the generated files: src/retinue/_built and docs/cli.md
	$(PYTHON) -m retinue.resources
	$(PYTHON) docs/generate.py cli

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types:
	$(PYTHON) -m mypy

test:
	$(PYTHON) -m pytest

check: lint types test

bench:  ## Accuracy against the floors, then speed
	$(PYTHON) bench/score.py
	$(PYTHON) bench/speed.py

picture:  ## Draw docs/dossier.svg, the README's picture, anew
	$(PYTHON) docs/generate.py picture
