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
if cargo deny --version >/dev/null 2>&1; then
  step cargo deny --workspace check
else
  printf '\ncheck.sh: cargo-deny is not installed, so licences and advisories were not looked at\n'
fi
