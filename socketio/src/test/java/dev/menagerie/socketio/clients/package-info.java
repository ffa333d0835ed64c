/** The official clients, unmodified, against this server. */
@NullMarked
package dev.menagerie.socketio.clients;

import org.jspecify.annotations.NullMarked;
