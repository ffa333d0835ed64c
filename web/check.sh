#!/bin/sh
# The page's and the client's own checks: types, Svelte, unit tests, and the tests in a real browser against a real
# server. Without Node 20 or a browser they are skipped, visibly; in CI that is a failure.
set -eu
cd "$(dirname -- "$0")"

skipped() {
  printf 'SKIPPED: the checks of web/: %s\n' "$1"
  [ "${CI:-}" = true ] && exit 1
  exit 0
}

command -v node >/dev/null 2>&1 || skipped "there is no Node"
[ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ] || skipped "Node 20 or newer is needed"
[ -d node_modules ] || npm ci --no-audit --no-fund
npm run check
npm run docs
[ -f app/dist/.vite/manifest.json ] || npm run build
npm run budget -w app
npm run e2e
