#!/usr/bin/env bash
# Builds Capture Desk and opens it to practise. Where there is no display, a virtual one is used: a capture is driven
# through the real window, and pictures of every step are left in out/run.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh run
npm --prefix ui run --silent build
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" != Linux ]; then
  exec cargo run --package capture-desk --features custom-protocol --locked -- --practice
fi

pictures="$PWD/out/run"
rm -rf "$pictures"
mkdir -p "$pictures"
echo "run.sh: no display here, so a practice capture is driven through a virtual one"
CAPTURE_DESK_SHOTS="$pictures" cargo test --workspace --features custom-protocol --locked --test window -- \
  --exact practice::a_practice_capture_goes_through_the_real_window
echo "run.sh: the program ran, and one practice capture went through its window:"
printf '  %s\n' "$pictures"/*.png
