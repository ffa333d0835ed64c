/** The game service's life, on one node and on two, over stores in memory and a manual clock. */
@NullMarked
package dev.menagerie.server.play;

import org.jspecify.annotations.NullMarked;
