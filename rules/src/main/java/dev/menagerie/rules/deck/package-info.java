/**
 * Deck lists and the rules a deck must meet before a game. Knows cards and house rules, not games.
 */
@NullMarked
package dev.menagerie.rules.deck;

import org.jspecify.annotations.NullMarked;
