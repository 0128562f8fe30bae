#!/usr/bin/env bash
# MultiSafepay's own Python SDK against the simulator: what the SDK understands, a client of ours may rely on.
set -euo pipefail
cd "$(dirname "$0")/../.."

target="${CARGO_TARGET_DIR:-target}"
program="$target/debug/multisafepay-simulator"
venv="$target/sdk-venv"
requirements=tests/sdk/requirements.txt

[ -x "$program" ] || cargo build --package simulator --bin multisafepay-simulator --locked

if ! cmp --silent "$requirements" "$venv/installed.txt"; then
  rm -rf "$venv"
  if ! python3 -m venv "$venv"; then
    echo "Python's venv is missing; on Debian and Ubuntu: apt-get install python3-venv" >&2
    exit 1
  fi
  "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement "$requirements"
  cp "$requirements" "$venv/installed.txt"
fi

exec "$venv/bin/python" tests/sdk/captures.py "$program"
