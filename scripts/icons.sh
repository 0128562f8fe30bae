#!/usr/bin/env bash
# Draws every size of the icon that the systems ask for, from icons/source.svg.
set -euo pipefail
cd "$(dirname "$0")/.."

ui/node_modules/.bin/tauri icon icons/source.svg --output icons >/dev/null
# Stores and telephones are not served.
rm -rf icons/android icons/ios icons/Square*.png icons/StoreLogo.png
