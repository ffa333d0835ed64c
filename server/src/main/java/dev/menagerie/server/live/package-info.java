/**
 * Live play over sockets: who is there, what they send, and what everyone is told after a commit.
 * It asks {@code play} and knows no store; handlers run in order on each socket's own mailbox.
 */
@NullMarked
package dev.menagerie.server.live;

import org.jspecify.annotations.NullMarked;
