# Every target does its own set-up in .venv. Needed beforehand: Python 3.11 or newer, git and make.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
ARGS   ?=
REV    ?= main

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1
# Python keeps what it compiled: else each of the hundreds of commands that the tests start compiles the package again.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help setup site serve test thorough kill mutants lint bench fuzz docs schemas lock clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv with everything in it (all other targets do this by themselves)

# Hatchling, the build backend, is in the lock too: with --no-build-isolation nothing outside the lock is installed.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "make: $(PYTHON) is missing or older than Python 3.11; name another one: make PYTHON=python3.12 …" >&2; exit 2; }
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV) || { \
	  echo "make: no virtual environment could be made; on Debian: apt-get install python3-venv" >&2; exit 2; }
	@echo 'setting up $(VENV) …'
	@$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

site: $(READY) ## check the texts, build the archive, then the website in build/site
	$(BIN)/yange build $(ARGS)

serve: $(READY) ## show the website on this machine and rebuild it when a text changes
	$(BIN)/yange serve $(ARGS)

test: $(READY) ## run the tests, in less than ten minutes (ARGS="-k timeline" for some)
	$(BIN)/python -m pytest $(ARGS)

thorough: $(READY) ## run the tests that make test leaves out, listed in tests/thorough.py
	$(BIN)/python -m pytest -m thorough $(ARGS)

kill: $(READY) ## kill every command that writes at each of its calls, and print what that leaves
	YANGE_KILL=all $(BIN)/python -m pytest -q -n 0 -m '' -s tests/test_killed_writers.py tests/test_killed_builds.py $(ARGS)

mutants: $(READY) ## put small faults into changed modules; the tests must notice 9 in 10 (REV=HEAD~3, MODULES="timeline", SAMPLE=200)
	$(BIN)/python tests/mutation/mutants.py --since $(REV) $(if $(SAMPLE),--sample $(SAMPLE)) $(MODULES)

lint: $(READY) ## style, format and types
	$(BIN)/ruff check tools tests
	$(BIN)/ruff format --check tools tests
	$(BIN)/mypy

bench: $(READY) ## run the measurements in tests/bench, one after another
	$(BIN)/python tests/bench/run.py $(ARGS)

fuzz: $(READY) ## put 100,000 odd inputs through every reader (ARGS="--inputs 1000000" for more)
	$(BIN)/python tests/fuzz/fuzzing.py $(ARGS)

docs: $(READY) ## build the documentation of the tool in build/docs
	$(BIN)/python tests/docs/codes_page.py
	$(BIN)/python tests/docs/tables_page.py
	$(BIN)/mkdocs build --strict --quiet -f docs/building/mkdocs.yml

schemas: $(READY) ## write the JSON Schemas of the package anew from its types
	$(BIN)/python tests/schemas/making.py

lock: $(READY) ## write requirements.lock anew from pyproject.toml (for developers; installs uv into .venv)
	$(BIN)/python -m pip install -qq uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra dev --extra docs --extra bench --extra ocr --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.lock

clean: ## remove what was built; keep .venv, texts and archived originals
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis
