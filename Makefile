# What developers call. Each target works on a fresh clone with nothing but make and Python 3.11 or newer.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PROGRAM := $(VENV)/.program-installed
TOOLS := $(VENV)/.tools-installed
PEERS := $(VENV)/.peers-installed

SAMPLE_FORMATS := --format text=reports/sample/findings.txt --format json=reports/sample/termcheck.json \
	--format compact=reports/sample/compact.txt --format github=reports/sample/github.txt \
	--format gitlab=reports/sample/gitlab.json --format sarif=reports/sample/termcheck.sarif \
	--format junit=reports/sample/junit.xml --format checkstyle=reports/sample/checkstyle.xml \
	--format markdown=reports/sample/comment.md --format jsonl=reports/sample/findings.jsonl

.PHONY: run test accuracy lint start-time script-speed report-page bench archive sample wheel clean

run: $(PROGRAM)  ## Check the example articles and write the reports
	$(BIN)/termcheck run seeds --reports reports --fail-on never
	@echo "Open reports/report.html in a browser, reports/*.csv in a spreadsheet."

test: $(TOOLS)  ## Run all tests
	$(BIN)/python -m pytest $(ARGS)

accuracy: $(TOOLS)  ## Measure what is found and what is wrongly flagged
	$(BIN)/python tests/accuracy/accuracy.py $(ARGS)

lint: $(TOOLS)  ## Style, types and the direction of dependencies
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

start-time: $(TOOLS)  ## Time of checking one article against the time of starting Python
	$(BIN)/python tests/measure/start_time.py $(ARGS)

script-speed: $(TOOLS)  ## Time per character of Chinese, Arabic and Thai against English
	$(BIN)/python tests/measure/script_speed.py $(ARGS)

bench: $(PEERS)  ## Speed and quality beside other libraries, in two minutes; ARGS=--long: all of it
	$(BIN)/python tests/bench $(ARGS)

report-page: $(TOOLS)  ## Size of the HTML report and time of filtering it, with 20,000 findings
	$(BIN)/python tests/measure/report_page.py

archive: $(TOOLS)  ## One archive by every route, reports compared; ARGS="--articles 100000"
	$(BIN)/python tests/measure/archive.py $(ARGS)

sample: $(PROGRAM)  ## Write reports/sample/ again
	$(BIN)/termcheck run seeds --reports reports/sample --fail-on never $(SAMPLE_FORMATS)

wheel: $(TOOLS)  ## Build dist/*.whl
	rm -rf dist
	$(BIN)/python -m build --wheel --outdir dist .

clean:  ## Remove everything that the other targets make
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "termcheck needs Python 3.11 or newer; name one with: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(PROGRAM): pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q checker/termcheck
	@touch $@

# pip reads the dependency group "dev" from version 25.1 on
$(TOOLS): $(PROGRAM)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

$(PEERS): $(TOOLS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group bench
	@touch $@
