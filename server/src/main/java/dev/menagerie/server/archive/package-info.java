/**
 * Finished games and the index of games in progress: what lists, histories and replays read. Ports
 * and values only; {@code postgres} implements them.
 */
@NullMarked
package dev.menagerie.server.archive;

import org.jspecify.annotations.NullMarked;
