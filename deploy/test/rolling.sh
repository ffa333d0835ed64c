#!/bin/sh
# Rolls two servers from the build before to this one and back while games go on (docs/deploy.md, ADR 0031):
#   deploy/test/rolling.sh [COMMIT | FOLDER] [OPTIONS OF THE JVM]
# COMMIT is made from this repository's history, FOLDER holds an unpacked package. Without either it is the commit in
# deploy/test/build-before: the last build that servers of this one must run beside.
# -Drolling.rounds=N goes forward and back N times, -Drolling.every=SECONDS plays on so long after each change.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$here/../..
case ${1:-} in
  "" | -D*) before=$(grep -v '^#' "$here/build-before") ;;
  *)
    before=$1
    shift
    ;;
esac

if [ -x "$before/bin/menagerie" ]; then
  folder=$(CDPATH='' cd -- "$before" && pwd -P)
else
  commit=$(git -C "$home" rev-parse --verify --quiet "$before^{commit}") || {
    printf 'rolling.sh: %s is no folder with bin/menagerie and no commit here; in a shallow clone: git fetch --unshallow\n' \
      "$before" >&2
    exit 2
  }
  tree=$home/server/target/before-$commit
  if [ ! -e "$tree/menagerie" ]; then
    printf 'Checking out %s ...\n' "$commit" >&2
    # An archive, not a worktree: nothing is left in .git when target/ is deleted.
    mkdir -p "$tree.part"
    git -C "$home" archive "$commit" | tar xf - -C "$tree.part"
    mv "$tree.part" "$tree"
  fi
  MAVEN_ARGS=-Dskip.page "$tree/menagerie" --version >&2
  folder=$tree/server/target/$(cat "$tree/server/target/built")
fi

cd "$home"
exec ./mvnw --batch-mode --no-transfer-progress -Plong -Dfast -Dskip.page -pl server -am test -Dtest=RollingUpgradeTest \
  -Dsurefire.failIfNoSpecifiedTests=false "-Dtests.jvm=-Drolling.before=$folder $*"
