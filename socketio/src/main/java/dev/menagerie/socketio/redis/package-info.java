/**
 * Rooms and broadcasts across nodes over Redis publish and subscribe. Knows the adapter interface
 * and Lettuce, nothing of transports.
 */
@NullMarked
package dev.menagerie.socketio.redis;

import org.jspecify.annotations.NullMarked;
