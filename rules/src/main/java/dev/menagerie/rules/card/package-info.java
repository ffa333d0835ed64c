/**
 * What cards are: definitions as data and the closed vocabulary their programs are written in.
 * Knows nothing of a running game.
 */
@NullMarked
package dev.menagerie.rules.card;

import org.jspecify.annotations.NullMarked;
