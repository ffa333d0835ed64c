/**
 * Starter decks and the decks that players store: what makes a deck valid, and who may see and
 * change it. Knows cards and house rules, but no games and no database.
 */
@NullMarked
package dev.menagerie.server.decks;

import org.jspecify.annotations.NullMarked;
