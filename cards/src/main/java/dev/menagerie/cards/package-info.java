/**
 * Card sets, starter decks and scenarios as data. Nothing here knows of players, sockets or stores.
 */
@NullMarked
package dev.menagerie.cards;

import org.jspecify.annotations.NullMarked;
