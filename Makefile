# Two commands are all that a fresh clone needs: `make demo` and `make test`. Both make .venv and install into it;
# the stamps keep a second run from installing anything again while pyproject.toml stays the same.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := corpus/discharge-improvement-group-2025-11-20.md

.PHONY: demo test lint docs clean

demo: $(VENV)/.stamp-run
	@$(BIN)/minutextract summarize $(DEMO)

test: $(VENV)/.stamp-dev
	$(BIN)/ruff format --check src tests benchmarks tools
	$(BIN)/ruff check src tests benchmarks tools
	$(BIN)/mypy
	$(BIN)/pytest

lint: $(VENV)/.stamp-dev
	$(BIN)/ruff format src tests benchmarks tools
	$(BIN)/ruff check --fix src tests benchmarks tools

docs: $(VENV)/.stamp-dev
	$(BIN)/python tools/docs.py

$(VENV)/.stamp-run: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.stamp-dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.stamp-run

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV) build dist
