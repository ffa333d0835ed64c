/**
 * The Socket.IO v5 packets, their strict parser and their encoder. Nothing here knows of
 * connections, rooms or threads.
 */
@NullMarked
package dev.menagerie.socketio.packet;

import org.jspecify.annotations.NullMarked;
