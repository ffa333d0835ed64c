/**
 * The server's edge on Netty: HTTP/1.1, WebSocket frames, event loops as executors, TLS. Protocol
 * decisions are made elsewhere; this package only carries them out.
 */
@NullMarked
package dev.menagerie.socketio.netty;

import org.jspecify.annotations.NullMarked;
