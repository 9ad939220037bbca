#!/bin/sh
# Brings the audit's tools into this folder and runs them on a built site: sh audit/run.sh FOLDER [options of run.mjs].
# Needs Chromium, Node 20 or newer and Java 17 or newer; on Debian what is missing is installed by apt.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
need() {
  command -v "$1" >/dev/null 2>&1 && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq && apt-get install -y -qq "$2"
  else
    echo "The audit needs $1. On Debian: apt install $2" >&2
    exit 2
  fi
}
need java default-jre-headless
need node nodejs
need npm npm
command -v "${CHROMIUM:-/usr/bin/chromium}" >/dev/null 2>&1 || need chromium chromium
if [ ! -e "$here/node_modules/.installed" ] || [ "$here/package.json" -nt "$here/node_modules/.installed" ]; then
  (cd "$here" && npm install --no-package-lock --no-audit --no-fund --silent) && touch "$here/node_modules/.installed"
fi
site=$(cd "$1" && pwd)
shift
exec node "$here/run.mjs" "$site" "$@"
