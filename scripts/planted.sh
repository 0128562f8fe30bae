#!/usr/bin/env bash
# Breaks one rule at a time and shows that the simulation notices each by name (docs/FAULTS.md). In a folder of its own:
# nothing that is shipped is ever built beside what breaks rules.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo test --locked --package chaos --features planted --test planted --target-dir target/planted
