#!/usr/bin/env bash
# Takes every screen, light and dark, from the finished program in its real window into docs/screenshots.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh screenshots
npm --prefix ui run --silent build
pictures="$(mktemp -d)"
trap 'rm -rf "$pictures"' EXIT
cargo build --workspace --bins --tests --features custom-protocol --locked
CAPTURE_DESK_SHOTS="$pictures" cargo test --workspace --features custom-protocol --locked --test window -- --test-threads=2

mkdir -p docs/screenshots
rm -f docs/screenshots/*.png
for picture in "$pictures"/*.png; do
  # A palette makes them a quarter of the size; without dithering a plain area stays plain.
  convert "$picture" -strip +dither -colors 128 "PNG8:docs/screenshots/$(basename "$picture")"
done
echo "screenshots.sh: $(find docs/screenshots -name '*.png' | wc -l) pictures in docs/screenshots"
