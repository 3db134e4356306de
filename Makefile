# Two commands on a fresh machine: `make site` and `make test`. Each target installs what it needs and says so.
# Quiet where nothing happens; `make help` lists the targets.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup setup-tests build site test test-swift test-js check sanitize bench bench-search clean

hubatlas := .build/release/hubatlas

# Homebrew's headers and libraries lie where the compiler looks only when it is told.
ifeq ($(shell uname),Darwin)
brew := $(shell brew --prefix)
export CPATH := $(brew)/include$(if $(CPATH),:$(CPATH))
export LIBRARY_PATH := $(brew)/lib$(if $(LIBRARY_PATH),:$(LIBRARY_PATH))
endif

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 21

setup: ## install what building the site needs
	@scripts/setup.sh

setup-tests:
	@scripts/setup.sh tests

build: setup ## the release binary, .build/release/hubatlas
	@swift build -c release --product hubatlas

# A data folder of its own, in which nothing was collected: so the bundled snapshot is what is rendered.
site: build ## render the bundled snapshot into site/
	@$(hubatlas) build --data-dir .build/site-data --out site
	@echo "Open $(CURDIR)/site/index.html"

test: setup-tests test-js test-swift ## every test of both languages

test-js: setup-tests
	@node --test Tests/JavaScript/*.test.js

test-swift: setup-tests
	@swift build --build-tests
	@swift test --skip-build --parallel

check: setup-tests site ## format, lint, types, imports, links of the built site
	@scripts/check.sh

sanitize: setup-tests ## the modules in front of C libraries, under AddressSanitizer
	@scripts/sanitize.sh

bench: build setup-tests ## speed, memory and quality, as ratios against named peers
	@scripts/bench.sh

bench-search: build setup-tests ## search alone: what it finds, what it costs, against its targets
	@scripts/bench.sh search

clean: ## remove what was built; what was collected stays in .hubatlas/
	@rm -rf .build
	@find site -mindepth 1 -maxdepth 1 -not -name '.*' -exec rm -rf {} +
