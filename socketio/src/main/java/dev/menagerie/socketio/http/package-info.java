/**
 * HTTP as the host application sees it: requests, responses, origins and addresses. Knows neither
 * Netty nor Socket.IO.
 */
@NullMarked
package dev.menagerie.socketio.http;

import org.jspecify.annotations.NullMarked;
