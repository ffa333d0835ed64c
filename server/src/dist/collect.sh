#!/bin/sh
# Lays out a runnable Menagerie from what Maven has packaged: collect.sh DESTINATION [TIME]
# TIME is the time of its files: that which they have in the archive, for the JVM uses its cache (bin/train-start) only
# with jars of the same time.
set -eu

destination=$1
time=${2:-}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
home=$here/../../..

rm -rf "$destination"
mkdir -p "$destination/lib"
cp -R "$here/bin" "$destination/bin"

# collect MODULE LIST: its jars into lib, their names into a list, in a fixed order.
collect() {
  target="$home/$1/target"
  # Jars of this project change with each build; libraries do not, so that links are enough.
  for jar in "$target"/menagerie-"$1"-*.jar "$target"/lib/menagerie-*.jar; do
    cp -p "$jar" "$destination/lib/"
  done
  for library in "$target"/lib/*.jar; do
    name=${library##*/}
    [ -e "$destination/lib/$name" ] ||
      { [ -z "$time" ] && ln "$library" "$destination/lib/" 2>/dev/null; } ||
      cp -p "$library" "$destination/lib/"
  done
  (cd "$target" && LC_ALL=C ls -- menagerie-"$1"-*.jar && cd lib && LC_ALL=C ls -- *.jar) >"$destination/lib/$2"
}

# `demo` and `load` see the wire alone: a class path of their own.
collect server classpath
collect clients clients-classpath
[ -z "$time" ] || find "$destination" -type f -exec touch -d "$time" {} +
