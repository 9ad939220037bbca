# `make site` builds the reference site; `make test` runs every check. Both need only Python 3.11 or newer, and git.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: site serve test test-long check format clean

site: $(STAMP)
	$(BIN)/python build.py
	@echo "The site is in site/. To see it:  $(BIN)/python build.py serve   (or make serve)"

serve: $(STAMP)
	$(BIN)/python build.py serve

test: $(STAMP)-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist worksteal

# The long versions of the property tests: thousands of edits and examples.
test-long: $(STAMP)-dev
	BACKSTORY_TEXTS=5000 BACKSTORY_STRINGS=1000000 BACKSTORY_EDITS=5000 BACKSTORY_KILLS=200 HYPOTHESIS_PROFILE=long $(BIN)/pytest -n 2 --dist worksteal tests/properties tests/differential

# Holds our Markdown against Python-Markdown's on the inputs of its own tests, which are downloaded for it.
.PHONY: test-sdist
test-sdist: $(STAMP)-dev
	$(BIN)/pytest tests/differential -m sdist

# Holds our TimelineJS files against the real TimelineJS in headless Chromium; npm brings it into the virtual environment.
.PHONY: test-timelinejs
test-timelinejs: $(STAMP)-dev
	npm install --prefix $(VENV)/timelinejs --no-audit --no-fund --silent @knight-lab/timelinejs@3.9.11
	$(BIN)/pytest tests/browser/test_timelinejs.py -m timelinejs -n 0

# What builds cost, on a made-up archive: make bench SIZE=10000 WITH="hugo pelican". See docs/performance.md.
.PHONY: bench
SIZE ?= 1000
bench: $(STAMP)
	$(BIN)/python benchmarks/run.py --size $(SIZE) $(addprefix --with ,$(WITH))

# What browsers and checkers say of the reference site, on phone and desktop, in light and dark. See docs/quality.md.
.PHONY: audit
audit: site
	sh audit/run.sh site --write docs/quality.md

# The pictures of docs/gallery.md, taken anew in headless Chromium.
.PHONY: gallery
gallery: $(STAMP)-dev site
	$(BIN)/python audit/gallery.py site

format: $(STAMP)-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(BIN)/python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Backstory needs Python 3.11 or newer')"
	$(PYTHON) -m venv $(VENV)

$(STAMP): $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(STAMP)-dev: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ $(STAMP)

clean:
	rm -rf $(VENV) site .backstory .pytest_cache .mypy_cache .ruff_cache .hypothesis
