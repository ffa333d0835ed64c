/** A violation of the architecture, planted for the test of the rules that forbid it. */
@NullMarked
package dev.menagerie.server.game.planted;

import org.jspecify.annotations.NullMarked;
