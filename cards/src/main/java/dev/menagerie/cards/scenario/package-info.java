/**
 * Scenarios: rule tests as files that any author can write. A board, steps of play, and
 * expectations between them. Knows cards and rules, and sees hidden information.
 */
@NullMarked
package dev.menagerie.cards.scenario;

import org.jspecify.annotations.NullMarked;
