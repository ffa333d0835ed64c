/**
 * The ports and values of a game from its creation to its end. Nothing here knows sockets, HTTP, or
 * the store behind a port.
 */
@NullMarked
package dev.menagerie.server.game;

import org.jspecify.annotations.NullMarked;
