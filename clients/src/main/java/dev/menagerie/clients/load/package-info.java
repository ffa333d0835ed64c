/**
 * Many games at once, played from outside over real sockets, and what that took: the load that a
 * server is measured with. Nothing here sees the inside of a server.
 */
@NullMarked
package dev.menagerie.clients.load;

import org.jspecify.annotations.NullMarked;
