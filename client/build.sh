#!/bin/sh
# Builds the screens into the package, when their sources are others than those it was built from.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
cd "$here"
built=../src/maestrarr/server/static
stamp=node_modules/.maestrarr-built

say() { printf '%s\n' "$*" >&2; }

sources() {
    find app.json babel.config.js metro.config.js package.json package-lock.json tsconfig.json assets public scripts src \
        -type f ! -name '*.test.ts*' ! -path 'public/fonts/*' -exec cksum {} + | LC_ALL=C sort
}

is_current() { [ -f "$built/index.html" ] && [ -f "$stamp" ] && sources | cmp -s - "$stamp"; }

if is_current; then exit; fi
began=$(date +%s)
bin=$(./install.sh build)
say "Building the screens; this takes about a minute …"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! PATH=$bin:$PATH node scripts/build.mjs "$built" >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    say "The screens could not be built. Mend what is said above, and run this again."
    exit 1
fi
sources >"$stamp"
say "The screens are built, in $(($(date +%s) - began)) seconds."
