/**
 * HTTP as the host application sees it: requests, responses, who may ask and from where. Nothing
 * here knows of Netty or Socket.IO.
 */
@NullMarked
package dev.menagerie.socketio.http;

import org.jspecify.annotations.NullMarked;
