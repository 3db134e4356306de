#!/usr/bin/env bash
# The checks that run no test: format, lint, declared imports, types of the scripts, links and weight of the built site.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { echo "check: $1"; shift; "$@"; }

declared_imports() { swift build -c release --product hubatlas --explicit-target-dependency-import-check error 2>&1 | grep -E 'error|warning' && return 1 || return 0; }
shell_syntax() { for script in scripts/*.sh .ci/run; do bash -n "$script"; done; }

step 'Swift format and lint' swift format lint --strict --parallel --recursive Package.swift Sources Tests
step 'declared imports' declared_imports
step 'types of the scripts' tsc -p assets/js/tsconfig.json
step 'shell syntax' shell_syntax
step 'links, weight and HTML of site/' .build/release/hubatlas check site
