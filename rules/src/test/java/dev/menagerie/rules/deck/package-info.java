/** Tests of what is written down before a game: deck. */
@NullMarked
package dev.menagerie.rules.deck;

import org.jspecify.annotations.NullMarked;
