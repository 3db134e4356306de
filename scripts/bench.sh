#!/usr/bin/env bash
# Speed, memory and quality against named peers in the same run, medians of three.
#   bench.sh                     everything
#   bench.sh listing mock        sections of scripts/bench/bench.py
#   bench.sh search [known …]    search, or sections of scripts/bench/search/run.py
set -euo pipefail
cd "$(dirname "$0")/.."
case ${1:-} in
  search) shift; exec python3 scripts/bench/search/run.py "$@" ;;
  '') python3 scripts/bench/bench.py; exec python3 scripts/bench/search/run.py ;;
  *) exec python3 scripts/bench/bench.py "$@" ;;
esac
