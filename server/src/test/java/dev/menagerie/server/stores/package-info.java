/** Redis and Postgres together, as games use them: the journal's way, crashes, recovery. */
@NullMarked
package dev.menagerie.server.stores;

import org.jspecify.annotations.NullMarked;
