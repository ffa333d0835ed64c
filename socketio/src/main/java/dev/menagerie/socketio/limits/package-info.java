/**
 * Bounds on what clients hold at once: connections, sessions, and bytes that were received
 * but not handled yet; in total and for each network. Knows nothing of protocols.
 */
@NullMarked
package dev.menagerie.socketio.limits;

import org.jspecify.annotations.NullMarked;
