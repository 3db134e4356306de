#!/usr/bin/env bash
# Installs what is missing. `setup.sh` for building the site, `setup.sh tests` for the tests besides. Says what it
# installs; where it cannot, it fails and names the packages. A second run installs nothing. OS_RELEASE names another
# system's description (for tests).
set -euo pipefail
cd "$(dirname "$0")/.."
os_release=${OS_RELEASE:-/etc/os-release}

# libcurl: HTTP. libxml2: HTML. sqlite3: the catalog. zstd, zlib: compression. simdjson: JSON. microhttpd: the mock Hub.
# snappy: Parquet. libssl: SHA-256. openblas: the vectors of search. igraph: networks. node and jsdom: stills. esbuild: scripts. rsvg and
# fonts: pictures as PNG. pip: carries D3.
apt_site=(git make pkg-config ca-certificates libcurl4-openssl-dev libxml2-dev libsqlite3-dev libzstd-dev zlib1g-dev libsimdjson-dev
  libsnappy-dev libmicrohttpd-dev libssl-dev libopenblas-dev libigraph-dev librsvg2-bin fonts-inter fonts-urw-base35 nodejs node-jsdom esbuild
  python3 python3-pip)
apt_tests=(node-typescript zstd)
apt_browser=(chromium chromium-driver)
brew_site=(pkg-config curl libxml2 sqlite zstd zlib snappy simdjson libmicrohttpd openssl@3 openblas igraph librsvg node esbuild)
brew_tests=(typescript)

main() {
  check_swift
  local packages=("${apt_site[@]}") formulas=("${brew_site[@]}") system for_tests=false
  [ "${1:-}" != tests ] || for_tests=true
  system=$(system)
  if $for_tests; then packages+=("${apt_tests[@]}"); formulas+=("${brew_tests[@]}"); fi
  if $for_tests && [ "$system" = debian ]; then packages+=("${apt_browser[@]}"); fi
  case $system in
    debian | ubuntu) install_with_apt "${packages[@]}" ;;
    macos) expect_formulas "${formulas[@]}" ;;
    *) expect_counterparts "${packages[@]}" ;;
  esac
  if $for_tests; then look_for_browser; fi
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
  [ -r "$os_release" ] || { echo other; return; }
  # shellcheck disable=SC1090
  (. "$os_release"; case " $ID ${ID_LIKE:-} " in *' ubuntu '*) echo ubuntu ;; *' debian '*) echo debian ;; *) echo other ;; esac)
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

# Homebrew belongs to its user: what is missing is named, nothing is installed.
expect_formulas() {
  local missing='' formula
  command -v brew >/dev/null || fail "Homebrew is missing (brew.sh). Then run: brew install $*; npm install -g jsdom"
  for formula in "$@"; do is_poured "$formula" || missing="$missing $formula"; done
  [ -z "$missing" ] || missing="brew install$missing"
  has_jsdom || missing="${missing:+$missing; }npm install -g jsdom"
  [ -z "$missing" ] || fail "this script installs nothing on macOS. Run: $missing"
}

is_poured() {
  case $1 in
    node | esbuild | pkg-config) command -v "$1" >/dev/null && return 0 ;;
    librsvg) command -v rsvg-convert >/dev/null && return 0 ;;
    typescript) command -v tsc >/dev/null && return 0 ;;
  esac
  brew list --versions "$1" >/dev/null 2>&1
}

# Another Linux has other names for the same: what is not there by its command, its pkg-config file or Node is named.
expect_counterparts() {
  local missing='' package
  for package in "$@"; do is_there "$package" || missing="$missing $package"; done
  [ -z "$missing" ] || fail "this script installs on Debian and Ubuntu only. Install the counterparts of these packages:$missing"
}

is_there() {
  case $1 in
    libcurl4-openssl-dev) has_library libcurl ;;
    libxml2-dev) has_library libxml-2.0 ;;
    libsqlite3-dev) has_library sqlite3 ;;
    libzstd-dev) has_library libzstd ;;
    zlib1g-dev) has_library zlib ;;
    libsnappy-dev) has_library snappy ;;
    libsimdjson-dev) has_library simdjson ;;
    libmicrohttpd-dev) has_library libmicrohttpd ;;
    libssl-dev) has_library libcrypto ;;
    libopenblas-dev) has_library openblas ;;
    libigraph-dev) has_library igraph ;;
    node-jsdom) has_jsdom ;;
    librsvg2-bin) command -v rsvg-convert >/dev/null ;;
    # Elsewhere pictures take the system's own fonts, and the build says so.
    fonts-*) [ "$(system)" = other ] || is_installed "$1" ;;
    python3-pip) python3 -m pip --version >/dev/null 2>&1 ;;
    ca-certificates) [ -d /etc/ssl/certs ] ;;
    pkg-config) command -v pkg-config >/dev/null ;;
    *) is_installed "$1" ;;
  esac
}

has_library() { pkg-config --exists "$1" 2>/dev/null; }

# The folders in which the stills look, too: Debian's own, and where npm installs for all.
has_jsdom() {
  local modules=${NODE_PATH:+$NODE_PATH:}/usr/share/nodejs:/opt/homebrew/lib/node_modules:/usr/local/lib/node_modules
  (cd / && NODE_PATH=$modules node -e 'require.resolve("jsdom")') >/dev/null 2>&1
}

# Ubuntu's chromium is a snap that cannot read files everywhere: any other Chrome that is there, with the driver of its
# version, will do. Where the tests look: Sources/WebDriver/Installation.swift.
look_for_browser() {
  local PATH="$PATH${CHROMEWEBDRIVER:+:$CHROMEWEBDRIVER}:/Applications/Google Chrome.app/Contents/MacOS"
  local driver browser version seen=''
  driver=$(version_of chromedriver)
  for browser in chromium google-chrome google-chrome-stable chromium-browser chrome 'Google Chrome'; do
    version=$(version_of "$browser")
    [ -n "$version" ] || continue
    [ "$version" != "$driver" ] || return 0
    seen="$seen; $browser is version $version"
  done
  echo "setup: the browser tests will say that they are skipped: ${seen:-; no Chrome is on PATH}, chromedriver is ${driver:-not there}." |
    sed 's/: ; /: /' >&2
  echo "       To run them install Google Chrome (google.com/chrome) and the chromedriver of the same version" >&2
  echo "       (googlechromelabs.github.io/chrome-for-testing), or Chrome for Testing, which has both; put them on PATH." >&2
}

# The first number of its version. A program that is not there or only points at a snap has none.
version_of() { "$1" --version 2>/dev/null | grep -v ' snap *$' | sed -n 's/^[^0-9]*\([0-9][0-9]*\)\..*/\1/p' | head -n 1 || true; }

fail() { echo "setup: $*" >&2; exit 1; }

main "$@"
