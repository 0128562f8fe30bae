#!/usr/bin/env bash
# The proof (docs/FAULTS.md): desk, journal and simulator under faults, real processes that are killed, and races, for so
# many seconds; then each rule broken once, to show that it would be noticed.
# Usage: chaos.sh [SECONDS] [SEED] [RUN]      with RUN, that run of the simulation once more, word for word
set -euo pipefail
cd "$(dirname "$0")/.."

seconds="${1:-60}"
seed="${2:-}"
run="${3:-}"
[ -n "$seed" ] || seed="$(date +%s)"

# A folder of its own: nothing that is shipped is ever built beside what breaks rules.
build=(--profile chaos --package chaos --target-dir target/chaos --locked)
cargo build "${build[@]}"
if [ -n "$run" ]; then
  exec target/chaos/chaos/chaos --seed "$seed" --run "$run"
fi
target/chaos/chaos/chaos --seconds "$seconds" --seed "$seed"
scripts/planted.sh
