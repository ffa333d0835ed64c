/** Code that every client here shares: a player's REST calls, and a choice among legal actions. */
@NullMarked
package dev.menagerie.clients.wire;

import org.jspecify.annotations.NullMarked;
