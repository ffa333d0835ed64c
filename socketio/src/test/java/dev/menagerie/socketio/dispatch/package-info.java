/** Mailboxes and the threads that drain them. */
@NullMarked
package dev.menagerie.socketio.dispatch;

import org.jspecify.annotations.NullMarked;
