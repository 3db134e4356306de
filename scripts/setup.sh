#!/usr/bin/env bash
# Installs what is missing. `setup.sh` for building the site, `setup.sh tests` for the tests besides. Says what it
# installs; where it cannot, it fails and names the packages. A second run installs nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

# libcurl: HTTP. libxml2: HTML. sqlite3: the catalog. zstd, zlib: compression. simdjson: JSON. microhttpd: the mock Hub.
# libssl: SHA-256. openblas: the vectors of search. node and jsdom: stills. esbuild: scripts. pip: carries D3.
apt_site=(git make pkg-config ca-certificates libcurl4-openssl-dev libxml2-dev libsqlite3-dev libzstd-dev zlib1g-dev libsimdjson-dev
  libmicrohttpd-dev libssl-dev libopenblas-dev nodejs node-jsdom esbuild python3 python3-pip)
apt_tests=(node-typescript zstd)
apt_browser=(chromium chromium-driver)
brew_all=(curl libxml2 sqlite zstd zlib simdjson libmicrohttpd openssl@3 openblas node esbuild typescript pkg-config)

main() {
  check_swift
  case $(system) in
    debian) install_with_apt "${apt_site[@]}"; [ "${1:-}" != tests ] || install_with_apt "${apt_tests[@]}" "${apt_browser[@]}" ;;
    ubuntu) install_with_apt "${apt_site[@]}"; [ "${1:-}" != tests ] || { install_with_apt "${apt_tests[@]}"; look_for_browser; } ;;
    macos) fail "this script installs nothing on macOS. Run: brew install ${brew_all[*]}; npm install -g jsdom" ;;
    *) fail "this script knows apt on Debian and Ubuntu only. Install the counterparts of: ${apt_site[*]} ${apt_tests[*]} ${apt_browser[*]}" ;;
  esac
  scripts/vendor.sh
}

check_swift() {
  local version
  command -v swift >/dev/null || fail "swift is missing: install a Swift 6 toolchain (swift.org/install) and put it on PATH"
  version=$(swift --version 2>&1 | sed -n 's/.*Swift version \([0-9]*\).*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 6 ] || fail "Swift 6 or newer is needed, this is: $(swift --version 2>&1 | head -n 1)"
}

system() {
  [ "$(uname)" = Darwin ] && { echo macos; return; }
  [ -r /etc/os-release ] || { echo other; return; }
  # shellcheck disable=SC1091
  (. /etc/os-release; case " $ID ${ID_LIKE:-} " in *' ubuntu '*) echo ubuntu ;; *' debian '*) echo debian ;; *) echo other ;; esac)
}

install_with_apt() {
  local missing=() package
  for package in "$@"; do is_installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "setup: installing ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "not root and no sudo: ask for these packages: ${missing[*]}"
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -qq || fail "apt-get update failed; these packages are missing: ${missing[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "apt-get could not install: ${missing[*]}"
}

# A toolchain from elsewhere (node, esbuild) counts as well as the package of that name.
is_installed() {
  case $1 in
    nodejs) command -v node >/dev/null && return 0 ;;
    esbuild) command -v esbuild >/dev/null && return 0 ;;
    node-typescript) command -v tsc >/dev/null && return 0 ;;
    python3 | git | make | zstd) command -v "$1" >/dev/null && return 0 ;;
    chromium-driver) command -v chromedriver >/dev/null && return 0 ;;
  esac
  dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
}

# Ubuntu's chromium is a snap that cannot read files everywhere: take any Chrome with its driver that is there.
look_for_browser() {
  local browser
  for browser in google-chrome google-chrome-stable chromium chromium-browser; do
    command -v "$browser" >/dev/null && command -v chromedriver >/dev/null && return 0
  done
  echo "setup: no Chrome with a chromedriver on PATH: the browser tests will say that they are skipped." >&2
  echo "       Install Google Chrome and the chromedriver of the same version to run them." >&2
}

fail() { echo "setup: $*" >&2; exit 1; }

main "$@"
