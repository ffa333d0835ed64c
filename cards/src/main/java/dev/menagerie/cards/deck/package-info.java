/**
 * Deck lists as data: the starter decks and the JSON of a player's own. Knows card sets, not games.
 */
@NullMarked
package dev.menagerie.cards.deck;

import org.jspecify.annotations.NullMarked;
