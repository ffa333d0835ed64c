/**
 * Live play over sockets: sessions, their messages, and the broadcasts after a commit. It calls
 * {@code play} and knows no store; handlers run in order on each socket's mailbox.
 */
@NullMarked
package dev.menagerie.server.live;

import org.jspecify.annotations.NullMarked;
