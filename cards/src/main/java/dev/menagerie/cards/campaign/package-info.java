/**
 * Campaigns: ladders of house opponents with decks of their own, as files that people write. Read
 * whole and checked whole.
 */
@NullMarked
package dev.menagerie.cards.campaign;

import org.jspecify.annotations.NullMarked;
