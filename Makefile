# Everything runs with the Python of the active environment.
PYTHON ?= python3

.PHONY: build lint types test floors check bench picture

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

floors:  ## Accuracy on bench/gold, which may only rise
	$(PYTHON) bench/score.py

check: lint types test floors

bench: floors  ## Accuracy against the floors, then speed
	$(PYTHON) bench/speed.py

picture:  ## Draw docs/dossier.svg, the README's picture, anew
	$(PYTHON) docs/generate.py picture
