/**
 * A game from creation to its end: what is asked of it and where it lives, said as ports. Nothing
 * here knows of sockets, of HTTP or of which store stands behind a port.
 */
@NullMarked
package dev.menagerie.server.game;

import org.jspecify.annotations.NullMarked;
