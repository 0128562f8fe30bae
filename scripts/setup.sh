#!/usr/bin/env bash
# Installs what this machine lacks to run, test or photograph Capture Desk, and is done at once when nothing is missing.
# Usage: setup.sh [run|test|screenshots]      test, the default, includes run; screenshots includes both
set -euo pipefail
cd "$(dirname "$0")/.."

build=(build-essential libwebkit2gtk-4.1-dev pkg-config)
window=(dbus fonts-dejavu-core fonts-inter gnome-keyring libglib2.0-bin procps util-linux webkit2gtk-driver xvfb)
checks=(chromium python3 python3-venv)
pictures=(imagemagick)

purpose="${1:-test}"
case "$purpose" in
  run)
    wanted=("${build[@]}")
    # Without a display the program is driven through a virtual one, which takes what its tests take.
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || wanted+=("${window[@]}") ;;
  test) wanted=("${build[@]}" "${window[@]}" "${checks[@]}") ;;
  screenshots) wanted=("${build[@]}" "${window[@]}" "${checks[@]}" "${pictures[@]}") ;;
  *) echo "setup.sh: run, test or screenshots, not \"$purpose\"" >&2; exit 2 ;;
esac

# Prints those of the packages that are not installed, one to a line.
missing() {
  local installed
  installed="$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' || true)"
  comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed")
}

install_packages() {
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "setup.sh: not root and no sudo; install as root: $*" >&2; exit 1; }
    as_root=(sudo)
  fi
  echo "setup.sh: installing $*"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

packages() {
  local lacking
  [ "$(uname -s)" = Linux ] || return 0
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "setup.sh: this system has no apt; make sure that it has what Debian calls: ${wanted[*]}" >&2
    return 0
  fi
  mapfile -t lacking < <(missing "${wanted[@]}")
  [ "${#lacking[@]}" = 0 ] || install_packages "${lacking[@]}"
}

# Ends the script unless version "$2" of the program "$1" is at least "$3".
at_least() {
  [ "$(printf '%s\n' "$3" "$2" | sort -V | head -n 1)" = "$3" ] && return
  echo "setup.sh: $1 $3 or newer is needed, ${2:-none} is installed. $4" >&2
  exit 1
}

toolchains() {
  local rust node
  rust="$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)"
  node="$(sed -n 's/.*"node": ">=\([0-9.]*\)".*/\1/p' ui/package.json)"
  at_least "Rust" "$(rustc --version 2>/dev/null | cut -d' ' -f2)" "$rust" "See https://rustup.rs."
  at_least "Node.js" "$(node --version 2>/dev/null | tr -d v)" "$node" "See https://nodejs.org."
  command -v npm >/dev/null || { echo "setup.sh: npm is needed; it comes with Node.js" >&2; exit 1; }
}

# The lockfile is kept beside what was installed from it: the same lockfile needs no second installation.
npm_packages() {
  cmp -s ui/package-lock.json ui/node_modules/installed-lock.json && return
  npm --prefix ui ci --no-audit --no-fund --loglevel=error
  cp ui/package-lock.json ui/node_modules/installed-lock.json
}

# The tests pass under plain `cargo test` too, which test.sh falls back to where this cannot be installed.
test_runner() {
  [ "$purpose" = run ] || cargo nextest --version >/dev/null 2>&1 ||
    cargo install cargo-nextest --version 0.9.143 --locked ||
    echo "setup.sh: cargo-nextest could not be installed; the tests run with cargo test" >&2
}

# check.sh says what it did not look at where this cannot be installed. Building it takes about five minutes, once.
dependency_check() {
  [ "$purpose" = run ] || cargo deny --version >/dev/null 2>&1 ||
    cargo install cargo-deny --version 0.20.2 --locked ||
    echo "setup.sh: cargo-deny could not be installed; licences and advisories are not looked at" >&2
}

packages
toolchains
npm_packages
test_runner
dependency_check
