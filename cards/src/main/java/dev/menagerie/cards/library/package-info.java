/**
 * All cards and decks that a program plays with: those that come with the game and those of an
 * author's folders, checked together and read again on request. Knows no game.
 */
@NullMarked
package dev.menagerie.cards.library;

import org.jspecify.annotations.NullMarked;
