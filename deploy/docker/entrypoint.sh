#!/bin/sh
# Runs Maestrarr as PUID:PGID, so that what it writes belongs to who owns the media.
set -eu

umask "${UMASK:-022}"
if [ "$(id -u)" != 0 ]; then exec maestrarr "$@"; fi # the engine was told who runs it

owner=${PUID:-1000}:${PGID:-1000}
case ${owner%:*} in 0) echo 'PUID=0: Maestrarr runs as root, which it need not.' >&2 ;; esac
mkdir -p "$MAESTRARR_DATA"
[ "$(stat -c %u:%g "$MAESTRARR_DATA")" = "$owner" ] || chown -R "$owner" "$MAESTRARR_DATA"
exec setpriv --reuid "${owner%:*}" --regid "${owner#*:}" --clear-groups maestrarr "$@"
