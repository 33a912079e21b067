# Everything runs from .venv, made from requirements.lock; no other set-up is needed.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.PHONY: install run test check fix bench load model

install: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --no-deps --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $(STAMP)

run: install
	$(BIN)/workplan serve --samples

test: check
	$(BIN)/pytest

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --quiet tests/test_architecture.py

fix: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# make bench SIZES="1000 10000": passages to measure at, up to 100,000 unless told (half an hour)
bench: install
	$(BIN)/python -m assistant.bench $(SIZES)

# 50 people asking at once, 5,000 questions over 10,000 passages
load: install
	$(BIN)/python -m assistant.bench.load

# make model TEXT=folder-with-text: train data/model again
model: install
	$(BIN)/python -m ingest.training $(TEXT)
