#!/bin/sh
# Makes .venv what one lock says: `sh requirements/install.sh runtime|dev`.
# Needs the network only when the lock, pyproject.toml, Python or the checkout's place changed.
set -eu

lock=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$here"
stamp=.venv/.installed-$lock
unset PYTHONHOME PYTHONPATH PIP_TARGET PIP_PREFIX PIP_USER # each would install elsewhere

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*" && exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

# A name on PATH proves little: a version manager's stand-in may refuse to run.
can() { "$1" -c "import ssl, sqlite3, sys, venv$2; sys.exit(sys.version_info < (3, 11))" 2>/dev/null; }

find_python() {
    without_pip=''
    for name in python3.14 python3.13 python3.12 python3.11 python3; do
        can "$name" '' || continue
        if has uv || can "$name" ', ensurepip'; then
            python=$name
            return
        fi
        without_pip=${without_pip:-$name}
    done
    [ -z "$without_pip" ] || fail "$without_pip cannot make an environment with pip in it.
On Debian and Ubuntu this mends it:  sudo apt-get install -y python3-venv
Elsewhere install uv, and run this again."
    fail "Maestrarr needs Python 3.11 or newer, and found none.
On Debian and Ubuntu:  sudo apt-get install -y python3 python3-venv"
}

# What the environment was made from: when this text changes, it is made again.
recipe() {
    printf '%s\n' "$here"
    .venv/bin/python -c 'import sys; print(sys.version, sys.base_prefix)'
    cksum "requirements/$1.lock" pyproject.toml src/maestrarr/__init__.py
}

is_current() { [ -f "$stamp" ] && recipe "$lock" 2>/dev/null | cmp -s - "$stamp"; }

# An environment without a stamp was never finished, or belongs to another place.
is_sound() {
    for old in .venv/.installed-*; do
        [ "$(head -n 1 "$old" 2>/dev/null)" = "$here" ] && can .venv/bin/python '' && return
    done
    return 1
}

install_with_uv() {
    is_sound || rm -rf .venv
    [ -d .venv ] || uv venv --quiet --no-python-downloads --python "$python" .venv || return
    rm -f .venv/.installed-*
    set -- --quiet --python .venv/bin/python
    uv pip install "$@" --require-hashes -r "requirements/$lock.lock" &&
        uv pip install "$@" --no-deps --no-build-isolation -e .
}

install_with_pip() {
    { is_sound && [ -x .venv/bin/pip ]; } || rm -rf .venv
    [ -d .venv ] || "$python" -m venv .venv || return
    rm -f .venv/.installed-*
    set -- -qq --disable-pip-version-check --no-input
    .venv/bin/python -m pip install "$@" --require-hashes -r "requirements/$lock.lock" &&
        .venv/bin/python -m pip install "$@" --no-deps --no-build-isolation -e .
}

if is_current; then exit; fi
find_python
say "Preparing .venv with $("$python" --version); the first time takes a minute or two …"
if has uv; then install_with_uv; else install_with_pip; fi ||
    fail "Nothing is lost: mend what is said above, and run this again."

# Once, here: an environment that forbids Python to write bytecode would compile at every start.
.venv/bin/python -m compileall -q .venv/lib src >/dev/null || true

[ "$lock" = runtime ] || recipe runtime >.venv/.installed-runtime # a superset: a test holds it so
recipe "$lock" >"$stamp.part"
mv "$stamp.part" "$stamp"
