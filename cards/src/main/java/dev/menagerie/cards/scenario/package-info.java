/**
 * Scenarios: rule tests as files that anyone can write. A board, steps of play, and what must be
 * true between them. Knows cards and rules; nothing is hidden from it.
 */
@NullMarked
package dev.menagerie.cards.scenario;

import org.jspecify.annotations.NullMarked;
