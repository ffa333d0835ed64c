/**
 * The decks players keep and those that come with the game: what a deck must be to be kept, and who
 * may see and change it. Knows cards and house rules; no game, and nothing of where decks are kept.
 */
@NullMarked
package dev.menagerie.server.decks;

import org.jspecify.annotations.NullMarked;
