#!/usr/bin/env bash
# Everything that must hold before a change is taken: lints, the screen's tests, all Rust tests with those that drive the
# finished program in a real window, and the official SDK against the simulator.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -z "${CI:-}" ] || export CARGO_INCREMENTAL=0

step() { printf '\n== %s\n' "$*"; "$@"; }

step scripts/setup.sh test
step scripts/check.sh
step npm --prefix ui run --silent test
step npm --prefix ui run --silent test:browser
# Programs and tests in one pass: the tests start the finished programs, and one set of features compiles Tauri once.
step cargo build --workspace --bins --tests --features custom-protocol --locked
if cargo nextest --version >/dev/null 2>&1; then
  step cargo nextest run --workspace --features custom-protocol --locked
else
  step cargo test --workspace --tests --features custom-protocol --locked -- --test-threads=2
fi
step cargo test --workspace --doc --features custom-protocol --locked
step scripts/planted.sh
step tests/sdk/run.sh
