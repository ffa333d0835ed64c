#!/bin/sh
# Runs the package as a container platform would: deploy/test/container.sh PACKAGE.tar.gz
# In mount, PID and IPC namespaces: read-only root, /tmp without programs, a user without a name, only /data writable.
# Starts, is killed, and starts again on the same data; then ends by SIGTERM with code 0. Needs root on Linux, no Docker.
set -eu

package=$(readlink -f "$1")
work=$(mktemp -d /var/tmp/menagerie-container.XXXXXX)
trap 'rm -rf "$work"' EXIT
mkdir "$work/app" "$work/data"
tar xzf "$package" -C "$work/app" --strip-components 1
chmod 755 "$work"
chown 54321:54321 "$work/data"

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
  WORK=$work unshare --mount --pid --ipc --fork --kill-child --mount-proc sh "$work/inside.sh" \
    >"$work/out" 2>"$work/err" &
  container=$!
  for _ in $(seq 600); do
    grep -q '^Menagerie is ready' "$work/out" && return 0
    kill -0 "$container" 2>/dev/null || break
    sleep 0.1
  done
  cat "$work/err" >&2
  exit 1
}

for run in 1 2 3 4 5; do
  start
  url=$(sed -n 's/^Menagerie is ready: //p' "$work/out")
  [ "$(curl -s -o /dev/null -w '%{http_code}' -H 'Accept: text/html' "$url/health/ready")" = 200 ]
  if [ "$run" = 5 ]; then break; fi
  kill -KILL "$container"
  wait "$container" 2>/dev/null || true
  printf 'start %s: ready, then killed\n' "$run"
done

# The server is process 1 of its namespace; its id out here is the child of unshare.
server=$(pgrep -P "$container")
kill -TERM "$server"
code=0
wait "$container" || code=$?
printf 'start 5: ready, then stopped with code %s\n' "$code"
grep -h 'native library' "$work/err" || true
[ "$code" = 0 ]
