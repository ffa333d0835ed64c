/** What every client here needs: REST calls of a player, and a choice among legal actions. */
@NullMarked
package dev.menagerie.clients.wire;

import org.jspecify.annotations.NullMarked;
