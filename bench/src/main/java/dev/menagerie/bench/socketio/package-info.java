/**
 * The socketio module beside raw Netty and Node's socket.io: the same load, one after the other,
 * each server a process of its own whose processor time is read from the kernel.
 */
@NullMarked
package dev.menagerie.bench.socketio;

import org.jspecify.annotations.NullMarked;
