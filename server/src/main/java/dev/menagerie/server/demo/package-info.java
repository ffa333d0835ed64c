/**
 * Two players without hands who play one game from outside, as any client would: REST, then the
 * official Socket.IO client. Nothing here sees the inside of a server.
 */
@NullMarked
package dev.menagerie.server.demo;

import org.jspecify.annotations.NullMarked;
