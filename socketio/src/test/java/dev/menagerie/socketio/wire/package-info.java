/** The protocols on the wire: HTTP and WebSocket frames written by hand, byte for byte. */
@NullMarked
package dev.menagerie.socketio.wire;

import org.jspecify.annotations.NullMarked;
