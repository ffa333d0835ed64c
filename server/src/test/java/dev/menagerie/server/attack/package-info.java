/** Attacks on a whole server, each with the answer it must get. */
@NullMarked
package dev.menagerie.server.attack;

import org.jspecify.annotations.NullMarked;
