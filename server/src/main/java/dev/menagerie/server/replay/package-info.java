/**
 * Finished games, played again: the replay document, the proof that it is true, and its frames.
 * Nothing here touches a running game.
 */
@NullMarked
package dev.menagerie.server.replay;

import org.jspecify.annotations.NullMarked;
