/** Bots, which see what a seat sees. Knows neither sockets nor stores. */
@NullMarked
package dev.menagerie.bots;

import org.jspecify.annotations.NullMarked;
