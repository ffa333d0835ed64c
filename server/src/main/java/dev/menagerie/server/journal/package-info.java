/**
 * Carries commits from the store's outbox into the journal, a batch per partition at a time, and
 * monitors how far the journal is behind. Works on the ports of {@code game} alone.
 */
@NullMarked
package dev.menagerie.server.journal;

import org.jspecify.annotations.NullMarked;
