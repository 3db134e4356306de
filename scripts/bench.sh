#!/usr/bin/env bash
# Speed and memory, as ratios against named peers in the same run, medians of three. See scripts/bench/bench.py.
set -euo pipefail
cd "$(dirname "$0")/.."
exec python3 scripts/bench/bench.py "$@"
