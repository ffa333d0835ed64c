#!/usr/bin/env bash
# Brings newer stores than Debian 12 has, for long tests: programs of other Debian releases, from the same mirror,
# unpacked into server/target/other-stores. Nothing is installed.
set -euo pipefail
cd "$(dirname "$0")/../../.."
to=$PWD/target/other-stores
mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | grep '/debian$' | head -n 1)

# fetch SUITE PROGRAM NAME PACKAGES...: makes $to/NAME, a command that runs the program.
fetch() {
  local suite=$1 program=$2 name=$3
  shift 3
  local work=$to/$name.files
  rm -rf "$work" && mkdir -p "$work/lists/partial" "$work/root"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$work/sources.list"
  local apt=(-qq -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/nonexistent
    -o Dir::State::lists="$work/lists" -o Dir::State::status=/dev/null -o APT::Sandbox::User=root)
  apt-get "${apt[@]}" update
  (cd "$work" && apt-get "${apt[@]}" download "$@")
  for package in "$work"/*.deb; do dpkg -x "$package" "$work/root"; done
  local libraries=$work/root/usr/lib/x86_64-linux-gnu
  local run="exec"
  [ -e "$libraries/ld-linux-x86-64.so.2" ] && run="exec $libraries/ld-linux-x86-64.so.2 --library-path $libraries"
  printf '#!/bin/sh\n%s %s "$@"\n' "$run" "$work/root/usr/$program" >"$to/$name"
  chmod +x "$to/$name"
  rm -rf "$work/lists" "$work"/*.deb
  "$to/$name" --version
}

libc="libc6 libssl3t64 libsystemd0 libcap2 libgcc-s1"
# shellcheck disable=SC2086 # lists of packages
{
  fetch bookworm-backports bin/valkey-server valkey-8 valkey-tools valkey-server
  fetch trixie bin/redis-server redis-8 redis-tools redis-server $libc libatomic1 libjemalloc2 liblzf1 libstdc++6 libzstd1
  fetch trixie sbin/pgbouncer pgbouncer-1.24 pgbouncer $libc libcares2 libevent-2.1-7t64 libpam0g libaudit1 libcap-ng0
}
