/**
 * Two random players who play one game from outside, as any client would: REST, then the official
 * Socket.IO client. Nothing here sees the inside of a server.
 */
@NullMarked
package dev.menagerie.clients.demo;

import org.jspecify.annotations.NullMarked;
