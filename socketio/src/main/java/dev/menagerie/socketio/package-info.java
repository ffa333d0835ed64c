/**
 * An Engine.IO v4 and Socket.IO v5 server on Netty. Nothing here knows of games; it can be used on
 * its own.
 */
@NullMarked
package dev.menagerie.socketio;

import org.jspecify.annotations.NullMarked;
