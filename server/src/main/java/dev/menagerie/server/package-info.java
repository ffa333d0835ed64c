/**
 * The server: the game service and what delivers it. Its packages' arrows are checked by the build.
 */
@NullMarked
package dev.menagerie.server;

import org.jspecify.annotations.NullMarked;
