/**
 * The rules of the game as pure functions. Nothing here knows of sockets, stores, clocks or
 * threads.
 */
@NullMarked
package dev.menagerie.rules;

import org.jspecify.annotations.NullMarked;
