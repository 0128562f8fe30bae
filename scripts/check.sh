#!/usr/bin/env bash
# The lints: formatting, clippy, dependencies, the screen's types, style and message catalogues. Changes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$*"; "$@"; }

step cargo fmt --all --check
step npm --prefix ui run --silent check
step npm --prefix ui run --silent lint
# The program embeds the built screen, so clippy needs it too.
step npm --prefix ui run --silent build
step cargo clippy --workspace --all-targets --features custom-protocol --locked -- -D warnings

# The database of advisories is fetched anew where the network allows; an older copy is better than none.
advisories() {
  local copies=("${CARGO_HOME:-$HOME/.cargo}"/advisory-dbs/advisory-db-*/.git)
  if cargo deny --workspace fetch db >/dev/null 2>&1; then
    step cargo deny --workspace check --disable-fetch advisories
  elif [ -e "${copies[0]}" ]; then
    printf '\ncheck.sh: the advisories could not be fetched, so the copy of an earlier day is looked at\n'
    step cargo deny --workspace check --disable-fetch advisories
  else
    printf '\ncheck.sh: the database of advisories could not be fetched, so ADVISORIES WERE NOT LOOKED AT\n'
  fi
}

if cargo deny --version >/dev/null 2>&1; then
  step cargo deny --workspace check licenses bans sources
  advisories
else
  printf '\ncheck.sh: cargo-deny is not installed, so LICENCES, SOURCES AND ADVISORIES WERE NOT LOOKED AT\n'
fi
