/**
 * Ratings of players: Glicko-2, which games count, seasons and ladders, as pure functions on
 * records. The archive applies them in the transaction that ends a game; nothing here knows how.
 */
@NullMarked
package dev.menagerie.server.rating;

import org.jspecify.annotations.NullMarked;
