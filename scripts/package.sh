#!/usr/bin/env bash
# Builds the release program and its packages for this system: .deb and .rpm on Linux.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh run
bundles=()
[ "$(uname -s)" != Linux ] || bundles=(--bundles deb,rpm)
ui/node_modules/.bin/tauri build --ci "${bundles[@]}"
