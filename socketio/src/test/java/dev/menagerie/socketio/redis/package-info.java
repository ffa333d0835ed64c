/** Several nodes over a real Redis. */
@NullMarked
package dev.menagerie.socketio.redis;

import org.jspecify.annotations.NullMarked;
