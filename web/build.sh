#!/bin/sh
# Builds the page and puts its files where the server's class path has them: web/build.sh TARGET_DIR
# Without Node 20 the server is built without the page, and says so.
set -eu

target=$1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
stamp="$here/app/dist/.built"

without_page() {
  printf 'The page is left out: %s. The server works without it.\n' "$1" >&2
  exit 0
}

[ -f "$here/package.json" ] || without_page "its sources are not here"
command -v node >/dev/null 2>&1 || without_page "Node 20 or newer is needed and there is none"
command -v npm >/dev/null 2>&1 || without_page "npm is needed and there is none"
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || without_page "Node 20 or newer is needed"

newer=""
if [ -f "$stamp" ]; then
  newer=$(find "$here" \( -name node_modules -o -name dist -o -name test-results -o -name e2e \) -prune \
    -o -type f -newer "$stamp" -print | head -n 1)
fi
if [ ! -f "$stamp" ] || [ -n "$newer" ]; then
  cd "$here"
  if ! (npm ci --no-audit --no-fund && npm run build); then
    [ "${CI:-}" = true ] && exit 1
    without_page "building it failed"
  fi
  touch "$stamp"
fi
rm -rf "$target"
mkdir -p "$target"
cp -R "$here/app/dist/." "$target/"
rm -rf "$target/.vite" "$target/.built"
