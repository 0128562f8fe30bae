#!/usr/bin/env bash
# The figures of the README: builds the package, the empty window and the simulator in release, then measures. Nothing
# else should run on the machine meanwhile. Prints the tables and writes them to bench/results.md.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "$(uname -s)" != Linux ]; then
  echo "bench.sh: the starts are measured on a virtual display of Linux" >&2
  exit 1
fi
scripts/setup.sh test
scripts/package.sh
cargo build --release --locked --package empty-window --package simulator --package bench --features custom-protocol
target/release/bench
