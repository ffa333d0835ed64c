/** Tests of decks. */
@NullMarked
package dev.menagerie.rules.deck;

import org.jspecify.annotations.NullMarked;
