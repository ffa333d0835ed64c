/**
 * The Engine.IO v4 protocol as a state machine: sessions, packets, heartbeat, polling and upgrade
 * rules. Nothing here opens a socket or starts a thread; transports and executors are handed in.
 */
@NullMarked
package dev.menagerie.socketio.engineio;

import org.jspecify.annotations.NullMarked;
