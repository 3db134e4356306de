#!/usr/bin/env bash
# The modules that stand in front of C libraries, tested under AddressSanitizer, in a build folder of their own.
# LeakSanitizer stays off: it reports the test runner's own leaks and nothing of ours.
set -euo pipefail
cd "$(dirname "$0")/.."
export ASAN_OPTIONS=detect_leaks=0
swift test --sanitize address --scratch-path .build/sanitize \
  --filter '^(JSON|SQLite|Compression|Graph|Hashing|HTTP|Markup|Parquet|Server)Tests\.'
