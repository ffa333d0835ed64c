/**
 * Runs what clients send: a mailbox for each client, handled in order, and the threads that drain
 * mailboxes. Knows executors, and nothing of namespaces or packets.
 */
@NullMarked
package dev.menagerie.socketio.dispatch;

import org.jspecify.annotations.NullMarked;
