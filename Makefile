# `make report` and `make test` set up what they need, once: the stamps in .venv tell what is done.

REPORT ?= reports/alibaba-ai
# Workers of pytest: a number, or auto for one a core. 0 is one process: starting workers has cost
# more than they saved on two cores. A file is one worker's, so that what its tests share is made once.
JOBS ?= auto

# Else each of the many processes of a test run or a build would compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
SETUP := scripts/setup.sh scripts/system.sh pyproject.toml $(wildcard requirements/*.txt)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help report email extras test soak check bench bench-draft golden look gallery setup constraints reference licences sbom readers clean distclean
.PHONY: _types _all_but_types

help: ## Show the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'\t' '{ printf "%-20s %s\n", $$1, $$2 }'

report: .venv/.runtime ## Build a report into output/ (REPORT=reports/... for another one)
	$(BIN)/exporter build $(REPORT)

# What the command line of make sets is in the environment, where no shell reads it as code.
email: .venv/.runtime ## Write a draft that mails the report's PDF (TO="a@b.example", ARGS="--lang zh --send")
	$(BIN)/exporter email $(REPORT) --to "$$TO" $(ARGS)

extras: .venv/.extras ## Install what facts from databases, clusters, signatures and the keyring need

test: .venv/.dev .venv/.bench .venv/.readers ## Run the tests (JOBS=auto for one process a core)
	$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

soak: .venv/.dev .venv/.readers ## Kill, fill up and fuzz for long, try properties on many examples (ONLY="kills or disk": a part)
	$(BIN)/python -m pytest -n 0 -m "soak or hypothesis" --hypothesis-profile=all $(if $(ONLY),-k "$(ONLY)") --durations=50

check: .venv/.dev ## Check format, style, types and licences, and that nothing is left over
	@$(MAKE) --no-print-directory --jobs=2 _types _all_but_types

_types:
	$(BIN)/mypy

_all_but_types:
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/vulture
	$(BIN)/python -m scripts.licences --check

bench: .venv/.bench ## Measure against peers, in some 25 minutes (SIZES="10000 100000" ONLY="bare pages": a part; FILINGS=folder: PDFs to join)
	$(BIN)/python -m benchmarks $(SIZES:%=--size %) $(ONLY:%=--only %)

bench-draft: .venv/.dev ## Measure what draft finds in labelled articles (FOLDERS="…", ARGS=--list)
	$(BIN)/python -m benchmarks.drafting $(FOLDERS) $(ARGS)

golden: .venv/.dev .venv/.readers ## Renew the golden files; review them as a diff
	UPDATE_GOLDEN=1 $(BIN)/python -m pytest -n $(JOBS) --dist loadfile
	git --no-pager diff --stat -- tests/golden

look: .venv/.readers ## Draw every workbook and PDF in output/ as pictures, into output/look/
	scripts/look.sh output

gallery: .venv/.dev .venv/.readers ## Draw the pictures of README and docs/gallery.md anew; look at them
	$(BIN)/python -m scripts.gallery

setup: .venv/.dev .venv/.readers ## Set up everything, and run nothing

constraints: ## Renew requirements/ with the newest releases and their hashes
	scripts/constraints.sh

reference: .venv/.dev ## Renew docs/reference.md: every key of a report's files, from the models
	$(BIN)/python -m scripts.reference
	$(BIN)/python -m scripts.template_reference

licences: .venv/.bench ## Renew docs/licences.md: under which licences all stands that we are built from
	$(BIN)/python -m scripts.licences

sbom: .venv/.dev ## Write dist/exporter.cdx.json: what we are built from, in CycloneDX
	$(BIN)/python -m scripts.sbom dist/exporter.cdx.json

readers: .venv/.bench .venv/.readers ## Have programs of others read our workbooks: docs/readers.md
	$(BIN)/python -m scripts.readers

clean: ## Remove what was built; who was e-mailed it stays known
	find output -mindepth 1 ! -type d ! -name .gitkeep ! -name deliveries.jsonl -delete
	find output -mindepth 1 -type d -empty -delete
	rm -rf dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -path ./.venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## Remove .venv too
	rm -rf .venv

# One after another, because pip and apt want to be alone; readers need no Python packages, but
# apt may be busy with the runtime's.
.venv/.runtime: $(SETUP)
	scripts/setup.sh runtime
	@touch $@

.venv/.extras: .venv/.runtime
	scripts/setup.sh extras
	@touch $@

.venv/.dev: .venv/.runtime
	scripts/setup.sh dev
	@touch $@

.venv/.readers: .venv/.runtime
	scripts/setup.sh readers
	@touch $@

# Chromium, which the one-pager is measured against, is among the readers.
.venv/.bench: .venv/.dev .venv/.readers
	scripts/setup.sh bench
	@touch $@
