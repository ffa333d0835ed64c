/**
 * Restores games after the store lost data: compares the store with the journal, raises epochs and
 * certifies partitions. Works on the ports of {@code game} and {@code journal} alone.
 */
@NullMarked
package dev.menagerie.server.recovery;

import org.jspecify.annotations.NullMarked;
