#!/bin/sh
# Runs the package as its users and as a container platform would: deploy/test/container.sh PACKAGE [STARTS]
# PACKAGE is menagerie-VERSION-dist.tar.gz or the folder that it was made of. Needs root on Linux, no Docker.
#
# 1. Unpacked into an empty folder, an ordinary user starts it, with the cache of the JVM that a package has; without a
#    Java of the right release it says so.
# 2. In mount, PID and IPC namespaces: read-only root, /tmp without programs, a user without a name, only /data
#    writable. It starts, passes the image's health check, is killed, and starts again on the same data (STARTS times,
#    5 by default); then it ends by SIGTERM with code 0.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
package=$(readlink -f "$1")
starts=${2:-5}
work=$(mktemp -d /var/tmp/menagerie-container.XXXXXX)
container=
trap '[ -z "$container" ] || kill -KILL "$container" 2>/dev/null || true; rm -rf "$work"' EXIT
mkdir "$work/app" "$work/data" "$work/home"
if [ -d "$package" ]; then
  tar cf - -C "$package" . | tar xf - -C "$work/app" --no-same-owner
else
  tar xzf "$package" -C "$work/app" --strip-components 1 --no-same-owner
fi
chmod 755 "$work" "$work/app"
chown 54321:54321 "$work/data"
chown nobody "$work/home"

fail() {
  cat "$work/out" "$work/err" >&2
  printf 'container.sh: %s\n' "$1" >&2
  exit 1
}

# Waits until the process $container has printed the address of its server.
await_ready() {
  for _ in $(seq 600); do
    url=$(sed -n 's/^Menagerie is ready: //p' "$work/out")
    [ -z "$url" ] || return 0
    kill -0 "$container" 2>/dev/null || break
    sleep 0.1
  done
  fail "the server did not start"
}

# Sends SIGTERM to process $1 and wants code 0 of the process $container.
stop() {
  kill -TERM "$1"
  code=0
  wait "$container" || code=$?
  container=
  [ "$code" = 0 ] || fail "stopped with code $code"
}

# 1. An ordinary user.
mkdir -p "$work/old/bin"
printf '#!/bin/sh\n' >"$work/old/bin/java"
chmod 755 "$work/old/bin/java"
printf 'JAVA_VERSION="21.0.1"\n' >"$work/old/release"
code=0
JAVA_HOME=$work/old unshare --mount sh -c 'for folder in /usr/lib/jvm /opt; do
  [ ! -d "$folder" ] || mount -t tmpfs tmpfs "$folder"; done; PATH=/usr/bin:/bin exec "$0" --version' \
  "$work/app/bin/menagerie" >"$work/out" 2>"$work/err" || code=$?
grep -q 'Java 25 or newer is needed' "$work/err" && [ "$code" = 2 ] || fail "an old Java is not refused: $code"
printf 'an old Java: refused\n'

env -i PATH="$PATH" JAVA_HOME="$JAVA_HOME" HOME="$work/home" MENAGERIE_HEAP=256m \
  setpriv --reuid=nobody --regid=nogroup --clear-groups \
  "$work/app/bin/menagerie" serve --port 0 --data-dir "$work/home/data" >"$work/out" 2>"$work/err" &
container=$!
await_ready
stop "$container"
printf 'an ordinary user: ready, then stopped with code 0\n'

# With this mode the JVM ends where it cannot use the cache; otherwise it starts more slowly and says nothing.
cache=$work/app/lib/menagerie.aot
if [ -r "$cache" ]; then
  MENAGERIE_JAVA_OPTS="-XX:AOTMode=on -XX:AOTCache=$cache" "$work/app/bin/menagerie" --version >"$work/out" 2>"$work/err" ||
    fail "the cache of the JVM cannot be used"
  grep -q '^menagerie [0-9]' "$work/out" || fail "--version does not say it"
  printf 'the cache of the JVM: used\n'
fi

# 2. A container.
cat >"$work/inside.sh" <<'END'
set -eu
mount --bind "$WORK/data" "$WORK/data"
mount -o remount,bind,ro /
mount -t tmpfs -o noexec,mode=1777 tmpfs /tmp
exec setpriv --reuid=54321 --regid=54321 --clear-groups --no-new-privs \
  env -i PATH="$PATH" JAVA_HOME="$JAVA_HOME" HOME=/nonexistent MENAGERIE_HEAP=256m \
  "$WORK/app/bin/menagerie" serve --port 0 --data-dir "$WORK/data"
END

start() {
  : >"$work/out"
  WORK=$work unshare --mount --pid --ipc --fork --kill-child --mount-proc sh "$work/inside.sh" \
    >"$work/out" 2>"$work/err" &
  container=$!
  await_ready
}

# The command that the image asks every ten seconds, as Docker reads it.
health_check=$(sed -n 's/.*"-c", "\(.*\)"\]$/\1/p' "$here/../docker/Dockerfile" | sed 's/\\\\/\\/g')
[ -n "$health_check" ] || fail "the Dockerfile has no health check"

run=1
while [ "$run" -le "$starts" ]; do
  start
  MENAGERIE_PORT=${url##*:} bash -c "$health_check" || fail "the health check of the image fails"
  [ "$(curl -s -o /dev/null -w '%{http_code}' -H 'Accept: text/html' "$url/health/ready")" = 200 ] || fail "not ready"
  [ "$run" -lt "$starts" ] || break
  # Process 1 of the namespace: all others have ended when it has, as when a platform kills a container.
  kill -KILL "$(pgrep -P "$container")"
  wait "$container" 2>/dev/null || true
  printf 'start %s: ready, then killed\n' "$run"
  run=$((run + 1))
done

stop "$(pgrep -P "$container")"
printf 'start %s: ready, then stopped with code 0\n' "$run"
grep -h 'native library' "$work/err" || true
