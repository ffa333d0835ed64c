/** Measures the bytes of an action on the wire, part by part; no sockets, no stores. */
@NullMarked
package dev.menagerie.bench.wire;

import org.jspecify.annotations.NullMarked;
